"""The history of a review as a text or as a table for a spreadsheet, by the clock of whoever reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from lowcarbon_desktop.app.history_said import Told
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.wording import say


def as_csv(rows: Sequence[Told], lang: str) -> str:
    """The history as a table for a spreadsheet; what would be taken for a formula there is a text."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    write([say(message(f"history-{each}"), lang) for each in ("number", "at", "by", "what", "before", "after", "why")])
    for row in rows:
        cells = (row.number, local(row.at, "seconds"), row.by, row.what, row.before, row.after, row.why)
        write([_harmless(str(each)) for each in cells])
    return out.getvalue()


def as_text(rows: Sequence[Told], lang: str) -> str:
    """The history as a text, a change a line."""
    return "".join(say(_line(row), lang) + "\n" for row in rows)


def local(at: str, to: str = "minutes") -> str:
    """A moment of the history by the clock of whoever reads it, with its offset: "2012-06-30 16:00+08:00"."""
    try:
        return datetime.fromisoformat(at).astimezone().isoformat(" ", to)
    except (ValueError, OverflowError):  # a history that was tampered with is shown as it is
        return at


def _line(row: Told) -> Message:
    """A change; its reason only where that is not among what was said."""
    told = {"number": row.number, "at": local(row.at), "by": row.by or "—", "what": row.what,
            "before": row.before or "—", "after": row.after or "—"}
    if not row.why or row.why in row.after:
        return message("history-line-plain", **told)
    return message("history-line", **told, why=row.why)


def export(rows: Sequence[Told], path: Path, lang: str) -> None:
    """Write the history: as a text where the name ends so, else as a table. Raises OutputError."""
    from lowcarbon_desktop.report.writing import write_beside

    if path.suffix.lower() == ".txt":
        write_beside(path, as_text(rows, lang).encode("utf-8"))
    else:
        write_beside(path, as_csv(rows, lang).encode("utf-8-sig"))  # else a spreadsheet takes it for another encoding


def _harmless(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text

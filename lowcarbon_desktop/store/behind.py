"""Whether a piece of a review file was made of what the file says now; its history alone tells."""

from __future__ import annotations

from collections.abc import Iterable

from lowcarbon_desktop.review.log import Entry, Rows, change_of, replayed

_RESTS_ON = ("source", "fact", "correction", "nod", "line", "mark")
_ABOUT = ("region", "rubric", "tailoring", "as_of", "part")
"""What a draft is judged by: these tables, and of `meta` these. Verdicts and notes are weighed in later."""


def said_since(entries: Iterable[Entry], piece: str) -> bool:
    """Whether something that a judgement rests on has become another since this piece was last written.

    What was done and undone again is nothing. A history that cannot be read tells nothing: `verify` says so.
    """
    entries = tuple(entries)
    try:
        last = max((at for at, each in enumerate(entries) if _writes(each, piece)), default=None)
        return last is not None and _judged_by(replayed(entries[:last])) != _judged_by(replayed(entries))
    except ValueError:
        return False


def _writes(entry: Entry, piece: str) -> bool:
    change = change_of(entry)
    return change.table == "piece" and change.key == (piece,)


def _judged_by(rows: Rows) -> list[object]:
    about = rows.get("meta", {})
    return [*(dict(rows.get(table, {})) for table in _RESTS_ON), *(about.get((name,)) for name in _ABOUT)]

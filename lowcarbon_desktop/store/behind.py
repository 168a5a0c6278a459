"""Whether a piece of a review file was made of what the file says now; its history alone tells."""

from __future__ import annotations

from collections.abc import Sequence

from lowcarbon_desktop.review.log import Change, Entry, Row, Rows, change_of, replayed

_RESTS_ON = ("source", "fact", "correction", "nod", "line", "mark")
_ABOUT = ("region", "rubric", "tailoring", "as_of", "part")
"""What a draft is judged by: these tables, and of `meta` these. Verdicts and notes are weighed in later."""


def said_since(entries: Sequence[Entry], piece: str) -> bool:
    """Whether something that a judgement rests on has become another since this piece was last written.

    What was done and undone again is nothing. A history that cannot be read tells nothing: `verify` says so.
    """
    try:
        last = next((at for at in range(len(entries) - 1, -1, -1) if _writes(entries[at], piece)), None)
        if last is None or not any(_bears(change_of(each)) for each in entries[last + 1:]):
            return False
        return _judged_by(replayed(entries[:last])) != _judged_by(replayed(entries))
    except ValueError:
        return False


def made_by(entries: Sequence[Entry], row: Row) -> str:
    """The version of the program that worked this piece out of what the file says now; "" where that is not certain.

    So it is where more was said since, where the bytes are others than the history knows, or were taken from elsewhere.
    """
    name = str(row[0])
    try:
        last = next((change_of(each) for each in reversed(entries) if _writes(each, name)), None)
    except ValueError:
        return ""
    sure = last is not None and last.after == row and not last.why and not said_since(entries, name)
    return last.program if sure else ""


def _writes(entry: Entry, piece: str) -> bool:
    if '"table":"piece"' not in entry.payload:  # a history may be long, and this is asked whenever a file is opened
        return False
    change = change_of(entry)
    return change.table == "piece" and change.key == (piece,)


def _bears(change: Change) -> bool:
    return change.table in _RESTS_ON or (change.table == "meta" and change.key[0] in _ABOUT)


def _judged_by(rows: Rows) -> list[object]:
    about = rows.get("meta", {})
    return [*(dict(rows.get(table, {})) for table in _RESTS_ON), *(about.get((name,)) for name in _ABOUT)]

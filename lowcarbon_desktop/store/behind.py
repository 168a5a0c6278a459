"""Whether a piece of a review file was made of what the file says now; its history alone tells."""

from __future__ import annotations

from collections.abc import Sequence

from lowcarbon_desktop.review.log import Change, Entry, Rows, change_of, replayed

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

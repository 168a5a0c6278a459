"""The words for a key of a criterion, and for a change that a tailoring makes."""

from __future__ import annotations

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.rubric.model import Change, Rubric


def key(what: str) -> Message:
    """A key in words: "points" or "with.tolerance"."""
    if what.startswith("with."):
        return message("rubric-key-parameter", name=what.removeprefix("with."))
    return message(f"rubric-key-{what.replace('_', '-')}")


def change(each: Change, rubric: Rubric) -> Message:
    """A change in words. What was left out has no number any more, and is called by its id."""
    if each.what in ("left_out", "added"):
        return message(f"tailoring-{each.what.replace('_', '-')}", criterion=each.criterion, remark=each.remark)
    number = rubric.criterion(each.criterion).number
    code = "tailoring-changed" if each.before else "tailoring-set"
    return message(code, criterion=each.criterion, number=number, key=key(each.what), before=each.before,
                   after=each.after, remark=each.remark)

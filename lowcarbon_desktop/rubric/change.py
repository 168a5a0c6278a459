"""What a tailoring changed of a rubric, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.plan import number

if TYPE_CHECKING:
    from lowcarbon_desktop.rubric.model import Rubric


class Change(NamedTuple):
    """One difference that a tailoring makes: `before` and `after` as they are written, "" where there is none.

    `what` is "left_out", "added", or the key that is changed: "severity", "points", "line", "with.tolerance" ...
    """

    criterion: str
    what: str
    before: str
    after: str
    remark: str


class Tailoring(NamedTuple):
    """What was changed of a rubric, by whose file; `sha256` is of that file's bytes.

    `remarks` are what the user should know of it: that a criterion has another id now.
    """

    name: str
    sha256: str
    changes: tuple[Change, ...]
    remarks: tuple[Message, ...] = ()


def key(what: str) -> Message:
    """A key in words: "points" or "with.tolerance"."""
    if what.startswith("with."):
        return message("rubric-key-parameter", name=what.removeprefix("with."))
    return message(f"rubric-key-{what.replace('_', '-')}")


def said(each: Change, rubric: Rubric) -> Message:
    """A change in words. What was left out has no number any more, and is called by its id."""
    if each.what in ("left_out", "added"):
        return message(f"tailoring-{each.what.replace('_', '-')}", criterion=each.criterion, remark=each.remark)
    called = rubric.criterion(each.criterion).number
    code = "tailoring-changed" if each.before else "tailoring-set"
    return message(code, criterion=each.criterion, number=called, key=key(each.what), before=each.before,
                   after=each.after, remark=each.remark)


def shown(value: object) -> str:
    """A value of a rubric as one line: 17.5, "a, b", without needless digits."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number(float(value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {shown(each)}" for key, each in value.items())
    return ", ".join(map(shown, value)) if isinstance(value, Iterable) and not isinstance(value, str) else str(value)

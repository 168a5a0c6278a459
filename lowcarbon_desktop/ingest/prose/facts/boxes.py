"""The boxes of a form: of 是否成立领导小组：□是 ☑否 only what is ticked is said."""

from __future__ import annotations

import re

_TICKED, _EMPTY = "☑☒✓✔√■●", "□☐○"
_BOXED = re.compile(r"[□☐☑☒✓✔√]|[■●○](?=[是否有无])|[是有](?:/|或)[否无]$")
_BEFORE = re.compile(rf"([{_TICKED}{_EMPTY}])([^{_TICKED}{_EMPTY}]*)")
_AFTER = re.compile(rf"([^{_TICKED}{_EMPTY}]+)([{_TICKED}{_EMPTY}]?)")
_BOTH = re.compile(r"([是有])[/、,]?([否无])")


def boxed(text: str) -> bool:
    """Whether a squeezed text offers answers to be ticked."""
    return _BOXED.search(text) is not None


def chosen(text: str) -> tuple[str, bool]:
    """A squeezed text with only the answers that are ticked, and whether it can be told which those are."""
    if not boxed(text):
        return text, True
    marked = re.sub(rf"\(([{_TICKED}{_EMPTY}])\)", r"\1", text.replace("()", "□"))
    first = min((at for at, sign in enumerate(marked) if sign in _TICKED + _EMPTY), default=len(marked))
    label, colon, _ = marked[:first].rpartition(":")
    offered = marked[len(label) + 1:] if colon else ""
    ahead = first == len(label) + len(colon)
    options = [(words, box) for box, words in _BEFORE.findall(offered)] if ahead else _AFTER.findall(offered)
    options = [each for words, box in options for each in _apart(words.strip("/、, ;。"), box, ahead)]
    ticked = [words for words, box in options if words and box and box in _TICKED]
    return (f"{label}:{ticked[0]}", True) if len(ticked) == 1 else (text, False)


def _apart(words: str, box: str, ahead: bool) -> list[tuple[str, str]]:
    """是 否√ has one box for the nearer of two answers: their blank is lost in a squeezed text."""
    both = _BOTH.fullmatch(words)
    if both is None:
        return [(words, box)]
    return [(both[1], box if ahead else ""), (both[2], "" if ahead else box)]

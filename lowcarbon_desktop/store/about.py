"""Who reviews, in which round, how far it is and what the conclusion is, as pairs of name and text, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.log import canonical
from lowcarbon_desktop.review.verdict import CONCLUSIONS, STATUSES, Conclusion, Reviewer
from lowcarbon_desktop.review.yardstick import Yardstick

_REVIEWER = ("id", "name", "interest")
_CONCLUSION = ("outcome", "words", "revise", "by", "at")
_LONGEST = 1000


class About(TypedDict):
    """The parts of a `Review` that these pairs hold."""

    region: str | None
    reviewer: Reviewer | None
    round: int
    status: str
    conclusion: Conclusion | None
    part: bool
    begun: Mapping[str, str]
    ticks: tuple[str, ...]
    yardstick: Yardstick | None


def about_rows(review: Review) -> list[tuple[str, str]]:
    """The pairs of a review; what is as at the beginning has none."""
    pairs = [] if review.region is None else [("region", review.region)]
    if review.round != 1:
        pairs.append(("round", str(review.round)))
    if review.status != "in_work":
        pairs.append(("status", review.status))
    if review.part:
        pairs.append(("part", "yes"))
    if review.begun:
        pairs.append(("begun", canonical(dict(review.begun))))
    if review.ticks:
        pairs.append(("ticks", canonical(list(review.ticks))))
    if review.yardstick is not None:
        chosen = review.yardstick
        pairs.append(("rubric", chosen.rubric))
        pairs += [] if chosen.tailoring is None else [("tailoring", chosen.tailoring)]
        pairs += [] if chosen.as_of is None else [("as_of", chosen.as_of.isoformat())]
    for name, words, value in (("reviewer", _REVIEWER, review.reviewer),
                               ("conclusion", _CONCLUSION, review.conclusion)):
        if value is not None:
            pairs += [(f"{name}.{word}", getattr(value, word)) for word in words]
    return pairs


def about_of(pairs: Mapping[str, str]) -> About:
    """What the pairs say. Raises ValueError where that is not what the program writes."""
    number, status = pairs.get("round", "1"), pairs.get("status", "in_work")
    if not (number.isascii() and number.isdigit() and int(number[:4]) >= 1 and len(number) < 4):
        raise ValueError(f"round: {number:.40}")
    reviewer, conclusion = _group(pairs, "reviewer", _REVIEWER), _group(pairs, "conclusion", _CONCLUSION)
    if status not in STATUSES or (conclusion and conclusion[0] not in CONCLUSIONS):
        raise ValueError(f"status: {status:.40}")
    part = pairs.get("part")
    begun, ticks = _data(pairs.get("begun", "{}")), _data(pairs.get("ticks", "[]"))
    if part not in (None, "yes") or not isinstance(begun, dict) or not isinstance(ticks, list) or not all(
            isinstance(each, str) and len(each) < _LONGEST for each in (*begun.values(), *begun, *ticks)):
        raise ValueError("begun")
    return About(region=pairs.get("region"), reviewer=Reviewer(*reviewer) if reviewer else None, round=int(number),
                 status=status, conclusion=Conclusion(*conclusion) if conclusion else None, yardstick=_yardstick(pairs),
                 part=part is not None, begun=begun, ticks=tuple(ticks))


def _yardstick(pairs: Mapping[str, str]) -> Yardstick | None:
    day = pairs.get("as_of")
    if "rubric" not in pairs:
        return None
    return Yardstick(pairs["rubric"], pairs.get("tailoring"), None if day is None else date.fromisoformat(day))


def _data(text: str) -> object:
    """What a JSON text says. Raises ValueError."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested") from error


def _group(pairs: Mapping[str, str], name: str, words: tuple[str, ...]) -> list[str]:
    """All texts of a group, or none of them. Raises ValueError for a part."""
    given = [pairs[f"{name}.{word}"] for word in words if f"{name}.{word}" in pairs]
    if given and len(given) != len(words):
        raise ValueError(f"{name}: {len(given)} of {len(words)}")
    return given

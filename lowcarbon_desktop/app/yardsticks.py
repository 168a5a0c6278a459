"""By which rubric, tailoring and day a plan is judged: what can be chosen, what was chosen, what does not fit."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.app.change import Change
from lowcarbon_desktop.app.judging import Judge
from lowcarbon_desktop.app.review_pieces import assessment_in
from lowcarbon_desktop.errors import FaultyData, LowCarbonError, Message, Text, UsageError, message
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.yardstick import Yardstick
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.store import ReviewFile

if TYPE_CHECKING:
    from datetime import date


class Programme(NamedTuple):
    """A rubric that can be chosen: its id or path, and what it says of itself; `serves` which applications it is for.
    """

    name: str
    title: Text
    version: str
    serves: Text
    date: date
    count: int


def programmes() -> tuple[Programme, ...]:
    """The shipped rubrics, the default one first, and the user's own that have no faults."""
    from lowcarbon_desktop.app.check import DEFAULT_RUBRIC
    from lowcarbon_desktop.app.rubrics import own, shipped

    found = [programme(name) for name in sorted(shipped(), key=lambda name: name != DEFAULT_RUBRIC)]
    for name in own():
        with suppress(FaultyData):
            found.append(programme(name))
    return tuple(found)


def programme(name: str, tailoring: Path | None = None) -> Programme:
    """What a rubric says of itself, as tailored. Raises UsageError, FaultyData with all faults."""
    from lowcarbon_desktop.app.check import load_rubric

    rubric = load_rubric(name, tailoring)
    return Programme(name, rubric.title, rubric.version, rubric.serves, rubric.date, len(rubric.criteria))


def chosen(review: Review, judge: Judge, before: Yardstick, wanted: Yardstick) -> Change:
    """Judge by something else from now on. Raises UsageError, FaultyData."""
    rubric, _ = judge.by(wanted)
    if wanted == before:
        return review, message("change-yardstick", rubric=rubric.title)
    if (wanted.rubric, wanted.tailoring) == (before.rubric, before.tailoring):
        what = message("change-as-of" if wanted.as_of is not None else "change-as-of-own",
                       date=wanted.as_of.isoformat() if wanted.as_of is not None else "")
    else:
        what = message("change-yardstick", rubric=rubric.title)
    return review.with_yardstick(wanted), what


def measured(review: Review, file: ReviewFile, judge: Judge, given: Yardstick | None, *,
             beside: bool) -> tuple[Review, tuple[Message, ...]]:
    """The review with what it is judged by: as given, else as it was the last time, if that can still be had.

    What cannot be loaded any more is taken from the review file itself, which keeps the rubric whole; `beside` where
    the file's own rubric was given already.
    """
    if given is not None:
        return review.with_yardstick(given), ()
    if review.yardstick is None:
        return review, ()
    if beside:
        judge.learn(review.yardstick, judge.by(None)[0])
        return review, ()
    try:
        judge.by(review.yardstick)
    except LowCarbonError as error:
        name = review.yardstick.tailoring or review.yardstick.rubric
        try:
            judge.learn(review.yardstick, assessment_in(file).rubric)
        except UsageError:
            told = message("session-yardstick-not-applied", rubric=name, reason=error.message)
            return review.with_yardstick(None), (told,)
        return review, (message("session-yardstick-kept", rubric=name, reason=error.message),)
    return review, ()


def not_asked(review: Review, rubric: Rubric) -> tuple[Message, ...]:
    """What was said of criteria that this rubric does not have: it stays, and is not counted."""
    ids = rubric.ids
    gone = [id for id in dict.fromkeys((*review.items, *review.notes)) if id not in ids]
    return (message("session-not-asked", count=len(gone), criteria=tuple(gone), rubric=rubric.title),) if gone else ()

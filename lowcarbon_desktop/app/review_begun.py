"""Begins the review of a draft in a new file: the first round, or the next one of an earlier review."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.change import clean
from lowcarbon_desktop.app.reach import there
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.review_pieces import piece_of, piece_of_round
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.rounds import next_round
from lowcarbon_desktop.review.verdict import Reviewer
from lowcarbon_desktop.review.yardstick import Yardstick
from lowcarbon_desktop.store import Kept, ReviewFile

if TYPE_CHECKING:
    from lowcarbon_desktop.progress import Progress
    from lowcarbon_desktop.rubric import Rubric


def begin(plan: Path, out: Path, reviewer: Reviewer, *, rubric: str, tailoring: Path | None = None,
          region: str | None = None, as_of: date | None = None, part: bool = False) -> Book:
    """Begin a review of a draft in a new file. Raises UsageError where there is one already, PlanUnreadable."""
    from lowcarbon_desktop.app.check import DEFAULT_RUBRIC, load_rubric

    by = None
    if rubric != DEFAULT_RUBRIC or tailoring is not None or as_of is not None:
        by = Yardstick(rubric, None if tailoring is None else str(tailoring), as_of)
    review = Review(reviewer=reviewer, region=region, yardstick=by, part=part)
    return _made(plan, out, review, load_rubric(rubric, tailoring), as_of)


def begin_next(earlier: Book, plan: Path, out: Path, progress: Progress | None = None) -> Book:
    """Begin the next round on a revised draft, by the same rubric; what was asked goes along. Raises UsageError."""
    before = earlier.assessment
    as_of = before.plan.as_of if before.plan.as_of_from == "option" else None
    rounds = {name: data for each in (*earlier.rounds(), earlier.round) for name, data in piece_of_round(each).items()}
    return _made(plan, out, next_round(before, earlier.review), before.rubric, as_of, rounds, progress)


def reviewer_named(name: str, interest: str = "") -> Reviewer:
    """A reviewer who is told apart from another of the same name. Raises UsageError for no name."""
    name = clean(name).strip()
    if not name or len(name) > 200:
        raise UsageError(message("verdict-name"))
    return Reviewer(secrets.token_hex(8), name, clean(interest).strip())


def _made(plan: Path, out: Path, review: Review, rubric: Rubric, as_of: date | None,
          rounds: Mapping[str, bytes] = MappingProxyType({}), progress: Progress | None = None) -> Book:
    from lowcarbon_desktop.app.judging import Judge
    from lowcarbon_desktop.app.open_plan import read_source
    from lowcarbon_desktop.app.review_sources import pieces_of

    file = new_file(out)
    source = read_source(plan, progress)
    judge = Judge(source, rubric, as_of, review.yardstick)
    several = judge.plans(review.region)
    if len(several) > 1:
        raise UsageError(message("verdict-several", applicants=tuple(each.name for each in several)))
    assessment = judge.judge(review)
    kept = Kept(review, source.files)
    file.save(kept, {**piece_of(assessment), **rounds, **pieces_of(plan, source)})
    return Book(file, kept, assessment)


def new_file(path: Path) -> ReviewFile:
    """A review file that is not there yet. Raises UsageError."""
    if there(path):
        raise UsageError(message("verdict-exists", path=str(path)))
    return ReviewFile(path)

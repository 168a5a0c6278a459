"""Findings made anew for a review file that has none: what an older program kept, or what was rescued."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lowcarbon_desktop.app.check import DEFAULT_RUBRIC, load_rubric
from lowcarbon_desktop.app.judging import Judge
from lowcarbon_desktop.app.open_plan import read_source
from lowcarbon_desktop.app.reach import in_reach
from lowcarbon_desktop.app.review_pieces import piece_of
from lowcarbon_desktop.app.review_sources import pieces_of, source_in
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import PlanUnreadable, UsageError, message
from lowcarbon_desktop.ingest.grid import Source
from lowcarbon_desktop.store import Kept, ReviewFile


def judged_again(file: ReviewFile, kept: Kept, folder: Path | None = None) -> tuple[Assessment, Mapping[str, bytes]]:
    """The assessment by the rubric that the review names, and the pieces that its file should hold from then on.

    The draft is the one inside the file, else the very same one in `folder` (its own). Raises UsageError where there
    is neither, or its rubric is not there any more.
    """
    try:
        source, put = source_in(file), {}
    except UsageError as error:
        if error.message.code != "verdict-no-files":
            raise
        source, put = _beside(file, kept, folder or file.path.parent)
    by = kept.review.yardstick
    tailoring = None if by is None or by.tailoring is None else Path(by.tailoring)
    rubric = load_rubric(DEFAULT_RUBRIC if by is None else by.rubric, tailoring)
    assessment = Judge(source, rubric, None if by is None else by.as_of, by).judge(kept.review)
    return assessment, {**piece_of(assessment), **put}


def _beside(file: ReviewFile, kept: Kept, folder: Path) -> tuple[Source, Mapping[str, bytes]]:
    """The draft of which the review is, by its hashes, from a folder, or from a folder in that."""
    names = tuple(each.name for each in kept.files)
    for path in (*(folder / name for name in names), folder / file.path.stem):
        if names and in_reach(path):
            try:
                source = read_source(path)
                if {each.sha256 for each in source.files} == {each.sha256 for each in kept.files}:
                    return source, pieces_of(path, source)
            except PlanUnreadable:
                continue
    raise UsageError(message("verdict-no-assessment", path=str(file.path), files=names))

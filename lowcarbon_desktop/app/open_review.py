"""Opens a review file by itself: with the draft from inside it, the draft beside it, or only as it was judged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lowcarbon_desktop import __version__
from lowcarbon_desktop.app.reach import in_reach
from lowcarbon_desktop.app.review_pieces import (
    ASSESSMENT,
    VOICE,
    assessment_or_anew,
    believe_read,
    believe_shown,
    believed,
)
from lowcarbon_desktop.app.review_sources import FILE, SOURCES, source_in
from lowcarbon_desktop.app.unread import Unread
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.log import Entry
from lowcarbon_desktop.store import Kept, ReviewFile, review_path
from lowcarbon_desktop.store.behind import made_by

if TYPE_CHECKING:
    from lowcarbon_desktop.app.opened import Opened
    from lowcarbon_desktop.ingest.grid import Source

    T = TypeVar("T", bound=Opened)


def open_review(made: type[T], path: Path, progress: Progress | None = None, *, as_kept: bool = False) -> T:
    """Open a review file. Raises LowCarbonError.

    With the applicant's files inside, they are judged anew; kept beside the draft, that draft is opened. A copy that
    was made without them is only shown, as it was judged. `as_kept`: what this very program has judged is not judged
    again before it is shown, and the session `owes` it.
    """
    file = ReviewFile(path)
    try:
        kept = file.load()
    except UsageError as error:
        if error.message.code == "review-newer":
            raise UsageError(message("review-newer-refused", path=str(path))) from error
        raise
    if kept is None:
        raise UsageError(file.absent)
    if SOURCES not in file.pieces:
        beside = _draft_beside(path, kept.review)
        if beside is not None:
            plan, region = beside
            return made.open(plan, region=region, progress=progress)
    data, entries, there = file.at_hand(ASSESSMENT)
    assessment, anew = assessment_or_anew(data, file, kept, believe_shown)
    if anew:
        file.save(kept, anew)  # so that what is said next has something to stand on
        data, entries, there = file.at_hand(ASSESSMENT)
    if as_kept and _is_of_this_program(file, kept, assessment, entries, there):
        draft = Unread(file, assessment)
        if not assessment.plan.tabled:  # then the text is seen at once, and it is read where nothing waits for it
            draft.source(progress)
        return taken_up(made, file, draft, assessment, kept.review)
    believed(assessment, file, believe_read)
    try:
        source = source_in(file)
    except UsageError as error:
        if error.message.code != "verdict-no-files":
            raise
        from lowcarbon_desktop.ingest.grid import Source

        nothing = Source(assessment.plan.files, ())
        return taken_up(made, file, nothing, assessment, kept.review, only_shown=True)
    return taken_up(made, file, source, assessment, kept.review)


def _is_of_this_program(file: ReviewFile, kept: Kept, assessment: Assessment, entries: tuple[Entry, ...],
                        there: frozenset[str]) -> bool:
    """Whether judging anew can come to nothing else: the same program on the same files and statements."""
    files = assessment.plan.files
    inside = all(f"{FILE}{each.name}" in there and file.pieces[f"{FILE}{each.name}"][1] == each.sha256
                 for each in files)
    if not inside or set(files) != set(kept.files) or any(name.startswith(VOICE) for name in file.pieces):
        return False  # what several said was put together of files that other programs may have judged
    return kept.review.status != "in_work" or made_by(entries, file.pieces[ASSESSMENT]) == __version__


def taken_up(made: type[T], file: ReviewFile, source: Source | Unread, assessment: Assessment, review: Review, *,
             only_shown: bool = False) -> T:
    """What is open of a review file whose draft is at hand, by the rubric that is in it."""
    plan, rubric = assessment.plan, assessment.rubric
    as_of = plan.as_of if plan.as_of_from == "option" else None
    return made(file.path, source, rubric, rubric.id, review.region, as_of, (), file=file,
                shown=message("session-no-files") if only_shown else None, kept=assessment)


def _draft_beside(path: Path, review: Review) -> tuple[Path, str | None] | None:
    """The draft that the review was kept beside, and the applicant where it is one of several in a table."""
    from lowcarbon_desktop.assets import resource

    plan = path.with_suffix("")
    for draft, region in ((plan, None), (plan.with_suffix(""), review.region)):
        if in_reach(draft) and (region is not None or draft == plan) and path.resolve() == review_path(
                draft, shipped=resource(), applicant=region):
            return draft, region
    return None

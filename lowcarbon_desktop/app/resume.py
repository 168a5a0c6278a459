"""Taking up a review that was begun before: what of it still holds on the draft as it is now, and what does not."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.app.check import parse_line
from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.stated import misfit
from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.ingest.grid import Source
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Plan, Where
from lowcarbon_desktop.review import Correction, Review
from lowcarbon_desktop.store import ReviewFile


def resumed(file: ReviewFile, source: Source,
            reference: Reference) -> tuple[Review, tuple[Message, ...], Message | None]:
    """The review that was kept, what the reviewer should know about it, and why it cannot be kept, if it cannot.

    All of the review stays in it, so that nothing is lost on the next save: what does not hold is told here and left
    out when the plan is judged.
    """
    try:
        kept = file.load()
    except UsageError as error:
        return Review(), (), error.message
    if kept is None:
        return Review(), (), None
    review = kept.review
    remarks = [message("session-resumed", facts=len(review.facts), corrections=len(review.corrections),
                       notes=len(review.notes), path=str(file.path))]
    changed = tuple(each.name for each in source.files if each not in kept.files)
    if changed:
        remarks.append(message("session-draft-changed", files=changed))
    return review, (*remarks, *_not_applied(review, source, reference)), None


def printed_at(source: Source, file: str, sheet: str | None, cell: str | None) -> str | None:
    """What the draft prints in a cell, "" where it is empty; None where there is no such cell."""
    for grid in source.grids:
        if (grid.file, grid.sheet) == (file, sheet) and cell is not None:
            return grid.printed(cell)
    return None


def usable_corrections(review: Review, source: Source) -> tuple[Correction, ...]:
    """The corrections whose cell still prints what they were made on."""
    return tuple(each for each in review.corrections.values()
                 if printed_at(source, each.file, each.sheet, each.cell) == each.printed)


def usable_lines(typed: tuple[str, ...], plan: Plan, reference: Reference) -> Mapping[str, Line]:
    """The lines that can be understood and are for this plan, by what was typed."""
    lines = {}
    for each in typed:
        try:
            region, line = parse_line(each, reference)
        except UsageError:
            continue
        if region is None or plan.region in reference.places.find(region):
            lines[each] = line
    return lines


def _not_applied(review: Review, source: Source, reference: Reference) -> list[Message]:
    remarks = []
    for each in review.corrections.values():
        now = printed_at(source, each.file, each.sheet, each.cell)
        if now == each.printed:
            continue
        place = str(Where(each.file, each.sheet, each.cell))
        words = {"place": place, "printed": each.printed, "corrected": each.corrected}
        remarks.append(message("session-correction-gone", **words) if now is None
                       else message("session-correction-not-applied", now=now, **words))
    for fact in review.facts.values():
        wrong = misfit(fact, reference)
        if wrong is not None:
            remarks.append(message("session-fact-not-applied", fact=fact.id, reason=wrong))
    for typed in review.lines:
        try:
            parse_line(typed, reference)
        except UsageError as error:
            remarks.append(message("session-line-not-applied", typed=typed, reason=error.message))
    return remarks

"""Taking up a review that was begun before: what of it still holds on the draft as it is now, and what does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.later import parse_line
from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Plan, SourceFile
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.verdict import Item
from lowcarbon_desktop.store import ReviewFile

if TYPE_CHECKING:
    from lowcarbon_desktop.app.reference import Reference


def resumed(file: ReviewFile, files: tuple[SourceFile, ...],
            known: Callable[[], Reference]) -> tuple[Review, tuple[Message, ...], Message | None]:
    """The review that was kept, what the reviewer should know about it, and why it cannot be kept, if it cannot.

    All of the review stays in it, so that nothing is lost on the next save: what does not hold is told here, or by the
    plan where it is about its cells and facts, and left out when the plan is judged.
    """
    try:
        kept = file.load()
    except UsageError as error:
        return Review(), (), error.message
    if kept is None:
        return Review(), (), None
    review = kept.review
    counts = {"facts": len(review.facts) + len(review.nods),
              "corrections": len(review.corrections) + len(review.marks), "notes": len(review.notes),
              "verdicts": sum(said(each) for each in review.items.values())}
    kept_so_far = tuple(message(f"session-resumed-{what}", count=count) for what, count in counts.items() if count)
    remarks = [message("session-resumed", said=kept_so_far, path=str(file.path))] if kept_so_far else []
    changed = tuple(each.name for each in files if each not in kept.files)
    if changed:
        remarks.append(message("session-draft-changed", files=changed))
    return review, (*remarks, *_not_applied(review, known)), None


def said(item: Item) -> bool:
    """Whether anything is said of a criterion beside what became of it in earlier rounds."""
    return item != Item(earlier=item.earlier)


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


def _not_applied(review: Review, known: Callable[[], Reference]) -> list[Message]:
    if not review.facts and not review.lines:
        return []
    from lowcarbon_desktop.app.stated import misfit

    reference, remarks = known(), []
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

"""The findings of a plan by the sections of its rubric, each with its criterion and what a person said."""

from __future__ import annotations

from dataclasses import dataclass

from lowcarbon_desktop.checks import Finding
from lowcarbon_desktop.review.verdict import Verdict
from lowcarbon_desktop.rubric import Criterion, Rubric, Section
from lowcarbon_desktop.ui.cells import Sight


@dataclass(frozen=True)
class Item:
    """A finding with its criterion; `noted` where the reviewer wrote a note on it, `verdict` what a person said."""

    finding: Finding
    criterion: Criterion
    noted: bool
    verdict: str | None = None


@dataclass(frozen=True)
class Group:
    """A section of the rubric with its findings in reading order."""

    section: Section
    items: tuple[Item, ...]


def groups(sight: Sight) -> tuple[Group, ...]:
    """The findings grouped by the rubric's sections; a section without findings is left out."""
    rubric: Rubric = sight.assessment.rubric
    criteria = {criterion.id: criterion for criterion in rubric}
    made = []
    for section in rubric.sections:
        items = tuple(Item(finding, criteria[finding.criterion], finding.criterion in sight.review.notes,
                           _person(sight.review.item(finding.criterion).verdict))
                      for finding in sight.assessment.findings if criteria[finding.criterion].section == section.id)
        if items:
            made.append(Group(section, items))
    return tuple(made)


def _person(verdict: Verdict | None) -> str | None:
    return verdict.outcome if verdict is not None else None


def item_of(sight: Sight | None, criterion: str | None) -> Item | None:
    """The finding of one criterion."""
    items = (item for group in groups(sight) for item in group.items) if sight is not None else ()
    return next((item for item in items if item.criterion.id == criterion), None)

"""The findings of a plan by the sections of its rubric, each with its criterion and what a person said."""

from __future__ import annotations

from dataclasses import dataclass

from lowcarbon_desktop.checks import Finding
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
        items = tuple(_item(sight, finding, criteria[finding.criterion]) for finding in sight.assessment.findings
                      if criteria[finding.criterion].section == section.id)
        if items:
            made.append(Group(section, items))
    return tuple(made)


def _item(sight: Sight, finding: Finding, criterion: Criterion) -> Item:
    verdict = sight.review.item(criterion.id).verdict
    said = verdict.outcome if verdict is not None else None
    return Item(finding, criterion, criterion.id in sight.review.notes, said)


def item_of(sight: Sight | None, criterion: str | None) -> Item | None:
    """The finding of one criterion."""
    if sight is None or criterion is None:
        return None
    found = next((each for each in sight.assessment.findings if each.criterion == criterion), None)
    return None if found is None else _item(sight, found, sight.assessment.rubric.criterion(criterion))

"""The shipped rubrics over the shipped examples: every outcome as written down, with the reason, in tests/golden."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource

GOLDEN = Path(__file__).parents[1] / "golden"
EVERY = "every region"


def pages() -> list[tuple[str, str, dict[str, list]]]:
    """(rubric, example, what is written down of it)."""
    found = []
    for rubric in ("first-batch", "xianning-paths"):
        written = yaml.safe_load((GOLDEN / f"{rubric}.yaml").read_text("utf-8"))
        shared = written.pop(EVERY, {})
        found += [(rubric, example, shared | page) for example, page in written.items()]
    return found


@pytest.mark.parametrize("rubric, example, written", pages(), ids=[f"{each[0]} {each[1]}" for each in pages()])
def test_every_outcome_is_as_written_down(rubric: str, example: str, written: dict[str, list]) -> None:
    ending = "docx" if example == "xianning" else "xlsx"
    (assessment,) = check(open_plan(resource("examples", f"{example}.{ending}"), reference()), load_rubric(rubric),
                          reference())
    found = {finding.criterion: [finding.outcome, finding.worst.margin] for finding in assessment.findings}
    assert found == {criterion: [outcome, margin] for criterion, (outcome, margin, _) in written.items()}


def test_thirteen_regions_and_a_plan_in_prose_are_written_down_with_a_reason_each() -> None:
    assert len(pages()) == 14
    assert all(len(why) >= 5 for _, _, page in pages() for _, _, why in page.values())

"""Every shipped rubric keeps the word of its cases, and no criterion is without them."""

from __future__ import annotations

import pytest

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_cases import lacking, run_case, run_cases
from lowcarbon_desktop.app.rubrics import find_rubric, load_bound, shipped
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.rubric.cases import Case, Vocabulary, load_cases
from lowcarbon_desktop.wording import say


def _cases() -> list:
    found = []
    for id in shipped():
        rubric = load_bound(find_rubric(id), reference()).rubric
        found += (pytest.param(rubric, case, id=f"{id}-{case.criterion}-{case.mark.line}")
                  for case in load_cases(rubric, Vocabulary(OUTCOMES, reference().facts)))
    return found


@pytest.mark.parametrize("rubric, case", _cases())
def test_a_case_ends_as_it_says(rubric, case: Case) -> None:
    result = run_case(case, rubric, reference())
    assert not result.differs, [say(each, "en") for each in result.differs]


@pytest.mark.parametrize("id", shipped())
def test_no_criterion_is_without_its_cases(id: str) -> None:
    faults = lacking(*run_cases(find_rubric(id), reference()))
    assert not faults, [say(fault.message, "en") for fault in faults]


def test_the_default_rubric_is_shipped_with_the_criteria_that_scripts_rely_on() -> None:
    ids = {criterion.id for criterion in load_bound(find_rubric("second-batch"), reference()).rubric}
    assert ids >= {
        "targets.co2-2015.nation", "targets.co2-2015.province", "targets.co2-2020.nation",
        "targets.energy-2015.nation", "targets.energy-2015.province", "targets.nonfossil-2015.nation",
        "targets.nonfossil-2020.nation", "targets.near-and-long-term", "targets.decomposed", "peak.year-stated",
        "peak.plausible", "caps.total-emission", "caps.energy", "organisation.leading-group",
        "organisation.leading-group-head", "support.dedicated-fund", "data.inventory", "consistency.kaya",
        "consistency.copied-table", "consistency.units", "consistency.labels"}

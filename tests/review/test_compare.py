"""Two drafts cell by cell: a draft has not changed against itself, and what is added one way is removed the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.plan import Fact, Reading, Where
from lowcarbon_desktop.review.compare import compare
from tests.review.small import ASSESSMENT

readings = st.builds(
    lambda id, year, printed, row: Reading(id, "名", printed, Where("a.csv", None, f"B{row}"),
                                           Where("a.csv", None, f"A{row}"), target_year=year),
    st.sampled_from(["cut", "share", None]), st.sampled_from([2015, 2020, None]), st.sampled_from(["17", "18", " 1 7"]),
    st.integers(1, 9))
drafts = st.lists(readings, max_size=6).map(
    lambda each: replace(ASSESSMENT, plan=replace(ASSESSMENT.plan, readings=tuple(each))))
MIRROR = {"added": "removed", "removed": "added"}


def changes(old: Assessment, new: Assessment) -> Counter[str]:
    return Counter(each.change for each in compare(old, new).cells)


@given(drafts)
def test_nothing_has_changed_against_itself(draft: Assessment) -> None:
    found = compare(draft, draft)
    assert {each.change for each in (*found.cells, *found.facts, *found.findings)} <= {"same"}
    assert [each.new for each in found.cells] == list(draft.plan.readings)


@given(drafts, drafts)
def test_every_value_of_both_stands_in_one_cell_and_the_other_way_round_is_the_mirror(old: Assessment,
                                                                                     new: Assessment) -> None:
    cells = compare(old, new).cells
    assert Counter(each.old for each in cells if each.old) == Counter(old.plan.readings)
    assert Counter(each.new for each in cells if each.new) == Counter(new.plan.readings)
    there = changes(old, new)
    assert changes(new, old) == Counter({MIRROR.get(name, name): count for name, count in there.items()})


def test_facts_and_findings() -> None:
    stated = replace(ASSESSMENT.plan, facts={"co2_peak_year": Fact("co2_peak_year", "stated", 2020)})
    passed = ASSESSMENT.findings[0]._replace(outcome="pass")
    found = compare(ASSESSMENT, replace(ASSESSMENT, plan=stated, findings=(passed,)))
    assert [(each.old.state, each.new.state, each.change) for each in found.facts] == [("unknown", "stated", "changed")]
    assert [(each.criterion, each.old, each.new, each.change) for each in found.findings] == [
        ("cut", "fail", "pass", "changed"), ("peak", "cannot_tell", None, "removed")]

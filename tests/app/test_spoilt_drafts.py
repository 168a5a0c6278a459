"""However a rubric or a tailoring is spoilt by hand, the editor shows what it can and never ends in an error."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app import rubric_draft_cases as cases
from lowcarbon_desktop.app import rubric_draft_criteria as criteria
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_draft import Draft
from lowcarbon_desktop.app.rubric_examined import examine
from lowcarbon_desktop.app.rubric_form import form, head_form
from lowcarbon_desktop.app.tailoring_editing import TailoringEditing
from lowcarbon_desktop.errors import LowCarbonError
from lowcarbon_desktop.wording import say
from tests.rubric.test_mutations import GOOD, PIECES, TAILORING, spoilt

CASE = """\
criterion: {id}
cases:
  - name: a
    plan: {{region: 厦门, facts: {{co2_peak_year: {{state: stated, value: 2020}}}}}}
    outcome: pass
"""
QUIET = [HealthCheck.function_scoped_fixture]


def changes(text: str) -> st.SearchStrategy:
    return st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 30), PIECES), min_size=1, max_size=3)


@settings(max_examples=150, deadline=None, suppress_health_check=QUIET)
@given(law=changes(GOOD), case=changes(CASE), data=st.data())
def test_a_spoilt_rubric_is_shown_with_its_faults_and_can_be_changed_or_says_why_not(
        tmp_path: Path, law: list, case: list, data: st.DataObject) -> None:
    (tmp_path / "cases").mkdir(exist_ok=True)
    (tmp_path / "rubric.yaml").write_text(spoilt(GOOD, law), "utf-8")
    first = next((each.id for each in Draft({"rubric.yaml": GOOD}).entries), "x")
    (tmp_path / "cases" / f"{first}.yaml").write_text(spoilt(CASE.format(id=first), case), "utf-8")
    draft = Draft.load(tmp_path)
    found = examine(draft, tmp_path, reference())
    assert all(say(each.said, lang) for each in found.faults for lang in ("zh", "en"))
    head_form(draft)
    for entry in draft.entries:
        fields = [each for group in form(entry, draft, reference()) for each in group.fields]
        cases.cases(draft, entry.id)
        field = data.draw(st.sampled_from(fields))
        try:
            criteria.put_field(draft, entry.id, field.path, "x")
            criteria.move(draft, entry.id, 1)
            criteria.duplicate(draft, entry.id)
        except LowCarbonError as refused:
            assert say(refused.message, "zh")


@settings(max_examples=100, deadline=None, suppress_health_check=QUIET)
@given(law=changes(TAILORING))
def test_a_spoilt_tailoring_is_shown_or_refused_in_words(tmp_path: Path, law: list) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(spoilt(TAILORING, law), "utf-8")
    try:
        editing = TailoringEditing(path)
        for row in editing.rows:
            editing.remark(row, "z")
        editing.examined(reference())
        for row in editing.rows[:1]:
            editing.take_back(row)
    except LowCarbonError as refused:
        assert say(refused.message, "zh")
    finally:
        editing = None
        (tmp_path / ".t.yaml.draft").unlink(missing_ok=True)

"""A rubric is edited without a window: drafts, faults at their fields, cases run, and saving once it lints."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app import rubric_draft_cases as cases
from lowcarbon_desktop.app import rubric_draft_criteria as criteria
from lowcarbon_desktop.app import rubric_draft_sections as sections
from lowcarbon_desktop.app.check import load_rubric
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_draft import Draft
from lowcarbon_desktop.app.rubric_editing import Editing, raised
from lowcarbon_desktop.app.rubric_form import form, head_form
from lowcarbon_desktop.app.rubric_new import start
from lowcarbon_desktop.app.rubrics import find_rubric, own, own_folder
from lowcarbon_desktop.assets import rubrics
from lowcarbon_desktop.checks.table import KINDS
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.wording import known, say

KAYA = "consistency.kaya"
WHAT = message("edit-added", criterion="x")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rubric of the user's own, begun from a shipped one."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    start("mine", "first-batch", own_folder() / "mine")
    return own_folder() / "mine"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.yaml")}


def said(editing: Editing) -> dict[tuple[str | None, str], str]:
    found = editing.examined(editing.draft, reference())
    return {(each.criterion, ".".join(map(str, each.path))): say(each.said, "en") for each in found.faults}


def put(editing: Editing, id: str, path: str, value: object) -> None:
    editing.do(lambda draft: criteria.put_field(draft, id, tuple(path.split(".")), value), WHAT)


def test_a_users_own_rubric_is_found_by_its_id(folder: Path) -> None:
    assert own() == ("mine",)
    assert find_rubric("mine") == folder
    assert load_rubric("mine").version == "0.1"


def test_a_shipped_rubric_can_only_be_looked_at() -> None:
    editing = Editing(rubrics() / "first-batch")
    with pytest.raises(UsageError) as refused:
        put(editing, KAYA, "points", 3)
    assert refused.value.message.code == "edit-shipped"
    assert not editing.changed


def test_one_field_that_is_changed_and_saved_changes_one_line_of_one_file(folder: Path) -> None:
    before, editing = bytes_of(folder), Editing(folder)
    put(editing, KAYA, "with.tolerance", 2)
    assert editing.next_version() == "0.2"
    editing.save(reference())
    after = bytes_of(folder)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["consistency.yaml"]
    old, new = (each["consistency.yaml"].decode().splitlines() for each in (before, after))
    assert sum(one != other for one, other in zip(old, new, strict=True)) == 1
    assert load_rubric("mine").criterion(KAYA).parameters["tolerance"] == 2
    assert not editing.changed
    assert not editing.draft_folder.exists()


def test_each_fault_stands_at_its_field_and_nothing_faulty_is_saved(folder: Path) -> None:
    before, editing = bytes_of(folder), Editing(folder)
    put(editing, KAYA, "with.tolerance", 99)
    put(editing, KAYA, "with.co2", "co2_per_gdp_cutt")
    put(editing, KAYA, "title.en", "")
    put(editing, KAYA, "severity", "mst")
    put(editing, KAYA, "remedy", None)
    put(editing, KAYA, "points", 50)
    editing.do(lambda draft: cases.put_case(draft, KAYA, 0, ("outcome",), "passs"), WHAT)
    found = said(editing)
    assert found[KAYA, "with.tolerance"].endswith("must not be above 20")
    assert "did you mean 'co2_per_gdp_cut'?" in found[KAYA, "with.co2"]
    assert "English" in found[KAYA, "title.en"]
    assert "did you mean 'must'?" in found[KAYA, "severity"]
    assert "missing" in found[KAYA, "remedy"]
    assert "did you mean 'pass'?" in found[KAYA, "cases.0.outcome"]
    assert "add up" in found[None, "total_points"]
    with pytest.raises(UsageError) as refused:
        editing.save(reference())
    assert refused.value.message.code == "edit-faulty"
    kept = {name: raw for name, raw in bytes_of(folder).items() if not name.startswith(".draft/")}
    assert kept == before
    assert load_rubric("mine").criterion(KAYA).severity == "note"


def test_what_was_not_saved_is_there_again_and_judges_nothing(folder: Path) -> None:
    editing = Editing(folder)
    put(editing, KAYA, "with.tolerance", 3)
    editing.keep(editing.draft)
    again = Editing(folder)
    assert again.recovered
    assert not again.outdated
    assert again.draft == editing.draft
    assert load_rubric("mine").criterion(KAYA).parameters["tolerance"] != 3
    again.undo()
    assert not again.changed
    again.redo()
    (folder / "rubric.yaml").write_text((folder / "rubric.yaml").read_text("utf-8") + "# by hand\n", "utf-8")
    assert Editing(folder).outdated
    with pytest.raises(UsageError) as refused:
        again.save(reference())
    assert refused.value.message.code == "edit-changed-outside"


def test_a_case_goes_wrong_with_another_threshold_and_is_mended(folder: Path) -> None:
    editing = Editing(folder)
    put(editing, KAYA, "with.tolerance", 15)
    found = editing.examined(editing.draft, reference())
    wrong = [place for place, each in enumerate(found.tried[KAYA]) if each.differs]
    assert wrong
    assert found.wrong_cases(KAYA) == found.wrong_cases() == len(wrong)
    for place in wrong:
        got = found.tried[KAYA][place].outcome
        editing.do(lambda draft, place=place, got=got: cases.put_case(draft, KAYA, place, ("outcome",), got), WHAT)
        editing.do(lambda draft, place=place: cases.put_case(draft, KAYA, place, ("code",), None), WHAT)
    assert editing.examined(editing.draft, reference()).wrong_cases() == 0


def test_a_renamed_criterion_keeps_its_old_id_and_its_cases(folder: Path) -> None:
    editing = Editing(folder)
    editing.do(lambda draft: criteria.rename(draft, KAYA, "consistency.identity"), WHAT)
    assert said(editing) == {}
    editing.save(reference())
    rubric = load_rubric("mine")
    assert rubric.criterion(KAYA).id == "consistency.identity"
    assert not (folder / "cases" / f"{KAYA}.yaml").exists()
    with pytest.raises(UsageError):
        editing.do(lambda draft: criteria.rename(draft, "consistency.identity", KAYA), WHAT)


def test_a_criterion_is_added_doubled_moved_and_taken_out(folder: Path) -> None:
    editing = Editing(folder)
    before = editing.draft
    made, id = criteria.add(before, "peak" if "peak" in dict(before.sections) else "targets")
    assert {path for of, path in _faults(editing, made) if of == id} >= {"title.zh", "remedy.en", "with.fact", "cases"}
    doubled, second = criteria.duplicate(before, KAYA)
    ids = [each.id for each in doubled.entries]
    assert ids.index(second) == ids.index(KAYA) + 1
    assert len(cases.cases(doubled, second)) == len(cases.cases(before, KAYA))
    assert criteria.remove(doubled, second) == before
    moved = criteria.move(before, KAYA, -1)
    assert moved != before
    assert criteria.move(moved, KAYA, 1) == before
    first = next(each.id for each in before.entries if each.section == before.entry(KAYA).section)
    assert criteria.move(before, first, -1) == before


def _faults(editing: Editing, draft: Draft) -> set[tuple[str | None, str]]:
    return {(each.criterion, ".".join(map(str, each.path))) for each in editing.examined(draft, reference()).faults}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_undo_after_any_change_gives_the_bytes_back(folder: Path, data: st.DataObject) -> None:
    editing = Editing(folder)
    before = editing.draft
    entry = data.draw(st.sampled_from(before.entries))
    field = data.draw(st.sampled_from([each for group in form(entry, before, reference()) for each in group.fields]))
    value = data.draw(st.one_of(st.text(max_size=8), st.integers(0, 99), st.none()))
    if field.path != ("id",):
        put(editing, entry.id, ".".join(map(str, field.path)), value)
        editing.undo()
    assert editing.draft.texts == before.texts


def test_every_kind_of_check_has_a_form_in_both_languages(folder: Path) -> None:
    draft = Editing(folder).draft
    for kind in KINDS.values():
        with_kind = criteria.put_field(draft, KAYA, ("check",), kind.id)
        groups = form(with_kind.entry(KAYA), with_kind, reference())
        fields = {each.path: each for group in groups for each in group.fields}
        assert {("with", each.name) for each in kind.parameters} <= set(fields)
        for lang in ("zh", "en"):
            assert all(say(each.label, lang) for each in fields.values())
            assert all(known(choice.code, lang) for each in fields.values() for _, choice in each.choices
                       if hasattr(choice, "code"))
    assert {each.path[0] for group in head_form(draft) for each in group.fields} >= {"version", "date", "total_points"}


@pytest.mark.parametrize(("now", "next_"), [("1.0", "1.1"), ("0.9", "0.10"), ("2012", "2013"), ("1.0-省", "1.0-省.1")])
def test_the_next_version_is_proposed(now: str, next_: str) -> None:
    assert raised(now) == next_


def test_other_words_are_no_other_meaning(folder: Path) -> None:
    editing = Editing(folder)
    put(editing, KAYA, "rationale.zh", "换一种说法。")
    assert editing.differences()
    assert editing.next_version() is None


def test_a_rubric_is_not_saved_under_the_id_of_a_shipped_one(folder: Path) -> None:
    editing = Editing(folder)
    editing.do(lambda draft: criteria.put_head(draft, ("id",), "second-batch"), WHAT)
    with pytest.raises(UsageError) as refused:
        editing.save(reference())
    assert refused.value.message.code == "rubric-id-taken"


def test_a_criterion_goes_over_to_the_next_section_and_back_with_its_remarks(folder: Path) -> None:
    name = folder / "targets.yaml"
    name.write_text(name.read_text("utf-8").replace("  - id: targets.co2-2015.nation", "  # the first\n"
                                                    "  - id: targets.co2-2015.nation"), "utf-8")
    before = Editing(folder).draft
    first = next(each.id for each in before.entries if each.section == "targets")
    moved = sections.shift(before, first, -1)
    assert moved.entry(first).section != "targets"
    assert "# the first" in moved.texts[moved.entry(first).file]
    assert sections.shift(moved, first, 1) == before


def test_sections_are_named_added_and_taken_out(folder: Path) -> None:
    editing = Editing(folder)
    before = editing.draft
    rows = sections.headings(before, "sections")
    assert sections.put_headings(before, "sections", rows) == before
    named = sections.put_headings(before, "sections", [(rows[0][0], "新名", "New"), *rows[1:]])
    assert dict(named.sections)[rows[0][0]].zh == "新名"
    more = sections.put_headings(before, "sections", [*rows, ("own", "本省", "Own")])
    added, id = criteria.add(more, "own")
    assert added.entry(id).file == "own.yaml"
    assert sections.put_headings(added, "sections", rows).texts == before.texts
    other = sections.put_headings(before, "sections", [("thought", *rows[0][1:]), *rows[1:]])
    assert f"{rows[0][0]}.yaml" not in other.texts
    assert {each.section for each in other.entries} >= {"thought"}
    assert editing.examined(other, reference()).refused == ()
    with pytest.raises(UsageError) as refused:
        sections.put_headings(before, "sections", [row for row in rows if row[0] != "targets"])
    assert refused.value.message.code == "edit-section-full"


def test_a_new_case_is_written_as_a_person_would_write_it(folder: Path) -> None:
    draft, id = criteria.add(Editing(folder).draft, "targets")
    draft = cases.add_case(draft, id, "新用例")
    draft = cases.put_case(draft, id, 0, ("plan", "region"), "厦门")
    draft = cases.put_case(draft, id, 0, ("plan", "table"), "目标项 | 2015\nGDP | 5\n")
    draft = cases.put_case(draft, id, 0, ("plan", "facts"), {"ghg_inventory": {"state": "stated", "source": "第 3 页"}})
    draft = cases.put_case(draft, id, 0, ("margin",), -0.5)
    assert draft.texts[f"cases/{id}.yaml"] == f"""\
criterion: {id}
cases:
  - name: 新用例
    plan:
      whole: false
      region: 厦门
      table: |
        目标项 | 2015
        GDP | 5
      facts: {{ghg_inventory: {{state: stated, source: 第 3 页}}}}
    outcome: cannot_tell
    margin: -0.5
"""

"""What the reviewer says of the matrix of instruments: what counts, what does not any more, what is settled by it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.checks.instruments import matrix_of
from lowcarbon_desktop.checks.marked import marked, rests_on, sentence_of
from lowcarbon_desktop.plan import Plan, SourceFile
from tests.checks.test_instruments import CATALOGUE, plan

TEXT = ["总则。", "（一）优先发展公共交通。市财政设立专项资金。", "（二）既有建筑节能改造。给予财政补贴。"]
BUS = ("public-transport", "special-funds")
FLATS = ("retrofit", "fiscal-incentives")
TREES = ("afforestation", "voluntary-tools")
MEASURES, INSTRUMENTS = ([each.id for each in of] for of in (CATALOGUE.measures, CATALOGUE.instruments))
marks = st.builds(Mark, st.sampled_from([*MEASURES, "gone"]), st.sampled_from([*INSTRUMENTS, "gone"]), st.booleans(),
                  st.sampled_from(["", "市财政设立专项资金。", "给予财政补贴。", "没有的句子。"]), st.just("因为"),
                  st.sampled_from(["", "0" * 64]))


def word(cell: tuple[str, str], holds: bool, of: Plan, reason: str = "见附件三") -> Mark:
    return Mark(*cell, holds, "", reason, rests_on(cell, matrix_of(of, CATALOGUE), of))


def test_no_takes_what_was_found_out_and_keeps_it_to_be_seen() -> None:
    draft = plan(TEXT)
    found = matrix_of(draft, CATALOGUE)
    right = marked(found, [word(BUS, False, draft)], draft)
    assert BUS in found.cells and BUS not in right.cells and right.struck[BUS] == found.cells[BUS]
    assert "transport" in right.bare_fields and right.cells[FLATS] == found.cells[FLATS]


def test_yes_where_nothing_was_found_rests_on_the_reason_and_on_this_very_draft() -> None:
    draft = plan(TEXT)
    said = word(TREES, True, draft)
    right = marked(matrix_of(draft, CATALOGUE), [said], draft)
    assert [(each.text, each.where) for each in right.cells[TREES]] == [("见附件三", None)]
    assert "voluntary-tools" in right.used and right.settled(1, "sinks") and not right.settled(1, "transport")
    revised = replace(draft, files=(SourceFile("方案.docx", "1"),))
    now = marked(matrix_of(revised, CATALOGUE), [said], revised)
    assert TREES not in now.cells and now.void == (said,) and not now.settled(1)


def test_a_word_on_a_cell_outlives_changes_elsewhere_and_no_change_of_the_cell() -> None:
    draft = plan(TEXT)
    said = word(BUS, True, draft)
    elsewhere = replace(plan(["总则改了。", *TEXT[1:]]), files=(SourceFile("方案.docx", "1"),))
    assert marked(matrix_of(elsewhere, CATALOGUE), [said], elsewhere).marks == (said,)
    here = plan([TEXT[0], "（一）优先发展公共交通。市财政设立专项资金两千万元。", TEXT[2]])
    assert marked(matrix_of(here, CATALOGUE), [said], here).void == (said,)


def test_a_sentence_goes_with_the_text_and_comes_with_its_place() -> None:
    draft = plan(TEXT)
    found = matrix_of(draft, CATALOGUE)
    text = found.cells[BUS][0].text
    moved = [Mark(*BUS, False, text), Mark(*TREES, True, text)]
    right = marked(found, moved, draft)
    assert BUS not in right.cells and right.cells[TREES] == found.cells[BUS] and right.confirmed == {TREES}
    without = plan([TEXT[0], TEXT[2]])
    assert set(marked(matrix_of(without, CATALOGUE), moved, without).void) == set(moved)


def test_a_part_of_a_sentence_is_found_where_it_stands() -> None:
    draft = plan(TEXT)
    assert sentence_of(draft, " 专项 资金 ").where.paragraph == 2  # type: ignore[union-attr]
    assert sentence_of(draft, "绿色通道") is None and sentence_of(draft, "") is None


@given(st.lists(marks, max_size=6))
def test_every_mark_counts_or_is_told_and_nothing_else_moves(some: list[Mark]) -> None:
    draft = plan(TEXT)
    found = matrix_of(draft, CATALOGUE)
    right = marked(found, some, draft)
    assert sorted(map(repr, (*right.marks, *right.void))) == sorted(map(repr, some))
    touched = {each.cell for each in right.marks}
    assert {cell: each for cell, each in right.cells.items() if cell not in touched} == {
        cell: each for cell, each in found.cells.items() if cell not in touched}
    assert all(each.measure != "gone" and each.instrument != "gone" for each in right.marks)
    assert all(right.cells.values())


def test_what_a_person_stands_for_settles_the_finding_and_what_is_void_is_told() -> None:
    draft = plan(TEXT)
    words = [word((each.id, "special-funds"), True, draft) for each in CATALOGUE.measures
             if each.id in ("research", "new-energy", "retrofit", "public-transport", "publicity", "afforestation")]
    rubric, known = load_rubric(), reference()
    (before,), (after,) = check([draft], rubric, known), check([draft], rubric, known, marks=words)
    assert before.finding("instruments.fields").open
    assert (after.finding("instruments.fields").outcome, after.finding("instruments.fields").settled) == ("pass", True)
    void = Mark("retrofit", "special-funds", True, "", "", "0" * 64)
    (told,) = check([draft], rubric, known, marks=[void])
    assert "mark-void" in {each.code for each in told.plan.remarks}

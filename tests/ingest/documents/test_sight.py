"""What of a PDF a reader of the paper does not see, or sees laid over it: none of it passes for the plan's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import open_plan, read_source
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import PlanUnreadable
from lowcarbon_desktop.plan import Plan
from tests.ingest.documents import typed
from tests.ingest.documents.typed import box, said

TITLE = said("厦门市低碳城市试点实施方案", 200, 60)
PROSE = "到2015年，单位GDP二氧化碳排放比2010年下降18%。"
HEAD = ["指标", "单位", "2015年", "2020年"]
ROWS = [HEAD, ["单位GDP二氧化碳排放比2010年下降", "%", "18", ""], ["森林覆盖率", "%", "42", "43"]]
WIDTHS = [200, 40, 60, 60]
TABLE = typed.table(ROWS, WIDTHS)
VALUE = 305, 222  # where the 18 stands
RECT = "[300 598 330 622]"


def read(path: Path) -> Plan:
    (plan,) = open_plan(path, reference())
    return plan


def codes(plan: Plan, printed: str) -> list[str]:
    """Why the value is doubted."""
    (found,) = [each for each in plan.readings if each.printed == printed]
    return [doubt.code for doubt in found.doubts]


def test_a_table_as_word_draws_it_is_read(tmp_path: Path) -> None:
    plan = read(typed.save(tmp_path / "a.pdf", TITLE, TABLE))
    assert [(each.indicator, each.base_year, each.target_year, str(each.value)) for each in plan.readings] == [
        ("co2_per_gdp_cut", 2010, 2015, "18%"), ("forest_coverage", None, 2015, "42%"),
        ("forest_coverage", None, 2020, "43%")]
    assert not plan.remarks and not any(each.doubts for each in plan.readings)


UNSEEN = {
    "no ink": "3 Tr " + said(PROSE, 60, 100), "transparent": "q /Sheer gs " + said(PROSE, 60, 100) + "Q\n",
    "a layer that is off": "/OC /Off BDC " + said(PROSE, 60, 100) + "EMC\n",
    "clipped": "q 0 0 9 9 re W n " + said(PROSE, 60, 100) + "Q\n", "tiny": said(PROSE, 60, 100, size=1),
    "off the page": said(PROSE, -400, 100), "white": "1 g " + said(PROSE, 60, 100) + "0 g ",
}


@pytest.mark.parametrize("how", UNSEEN)
def test_a_target_that_nobody_sees_on_paper_is_doubted(how: str, tmp_path: Path) -> None:
    plan = read(typed.save(tmp_path / "a.pdf", TITLE, UNSEEN[how], "0 Tr ", said("二、保障措施", 60, 400)))
    assert codes(plan, "18%") == ["words-unseen"]


def test_what_is_seen_through_its_state_is_not_doubted(tmp_path: Path) -> None:
    """A layer that is on, a clip around the text, a state that was put back."""
    seen = "q /Sheer gs Q q 50 700 500 80 re W* n /OC /On BDC " + said(PROSE, 60, 100) + "EMC Q\n"
    assert codes(read(typed.save(tmp_path / "a.pdf", TITLE, seen)), "18%") == []


def test_a_value_painted_over_is_gone_and_its_cell_doubted(tmp_path: Path) -> None:
    cover = "1 g " + box(302, 222, 40, 16) + "0 g "
    plan = read(typed.save(tmp_path / "a.pdf", TITLE, TABLE, cover))
    assert codes(plan, "") == ["words-unseen"] and len(plan.readings) == 3
    plan = read(typed.save(tmp_path / "b.pdf", TITLE, TABLE, cover, said("16", 304, 224)))
    assert codes(plan, "16") == ["words-unseen"] and all(each.printed != "18" for each in plan.readings)


@pytest.mark.parametrize(("words", "void"), [("草稿", False), ("征求意见稿", False), ("作废", True)])
@pytest.mark.parametrize("askew", [True, False])
def test_a_watermark_is_told_and_parts_no_table(words: str, void: bool, askew: bool, tmp_path: Path) -> None:
    mark = ".8 g " + said(words, 150, 260, size=60, turn=".7 .7 -.7 .7" if askew else "1 0 0 1") + "0 g "
    plan = read(typed.save(tmp_path / "a.pdf", mark, TITLE, TABLE))
    assert [each.printed for each in plan.readings if each.value] == ["18", "42", "43"]
    assert [(each.code, each.args["texts"]) for each in plan.remarks] == [("pdf-watermark", words)]
    assert codes(plan, "18") == (["pdf-watermark-void"] if void else [])


def annotation(kind: str, rect: str = RECT, more: str = "") -> str:
    told = ("\ufeff" + "此数待核定").encode("utf-16-be").hex()
    return f"<</Type/Annot/Subtype/{kind}/Rect{rect}/Contents<{told}>{more}>>"


@pytest.mark.parametrize("kind", ["Text", "FreeText", "Highlight", "Caret"])
def test_a_comment_puts_the_value_in_doubt_and_is_told(kind: str, tmp_path: Path) -> None:
    plan = read(typed.save(tmp_path / "a.pdf", TITLE, TABLE, annotations=annotation(kind)))
    assert codes(plan, "18") == ["words-annotated"] and codes(plan, "42") == []
    assert [each.code for each in plan.remarks] == ["pdf-comments"]


def test_a_comment_that_is_hidden_or_a_link_says_nothing(tmp_path: Path) -> None:
    held = annotation("Text", more="/F 2") + annotation("Link")
    assert not read(typed.save(tmp_path / "a.pdf", TITLE, TABLE, annotations=held)).remarks


def test_a_value_that_is_marked_as_struck_out_is_gone(tmp_path: Path) -> None:
    held = "<</Type/Annot/Subtype/StrikeOut/Rect[0 0 1 1]/QuadPoints[300 622 330 622 300 598 330 598]>>"
    assert codes(read(typed.save(tmp_path / "a.pdf", TITLE, TABLE, annotations=held)), "") == ["words-struck"]


def test_what_is_filled_into_a_field_is_told(tmp_path: Path) -> None:
    held = f"<</Type/Annot/Subtype/Widget/FT/Tx/V(45)/Rect{RECT}>>"
    source = read_source(typed.save(tmp_path / "a.pdf", TITLE, TABLE, annotations=held))
    assert [(each.code, each.args["texts"]) for each in source.remarks] == [("pdf-fields", "45")] and not source.whole


FILLER = "".join(said("本市将加快推进产业结构调整，大力发展循环经济。", 60, 400 + 12 * n) for n in range(30))


@pytest.mark.parametrize("font", ["U", "B"])
def test_a_text_whose_font_does_not_say_what_it_is_is_refused(font: str, tmp_path: Path) -> None:
    with pytest.raises(PlanUnreadable) as error:
        open_plan(typed.save(tmp_path / "a.pdf", TITLE, TABLE, said(PROSE * 3, 60, 300, font=font)), reference())
    assert error.value.message.code == "pdf-characters-unknown"


@pytest.mark.parametrize("text", ["\ue001\ue002", "18"])
def test_a_few_numbers_that_cannot_be_read_are_doubted_and_told(text: str, tmp_path: Path) -> None:
    words = "2015年非化石能源占一次能源消费比重"
    lost = "".join(said(words, 60, y) + said(text, 60 + typed.wide(words), y, font="U" if text == "18" else "W")
                   for y in (300, 330))
    held = typed.save(tmp_path / "a.pdf", TITLE, TABLE, lost, FILLER)
    source = read_source(held)
    assert [each.code for each in source.remarks] == ["pdf-signs-unread"] and not source.whole
    assert [each.trouble.code for each in source.passages if "\ufffd" in each.text] == ["words-unknown"] * 2


def test_a_bullet_of_an_old_font_is_no_trouble(tmp_path: Path) -> None:
    source = read_source(typed.save(tmp_path / "a.pdf", TITLE, said("\uf06c", 60, 100), said(PROSE, 72, 100), FILLER))
    assert not source.remarks and source.whole and not any(each.trouble for each in source.passages)


def test_a_table_that_lies_beside_upright_text_is_told(tmp_path: Path) -> None:
    lying = said("单位GDP二氧化碳排放比2010年下降率百分之十八", 300, 700, turn="0 1 -1 0")
    source = read_source(typed.save(tmp_path / "a.pdf", TITLE, FILLER, lying))
    assert [grid.left.code for grid in source.grids if grid.left] == ["pdf-pages-turned"] and not source.whole

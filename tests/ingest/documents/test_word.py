"""Word documents: the examples read as from a workbook, and every trap that a document sets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.cli.main import main
from lowcarbon_desktop.errors import PlanUnreadable
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.review import Correction
from tests.ingest.documents import word
from tests.plans.write_examples import source

SLUGS = [each["slug"] for each in source()["tables"]]
HEADER = ["序号", "指标", "单位", "2015", "2020"]
CUT = "单位GDP二氧化碳排放比2010年下降率"


def said(plan: Plan) -> list[tuple]:
    return [(each.indicator, each.base_year, each.target_year, each.value, each.unit, each.kind, each.region,
             each.printed, [doubt.code for doubt in each.doubts]) for each in plan.readings]


def read(tmp_path: Path, *body: str) -> Plan:
    (plan,) = open_plan(word.save(tmp_path / "方案.docx", *body), reference())
    return plan


def values(plan: Plan) -> list[tuple]:
    return [(each.indicator, each.target_year, str(each.value), each.region) for each in plan.readings
            if each.value is not None]


@pytest.mark.parametrize("slug", SLUGS)
def test_an_example_reads_as_from_the_workbook(slug: str, tmp_path: Path) -> None:
    originals = open_plan(resource("examples", f"{slug}.xlsx"), reference())
    twins = open_plan(word.example(slug, tmp_path / "plan.docx"), reference())
    assert [(said(twin), twin.region, twin.as_of) for twin in twins] == [
        (said(original), original.region, original.as_of) for original in originals]
    for twin in twins:
        assert not twin.whole


def test_a_place_is_table_row_and_column(tmp_path: Path) -> None:
    plan = read(tmp_path, "厦门市低碳试点实施方案", word.table(["联系人", "电话"], ["张三", "1"]), "表 1 低碳目标",
                word.table(HEADER, ["1", CUT, "%", "17", ""]))
    where = plan.readings[0].where
    assert (where.table, where.row, where.column, str(where)) == (2, 2, 4, "T2!D2")


def test_a_correction_goes_by_the_tables_short_name(tmp_path: Path) -> None:
    path = word.save(tmp_path / "plan.docx", "厦门市方案", word.table(HEADER, ["1", CUT, "%", "17", ""]))
    (plan,) = open_plan(path, reference(), corrections=[Correction("plan.docx", "T1", "D2", "17", "18")])
    assert (str(plan.readings[0].value), plan.readings[0].was) == ("18%", "17")
    (plan,) = open_plan(path, reference(), corrections=[Correction("plan.docx", "T1", "D9", "17", "18")])
    assert "correction-gone" in [each.code for each in plan.remarks]


def test_deleted_text_is_no_text_and_inserted_text_is(tmp_path: Path) -> None:
    changed = word.paragraph("<w:del><w:r><w:delText>20</w:delText></w:r></w:del>",
                             "<w:ins>" + word.run("17") + "</w:ins>", word.run("99", "<w:vanish/>"))
    moved = word.paragraph("<w:moveFrom>" + word.run("45") + "</w:moveFrom>", "40")
    gone = word.row("2", "森林覆盖率", "%", "60", "", properties="<w:del/>")
    line = word.row("1", CUT, "%", word.cell(changed), word.cell(moved))
    plan = read(tmp_path, "厦门市", word.table(HEADER, line, gone))
    assert [each.printed for each in plan.readings] == ["17", "40"]


def test_a_raised_digit_is_a_footnote_and_never_part_of_the_number(tmp_path: Path) -> None:
    raised = word.paragraph("17", word.run("1", '<w:vertAlign w:val="superscript"/>'))
    plan = read(tmp_path, "厦门市", word.table(HEADER, word.row("1", CUT, "%", word.cell(raised), "")))
    assert str(plan.readings[0].value) == "17%"


@pytest.mark.parametrize("lines", [("17", "20"), ("17%", "20%"), ("约17", "20左右")])
def test_two_numbers_in_a_cell_are_never_one(lines: tuple[str, ...], tmp_path: Path) -> None:
    plan = read(tmp_path, "厦门市", word.table(HEADER, word.row("1", CUT, "%", word.cell(*lines), "")))
    assert plan.readings[0].value is None and plan.readings[0].doubts


def test_an_unknown_sign_of_a_symbol_font_does_not_vanish(tmp_path: Path) -> None:
    for code, value in (("F0B3", "≥17%"), ("F0FE", None)):
        sign = word.paragraph(f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>', "17")
        plan = read(tmp_path, "厦门市", word.table(HEADER, word.row("1", CUT, "%", word.cell(sign), "")))
        assert (str(plan.readings[0].value) if plan.readings[0].value else None) == value


def test_a_heading_merged_over_two_years_and_a_category_merged_downwards(tmp_path: Path) -> None:
    head = word.row(word.cell("类别", merge="restart"), word.cell("指标", merge="restart"),
                    word.cell("单位", merge="restart"), word.cell("目标值", span=2))
    below = word.row(*(word.cell("", merge="continue") for _ in range(3)), "2015年", "2020年")
    first = word.row(word.cell("总体", merge="restart"), CUT, "%", "17", "")
    second = word.row(word.cell("", merge="continue"), "森林覆盖率", "%", "42", "43")
    plan = read(tmp_path, "厦门市低碳目标", word.table(head, below, first, second))
    assert values(plan) == [("co2_per_gdp_cut", 2015, "17%", None), ("forest_coverage", 2015, "42%", None),
                            ("forest_coverage", 2020, "43%", None)]
    assert not any(each.doubts for each in plan.readings)


def test_edges_drawn_by_hand_make_no_columns(tmp_path: Path) -> None:
    head = word.row("指标", "单位", word.cell("2015", span=2), "2020")
    line = word.row(CUT, "%", "17", word.cell("45", span=2))
    plan = read(tmp_path, "厦门市", word.table(head, line, widths=(4000, 1000, 1000, 60, 1000)))
    assert [(each.target_year, each.printed, each.doubts) for each in plan.readings] == [
        (2015, "17", ()), (2020, "45", ())]


def test_the_text_around_says_whose_it_is_of_which_day_and_in_which_unit(tmp_path: Path) -> None:
    plan = read(tmp_path, "厦门市国家低碳城市试点工作实施方案", "厦门市人民政府", "二〇一二年五月三十一日",
                "根据国家要求，参照杭州市、深圳市的做法，我市提出如下目标（见表3-1）：", "表3-1 低碳发展主要指标",
                "（单位：%）",
                word.table(["指标", "2015"], ["单位GDP二氧化碳排放比2010年下降", "17"]), "与杭州市相比，目标如下表。")
    assert (plan.name, plan.as_of, plan.as_of_from) == ("厦门", date(2012, 5, 31), "plan")
    assert plan.tables[0].title == "表3-1 低碳发展主要指标"
    assert values(plan) == [("co2_per_gdp_cut", 2015, "17%", None)]


@pytest.mark.parametrize("above", [("表3-2 杭州市低碳目标",), ("杭州市提出的目标如下：", "表3-2 主要指标"),
                                   ("据公开资料，杭州市的目标见下表。",)])
def test_a_second_table_of_another_city_is_context(above: tuple[str, ...], tmp_path: Path) -> None:
    plan = read(tmp_path, "厦门市低碳城市试点实施方案", "表3-1 低碳目标", word.table(HEADER, ["1", CUT, "%", "17", ""]),
                "二、比较", *above, word.table(HEADER, ["1", CUT, "%", "20", ""]))
    assert values(plan) == [("co2_per_gdp_cut", 2015, "17%", None), ("co2_per_gdp_cut", 2015, "20%", "杭州")]
    assert [table.taken for table in plan.tables] == [True, False]


def test_the_cover_tells_whose_plan_it_is_before_the_first_table_does(tmp_path: Path) -> None:
    plan = read(tmp_path, "厦门市低碳城市试点实施方案", "表1 杭州市目标", word.table(HEADER, ["1", CUT, "%", "20", ""]),
                "表2 厦门市目标", word.table(HEADER, ["1", CUT, "%", "17", ""]))
    assert plan.name == "厦门"
    assert [(value, region) for _, _, value, region in values(plan)] == [("20%", "杭州"), ("17%", None)]


def test_a_caption_below_a_table(tmp_path: Path) -> None:
    plan = read(tmp_path, "厦门市方案", "正文。", word.table(HEADER, ["1", CUT, "%", "17", ""]), "表 2 低碳目标",
                "后文。")
    assert plan.tables[0].title == "表 2 低碳目标"


def test_a_table_inside_a_table_is_read_and_its_text_not_twice(tmp_path: Path) -> None:
    inner = word.table(HEADER, ["1", CUT, "%", "17", ""])
    plan = read(tmp_path, "厦门市方案", word.table(word.row(word.cell("低碳目标", inner))))
    assert values(plan) == [("co2_per_gdp_cut", 2015, "17%", None)]
    assert plan.readings[0].where.table == 2 and plan.tables[0].title == "低碳目标"


def test_a_text_box_is_read_once_and_not_as_part_of_the_line_that_it_hangs_on(tmp_path: Path) -> None:
    inner = word.paragraph("厦门市低碳试点方案")
    box = ("<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
           f"<w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></mc:Fallback>"
           "</mc:AlternateContent></w:r>")
    plan = read(tmp_path, word.paragraph(box, "表1 目标"), word.table(HEADER, ["1", CUT, "%", "17", ""]))
    assert (plan.name, plan.tables[0].title) == ("厦门", "表1 目标")


def test_a_table_that_is_no_indicator_table_is_shown_and_says_why_it_was_left(tmp_path: Path) -> None:
    plan = read(tmp_path, "厦门市方案", word.table(HEADER, ["1", CUT, "%", "17", ""]), "表2 重点项目",
                word.table(["项目", "投资"], ["风电场", "3亿元"]))
    left = plan.tables[1]
    assert (left.taken, left.why.code, left.title) == (False, "table-without-heading", "表2 重点项目")
    assert [cell.text for row in left.rows for cell in row.cells] == ["项目", "投资", "风电场", "3亿元"]


def deep(levels: int) -> str:
    inside = "x"
    for _ in range(levels):
        inside = word.table(word.row(word.cell(inside)))
    return inside


BAD = {
    "document-too-deep": lambda path: word.save(path, deep(51)),
    "sheets-empty": lambda path: word.save(path),
    "document-entities": lambda path: word.save(path, "x", head='<!DOCTYPE a [<!ENTITY x "y">]>'),
    "too-many-columns": lambda path: word.save(path, word.table(word.row(word.cell("x", span=999_999)))),
    "document-too-many-tables": lambda path: word.save(path, *[word.table(["x"])] * 501),
    "document-too-long": lambda path: word.save(path, *["x"] * 30_001),
    "not-a-document": lambda path: path.write_bytes(b"hello"),
    "document-legacy": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "document-encrypted": lambda path: path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")),
    "document-damaged": lambda path: path.write_bytes(word.save(path, "x" * 9999).read_bytes()[:400]),
}


@pytest.mark.parametrize("code", BAD)
def test_a_bad_document(code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.docx"
    BAD[code](path)
    with pytest.raises(PlanUnreadable) as error:
        open_plan(path, reference())
    assert error.value.message.code == code
    assert main(["check", str(path)], lambda files: 0) == 3
    assert "plan.docx" in capsys.readouterr().err


def test_fifty_levels_are_read(tmp_path: Path) -> None:
    with pytest.raises(PlanUnreadable) as error:
        open_plan(word.save(tmp_path / "plan.docx", deep(50)), reference())
    assert error.value.message.code == "no-table"


def test_a_document_without_an_indicator_table_is_read_all_the_same(tmp_path: Path) -> None:
    path = word.save(tmp_path / "plan.docx", "厦门市方案", word.table(["项目", "投资"], ["风电场", "3亿元"]))
    plan, = open_plan(path, reference())
    assert [(table.taken, table.why.code) for table in plan.tables] == [(False, "table-without-heading")]
    assert plan.region is not None and [each.code for each in plan.remarks] == ["nothing-recognised"]


@pytest.mark.parametrize("name", ["plan.doc", "plan.wps", "plan.rtf"])
def test_an_old_document_is_told_how_to_save(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(PlanUnreadable) as error:
        open_plan(tmp_path / name, reference())
    assert error.value.message.code == "kind-old-document"


def test_facts_are_read_from_sentences_and_from_a_form_with_their_places(tmp_path: Path) -> None:
    form = word.table(["职务", "姓名", "单位及职务"], ["组长", "张三", "市委副书记、市长"],
                      ["副组长", "李四", "常务副市长"],
                      ["办公室设置", "市发改委", "负责日常工作"], ["是否建立联席会议制度", "否", "暂由领导小组协调"])
    plan = read(tmp_path, word.paragraph("厦门市低碳城市试点工作实施方案"),
                word.paragraph("低碳试点工作领导小组组成人员如下表，各部门按职责分工做好各项工作，形成合力。"), form,
                word.paragraph("我市已完成2005年温室气体排放清单编制，正在编制2010年清单，为制定目标提供依据。"))
    found = {id: (fact.state, fact.value) for id, fact in plan.facts.items() if fact.evidence}
    assert found == {"pilot_plan": ("stated", None), "leading_group": ("stated", None),
                     "leading_group_head": ("stated", "governor_or_mayor"),
                     "leading_group_office": ("stated", "development_and_reform"),
                     "joint_meeting": ("absent", None), "ghg_inventory": ("stated", "2005年")}
    head = plan.facts["leading_group_head"].evidence
    assert [(each.text, each.where and (each.where.table, each.where.row)) for each in head] == [
        ("组长：张三", (1, 2)), ("张三：市委副书记、市长", (1, 2))]


def test_what_is_struck_by_hand_is_left_out_and_doubted(tmp_path: Path) -> None:
    """A 1 that is struck before 7 must not leave 17 behind: 20 is struck, 17 is put in its place."""
    cell = word.cell(word.paragraph(word.run("1", "<w:strike/>"), word.run("7")))
    struck = word.run("2", '<w:dstrike w:val="true"/>')
    text = word.paragraph("到2015年，全市单位GDP二氧化碳排放比2010年下降", struck, word.run("17%。"))
    plan = read(tmp_path, "厦门市方案", text, "表1 目标", word.table(HEADER, word.row("1", CUT, "%", cell, "")))
    own = [each for each in plan.readings if each.indicator == "co2_per_gdp_cut" and each.value is not None]
    assert [(str(each.value), [doubt.code for doubt in each.doubts]) for each in own] == [
        ("7%", ["words-struck"]), ("17%", ["words-struck"])]


@pytest.mark.parametrize(("looks", "shown"), [
    ('<w:color w:val="FFFFFF"/>', False), ('<w:color w:val="auto" w:themeColor="background1"/>', False),
    ('<w:sz w:val="2"/>', False), ('<w:color w:val="FF0000"/>', True),
    ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>', True),
    ('<w:color w:val="1F4E79"/><w:shd w:val="clear" w:fill="1F4E7A"/>', False),
    ('<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000"/>', False),
    ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', False), ('<w:highlight w:val="yellow"/>', True),
    ('<w:color w:themeColor="accent1"/><w:shd w:themeFill="accent1"/>', False),
    ('<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="80"/>', True)])
def test_what_cannot_be_seen_on_paper_is_doubted(looks: str, shown: bool, tmp_path: Path) -> None:
    cell = word.cell(word.paragraph(word.run("17", looks)))
    text = word.paragraph(word.run("到2015年，全市单位GDP能耗比2010年下降17%。", looks))
    plan = read(tmp_path, "厦门市方案", text, "表1 目标", word.table(HEADER, word.row("1", CUT, "%", cell, "")))
    own = [each for each in plan.readings if each.value is not None and each.origin == "read"]
    assert len(own) == 2
    assert all([doubt.code for doubt in each.doubts] == ([] if shown else ["words-unseen"]) for each in own)


@pytest.mark.parametrize(("ink", "ground", "shown"), [("1F4E79", "1F4E79", False), ("FFFFFF", "1F4E79", True)])
def test_the_ground_of_a_cell_or_a_paragraph_counts(ink: str, ground: str, shown: bool, tmp_path: Path) -> None:
    look, fill = f'<w:color w:val="{ink}"/>', f'<w:shd w:val="clear" w:fill="{ground}"/>'
    cell = word.cell(word.paragraph(word.run("17", look))).replace("<w:tcPr>", f"<w:tcPr>{fill}")
    text = word.paragraph(f"<w:pPr>{fill}</w:pPr>", word.run("到2015年，全市单位GDP能耗比2010年下降17%。", look))
    plan = read(tmp_path, "厦门市方案", text, "表1 目标", word.table(HEADER, word.row("1", CUT, "%", cell, "")))
    own = [each for each in plan.readings if each.value is not None and each.origin == "read"]
    assert len(own) == 2
    assert all([doubt.code for doubt in each.doubts] == ([] if shown else ["words-unseen"]) for each in own)


def test_what_a_form_shows_where_nothing_is_filled_in_is_doubted(tmp_path: Path) -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    text = control.format(word.paragraph("到2015年，全市单位GDP能耗比2010年下降17%。"))
    cell = word.cell(word.paragraph(control.format(word.run("17"))))
    plan = read(tmp_path, "厦门市方案", text, "到2015年，全市森林覆盖率达到45%。", "表1 目标",
                word.table(HEADER, word.row("1", CUT, "%", cell, "")))
    own = {each.indicator: [doubt.code for doubt in each.doubts] for each in plan.readings if each.value is not None}
    assert own == {"co2_per_gdp_cut": ["words-sample"], "energy_per_gdp_cut": ["words-sample"], "forest_coverage": []}


@pytest.mark.parametrize("shape", [
    '<w:pict><v:shape xmlns:v="vml" style="width:9pt;visibility: hidden">{}</v:shape></w:pict>',
    '<w:drawing><wp:anchor xmlns:wp="w"><wp:docPr id="1" hidden="1"/><wps:wsp>{}</wps:wsp></wp:anchor></w:drawing>'])
@pytest.mark.parametrize("hidden", [True, False])
def test_a_hidden_shape_says_nothing(shape: str, hidden: bool, tmp_path: Path) -> None:
    shape = shape if hidden else shape.replace("hidden", "shown").replace('shown="1"', 'hidden="0"')
    inside = word.paragraph("到2015年，全市单位GDP能耗比2010年下降17%。")
    drawn = f"<w:r>{shape.format(f'<w:txbxContent>{inside}</w:txbxContent>')}</w:r>"
    plan = read(tmp_path, "厦门市方案", word.paragraph(drawn), "到2015年，全市森林覆盖率达到45%。")
    shown = [] if hidden else ["energy_per_gdp_cut"]
    assert [each.indicator for each in plan.readings] == [*shown, "forest_coverage"]


def test_the_sentences_of_a_table_of_measures_are_read_as_prose(tmp_path: Path) -> None:
    rows = [["序号", "任务", "主要内容", "责任单位"],
            ["1", "资金保障", "设立市级低碳发展专项资金，每年安排2000万元，支持低碳示范项目建设。", "市财政局"],
            ["2", "组织保障", "成立由市长任组长的低碳试点工作领导小组，办公室设在市发展改革委。", "市发展改革委"],
            ["3", "目标", "到2015年，单位GDP二氧化碳排放比2010年下降18%。", "市政府"]]
    path = word.save(tmp_path / "a.docx", "厦门市低碳试点实施方案", "一、措施。", word.table(*rows))
    (plan,) = open_plan(path, reference())
    stated = {id for id, fact in plan.facts.items() if fact.state == "stated"}
    assert {"leading_group", "leading_group_head", "leading_group_office", "dedicated_fund"} <= stated
    assert [(each.indicator, str(each.value)) for each in plan.readings] == [("co2_per_gdp_cut", "18%")]

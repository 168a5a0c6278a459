"""What a Word document keeps outside its text: notes, counted numbers, styles, and tables torn at a page's end."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import open_plan, read_source
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import PlanUnreadable
from lowcarbon_desktop.plan import Plan
from tests.ingest.documents import word

HEADER = ["指标", "单位", "2015", "2020"]
CUT = ["单位GDP二氧化碳排放比2010年下降率", "%", "17", "45"]
FOREST = ["森林覆盖率", "%", "42", "43"]
NAME = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = f'''<w:numbering {NAME}><w:abstractNum w:abstractNumId="3">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="4"/></w:num></w:numbering>'''
STYLES = f'''<w:styles {NAME}><w:style w:styleId="2"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/>
</w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="2a"><w:basedOn w:val="2"/></w:style></w:styles>'''


def note(kind: str, text: str) -> str:
    return (f'<w:{kind}s {NAME}><w:{kind} w:id="0" w:type="separator"><w:p/></w:{kind}><w:{kind} w:id="2"><w:p>'
            f"{word.run(text)}</w:p></w:{kind}></w:{kind}s>")


def saved(path: Path, *body: str, **parts: str) -> Path:
    word.save(path, *body)
    with zipfile.ZipFile(path, "a") as archive:
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return path


def listed(text: str, number: int = 7, level: int = 0) -> str:
    return (f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
            f"{word.run(text) if text else ''}</w:p>")


def texts(path: Path) -> list[tuple[str, bool]]:
    return [(passage.text, passage.heading) for passage in read_source(path).passages]


def plan_of(path: Path) -> Plan:
    (plan,) = open_plan(path, reference())
    return plan


def values(plan: Plan) -> list[tuple]:
    return [(each.target_year, each.printed, [doubt.code for doubt in each.doubts]) for each in plan.readings]


def test_numbers_that_word_counts_are_part_of_the_text(tmp_path: Path) -> None:
    styled = '<w:p><w:pPr><w:pStyle w:val="2a"/></w:pPr>' + word.run("保障措施，统筹推进。") + "</w:p>"
    path = saved(tmp_path / "a.docx", listed("总体要求"), listed("指导思想", level=1), listed("基本原则", level=1),
                 listed("第一项", level=2), styled, listed("加强领导", level=1), numbering=NUMBERING, styles=STYLES)
    assert texts(path) == [("一、总体要求", True), ("（一）指导思想", True), ("（二）基本原则", True),
                           ("1.第一项", True), ("二、保障措施，统筹推进。", True), ("（一）加强领导", True)]


def test_a_counted_serial_number_is_a_cells_text_and_never_part_of_a_value(tmp_path: Path) -> None:
    rows = [word.row(word.cell(listed("", 8)), *map(word.cell, line[:2]), word.cell(listed(line[2], 8)), line[3])
            for line in (CUT, FOREST)]
    path = saved(tmp_path / "a.docx", "厦门市方案", word.table(["序号", *HEADER], *rows), numbering=NUMBERING)
    plan = plan_of(path)
    assert [each.printed for each in plan.readings] == ["17", "45", "42", "43"]
    assert plan.tables[0].rows[-1].cells[0].text == "3"


@pytest.mark.parametrize("between", [(), ("续表",), ("表1（续）",), ("续表 1 低碳目标",)])
@pytest.mark.parametrize("again", [False, True])
def test_a_torn_table_is_one(between: tuple[str, ...], again: bool, tmp_path: Path) -> None:
    wide = {"widths": (4000, 900, 900, 900)}
    rest = word.table(*([HEADER] if again else []), FOREST, **wide)
    first = word.table(HEADER, CUT, **wide)
    plan = plan_of(word.save(tmp_path / "a.docx", "厦门市方案", "表1 低碳目标", first, *between, rest))
    assert values(plan) == [(2015, "17", []), (2020, "45", []), (2015, "42", []), (2020, "43", [])]
    assert len(plan.tables) == 1 and str(plan.readings[2].where) == "T1!C3"


@pytest.mark.parametrize("second", [[["项目", "单位", "2015", "2020"], CUT],
                                    [["项目", "地点", "投资", "年限"], FOREST]])
def test_a_table_with_a_heading_of_its_own_is_no_sequel(second: list[list[str]], tmp_path: Path) -> None:
    other = word.table(*second, widths=(1, 1, 1, 1))
    path = word.save(tmp_path / "a.docx", "厦门市方案", word.table(HEADER, CUT), other)
    assert len(read_source(path).grids) == 2


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
@pytest.mark.parametrize(("place", "doubted"), [(0, ["17", "45"]), (2, ["17"])])
def test_a_note_in_a_table_makes_what_it_hangs_on_doubtful(kind: str, place: int, doubted: list[str],
                                                           tmp_path: Path) -> None:
    called = word.paragraph(word.run(CUT[place]), f'<w:r><w:{kind}Reference w:id="2"/></w:r>')
    line = word.row(*(word.cell(called) if column == place else text for column, text in enumerate(CUT)))
    plan = plan_of(saved(tmp_path / "a.docx", "厦门市方案", word.table(HEADER, line, FOREST),
                         **{f"{kind}s": note(kind, "以2005年为基准年。")}))
    assert [each.printed for each in plan.readings if each.doubts] == doubted
    assert {doubt.code for each in plan.readings for doubt in each.doubts} == {"cell-noted"}


def test_a_note_that_names_a_source_is_no_doubt(tmp_path: Path) -> None:
    called = word.paragraph(word.run("17"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    row = word.row(*CUT[:2], word.cell(called), "45")
    plan = plan_of(saved(tmp_path / "a.docx", "厦门市方案", word.table(HEADER, row),
                         footnotes=note("footnote", "数据来源：《厦门统计年鉴2011》")))
    assert values(plan) == [(2015, "17", []), (2020, "45", [])]


def test_a_note_to_a_sentence_stands_where_it_is_called(tmp_path: Path) -> None:
    said = word.paragraph("到2015年下降17%", '<w:r><w:footnoteReference w:id="2"/></w:r>', "，到2020年下降45%。")
    path = saved(tmp_path / "a.docx", said, footnotes=note("footnote", "以2005年为基准。"))
    assert texts(path) == [("到2015年下降17%（注：以2005年为基准），到2020年下降45%。", False)]
    path = saved(tmp_path / "b.docx", said, footnotes=note("footnote", "数据来源：市统计局"))
    assert texts(path) == [("到2015年下降17%，到2020年下降45%。", False), ("注：数据来源：市统计局", False)]


def test_what_is_not_part_of_the_text_is_left_out_and_what_wraps_it_is_not(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.docx", word.paragraph(
        "<w:commentRangeStart/>" + word.run("森林"), "<w:hyperlink>" + word.run("覆盖") + "</w:hyperlink>",
        "<w:smartTag>" + word.run("率\u00ad达到") + "</w:smartTag>", "<w:sdt><w:sdtPr/><w:sdtContent>" + word.run("42%")
        + "</w:sdtContent></w:sdt>", "<w:r><w:softHyphen/><w:instrText> PAGE </w:instrText></w:r>",
        '<w:fldSimple w:instr="DATE">' + word.run("以上。") + "</w:fldSimple>"),
        comments=f"<w:comments {NAME}><w:comment><w:p>{word.run('应为45%')}</w:p></w:comment></w:comments>",
        header1=f"<w:hdr {NAME}><w:p>{word.run('内部资料')}</w:p></w:hdr>")
    assert texts(path) == [("森林覆盖率达到42%以上。", False)]


def test_strict_office_documents_are_read(tmp_path: Path) -> None:
    path = word.save(tmp_path / "a.docx", "厦门市方案", word.table(HEADER, CUT))
    strict = tmp_path / "b.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"schemas.openxmlformats.org", b"purl.oclc.org/ooxml"))
    assert values(plan_of(strict)) == [(2015, "17", []), (2020, "45", [])]


def test_an_entry_of_the_contents_is_a_heading_that_states_nothing(tmp_path: Path) -> None:
    path = word.save(tmp_path / "a.docx", "成立领导小组，设立专项资金，编制清单……………………12", "（一）加强领导........3")
    assert [heading for _, heading in texts(path)] == [True, True]


def field(asked: str, result: str | None = None) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    shown = mark.format("separate") + word.run(result) if result is not None else ""
    return mark.format("begin") + f"<w:r><w:instrText>{asked}</w:instrText></w:r>" + shown + mark.format("end")


OBJECT = '<w:r><w:object><o:OLEObject xmlns:o="o" ProgID="{}"/></w:object></w:r>'
FRACTION = ('<m:oMath xmlns:m="m"><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>8</m:t></m:r></m:den>'
            '</m:f></m:oMath>')
POWER = ('<m:oMath xmlns:m="m"><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup>'
         '</m:sSup></m:oMath>')


@pytest.mark.parametrize(("drawn", "text"), [
    (field(r"EQ \f(18,1)"), "\ufffd"), (field("=9*2"), "\ufffd"), (field("=9*2", "18"), "18"), (field("PAGE"), ""),
    (field(r"EQ \o\ac(○,3)"), "③"), (OBJECT.format("Equation.3"), "\ufffd"), (OBJECT.format("Visio.Drawing.11"), ""),
    (FRACTION, "1/8"), (POWER, "10^4")])
def test_what_is_drawn_in_a_sentence_does_not_vanish_from_its_numbers(drawn: str, text: str, tmp_path: Path) -> None:
    source = read_source(saved(tmp_path / "a.docx", word.paragraph("到2015年单位GDP能耗比2010年下降", drawn, "5%。")))
    assert source.passages[0].text == f"到2015年单位GDP能耗比2010年下降{text}5%。" and source.whole


@pytest.mark.parametrize(("body", "parts", "code"), [
    (word.paragraph(OBJECT.format("Excel.Sheet.12")), {}, "document-embedded"),
    ('<w:altChunk xmlns:r="r" r:id="x"/>', {}, "document-embedded"),
    ("", {"header1": f"<w:hdr {NAME}>{word.table(HEADER, CUT, FOREST)}</w:hdr>"}, "document-edges")])
def test_a_table_that_cannot_be_read_is_told(body: str, parts: dict[str, str], code: str, tmp_path: Path) -> None:
    source = read_source(saved(tmp_path / "a.docx", word.paragraph("厦门市方案。"), body, **parts))
    assert [each.code for each in source.remarks] == [code] and not source.whole


def test_a_document_of_pictures_is_told_as_such(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.docx", word.paragraph("<w:r><w:drawing/></w:r>"), **{"media/scan": "x"})
    with pytest.raises(PlanUnreadable) as error:
        open_plan(path, reference())
    assert error.value.message.code == "document-pictures"

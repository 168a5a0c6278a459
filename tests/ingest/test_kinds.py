"""What a file is told by: its bytes, in every encoding and under every wrong ending that old systems give it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import PlanUnreadable
from lowcarbon_desktop.ingest.readers import read_content
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.wording import say
from tests.ingest.documents import word

TABLE = "厦门市低碳目标,,\n指标,单位,2015\n单位GDP二氧化碳排放比2010年下降率,%,17\n森林覆盖率,%,42\n"
ENCODINGS = {"utf-8": b"", "utf-8-sig": b"", "utf-16": b"", "utf-16-le": b"", "utf-16-be": b"", "gbk": b"",
             "gb18030": b"", "hz": b"", "UTF-16-BE": b"\xfe\xff"}
SAMPLES = Path(__file__).with_name("documents") / "samples"
FORMATS = Path(__file__).with_name("formats")
CORPUS = Path(__file__).parents[1] / "corpus" / "files"


def opened(path: Path, data: bytes) -> Plan:
    path.write_bytes(data)
    (plan,) = open_plan(path, reference())
    return plan


def values(plan: Plan) -> list[tuple]:
    return [(each.indicator, each.base_year, each.target_year, str(each.value)) for each in plan.readings if each.value]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["plan.csv", "plan.txt", "plan.xls"])
def test_a_table_of_text_is_read_in_every_encoding(encoding: str, name: str, tmp_path: Path) -> None:
    plan = opened(tmp_path / name, ENCODINGS[encoding] + TABLE.encode(encoding))
    assert plan.name == "厦门"
    assert values(plan) == [("co2_per_gdp_cut", 2010, 2015, "17%"), ("forest_coverage", None, 2015, "42%")]
    assert [each.code for each in plan.remarks] == (["kind-other"] if name == "plan.xls" else [])


@pytest.mark.parametrize(("text", "encoding"), [
    ("指標,單位,2015\n單位GDP二氧化碳排放比2010年下降率,%,17\n森林覆蓋率,%,42\n", "big5"),
    ("指标,单位,2015\n单位GDP二氧化碳排放比2010年下降率,%,17\n森林覆盖率,%,42\n", "gbk"),
    ("指标,单位,2015\n㐀㑇𠀀镕堃森林覆盖率,%,42\n", "gb18030"),
])
def test_big5_and_gbk_are_told_apart(text: str, encoding: str) -> None:
    content = read_content("plan.csv", text.encode(encoding), Progress())
    assert [[cell.text for cell in row] for row in content.grids[0].rows] == [
        line.split(",") for line in text.splitlines()]


def cells(rows: str) -> list[list[str]]:
    content = read_content("plan.csv", rows.encode("gb18030"), Progress())
    return [[cell.text for cell in row] for row in content.grids[0].rows]


@pytest.mark.parametrize("sign", [",", "\t", ";", "，", "|", "｜", "；"])
def test_every_separator_parts_a_csv(sign: str) -> None:
    rows = ["厦门市低碳目标", "", "指标,单位,2015", "森林覆盖率,%,42", "森林蓄积量,万立方米"]
    assert cells("\r\n".join(rows).replace(",", sign)) == [row.split(",") if row else [] for row in rows]


def test_quotes_are_heard_as_programs_and_people_set_them() -> None:
    assert cells('"十二五"目标,单位,2015\n森林,="07",%\n') == [["十二五目标", "单位", "2015"], ["森林", "07", "%"]]
    assert cells('"十二""五",单位,"2015\n年"\n') == [['十二"五', "单位", "2015\n年"]]


@pytest.mark.parametrize(("row", "doubted"), [
    ("能源消费总量,万吨,1,600,2,100", 4), ("能源消费总量,万吨,1600,2100,", 0), ('能源消费总量,万吨,"1,600","2,100"', 0),
    ("能源消费总量,万吨,12,100", 0), ("能源消费总量,万吨,≤1,600,2100", 3)])
def test_a_number_parted_by_its_thousands_comma_is_doubted(row: str, doubted: int) -> None:
    (grid,) = read_content("plan.csv", f"厦门市\n指标,单位,2015,2020\n{row}\n".encode(), Progress()).grids
    troubles = [cell.trouble.code for cell in grid.rows[2] if cell.trouble is not None]
    assert troubles == ["csv-thousands"] * doubted


def test_a_text_of_prose_is_a_document(tmp_path: Path) -> None:
    text = ("厦门市低碳城市试点实施方案\n一、主要目标\n　　到2015年，全市单位GDP二氧化碳排放比2010年下降17%，"
            "森林覆盖率达到\n42%。成立低碳试点工作领导小组，由市长任组长，办公室设在市发展改革委。\n"
            "　　二是完善政策，加大投入，落实责任，加强考核。\n表1 目标\n指标\t单位\t2015\n森林覆盖率\t%\t42\n")
    content = read_content("plan.txt", text.encode("gbk"), Progress())
    assert content.document and content.grids[0].where(1, 2).table == 1
    assert [passage.text[-5:] for passage in content.passages] == [
        "点实施方案", "、主要目标", "展改革委。", "加强考核。", "表1 目标"]
    assert content.passages[1].heading and "达到42%" in content.passages[2].text


@pytest.mark.parametrize("name", ["plan.xls", "plan.doc", "plan.html"])
def test_a_web_page_that_an_old_system_calls_xls_or_doc(name: str, tmp_path: Path) -> None:
    page = ("<html><head><meta http-equiv=Content-Type content='text/html; charset=gb2312'><style>td{}</style></head>"
            "<body><p>厦门市低碳目标</p><table><tr><td rowspan=2>指标<td rowspan=2>单位<td colspan=2>目标值</tr>"
            "<tr><td>2015年<td>2020年</tr><tr><td>森林<br>覆盖率<td>%<td>42<sup>1</sup><td>43</tr></table></body></html>")
    plan = opened(tmp_path / name, page.encode("gbk"))
    assert values(plan)[-1] == ("forest_coverage", None, 2020, "43%")
    assert plan.readings[0].printed in ("42 1", "42；1") and plan.readings[0].doubts


@pytest.mark.parametrize(("name", "source"), [
    ("plan.csv", resource("examples", "xiamen.xlsx")), ("plan.docx", resource("examples", "xiamen.xlsx")),
    ("plan.xlsx", SAMPLES / "xiamen-libreoffice.xls"), ("plan.doc", SAMPLES / "xiamen-libreoffice.docx"),
    ("plan.xlsx", SAMPLES / "xiamen-libreoffice.ods"), ("plan.xls", SAMPLES / "xiamen-ruled-libreoffice.pdf"),
    ("plan", resource("examples", "xiamen.xlsx")),
])
def test_a_wrong_ending_is_no_hindrance(name: str, source: Path, tmp_path: Path) -> None:
    assert len(values(opened(tmp_path / name, source.read_bytes()))) == 14


TOLD = {
    "plan.doc": (b"x", "kind-old-document", "另存为"), "plan.wps": (b"x", "kind-old-document", "WPS 文字"),
    "plan.et": (b"x", "kind-old-workbook", "WPS 表格"), "plan.ofd": (b"PK", "kind-ofd", "输出为 PDF"),
    "plan.xlsx": (b"{\\rtf1 x}", "kind-old-document", "Word 文档"), "plan.docx": (b"\x89PNG x", "kind-picture", "图片"),
    "plan.csv": (b"\xff\xd8\xff x", "kind-picture", "图片"), "plan.rar": (b"Rar! x", "kind-archive", "解压"),
    "plan.pages": (b"PK", "kind-apple", "导出为"), "plan.ceb": (b"x", "kind-layout", "打印"),
    "plan.uof": (b"<?xml version='1.0'?><x/>", "kind-old-document", ".uof"),
    "plan.xls": (b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook/>", "kind-old-workbook",
                 "另存为"),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_not_read_is_told_with_the_menu_that_helps(name: str, tmp_path: Path) -> None:
    data, code, menu = TOLD[name]
    with pytest.raises(PlanUnreadable) as error:
        opened(tmp_path / name, data)
    assert error.value.message.code == code
    assert menu in say(error.value.message, "zh")


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_percent_format_decides_in_old_workbooks_too(kind: str) -> None:
    data = FORMATS.joinpath(f"percent-libreoffice.{kind}").read_bytes()
    rows = read_content(f"plan.{kind}", data, Progress()).grids[0].rows
    assert [[(cell.text, cell.exact) for cell in row[2:]] for row in rows[2:]] == [
        [("17%", None), ("45%", None)], [("42.5", 42.46), ("≥43", None)], [("1234.5", None), ("1000", None)],
        [("12.5%", None), ("20.0%", None)]]


@pytest.mark.parametrize("path", [
    FORMATS / "failed-formula-libreoffice.xls", CORPUS / "formulas-lo.xlsx", CORPUS / "formulas-lo.ods",
], ids=lambda path: path.suffix)
def test_a_formula_that_failed_is_shown_and_doubted(path: Path) -> None:
    (plan,) = open_plan(path, reference())
    (failed,) = [each for each in plan.readings if each.where.cell == "D7"]
    assert (failed.printed, failed.value, failed.target_year) == ("#DIV/0!", None, 2020)
    assert "formula-error" in [each.code for each in failed.doubts]
    assert [str(each.value) for each in plan.readings if each.where.cell != "D7"] == ["18.5%", "16.5%", "64%", "64.5%"]


def test_an_archive_of_documents_is_to_be_unpacked(tmp_path: Path) -> None:
    import zipfile
    with zipfile.ZipFile(tmp_path / "申报材料.zip", "w") as archive:
        archive.write(word.save(tmp_path / "a.docx", "厦门市方案"), "a.docx")
    with pytest.raises(PlanUnreadable) as error:
        open_plan(tmp_path / "申报材料.zip", reference())
    assert error.value.message.code == "kind-archive"


@pytest.mark.parametrize(("kind", "code"), [("spreadsheet", "workbook-encrypted"), ("text", "document-encrypted")])
def test_an_open_document_with_a_password_is_told(kind: str, code: str, tmp_path: Path) -> None:
    import zipfile
    path = tmp_path / f"a.{'ods' if kind == 'spreadsheet' else 'odt'}"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("META-INF/manifest.xml", "<m:encryption-data/>")
        archive.writestr("content.xml", b"\x8e\x01")
    with pytest.raises(PlanUnreadable) as error:
        open_plan(path, reference())
    assert error.value.message.code == code


@pytest.mark.parametrize("name", ["plan.xlsm", "plan.docm"])
def test_macros_are_never_run_and_that_is_said(name: str, tmp_path: Path) -> None:
    import zipfile
    path, docx = tmp_path / name, name.endswith("docm")
    if docx:
        word.save(path, "厦门市低碳试点实施方案", "厦门市将推进低碳试点。")
    else:
        path.write_bytes(resource("examples", "xiamen.xlsx").read_bytes())
    assert not open_plan(path, reference())[0].remarks
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin" if docx else "xl/vbaProject.bin", b"x")
    assert [each.code for each in open_plan(path, reference())[0].remarks] == ["macros-not-run"]


def test_sheets_beyond_the_cap_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from openpyxl import Workbook
    monkeypatch.setattr("lowcarbon_desktop.ingest.readers.workbook.MAX_SHEETS", 1)
    book = Workbook()
    book.active.append(["指标", "单位", 2015])
    book.create_sheet("附表")
    book.save(tmp_path / "a.xlsx")
    content = read_content("a.xlsx", (tmp_path / "a.xlsx").read_bytes(), Progress())
    assert [each.code for each in content.remarks] == ["too-many-sheets"] and not content.complete

"""What an xlsx holds and does not show, strikes out, or prints in other words than it holds."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, DataBarRule, FormulaRule, Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import open_plan, read_source
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import PlanUnreadable

Change = Callable[[Worksheet], None]
SHEET = "xl/worksheets/sheet1.xml"


def looks(**font: object) -> Change:
    return lambda sheet: setattr(sheet["C3"], "font", Font(**font))


def format_of(code: str) -> Change:
    return lambda sheet: setattr(sheet["C3"], "number_format", code)


def comment(text: str) -> Change:
    return lambda sheet: setattr(sheet["C3"], "comment", Comment(text, "a"))


def hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True


def hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["C"].hidden = True


def white_on_blue(sheet: Worksheet) -> None:
    sheet["C3"].font, sheet["C3"].fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF1F4E79")


def black_on_black(sheet: Worksheet) -> None:
    sheet["C3"].fill = PatternFill("solid", fgColor="FF000000")


def blue_on_blue(sheet: Worksheet) -> None:
    sheet["C3"].font, sheet["C3"].fill = Font(color="FF1F4E79"), PatternFill("solid", fgColor="FF1F4E79")


def hide_heading(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def white_name(sheet: Worksheet) -> None:
    sheet["A3"].font = Font(color="FFFFFFFF")


def when(rule: Rule, cells: str = "C3:C9") -> Change:
    return lambda sheet: sheet.conditional_formatting.add(cells, rule)


WHITE = Font(color="FFFFFFFF")


def other_row(sheet: Worksheet) -> None:
    sheet.append(["森林覆盖率", "%", 42])
    sheet.row_dimensions[4].hidden = True


@pytest.mark.parametrize(("change", "outcome"), [
    (hide_row, "cannot_tell"), (hide_column, "cannot_tell"), (looks(strike=True), "cannot_tell"),
    (looks(color="FFFFFFFF"), "cannot_tell"), (looks(color=Color(indexed=9)), "cannot_tell"),
    (looks(size=1), "cannot_tell"), (format_of(";;;"), "cannot_tell"),
    (format_of('"16"'), "cannot_tell"), (format_of('0"‰"'), "fail"), (format_of('0"以下"'), "cannot_tell"),
    (format_of('0"（暂定）"'), "cannot_tell"), (format_of('[>17]"待定";0'), "cannot_tell"),
    (format_of("0.0,"), "cannot_tell"), (format_of('0!.0,"%"'), "cannot_tell"), (format_of('0.0,"%"'), "cannot_tell"),
    (comment("此数暂定"), "cannot_tell"), (comment("应改为15%"), "cannot_tell"),
    (black_on_black, "cannot_tell"), (blue_on_blue, "cannot_tell"), (hide_heading, "cannot_tell"),
    (white_name, "cannot_tell"),
    (when(CellIsRule("greaterThan", ["10"], font=WHITE)), "cannot_tell"),
    (when(CellIsRule("between", ["10", "20"], font=WHITE)), "cannot_tell"),
    (when(CellIsRule("equal", ["0"], font=WHITE)), "pass"), (when(CellIsRule("equal", ['"—"'], font=WHITE)), "pass"),
    (when(CellIsRule("equal", ["18"], font=WHITE), "D3"), "pass"),
    (when(FormulaRule(["$B3=1"], font=WHITE)), "cannot_tell"), (when(FormulaRule(["ISERROR(C3)"], font=WHITE)), "pass"),
    (when(FormulaRule(["TRUE"], font=Font(color="FFFF0000"), fill=PatternFill(bgColor="FFFF0000"))), "cannot_tell"),
    (when(FormulaRule(["TRUE"], font=WHITE, fill=PatternFill(bgColor="FFFF0000"))), "pass"),
    (when(FormulaRule(["TRUE"], font=Font(color="FFFF0000"))), "pass"),
    (when(FormulaRule(["TRUE"], font=Font(strike=True))), "cannot_tell"),
    (when(DataBarRule("min", None, "max", None, "FF638EC6", showValue=False)), "cannot_tell"),
    (when(DataBarRule("min", None, "max", None, "FF638EC6")), "pass"),
    (other_row, "pass"), (white_on_blue, "pass"), (looks(bold=True, color="FFFF0000"), "pass"),
    (format_of('0"%"'), "pass"), (format_of("0.0"), "pass"), (format_of('0"个"'), "pass"),
    (format_of('General"%"'), "pass"),
    (comment("约束性指标，纳入考核"), "pass")])
def test_what_is_not_seen_does_not_pass(change: Change, outcome: str, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    for row in (["厦门市低碳试点指标"], ["指标", "单位", "2015年"], ["单位GDP二氧化碳排放比2010年下降率", "%", 18]):
        sheet.append(row)
    change(sheet)
    book.save(tmp_path / "plan.xlsx")
    (found,) = check(open_plan(tmp_path / "plan.xlsx", reference()), load_rubric(), reference())
    assert found.finding("targets.co2-2015.province").outcome == outcome


@pytest.mark.parametrize(("code", "printed", "value"), [
    ('0"万吨标准煤"', "310万吨标准煤", "310万吨标准煤"), ('0.0"亿元"', "310.0亿元", "310亿元"), ('0"年"', "310", "310"),
    ('General"万吨"', "310万吨", "310万吨"), ('#,##0"万吨标准煤"', "310万吨标准煤", "310万吨标准煤")])
def test_a_unit_in_the_number_format_is_printed(code: str, printed: str, value: str, tmp_path: Path) -> None:
    book = Workbook()
    for row in (["厦门市低碳试点指标"], ["指标", "2015年"], ["能源消费总量", 310]):
        book.active.append(row)
    book.active["B3"].number_format = code
    book.save(tmp_path / "plan.xlsx")
    (plan,) = open_plan(tmp_path / "plan.xlsx", reference())
    assert [(each.printed, str(each.value)) for each in plan.readings] == [(printed, value)]


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_what_is_not_seen_in_other_workbooks_is_doubted_too(kind: str) -> None:
    """The cut of CO2 is struck, the row of energy is hidden, and so is the column of 2020."""
    (plan,) = open_plan(Path(__file__).with_name(f"unseen-libreoffice.{kind}"), reference())
    found = {(each.indicator, each.target_year): [doubt.code for doubt in each.doubts] for each in plan.readings
             if each.value is not None and each.origin == "read"}
    assert found == {("energy_per_gdp_cut", 2015): ["cell-unseen"], ("forest_coverage", 2015): [],
                     ("forest_coverage", 2020): ["cell-unseen"], ("nonfossil_share", 2015): [],
                     ("nonfossil_share", 2020): ["cell-unseen"]}


def raised(before: str, mark: str, behind: str = "") -> CellRichText:
    return CellRichText(before, TextBlock(InlineFont(vertAlign="superscript"), mark), *([behind] if behind else []))


@pytest.mark.parametrize("shared", [False, True])
def test_a_raised_digit_is_the_mark_of_a_footnote(shared: bool, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append([raised("单位GDP能耗比2010年下降", "1"), raised("28", "3"), raised("120 km", "2"), 283])
    book.save(path := tmp_path / "a.xlsx")
    if shared:  # as Excel keeps them
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        texts = re.findall(rb"<is>(.*?)</is>", parts[SHEET])
        numbers = iter(range(len(texts)))
        parts[SHEET] = re.sub(rb"<is>.*?</is>", lambda _: b"<v>%d</v>" % next(numbers), parts[SHEET]).replace(
            b't="inlineStr"', b't="s"')
        parts["xl/sharedStrings.xml"] = b"<sst>" + b"".join(b"<si>%s</si>" % text for text in texts) + b"</sst>"
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
    (row,) = read_source(path).grids[0].rows
    assert [cell.text for cell in row] == ["单位GDP能耗比2010年下降¹", "28³", "120 km2", "283"]


HEADED = ["指标", "单位", datetime.date(2015, 12, 31)]


@pytest.mark.parametrize(("code", "shown"), [
    ('yyyy"年"', "2015年"), ("yyyy年", "2015年"), ("yyyy", "2015年"), ("yyyy-mm-dd", "2015-12-31"),
    ('yyyy"年"m"月"', "2015-12-31")])
def test_a_day_of_which_the_year_is_shown_is_that_year(code: str, shown: str, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(HEADED)
    book.active["C1"].number_format = code
    book.save(tmp_path / "a.xlsx")
    assert [cell.text for cell in read_source(tmp_path / "a.xlsx").grids[0].rows[0]] == ["指标", "单位", shown]


def test_a_cell_far_out_that_is_only_coloured_does_not_count(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["指标", "单位", "2015年"])
    for name in ("XFD1", "XFD1048576"):
        book.active[name].fill = PatternFill("solid", fgColor="FFFF00")
    book.save(tmp_path / "a.xlsx")
    assert [cell.text for cell in read_source(tmp_path / "a.xlsx").grids[0].rows[0]] == ["指标", "单位", "2015年"]
    book.active["XFD1"] = 1
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(PlanUnreadable, match="too-many"):
        read_source(tmp_path / "a.xlsx")


@pytest.mark.parametrize(("code", "seen"), [
    ("[>=20]0.0;[<20]0.00;0", True), ("[>=20]0.0;[<20];0", False), ('[>=20]0.0;[<20]"-";0', False),
    ("[>=20]0%;[<20]0.00;0", False)])
def test_a_format_with_conditions_hides_where_a_section_prints_no_number(code: str, seen: bool, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append([18])
    book.active["A1"].number_format = code
    book.save(tmp_path / "a.xlsx")
    (cell,) = read_source(tmp_path / "a.xlsx").grids[0].rows[0]
    assert cell.text == "18" and (cell.trouble is None) is seen

"""How the empty form looks: a workbook with open and protected cells, drop-downs and checks."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.plan.form import FACTS_MARK, NEED_HEADING, STATES
from lowcarbon_desktop.plan.where import column_letters
from lowcarbon_desktop.report.template_checks import Checks
from lowcarbon_desktop.report.template_content import Entry, Line, Template
from lowcarbon_desktop.report.template_looks import Looks
from lowcarbon_desktop.wording import say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEETS = ("指标表", "事项", "基本情况", "填表说明")
_ABOUT = ("地区", "所属省份", "方案日期")
_NOTES = 12  # paragraphs of the instructions: form-note-1 and on


def workbook(content: Template, lang: str) -> bytes:
    """The form as an xlsx. Headings and names of indicators are Chinese in both languages: the reader knows them so."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, write in zip(SHEETS, (_indicators, _facts, _basic, _notes), strict=True):
        sheet = book.create_sheet(name)
        looks = Looks(sheet)
        write(sheet, content, looks, Checks(sheet, lang), lang)
        looks.finish()
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _indicators(sheet: Worksheet, content: Template, looks: Looks, checks: Checks, lang: str) -> None:
    years = [*(f"{year}年现状" for year in content.actual), *(f"{year}年目标" for year in content.targets)]
    english = ["Indicator"] if lang == "en" else []
    heads = ["序号", "指标", "单位", NEED_HEADING, *years, "备注", *english]
    looks.widths([6, 50, 16, 10, *[13] * len(years), 26, *([52] if english else [])])
    looks.title(1, "低碳试点方案目标指标填报表", len(heads))
    _about(sheet, content, looks, checks)
    row = 6
    looks.header(row, heads)
    sheet.freeze_panes = sheet.cell(row + 1, 3)
    number = 0
    for group in content.groups:
        row += 1
        looks.section(row, say(group.title, lang), len(heads))
        for line in group.lines:
            row, number = row + 1, number + 1
            _line(row, number, line, looks, checks, lang)
            if english:
                looks.fixed(row, len(heads), _english(line))
    looks.page(6)


def _about(sheet: Worksheet, content: Template, looks: Looks, checks: Checks) -> None:
    """Each label in a row of its own: an empty cell must not make the next label its value."""
    region = content.region
    given = (region.full_name, region.province, None) if region is not None else (None, None, None)
    for row, (label, value) in enumerate(zip(_ABOUT, given, strict=True), 2):
        looks.label(row, 2, label)
        cell = looks.open(row, 3, needed=True)
        sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=4)
        cell.value = value
    checks.text("C2", "form-prompt-region")
    checks.choice("C3", content.provinces, "form-prompt-province")
    checks.day("C4")
    sheet["C4"].number_format = "yyyy-mm-dd"


def _english(line: Line) -> str:
    base = f", against {line.base_year}" if line.base_year is not None else ""
    return line.indicator.name.en + base


def _line(row: int, number: int, line: Line, looks: Looks, checks: Checks, lang: str) -> None:
    looks.fixed(row, 1, number, centred=True)
    looks.fixed(row, 2, line.name)
    looks.fixed(row, 3, line.indicator.unit, centred=True)
    looks.fixed(row, 4, line.need.of(lang), centred=True)
    for column, entry in enumerate(line.entries, 5):
        _entry(row, column, entry, line, looks, checks)
    looks.open(row, 5 + len(line.entries), words=True)


def _entry(row: int, column: int, entry: Entry, line: Line, looks: Looks, checks: Checks) -> None:
    if not entry.open:
        looks.closed(row, column)
        return
    looks.open(row, column, needed=entry.needed)
    checks.amount(f"{column_letters(column - 1)}{row}", line.indicator)


def _facts(sheet: Worksheet, content: Template, looks: Looks, checks: Checks, lang: str) -> None:
    heads = [FACTS_MARK, *(say(message(f"form-fact-{name}"), lang) for name in
                           ("name", "hint", "state-heading", "value-heading", "source"))]
    looks.widths([14, 36, 44, 14, 34, 40])
    sheet.column_dimensions["A"].hidden = True
    looks.title(1, say(message("form-facts-title"), lang), len(heads), first=2)
    looks.header(3, heads)
    sheet.freeze_panes = "C4"
    states = tuple(text.of(lang) for text in STATES.values())
    for row, kind in enumerate(content.facts, 4):
        looks.key(row, kind.id)
        looks.fixed(row, 2, kind.name.of(lang))
        looks.fixed(row, 3, kind.hint.of(lang))
        looks.open(row, 4, needed=True)
        checks.choice(f"D{row}", states, "form-prompt-state")
        if kind.value == "none":
            looks.closed(row, 5)
        else:
            looks.open(row, 5, words=True)
            checks.value(f"E{row}", kind)
        looks.open(row, 6, words=True)
        checks.text(f"F{row}", "form-prompt-source")
    looks.page(3)


def _basic(sheet: Worksheet, content: Template, looks: Looks, checks: Checks, lang: str) -> None:
    years = [entry.year for entry in content.basic[0].entries]
    english = ["Indicator"] if lang == "en" else []
    heads = ["序号", "指标", "单位", NEED_HEADING, *(f"{year}年现状" for year in years), "备注", *english]
    looks.widths([6, 34, 16, 10, *[13] * len(years), 30, *([34] if english else [])])
    looks.title(1, "申报地区基本情况", len(heads))
    looks.header(3, heads)
    sheet.freeze_panes = "C4"
    for number, line in enumerate(content.basic, 1):
        _line(3 + number, number, line, looks, checks, lang)
        if english:
            looks.fixed(3 + number, len(heads), _english(line))
    looks.page(3)


def _notes(sheet: Worksheet, content: Template, looks: Looks, checks: Checks, lang: str) -> None:
    looks.widths([74])
    looks.title(1, say(message("form-notes-title"), lang), 1)
    looks.paragraph(2, say(message("form-notes-rubric", rubric=content.rubric), lang))
    for number in range(1, _NOTES + 1):
        looks.paragraph(2 + number, say(message(f"form-note-{number}"), lang))

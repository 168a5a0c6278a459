"""The findings, values and facts of one or several plans as a workbook, for those who go on calculating with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain, repeat
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.plan import FactKind, Register
from lowcarbon_desktop.report import items, reading_said, scoring_sheet, words
from lowcarbon_desktop.report.provenance import judged_by
from lowcarbon_desktop.review import Review

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60
_FINDINGS = ("number", "criterion", "severity", "outcome", "open", "place", "printed", "low", "high", "line-heading",
             "line-status", "margin-number", "says", "remedy", "needs", "note-head")
_VALUES = ("place", "name", "indicator", "base-year", "target-year", "printed", "understood", "low", "high", "unit",
           "rule", "doubts-heading")
_FACTS = ("fact", "state", "value", "stated-by", "source")

Row = tuple[str | float | None, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, its heads, its rows of texts and numbers (None for an empty cell)."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def sheets(assessments: Sequence[Assessment], register: Register, kinds: Mapping[str, FactKind],
           notes: Sequence[Mapping[str, str]], lang: str, reviews: Sequence[Review] = ()) -> tuple[Sheet, ...]:
    """What stands in the workbook. `notes` are the reviewer's by criterion, one map a plan, in their order.

    Of plans that are reviewed, `reviews` say what persons said, in the order of the plans.
    """
    def sheet(name: str, heads: Sequence[str], rows: Iterator[Row]) -> Sheet:
        return Sheet(words.word(name, lang), tuple(words.word(head, lang) for head in ("region", *heads)), tuple(rows))

    noted = zip(assessments, chain(notes, repeat({})), strict=False)
    return (
        *([sheet("sheet-scores", scoring_sheet.HEADS, (
            row for each, said in zip(assessments, reviews, strict=True) for row in scoring_sheet.rows(
                each, said, lang)))] if reviews else []),
        sheet("sheet-findings", _FINDINGS, (row for each, own in noted for row in _findings(each, own, lang))),
        sheet("sheet-values", _VALUES, (row for each in assessments for row in _values(each, register, lang))),
        sheet("sheet-facts", _FACTS, (row for each in assessments for row in _facts(each, kinds, lang))),
        sheet("provenance-heading", ("basis-item", "value"), (
            (each.plan.name, *row) for each in assessments for row in judged_by(each.rubric, lang))))


def _findings(assessment: Assessment, notes: Mapping[str, str], lang: str) -> Iterator[Row]:
    """One row a detail, so that every place can be sorted and filtered."""
    for item, finding in zip(items.items(assessment, notes, lang), assessment.findings, strict=True):
        for said, detail in zip(item.details, finding.details, strict=True):
            value = detail.value
            yield (assessment.plan.name, item.number, item.title, item.severity_label, said.label,
                   words.word("yes" if item.open else "no", lang), said.place, said.printed,
                   value.low if value is not None else None, value.high if value is not None else None, said.line,
                   words.word(f"status-{detail.line.status}", lang) if detail.line is not None else None,
                   detail.margin, said.message, item.remedy, item.needs, item.note)


def _values(assessment: Assessment, register: Register, lang: str) -> Iterator[Row]:
    plan = assessment.plan
    for said, reading in zip(reading_said.readings(plan, register, lang), plan.readings, strict=True):
        value = reading.value
        yield (plan.name, said.place, said.name, said.indicator, reading.base_year, reading.target_year, said.printed,
               said.value, value.low if value is not None else None, value.high if value is not None else None,
               reading.unit, said.rule, "\n".join(said.doubts))


def _facts(assessment: Assessment, kinds: Mapping[str, FactKind], lang: str) -> Iterator[Row]:
    for fact in reading_said.facts(assessment.plan, kinds, lang):
        yield (assessment.plan.name, fact.name, fact.label, fact.value, fact.by, "\n".join(fact.sources))


def workbook(content: Sequence[Sheet]) -> bytes:
    """The sheets as an xlsx. A text that looks like a formula is written as text: a draft may come from anybody."""
    import pandas
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    file = BytesIO()
    with pandas.ExcelWriter(file, engine="openpyxl") as writer:
        for sheet in content:
            rows = [[ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell for cell in row]
                    for row in sheet.rows]
            frame = pandas.DataFrame(rows, columns=list(sheet.heads), dtype=object)
            frame.to_excel(writer, sheet_name=sheet.name, index=False, freeze_panes=(1, 2))
            _dress(writer.sheets[sheet.name])
    return _steady(file.getvalue())


def _steady(data: bytes) -> bytes:
    """The same workbook without the moment at which it was made, so that the same findings give the same bytes."""
    steady = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(steady, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb'(W3CDTF">)[^<]+', rb"\g<1>2012-06-30T00:00:00Z", part)
            kept.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return steady.getvalue()


def _dress(sheet) -> None:
    """Texts stay texts, long ones wrap, columns are as wide as their contents within limits."""
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    from lowcarbon_desktop.report.columns import width

    for column in sheet.iter_cols():
        widest = 8
        for cell in column:
            if isinstance(cell.value, str):
                if cell.value.startswith(_FORMULA):
                    cell.data_type, cell.quotePrefix = "s", True
                cell.alignment = Alignment(vertical="top", wrap_text=True)
            widest = max(widest, *(width(part) for part in str(cell.value or "").split("\n")))
        sheet.column_dimensions[get_column_letter(column[0].column)].width = min(widest + 2, _WIDEST)
    sheet.auto_filter.ref = sheet.dimensions

"""An applicant's hand: writes and fills in the form, cell by open cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.template import write_template

TABLES = ("指标表", "基本情况")
CHOSEN = {"co2_peak_year": 2020, "leading_group_head": "党委书记", "leading_group_office": "发展改革委",
          "total_emission_cap": "2015 年 5000 万吨", "per_head_emission_target": "2020 年 9 吨",
          "energy_cap": "2015 年 1800 万吨标准煤", "dedicated_fund": "每年 2000 万元，2012—2015 年",
          "ghg_inventory": "2005 年、2010 年", "co2_cut_2005_2010": 20}


def empty_form(folder: Path, **options: str) -> Path:
    """A form for 厦门 that nobody has filled in."""
    path = folder / "form.xlsx"
    write_template(path, reference(), **{"region": "厦门", **options})
    return path


def value_cells(book: Workbook) -> Iterator[tuple[str, Cell]]:
    """(row's name, cell) of every open cell below a year, in the order of the form."""
    for name in TABLES:
        heads: dict[int, str] = {}
        for row in book[name].iter_rows():
            texts = {cell.column: str(cell.value) for cell in row if cell.value is not None}
            if "指标" in texts.values():
                heads = texts
            yield from ((texts[2], cell) for cell in row if not cell.protection.locked
                        and heads.get(cell.column, "")[:4].isdigit() and 2 in texts)


def fact_rows(book: Workbook) -> Mapping[str, tuple[Cell, Cell, Cell]]:
    """The state, value and source cells of each fact by its id."""
    return {row[0].value: (row[3], row[4], row[5]) for row in book["事项"].iter_rows(min_row=4) if row[0].value}


def fill(path: Path, amount: Callable[[str, Cell], float], facts: Mapping[str, object] = CHOSEN) -> None:
    """Fill in every open cell: `amount` gives the number for a row's name and a cell; all facts are stated."""
    book = load_workbook(path)
    book["指标表"]["C4"] = date(2012, 5, 31)
    for name, cell in value_cells(book):
        cell.value = amount(name, cell)
    for id, (state, value, source) in fact_rows(book).items():
        state.value, source.value = "已载明", "实施方案第 3 页"
        if not value.protection.locked:
            value.value = facts[id]
    book.save(path)


def plain_amount(name: str, cell: Cell) -> float:
    """A believable number: percentages grow from 12, levels from 1200."""
    percent = cell.parent.cell(cell.row, 3).value == "%"
    return (12 if percent else 1200) + cell.column + (25 if "2005" in name else 0)

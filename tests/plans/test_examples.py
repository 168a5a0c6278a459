"""The committed example files say, cell by cell, what source-tables.yaml says."""

import csv
import re

import openpyxl
import pytest

from tests.plans.write_examples import EXAMPLES, FULL_WIDTH, SHEET, TWINNED, TWINS, grid, main, source

DOC = source()
TABLES = {table["slug"]: table for table in DOC["tables"]}


def expected(slug):
    return grid(TABLES[slug], DOC["plan_date"])


def read_csv(path, encoding="utf-8-sig", delimiter=","):
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def read_xlsx(path, corner="A1"):
    """The cells from `corner` on as they would be printed."""
    sheet = openpyxl.load_workbook(path)[SHEET]
    return [[shown(cell) for cell in row] for row in sheet[f"{corner}:{sheet.dimensions.split(':')[1]}"]]


def shown(cell):
    if cell.value is None:
        return ""
    if "%" in cell.number_format:
        return f"{cell.value:.{cell.number_format.count('0') - 1}%}".removesuffix("%")
    return str(cell.value)


@pytest.mark.parametrize("slug", TABLES)
def test_example_files_say_what_the_source_says(slug):
    assert read_xlsx(EXAMPLES / f"{slug}.xlsx") == expected(slug)
    assert read_csv(EXAMPLES / f"{slug}.csv") == expected(slug)


@pytest.mark.parametrize("slug", TABLES)
def test_only_what_is_printed_plainly_is_a_number(slug):
    sheet = openpyxl.load_workbook(EXAMPLES / f"{slug}.xlsx")[SHEET]
    for cell in (cell for row in sheet for cell in row if cell.value is not None):
        plain = re.fullmatch(r"\d+(\.\d+)?", str(cell.value)) is not None
        assert (cell.data_type == "n") is plain, cell.coordinate


def test_every_row_is_as_wide_as_its_header_and_a_section_stands_alone():
    for table in TABLES.values():
        for row in table["rows"]:
            assert len(row) == len(table["header"])
            assert all(isinstance(text, str) for text in row)
            if table["header"][0] == "序号":
                assert row[0].isdigit() or not any(row[1:]), row


@pytest.mark.parametrize(
    ("slug", "serials"),
    [
        ("shenzhen", [1, 2, 3, 4, 5, 6, 7, 9, 10]),
        ("yunnan", [1, 2, 3, 5, 6, 7]),
        ("hubei", [1, 2, 3, 4, 6, 7, 8]),
        ("xiamen", list(range(1, 11))),
    ],
)
def test_serial_numbers_are_skipped_where_the_source_skips_them(slug, serials):
    assert [int(row[0]) for row in TABLES[slug]["rows"] if row[0].isdigit()] == serials


def test_oddities_of_print_are_kept():
    cells = [text for table in TABLES.values() for row in table["rows"] for text in row]
    for odd in ("48—50", "25-28", "40-45", "40以上", "17%", "——", "/", "万千万"):
        assert odd in cells
    assert "略性新兴产业增加值占 GDP比重" in cells
    assert "单位 GDP生二氧化碳排放比 2005年下降率" in cells


def test_chongqing_categories_are_merged_downwards():
    merged = openpyxl.load_workbook(EXAMPLES / "chongqing.xlsx")[SHEET].merged_cells.ranges
    assert {str(area) for area in merged} == {"A7:A8", "A9:A10", "A12:A14"}


@pytest.mark.parametrize("slug", TWINNED)
def test_twins_say_the_same_in_another_shape(slug):
    rows = expected(slug)
    assert read_xlsx(TWINS / f"{slug}-at-d9-after-cover.xlsx", corner="D4") == rows
    assert read_xlsx(TWINS / f"{slug}-percent-format.xlsx") == rows
    assert read_csv(TWINS / f"{slug}-gbk.csv", "gbk") == rows
    assert read_csv(TWINS / f"{slug}-utf8-no-bom.csv", "utf-8") == rows
    assert read_csv(TWINS / f"{slug}-tab-separated.csv", delimiter="\t") == rows
    assert read_csv(TWINS / f"{slug}-gb18030.csv", "gb18030")[: len(rows)] == rows
    narrow = {wide: plain for plain, wide in FULL_WIDTH.items()}
    for wide in (
        read_xlsx(TWINS / f"{slug}-full-width-digits.xlsx"),
        read_csv(TWINS / f"{slug}-full-width-digits.csv"),
    ):
        assert wide != rows
        assert [[text.translate(narrow) for text in row] for row in wide] == rows


def test_written_twice_the_bytes_are_the_same(tmp_path, monkeypatch):
    for time in ("first", "second"):
        for folder in ("EXAMPLES", "TWINS"):
            monkeypatch.setattr(f"tests.plans.write_examples.{folder}", tmp_path / time / folder)
        main()
    first = sorted(path for path in (tmp_path / "first").rglob("*.*"))
    assert len(first) == len(list(EXAMPLES.iterdir())) + len(list(TWINS.iterdir()))
    for path in first:
        again = tmp_path / "second" / path.relative_to(tmp_path / "first")
        assert path.read_bytes() == again.read_bytes(), path.name

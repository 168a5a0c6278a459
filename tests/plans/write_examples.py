"""Writes the example plans and their harder twins from source-tables.yaml.

    python -m tests.plans.write_examples

gives resources/examples/<slug>.xlsx and .csv, xianning.docx from xianning.txt, and tests/plans/twins/. Written twice,
the bytes are the same.
"""

import csv
import io
import re
import unicodedata
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import yaml
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "resources" / "examples"
TWINS = HERE / "twins"
TWINNED = ("xiamen", "hangzhou")

SHEET = "指标表"
PLAIN_NUMBER = re.compile(r"\d+(\.\d+)?")
FULL_WIDTH = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789.%-"}
FIXED = datetime(2012, 5, 31)
THIN = Side(style="thin")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def source():
    """The whole of source-tables.yaml as plain data."""
    return yaml.safe_load((HERE / "source-tables.yaml").read_text(encoding="utf-8"))


def block(table, plan_date):
    """What stands above the table: its title, the region where there is one, the date, an empty row."""
    rows = [[table["title"]]]
    if "region" in table:
        rows += [["地区", table["region"]], ["所属省份", table["province"]]]
    return [*rows, ["方案日期", plan_date], []]


def grid(table, plan_date):
    """The sheet row by row as strings, every row as wide as the table."""
    width = len(table["header"])
    rows = [*block(table, plan_date), table["header"], *table["rows"]]
    return [row + [""] * (width - len(row)) for row in rows]


def cell_value(printed):
    """17 and 0.2 become numbers, 17%, 48—50 and / stay text, a blank is an empty cell."""
    if PLAIN_NUMBER.fullmatch(printed):
        return float(printed) if "." in printed else int(printed)
    return printed or None


def workbook(table, plan_date, *, left=1, top=1, cover=()):
    """The plan as a workbook whose block starts at column `left` and row `top`, after a cover sheet if it has lines."""
    book = Workbook()
    sheet = book.active
    if cover:
        sheet.title = "封面"
        for number, line in enumerate(cover, start=3):
            sheet.cell(number * 2, 2, line)
        sheet = book.create_sheet()
    sheet.title = SHEET
    header = top + len(block(table, plan_date))
    for down, row in enumerate(grid(table, plan_date)):
        for across, printed in enumerate(row):
            cell = sheet.cell(top + down, left + across, cell_value(printed))
            if top + down >= header:
                cell.border = BORDER
            if top + down == header:
                cell.font = Font(bold=True)
    for first, last in table.get("merged", ()):
        sheet.cell(header + first, left).alignment = Alignment(vertical="center")
        sheet.merge_cells(start_row=header + first, end_row=header + last, start_column=left, end_column=left)
    set_widths(sheet, table, left)
    return book


def set_widths(sheet, table, left):
    """Each column as wide as its widest cell; titles and section rows run over to the right instead."""
    rows = [table["header"], *(row for row in table["rows"] if any(row[1:]))]
    for across, column in enumerate(zip(*rows, strict=True)):
        wide = max(sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text) for text in column)
        sheet.column_dimensions[get_column_letter(left + across)].width = max(10, wide + 2)


def save(book, path):
    """Saves the workbook stored, not deflated, and with fixed dates: the same bytes on every machine."""
    book.properties.creator = "LowCarbon Desktop"
    book.properties.created = FIXED
    written = io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":  # openpyxl stamps the time of saving
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2012-05-31T00:00:00Z", data)
            entry = zipfile.ZipInfo(name, FIXED.timetuple()[:6])
            entry.create_system = 0
            new.writestr(entry, data)


def write_csv(rows, path, encoding="utf-8-sig", delimiter=","):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator="\r\n").writerows(rows)


def write_twins(table, plan_date):
    """The same plan in the shapes that README.md describes."""
    rows = grid(table, plan_date)
    region, slug = table["region"], table["slug"]

    cover = (f"{region}市低碳城市试点工作实施方案", f"{region}市人民政府", "二〇一二年五月")
    save(workbook(table, plan_date, left=4, top=4, cover=cover), TWINS / f"{slug}-at-d9-after-cover.xlsx")

    percent = workbook(table, plan_date)
    unit = table["header"].index("单位")
    for cells in percent[SHEET].iter_rows(min_row=len(block(table, plan_date)) + 2):
        for cell in cells[unit + 1 :]:
            if cells[unit].value == "%" and cell.value is not None:
                cell.number_format = "0.0%" if isinstance(cell.value, float) else "0%"
                cell.value = float(Decimal(str(cell.value)) / 100)
    save(percent, TWINS / f"{slug}-percent-format.xlsx")

    wide = {**table, "title": table["title"].translate(FULL_WIDTH)}
    wide["header"] = [text.translate(FULL_WIDTH) for text in table["header"]]
    wide["rows"] = [[text.translate(FULL_WIDTH) for text in row] for row in table["rows"]]
    wide_date = plan_date.translate(FULL_WIDTH)
    save(workbook(wide, wide_date), TWINS / f"{slug}-full-width-digits.xlsx")
    write_csv(grid(wide, wide_date), TWINS / f"{slug}-full-width-digits.csv")

    note = ["注：减排量以吨 CO₂ 计。"] + [""] * (len(table["header"]) - 1)  # GBK has no ₂: truly GB18030
    blank = [""] * len(table["header"])
    write_csv([*rows, blank, note], TWINS / f"{slug}-gb18030.csv", "gb18030")
    write_csv(rows, TWINS / f"{slug}-gbk.csv", "gbk")
    write_csv(rows, TWINS / f"{slug}-utf8-no-bom.csv", "utf-8")
    write_csv(rows, TWINS / f"{slug}-tab-separated.csv", delimiter="\t")


def write_prose():
    """Xianning's plan, which has no table, as a Word document: its headings in bold, its paragraphs indented."""
    from tests.ingest.documents import word  # which imports this module

    lines = (HERE / "xianning.txt").read_text("utf-8").splitlines()
    word.save(EXAMPLES / "xianning.docx", *(_styled(number, line) for number, line in enumerate(lines)))


def _styled(number, line):
    if number == 0:
        layout, look = '<w:jc w:val="center"/><w:spacing w:after="240"/>', '<w:b/><w:sz w:val="36"/>'
    elif number == 1:
        layout, look = '<w:jc w:val="center"/><w:spacing w:after="480"/>', '<w:sz w:val="24"/>'
    elif re.match("[一二三四五六]、", line):
        layout, look = '<w:keepNext/><w:spacing w:before="240" w:after="120"/>', '<w:b/><w:sz w:val="28"/>'
    else:
        layout = '<w:spacing w:line="400" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/>'
        look = '<w:sz w:val="24"/>'
    return f'<w:p><w:pPr>{layout}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{line}</w:t></w:r></w:p>'


def main():
    doc = source()
    for folder in (EXAMPLES, TWINS):
        folder.mkdir(parents=True, exist_ok=True)
    for table in doc["tables"]:
        save(workbook(table, doc["plan_date"]), EXAMPLES / f"{table['slug']}.xlsx")
        write_csv(grid(table, doc["plan_date"]), EXAMPLES / f"{table['slug']}.csv")
        if table["slug"] in TWINNED:
            write_twins(table, doc["plan_date"])
    write_prose()


if __name__ == "__main__":
    main()

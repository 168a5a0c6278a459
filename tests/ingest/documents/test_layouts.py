"""Tables without upright rules, however they are set and drawn: each reads as it was written, or is left."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table
from reportlab.platypus.paragraph import ParagraphStyle

from lowcarbon_desktop.app.open_plan import read_source
from lowcarbon_desktop.ingest.grid import RawCell, Source
from lowcarbon_desktop.ingest.readers.pdf_page import PageRead
from lowcarbon_desktop.ingest.readers.pdf_pages import joined_tables
from lowcarbon_desktop.ingest.readers.pdf_table import PageTable
from tests.ingest.documents import paper

TITLE = "赣州市低碳城市试点实施方案"
ROWS = [["序号", "指标名称", "单位", "2010年", "2015年", "2020年"],
        ["1", "单位地区生产总值二氧化碳排放比2010年下降率", "%", "—", "18", "—"],
        ["2", "单位地区生产总值二氧化碳排放比2005年下降率", "%", "—", "—", "45左右"],
        ["3", "单位GDP能耗比2010年下降", "%", "", "16.5", ""],
        ["4", "能源消费总量", "万吨标准煤", "1,052", "1,600", "2,100"],
        ["5", "公共交通占机动化出行分担率", "%", "20", "30", "40—45"]]
GROUPS = [["类别", "指标", "单位", "2015年", "2020年"],
          ["排放类指标", "单位GDP二氧化碳排放比2010年下降", "%", "18", ""],
          ["", "单位GDP二氧化碳排放比2005年下降", "%", "", "45"], ["碳汇", "森林覆盖率", "%", "43", "45"],
          ["", "森林蓄积量", "万立方米", "1300", "1500"]]
TWO_LINES = [["序号", "指标", "单位", "基期", "目标值", ""], ["", "", "", "2010年", "2015年", "2020年"], *ROWS[1:]]
SPARSE = [["指标", "2015年", "2020年"], ["单位GDP二氧化碳排放比2010年下降（%）", "18", ""],
          ["单位GDP二氧化碳排放比2005年下降（%）", "", "45"], ["非化石能源占一次能源消费比重（%）", "8", "12"]]
MEASURES = [["序号", "任务", "主要内容", "责任单位"],
            ["1", "资金保障", "设立市级低碳发展专项资金，每年安排财政资金，用于支持低碳示范项目建设。", "市财政局"],
            ["2", "组织保障", "成立由市长任组长的低碳试点工作领导小组，办公室设在市发展改革委。", "市发展改革委"],
            ["3", "考核", "将下降目标分解到各县（市、区），纳入年度考核；每年公布结果。", "市政府"]]
YEARS = [["年份", "单位GDP二氧化碳排放比2010年下降（%）", "单位GDP能耗比2010年下降（%）", "森林覆盖率（%）"],
         ["2015", "18", "16.5", "43"], ["2020", "33", "30", "45"], ["2025", "45", "40", "46"]]
SECTIONS = [["指标", "单位", "2015年", "2020年"], ["一、排放指标", "", "", ""],
            ["单位地区生产总值二氧化碳排放比2010年下降", "%", "18", "33"], ["二、碳汇指标", "", "", ""],
            ["森林覆盖率", "%", "43", "45"], ["全市活立木森林蓄积量（含毛竹林折算部分）", "万立方米", "1300", "1500"]]
PERIODS = [["序号", "指标", "“十二五”规划", "2020年展望", "单位"], ["", "", "2015年", "2020年", ""],
           ["", "", "目标", "目标", ""],
           ["一、排放指标", "", "", "", ""], ["1", "单位地区生产总值二氧化碳排放比2010年下降", "17.5", "33", "%"],
           ["2", "森林覆盖率", "43.5", "45", "%"]]
UNITS = [["指标", "2010年", "2015年", "2020年"],
         *[[f"{name}（{unit}）", *values] for name, unit, *values in (
             ("单位GDP二氧化碳排放量", "吨/万元", "2.1", "1.72", "1.4"),
             ("能源消费总量", "万吨标准煤", "1052", "1600", "2100"),
             ("单位GDP二氧化碳排放比2010年下降", "%", "—", "18", "33"))]]
TABLES = {
    "plain": (ROWS, [35, 130, 50, 55, 55, 65], []),
    "groups": (GROUPS, [50, 140, 50, 60, 60], [(1, 0, 2, 0), (3, 0, 4, 0)]),
    "two lines of headings": (TWO_LINES, [35, 150, 50, 55, 55, 65],
                              [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 4, 0, 5)]),
    "sparse": (SPARSE, [140, 80, 80], []),
    "measures": (MEASURES, [35, 60, 120, 90], []),
    "years down": (YEARS, [50, 90, 90, 70], []),
    "sections": (SECTIONS, [130, 60, 60, 60], [(1, 0, 1, 3), (3, 0, 3, 3)]),
    "periods": (PERIODS, [70, 130, 90, 80, 60],
                [(0, 0, 2, 0), (0, 1, 2, 1), (0, 4, 2, 4), (3, 0, 3, 4)]),
    "units below": (UNITS, [120, 60, 60, 60], []),
}
LEFT_OUT = {("plain", "TOP", "RIGHT"), ("two lines of headings", "TOP", "RIGHT"), ("periods", "MIDDLE", "RIGHT"),
            ("periods", "BOTTOM", "RIGHT")}


def table(rows: list[list[str]], widths: list[int], rules: str, spans: list[tuple[int, int, int, int]], up: str,
          side: str) -> Table:
    style = ParagraphStyle("cell", fontName=paper.FONT, fontSize=9, leading=12, wordWrap="CJK")
    cells = [[Paragraph(text, style) if len(text) * 9 > width - 8 and not text.isascii() else text
              for text, width in zip(row, widths, strict=True)] for row in rows]
    return Table(cells, colWidths=widths, style=[
        ("FONT", (0, 0), (-1, -1), paper.FONT, 9), ("VALIGN", (0, 0), (-1, -1), up), ("ALIGN", (1, 0), (-1, -1), side),
        *paper.RULES[rules], *[("SPAN", (c0, r0), (c1, r1)) for r0, c0, r1, c1 in spans],
        *[("ALIGN", (c0, r0), (c1, r1), "CENTER") for r0, c0, r1, c1 in spans if c1 > c0],
        *[(f"{each}PADDING", (0, 0), (-1, -1), 4) for each in ("LEFT", "RIGHT", "TOP", "BOTTOM")]])


def cells(source: Source) -> list[list[list[str]]]:
    """The texts of each table that was taken; a table that was left gives none of its words to the paragraphs."""
    said = "".join(passage.text for passage in source.passages)
    assert "二氧化碳排放比" not in said and "二氧化碳" not in said and "1,600" not in said
    return [[["".join(cell.text.split()) for cell in row] for row in grid.rows] for grid in source.grids
            if grid.left is None]


@pytest.mark.parametrize("side", ["LEFT", "CENTER", "RIGHT"])
@pytest.mark.parametrize("up", ["TOP", "MIDDLE", "BOTTOM"])
@pytest.mark.parametrize("rules", ["across", "three", "none"])
@pytest.mark.parametrize("name", TABLES)
def test_a_table_reads_as_written_or_is_left(name: str, rules: str, up: str, side: str, tmp_path: Path) -> None:
    paper.line("")
    rows, widths, spans = TABLES[name]
    path = paper.save(tmp_path / "a.pdf", TITLE, "表1 主要指标", table(rows, widths, rules, spans, up, side),
                      "注：2010年为实际值。", "二、保障措施")
    source = read_source(path)
    assert cells(source) in ([rows], []) and source.whole is all(grid.left is None for grid in source.grids)
    if (name, up, side) not in LEFT_OUT:
        assert cells(source) == [rows]


def test_the_rest_of_a_table_that_was_left_is_no_sentence(tmp_path: Path) -> None:
    paper.line("")
    page = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    staggered = [("单位GDP能耗比2010年下降", 60), ("17%", 320), ("非化石能源比重", 60), ("8%", 320), ("森林覆盖率", 60)]
    for rows in (staggered, [("公共交通分担率", 60, "22", "30", "%"), ("城镇化率", 60, "52.5", "60", "%")]):
        page.setFont(paper.FONT, 10)
        for at, (text, left, *values) in enumerate(rows):
            page.drawString(left, 140 - 8 * at if not values else 780 - 20 * at, text)
            for column, value in enumerate(values):
                page.drawString(300 + 60 * column, 780 - 20 * at, value)
        page.showPage()
    page.save()
    source = read_source(tmp_path / "a.pdf")
    assert [grid.left.code for grid in source.grids if grid.left] == ["pdf-unclear-columns"] * 2
    assert not source.passages and not source.whole


def test_numbers_that_stand_apart_in_a_line_are_not_one(tmp_path: Path) -> None:
    path = paper.save(tmp_path / "a.pdf", TITLE, "到2015年，森林覆盖率达到41%，成立由市长任组长的领导小组。")
    page = Canvas(str(path), invariant=1)
    page.setFont(paper.FONT, 10)
    for left, text in ((60, "公共交通分担率"), (200, "22"), (260, "30"), (320, "%")):
        page.drawString(left, 700, text)
    page.save()
    assert [each.trouble.code for each in read_source(path).passages] == ["words-in-columns"]


def drawn(path: Path, rows: list[list[str]], widths: list[int], order: str) -> Path:
    """A page that draws the lines of its cells in some order."""
    paper.line("")
    canvas = Canvas(str(path), invariant=1)
    canvas.setFont(paper.FONT, 9)
    canvas.drawString(60, 800, TITLE)
    lines, top = [], 740
    for row in rows:
        left, most = 60, 1
        for text, width in zip(row, widths, strict=True):
            count = (width - 4) // 9
            parts = [text[at:at + count] for at in range(0, len(text), count)]
            lines += [(left, top - 12 * number, part) for number, part in enumerate(parts)]
            left, most = left + width, max(most, len(parts))
        top -= 12 * most
    if order == "line by line":
        lines.sort(key=lambda each: (-each[1], each[0]))
    elif order == "column by column":
        lines.sort(key=lambda each: (each[0], -each[1]))
    elif order == "any":
        random.Random(1).shuffle(lines)
    for left, height, text in lines:
        canvas.drawString(left, height, text)
    canvas.save()
    return path


@pytest.mark.parametrize("order", ["cell by cell", "line by line", "column by column", "any"])
@pytest.mark.parametrize("first", [0, 1], ids=["numbered", "without numbers"])
def test_no_order_of_drawing_gives_a_wrong_cell(order: str, first: int, tmp_path: Path) -> None:
    rows, widths = [row[first:] for row in ROWS], [30, 100, 60, 60, 60, 60][first:]
    found = cells(read_source(drawn(tmp_path / "a.pdf", rows, widths, order)))
    assert found in ([rows], []) and (found or order != "cell by cell")


def test_a_caption_between_rules_parts_two_tables(tmp_path: Path) -> None:
    rows, widths, _ = TABLES["sparse"]
    first, second = rows, [rows[0], ["森林覆盖率（%）", "43", "45"], ["非化石能源占一次能源消费比重（%）", "8", "12"]]
    path = paper.save(tmp_path / "a.pdf", TITLE, "表1 主要指标", table(first, widths, "three", [], "TOP", "LEFT"),
                      "表2 其他指标", "单位：%", table(second, widths, "three", [], "TOP", "LEFT"))
    assert cells(read_source(path)) == [first, second]


@pytest.mark.parametrize("up", ["TOP", "MIDDLE"])
def test_a_table_without_rules_goes_on_over_pages(up: str, tmp_path: Path) -> None:
    rows = [ROWS[0], *([str(n), f"重点领域第{n}项低碳发展工程二氧化碳完成率提高幅度", "%", str(n), str(n + 1), "—"]
                       for n in range(1, 61))]
    path = paper.save(tmp_path / "a.pdf", TITLE, table(rows, TABLES["plain"][1], "none", [], up, "LEFT"), "后文。")
    assert cells(read_source(path)) == [rows]


def cut(path: Path) -> Path:
    """A table in which the end of the page cuts a row: its number above, its name on both pages."""
    paper.line("")
    canvas = Canvas(str(path), invariant=1)
    pages = [[("序号", "指标", "单位", "2015年"), ("1", "森林覆盖率", "%", "43"),
              ("2", "单位GDP二氧化碳排放", "%", "56左")],
             [("序号", "指标", "单位", "2015年"), ("", "比2005年下降", "", "右"), ("3", "非化石能源比重", "%", "8"),
              ("4", "森林蓄积量", "万立方米", "900")]]
    for rows, top in zip(pages, (110, 800), strict=True):
        canvas.setFont(paper.FONT, 9)
        for number, row in enumerate(rows):
            for left, text in zip((64, 104, 264, 324), row, strict=True):
                canvas.drawString(left, top - 14 - 20 * number, text)
        for number in range(len(rows) + 1):
            canvas.line(60, top - 20 * number, 400, top - 20 * number)
        for left in (60, 100, 260, 320, 400):
            canvas.line(left, top, left, top - 20 * len(rows))
        canvas.showPage()
    canvas.save()
    return path


def test_a_row_that_the_end_of_a_page_cuts_is_one(tmp_path: Path) -> None:
    (rows,) = cells(read_source(cut(tmp_path / "a.pdf")))
    assert [row[:4] for row in rows[2:4]] == [["2", "单位GDP二氧化碳排放比2005年下降", "%", "56左右"],
                                              ["3", "非化石能源比重", "%", "8"]]


def test_a_struck_number_is_no_value_and_leaves_a_doubt(tmp_path: Path) -> None:
    paper.line("")
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    canvas.setFont(paper.FONT, 10)
    for text, height in ((TITLE, 760), ("到2015年单位GDP能耗比2010年下降", 730), ("组长由市长担任。", 700)):
        canvas.drawString(60, height, text)
    left = 60 + canvas.stringWidth("到2015年单位GDP能耗比2010年下降", paper.FONT, 10)
    canvas.drawString(left, 730, "15%18%。")
    canvas.line(left, 733.5, left + canvas.stringWidth("15%", paper.FONT, 10), 733.5)
    canvas.save()
    passages = read_source(tmp_path / "a.pdf").passages
    assert "下降18%" in "".join(passages[1].text.split()) and "15%" not in passages[1].text
    assert [passage.trouble.code if passage.trouble else None for passage in passages] == [None, "words-struck", None]


@pytest.mark.parametrize(("ink", "ground", "seen"), [
    ((1, 1, 1), None, False), ((1, 1, 1), (0.1, 0.3, 0.5), True), ((0.1, 0.3, 0.5), (0.1, 0.3, 0.5), False),
    ((0, 0, 0), None, True), ((0, 0, 0), (0, 0, 0), False), ((0.6, 0, 0), None, True)])
def test_signs_in_the_colour_of_their_ground_are_doubted(ink: tuple, ground: tuple | None, seen: bool,
                                                         tmp_path: Path) -> None:
    paper.line("")
    page = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    page.setFont(paper.FONT, 12)
    page.drawString(60, 760, "到2015年，全市森林覆盖率达到45%，城市绿化覆盖率达到40%。")
    if ground is not None:
        page.setFillColorRGB(*ground)
        page.rect(50, 690, 450, 30, stroke=0, fill=1)
    page.setFillColorRGB(*ink)
    page.drawString(60, 700, "到2015年，全市单位GDP能耗比2010年下降17%。")
    page.save()
    troubles = [each.trouble.code if each.trouble else None for each in read_source(tmp_path / "a.pdf").passages]
    assert troubles == [None, None if seen else "words-unseen"]


PAIRS = [["指标", "目标值"], ["单位GDP二氧化碳排放比2010年下降", "20%"], ["单位GDP能耗比2010年下降", "18%"],
         ["服务业占GDP比重", "50%"]]
BOTH_YEARS = [["指标", "目标值"], *[[name, f"2015年：{first}%\n2020年：{second}%"] for name, first, second in (
    ("单位GDP二氧化碳排放比2010年下降", 20, 35), ("非化石能源占一次能源消费比重", 8, 12), ("服务业占GDP比重", 50, 54))]]


@pytest.mark.parametrize("up", ["TOP", "MIDDLE", "BOTTOM"])
@pytest.mark.parametrize("rules", ["across", "three", "none"])
@pytest.mark.parametrize("rows", [PAIRS, BOTH_YEARS], ids=["pairs", "both years"])
def test_names_and_values_side_by_side_are_never_read_from_line_to_line(rows: list[list[str]], rules: str, up: str,
                                                                       tmp_path: Path) -> None:
    paper.line("")
    source = read_source(paper.save(tmp_path / "a.pdf", TITLE, "2015年主要指标", table(
        rows, [200, 100], rules, [], up, "CENTER"), "二、保障措施"))
    assert not any("%" in passage.text for passage in source.passages)
    written = [[text.replace("\n", "；") for text in row] for row in rows]
    taken = [[["".join(cell.text.split()) for cell in row] for row in grid.rows] for grid in source.grids
             if grid.left is None]
    bare = [[["".join(text.split("；")) for text in row] for row in each] for each in taken]
    sought = [["".join(text.split("；")) for text in row] for row in written]
    assert bare in ([sought], []) and source.whole is bool(taken)
    assert taken == [PAIRS] or rows is not PAIRS


def test_a_last_row_that_stands_apart_leaves_the_table(tmp_path: Path) -> None:
    """The other rows stand at one height, so the table is found; its last name stands between its two values."""
    paper.line("")
    rows = [["指标", "目标值"], ["单位GDP二氧化碳排放比2010年下降的幅度", "2015年：20%\n2020年：35%"],
            ["服务业占地区生产总值的比重", "2015年：50%\n2020年：54%"], ["森林覆盖率", "2015年：37%\n2020年：38%"]]
    source = read_source(paper.save(tmp_path / "a.pdf", TITLE, table(rows, [100, 120], "none", [], "MIDDLE", "LEFT")))
    taken = [["".join("".join(cell.text for cell in row).split("；")) for row in grid.rows] for grid in source.grids
             if grid.left is None]
    assert taken in ([], [["".join(row).replace("\n", "") for row in rows]])
    assert not any("%" in passage.text for passage in source.passages)


def test_a_row_that_a_page_cuts_is_one_though_its_group_goes_on() -> None:
    rows = [["类别", "指标", "2015年"], ["能源", "煤炭占", "62"], ["", "能源消费比重", ""], ["", "森林覆盖率", "42"]]
    box, edges = (0, 0, 9, 9), (0, 30, 60, 90)
    first = PageTable(1, box, cells_of(rows[:2]), ((box,) * 3,) * 2, edges)
    second = PageTable(2, box, cells_of(rows[2:]), ((box,) * 3,) * 2, edges, ((0, 0, 1, 0),))
    (joined,) = joined_tables([PageRead(1, (first,)), PageRead(2, (second,))])
    assert [[cell.text for cell in row] for row in joined.rows] == [
        rows[0], ["能源", "煤炭占能源消费比重", "62"], rows[3]]
    assert joined.merges == ((2, 0, 2, 0),)


def cells_of(rows: list[list[str]]) -> tuple[tuple[RawCell, ...], ...]:
    return tuple(tuple(map(RawCell, row)) for row in rows)


@pytest.mark.parametrize("rules", ["three", "none"])
def test_a_number_that_wraps_at_its_point_is_one(rules: str, tmp_path: Path) -> None:
    paper.line("")
    rows = [["年份", "碳强度比２０１０年下降", "非化石占比", "森林覆盖率"],
            ["２０１２年", "６．８％", "２４％", "５５．５％"],
            ["２０１３年", "９．４％", "２５％", "５６％"], ["２０１５年", "１７％", "２７％", "５７％"]]
    drawn_as = table(rows, [60, 90, 70, 36], rules, [], "MIDDLE", "LEFT")
    source = read_source(paper.save(tmp_path / "a.pdf", TITLE, drawn_as))
    taken = [[["".join(cell.text.split()) for cell in row] for row in grid.rows] for grid in source.grids
             if grid.left is None]
    assert taken == [rows]


@pytest.mark.parametrize("rules", ["three", "none"])
def test_two_lines_of_headings_over_rows_of_one_line_are_told_apart(rules: str, tmp_path: Path) -> None:
    """Nothing wraps, so the order in which the page draws proves nothing; each row ends with a value."""
    paper.line("")
    rows = [["指标（%）", "2010年", "2015年", "", "2020年", ""], ["", "", "数值", "提高", "数值", "提高"],
            ["非化石能源占比", "3.1", "6", "2.9", "12", "8.9"], ["服务业占比", "36", "42", "6", "48", "12"]]
    spans = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5)]
    drawn_as = table(rows, [130, 50, 50, 50, 50, 50], rules, spans, "MIDDLE", "LEFT")
    (grid,) = read_source(paper.save(tmp_path / "a.pdf", TITLE, drawn_as)).grids
    assert grid.left is None and [[cell.text for cell in row] for row in grid.rows] == rows

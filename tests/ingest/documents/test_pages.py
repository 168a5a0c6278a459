"""Pages as they are printed: paragraphs, running heads, columns, turned pages, scans that a machine has read."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from lowcarbon_desktop.app.open_plan import open_plan, read_source
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.grid import Source
from lowcarbon_desktop.ingest.readers.paragraphs import PageLine, is_heading, passages_of
from tests.ingest.documents import paper

CUT = "到2015年单位GDP二氧化碳排放比2010年下降17%。"
LEFT, RIGHT, TALL = 90.0, 505.0, 16.0
FULL = "成立以市长为组长的低碳试点工作领导小组统筹推进各项工作"


def typed(*lines: tuple[str, float, float]) -> list[str]:
    """The paragraphs of lines with their left and right ends, one below the other."""
    page = [PageLine(text, 1, (left, 100 + 26 * n, right, 100 + TALL + 26 * n))
            for n, (text, left, right) in enumerate(lines)]
    return [passage.text for passage in passages_of("a.pdf", page)]


PARAGRAPHS = {
    "indented": [(FULL, 122, RIGHT), (FULL, LEFT, RIGHT), ("完。", LEFT, 130), (FULL, 122, RIGHT), ("末。", LEFT, 130)],
    "hanging": [("(1) " + FULL, LEFT, RIGHT), (FULL, 122, RIGHT), ("末。", 122, RIGHT - 10),
                ("(2) " + FULL, LEFT, RIGHT), (FULL, 122, RIGHT), (FULL + "。", 122, RIGHT),
                ("附件：1．项目表", 122, 300)],
    "list below a full line": [(FULL, 122, RIGHT), (FULL + "。", LEFT, RIGHT), ("1．" + FULL, LEFT, RIGHT),
                               ("末。", LEFT, 130)],
    "a number at the head of a line": [(FULL + "比重达到", 122, RIGHT), ("12.5%，森林覆盖率达到", LEFT, RIGHT),
                                       ("42%。", LEFT, 130)],
}
JOINED = {"indented": [3, 2], "hanging": [3, 3, 1], "list below a full line": [2, 2],
          "a number at the head of a line": [3]}


@pytest.mark.parametrize("kind", PARAGRAPHS)
def test_lines_make_paragraphs(kind: str) -> None:
    texts, expected = [text for text, _, _ in PARAGRAPHS[kind]], []
    for count in JOINED[kind]:
        expected.append("".join(texts[:count]))
        texts = texts[count:]
    assert typed(*PARAGRAPHS[kind]) == expected


def test_a_decimal_is_no_numbering_and_an_entry_of_the_contents_is_a_heading() -> None:
    assert not is_heading("12.5%，森林覆盖率达到42%")
    assert is_heading("3.2 主要目标") and is_heading("成立小组，设立资金……………12")


def drawn(path: Path, *pages: list[tuple[float, float, str]], size: float = 11) -> Path:
    """Pages of texts at places from the lower left corner."""
    paper.line("")
    canvas = Canvas(str(path), invariant=1)
    for texts in pages:
        canvas.setFont(paper.FONT, size)
        for x, y, text in texts:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return path


def texts(source: Source) -> list[str]:
    return [passage.text for passage in source.passages]


def test_running_heads_are_no_text_from_the_first_page_on(tmp_path: Path) -> None:
    pages = [[(70, 800, "厦门市实施方案" if number % 2 else "厦门市人民政府"), (70, 740, f"第{number}段文字。"),
              (280, 30, f"— {number} —")] for number in range(1, 6)]
    assert texts(read_source(drawn(tmp_path / "a.pdf", *pages))) == [f"第{number}段文字。" for number in range(1, 6)]


def test_a_line_of_the_text_that_comes_back_on_the_next_page_is_no_running_head(tmp_path: Path) -> None:
    pages = [[(70, 775, "组长由市长担任。"), (70, 757, f"第{number}段。")] for number in range(3)]
    assert texts(read_source(drawn(tmp_path / "a.pdf", *pages))).count("组长由市长担任。") == 3


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"左栏第{number}行的文字说明低碳发展的各项工作" for number in range(6)]
    right = [text.replace("左", "右") for text in left]
    page = [(150, 790, "厦门市方案"), *((60, 760 - 18 * n, text) for n, text in enumerate(left)),
            *((320, 760 - 18 * n, text) for n, text in enumerate(right))]
    assert "".join(texts(read_source(drawn(tmp_path / "a.pdf", page)))) == "厦门市方案" + "".join(left + right)


def test_a_column_whose_last_lines_are_short_is_one_all_the_same(tmp_path: Path) -> None:
    left = ["到2015年，全市单位GDP能耗比2010年下降", "17%，森林覆盖率达到33%。",
            *["左栏的文字说明低碳发展的各项工作，"] * 5]
    right = ["组织低碳进机关、进学校、进社区活动", "，普及知识。", "建设城市绿道。",
             *["右栏的文字说明低碳发展的各项工作"] * 2]
    page = [(150, 790, "厦门市方案"), *((60, 760 - 18 * n, text) for n, text in enumerate(left)),
            *((320, 760 - 18 * n, text) for n, text in enumerate(right))]
    assert "".join(texts(read_source(drawn(tmp_path / "a.pdf", page)))) == "厦门市方案" + "".join(left + right)


def turned(path: Path, upright: bool) -> Path:
    """The example turned on its page, and the page turned back where `upright`, as for a wide table."""
    writer = pypdf.PdfWriter(clone_from=paper.example("xiamen", path))
    for page in writer.pages:
        page.add_transformation(pypdf.Transformation().rotate(90).translate(842, 0))
        page.mediabox = page.cropbox = pypdf.generic.RectangleObject((0, 0, 842, 595))
        page.rotate(90 if upright else 0)
    writer.write(path)
    return path


def test_a_page_that_is_turned_upright_is_read_and_one_that_lies_is_told(tmp_path: Path) -> None:
    (plan,) = open_plan(turned(tmp_path / "a.pdf", upright=True), reference())
    assert len([each for each in plan.readings if each.value is not None]) == 14
    source = read_source(turned(tmp_path / "b.pdf", upright=False))
    assert [grid.left.code for grid in source.grids if grid.left] == ["pdf-pages-turned"] and not source.whole


def scanned(path: Path, *, hidden: bool, below: bool) -> Path:
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    paper.line("")
    canvas, picture = Canvas(str(path), invariant=1), ImageReader(Image.new("L", (60, 80), 200))
    if not below:
        canvas.drawImage(picture, 0, 0, 595, 842)
    text = canvas.beginText(60, 780)
    text.setFont(paper.FONT, 11)
    text.setTextRenderMode(3 if hidden else 0)
    for line in ("厦门市低碳试点实施方案", CUT, "成立以市长为组长的领导小组，设立专项资金，健全统计和考核体系。"):
        text.textLine(line)
    canvas.drawText(text)
    if below:
        canvas.drawImage(picture, 0, 0, 595, 842)
    canvas.save()
    return path


@pytest.mark.parametrize(("hidden", "below", "told"), [(True, False, True), (False, True, True), (False, False, False)])
def test_a_scan_with_a_hidden_text_is_read_but_doubted(hidden: bool, below: bool, told: bool, tmp_path: Path) -> None:
    source = read_source(scanned(tmp_path / "a.pdf", hidden=hidden, below=below))
    assert len(source.passages) == 3 and source.whole is not told
    assert [each.code for each in source.remarks] == (["pdf-recognised"] if told else [])
    assert all((passage.trouble is not None) is told for passage in source.passages)


def test_the_slash_in_a_headings_corner_parts_no_cells(tmp_path: Path) -> None:
    paper.line("")
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    canvas.setFont(paper.FONT, 10)
    edges = (60, 260, 320, 380)
    canvas.drawString(60, 760, "厦门市低碳方案")
    for row, cells in enumerate((("指标", "单位", "2015"), ("单位GDP二氧化碳排放比2010年下降率", "%", "17"))):
        for left, text in zip(edges, cells, strict=False):
            canvas.drawString(left + 4, 706 - 20 * row, text)
    for y in (720, 700, 680):
        canvas.line(edges[0], y, edges[-1], y)
    for x in edges:
        canvas.line(x, 720, x, 680)
    canvas.line(160, 720, 260, 700)
    canvas.save()
    (plan,) = open_plan(tmp_path / "a.pdf", reference())
    assert [str(each.value) for each in plan.readings] == ["17%"]

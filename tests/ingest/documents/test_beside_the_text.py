"""What stands beside the text of a document: the running head, a watermark, a frame in a cell, a picture of a table."""

from __future__ import annotations

import zipfile
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Image

from lowcarbon_desktop.app.open_plan import open_plan, read_source
from lowcarbon_desktop.app.reference import reference
from tests.ingest.documents import paper, word
from tests.ingest.documents.test_odt import saved as odt
from tests.ingest.documents.test_word_parts import CUT, FOREST, HEADER, NAME

RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TARGETS = "主要目标见下表。"
CAPTION = "表1 主要指标"
EMU = 360_000
PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def docx(path: Path, *body: str, head: str = "") -> Path:
    """A document; `head` is what stands in the running head of its first section."""
    section = f'<w:sectPr {RELATED}><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'
    word.save(path, *body, f"<w:p><w:pPr>{section}</w:pPr></w:p>")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", '<Relationships><Relationship Target="header7.xml" Id="rId9"/>'
                         "</Relationships>")
        archive.writestr("word/header7.xml", f'<w:hdr {NAME} xmlns:v="v">{head}</w:hdr>')
    return path


def picture(wide: float, high: float) -> str:
    return (f'<w:p><w:r><w:drawing xmlns:wp="wp" xmlns:a="a"><wp:inline><wp:extent cx="{int(wide * EMU)}" '
            f'cy="{int(high * EMU)}"/><a:blip/></wp:inline></w:drawing></w:r></w:p>')


@pytest.mark.parametrize(("head", "region", "doubted"), [
    ("梅州市低碳城市试点实施方案", "梅州", False), ("惠州市低碳城市试点方案（参考）", "惠州", True),
    ("内部资料 注意保存", None, False)])
def test_the_running_head_tells_whose_paper_it_is(head: str, region: str | None, doubted: bool, tmp_path: Path) -> None:
    path = docx(tmp_path / "低碳目标.docx", "低碳目标", word.table(HEADER, CUT, FOREST), head=word.paragraph(head))
    (plan,) = open_plan(path, reference())
    assert (plan.region.name if plan.region else None) == region
    targets = [each for each in plan.readings if each.kind == "target" and each.target_year == 2015]
    assert {bool(each.doubts) for each in targets} == {doubted}


def test_a_title_that_the_text_has_too_is_not_said_twice(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", "梅州市低碳城市试点实施方案", word.table(HEADER, CUT), head=word.paragraph(
        "梅州市低碳城市 试点实施方案"))
    assert [passage.text for passage in read_source(path).passages] == ["梅州市低碳城市试点实施方案"]


@pytest.mark.parametrize(("text", "code"), [("作废", "document-watermark-void"), ("征求意见稿", None)])
def test_a_watermark_is_told_and_may_void_the_paper(text: str, code: str | None, tmp_path: Path) -> None:
    mark = f'<w:p><w:r><w:pict><v:shape><v:textpath string="{text}"/></v:shape></w:pict></w:r></w:p>'
    source = read_source(docx(tmp_path / "a.docx", "梅州市方案", word.table(HEADER, CUT), head=mark))
    assert [remark.code for remark in source.remarks] == ["document-watermark"]
    troubles = {cell.trouble.code if cell.trouble else None for cell in source.grids[0].rows[1]}
    assert troubles == {code} == {each.trouble.code if each.trouble else None for each in source.passages}


@pytest.mark.parametrize("inner", ["17", "17%"])
def test_a_table_of_one_cell_in_a_cell_is_a_frame_around_its_words(inner: str, tmp_path: Path) -> None:
    framed = word.row(CUT[0], CUT[1], word.cell(word.table([inner])), CUT[3])
    path = word.save(tmp_path / "a.docx", "梅州市方案", word.table(HEADER, framed, FOREST))
    (grid,) = read_source(path).grids
    assert [cell.text for cell in grid.rows[1]] == [CUT[0], CUT[1], inner, CUT[3]]


LIKE_A_TABLE = [(TARGETS, CAPTION), (CAPTION,), ("具体指标如下表所示：",), ("梅州市低碳发展主要指标表",),
                (TARGETS, CAPTION, "单位：%")]
LIKE_NONE = [("图1 区位图",), ("全市积极推进低碳发展。",)]


@pytest.mark.parametrize("before", [*LIKE_A_TABLE, *LIKE_NONE])
def test_a_picture_where_a_table_should_stand_is_told(before: tuple[str, ...], tmp_path: Path) -> None:
    reportlab = Image(BytesIO(PIXEL), 400, 200)
    frame = ('<text:p><draw:frame xmlns:draw="d" svg:width="15cm" svg:height="7cm" xmlns:svg="s"><draw:image/>'
             "</draw:frame></text:p>")
    paths = [
        word.save(tmp_path / "a.docx", "梅州市方案", *before, picture(15, 7), "一、总体要求"),
        odt(tmp_path / "a.odt", "".join(f"<text:p>{text}</text:p>" for text in ("梅州市方案", *before)) + frame
            + "<text:p>一、总体要求</text:p>"),
        paper.save(tmp_path / "a.pdf", "梅州市方案", *before, reportlab, "一、总体要求")]
    for path in paths:
        source = read_source(path)
        lefts = [grid.left.code for grid in source.grids if grid.left is not None]
        assert lefts == (["document-table-picture"] if before in LIKE_A_TABLE else []), path.name
        assert source.whole is (before in LIKE_NONE)
        assert [each.code for each in source.remarks] == (
            ["document-pictures-inside"] if before == LIKE_NONE[1] else [])


@pytest.mark.parametrize(("wide", "high"), [(2, 2), (15, 1)])
def test_a_seal_or_a_formula_is_no_picture_of_a_table(wide: float, high: float, tmp_path: Path) -> None:
    source = read_source(word.save(tmp_path / "a.docx", "梅州市方案", CAPTION, picture(wide, high)))
    assert source.whole and not source.grids and not source.remarks


def test_a_scanned_page_with_a_number_stamped_on_it_was_not_read(tmp_path: Path) -> None:
    paper.line("")
    page = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    for scanned in (False, True):
        page.setFont(paper.FONT, 12)
        if scanned:
            page.drawImage(ImageReader(BytesIO(PIXEL)), 20, 20, 550, 800)
        else:
            page.drawString(60, 700, "到2015年，全市单位GDP能耗比2010年下降17%。")
        page.drawString(290, 30, "— 2 —")
        page.showPage()
    page.save()
    source = read_source(tmp_path / "a.pdf")
    assert [grid.left.code for grid in source.grids if grid.left] == ["pdf-pages-picture"] and not source.whole


def test_a_comment_is_a_readers_and_no_part_of_the_plan(tmp_path: Path) -> None:
    said = "到2015年，森林覆盖率达到38%。成立由市长任组长的市低碳试点工作领导小组。"
    path = word.save(tmp_path / "a.docx", "梅州市低碳城市试点实施方案", word.paragraph(
        word.run("全市积极推进低碳发展。"), '<w:r><w:commentReference w:id="2"/></w:r>'))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/comments.xml", f'<w:comments {NAME}><w:comment w:id="2">{word.paragraph(said)}'
                         "</w:comment></w:comments>")
    (plan,) = open_plan(path, reference())
    assert not plan.readings and plan.facts["leading_group"].state == "absent"
    assert said in plan.remarks[0].args["texts"] and plan.remarks[0].code == "document-comments"


GOALS = ("　　到2015年，全市单位GDP二氧化碳排放比2010年下降18%，非化石能源占一次",
         "能源消费比重达到8%，森林覆盖率达到38%。")
EDGES = {"a number beside the title": ("", "梅州市低碳试点方案　{}"),
         "a number before it": ("{}　梅州市低碳试点方案", ""),
         "a footnote": ("", "① 单位GDP按2010年可比价格计算。"), "a title": ("梅州市低碳试点方案", "— {} —")}


@pytest.mark.parametrize("edge", EDGES)
def test_a_sentence_goes_on_over_the_edge_of_a_page(edge: str, tmp_path: Path) -> None:
    paper.line("")
    head, foot = EDGES[edge]
    page = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    for number, (line, top) in enumerate(zip(GOALS, (90, 785), strict=True), start=1):
        page.setFont(paper.FONT, 11)
        for at in range(5):
            page.drawString(70, 785 - 18 * at if number == 1 else 700 - 18 * at, "全市积极推进低碳发展各项工作。")
        page.drawString(70, top, line)
        page.setFont(paper.FONT, 8)
        page.drawString(70, 815, head.format(number))
        page.drawString(70, 40, foot.format(number) if number == 1 or "{" in foot else "")
        page.showPage()
    page.save()
    assert "".join(line.strip() for line in GOALS) in [
        "".join(passage.text.split()) for passage in read_source(tmp_path / "a.pdf").passages]

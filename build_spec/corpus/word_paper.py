"""Writes a document of the corpus as docx with python-docx: styles, merges, text boxes, tracked changes."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from build_spec.corpus.markup import Part, document, merges

_REVISION = re.compile(r"(\{[+~-].*?[+~-]\})")
_RULES = {"across": ("top", "bottom", "insideH"), "three": ("top", "bottom"), "none": ()}
_BOX = ('<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-'
        'compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="4000000" cy="700000"/>'
        '<wp:docPr id="9" name="box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr/>'
        "<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        '</mc:Choice><mc:Fallback><w:pict><v:shape style="width:300pt;height:60pt"><v:textbox>{content}</v:textbox>'
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
_CONTENT = "<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"


def write(path: Path, parts: list[Part], large: bool = False) -> Path:
    """Write the parts as a Word document; `large` prints in 16 points, 28 apart, as official documents are."""
    paper = Document()
    paper.core_properties.created = paper.core_properties.modified = datetime(2012, 5, 31)
    paper.sections[0].page_width, paper.sections[0].page_height = Mm(210), Mm(297)
    _lighten(paper)
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = "仿宋_GB2312", Pt(16 if large else 12)
    if large:
        normal.paragraph_format.line_spacing = Pt(28)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    for part in parts:
        _part(paper, part)
    paper.save(str(path))
    return path


def _lighten(paper) -> None:
    """Without the copy of the styles and the hundred styles of tables that nobody uses: they only weigh."""
    for relation in list(paper.part.rels.values()):
        if relation.reltype.endswith("stylesWithEffects"):
            del paper.part.rels[relation.rId]
    for style in list(paper.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()


def _part(paper, part: Part) -> None:
    if part.kind == "table":
        _table(paper, part)
    elif part.kind == "break":
        paper.add_page_break()
    elif part.kind in ("landscape", "portrait"):
        section = paper.add_section()
        lying = part.kind == "landscape"
        if lying != (section.page_width > section.page_height):
            section.page_width, section.page_height = section.page_height, section.page_width
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    elif part.kind == "box":
        paper.add_paragraph()._p.append(parse_xml(_BOX.format(
            ns=nsdecls("w"), content=_CONTENT.format(text=part.text))))
    elif part.kind == "heading":
        paper.add_heading(part.text, 1)
    elif part.kind != "sheet":
        line = paper.add_paragraph()
        if part.kind in ("title", "center"):
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _runs(line, part.text, bold=part.kind == "title")


def _runs(line, text: str, bold: bool = False) -> None:
    """The text in runs; {+added+} and {-deleted-} are tracked changes, {~struck~} is struck through by hand."""
    for piece in _REVISION.split(text):
        if piece.startswith("{~"):
            line.add_run(piece[2:-2]).font.strike = True
            continue
        if not piece.startswith(("{+", "{-")):
            line.add_run(piece).bold = bold or None
            continue
        run = line.add_run(piece[2:-2])._r
        change = OxmlElement("w:ins" if piece[1] == "+" else "w:del")
        for name, value in (("w:id", "7"), ("w:author", "审核"), ("w:date", "2012-05-20T09:00:00Z")):
            change.set(qn(name), value)
        run.addprevious(change)
        change.append(run)
        if piece[1] == "-":
            for word in run.findall(qn("w:t")):
                word.tag = qn("w:delText")


def _table(paper, part: Part) -> None:
    table = paper.add_table(len(part.rows), max(map(len, part.rows)))
    if part.rules == "all":
        table.style = "Table Grid"
    if part.rules != "all":
        borders = "".join(f'<w:{side} w:val="single" w:sz="6"/>' for side in _RULES[part.rules])
        table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{borders}</w:tblBorders>"))
    for r, row in enumerate(part.rows):
        for c, text in enumerate(row):
            if text == "{inner}":
                _table(table.cell(r, c), document("nested-inner")[0])
            elif text not in ("<", "^", ""):
                lines = text.split("\\n")
                _runs(table.cell(r, c).paragraphs[0], lines[0])
                for line in lines[1:]:
                    _runs(table.cell(r, c).add_paragraph(), line)
    for top, left, bottom, right in merges(part.rows):
        table.cell(top, left).merge(table.cell(bottom, right))
    _widths(table, part, _room(paper))
    if part.repeat:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _room(paper) -> int:
    """The points that a table may be wide: of a page, of a page that lies, or of a cell of another table."""
    if not hasattr(paper, "sections"):
        return 330
    return 670 if paper.sections[-1].orientation else 430


def _widths(table, part: Part, page: int) -> None:
    """Columns as wide as their longest text asks, within one page."""
    count = max(map(len, part.rows))
    longest = [max((min(len(row[c]), 24) for row in part.rows if c < len(row)), default=1) + 2 for c in range(count)]
    table.autofit = False
    for c, length in enumerate(longest):
        table.columns[c].width = int(Pt(page * length / sum(longest)))
        for cell in table.columns[c].cells:
            cell.width = table.columns[c].width

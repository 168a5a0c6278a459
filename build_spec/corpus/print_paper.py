"""Writes a document of the corpus as text PDF with reportlab: ruled, rules across only, three rules, or none."""

from __future__ import annotations

import re
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from build_spec.corpus.markup import Part, merges
from lowcarbon_desktop.assets import resource

_FONT = "CorpusSans"
_ACROSS = [("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"), ("LINEBELOW", (0, -1), (-1, -1), 0.5, "black")]
_RULES = {
    "all": [("GRID", (0, 0), (-1, -1), 0.5, "black")], "across": _ACROSS, "none": [],
    "three": [("LINEABOVE", (0, 0), (-1, 0), 1, "black"), ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black"),
              ("LINEBELOW", (0, -1), (-1, -1), 1, "black")]}
_REVISION = re.compile(r"\{-.*?-\}|\{\+|\+\}")


def write(path: Path, parts: list[Part]) -> Path:
    """Write the parts as a PDF."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, str(resource("fonts", "LowCarbonSansSC-Regular.ttf"))))
    paper = BaseDocTemplate(str(path), pagesize=A4, invariant=1)
    paper.addPageTemplates([
        PageTemplate("portrait", [Frame(70, 60, A4[0] - 140, A4[1] - 120)], onPage=_decorate, pagesize=A4),
        PageTemplate("landscape", [Frame(60, 60, A4[1] - 120, A4[0] - 120)], onPage=_decorate, pagesize=landscape(A4))])
    paper.build([flowable for part in parts for flowable in _flowables(part)])
    return path


def _decorate(canvas, _: object) -> None:
    canvas.setFont(_FONT, 9)
    canvas.drawCentredString(canvas._pagesize[0] / 2, 32, f"— {canvas.getPageNumber()} —")


def _flowables(part: Part) -> list[object]:
    if part.kind == "table":
        return [Spacer(1, 4), _table(part), Spacer(1, 10)]
    if part.kind == "break":
        return [PageBreak()]
    if part.kind in ("landscape", "portrait"):
        return [NextPageTemplate(part.kind), PageBreak()]
    if part.kind in ("empty", "sheet"):
        return [Spacer(1, 14)]
    size = {"title": 20, "heading": 14}.get(part.kind, 11)
    style = ParagraphStyle("line", fontName=_FONT, fontSize=size, leading=size * 1.6, wordWrap="CJK", spaceAfter=4,
                           alignment=1 if part.kind in ("title", "center") else 0,
                           firstLineIndent=2 * size if part.kind == "paragraph" else 0)
    return [Paragraph(_escaped(_REVISION.sub("", part.text)), style)]


def _table(part: Part) -> Table:
    style = ParagraphStyle("cell", fontName=_FONT, fontSize=9, leading=12, wordWrap="CJK")
    count = max(map(len, part.rows))
    areas = merges(part.rows)
    across = {(r, c) for r, c, _, right in areas if right > c}
    longest = [min(22, max(len(row[c]) for r, row in enumerate(part.rows) if c < len(row) and (r, c) not in across))
               for c in range(count)]
    widths = [450 * (length + 2) / sum(each + 2 for each in longest) for length in longest]
    cells = [["" if text in ("<", "^") else Paragraph(_escaped(text).replace("\\n", "<br/>"), style) for text in row]
             for row in part.rows]
    spans = [("SPAN", (left, top), (right, bottom)) for top, left, bottom, right in areas]
    commands = [("FONT", (0, 0), (-1, -1), _FONT, 9), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_RULES[part.rules],
                *spans, ("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)]
    return Table(cells, colWidths=widths, style=commands, repeatRows=1 if part.repeat else 0)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

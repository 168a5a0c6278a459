"""Writes text PDF with reportlab: tables with all rules, open at the sides, with rules across only, and over pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.report import chinese_lines
from tests.plans.write_examples import block, source

FONT = "PaperSans"
RULES = {
    "all": [("GRID", (0, 0), (-1, -1), 0.5, "black")],
    "open": [("INNERGRID", (0, 0), (-1, -1), 0.5, "black"), ("LINEABOVE", (0, 0), (-1, 0), 1, "black"),
             ("LINEBELOW", (0, -1), (-1, -1), 1, "black")],
    "across": [("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"), ("LINEBELOW", (0, -1), (-1, -1), 0.5, "black")],
    "three": [("LINEABOVE", (0, 0), (-1, 0), 1, "black"), ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black"),
              ("LINEBELOW", (0, -1), (-1, -1), 1, "black")],
    "none": [],
}


def _font() -> None:
    """The font and the rules for line breaks, which hold in the whole process once a report was printed in it."""
    chinese_lines.mend()
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(resource("fonts", "LowCarbonSansSC-Regular.ttf"))))


def line(text: str) -> Paragraph:
    """A line of text."""
    _font()
    return Paragraph(text, ParagraphStyle("line", fontName=FONT, fontSize=11, leading=18, wordWrap="CJK"))


def table(rows: Sequence[Sequence[str]], rules: str = "all", spans: Sequence[tuple[int, int, int, int]] = (),
          repeat: int = 0) -> Table:
    """A table; `spans` are (row, column, row, column). The column with the longest text is wide; texts are wrapped."""
    _font()
    style = ParagraphStyle("cell", fontName=FONT, fontSize=9, leading=12, wordWrap="CJK")
    count = len(rows[0])
    covered = {(r, c) for r0, c0, r1, c1 in spans if c1 > c0 for r in range(r0, r1 + 1) for c in range(c0, c1 + 1)}
    name = max(range(count), key=lambda column: max(
        len(row[column]) for number, row in enumerate(rows) if (number, column) not in covered))
    narrow = 50 if count < 8 else 24
    widths = [450 - narrow * (count - 1) if column == name else narrow for column in range(count)]
    cells = [[Paragraph(text, style) if len(text) * 9 > widths[column] - 12 and not text.isascii() else text
              for column, text in enumerate(row)] for row in rows]
    merged = [("SPAN", (c0, r0), (c1, r1)) for r0, c0, r1, c1 in spans]
    commands = [("FONT", (0, 0), (-1, -1), FONT, 9), ("VALIGN", (0, 0), (-1, -1), "TOP"), *RULES[rules], *merged,
                ("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)]
    return Table(cells, colWidths=widths, style=commands, repeatRows=repeat)


def save(path: Path, *parts: object, head: str = "") -> Path:
    """A PDF of these parts with page numbers; a str is a line of text, `head` the running head of every page."""
    _font()

    def decorate(canvas, _: object) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(A4[0] / 2, 30, f"- {canvas.getPageNumber()} -")
        if head:
            canvas.drawString(70, A4[1] - 40, head)
            canvas.line(70, A4[1] - 45, A4[0] - 70, A4[1] - 45)

    document = SimpleDocTemplate(str(path), pagesize=A4, invariant=1, leftMargin=70, rightMargin=70)
    document.build([line(part) if isinstance(part, str) else part for part in parts],
                   onFirstPage=decorate, onLaterPages=decorate)
    return path


def example(slug: str, path: Path, rules: str = "all") -> Path:
    """One of the examples as a PDF."""
    plan = source()
    printed = next(each for each in plan["tables"] if each["slug"] == slug)
    above = ["：".join(each) for each in block(printed, plan["plan_date"]) if each]
    width = len(printed["header"])
    spans = [(first, 0, last, 0) for first, last in printed.get("merged", ())]
    if printed["header"][0] == "序号":
        spans += [(number, 0, number, width - 1) for number, row in enumerate(printed["rows"], start=1)
                  if not any(row[1:])]
    return save(path, *above, Spacer(1, 8), table([printed["header"], *printed["rows"]], rules, spans))

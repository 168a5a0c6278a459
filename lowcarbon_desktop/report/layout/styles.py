"""The paper: sizes, inks and paragraph styles; everything is told apart in black and white too."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from lowcarbon_desktop.report.layout.fonts import BOLD, REGULAR

PAGE = A4
SIDE, TOP, BOTTOM = 20 * mm, 18 * mm, 20 * mm
WIDTH = PAGE[0] - 2 * SIDE

LONG = 2000  # signs of a text in one paragraph

INK, SOFT, FAINT = HexColor("#1b1f1d"), HexColor("#5b625e"), HexColor("#b9bfbb")
SHADE, ACCENT, ALARM = HexColor("#f1f3f1"), HexColor("#1f5444"), HexColor("#8f1d1d")


def _style(name: str, size: float, leading: float, font: str = REGULAR, **more: object) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, textColor=more.pop("color", INK),
                          bulletFontName=REGULAR, wordWrap="CJK", splitLongWords=1, **more)


TITLE = _style("title", 20, 27, BOLD, color=ACCENT)
APPLICANT = _style("applicant", 13, 19, BOLD)
HEADING = _style("heading", 13, 18, BOLD, color=ACCENT, spaceBefore=16, spaceAfter=6)
SUBHEADING = _style("subheading", 10.5, 15, BOLD, spaceBefore=9, spaceAfter=3)
VERDICT = _style("verdict", 12, 18, BOLD)
BODY = _style("body", 9.5, 14.5)
STRONG = _style("strong", 9.5, 14.5, BOLD)
SMALL = _style("small", 8, 11.5, color=SOFT)
CELL = _style("cell", 8, 11.2)
CELL_STRONG = _style("cell-strong", 8, 11.2, BOLD)
CELL_STRONG_SMALL = _style("cell-strong-small", 6.8, 9, BOLD)
INDENTED = _style("indented", 9.5, 14.5, leftIndent=16)
INDENTED_SMALL = _style("indented-small", 8, 11.5, color=SOFT, leftIndent=16)
NOTE = _style("note", 9.5, 14.5, leftIndent=22, rightIndent=5, backColor=SHADE, borderPadding=(2, 4, 3, 4),
              spaceBefore=3, spaceAfter=4)


def paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    """A paragraph of plain text: nothing in it is markup; its line breaks are kept."""
    return Paragraph("<br/>".join(escape(_printable(line)) for line in text.split("\n")), style)


def paragraphs(text: str, style: ParagraphStyle) -> list[Flowable]:
    """Plain text of any length: a long one in pieces, since each page breaks the lines of all that is left anew."""
    return [paragraph(piece, style) for piece in pieces(text)]


def labelled(label: str, text: str, style: ParagraphStyle) -> list[Flowable]:
    """A bold label before plain text of any length."""
    first, *more = pieces(text)
    body = "<br/>".join(escape(_printable(line)) for line in first.split("\n"))
    head = Paragraph(f'<font name="{BOLD}">{escape(label)}</font>{body}', style)
    return [head, *(paragraph(piece, style) for piece in more)]


def pieces(text: str) -> list[str]:
    """The text cut where a line or else a sentence ends, wherever it is longer than two pages.

    >>> pieces("短句。")
    ['短句。']
    """
    found = []
    while len(text) > LONG:
        at = next((end for sign in ("\n", "。", "；") if (end := text.rfind(sign, LONG // 2, LONG) + 1)), LONG)
        found.append(text[:at].removesuffix("\n"))
        text = text[at:]
    return [*found, text]


def marked(flowable: Flowable, title: str, level: int = 0) -> Flowable:
    """The flowable with a bookmark, which the document reads off when it has placed it."""
    flowable.bookmark = (title, level)
    return flowable


def _printable(text: str) -> str:
    """Without control signs, which no font has."""
    return "".join(sign if sign.isprintable() or sign == "\u3000" else " " for sign in text)

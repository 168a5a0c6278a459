"""A table on paper: its heads are repeated on every page, its rows split, its texts wrap."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Table

from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.fonts import BOLD, REGULAR
from lowcarbon_desktop.report.layout.widths import fitted, heads_need

PAD = 4.0


def grid(head: Sequence[str], rows: Sequence[Sequence[str | Flowable]], widths: Sequence[float],
         commands: Sequence[tuple[object, ...]] = (), indent: float = 0) -> Table:
    """Rows of texts or flowables under a shaded head, as wide as the page less `indent`.

    `widths` are shares of what the texts leave over; `commands` are further TableStyle commands, in which row 0 is the
    head.
    """
    style = styles.CELL
    spanned = {command[1][1] for command in commands if command[0] == "SPAN"}
    room = styles.WIDTH - indent
    heads = next((each for each in (styles.CELL_STRONG, styles.CELL_STRONG_SMALL)
                  if sum(heads_need(head, each.fontSize, PAD)) <= room), styles.CELL_STRONG_SMALL)
    widths = fitted(head, rows, widths, room, style.fontSize, PAD, spanned, heads.fontSize)
    cells = [[_head(text, width, heads) for text, width in zip(head, widths, strict=True)]]
    for number, row in enumerate(rows, start=1):
        rooms = widths if number not in spanned else [*widths[:2], sum(widths[2:]), *widths[3:]]
        cells.append([_cell(text, room, style) for text, room in zip(row, rooms, strict=True)])
    return Table(cells, colWidths=widths, repeatRows=1, splitByRow=1, splitInRow=1, spaceBefore=2, spaceAfter=6,
                 hAlign="RIGHT", style=[
        ("FONTNAME", (0, 0), (-1, -1), REGULAR), ("FONTNAME", (0, 0), (-1, 0), BOLD),
        ("FONTSIZE", (0, 0), (-1, -1), style.fontSize), ("LEADING", (0, 0), (-1, -1), style.leading),
        ("TEXTCOLOR", (0, 0), (-1, -1), styles.INK), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD), ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("BACKGROUND", (0, 0), (-1, 0), styles.SHADE), ("LINEABOVE", (0, 0), (-1, 0), 0.9, styles.INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, styles.INK), ("LINEBELOW", (0, 1), (-1, -1), 0.3, styles.FAINT),
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.3, styles.FAINT),
        ("LINEBELOW", (0, -1), (-1, -1), 0.9, styles.INK), *commands])


def _head(text: str, width: float, style: ParagraphStyle) -> str | Flowable:
    return _cell(text, width, style) if style is styles.CELL_STRONG else styles.paragraph(text, style)


def _cell(text: str | Flowable, width: float, style: ParagraphStyle) -> str | Flowable:
    """A text that fits on one line stays a string, which is drawn twenty times faster than a paragraph."""
    if not isinstance(text, str):
        return text
    if text.isprintable() and stringWidth(text, style.fontName, style.fontSize) <= width - 2 * PAD - 0.1:
        return text
    return styles.paragraph(text, style)

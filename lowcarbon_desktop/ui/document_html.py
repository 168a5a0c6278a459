"""A document as a page of HTML: paragraphs and tables in reading order, one block each."""

from __future__ import annotations

from lowcarbon_desktop.app.source_view import Paragraph, Sheet
from lowcarbon_desktop.ui.markup import escape

Blocks = tuple[Paragraph | Sheet, ...]


def html(blocks: Blocks, edge: str) -> str:
    """The page; `edge` is the colour of the tables' lines."""
    return "".join(_table(each, edge) if isinstance(each, Sheet) else _paragraph(each) for each in blocks)


def shown(blocks: Blocks) -> Blocks:
    """The blocks that stand on the page: those that say anything."""
    return tuple(each for each in blocks if (each.rows if isinstance(each, Sheet) else each.text.strip()))


def _paragraph(of: Paragraph) -> str:
    text = _lines(of.text.strip())
    if of.heading:
        return f"<p style='margin:10px 0 6px 0'><b>{text}</b></p>"
    return f"<p style='margin:4px 0; text-indent:2em'>{text}</p>"


def _table(of: Sheet, edge: str) -> str:
    spans = {(r0, c0): (r1 - r0 + 1, c1 - c0 + 1) for r0, c0, r1, c1 in of.merges}
    covered = {(row, column) for (r0, c0), (high, wide) in spans.items()
               for row in range(r0, r0 + high) for column in range(c0, c0 + wide)} - spans.keys()
    rows = []
    for row in range(len(of.rows)):
        cells = []
        for column in range(of.width):
            if (row, column) not in covered:
                high, wide = spans.get((row, column), (1, 1))
                span = (f" rowspan='{high}'" if high > 1 else "") + (f" colspan='{wide}'" if wide > 1 else "")
                text = _lines(of.text(row, column)) or "&nbsp;"
                cells.append(f"<td{span} style='border:1px solid {edge}'>{text}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return (f"<table border='1' cellspacing='0' cellpadding='5' style='border-collapse:collapse; border-style:solid; "
            f"border-color:{edge}; margin:8px 0'>{''.join(rows)}</table>")


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.splitlines()))

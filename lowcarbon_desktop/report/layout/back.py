"""The last pages: what the report rests on, and the place for signatures."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table

from lowcarbon_desktop.report.content import Content
from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.fonts import REGULAR
from lowcarbon_desktop.report.layout.grid import grid
from lowcarbon_desktop.report.layout.styles import paragraph, paragraphs


def provenance(content: Content) -> list[Flowable]:
    """Place, date, rubric and files by hash, the lines that were used."""
    said = content.provenance
    rows = [list(pair) for pair in said.about]
    rows += [[content.word("file"), f"{name}\nSHA-256 {sha256}"] for name, sha256 in said.files]
    parts: list[Flowable] = [grid([content.word("item"), content.word("content")], rows, (110, 390))]
    if said.lines:
        parts += [CondPageBreak(90), paragraph(content.word("lines-heading"), styles.SUBHEADING)]
        heads = [content.word(code) for code in
                 ("indicator", "years-heading", "region-short", "line-heading", "document", "in-force", "status")]
        parts.append(grid(heads, [[each.indicator, each.years, each.region, each.value, each.document, each.in_force,
                                   each.status] for each in said.lines], (84, 92, 46, 60, 84, 56, 58)))
    return parts


def signatures(content: Content) -> Flowable:
    """Lines to sign on, never torn apart by a page, with the verdict that is signed."""
    rule = ("LINEBELOW", (1, 0), (1, -1), 0.6, styles.INK)
    lines = Table([[content.word(code), "", content.word("sign-date"), ""] for code in ("sign-expert", "sign-head")],
                  colWidths=[90, 170, 60, styles.WIDTH - 320], rowHeights=38, style=[
        ("FONTNAME", (0, 0), (-1, -1), REGULAR), ("FONTSIZE", (0, 0), (-1, -1), 10),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("LEFTPADDING", (2, 0), (2, -1), 14), rule,
        ("LINEBELOW", (3, 0), (3, -1), 0.6, styles.INK)])
    return KeepTogether([Spacer(0, 14), paragraph(content.word("sign-heading"), styles.SUBHEADING),
                         paragraph(content.word("sign-verdict", verdict=content.conclusion.verdict), styles.BODY),
                         *(part for each in content.signed.lines for part in paragraphs(each, styles.BODY)),
                         paragraph(content.word("sign-said"), styles.SMALL), lines])

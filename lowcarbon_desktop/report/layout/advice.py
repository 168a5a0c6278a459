"""What can be ticked off, and the matrix of policy instruments, on paper."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable

from lowcarbon_desktop.report.content import Content
from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.grid import grid
from lowcarbon_desktop.report.layout.styles import paragraph


def changes(content: Content) -> list[Flowable]:
    """One row a change, the first column left free to tick off; nothing where nothing has to change."""
    if not content.changes:
        return []
    comma = "、" if content.lang == "zh" else ", "
    rows = [("", each.action, comma.join(each.numbers), each.severity_label) for each in content.changes]
    heads = [content.word(each) for each in ("done", "change", "criteria", "severity")]
    return [CondPageBreak(100), paragraph(content.word("changes-heading"), styles.SUBHEADING),
            paragraph(content.word("changes-said"), styles.BODY),
            grid(heads, rows, (32, 290, 100, 60), [("LINEAFTER", (0, 1), (0, -1), 0.5, styles.INK)])]


def matrix(content: Content) -> list[Flowable]:
    """Measures by instruments; a cell holds places. The field stands once, before the first of its measures."""
    found = content.matrix
    if found is None:
        return []
    comma = "、" if content.lang == "zh" else ", "
    bare = (content.word("instruments-bare", fields=comma.join(found.bare)) if found.bare
            else content.word("instruments-all"))
    rows = [(content.word("pair", label=field, value=measure) if field else measure, *cells)
            for field, measure, cells in found.rows]
    return [paragraph(bare, styles.BODY), grid([content.word("measure"), *found.instruments], rows, (150, *(30,) * 7)),
            paragraph(content.word("instruments-said"), styles.SMALL), *_corrected(content, found.corrected)]


def _corrected(content: Content, lines: tuple[str, ...]) -> list[Flowable]:
    if not lines:
        return []
    return [paragraph(content.word("instruments-corrected"), styles.BODY),
            *(paragraph(each, styles.SMALL) for each in lines)]

"""The rounds on paper: each with its draft, whether what was asked is mended, and the criteria side by side."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable

from lowcarbon_desktop.report.content import Content
from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.grid import grid
from lowcarbon_desktop.report.layout.marks import Mark
from lowcarbon_desktop.report.layout.styles import paragraph
from lowcarbon_desktop.report.rounds import AskedSaid


def rounds(content: Content) -> list[Flowable]:
    """Everything about the rounds; nothing where there was but one."""
    said = content.rounds
    if said is None:
        return []
    parts: list[Flowable] = []
    for first, *more in said.about:
        parts += [paragraph(first, styles.STRONG), *(paragraph(each, styles.INDENTED_SMALL) for each in more)]
    parts += [CondPageBreak(100), paragraph(content.word("asked-heading"), styles.SUBHEADING)]
    parts.append(paragraph(said.tally, styles.BODY))
    if said.asked:
        heads = ["", *(content.word(code) for code in ("criterion", "asked-answer", "asked-comment", "asked-now"))]
        parts.append(grid(heads, [[Mark(each.outcome, each.settled), each.title, f"{each.answer}\n{each.change}",
                                   _comment(content, each), each.evidence] for each in said.asked],
                          (16, 110, 74, 130, 150)))
    parts += [CondPageBreak(100), paragraph(content.word("beside-heading"), styles.SUBHEADING)]
    if said.rows:
        share = 340 / len(said.heads)
        parts.append(grid([content.word("criterion"), *said.heads], [[title, *boxes] for title, boxes in said.rows],
                          (140, *[share] * len(said.heads))))
    return parts


def _comment(content: Content, asked: AskedSaid) -> str:
    if not asked.reply:
        return asked.comment
    return "\n".join(part for part in (asked.comment, content.word("asked-reply", text=asked.reply)) if part)

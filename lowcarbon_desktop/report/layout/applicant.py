"""The applicant's list on paper: a box to tick, what to do, where, by which criterion."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Spacer

from lowcarbon_desktop.report import words
from lowcarbon_desktop.report.applicant import ListSaid, TodoSaid
from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.grid import grid
from lowcarbon_desktop.report.layout.styles import marked, paragraph
from lowcarbon_desktop.report.pdf import Paper, bound
from lowcarbon_desktop.review.todo import MENDED, STATES

_WIDTHS = (24, 60, 130, 96, 190)


def pdf(said: ListSaid) -> bytes:
    """The whole document; the same list gives the same bytes."""
    paper = Paper(said.lang, words.word("pair", said.lang, label=said.title, value=said.applicant), said.about[0],
                  f"{said.title} · {said.applicant} · {said.about[0]}")
    return bound(paper, _story(said))


def _story(said: ListSaid) -> list[Flowable]:
    told = [marked(paragraph(said.title, styles.TITLE), said.title), paragraph(said.applicant, styles.APPLICANT),
            *(paragraph(each, styles.SMALL) for each in said.about),
            HRFlowable(width="100%", thickness=1.2, color=styles.ACCENT, spaceBefore=5, spaceAfter=5),
            *(paragraph(each, styles.STRONG) for each in said.lead)]
    for state in STATES:
        rows = said.group(state)
        if not rows:
            continue
        heading = words.word(f"todo-{state}", said.lang)
        heads = ["", *(words.word(each, said.lang) for each in ("number", "criterion", "todo-where", "todo-do"))]
        told += [CondPageBreak(110), marked(paragraph(heading, styles.HEADING), heading),
                 grid(heads, [_row(row, said.lang) for row in rows], _WIDTHS,
                      [("BOX", (0, at), (0, at), 0.6, styles.INK) for at in range(1, len(rows) + 1)])]
    return [*told, Spacer(0, 8), *(paragraph(each, styles.SMALL) for each in said.closing)]


def _row(row: TodoSaid, lang: str) -> tuple[str, ...]:
    do = row.found if row.state == MENDED else row.action
    if row.worse:
        do = f"{words.word('todo-became-worse', lang)}\n{do}"
    return ("√" if row.ticked else "", f"{row.number}\n{row.severity}", row.title,
            row.place or words.word("todo-nowhere", lang), do)

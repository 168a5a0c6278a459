"""The summary of many plans on paper: a table that is read across, then the criteria that fail most often."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Spacer

from lowcarbon_desktop.report import words
from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.grid import grid
from lowcarbon_desktop.report.layout.styles import marked, paragraph
from lowcarbon_desktop.report.pdf import Paper, bound
from lowcarbon_desktop.report.summary import RowSaid, SummarySaid

_WIDTHS = (22, 112, 34, 34, 34, 40, 40, 60, 124)


def pdf(said: SummarySaid) -> bytes:
    """The whole document; the same summary gives the same bytes."""
    title = words.word("summary-title", said.lang)
    return bound(Paper(said.lang, title, said.programme, f"{title} · {said.about[0]}"), _story(said, title))


def _story(said: SummarySaid, title: str) -> list[Flowable]:
    def word(code: str) -> str:
        return words.word(code, said.lang)

    heads = ["", *(word(each) for each in (
        "summary-plan", "summary-must-pass", "summary-must-fail", "summary-must-open", "summary-should-fail",
        "summary-note-fail", "all-points", "summary-failing"))]
    spans = [("SPAN", (2, at), (-1, at)) for at, row in enumerate(said.rows, start=1) if not row.counts]
    numbers = [("ALIGN", (2, 1), (-2, -1), "RIGHT"), *spans]
    numbers += [("ALIGN", (2, at), (2, at), "LEFT") for _, (_, at), _ in spans]
    told = [marked(paragraph(title, styles.TITLE), title), paragraph(said.programme, styles.APPLICANT),
            HRFlowable(width="100%", thickness=1.2, color=styles.ACCENT, spaceBefore=5, spaceAfter=5),
            *(paragraph(each, styles.BODY) for each in said.lead), Spacer(0, 6),
            grid(heads, [_row(at, row, said.lang) for at, row in enumerate(said.rows, start=1)], _WIDTHS, numbers)]
    if said.often:
        often = word("summary-often")
        heads = [word(each) for each in ("number", "criterion", "severity", "failed", "open")]
        told += [CondPageBreak(140), marked(paragraph(often, styles.HEADING), often),
                 grid(heads, [(row.number, row.title, row.severity, str(row.failed), str(row.open))
                              for row in said.often], (60, 270, 50, 50, 50), [("ALIGN", (3, 0), (-1, -1), "RIGHT")])]
    if said.coverage is not None:
        heading = word("coverage-heading")
        documents, rows = said.coverage
        told += [CondPageBreak(160), marked(paragraph(heading, styles.HEADING), heading),
                 grid([word("summary-plan"), *documents], [(name, *states) for name, states in rows],
                      (70, *(46,) * len(documents))), paragraph(word("coverage-said"), styles.SMALL)]
    return [*told, Spacer(0, 8), *(paragraph(each, styles.SMALL) for each in said.about)]


def _row(at: int, row: RowSaid, lang: str) -> tuple[str, ...]:
    plan = f"{row.applicant}\n{row.file}" if row.applicant else row.file
    if not row.counts:
        return (str(at), plan, row.reason, *("",) * 6)
    must, should, note = row.counts
    failing = ("、" if lang == "zh" else ", ").join(row.failing) or "—"
    return (str(at), plan, str(must.passed), str(must.failed), str(must.open), str(should.failed), str(note.failed),
            row.score, f"{failing}\n{row.reason}" if row.reason else failing)

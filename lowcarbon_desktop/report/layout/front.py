"""The first page: whose plan, by which rubric, the conclusion and the counts."""

from __future__ import annotations

from reportlab.platypus import Flowable, HRFlowable, Spacer, Table

from lowcarbon_desktop.report.content import Content
from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.fonts import REGULAR
from lowcarbon_desktop.report.layout.grid import grid
from lowcarbon_desktop.report.layout.marks import Mark
from lowcarbon_desktop.report.layout.styles import paragraph, paragraphs


def front(content: Content) -> list[Flowable]:
    """Title block, conclusion box, counts."""
    return [
        paragraph(content.title, styles.TITLE),
        paragraph(content.applicant, styles.APPLICANT),
        paragraph(content.programme, styles.BODY),
        HRFlowable(width="100%", thickness=1.2, color=styles.ACCENT, spaceBefore=5, spaceAfter=5),
        *[paragraph(content.word("pair", label=label, value=value), styles.SMALL)
          for label, value in content.provenance.about[:-1]],
        Spacer(0, 8), _box(content), *_signed(content), Spacer(0, 8), _counts(content), *_dimensions(content)]


def _signed(content: Content) -> list[Flowable]:
    """Who reviewed, what must be revised, and the seal, where somebody reviewed."""
    lines = [each for each in content.signed.lines if each != content.signed.concluded]
    return [Spacer(0, 6), *(part for each in lines for part in paragraphs(each, styles.BODY))] if lines else []


def _box(content: Content) -> Table:
    """The person's overall verdict where there is one, with the count beneath it; else what the count comes to."""
    said, signed = content.conclusion, content.signed
    words = [paragraph(said.verdict, styles.BODY if signed.concluded else styles.VERDICT),
             paragraph(said.score, styles.BODY)]
    if signed.concluded:
        words = [*paragraphs(signed.concluded, styles.VERDICT), *words]
    if said.points:
        words.append(paragraph(said.points, styles.SMALL))
    outcome = signed.outcome or said.outcome
    return Table([[Mark(outcome, size=16), words]], colWidths=[30, styles.WIDTH - 30], style=[
        ("FONTNAME", (0, 0), (-1, -1), REGULAR), ("BOX", (0, 0), (-1, -1), 0.9, styles.INK),
        ("LINEBEFORE", (0, 0), (0, -1), 4, styles.ALARM if outcome == "fail" else styles.ACCENT),
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, 0), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 8), ("BOTTOMPADDING", (0, 0), (-1, -1), 9)])


def _dimensions(content: Content) -> list[Flowable]:
    """Points by dimension, each an interval while anything of it is open."""
    rows = [(title, points, str(still)) for title, points, still in content.conclusion.dimensions]
    if len(rows) < 2:
        return []
    return [grid([content.word("dimension"), content.word("points"), content.word("open")], rows, [2, 4, 1],
                 [("ALIGN", (1, 0), (-1, -1), "RIGHT")])]


def _counts(content: Content) -> Table:
    columns = ("pass", "fail", "open", "not_applicable")
    rows = [(row.label, row.passed, row.failed, row.open, row.not_applicable) for row in content.conclusion.counts]
    rows.append((content.word("total"), *(sum(row[column] for row in rows) for column in range(1, 5))))
    return grid([content.word("severity"), *(content.word(column) for column in columns), content.word("total")],
                [[row[0], *(str(number) for number in row[1:]), str(sum(row[1:]))] for row in rows],
                [2, 1, 1, 1, 1, 1],
                [("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("LINEABOVE", (0, -1), (-1, -1), 0.5, styles.INK)])

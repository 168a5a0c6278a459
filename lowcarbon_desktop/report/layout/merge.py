"""The report of a merge on paper."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Spacer, Table

from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.fonts import REGULAR
from lowcarbon_desktop.report.layout.grid import grid
from lowcarbon_desktop.report.layout.marks import Mark
from lowcarbon_desktop.report.layout.styles import labelled, marked, paragraph
from lowcarbon_desktop.report.merge_report import MergeContent, RowSaid


def merge_story(content: MergeContent) -> list[Flowable]:
    """Everything, in the order in which it is read."""
    parts = (("merge-experts", _experts(content)), ("merge-table", _table(content)), ("merge-differ", _differ(content)),
             ("merge-meeting", _meeting(content)))
    told: list[Flowable] = [
        marked(paragraph(content.title, styles.TITLE), content.title), paragraph(content.applicant, styles.APPLICANT),
        paragraph(content.programme, styles.BODY),
        HRFlowable(width="100%", thickness=1.2, color=styles.ACCENT, spaceBefore=5, spaceAfter=5),
        *(paragraph(content.word("file-hash", file=name, hash=sha256), styles.SMALL)
          for name, sha256 in content.provenance.files),
        *(paragraph(content.word("labelled", label=label, text=text), styles.SMALL)
          for label, text in content.judged_by),
        Spacer(0, 6), *(paragraph(each, styles.VERDICT if not at else styles.BODY)
                        for at, each in enumerate(content.agreement))]
    for number, (code, flowables) in enumerate(parts, start=1):
        heading = content.word("numbered", number=content.word(f"number-{number}"), heading=content.word(code))
        told += [CondPageBreak(110), marked(paragraph(heading, styles.HEADING), heading), *flowables]
    return [*told, _signatures(content)]


def _experts(content: MergeContent) -> list[Flowable]:
    heads = [content.word(code) for code in ("merge-expert", "merge-status", "merge-strictness", "merge-conclusion",
                                             "merge-interest")]
    return [grid(heads, [list(each) for each in content.experts], (70, 50, 120, 150, 110)),
            *(paragraph(each, styles.SMALL) for each in content.remarks)]


def _table(content: MergeContent) -> list[Flowable]:
    if not content.rows:
        return [paragraph(content.word("merge-nothing"), styles.BODY)]
    names = [each.name for each in content.experts]
    rows = []
    for row in content.rows:
        said = {each.name: f"{each.label} {each.points}".strip() for each in row.voices}
        rows.append([row.title, row.spread, row.percent, *(said.get(name, "—") for name in names),
                     row.agreed_label or "—"])
    heads = [content.word(code) for code in ("criterion", "merge-spread", "merge-percent")]
    share = max(40.0, 250 / (len(names) + 1))
    return [grid([*heads, *names, content.word("merge-agreed")], rows, (170, 38, 46, *[share] * (len(names) + 1))),
            paragraph(content.word("merge-table-said"), styles.SMALL)]


def _differ(content: MergeContent) -> list[Flowable]:
    differ = [each for each in content.rows if each.differs]
    if not differ:
        return [paragraph(content.word("merge-none-differ"), styles.BODY)]
    return [part for row in differ for part in _row(content, row)]


def _row(content: MergeContent, row: RowSaid) -> list[Flowable]:
    heads = ["", *(content.word(code) for code in ("merge-expert", "merge-outcome", "merge-points", "merge-reason"))]
    voices = grid(heads, [[Mark(each.outcome) if each.outcome else "", each.name, each.label or "—", each.points or "—",
                           each.reason or "—"] for each in row.voices], (16, 70, 64, 40, 300))
    parts = [Spacer(0, 5), paragraph(row.title, styles.STRONG), paragraph(row.machine, styles.SMALL), voices,
             *(paragraph(each, styles.NOTE) for each in row.agreed)]
    short = sum(len(each.reason) for each in row.voices) < 800
    return [KeepTogether(parts)] if short else parts


def _meeting(content: MergeContent) -> list[Flowable]:
    agreed = [each for each in content.rows if each.agreed]
    if not agreed and not content.meeting:
        return [paragraph(content.word("merge-no-meeting"), styles.BODY)]
    parts: list[Flowable] = [paragraph(each, styles.BODY) for each in content.meeting]
    for row in agreed:
        parts += [CondPageBreak(60), *labelled(f"{row.title}  ", "\n".join(row.agreed), styles.BODY)]
    return parts


def _signatures(content: MergeContent) -> Flowable:
    lines = [[each.name, "", content.word("sign-date"), ""] for each in content.experts]
    if not lines:
        return Spacer(0, 0)
    table = Table(lines, colWidths=[110, 150, 60, styles.WIDTH - 320], rowHeights=30, style=[
        ("FONTNAME", (0, 0), (-1, -1), REGULAR), ("FONTSIZE", (0, 0), (-1, -1), 10),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("LEFTPADDING", (2, 0), (2, -1), 14),
        ("LINEBELOW", (1, 0), (1, -1), 0.6, styles.INK), ("LINEBELOW", (3, 0), (3, -1), 0.6, styles.INK)])
    return KeepTogether([Spacer(0, 14), paragraph(content.word("sign-heading"), styles.SUBHEADING), table])

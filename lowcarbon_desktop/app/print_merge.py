"""Print a merge: the experts, how far they agree, where they differ with the reasons side by side, and the meeting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.merge_said import agreed_said, agreement_said, alpha_said, strictness_said
from lowcarbon_desktop.app.print_report import write_pdf
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.review_merge import Merged, merged_in
from lowcarbon_desktop.app.review_said import conclusion_said
from lowcarbon_desktop.app.said import word
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review.merge import Compared, agreed, names, strictness
from lowcarbon_desktop.wording import say, spoken

if TYPE_CHECKING:
    from lowcarbon_desktop.report.merge_report import ExpertSaid, MergeContent, RowSaid, VoiceSaid


def print_merge(book: Book, path: Path, progress: Progress | None = None, *, lang: str = "zh") -> None:
    """Write the report of a merged file to `path`, whole or not at all. Raises UsageError, OutputError, Cancelled."""
    from lowcarbon_desktop.report.layout.merge import merge_story
    from lowcarbon_desktop.report.pdf import pdf

    progress = progress or Progress()
    progress.step(0, 3)
    merged = merged_in(book)
    if merged is None:
        raise UsageError(message("merge-not-merged", path=str(book.path)))
    content = merge_content(merged, lang)
    write_pdf(pdf(content, lambda _: progress.step(1, 3), merge_story), path, progress)


def merge_content(merged: Merged, lang: str) -> MergeContent:
    """What the report says, before it has looks."""
    from lowcarbon_desktop.report import words
    from lowcarbon_desktop.report.merge_report import MergeContent
    from lowcarbon_desktop.report.provenance import judged_by, provenance

    assessment, rows, called = merged.assessment, merged.rows, names(merged.voices)
    found, told, also = agreed(rows), merged.agreed, merged.conclusion
    spoken_on = {each.criterion for each in rows}
    others = tuple(Compared(id, {}, {}, {}, 0.0, None) for id in told if id not in spoken_on)
    return MergeContent(
        lang, word("merge-title", lang), words.applicant(assessment.plan, lang), assessment.rubric.title.of(lang),
        provenance(assessment, reference().register, lang), judged_by(assessment.rubric, lang),
        (say(agreement_said(found), lang), *([say(alpha_said(found), lang)] if found.percent is not None else [])),
        tuple(_expert(merged, id, called[id], lang) for id in merged.voices),
        tuple(say(each, lang) for each in merged.remarks if each.code != "merge-interest"),
        tuple(_row(merged, each, called, lang) for each in (*rows, *others)),
        tuple(say(each, lang) for each in conclusion_said(also)) if also is not None else ())


def _expert(merged: Merged, id: str, name: str, lang: str) -> ExpertSaid:
    from lowcarbon_desktop.report.merge_report import ExpertSaid

    each = merged.voices[id]
    return ExpertSaid(name, say(message(f"verdict-status-{each.status}"), lang),
                      say(strictness_said(strictness(merged.rows, id)), lang),
                      "\n".join(say(one, lang) for one in conclusion_said(each.conclusion)) or "—",
                      each.reviewer.interest or "—")


def _row(merged: Merged, row: Compared, called: dict[str, str], lang: str) -> RowSaid:
    from lowcarbon_desktop.report.merge_report import RowSaid

    criterion, finding = merged.assessment.rubric.criterion(row.criterion), merged.assessment.finding(row.criterion)
    item = merged.agreed.get(row.criterion)
    verdict = item.verdict if item is not None else None
    machine = message("verdict-machine", outcome=word(finding.outcome, lang), reason=finding.message)
    return RowSaid(
        f"{criterion.number.of(lang)}  {criterion.title.of(lang)}", f"{row.spread:.2f}" if row.verdicts else "—",
        "—" if row.percent is None else f"{row.percent:.0f}%", bool(row.spread), say(machine, lang),
        tuple(_voice(merged, row, id, called[id], lang) for id in dict.fromkeys([*row.verdicts, *row.points])),
        tuple(say(each, lang) for each in agreed_said(merged, row.criterion, lang)),
        word(verdict.outcome, lang) if verdict is not None else "")


def _voice(merged: Merged, row: Compared, id: str, name: str, lang: str) -> VoiceSaid:
    from lowcarbon_desktop.report.merge_report import VoiceSaid

    outcome, item = row.verdicts.get(id, ""), merged.voices[id].items[row.criterion]
    reason = [row.reasons.get(id, "")]
    if item.comment:
        reason.append(say(message("verdict-comment", text=item.comment), lang))
    return VoiceSaid(name, outcome, word(outcome, lang) if outcome else "", spoken(row.points.get(id), lang),
                     "\n".join(each for each in reason if each))

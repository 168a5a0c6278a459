"""The applicant's list of an assessment, as words, plain data ("lowcarbon/applicant/1"), text and PDF."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.todo import CLEAR, outcomes, todo

if TYPE_CHECKING:
    from lowcarbon_desktop.report.applicant import ListSaid, TodoSaid

__all__ = ["ListSaid", "TodoSaid", "as_text", "begun", "plain", "print_list", "said", "text", "with_tick"]
SCHEMA = "lowcarbon/applicant/1"
NOBODY: Mapping[str, str] = {}


def said(assessment: Assessment, lang: str, begun: Mapping[str, str] = NOBODY,
         ticks: Collection[str] = ()) -> ListSaid:
    """The list in words. `begun` is what each criterion came to in the beginning, `ticks` what was ticked by hand."""
    from lowcarbon_desktop.report.applicant import applicant_list

    return applicant_list(assessment, todo(assessment, begun, ticks), lang)


def text(assessment: Assessment, lang: str, begun: Mapping[str, str] = NOBODY, ticks: Collection[str] = ()) -> str:
    """The list as text."""
    return as_text(said(assessment, lang, begun, ticks))


def as_text(listed: ListSaid) -> str:
    """A list that is shown already as text."""
    from lowcarbon_desktop.report.applicant import applicant_text

    return applicant_text(listed)


def plain(assessment: Assessment, lang: str, begun: Mapping[str, str] = NOBODY,
          ticks: Collection[str] = ()) -> dict[str, object]:
    """The object of `check --applicant --format json`: the ids are those of the reviewer's sheet, and no points."""
    from lowcarbon_desktop.app.present import check_plain

    found = check_plain(assessment, lang)
    shown = {each["criterion"]: each for each in found["findings"]}  # type: ignore[attr-defined]
    rows = said(assessment, lang, begun, ticks).rows
    return {
        "schema": SCHEMA, "lang": lang, "plan": found["plan"],
        "rubric": {key: found["rubric"][key] for key in ("id", "version", "sha256", "tailoring")},  # type: ignore[index]
        "left": {state: sum(row.state == state and not row.ticked for row in rows) for state in ("mend", "clear")},
        "items": [{
            "criterion": row.criterion, "number": row.number, "title": row.title,
            "severity": shown[row.criterion]["severity"], "outcome": shown[row.criterion]["outcome"],
            "settled": shown[row.criterion]["settled"], "state": row.state, "ticked": row.ticked, "worse": row.worse,
            "message": row.found, "action": row.action or None, "evidence": shown[row.criterion]["evidence"],
        } for row in rows]}


def print_list(listed: ListSaid, path: Path) -> None:
    """Write the list as a PDF, whole or not at all. Raises OutputError."""
    from lowcarbon_desktop.report.layout.applicant import pdf
    from lowcarbon_desktop.report.writing import write_beside

    write_beside(path, pdf(listed))


def with_tick(review: Review, assessment: Assessment, criterion: str, *, done: bool) -> Review:
    """The review with an item ticked off by hand, or not any more. Raises UsageError for one that is not for a person.
    """
    listed = {each.criterion: each for each in todo(assessment, review.begun, review.ticks)}
    if done and (criterion not in listed or listed[criterion].state != CLEAR):
        raise UsageError(message("todo-not-by-hand", criterion=criterion))
    ticks = tuple(each for each in review.ticks if each != criterion)
    return replace(review, ticks=(*ticks, criterion) if done else ticks)


def begun(review: Review, assessment: Assessment) -> Review:
    """The review with what every criterion comes to now as the beginning of the applicant's work."""
    return replace(review, begun=outcomes(assessment), ticks=())

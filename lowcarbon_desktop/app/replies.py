"""The applicant's replies: a list of what is asked, to be answered, and the answered list taken back by its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.app.change import Change, clean
from lowcarbon_desktop.app.said import word
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.weighed import weighed
from lowcarbon_desktop.store.schema import SAID
from lowcarbon_desktop.wording import say

if TYPE_CHECKING:
    from lowcarbon_desktop.ingest.grid import Grid

HEADS = ("答复", "申报单位答复", "回复", "reply", "replies", "theapplicant'sreply")


class Replies(NamedTuple):
    """What was answered, by criterion; and answers under which no criterion can be told, as they stand there."""

    by_criterion: Mapping[str, str]
    unknown: tuple[str, ...]


def write_form(assessment: Assessment, review: Review, path: Path, lang: str) -> int:
    """Write the list of what is asked, with an empty column for the reply; how many there are. Raises OutputError."""
    from lowcarbon_desktop.report.workbook import Sheet, workbook
    from lowcarbon_desktop.report.writing import write_beside

    rows = []
    for finding in weighed(assessment, review).findings:
        item, criterion = review.item(finding.criterion), assessment.rubric.criterion(finding.criterion)
        if item.comment or finding.outcome == "fail":
            said = say(assessment.finding(finding.criterion).message, lang)
            rows.append((criterion.number.of(lang), criterion.title.of(lang), word(finding.outcome, lang), said,
                         item.comment, item.reply))
    heads = tuple(word(f"replies-{each}", lang) for each in ("number", "title", "outcome", "found", "comment", "reply"))
    write_beside(path, workbook([Sheet(word("replies-sheet", lang), heads, tuple(rows))]))
    return len(rows)


def read_replies(path: Path, assessment: Assessment, progress: Progress | None = None) -> Replies:
    """Read an answered list, of any format that plans have. Raises PlanUnreadable, UsageError where it is none."""
    from lowcarbon_desktop.ingest.readers import read_content
    from lowcarbon_desktop.ingest.readers.raw import read_bytes

    progress = progress or Progress()
    content = read_content(path.name, read_bytes(path, path.name, progress), progress)
    ids = {_bare(name): each.id for each in assessment.rubric for name in (each.id, each.number.zh, each.number.en)}
    found: dict[str, str] = {}
    unknown: list[str] = []
    headed = False
    for grid in content.grids:
        for criterion, reply in _answers(grid, ids):
            headed = True
            if not reply:
                continue
            if criterion is None:
                unknown.append(reply)
            else:
                found[criterion] = "\n".join(part for part in (found.get(criterion), reply) if part)
    if not headed:
        raise UsageError(message("replies-none", file=path.name))
    if any(len(each) > SAID for each in found.values()):
        raise UsageError(message("verdict-too-long", most=SAID))
    return Replies(found, tuple(unknown))


def replied(review: Review, replies: Mapping[str, str]) -> Change:
    """The review with these replies; all of them are one change."""
    for criterion, reply in replies.items():
        review = review.with_item(criterion, replace(review.item(criterion), reply=clean(reply).strip()))
    return review, message("change-replies", count=len(replies))


def _answers(grid: Grid, ids: Mapping[str, str]) -> Iterator[tuple[str | None, str]]:
    """Criterion and reply of every row under the head of the replies; nothing where there is no such head."""
    column = None
    for row in grid.rows:
        texts = [each.text.strip() for each in row]
        if column is None:
            column = next((at for at, each in enumerate(texts) if _bare(each) in HEADS), None)
            continue
        named = (ids[_bare(each)] for at, each in enumerate(texts) if at != column and _bare(each) in ids)
        yield next(named, None), texts[column] if column < len(texts) else ""


def _bare(text: str) -> str:
    return "".join(text.split()).strip("[]【】").lower()

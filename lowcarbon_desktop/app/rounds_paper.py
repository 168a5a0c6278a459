"""The rounds as the report of a later round tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.rounds import beside, since
from lowcarbon_desktop.app.rounds_said import box_said, column_said, criterion_of, heading, seen, tally_said, telling
from lowcarbon_desktop.app.said import word
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.report.rounds import AskedSaid, RoundsSaid
from lowcarbon_desktop.wording import say

if TYPE_CHECKING:
    from lowcarbon_desktop.app.opened import Opened


def rounds_paper(of: Book | Opened, lang: str) -> RoundsSaid | None:
    """The rounds as a report tells of them; None in the first round."""
    if of.review.round == 1:
        return None
    book = of if isinstance(of, Book) else Book.open(of.review_path or of.path)
    rounds, now = beside([book]), since(book)

    def title(id: str) -> str:
        criterion = criterion_of(rounds, id)
        return f"{criterion.number.of(lang)}  {criterion.title.of(lang)}"

    asked = []
    for each in now.asked:
        finding, where = now.assessment.finding(each.criterion), seen(now, each, lang)
        told = [say(finding.message, lang)]
        if where is not None:
            told.append(say(message("asked-evidence", **where), lang))
        asked.append(AskedSaid(
            title(each.criterion), each.now, not finding.open, say(message(f"asked-{each.answer}"), lang),
            say(message("rounds-from-to", before=word(each.before, lang), now=word(each.now, lang)), lang),
            each.comment or "—", each.reply, "\n".join(told)))
    rows = tuple((title(id), tuple(box_said(box, lang) for box in boxes))
                 for id, boxes in rounds.rows if telling(boxes))
    return RoundsSaid(tuple(say(heading(rounds, each), lang) for each in rounds.columns),
                      tuple(tuple(say(line, lang) for line in column_said(each)) for each in rounds.columns),
                      say(tally_said(now), lang), tuple(asked), rows)

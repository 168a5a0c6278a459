"""The table of a merge: an item a row, the widest spread first, an expert a column, and what was agreed."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from lowcarbon_desktop.app.review_merge import Merged
from lowcarbon_desktop.review.merge import Compared, names
from lowcarbon_desktop.review.verdict import Item
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.rows import Column
from lowcarbon_desktop.wording import spoken

translate = QCoreApplication.translate


class Line(NamedTuple):
    """A criterion, how the experts see it (None where none spoke), and what the meeting agreed on."""

    criterion: str
    compared: Compared | None
    agreed: Item | None


def lines(merged: Merged) -> tuple[Line, ...]:
    """What an expert spoke on, the widest spread first; then what the meeting alone spoke on; then all else."""
    spoken_on = merged.rows
    agreed = merged.agreed
    there = {each.criterion for each in spoken_on}
    rest = sorted((each.id for each in merged.assessment.rubric if each.id not in there),
                  key=lambda id: id not in agreed)
    return (*(Line(each.criterion, each, agreed.get(each.criterion)) for each in spoken_on),
            *(Line(id, None, agreed.get(id)) for id in rest))


def columns(desk: Desk, merged: Merged) -> tuple[Column, ...]:
    """Criterion, spread, percent, a column an expert, the meeting."""
    def title(line: Line) -> str:
        criterion = merged.assessment.rubric.criterion(line.criterion)
        return f"{desk.say(criterion.number)}  {desk.say(criterion.title)}"

    def said(id: str, line: Line) -> str:
        if line.compared is None:
            return "—"
        outcome, points = line.compared.verdicts.get(id), line.compared.points.get(id)
        return _told(desk, outcome, points)

    def ink(id: str, line: Line) -> str:
        return line.compared.verdicts.get(id, "") if line.compared is not None else ""

    def agreed(line: Line) -> str:
        item = line.agreed
        if item is None:
            return "—"
        return _told(desk, item.verdict.outcome if item.verdict is not None else None, item.points)

    def agreed_ink(line: Line) -> str:
        return line.agreed.verdict.outcome if line.agreed is not None and line.agreed.verdict is not None else ""

    called = names(merged.voices)
    return (Column(translate("Merge", "Criterion"), title, share=6),
            Column(translate("Merge", "Spread"), lambda line: f"{line.compared.spread:.2f}" if line.compared else "—",
                   share=2),
            Column(translate("Merge", "Agreement"), lambda line: _percent(line.compared), share=2),
            *(Column(called[id], partial(said, id), partial(ink, id), 2) for id in merged.voices),
            Column(translate("Merge", "Agreed"), agreed, agreed_ink, 2))


def _percent(compared: Compared | None) -> str:
    return "—" if compared is None or compared.percent is None else f"{compared.percent:.0f} %"


def _told(desk: Desk, outcome: str | None, points: float | None) -> str:
    told = desk.word(outcome) if outcome is not None else ""
    if points is not None:
        told = f"{told} · {spoken(points, 'en')}" if told else spoken(points, "en")
    return told or "—"

"""The columns of the tables that hold two drafts against each other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lowcarbon_desktop.app.comparing import Compared, cell_said, fact_said
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.review.compare import Cell, FactPair, FindingPair
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.rows import Column

translate = QCoreApplication.translate

INK = {"same": "muted", "changed": "accent", "added": "pass", "removed": "fail",
       "new": "fail", "worse": "fail", "still": "cannot_tell", "mended": "pass", None: "muted"}


def CELLS(desk: Desk, compared: Compared) -> tuple[Column, ...]:
    """A value of the indicator table in both drafts."""
    lang = desk.settings.lang

    def said(cell: Cell, part: int) -> str:
        return cell_said(compared, cell, reference(), lang)[part]

    return (Column(translate("Changes", "Indicator and years"), lambda cell: said(cell, 0), share=6),
            Column(translate("Changes", "Change"), lambda cell: _change(cell.change), lambda cell: INK[cell.change], 2),
            Column(translate("Changes", "Before"), lambda cell: said(cell, 1) or "—", share=2),
            Column(translate("Changes", "Now"), lambda cell: said(cell, 2) or "—", share=2),
            Column(translate("Changes", "Place"), lambda cell: said(cell, 3), lambda cell: "muted", 3))


def FACTS(desk: Desk, compared: Compared) -> tuple[Column, ...]:
    """A fact in both drafts."""
    def said(pair: FactPair, part: int) -> str:
        return fact_said(pair.old, pair.new, reference(), desk.settings.lang)[part]

    return (Column(translate("Changes", "Fact"), lambda pair: said(pair, 0), share=4),
            Column(translate("Changes", "Change"), lambda pair: _change(pair.change), lambda pair: INK[pair.change], 2),
            Column(translate("Changes", "Before"), lambda pair: said(pair, 1), share=3),
            Column(translate("Changes", "Now"), lambda pair: said(pair, 2), share=3),
            Column(translate("Changes", "Where it stands now"),
                   lambda pair: "\n".join(each.text for each in pair.new.evidence[:2]), lambda pair: "muted", 5))


def FINDINGS(desk: Desk, compared: Compared) -> tuple[Column, ...]:
    """A criterion in both drafts, and what has become of it."""
    def title(pair: FindingPair) -> str:
        criterion = (compared.new if pair.new is not None else compared.old).rubric.criterion(pair.criterion)
        return f"{desk.say(criterion.number)}  {desk.say(criterion.title)}"

    def became(pair: FindingPair) -> str:
        if pair.became is None:
            return _change(pair.change) if pair.change != "changed" else "—"
        return desk.say(message(f"verdict-change-{pair.became}"))

    def now(pair: FindingPair) -> str:
        return desk.say(compared.new.finding(pair.criterion).message) if pair.new is not None else ""

    return (Column(translate("Changes", "Criterion"), title, share=5),
            Column(translate("Changes", "Change"), became, lambda pair: INK[pair.became], 2),
            Column(translate("Changes", "Before"), lambda pair: desk.word(pair.old) if pair.old else "—",
                   lambda pair: pair.old or "", 2),
            Column(translate("Changes", "Now"), lambda pair: desk.word(pair.new) if pair.new else "—",
                   lambda pair: pair.new or "", 2),
            Column(translate("Changes", "What is found now"), now, share=7))


def _change(change: str) -> str:
    return {"same": translate("Changes", "the same"), "changed": translate("Changes", "changed"),
            "added": translate("Changes", "added"), "removed": translate("Changes", "removed")}[change]

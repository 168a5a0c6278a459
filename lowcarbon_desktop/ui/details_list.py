"""What a reviewer has to look through, as a table: a sign whether it was found, what it is, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QPalette

from lowcarbon_desktop.app import said
from lowcarbon_desktop.checks import Detail, Finding
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.markup import escape

_STATES = {"matrix-stated": ("✓", "pass"), "matrix-in-preparation": ("…", "cannot_tell"),
           "matrix-absent": ("✗", "fail"), "matrix-mentioned": ("?", "cannot_tell"),
           "matrix-conflict": ("?", "cannot_tell"), "matrix-unknown": ("?", "muted"),
           "ahead-above": ("＋", "pass"), "ahead-equal": ("＝", "pass"), "ahead-below": ("－", "fail"),
           "ahead-open": ("?", "cannot_tell")}
"""The sign and the ink of what says by itself how it stands; of all else it is shown whether anything was found."""


def is_list(finding: Finding) -> bool:
    """Whether a finding is a list for a person to look through."""
    return finding.outcome == "judgement" and len(finding.details) > 1


def listed(desk: Desk, sight: Sight, finding: Finding, palette: QPalette) -> str:
    """The list, without the detail that only says again what the finding says."""
    rows = "".join(_row(desk, sight, number, detail, palette) for number, detail in enumerate(finding.details)
                   if detail.message != finding.message)
    return f"<table cellspacing='0' cellpadding='0'>{rows}</table>" if rows else ""


def _row(desk: Desk, sight: Sight, number: int, detail: Detail, palette: QPalette) -> str:
    there = bool(detail.evidence) or detail.reading is not None
    sign, shade = _STATES.get(detail.message.code, ("●", "accent") if there else ("○", "muted"))
    line = f"border-bottom:1px solid {palette.color(QPalette.ColorRole.Midlight).name()}"
    places = "<br>".join(_places(desk, sight, number, detail))
    return (f"<tr><td style='padding:4px 8px 4px 0; color:{theme.ink(shade, palette).name()}; {line}'>"
            f"<b>{sign}</b></td><td style='padding:4px 0; {line}'>{escape(desk.say(detail.message))}"
            f"{f'<br>{places}' if places else ''}</td></tr>")


def _places(desk: Desk, sight: Sight, number: int, detail: Detail) -> Iterator[str]:
    lang = desk.settings.lang
    own = None
    if detail.reading is not None:
        reading = sight.plan.reading(detail.reading)
        own = reading.where
        yield (f"<a href='reading:{detail.reading}'>{escape(said.place(own, sight.plan, lang))}</a> "
               f"&nbsp;{escape(reading.name)} &nbsp;{f'“{escape(reading.printed)}”' if reading.printed else ''}")
    for position, evidence in enumerate(detail.evidence):
        place = said.place(evidence.where, sight.plan, lang)
        if evidence.where is not None and evidence.where == own:
            continue
        link = f"<a href='evidence:{number}.{position}'>{escape(place)}</a> &nbsp;" if place else ""
        yield f"{link}“{escape(evidence.text)}”"

"""A finding in full, as the rich text of the details pane."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette

from lowcarbon_desktop.app import said
from lowcarbon_desktop.checks import Detail
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.details_list import is_list, listed
from lowcarbon_desktop.ui.findings_groups import Item
from lowcarbon_desktop.ui.markup import escape
from lowcarbon_desktop.wording import by_name

Pair = tuple[str, str]


def page(desk: Desk, sight: Sight, item: Item, palette: QPalette) -> str:
    """Title, message, the places behind it, then line, margin, steps, remedy, reason and source."""
    finding, criterion, lang = item.finding, item.criterion, desk.settings.lang
    muted = theme.ink("muted", palette).name()
    head = (f"<p style='margin:0'>{_inked(said.outcome(finding, lang), finding.outcome, palette, bold=True)}"
            f"<span style='color:{muted}'> &nbsp;·&nbsp; {escape(desk.word(finding.severity))}"
            f" &nbsp;·&nbsp; {escape(desk.say(criterion.number))}</span></p>"
            f"<p style='margin:4px 0 6px 0; font-size:large'><b>{escape(desk.say(criterion.title))}</b></p>"
            f"<p style='margin:0 0 10px 0'>{escape(desk.say(finding.message))}</p>")
    rows: list[Pair] = []
    if finding.remedy is not None:
        rows.append((desk.word("remedy"), escape(desk.say(finding.remedy))))
    if is_list(finding):
        rows.append((QCoreApplication.translate("Details", "To look through"), listed(desk, sight, finding, palette)))
    for number, detail in enumerate(finding.details if not is_list(finding) else ()):
        rows += _detail(desk, sight, detail, several=len(finding.details) > 1, palette=palette)
        rows += _evidence(desk, sight, number, detail)
    rows.append((QCoreApplication.translate("Details", "Why"), escape(desk.say(criterion.rationale))))
    cited = f"{desk.say(criterion.citation.document)} {criterion.citation}".strip()
    rows.append((QCoreApplication.translate("Details", "Asked for in"), escape(cited)))
    cells = "".join(f"<tr><td style='color:{muted}; padding:3px 16px 3px 0; white-space:nowrap'>{escape(heading)}</td>"
                    f"<td style='padding:3px 0'>{text}</td></tr>" for heading, text in rows if text)
    return f"{head}<p style='margin:0; font-size:4px'>&nbsp;</p><table cellspacing='0' cellpadding='0'>{cells}</table>"


def _detail(desk: Desk, sight: Sight, detail: Detail, *, several: bool, palette: QPalette) -> list[Pair]:
    rows: list[Pair] = []
    lang = desk.settings.lang
    if several:
        mark = _inked("■ ", detail.outcome, palette)
        rows.append((desk.word(detail.outcome), mark + escape(desk.say(detail.message))))
    if detail.reading is not None:
        reading = sight.plan.reading(detail.reading)
        where = reading.where
        printed = f"“{reading.printed}”" if reading.printed else ""
        link = f"<a href='reading:{detail.reading}'>{escape(said.place(where, sight.plan, lang))}</a>"
        rows.append((desk.word("place"), f"{link} &nbsp;{escape(reading.name)} &nbsp;{escape(printed)}"))
    if detail.value is not None:
        value = said.value(detail.value, lang)
        if detail.value.stretch is not None:
            value = desk.word("with-stretch", value=value, stretch=detail.value.stretch)
        rows.append((desk.word("understood"), escape(value)))
    if detail.line is not None:
        rows.append((desk.word("line-heading"), line(desk, detail.line, palette)))
    if detail.margin is not None and detail.line is not None:
        rows.append((desk.word("margin"), _inked(said.margin(detail.margin, detail.line.unit, lang),
                                                 "fail" if detail.margin < 0 else "pass", palette, bold=True)))
    if detail.grade is not None:
        rows.append((QCoreApplication.translate("Details", "Grade"), escape(desk.say(detail.grade))))
    if detail.steps:
        rows.append((QCoreApplication.translate("Details", "Steps"), "<br>".join(map(escape, detail.steps))))
    if not detail.settled:
        rows.append((desk.word("open"), _inked(QCoreApplication.translate(
            "Details", "not settled: it rests on something that no person has confirmed yet"), "cannot_tell", palette)))
    return rows


def _evidence(desk: Desk, sight: Sight, number: int, detail: Detail) -> list[Pair]:
    """The sentences behind a detail, each a link to its place; that of the reading was named above."""
    heading = QCoreApplication.translate("Details", "Evidence")
    own = sight.plan.reading(detail.reading).where if detail.reading is not None else None
    rows: list[Pair] = []
    for position, evidence in enumerate(detail.evidence):
        place = said.place(evidence.where, sight.plan, desk.settings.lang)
        if not place:
            rows.append((heading, escape(evidence.text)))
        elif evidence.where != own:
            link = f"<a href='evidence:{number}.{position}'>{escape(place)}</a>"
            rows.append((heading, f"{link} &nbsp;“{escape(evidence.text)}”"))
    return rows


def line(desk: Desk, of: Line, palette: QPalette) -> str:
    """"≥17.5 %", whose it is and for which years, its document, and a mark where the value is not confirmed."""
    lang = desk.settings.lang
    parts = (place_name(desk, of.region), said.years(of.base_year, of.target_year, lang),
             by_name("document", of.document, lang))
    told = f"<b>{escape(said.line_value(of, lang))}</b> · " + escape(" · ".join(part for part in parts if part))
    if of.status == "confirmed":
        return told
    return told + " " + _inked(f"【{desk.word(f'status-{of.status}')}】", "cannot_tell", palette)


def place_name(desk: Desk, name: str) -> str:
    """A place of the gazetteer in the language of the window."""
    if desk.settings.lang == "zh" or not name:
        return name
    from lowcarbon_desktop.app.reference import reference

    found = reference().places.find(name)
    return found[0].english if found else name


def _inked(text: str, shade: str, palette: QPalette, *, bold: bool = False) -> str:
    inner = f"<b>{escape(text)}</b>" if bold else escape(text)
    return f"<span style='color:{theme.ink(shade, palette).name()}'>{inner}</span>"

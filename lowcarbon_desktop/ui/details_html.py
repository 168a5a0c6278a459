"""A finding in full, as the rich text of the details pane."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QPalette

from lowcarbon_desktop.checks import Detail
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Quantity, number
from lowcarbon_desktop.ui import theme, words
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_model import Item

_SENSE = {"at_least": "≥", "at_most": "≤", "more_than": "＞", "before": "＜"}


def page(desk: Desk, sight: Sight, item: Item, palette: QPalette) -> str:
    """Title, message, the places behind it, then line, margin, steps, remedy, reason and source."""
    finding, criterion = item.finding, item.criterion
    muted, tone = theme.ink("muted", palette).name(), theme.ink(finding.outcome, palette).name()
    head = (f"<p style='margin:0'><span style='color:{tone}'><b>{escape(words.outcome(finding))}</b></span>"
            f"<span style='color:{muted}'> &nbsp;·&nbsp; {escape(words.said(words.SEVERITY[finding.severity]))}"
            f" &nbsp;·&nbsp; {escape(desk.say(criterion.number))}</span></p>"
            f"<p style='margin:4px 0 6px 0; font-size:large'><b>{escape(desk.say(criterion.title))}</b></p>"
            f"<p style='margin:0 0 8px 0'>{escape(desk.say(finding.message))}</p>")
    rows = []
    for detail in finding.details:
        rows += _detail(desk, sight, detail, several=len(finding.details) > 1, palette=palette)
    if finding.remedy is not None:
        rows.append((_tr(QT_TRANSLATE_NOOP("Details", "To mend")), escape(desk.say(finding.remedy))))
    rows.append((_tr(QT_TRANSLATE_NOOP("Details", "Why")), escape(desk.say(criterion.rationale))))
    cited = f"{desk.say(criterion.citation.document)} {criterion.citation}".strip()
    rows.append((_tr(QT_TRANSLATE_NOOP("Details", "Source")), escape(cited)))
    cells = "".join(f"<tr><td style='color:{muted}; padding:2px 14px 2px 0; white-space:nowrap'>{escape(heading)}</td>"
                    f"<td style='padding:2px 0'>{text}</td></tr>" for heading, text in rows if text)
    return f"{head}<table cellspacing='0' cellpadding='0'>{cells}</table>"


def _detail(desk: Desk, sight: Sight, detail: Detail, *, several: bool, palette: QPalette) -> list[tuple[str, str]]:
    rows = []
    tone = theme.ink(detail.outcome, palette).name()
    if several:
        rows.append((words.said(words.OUTCOME[detail.outcome]),
                     f"<span style='color:{tone}'>■</span> {escape(desk.say(detail.message))}"))
    if detail.reading is not None:
        reading = sight.plan.readings[detail.reading]
        place = f"<a href='reading:{detail.reading}'>{escape(words.place(reading.where))}</a>"
        printed = _tr(QT_TRANSLATE_NOOP("Details", "“{text}”")).format(text=reading.printed) if reading.printed else ""
        rows.append((_tr(QT_TRANSLATE_NOOP("Details", "Place")), f"{place} &nbsp;{escape(reading.name)} &nbsp;{escape(printed)}"))
    if detail.value is not None:
        rows.append((_tr(QT_TRANSLATE_NOOP("Details", "Value")), escape(value(detail.value))))
    if detail.line is not None:
        rows.append((_tr(QT_TRANSLATE_NOOP("Details", "Line")), line(desk, detail.line, palette)))
    if detail.margin is not None and detail.line is not None:
        colour = theme.ink("fail" if detail.margin < 0 else "pass", palette).name()
        rows.append((_tr(QT_TRANSLATE_NOOP("Details", "Margin")), f"<span style='color:{colour}'><b>"
                                    f"{escape(words.margin(detail.margin, detail.line.unit))}</b></span>"))
    if detail.grade is not None:
        rows.append((_tr(QT_TRANSLATE_NOOP("Details", "Grade")), escape(desk.say(detail.grade))))
    if detail.steps:
        rows.append((_tr(QT_TRANSLATE_NOOP("Details", "Steps")), "<br>".join(escape(step) for step in detail.steps)))
    for evidence in detail.evidence:
        where = f" <span style='color:{theme.ink('muted', palette).name()}'>[{escape(words.place(evidence.where))}]</span>" \
            if evidence.where is not None else ""
        rows.append((_tr(QT_TRANSLATE_NOOP("Details", "Evidence")), escape(evidence.text) + where))
    if not detail.settled:
        rows.append((_tr(QT_TRANSLATE_NOOP("Details", "Open")), f"<span style='color:{theme.ink('cannot_tell', palette).name()}'>" + escape(
            _tr(QT_TRANSLATE_NOOP("Details", "not settled: it rests on something that no person has confirmed yet"))) + "</span>"))
    return rows


def value(quantity: Quantity) -> str:
    """A value as understood, with its stretch where there is one."""
    stretch = _tr(QT_TRANSLATE_NOOP("Details", " (stretch {number})")).format(number=number(quantity.stretch)) if quantity.stretch is not None else ""
    return f"{quantity}{stretch}"


def line(desk: Desk, of: Line, palette: QPalette) -> str:
    """"≥17.5 %, Fujian, Guo Fa [2011] 41", with a mark where the value is not confirmed."""
    years = "–".join(str(year) for year in (of.base_year, of.target_year) if year is not None)
    top = _tr(QT_TRANSLATE_NOOP("Details", " (up to {number})")).format(number=number(of.high)) if of.high is not None else ""
    said = f"<b>{_SENSE.get(of.sense, '')}{number(of.low)}{escape(of.unit)}</b>{escape(top)} · " + escape(
        " · ".join(part for part in (place_name(desk, of.region), years, of.document) if part))
    if of.status == "confirmed":
        return said
    return (f"{said} <span style='color:{theme.ink('cannot_tell', palette).name()}'>"
            f"[{escape(words.said(words.STATUS[of.status]))}]</span>")


def place_name(desk: Desk, name: str) -> str:
    """A place of the gazetteer in the language of the window."""
    if desk.settings.lang == "zh":
        return name
    from lowcarbon_desktop.app.reference import reference

    found = reference().places.find(name)
    return found[0].english if found else name


def _tr(text: str) -> str:
    return QCoreApplication.translate("Details", text)

"""The window's own small words for what the core names by id: outcomes, severities, roles, states."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from lowcarbon_desktop.checks import Finding
from lowcarbon_desktop.plan import Where, number

OUTCOME = {
    "fail": QT_TRANSLATE_NOOP("Words", "Fail"),
    "cannot_tell": QT_TRANSLATE_NOOP("Words", "Cannot tell"),
    "judgement": QT_TRANSLATE_NOOP("Words", "To judge"),
    "pass": QT_TRANSLATE_NOOP("Words", "Pass"),
    "not_applicable": QT_TRANSLATE_NOOP("Words", "Not applicable"),
    "rubric_error": QT_TRANSLATE_NOOP("Words", "Rubric error"),
}
SEVERITY = {
    "must": QT_TRANSLATE_NOOP("Words", "Must"),
    "should": QT_TRANSLATE_NOOP("Words", "Should"),
    "note": QT_TRANSLATE_NOOP("Words", "Note"),
}
ROLE = {
    "title": QT_TRANSLATE_NOOP("Words", "Title"),
    "about": QT_TRANSLATE_NOOP("Words", "About"),
    "header": QT_TRANSLATE_NOOP("Words", "Header"),
    "section": QT_TRANSLATE_NOOP("Words", "Section"),
    "indicator": QT_TRANSLATE_NOOP("Words", "Indicator"),
    "unrecognised": QT_TRANSLATE_NOOP("Words", "Unknown"),
    "note": QT_TRANSLATE_NOOP("Words", "Remark"),
    "blank": "",
}
STATE = {
    "stated": QT_TRANSLATE_NOOP("Words", "Stated"),
    "in_preparation": QT_TRANSLATE_NOOP("Words", "In preparation"),
    "conflict": QT_TRANSLATE_NOOP("Words", "Conflicting"),
    "absent": QT_TRANSLATE_NOOP("Words", "Absent"),
    "unknown": QT_TRANSLATE_NOOP("Words", "Not known"),
}
BY = {
    "machine": QT_TRANSLATE_NOOP("Words", "Machine"),
    "reviewer": QT_TRANSLATE_NOOP("Words", "Reviewer"),
}
STATUS = {
    "confirmed": QT_TRANSLATE_NOOP("Words", "confirmed"),
    "unconfirmed": QT_TRANSLATE_NOOP("Words", "value not confirmed"),
    "stated": QT_TRANSLATE_NOOP("Words", "as stated by the plan"),
    "entered": QT_TRANSLATE_NOOP("Words", "entered by the reviewer"),
}
AS_OF_FROM = {
    "option": QT_TRANSLATE_NOOP("Words", "as chosen"),
    "plan": QT_TRANSLATE_NOOP("Words", "the plan's own date"),
    "rubric": QT_TRANSLATE_NOOP("Words", "the programme's date"),
}
_PROVISIONAL = QT_TRANSLATE_NOOP("Words", "{outcome} (open)")
_POINTS = QT_TRANSLATE_NOOP("Words", "{number} points")


def said(word: str) -> str:
    """A word of the tables above in the language of the window."""
    return QCoreApplication.translate("Words", word) if word else ""


def outcome(finding: Finding) -> str:
    """The outcome's word; a pass or fail that no person has settled is marked as open."""
    word = said(OUTCOME[finding.outcome])
    if finding.open and finding.outcome in ("pass", "fail"):
        return said(_PROVISIONAL).format(outcome=word)
    return word


def margin(value: float | None, unit: str) -> str:
    """A signed margin: "+1.5 百分点", "−0.5 百分点"; nothing where there is none."""
    if value is None:
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return said(_POINTS).format(number=f"{sign}{number(abs(value))}") if unit == "%" else \
        f"{sign}{number(abs(value))} {unit}".rstrip()


def place(where: Where) -> str:
    """A place as the user finds it again: its sheet and cell, or its page."""
    return str(where)

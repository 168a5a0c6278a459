"""What settles an open finding, said by what is open about it: a value, a place, a region, a source, a line."""

from __future__ import annotations

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment, Detail, Finding
from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.report import words

NEEDED = {
    "value-missing": "value", "value-not-stated": "value-at", "value-other-base": "other-base",
    "value-without-base": "base", "value-without-year": "year", "value-of-other-kind": "kind",
    "value-doubtful": "check", "value-other-unit": "unit", "value-open-end": "end", "value-about-on-line": "exact",
    "values-conflict": "which", "region-open": "region", "indicator-not-in-table": "indicator",
    "sector-not-in-table": "sector", "fact-unknown": "fact", "fact-mentioned": "fact", "fact-conflict": "fact-which",
    "fact-without-value": "fact-value", "peak-unknown": "peak", "peak-no-cut": "peak-cut",
    "peak-no-growth": "peak-growth", "kaya-no-pair": "pair", "kaya-no-shares": "shares", "no-values": "table",
    "fact-in-row": "row", "fact-stated": "confirm", "fact-in-preparation": "confirm", "fact-absent": "confirm",
    "fact-denied": "confirm",
    "fact-qualifies": "confirm", "fact-weaker": "confirm", "fact-does-not-qualify": "confirm"}
"""The wording of what is needed, "report-needs-...", by the code of the detail that is open."""


def needs(finding: Finding, assessment: Assessment, lang: str) -> str:
    """What settles an open finding; each thing that is needed once, where several details are open."""
    if finding.outcome == "judgement":
        return words.word("needs-judgement", lang)
    if finding.outcome == "cannot_tell":
        waiting = [detail for detail in finding.details if detail.outcome == "cannot_tell"]
    else:
        waiting = [detail for detail in finding.details if not detail.settled] or [finding.worst]
    said = dict.fromkeys(_needed(detail, finding, assessment.plan, lang) for detail in waiting)
    return ("；" if lang == "zh" else "; ").join(said)


def _needed(detail: Detail, finding: Finding, plan: Plan, lang: str) -> str:
    if detail.outcome in ("pass", "fail") and detail.line is not None and not detail.line.settled:
        return words.word("needs-line", lang, document=detail.line.document)
    code = NEEDED.get(detail.message.code)
    if code is not None:
        return wording.say(Message(f"report-needs-{code}", detail.message.args), lang)
    if detail.reading is not None and plan.readings[detail.reading].doubts:
        reading = plan.readings[detail.reading]
        return words.word("needs-check", lang, place=words.place(reading.where, plan, lang), printed=reading.printed)
    if detail.outcome == "cannot_tell":
        return finding.remedy.of(lang) if finding.remedy is not None else words.word("needs-information", lang)
    return words.word("needs-confirmation", lang)

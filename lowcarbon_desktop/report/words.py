"""The small words of a report: how an outcome, a line, a margin, a year and a place are said."""

from __future__ import annotations

import re

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Finding
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Fact, FactKind, Plan, Quantity, Region, Where, number

_SPREAD = re.compile(r" \((-?[\d.]+)–(-?[\d.]+)\)")


def word(code: str, lang: str, **args: object) -> str:
    """The wording of one of this package's codes: word("fail", "en") is "Fail"."""
    return wording.say(message(f"report-{code}", **args), lang)


def outcome(finding: Finding, lang: str) -> str:
    """The outcome's name; a pass or fail that no person has settled yet is said to be provisional."""
    name = word(finding.outcome, lang)
    if finding.open and finding.outcome in ("pass", "fail"):
        return word("provisional", lang, outcome=name)
    return name


def place(where: Where | None, plan: Plan, lang: str) -> str:
    """Where it stands, as short as it stays clear: the file's name only where there are several files."""
    if where is None:
        return ""
    said = str(where)
    if where.paragraph is not None:
        code = "paragraph" if where.page is None else "paragraph-of-page"
        said = word(code, lang, page=where.page, paragraph=where.paragraph)
    elif where.page is not None and where.cell is None:
        return word("page-of-file", lang, file=where.file, page=where.page)
    elif where.page is not None or where.table is not None:
        said = where.spot.of(lang)
    return f"{where.file}: {said}" if len(plan.files) > 1 and said != where.file else said


def table_place(where: Where, plan: Plan, lang: str) -> str:
    """Where a table begins; a whole table of a Word document goes by its number."""
    said = where.start.of(lang)
    if where.table is None or said == where.spot.of(lang):
        return place(where, plan, lang)
    return f"{where.file}: {said}" if len(plan.files) > 1 else said


def fact_value(fact: Fact, kind: FactKind | None, lang: str) -> str:
    """The value, that of a choice by its name; of a contradiction all the values that are said."""
    names = {id: name.of(lang) for id, name in kind.choices} if kind is not None else {}
    told = fact.values if fact.state == "conflict" else (fact.value,) if fact.value is not None else ()
    return ("；" if lang == "zh" else "; ").join(names.get(str(each)) or wording.spoken(each, lang) for each in told)


def unit(name: str | None, lang: str) -> str:
    """A unit as it is printed after a number, with the space that it needs: "%" or " %" in English, " 元"."""
    if not name:
        return ""
    code = f"report-unit-{name}"
    if lang == "zh" and name in ("%", "‰"):
        return name
    return f" {wording.say(message(code), lang) if wording.known(code, lang) else name}".rstrip()


def value(quantity: Quantity | None, lang: str) -> str:
    """What was understood: "17%", "25–28%", "≥40%"; nothing where nothing was."""
    if quantity is None:
        return ""
    bare = Quantity(quantity.low, quantity.high, quantity.bound)
    return f"{bare}{unit(quantity.unit, lang)}"


def years(base: int | None, target: int | None, lang: str) -> str:
    """ "2015", or "2015 on 2010" where there is a base year."""
    if base is not None and target is not None:
        return word("years", lang, base=base, target=target)
    return word("year", lang, year=target) if target is not None else ""


def line_value(line: Line, lang: str) -> str:
    """The line's number with its sense: "≥17.5%", "≥40%（力争 45）"."""
    sign = {"at_least": "≥", "at_most": "≤", "more_than": "＞", "before": "＜"}.get(line.sense, "")
    said = f"{sign}{number(line.low)}{unit(line.unit, lang)}"
    if line.high is not None and line.high != line.low:
        return word("line-with-ambition", lang, line=said, high=number(line.high))
    return said


def line(held_to: Line | None, lang: str, applicant: Region | None = None) -> str:
    """The line in full: value, whose it is, document, and its status where it is not simply confirmed."""
    if held_to is None:
        return ""
    said = word("line", lang, line=line_value(held_to, lang), region=region(held_to, lang, applicant),
                document=held_to.document)
    if held_to.status == "confirmed":
        return said
    return word("line-marked", lang, line=said, status=word(f"status-{held_to.status}", lang))


def region(held_to: Line, lang: str, applicant: Region | None = None) -> str:
    """Whose line it is; the applicant knows the English names of itself and of its province."""
    return held_to.whose(applicant).of(lang)


def applicant(plan: Plan, lang: str) -> str:
    """Whose plan it is: the region's full name, in English its English one; else the file's name."""
    if plan.region is None:
        return plan.name
    return plan.region.english if lang == "en" and plan.region.english else plan.region.full_name


def arithmetic(step: str, lang: str) -> str:
    """A line of arithmetic with the language's own signs: in Chinese "7.14%（5.76～8.51）" for "7.14 % (5.76–8.51)"."""
    if lang != "zh":
        return step
    return _SPREAD.sub(r"（\1～\2）", step.replace(" %", "%").replace(", ", "，"))


def margin(distance: float | None, line_unit: str | None, lang: str) -> str:
    """The signed margin, positive where stricter: "−0.5 个百分点", "+2 个百分点", "0（持平）"."""
    if distance is None:
        return ""
    if round(distance, 6) == 0:
        return word("margin-none", lang)
    sign = "+" if distance > 0 else "−"
    unit_said = word("percentage-points", lang) if line_unit == "%" else unit(line_unit, lang).strip()
    return f"{sign}{number(abs(distance))} {unit_said}".rstrip()

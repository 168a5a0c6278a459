"""What the report rests on: the files by hash, the place and date, the rubric by hash, the lines that were used."""

from __future__ import annotations

from typing import NamedTuple

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Region, Register
from lowcarbon_desktop.report import words
from lowcarbon_desktop.rubric import Rubric


class LineSaid(NamedTuple):
    """One line that a value was held to."""

    indicator: str
    years: str
    region: str
    value: str
    document: str
    in_force: str
    status: str


class Provenance(NamedTuple):
    """`about` are (label, value) pairs; `files` are (name, SHA-256); `footer` is what every page bears."""

    about: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]
    lines: tuple[LineSaid, ...]
    footer: str


def provenance(assessment: Assessment, register: Register, lang: str) -> Provenance:
    """Everything that somebody needs to repeat the judgement."""
    plan, rubric = assessment.plan, assessment.rubric
    region = plan.region
    about = [(words.word("region", lang),
              words.word("no-region", lang) if region is None else words.applicant(plan, lang))]
    if region is not None:
        about.append((words.word("level", lang), words.word(f"level-{region.level}", lang)))
        if region.level not in ("nation", "province", "municipality", "sar"):
            about.append((words.word("province", lang),
                          region.province_english if lang == "en" and region.province_english else region.province))
    about += [
        (words.word("as-of", lang), as_of(assessment, lang)),
        (words.word("reading", lang), words.word("read-whole" if plan.whole else "read-table", lang)),
        *judged_by(rubric, lang)]
    footer = words.word("footer", lang, name=plan.name if lang == "zh" else words.applicant(plan, lang), id=rubric.id,
                        version=rubric.version, hash=rubric.sha256[:12])
    return Provenance(tuple(about), tuple((file.name, file.sha256) for file in plan.files),
                      lines(assessment, register, lang), footer)


def judged_by(rubric: Rubric, lang: str) -> tuple[tuple[str, str], ...]:
    """The rubric with its hash, and what was changed of it, as (label, value)."""
    return ((words.word("rubric", lang), words.word("rubric-named", lang, title=rubric.title.of(lang), id=rubric.id,
                                                    version=rubric.version)),
            (words.word("rubric-hash", lang), rubric.sha256), *tailoring(rubric, lang))


def tailoring(rubric: Rubric, lang: str) -> tuple[tuple[str, str], ...]:
    """What was changed of the rubric: (label, name and hash), then every change; empty where nothing was."""
    made = rubric.tailoring
    if made is None:
        return ()
    from lowcarbon_desktop.rubric.change import said

    changes = (wording.say(said(each, rubric), lang) for each in made.changes)
    return ((words.word("tailoring", lang), words.word("tailoring-named", lang, name=made.name, hash=made.sha256)),
            *((words.word("tailoring-change", lang), each) for each in changes))


def as_of(assessment: Assessment, lang: str) -> str:
    """The day by whose lines it was judged, and where that day came from."""
    plan = assessment.plan
    if plan.as_of is None:
        return words.word("no-date", lang)
    return words.word("as-of-from", lang, date=plan.as_of.isoformat(),
                      source=words.word(f"date-{plan.as_of_from or 'rubric'}", lang))


def used(assessment: Assessment) -> tuple[Line, ...]:
    """The lines that the findings name, each once, in their order; then entered ones that nothing was held to."""
    named = [detail.line for finding in assessment.findings for detail in finding.details if detail.line is not None]
    return tuple(dict.fromkeys([*named, *assessment.entered]))


def lines(assessment: Assessment, register: Register, lang: str) -> tuple[LineSaid, ...]:
    """The lines that were used, in words."""
    return tuple(_line(line, register, assessment.plan.region, lang) for line in used(assessment))


def _line(line: Line, register: Register, region: Region | None, lang: str) -> LineSaid:
    return LineSaid(register.name(line.indicator).of(lang), words.years(line.base_year, line.target_year, lang),
                    words.region(line, lang, region), words.line_value(line, lang),
                    wording.by_name("document", line.document, lang),
                    line.in_force_from.isoformat(), words.word(f"status-{line.status}", lang))

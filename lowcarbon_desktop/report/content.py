"""What a report says, decided before anything has looks: conclusion, what to mend, every finding, what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.plan import FactKind, Register
from lowcarbon_desktop.report import advice, comparison, items, provenance, reading_said, words
from lowcarbon_desktop.report.conclusion import Conclusion, by_severity, conclusion
from lowcarbon_desktop.report.rounds import RoundsSaid


@dataclass(frozen=True, slots=True)
class SectionSaid:
    """The findings under one heading of the rubric."""

    title: str
    items: tuple[items.ItemSaid, ...]


class Signed(NamedTuple):
    """What a person stands for: every line of it, and of these the overall verdict with the outcome that it bears.

    `lines` are said where the report is signed; nothing of it where nobody reviewed.
    """

    lines: tuple[str, ...] = ()
    concluded: str = ""
    outcome: str = ""


NOTHING = Signed()


@dataclass(frozen=True)
class Content:
    """Everything that a report says, in one language, in the order in which it is said.

    `mend` holds what is settled as failed, musts first; `open` what a person still has to settle; `changes` the least
    that has to change; `matrix` the policy instruments, None where there are none to show. `signed` is what a
    person concluded, and the hash of the sealed review.
    """

    lang: str
    title: str
    applicant: str
    programme: str
    conclusion: Conclusion
    mend: tuple[items.ItemSaid, ...]
    open: tuple[items.ItemSaid, ...]
    sections: tuple[SectionSaid, ...]
    bars: tuple[comparison.Bar, ...]
    tables: tuple[reading_said.TableSaid, ...]
    readings: tuple[reading_said.ReadingSaid, ...]
    facts: tuple[reading_said.FactSaid, ...]
    remarks: tuple[str, ...]
    provenance: provenance.Provenance
    changes: tuple[advice.ChangeSaid, ...] = ()
    matrix: advice.MatrixSaid | None = None
    signed: Signed = NOTHING
    rounds: RoundsSaid | None = None

    def word(self, code: str, **args: object) -> str:
        """A heading or label of this package in the content's language."""
        return words.word(code, self.lang, **args)


def content(assessment: Assessment, register: Register, kinds: Mapping[str, FactKind], notes: Mapping[str, str],
            lang: str, people: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
            signed: Signed | None = None, rounds: RoundsSaid | None = None) -> Content:
    """Say everything. `notes` are the reviewer's, by criterion; `people` the lines of what persons said of it.

    `rounds` are told where there was more than one.
    """
    plan, rubric = assessment.plan, assessment.rubric
    said = items.items(assessment, notes, lang, people)
    by_section = {section.id: [] for section in rubric.sections}
    for item in said:
        by_section[rubric.criterion(item.criterion).section].append(item)
    return Content(
        lang=lang, title=words.word("title", lang), applicant=words.applicant(plan, lang),
        programme=rubric.title.of(lang), conclusion=conclusion(assessment, lang),
        mend=by_severity(item for item in said if item.outcome in ("fail", "rubric_error") and not item.open),
        open=by_severity(item for item in said if item.open),
        sections=tuple(SectionSaid(section.title.of(lang), tuple(by_section[section.id]))
                       for section in rubric.sections if by_section[section.id]),
        bars=comparison.comparison(assessment, register, lang),
        tables=reading_said.tables(plan, lang), readings=reading_said.readings(plan, register, lang),
        facts=reading_said.facts(plan, kinds, lang),
        remarks=tuple(wording.say(remark, lang) for remark in plan.remarks),
        provenance=provenance.provenance(assessment, register, lang),
        changes=advice.changes(assessment, lang), matrix=advice.matrix(assessment, lang), signed=signed or NOTHING,
        rounds=rounds)

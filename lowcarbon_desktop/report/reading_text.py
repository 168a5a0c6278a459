"""What was read, as text for a terminal: each table taken or left and why, each value with its place and doubts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lowcarbon_desktop import wording
from lowcarbon_desktop.plan import FactKind, Plan, Register
from lowcarbon_desktop.report import columns, reading_said, words
from lowcarbon_desktop.report.columns import one_line

_MOST = 60
"""Columns that a name takes at the most: an indicator with whose it is and what it is for."""


def read_text(plan: Plan, register: Register, lang: str, kinds: Mapping[str, FactKind] = MappingProxyType({})) -> str:
    """What `read --format text` prints for one applicant, ending with a line break; `kinds` give the facts' names."""
    region = words.applicant(plan, lang) if plan.region is not None else words.word("no-region", lang)
    lines = [words.word("region-said", lang, region=region)]
    lines += [words.word("file-said", lang, name=file.name, sha256=file.sha256[:12]) for file in plan.files]
    lines += [f"! {one_line(wording.say(remark, lang))}" for remark in plan.remarks]
    if not plan.tables:
        lines += ["", words.word("no-tables", lang)]
    for table in reading_said.tables(plan, lang):
        lines += ["", *_table(table, lang)]
    readings = reading_said.readings(plan, register, lang)
    if readings:
        lines += ["", words.word("readings-said", lang)]
        lines += columns.aligned([[words.word(code, lang) for code in
                                   ("place", "indicator", "years-heading", "printed", "unit", "understood", "rule")],
                                  *([each.place, each.indicator, each.years, each.printed, each.unit, each.value,
                                     each.rule] for each in readings)], most=_MOST)
        doubts = [f"  {each.place}: {one_line(doubt)}" for each in readings for doubt in each.doubts]
        if doubts:
            lines += ["", words.word("doubts-said", lang), *doubts]
    facts = [[fact.name, fact.label, fact.value, ("；" if lang == "zh" else "; ").join(fact.sources)]
             for fact in reading_said.facts(plan, kinds, lang) if fact.state != "unknown"]
    if facts:
        lines += ["", words.word("facts-said", lang), *columns.aligned(facts)]
    return "\n".join(lines) + "\n"


def _table(table: reading_said.TableSaid, lang: str) -> list[str]:
    code = "table-taken" if table.taken else "table-left"
    title = table.title or words.word("untitled", lang)
    lines = [one_line(words.word(code, lang, title=title, place=table.place, why=table.why))]
    unrecognised = [row for row in table.rows if row.role == "unrecognised"]
    if unrecognised:
        lines.append("  " + words.word("unrecognised-rows", lang, count=len(unrecognised)))
        lines += [f"    {row.number}: {columns.clip(' | '.join(cell for cell in row.cells if cell), 90)}"
                  + (f"  {one_line(row.remark)}" if row.remark else "") for row in unrecognised]
    return lines

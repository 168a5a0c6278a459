"""The plans that one comparison table holds: one for each applicant among its regions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.ingest.facts import facts_in
from lowcarbon_desktop.ingest.found import Found, context_of
from lowcarbon_desktop.ingest.rows import Tools
from lowcarbon_desktop.lines import NATION
from lowcarbon_desktop.plan import Plan, Reading

_ONLY_SHOWN = r"供[^,，。]{0,8}(?:参考|借鉴|参阅|比较|对比|对照)|(?:仅|只)?作[^,，。]{0,4}参考"
_LEADING = 3


def only_shown(found: Found, tools: Tools) -> Message | None:
    """The doubt that what stands around a comparison raises against all its values: 以上目标供各市参考."""
    said = context_of(found, None, tools, None, False).doubt
    around = (found.title, *found.notices.notes,
              *found.sheet.grid.around.before[-_LEADING:])
    words = next((text for text in around if re.search(_ONLY_SHOWN, text)), "")
    return message("doubt-words-around", words=words[:40]) if said is None and words else said


def applicants_in(whole: Plan, tools: Tools, kind: str, remarks: Sequence[Message],
                  doubt: Message | None = None) -> tuple[Plan, ...]:
    """A plan each for the regions of the table; the nation's column is context for each.

    So is the province's in a table of one city: that is the city's own, held against its province. `kind` is what the
    title makes of the values: target, actual (what was achieved) or context (what was assigned); `doubt` holds for all.
    """
    names = list(dict.fromkeys(reading.region for reading in whole.readings
                               if reading.region is not None and tools.places.find(reading.region)
                               and reading.region != NATION))
    inner = [name for name in names if _province_of(name, tools) in {*names} - {name}] if len(names) == 2 else []
    context = {NATION, *names} - {*inner} if inner else {NATION}
    plans = []
    for name in inner or names:
        known = tools.places.find(name)
        where = known[0] if len(known) == 1 else None
        readings = tuple(_own(reading, kind, doubt) if reading.region == name else reading
                         for reading in whole.readings)
        mine = [i for i, reading in enumerate(readings) if reading.region is None or reading.region in context]
        said = (message("applicant-of-comparison", region=name), *remarks)
        if where is None:
            said = (*said, message("region-unknown-in-table", region=name))
        plans.append(replace(_only(whole, readings, mine), region=where, remarks=said))
    return tuple(plans)


def _own(reading: Reading, kind: str, doubt: Message | None) -> Reading:
    """The same value as the applicant's own; a target needs a year."""
    doubtful = kind == "target" and reading.target_year is None and reading.value is not None
    doubts = (*reading.doubts, message("doubt-yearless")) if doubtful else reading.doubts
    doubts = (*doubts, doubt) if doubt is not None and kind == "target" and reading.value is not None else doubts
    return replace(reading, region=None, kind=kind, doubts=doubts)


def _province_of(name: str, tools: Tools) -> str | None:
    """The province that a place lies in; None for a name that may mean several places."""
    known = tools.places.find(name)
    return known[0].province if len(known) == 1 else None


def _only(plan: Plan, readings: Sequence[Reading], kept: Sequence[int]) -> Plan:
    """The plan with some of its readings; cells of the others keep their text and point to none."""
    position = {old: new for new, old in enumerate(kept)}
    tables = tuple(replace(table, rows=tuple(replace(row, cells=tuple(
        replace(cell, readings=tuple(position[each] for each in cell.readings if each in position))
        for cell in row.cells)) for row in table.rows)) for table in plan.tables)
    own = tuple(readings[i] for i in kept)
    return replace(plan, readings=own, tables=tables, facts=facts_in(own))


def picked(plans: Sequence[Plan], region: str, tools: Tools) -> tuple[Plan, ...]:
    """The plan of one region out of several. Raises UsageError where none is meant."""
    wanted = {each.full_name for each in tools.places.find(region)}
    found = tuple(plan for plan in plans if plan.region is not None and plan.region.full_name in wanted)
    if not found:
        raise UsageError(message("region-not-among", region=region, known=tuple(plan.name for plan in plans)))
    return found

"""From an amount and its name to a figure: its unit, its base year, whether it is a target, what leaves it in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.names import Named
from lowcarbon_desktop.ingest.prose.amounts import Found
from lowcarbon_desktop.ingest.prose.figure import Figure, year_of_level
from lowcarbon_desktop.ingest.prose.heard import Heard
from lowcarbon_desktop.ingest.prose.phrases import Phrase
from lowcarbon_desktop.ingest.prose.spoken import Whose
from lowcarbon_desktop.ingest.prose.standing import open_doubts, owned
from lowcarbon_desktop.ingest.values import Unit, quantity_of, unit_in_full
from lowcarbon_desktop.plan import Reading
from lowcarbon_desktop.text.amount import amount


def add(heard: Heard, found: Found, said: Phrase, name: str, named: Named, base: int | None, year: int | None,
         doubts: Sequence[Message]) -> None:
    if heard.tone.shorter:  # “十二五”前两年, 上半年: no figure of a year or a plan
        return
    printed = heard.text.printed(found.start, found.end)
    stated = found.text.removesuffix("(含)")  # 17%-20%(含)
    read = amount(f"至少{stated}" if said.at_least else stated)
    indicator = heard.tools.register[named.indicator or ""]
    own = unit_in_full(read.unit, name, indicator, heard.tools.units)
    value, unit, more = quantity_of(read, RawCell(printed), Unit(own, ()), indicator, heard.tools.units)
    based = indicator.kind in ("cut", "increase")
    base, told = heard.times.base(base, year, said.further) if based else (None, [])
    if based and base is None and ("累计" in found.before or not heard.topic.bare(said.core)):
        # 由2010年的1.27吨降低到1.14吨，累计下降10%
        base = heard.since[0] if len(heard.since) == 1 else year_of_level(heard.figures, indicator.id, year)
    stated = heard.calendar.base
    if base is None and based and not said.further and stated is not None and year is not None:
        base = stated if stated < year else None
    hoped = said.hope or heard.tone.hope
    last = heard.figures[-1].reading if heard.figures else None
    if hoped and not heard.topic.bare(said.core) and last is not None and value is not None and (
            last.unit, last.target_year, last.kind) == (unit, year, "target"):
        heard.figures[-1] = heard.figures[-1].stretched(value)
        return
    where = heard.sentence.where
    rule = message("rule-prose", name=named.rule or "", amount=read.rule or message("amount-not-understood"))
    trouble = heard.sentence.trouble
    all_doubts = tuple(dict.fromkeys((*doubts, *told, *named.doubts, *more, *((trouble,) if trouble else ()))))
    text = heard.text.text
    ahead = year is not None and year > heard.past + 1  # 到2015年下降了18% is no achievement in a paper of 2012
    over = heard.tone.over(text.replace("了", "·") if ahead else text, found.end, said.years)
    over = over or heard.tone.of_today(year, based)
    past = said.origin or over or (year is not None and year <= heard.past)
    reading = owned(Reading(
        indicator.id, name, printed, where, where, value, unit, read.unit, base, year, rule=rule,
        kind="actual" if past else "target", doubts=all_doubts), heard.clause.whose, indicator.sector)
    if heard.topic.stranger:
        reading = owned(reading, Whose("own", heard.topic.stranger, False), None)
    if reading.kind == "target":
        aloud = heard.announced + heard.clause.text
        still_open = open_doubts(indicator, aloud, printed, hoped, heard.tone.forecast)
        reading = replace(reading, doubts=(*reading.doubts, *heard.parts.doubt(indicator.id, name), *still_open))
    heard.figures.append(Figure(reading, heard.sentence, heard.announced + heard.text.text))

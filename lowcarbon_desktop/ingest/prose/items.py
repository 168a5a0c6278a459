"""One sentence clause by clause: each amount with the name and the years that the words before it give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.names import Named
from lowcarbon_desktop.ingest.prose.amounts import Found, amounts_in, may_hold
from lowcarbon_desktop.ingest.prose.names import Names
from lowcarbon_desktop.ingest.prose.phrases import Phrase, phrase, words
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.standing import open_doubts, owned, pairing
from lowcarbon_desktop.ingest.prose.times import Times
from lowcarbon_desktop.ingest.prose.whose import OWN, Spoken
from lowcarbon_desktop.ingest.rows import Tools
from lowcarbon_desktop.ingest.values import Unit, quantity_of
from lowcarbon_desktop.plan import Reading
from lowcarbon_desktop.text.amount import amount
from lowcarbon_desktop.text.numerals import Digits, in_digits

_LIST = ("、", "和", "及", "与", "以及")


@dataclass(frozen=True, slots=True)
class Figure:
    """A reading with the sentence and the clause in which it stands."""

    reading: Reading
    sentence: Sentence
    clause: str


class Items:
    """Hears a sentence: what it has named, hopes for and foresees so far, and the figures in it.

    What is said of `past` and the years before it is no target.
    """

    def __init__(self, sentence: Sentence, times: Times, names: Names, tools: Tools, past: int) -> None:
        self._sentence, self._times, self._names, self._tools, self._past = sentence, times, names, tools, past
        self._name, self._change = "", ""
        self._hope = self._forecast = False
        self._clause, self._text = Spoken("", OWN), Digits("", "")
        self.figures: list[Figure] = []

    def hear(self, clause: Spoken) -> None:
        """Take in the next clause."""
        self._clause, self._text = clause, in_digits(clause.text)
        text = self._text.text
        if words("firm").search(text) is not None:
            self._hope = False
        elif (hope := words("hope").search(text)) is not None and hope.start() < 2:
            self._hope = True
        self._forecast = self._forecast or words("forecast").match(text) is not None
        found = list(amounts_in(text, self._tools.units)) if may_hold(text) else []
        if not found:
            self._lead(clause)
        while found:
            count = next((at for at in range(1, len(found)) if found[at].before not in _LIST), len(found))
            self._group(found[:count])
            found = found[count:]
        if clause.ended == ";":
            self._hope = self._forecast = False
            self._times.next_item()

    def _lead(self, clause: Spoken) -> None:
        """A clause without an amount may give years to the next ones, or the name: 单位GDP能耗，到2015年下降16%."""
        said = phrase(self._text.text)
        self._times.hear(said.years, alone=True)
        named = self._understand(said.core, said.change, said.years.yearly)
        if named is not None:
            self._name, self._change = self._names.bare(said.core), said.change
        elif said.core and clause.named:
            self._name = ""

    def _group(self, found: Sequence[Found]) -> None:
        """One amount, or several that stand in a list and go with names or years one by one."""
        said = phrase(found[0].before)
        if found[-1].after.startswith("("):
            said = said.with_years_of(phrase(found[-1].after[1:].partition(")")[0]))
        if not said.origin:
            self._times.hear(said.years)
        names = self._spoken_of(said, len(found)) if not said.beside else ()
        if not names:
            return
        bases = said.years.bases
        years = said.years.targets if len(said.years.targets) > 1 or said.origin else self._times.targets
        doubts = [*pairing(len(found), len(names), len(years), len(bases), said.listed),
                  *(() if said.origin or said.years.targets else self._times.doubts)]
        if len(years) > 1 and len(found) == 1:
            doubts.append(message("doubt-years", years=tuple(map(str, years))))
        for position, each in enumerate(found):
            name, named = names[position if len(names) == len(found) else 0]
            self._add(each, said, name, named, _one(bases, position, len(found)), _one(years, position, len(found)),
                      doubts)

    def _spoken_of(self, said: Phrase, count: int) -> tuple[tuple[str, Named], ...]:
        """The names that the amounts belong to: those before them, else the one that the sentence speaks of."""
        bare = self._names.bare(said.core)
        change = said.change or ("" if bare else self._change)
        several = self._names.several(bare, change, said.years.yearly) if count > 1 or said.listed else ()
        if several:
            self._name = ""
            return several
        named = self._understand(bare or self._name, change, said.years.yearly, said.origin)
        if bare:
            self._name, self._change = bare if named is not None else "", said.change
        return ((bare or self._name, named),) if named is not None else ()

    def _understand(self, core: str, change: str, yearly: bool, loose: bool = True) -> Named | None:
        """What a name means; a `loose` one without a word of change may be of a cut too, as its verb is to come."""
        named = self._names.understand(core, change, yearly)
        return named if named is not None or not loose else self._names.understand(core, "cut", False)

    def _add(self, found: Found, said: Phrase, name: str, named: Named, base: int | None, year: int | None,
             doubts: Sequence[Message]) -> None:
        printed, read = self._text.printed(found.start, found.end), amount(found.text)
        indicator = self._tools.register[named.indicator or ""]
        value, unit, more = quantity_of(read, RawCell(printed), Unit(read.unit, ()), indicator, self._tools.units)
        base, told = self._times.base(base, year) if indicator.kind in ("cut", "increase") else (None, [])
        hoped = said.hope or self._hope
        last = self.figures[-1].reading if self.figures else None
        if hoped and not said.core and last is not None and last.value is not None and value is not None and (
                last.indicator, last.target_year) == (indicator.id, year):
            further = value.low if value.low is not None else value.high
            last = replace(last, value=replace(last.value, stretch=further))
            self.figures[-1] = replace(self.figures[-1], reading=last)
            return
        where = self._sentence.where
        rule = message("rule-prose", name=named.rule or "", amount=read.rule or message("amount-not-understood"))
        all_doubts = tuple(dict.fromkeys((*doubts, *told, *named.doubts, *more)))
        past = said.origin or (year is not None and year <= self._past) or (
            words("past").search(self._clause.text) is not None)
        reading = owned(Reading(
            indicator.id, name, printed, where, where, value, unit, read.unit, base, year, rule=rule,
            kind="actual" if past else "target", doubts=all_doubts), self._clause.whose, indicator.sector is not None)
        if reading.kind == "target":
            still_open = open_doubts(indicator, self._clause.text, printed, hoped, self._forecast)
            reading = replace(reading, doubts=(*reading.doubts, *still_open))
        self.figures.append(Figure(reading, self._sentence, self._text.text))


def _one(years: Sequence[int], position: int, amounts: int) -> int | None:
    """The year of an amount: its own in a list, else the only one."""
    if len(years) == amounts:
        return years[position]
    return years[0] if len(years) == 1 else None

"""One sentence clause by clause: each amount with the name and the years that the words before it give it."""

from __future__ import annotations

import re
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

_COMPARED = re.compile(r"(?:高于|优于|低于|超过)(?:全国|全省|国家)[^,]*$")
_UNITS = {"cut": "%", "increase": "百分点"}
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
        self._hope = self._forecast = self._over = self._shorter = self._dated = False
        self._stranger = ""
        self._clause, self._text = Spoken("", OWN), Digits("", "")
        self.figures: list[Figure] = []
        aims = (sentence.plain.replace("达到", ""), *sentence.headings)
        self._back = any(words("looked_back").search(each) and not words("aim").search(each)
                         for each in sentence.headings)  # what is said there without a year was done
        self._aimed = any(words("aim").search(each) for each in aims)
        above = names.bare(sentence.headings[-1]) if sentence.headings else ""
        if self._understand(above, "", yearly=False) is not None:  # a heading that is an indicator's name
            self._name = above

    def hear(self, clause: Spoken) -> None:
        """Take in the next clause."""
        self._clause, self._text = clause, in_digits(clause.text)
        text = self._text.text
        if words("firm").search(text) is not None:
            self._hope = False
        elif (hope := words("hope").search(text)) is not None and hope.start() < 2:
            self._hope = True
        self._forecast = self._forecast or words("forecast").match(text) is not None
        self._shorter = self._shorter or words("shorter").search(text) is not None
        self._stranger = "" if clause.named else self._stranger
        found = list(amounts_in(text, self._tools.units)) if may_hold(text) else []
        if not found:
            self._lead(clause)
        while found:
            count = next((at for at in range(1, len(found)) if found[at].before not in _LIST
                          or found[at - 1].bracket), len(found))
            self._group(found[:count])
            found = found[count:]
        if clause.ended == ";":
            self._hope = self._forecast = self._over = self._shorter = False
            self._times.next_item()

    def _lead(self, clause: Spoken) -> None:
        """A clause without an amount may give years to the next ones, or the name: 单位GDP能耗，到2015年下降16%."""
        said = phrase(_COMPARED.sub("", self._text.text))
        self._times.hear(said.years, alone=True)
        over = words("past").search(self._text.text) is not None  # 截至2012年底，……; 目前，……
        self._dated = self._dated or bool(said.years.targets)
        self._over = over if said.years.targets else over or self._over
        named = self._understand(self._bare(said.core), said.change, said.years.yearly)
        if named is not None:
            self._name, self._change = self._bare(said.core), said.change
        elif said.core and clause.named:
            self._name = ""

    def _group(self, found: Sequence[Found]) -> None:
        """One amount, or several that stand in a list and go with names or years one by one."""
        said = phrase(found[0].before)
        said = said.with_years_of(phrase(found[-1].bracket))
        bracket = found[0].before.startswith("(") and bool(said.years.targets)
        aside = said.origin or bracket  # 43%（2010年为42%）: what follows is of 2015 again
        if not aside and not self._relative(said, found[0]):
            self._times.hear(said.years)
            self._over = self._over and not said.years.targets
            self._dated = self._dated or bool(said.years.targets)
        names = self._spoken_of(said, found) if not said.beside else ()
        if not names or self._relative(said, found[0]):
            return
        bases = said.years.bases
        years = said.years.targets if len(said.years.targets) > 1 or aside else self._times.targets
        doubts = [*pairing(len(found), len(names), len(years), len(bases), said.listed),
                  *(() if aside or said.years.targets else self._times.doubts)]
        if len(years) > 1 and len(found) == 1:
            doubts.append(message("doubt-years", years=tuple(map(str, years))))
        for position, each in enumerate(found):
            name, named = names[position if len(names) == len(found) else 0]
            self._add(each, said, name, named, _one(bases, position, len(found)), _one(years, position, len(found)),
                      doubts)

    def _relative(self, said: Phrase, found: Found) -> bool:
        """Whether a value is told in percent of an earlier one: 下降到2010年的83%."""
        return said.change == "level" and "%" in found.text and not said.origin and any(
            year <= self._past for year in said.years.targets)

    def _spoken_of(self, said: Phrase, found: Sequence[Found]) -> tuple[tuple[str, Named], ...]:
        """The names that the amounts belong to: those before them, else the one that the sentence speaks of."""
        bare = self._bare(said.core)
        stays = not bare and not said.change and _UNITS.get(self._change, "-") in found[0].text
        change, count = self._change if stays else said.change, len(found)  # 下降17%，2020年达到45%: of a cut too
        several = self._names.several(bare, change, said.years.yearly) if count > 1 or said.listed else ()
        if several:
            self._name = ""
            return several
        earlier = tuple(dict.fromkeys((each.reading.name, each.reading.indicator) for each in self.figures))
        if said.listed and not bare and len(earlier) == count > 1:  # 到2020年分别达到45%和40%: names said before
            named = [self._understand(name, change, said.years.yearly) for name, _ in earlier]
            if [each and each.indicator for each in named] == [indicator for _, indicator in earlier]:
                return tuple((name, each) for (name, _), each in zip(earlier, named, strict=True) if each is not None)
        named = self._understand(bare or self._name, change, said.years.yearly, said.origin)
        if bare:
            known = named or self._understand(bare, "", yearly=False)
            self._name, self._change = bare if known is not None else "", said.change
            self._stranger = self._names.stranger(bare, change) if known is None else self._stranger
        return ((bare or self._name, named),) if named is not None else ()

    def _bare(self, core: str) -> str:
        """The name without the words that lead to it, and without that of the district or sector which has it."""
        whose = self._clause.whose
        _, found, after = core.partition(whose.name) if whose.kind in ("district", "part") else ("", "", "")
        return self._names.bare(after if found else core)

    def _understand(self, core: str, change: str, yearly: bool, loose: bool = True) -> Named | None:
        """What a name means; a `loose` one without a word of change may be of a cut too, as its verb is to come."""
        named = self._names.understand(core, change, yearly)
        return named if named is not None or not loose else self._names.understand(core, "cut", False)

    def _add(self, found: Found, said: Phrase, name: str, named: Named, base: int | None, year: int | None,
             doubts: Sequence[Message]) -> None:
        if self._shorter:  # “十二五”前两年, 上半年: no figure of a year or a plan
            return
        printed = self._text.printed(found.start, found.end)
        read = amount(f"至少{found.text}" if said.at_least else found.text)
        indicator = self._tools.register[named.indicator or ""]
        value, unit, more = quantity_of(read, RawCell(printed), Unit(read.unit, ()), indicator, self._tools.units)
        based = indicator.kind in ("cut", "increase")
        base, told = self._times.base(base, year, said.further) if based else (None, [])
        hoped = said.hope or self._hope
        last = self.figures[-1].reading if self.figures else None
        if hoped and not self._bare(said.core) and last is not None and last.value is not None and value is not None and (
                last.unit, last.target_year, last.kind) == (unit, year, "target"):
            further = value.low if value.low is not None else value.high
            last = replace(last, value=replace(last.value, stretch=further))
            self.figures[-1] = replace(self.figures[-1], reading=last)
            return
        where = self._sentence.where
        rule = message("rule-prose", name=named.rule or "", amount=read.rule or message("amount-not-understood"))
        all_doubts = tuple(dict.fromkeys((*doubts, *told, *named.doubts, *more)))
        text = self._text.text
        over = (words("past").search(text, 0, found.end) or words("met").match(text, found.end)) is not None or (
            self._over and not said.years.targets) or (self._back and not self._dated)
        today = year is None and not based and not self._aimed
        past = said.origin or over or today or (year is not None and year <= self._past)
        reading = owned(Reading(
            indicator.id, name, printed, where, where, value, unit, read.unit, base, year, rule=rule,
            kind="actual" if past else "target", doubts=all_doubts), self._clause.whose, indicator.sector)
        if self._stranger:
            reading = replace(reading, doubts=(*reading.doubts, message("doubt-whose", words=self._stranger)))
        if reading.kind == "target":
            still_open = open_doubts(indicator, self._clause.text, printed, hoped, self._forecast)
            reading = replace(reading, doubts=(*reading.doubts, *still_open))
        self.figures.append(Figure(reading, self._sentence, self._text.text))


def _one(years: Sequence[int], position: int, amounts: int) -> int | None:
    """The year of an amount: its own in a list, else the only one."""
    if len(years) == amounts:
        return years[position]
    return years[0] if len(years) == 1 else None

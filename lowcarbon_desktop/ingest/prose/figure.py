"""A figure of a sentence: its reading, with what later words of the sentence add to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.plan import Quantity, Reading, Register


@dataclass(frozen=True, slots=True)
class Figure:
    """A reading with the sentence and the clause in which it stands."""

    reading: Reading
    sentence: Sentence
    clause: str

    def stretched(self, value: Quantity) -> Figure:
        """This figure with the hope that stands beside the promise: 下降17%，力争20%."""
        promised = self.reading.value
        if promised is None:
            return self
        further = value.low if value.low is not None else value.high
        return replace(self, reading=replace(self.reading, value=replace(promised, stretch=further)))

    def based(self, base: int, register: Register) -> Figure:
        """This figure with a base year that is given to all of the sentence, where it is a change and has none.

        One that says another itself is in doubt: 比2010年下降18%（以2005年为基年）.
        """
        reading = self.reading
        if reading.indicator is None or register[reading.indicator].kind not in ("cut", "increase"):
            return self
        if reading.base_year is not None and reading.base_year != base:
            said = message("doubt-bases-differ", first=str(reading.base_year), second=str(base))
            return replace(self, reading=replace(reading, doubts=(*reading.doubts, said)))
        lacks = reading.base_year is None and reading.target_year is not None and reading.target_year > base
        return replace(self, reading=replace(reading, base_year=base)) if lacks else self


def one_of(years: Sequence[int], position: int, amounts: int) -> int | None:
    """The year of an amount: its own in a list, else the only one."""
    if len(years) == amounts:
        return years[position]
    return years[0] if len(years) == 1 else None


def year_of_level(figures: Sequence[Figure], cut: str, year: int | None) -> int | None:
    """The year from which a cut starts where its two levels were told before: 2010年1.53，2015年1.28，降幅16.3%."""
    said = [each.reading for each in figures if each.reading.indicator == cut.removesuffix("_cut")
            and each.reading.region is None and each.reading.value is not None]
    if len(said) != 2 or said[-1].target_year != year or said[0].kind != "actual":
        return None
    first = said[0].target_year
    return first if first is not None and year is not None and first < year else None

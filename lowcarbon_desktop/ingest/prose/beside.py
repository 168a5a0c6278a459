"""What sentences add to the tables: which of their values only repeat one of a table, and which say something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.plan import Quantity, Reading
from lowcarbon_desktop.text.units import Units

_ABOUT_WHOM = ("doubt-whose", "doubt-supposed", "doubt-limited")
_MASS = ("mass", "mass-co2", "co2-per-head")
_CLOSE = 1e-9


def beside(spoken: Sequence[Reading], tables: Sequence[Reading], units: Units) -> tuple[Reading, ...]:
    """The readings of sentences in their order, each that says nothing new with the place of the value it repeats.

    A sentence that rounds (约17%) or bounds (17%以上) what a table states says nothing new. A mere hope beside a
    commitment is no target of its own, and what may not be the applicant's is only context beside what surely is.
    """
    kept: dict[int, Reading] = {}
    firm: dict[tuple[object, ...], list[Reading]] = {}
    for reading in tables:
        firm.setdefault(_about(reading), []).append(reading)
    for position, reading in sorted(enumerate(spoken), key=lambda each: (_loose(each[1]), each[0])):
        same = [other for other in firm.get(_about(reading), ()) if _speaks_of_the_same(reading, other)]
        codes = {doubt.code for doubt in reading.doubts}
        sure = next((other for other in same if not other.doubts), None)
        again = next((other for other in same
                      if _agrees(reading, other, units) and not _adds_base(reading, other)), None)
        if again is None and "doubt-hope" in codes:
            again = sure
        if again is not None and "doubt-tentative" not in codes:  # 暂定 in the text goes for the table too
            kept[position] = replace(reading, repeats=again.where)
            continue
        doubtful = sure is not None and not codes.isdisjoint(_ABOUT_WHOM)
        kept[position] = replace(reading, kind="context") if doubtful else reading
        firm.setdefault(_about(kept[position]), []).append(kept[position])
    return tuple(reading for _, reading in sorted(kept.items(), key=lambda each: each[0]))


def _loose(reading: Reading) -> tuple[bool, bool]:
    """Doubtful readings and those without a base year come last, so that they are held against the clear ones."""
    return bool(reading.doubts), reading.base_year is None


def _adds_base(reading: Reading, other: Reading) -> bool:
    """A table's cut on no year is said in full where the sentence names the year: that is something new."""
    return reading.base_year is not None and other.base_year is None and not reading.doubts and not other.doubts


def _about(reading: Reading) -> tuple[object, ...]:
    return reading.indicator, reading.target_year, reading.region, reading.kind


def _speaks_of_the_same(one: Reading, other: Reading) -> bool:
    """Of two readings that are about the same."""
    return (one.value is not None and other.value is not None
            and (one.base_year == other.base_year or one.base_year is None or other.base_year is None))


def _agrees(said: Reading, other: Reading, units: Units) -> bool:
    """Whether what the sentence says follows from the other value."""
    if said.value is None or other.value is None:
        return False
    factor = _factor(said.value, other.value, units)
    if factor is None:
        return False
    low, high = (None if end is None else end * factor for end in (other.value.low, other.value.high))
    if said.value.bound in ("at_least", "more_than"):
        return low is not None and said.value.low is not None and low >= said.value.low - _CLOSE
    if said.value.bound in ("at_most", "less_than"):
        return high is not None and said.value.high is not None and high <= said.value.high + _CLOSE
    slack = _half_step(said.printed) if said.value.bound == "about" else 0.0
    ends = [(mine, theirs) for mine, theirs in ((said.value.low, low), (said.value.high, high)) if theirs is not None]
    return bool(ends) and all(mine is not None and abs(mine - theirs) <= slack + _CLOSE * max(1.0, abs(theirs))
                              for mine, theirs in ends)


def _factor(said: Quantity, other: Quantity, units: Units) -> float | None:
    """By what the other's number is multiplied to stand in the unit of the sentence; None where none fits."""
    if said.unit == other.unit:
        return 1.0
    mine, theirs = units.find(said.unit or ""), units.find(other.unit or "")
    if mine is None or theirs is None:
        return None
    alike = mine.dimension == theirs.dimension or (mine.dimension in _MASS and theirs.dimension in _MASS)
    return theirs.factor / mine.factor if alike else None


def _half_step(printed: str) -> float:
    """Half of the last place that is printed: 0.5 for 约17%."""
    digits = "".join(sign for sign in printed if sign.isdigit() or sign == ".")
    return 0.5 * 10.0 ** -len(digits.partition(".")[2])

"""What sentences claim of carbon sinks: how much carbon a hectare is said to fix in a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lowcarbon_desktop.checks.passages import sentences
from lowcarbon_desktop.plan import Evidence, Plan, number
from lowcarbon_desktop.text.units import Units

CARBON_IN_CO2 = 12 / 44
_CO2 = r"二氧化碳|co2"
_SINK = rf"固碳|碳汇|碳吸收|(?:吸收|固定)的?(?:{_CO2})|(?:吸收|固定)约?(?=\d)"
_MASS = r"(?P<mass>\d+(?:\.\d+)?)(?P<mass_unit>亿吨|万吨|千吨|吨|公斤|千克|kg|t)(?!标准?煤|/人)"
_AREA = r"(?P<area>\d+(?:\.\d+)?)(?P<area_unit>万公顷|公顷|万亩|亩|平方公里|平方千米|万平方米|平方米)"
_EACH = r"(?P<each>公顷|亩|平方公里)"


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence. `per_hectare` is kg of carbon per hectare a year, None where area or year are not told."""

    evidence: Evidence
    per_hectare: float | None
    steps: tuple[str, ...] = ()


def claims(plan: Plan, units: Units) -> Iterator[Claim]:
    """Every sentence that says how much a sink takes up, once each."""
    seen: set[str] = set()
    for passage in plan.passages:
        for plain, evidence in sentences(passage):
            if plain in seen or not _pattern(_SINK).search(plain):
                continue
            seen.add(plain)
            mass, of_co2 = _mass(plain)
            if mass is not None:
                yield _claim(plain, mass, of_co2, evidence, units)


def _mass(plain: str) -> tuple[re.Match[str] | None, bool]:
    """(the first mass behind a word of sinks, within its clause; whether it is of CO2, by that word or by its own).

    A mass before such a word stands for something else.
    """
    for word in _pattern(_SINK).finditer(plain):
        clause = re.split(r"[;；。]", plain[word.start():])[0]
        found = _pattern(_MASS).search(plain, word.start(), word.start() + len(clause))
        if found is not None:
            behind = _pattern(_CO2).match(plain, found.end())
            return found, behind is not None or _pattern(_CO2).search(word[0]) is not None
    return None, False


def _claim(plain: str, mass: re.Match[str], of_co2: bool, evidence: Evidence, units: Units) -> Claim:
    each = _pattern(rf"每(?:一)?{_EACH}").search(plain[:mass.start()]) or _pattern(
        rf"\s*(?:/|每){_EACH}").match(plain[mass.end():])
    areas = list(_pattern(_AREA).finditer(plain))
    if _pattern(r"累计|总计五年|五年共|[3-9]年(?:间|共)").search(plain) or (each is None and len(areas) != 1):
        return Claim(evidence, None)
    area = float(areas[0]["area"]) if each is None else 1.0
    hectares = area * (units.factor(areas[0]["area_unit"] if each is None else each["each"], "公顷") or 0)
    kilograms = _kilograms(mass)
    if not hectares:
        return Claim(evidence, None)
    per_hectare = kilograms * (CARBON_IN_CO2 if of_co2 else 1) / hectares
    carbon = " × 12/44" if of_co2 else ""
    step = f"{mass[0]} ÷ {number(round(hectares, 4))}公顷{carbon} = {number(round(per_hectare, 1))} kgC/(hm²·a)"
    return Claim(evidence, per_hectare, (step,))


def _kilograms(mass: re.Match[str]) -> float:
    factors = {"亿吨": 1e11, "万吨": 1e7, "千吨": 1e6, "吨": 1e3, "t": 1e3, "公斤": 1.0, "千克": 1.0, "kg": 1.0}
    return float(mass["mass"]) * factors[mass["mass_unit"]]


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)

"""What an empty form asks for, decided by the rubric before it has looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lowcarbon_desktop.checks.asked import Asked, asked_of
from lowcarbon_desktop.checks.bind import BoundRubric
from lowcarbon_desktop.checks.kinds.sectors_decomposed import SECTORS
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.plan import FactKind, Indicator, Region, Register
from lowcarbon_desktop.plan.form import ONE_OF, OPTIONAL, REQUIRED

BASIC = ("population", "gdp", "gdp_per_head", "co2_per_head", "energy_total", "urbanisation_rate")
BASIC_YEARS = (2005, 2010)
_GROWTH = "gdp_growth"  # what a peak is judged by beside the cuts
_A_SECTOR = 3
_AGAINST_A_BASE = ("cut", "increase")
_PLAIN = {"growth": "background"}
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of a row: its year, whether it can be filled at all, whether a criterion needs it, or one of several."""

    year: int
    open: bool
    needed: bool
    one_of: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row: an indicator, against one base year where it is measured against one."""

    indicator: Indicator
    base_year: int | None
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """The name that the reader knows the row by, in Chinese whatever the language of the form."""
        base = f"（比 {self.base_year} 年）" if self.base_year is not None else ""
        return self.indicator.name.zh + base

    @property
    def need(self) -> Text:
        """Whether some criterion needs a value of the row, or one of several rows."""
        if any(entry.needed for entry in self.entries):
            return REQUIRED
        return ONE_OF if any(entry.one_of for entry in self.entries) else OPTIONAL


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    title: Message
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Template:
    """The whole form. `actual` are the years of which the present state is asked, `targets` those of the targets."""

    rubric: Text
    region: Region | None
    provinces: tuple[str, ...]
    actual: tuple[int, ...]
    targets: tuple[int, ...]
    groups: tuple[Group, ...]
    basic: tuple[Line, ...]
    facts: tuple[FactKind, ...]


def template(bound: BoundRubric, register: Register, kinds: Mapping[str, FactKind], provinces: Sequence[str],
             region: Region | None) -> Template:
    """The form for a rubric. `region` is filled in where it is known."""
    asked = asked_of(bound, register)
    targets = tuple(sorted({target for _, _, target in asked.values})) or _stages(bound.rubric.date.year)
    bases = {base for _, base, _ in asked.values if base is not None and base < min(targets)}
    actual = (max(bases, default=min(targets) - 5),)
    lines = [_line(register[id], base, asked, (*actual, *targets), actual[0])
             for id, base in _rows(asked, register, actual[0])]
    basic = tuple(Line(register[id], None, tuple(Entry(year, True, True) for year in BASIC_YEARS)) for id in BASIC)
    return Template(bound.rubric.title, region, tuple(provinces), actual, targets, _grouped(lines), basic,
                    tuple(kinds[id] for id in kinds if id in asked.facts))


def _stages(year: int) -> tuple[int, int]:
    """The ends of the five-year plan of a year and of the next one, for a rubric that names no years."""
    first = -(-year // 5) * 5
    return first, first + 5


def _rows(asked: Asked, register: Register, base: int) -> Iterable[tuple[str, int | None]]:
    """(indicator, base year) of each row, once: what is needed, what is followed, what decomposes, the background."""
    rows: dict[tuple[str, int | None], None] = {(id, each): None for id, each, _ in asked.values}
    more = [*asked.series, *(group[0] for group in asked.either if register[group[0]].unit != "年")]
    for sector in asked.sectors:
        named = [id for id in dict.fromkeys(id for id, _ in rows) if register[id].sector == sector]
        others = [each.id for each in register if each.sector == sector and each.id not in named
                  and each.kind in ("cut", "share") and each.stricter != "none"]
        more += others[:max(0, _A_SECTOR - len(named))]
    if asked.series:
        more.append(_GROWTH)
    for id in more:
        rows[id, base if register[id].kind in _AGAINST_A_BASE else None] = None
    return rows


def _line(indicator: Indicator, base: int | None, asked: Asked, years: Sequence[int], actual: int) -> Line:
    """A base year has no cut against itself, and what the sheet of basic data asks is not asked here again."""
    def entry(year: int) -> Entry:
        twice = year in BASIC_YEARS and indicator.id in BASIC
        possible = year > base if base is not None else not twice
        growth = year == actual and indicator.kind in ("growth", "yearly_cut")
        value = (indicator.id, base, year)
        needed = (value in asked.values and value not in asked.in_place) or (
            year == actual and base is None and indicator.id in asked.series)
        return Entry(year, possible and not growth, needed and possible, value in asked.in_place and possible)

    return Line(indicator, base, tuple(map(entry, years)))


def _grouped(lines: Iterable[Line]) -> tuple[Group, ...]:
    groups: dict[str, list[Line]] = {name: [] for name in ("overall", *SECTORS, "totals", "background")}
    for line in lines:
        kind = line.indicator.kind
        plain = "overall" if kind in ("cut", "yearly_cut", "increase") else _PLAIN.get(kind, "totals")
        groups[line.indicator.sector or plain].append(line)
    filled = [(name, rows) for name, rows in groups.items() if rows]
    return tuple(Group(_title(name, Text(_NUMERALS[at % len(_NUMERALS)], str(at + 1)), rows), tuple(rows))
                 for at, (name, rows) in enumerate(filled))


def _title(name: str, numeral: Text, lines: Sequence[Line]) -> Message:
    """Where no row of a field says that it has to be filled in, the heading says that one of them has."""
    if name in SECTORS and any(line.need != OPTIONAL for line in lines):
        return message("form-group", numeral=numeral, title=SECTORS[name])
    if name in SECTORS:
        return message("form-group-sector", numeral=numeral, sector=SECTORS[name])
    return message("form-group", numeral=numeral, title=message(f"form-group-{name}"))

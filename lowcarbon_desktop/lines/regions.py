"""What the source report's tables 1 and 2 say of the pilot places in 2010; what they leave blank stays blank."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from lowcarbon_desktop.errors import Fault, FaultyData, message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.lines.line import NATION
from lowcarbon_desktop.plan import Region

YEAR = 2010
FIGURES = ("population", "gdp", "gdp_per_head", "co2_per_head")
"""The figures by the ids of the indicators that they are values of, in the register's units."""
_COLUMNS = ("region", "level", "batch", *FIGURES, "co2_cut_2015", "source")


class RegionRow(NamedTuple):
    """One place: 10 000 people, 100 million yuan, yuan a head, tonnes of CO2 a head, each None where it is blank.

    `co2_cut_2015` is its own target against 2010 in percent (figure 6). `batch` is 0 for the nation.
    """

    region: str
    level: str
    batch: int
    population: float | None
    gdp: float | None
    gdp_per_head: float | None
    co2_per_head: float | None
    co2_cut_2015: float | None
    source: str

    def figure(self, indicator: str) -> float | None:
        """The figure of an indicator among FIGURES."""
        return getattr(self, indicator) if indicator in FIGURES else None


@frozen()
class Regions:
    """All rows in file order."""

    rows: tuple[RegionRow, ...] = ()

    def __iter__(self) -> Iterator[RegionRow]:
        return iter(self.rows)

    @classmethod
    def from_csv(cls, name: str, text: Iterable[str]) -> Regions:
        """Read the text of a file. Raises FaultyData with every faulty row."""
        rows: list[RegionRow] = []
        faults: list[Fault] = []
        reader = csv.DictReader(text)
        if tuple(reader.fieldnames or ()) != _COLUMNS:
            raise FaultyData((Fault(name, 1, 0, message("line-columns", columns=", ".join(_COLUMNS))),))
        for row in reader:
            try:
                rows.append(RegionRow(row["region"], row["level"], int(row["batch"] or 0),
                                      *(float(row[each]) if row[each] else None for each in _COLUMNS[3:-1]),
                                      row["source"]))
            except (ValueError, TypeError) as error:
                faults.append(Fault(name, reader.line_num, 0, message("line-row", reason=str(error))))
        if faults:
            raise FaultyData(tuple(faults))
        return cls(tuple(rows))

    def of(self, region: Region | None) -> RegionRow | None:
        """The row of a place, its level told apart: 吉林 is the city."""
        if region is None:
            return None
        return self._by_place.get((region.name, region.level))

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], RegionRow]:
        return {(row.region, row.level): row for row in self.rows}

    @cached_property
    def nation(self) -> RegionRow | None:
        """The nation's row."""
        return next((row for row in self.rows if row.region == NATION), None)

"""All reference lines, read from the text of csv files, and the question which of them binds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from lowcarbon_desktop.errors import Fault, FaultyData, message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.lines.line import NATION, SENSES, STATUSES, Line
from lowcarbon_desktop.plan import Region

COLUMNS = ("indicator", "region", "base_year", "target_year", "low", "high", "unit", "sense", "in_force_from",
           "document", "status", "source")


@frozen()
class LineBook:
    """The lines in file order.

    Of two lines for the same indicator, region and years that are both in force, the later one binds.
    """

    lines: tuple[Line, ...]

    @classmethod
    def from_csv(cls, files: Mapping[str, Iterable[str]]) -> LineBook:
        """Read {file name: rows of text}. Raises FaultyData with every faulty row of every file."""
        from csv import DictReader

        lines: list[Line] = []
        faults: list[Fault] = []
        for name, text in files.items():
            rows = DictReader(text)
            if tuple(rows.fieldnames or ()) != COLUMNS:
                faults.append(Fault(name, 1, 0, message("line-columns", columns=", ".join(COLUMNS))))
                continue
            for row in rows:
                try:
                    lines.append(_line(row))
                except (ValueError, TypeError, KeyError) as error:
                    faults.append(Fault(name, rows.line_num, 0, message("line-row", reason=str(error))))
        if faults:
            raise FaultyData(tuple(faults))
        return cls(tuple(lines))

    def nation(self, indicator: str, base_year: int | None, target_year: int, as_of: date) -> Line | None:
        """The nation's line that binds on `as_of`, or None."""
        return self._binding(indicator, NATION, base_year, target_year, as_of)

    def assigned(self, indicator: str, base_year: int | None, target_year: int, as_of: date, region: Region | None,
                 entered: Iterable[Line] = ()) -> Line | None:
        """The line assigned to `region` on `as_of`: one that was entered, else its own, else its province's, or None.

        A line of the place's own stands under its full name: 海南 is a province and a prefecture.
        """
        for line in entered:
            if (line.indicator, line.base_year, line.target_year) == (indicator, base_year, target_year):
                return line
        if region is None:
            return None
        own = self._binding(indicator, region.full_name, base_year, target_year, as_of)
        return own or self._binding(indicator, region.province, base_year, target_year, as_of)

    def years(self, indicator: str) -> tuple[tuple[int | None, int], ...]:
        """The (base year, target year) pairs for which any line of `indicator` exists, in file order."""
        pairs = dict.fromkeys((line.base_year, line.target_year) for line in self.lines if line.indicator == indicator)
        return tuple(pairs)

    @cached_property
    def _by_years(self) -> Mapping[tuple[str, str, int | None, int], tuple[Line, ...]]:
        """The lines that are judged by, under indicator, region, base year and target year."""
        found: dict[tuple[str, str, int | None, int], tuple[Line, ...]] = {}
        for line in self.lines:
            if line.sense != "info":
                key = (line.indicator, line.region, line.base_year, line.target_year)
                found[key] = (*found.get(key, ()), line)
        return found

    def _binding(self, indicator: str, region: str, base_year: int | None, target_year: int,
                 as_of: date) -> Line | None:
        found = [line for line in self._by_years.get((indicator, region, base_year, target_year), ())
                 if line.in_force_from <= as_of]
        return max(found, key=lambda line: line.in_force_from, default=None)


def _line(row: Mapping[str, str]) -> Line:
    sense, status = row["sense"], row["status"]
    if sense not in SENSES:
        raise ValueError(f"sense {sense!r}")
    if status not in STATUSES:
        raise ValueError(f"status {status!r}")
    return Line(
        indicator=row["indicator"], region=row["region"],
        base_year=int(row["base_year"]) if row["base_year"] else None, target_year=int(row["target_year"]),
        low=float(row["low"]), high=float(row["high"]) if row["high"] else None, unit=row["unit"], sense=sense,
        in_force_from=date.fromisoformat(row["in_force_from"]), document=row["document"], status=status,
        source=row["source"])

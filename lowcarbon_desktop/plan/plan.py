"""A plan: who applies, as of when, what its table and its words say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, Text
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.plan.fact import Fact
from lowcarbon_desktop.plan.passage import Passage
from lowcarbon_desktop.plan.reading import Reading
from lowcarbon_desktop.plan.table import Table


class SourceFile(NamedTuple):
    """A file of the application by name (never a path: it travels) and the SHA-256 of its bytes in hex."""

    name: str
    sha256: str


class Region(NamedTuple):
    """A place as the gazetteer knows it: short name, full name, level, and the province that it lies in.

    `level` is nation, province, municipality, sar, city (prefecture level) or county.
    """

    name: str
    full_name: str
    level: str
    province: str
    english: str
    province_english: str = ""


@frozen()
class Plan:
    """One application as read.

    `region` is None where it could not be told. `as_of` is the day by whose lines it is judged, and `as_of_from` where
    that day came from: "option", "plan" or "rubric" (None, None until a rubric is chosen). `whole` is True where a
    whole document was read, so that silence means absent; from a mere table silence is unknown. `remarks` are things
    that the user should see about the reading as a whole. `passages` are its paragraphs in the order of its files.
    """

    files: tuple[SourceFile, ...]
    region: Region | None
    as_of: date | None
    as_of_from: str | None
    readings: tuple[Reading, ...] = ()
    tables: tuple[Table, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()
    whole: bool = False
    passages: tuple[Passage, ...] = ()

    @cached_property
    def told(self) -> tuple[tuple[int, Reading], ...]:
        """The readings with their positions, but for those that only repeat another."""
        return tuple((position, reading) for position, reading in enumerate(self.readings) if reading.repeats is None)

    @cached_property
    def by_indicator(self) -> Mapping[str | None, tuple[int, ...]]:
        """The positions of the readings of each indicator, in the order of the file, but for mere repetitions."""
        found: dict[str | None, list[int]] = {}
        for position, reading in self.told:
            found.setdefault(reading.indicator, []).append(position)
        return {indicator: tuple(positions) for indicator, positions in found.items()}

    @cached_property
    def printed_rows(self) -> Mapping[tuple[str, int | None, str], int]:
        """The applicant's own values as (name, target year, printed), spaces apart, with the position of each."""
        return {("".join(reading.name.split()), reading.target_year, "".join(reading.printed.split())): position
                for position, reading in enumerate(self.readings)
                if reading.region is None and reading.printed and reading.value is not None}

    @property
    def name(self) -> str:
        """What to call it in a list: the region, else the first file."""
        return self.region.name if self.region is not None else self.files[0].name

    @property
    def called(self) -> Text:
        """The same in both languages."""
        return Text(self.name, self.region.english or self.name if self.region is not None else self.name)

    @property
    def tabled(self) -> bool:
        """Whether a table was read."""
        return bool(self.tables)

    @property
    def count(self) -> int:
        """How many readings there are."""
        return len(self.readings)

    @property
    def doubtful(self) -> int:
        """How many readings are in doubt."""
        return sum(bool(each.doubts) for each in self.readings)

    def reading(self, position: int) -> Reading:
        """The reading at a position."""
        return self.readings[position]

    def fact(self, id: str) -> Fact:
        """The fact, or one of which nothing was said: absent from a whole document, else unknown."""
        return self.facts.get(id) or _unsaid(id, "absent" if self.whole else "unknown")

    def dated(self, as_of: date, as_of_from: str, written: date | None = None) -> Plan:
        """The plan as of a day; what it says of a year before it was `written` is no target but an achievement.

        Where the reviewer says what a value is, that stands.
        """
        plan = self.achieved_before((written or as_of).year)
        return replace(plan, as_of=as_of, as_of_from=as_of_from)

    def achieved_before(self, year: int) -> Plan:
        """The plan with what it says of a year before `year` as no target but an achievement."""
        readings = tuple([each if each.target_year is None or each.target_year >= year else each.achieved_before(year)
                          for each in self.readings])  # nearly none is asked, at every edit
        return replace(self, readings=readings) if readings != self.readings else self


@cache
def _unsaid(id: str, state: str) -> Fact:
    return Fact(id, state)

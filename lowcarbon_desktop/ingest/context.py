"""What a value is read with: the reference data, what is known of its table, and where it stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.ingest.headings import Heading, Headings
from lowcarbon_desktop.ingest.memory import Memory
from lowcarbon_desktop.ingest.names import Namer
from lowcarbon_desktop.ingest.scope import OWN, Scope
from lowcarbon_desktop.ingest.times import BaseNote
from lowcarbon_desktop.lines import Places
from lowcarbon_desktop.plan import FactKind, Region, Register, Where
from lowcarbon_desktop.text.units import Units
from lowcarbon_desktop.text.years import Years

if TYPE_CHECKING:  # patterns that most tables never need
    from lowcarbon_desktop.ingest.reservations import Reservation

NO_HEADING = Heading("other")
NO_YEARS = Years("")


@frozen()
class Tools:
    """What reading rows needs to know: the registers, the gazetteer, how headings are read, the kinds of fact."""

    register: Register
    units: Units
    places: Places
    namer: Namer
    headings: Headings
    memory: Memory
    facts: Mapping[str, FactKind] = field(default_factory=dict)


class Context(NamedTuple):
    """Where a table stands: its caption, its unit line, whose plan it is in (None where nobody knows), its scope.

    `years` are those of the caption, `note` says the base year of the whole table; `topic` is the indicator that the
    caption names, for rows that only say 目标值; `marks` are footnotes by their mark, `cumulates` says that values in
    brackets are sums over the years of the plan. `doubt` is what a note says against all values of the table,
    `reservations` what it says against some, `unseen` the doubt against each column whose heading is not to be seen;
    `phases` are the years of 近期 and 远期.
    """

    caption: str
    applicant: Region | None
    unit: str = ""
    scope: Scope = OWN
    years: Years = NO_YEARS
    note: BaseNote | None = None
    topic: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    cumulates: bool = False
    doubt: Message | None = None
    reservations: tuple[Reservation, ...] = ()
    unseen: tuple[tuple[int, Message], ...] = ()
    phases: tuple[tuple[str, int], ...] = ()


class Place(NamedTuple):
    """Where a value stands: its cell, the name as understood and as printed, its heading, and what the section says."""

    row: int
    column: int
    name: str
    printed_name: str
    name_where: Where
    heading: Heading
    section: Heading = NO_HEADING
    whose: Scope = OWN

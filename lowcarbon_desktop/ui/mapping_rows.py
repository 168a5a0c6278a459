"""What the mapping step lists: each reading with its state, doubtful ones first; pure functions over frozen types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lowcarbon_desktop.app.meaning import lacks_base
from lowcarbon_desktop.plan import Reading, Register, Where
from lowcarbon_desktop.ui.cells import Sight

STATES = ("doubtful", "proposed", "unbased", "unrecognised", "corrected", "confirmed", "clear", "empty")
Key = tuple[object, ...]


class MappingRow(NamedTuple):
    """A reading, its position in the plan, its state (one of STATES), and what is proposed for it."""

    key: Key
    position: int
    reading: Reading
    state: str
    proposals: tuple[object, ...] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """The states under which it is found: for what is in doubt, something may be proposed as well."""
        return (self.state, "proposed") if self.proposals and self.state != "proposed" else (self.state,)

    @property
    def waits(self) -> bool:
        """Whether a person should look at it."""
        return self.state in ("doubtful", "proposed", "unbased")


def place_key(where: Where) -> Key:
    """What tells a place from others: a cell by its name, else the page, paragraph and box."""
    if where.cell is not None:
        return (where.file, where.sheet or "", where.cell)
    return (where.file, where.page, where.paragraph, where.box)


def rows_of(sight: Sight, proposals: Iterable[object] = ()) -> tuple[MappingRow, ...]:
    """One row a reading, in the order of the file."""
    from lowcarbon_desktop.app.reference import reference

    register = reference().register
    proposed: dict[Key, tuple[object, ...]] = {}
    for each in proposals:
        proposed[place_key(each.where)] = (*proposed.get(place_key(each.where), ()), each)
    seen: dict[Key, int] = {}
    made = []
    for position, reading in enumerate(sight.plan.readings):
        place = place_key(reading.where)
        seen[place] = seen.get(place, 0) + 1
        own = proposed.get(place, ())
        made.append(MappingRow((*place, seen[place]), position, reading, _state(reading, register, bool(own)), own))
    return tuple(made)


def by_need(rows: Iterable[MappingRow]) -> tuple[MappingRow, ...]:
    """Those that need a look first, and of these those with a proposal; else the order of the file stays."""
    return tuple(sorted(rows, key=lambda row: (STATES.index(row.state), not row.proposals)))


def as_before(rows: Iterable[MappingRow], before: Iterable[MappingRow]) -> tuple[MappingRow, ...] | None:
    """The rows in the order in which they stood, so that nothing jumps; None where they are not the same ones."""
    now: Mapping[Key, MappingRow] = {row.key: row for row in rows}
    keys = [row.key for row in before]
    return tuple(now[key] for key in keys) if len(keys) == len(now) and all(key in now for key in keys) else None


def _state(reading: Reading, register: Register, proposed: bool) -> str:
    if reading.doubts:
        return "doubtful"
    if proposed:
        return "proposed"
    if lacks_base(reading, register):
        return "unbased"
    corrected = reading.corrected
    if "confirmed" in corrected:
        return "confirmed"
    if corrected or reading.origin == "entered":
        return "corrected"
    if reading.missing:
        return "empty"
    return "unrecognised" if reading.indicator is None else "clear"

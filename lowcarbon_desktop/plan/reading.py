"""One value of one indicator for one year, as printed, as understood, and where it stands."""

from __future__ import annotations

from dataclasses import replace

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.plan.quantity import Quantity
from lowcarbon_desktop.plan.where import Where


@frozen(slots=True)
class Reading:
    """What one cell of an indicator table says.

    `indicator` is None where the row was not recognised. `name`, `printed` and `printed_unit` are as printed. `value`
    is None where nothing was stated ("/", "——") or the text was not understood (then `doubts` says so). `kind` is
    target, actual (an achievement or a base-year level) or context (somebody else's). `region` is None for the
    applicant itself, else the name of the place whose value it is. `origin` is read, derived or entered (`was` then
    keeps what the file printed). `rule` says by which rule it was understood. A reading with doubts is not settled.
    `corrected` names what of it the reviewer corrected ("indicator", "base_year", ..., "confirmed"). `repeats` is the
    place of the value that a sentence only says again, or hopes to exceed: it is listed and not judged a second time.
    """

    indicator: str | None
    name: str
    printed: str
    where: Where
    name_where: Where
    value: Quantity | None = None
    unit: str | None = None
    printed_unit: str = ""
    base_year: int | None = None
    target_year: int | None = None
    region: str | None = None
    kind: str = "target"
    origin: str = "read"
    was: str | None = None
    rule: Message | None = None
    doubts: tuple[Message, ...] = ()
    corrected: tuple[str, ...] = ()
    repeats: Where | None = None

    @property
    def missing(self) -> bool:
        """True where the cell states no value at all, as "/" or "——" do."""
        return self.value is None and not self.doubts

    def achieved_before(self, year: int) -> Reading:
        """The same as an achievement where it is a target of a year before; what the reviewer says of it stands."""
        if self.target_year is None or self.target_year >= year or self.kind != "target" or "kind" in self.corrected:
            return self
        return replace(self, kind="actual")

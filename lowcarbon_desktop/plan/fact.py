"""What a plan says in words: a fact with its state, value and evidence."""

from __future__ import annotations

from typing import NamedTuple

from lowcarbon_desktop.errors import Text
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.plan.where import Where

STATES = ("stated", "in_preparation", "conflict", "absent", "unknown")


class FactKind(NamedTuple):
    """A fact that a plan may state: id, name, and what its value is.

    `value` is "none" (it is so or not), "year", "number", "text", or "choice" with `choices` (id -> name).
    `hint` tells the reviewer what to look for.
    """

    id: str
    name: Text
    value: str
    hint: Text
    choices: tuple[tuple[str, Text], ...] = ()


class Evidence(NamedTuple):
    """The words that show it, and where they stand; `where` is None for what a reviewer cites by hand."""

    text: str
    where: Where | None = None


@frozen(slots=True)
class Fact:
    """One fact of a plan. `state` is one of STATES; `by` is "machine" or "reviewer".

    A fact stated by a reviewer with a source is settled; one without a source, or found by the machine, is not.
    `values` are the different ones where the state is a conflict, in the order of reading.
    """

    id: str
    state: str
    value: str | int | float | None = None
    settled: bool = False
    by: str = "machine"
    evidence: tuple[Evidence, ...] = ()
    values: tuple[str | int | float, ...] = ()

    @classmethod
    def unknown(cls, id: str) -> Fact:
        """The state of every fact that was not in what was loaded."""
        return cls(id, "unknown")

"""Which facts wait for a nod, and how many of a plan do: pure functions over the frozen types, without a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lowcarbon_desktop.plan import Fact

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.cells import Sight


def waits(fact: Fact | None) -> bool:
    """Whether the machine found it and no person has nodded yet."""
    return asks(fact) and not not_found(fact)


def asks(fact: Fact | None) -> bool:
    """That nothing was found in a whole document can be nodded to as well, though nobody need wait for it."""
    return fact is not None and fact.by == "machine" and not fact.settled and fact.state != "unknown"


def not_found(fact: Fact) -> bool:
    """Whether nothing is said of it; where the material denies it, there is a sentence that does."""
    return fact.state == "absent" and not fact.evidence


def waiting(sight: Sight | None) -> int:
    """How many facts that the machine found wait for a nod; what a person stated does not."""
    if sight is None:
        return 0
    return sum(waits(fact) for id, fact in sight.plan.facts.items() if id not in sight.review.facts)

"""Whether what a reviewer stated fits the kind of the fact."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.plan import FactKind
from lowcarbon_desktop.plan.fact import STATES
from lowcarbon_desktop.review import StatedFact
from lowcarbon_desktop.wording.meant import meant

if TYPE_CHECKING:
    from lowcarbon_desktop.app.reference import Reference

YEARS = range(1900, 2101)


def misfit(fact: StatedFact, reference: Reference) -> Message | None:
    """What is wrong with a stated fact: an unknown id or state, a value of the wrong kind; None where it fits.

    A fact that is stated needs its value; in every other state it may go without.
    """
    kind = reference.facts.get(fact.id)
    if kind is None:
        return message("fact-id-unknown", id=fact.id, meant=meant(fact.id, reference.facts))
    if fact.state not in STATES:
        return message("fact-state", given=fact.state, states=STATES)
    if fact.value is None and (fact.state != "stated" or kind.value in ("none", "text")):
        return None
    return _value_misfit(kind, fact.value)


def _value_misfit(kind: FactKind, value: str | int | float | None) -> Message | None:
    given = "" if value is None else value
    if kind.value == "year":
        fits = type(value) is int and value in YEARS
    elif kind.value == "number":
        fits = type(value) is int or (type(value) is float and math.isfinite(value))
    elif kind.value == "choice":
        choices = [id for id, _ in kind.choices]
        return None if value in choices else message(
            "fact-needs-choice", fact=kind.name, given=given, choices=tuple(choices))
    elif kind.value == "text":
        fits = isinstance(value, str)
    else:
        fits = value is None
    return None if fits else message(f"fact-needs-{kind.value}", fact=kind.name, given=given)

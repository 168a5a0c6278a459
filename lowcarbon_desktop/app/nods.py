"""The reviewer's nods to facts that the machine found, and refusals of them: only of what was found then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.plan import Fact, Plan
from lowcarbon_desktop.review import Nod
from lowcarbon_desktop.wording.meant import meant

if TYPE_CHECKING:
    from lowcarbon_desktop.app.reference import Reference

_LONGEST = 20_000


def nod_to(fact: Fact, *, agreed: bool) -> Nod:
    """A nod to what the machine found, or a refusal of it."""
    return Nod(fact.id, agreed, fact.state, fact.value, _words(fact))


def nothing_to_nod_to(id: str, fact: Fact, agreed: bool, reference: Reference) -> Message | None:
    """Why there is nothing to nod to or to refuse; None where there is."""
    kind = reference.facts.get(id)
    if kind is None:
        return message("fact-id-unknown", id=id, meant=meant(id, reference.facts))
    if fact.state == "unknown" or fact.by != "machine":
        return message("nod-nothing", fact=kind.name)
    return message("nod-conflict", fact=kind.name) if agreed and fact.state == "conflict" else None


def with_nods(plan: Plan, nods: Iterable[Nod], reference: Reference) -> Plan:
    """The plan as built, with the facts settled that were nodded to and without those that were refused.

    A settled fact keeps what the machine found and where; a refused one is unknown. What a nod does not apply to any
    more is told in the plan's remarks, and so is every refusal.
    """
    facts, remarks = dict(plan.facts), []
    for nod in nods:
        fact = plan.fact(nod.id)
        kind = reference.facts.get(nod.id)
        name: Text | str = kind.name if kind is not None else nod.id
        nothing = nothing_to_nod_to(nod.id, fact, nod.agreed, reference)
        if nothing is not None or _other(nod, fact):
            remarks.append(nothing or message("nod-void", fact=name))
        elif nod.agreed:
            facts[nod.id] = replace(fact, settled=True)
        else:
            facts[nod.id] = Fact(nod.id, "unknown", by="reviewer")
            remarks.append(message("nod-refused", fact=name))
    return replace(plan, facts=facts, remarks=(*plan.remarks, *remarks)) if facts != plan.facts or remarks else plan


def _other(nod: Nod, fact: Fact) -> bool:
    """Whether the machine now finds something else than what the nod was to."""
    if nod.state == "":
        return False
    return (nod.state, nod.value) != (fact.state, fact.value) or nod.evidence not in ("", _words(fact))


def _words(fact: Fact) -> str:
    return "\n".join(each.text for each in fact.evidence)[:_LONGEST]

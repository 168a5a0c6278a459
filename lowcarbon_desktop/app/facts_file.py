"""Reads the facts and the notes that a reviewer stated, from a review file, or from YAML or JSON written by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.stated import misfit
from lowcarbon_desktop.app.stated_file import mapping, part, refuse, review_in, written
from lowcarbon_desktop.errors import Fault, message
from lowcarbon_desktop.plan import Fact
from lowcarbon_desktop.plan.fact import STATES
from lowcarbon_desktop.review import Nod, StatedFact
from lowcarbon_desktop.rubric.fields import Fields
from lowcarbon_desktop.rubric.nodes import Item
from lowcarbon_desktop.wording.meant import meant

_FACT = dict.fromkeys(("state", "value", "source", "by", "confirmed"), False)


def read_facts(path: Path, reference: Reference) -> Mapping[str, Fact]:
    """The facts by id. Raises FaultyData with all faults; UsageError where there is no such file.

        facts:
          co2_peak_year: 2020
          leading_group: {source: 实施方案第 12 页}
          ghg_inventory: {state: in_preparation, source: 市发改委来函}
          leading_group_office: {confirmed: true}

    `state` is "stated" where it is left out. A fact without a source is taken but not settled. The heading `facts:`
    may be left out where there is nothing else in the file. What is confirmed or refused is for `read_nods`.
    """
    review = review_in(path)
    if review is not None:
        wrong = {fact.id: misfit(fact, reference) for fact in review.facts.values()}
        refuse([Fault(path.name, 0, 0, said) for said in wrong.values() if said is not None])
        return {fact.id: fact.as_fact() for fact in review.facts.values()}
    item, faults = part(path, "facts")
    facts = {}
    for id, given in mapping(item, faults).items():
        seen = len(faults)
        fact = _fact(id, given, reference, faults)
        bare = _is_nod(given) and "value" not in given.data and id in reference.facts
        said = misfit(fact, reference) if not bare else None
        if said is not None and len(faults) == seen:
            faults.append(Fault(path.name, given.mark.line, given.mark.column, said))
        if not _is_nod(given):
            facts[id] = fact.as_fact()
    refuse(faults)
    return facts


def read_nods(path: Path, reference: Reference) -> Mapping[str, Nod]:
    """The facts that are confirmed (true) or refused (false) as the program finds them. Raises as `read_facts`.

    With a value or a state beside `confirmed` the nod is to that alone.
    """
    review = review_in(path)
    if review is not None:
        return review.nods
    item, faults = part(path, "facts")
    nods = {}
    for id, given in mapping(item, faults).items():
        if _is_nod(given):
            fact = _fact(id, given, reference, faults)
            found = (fact.state, fact.value) if given.data.keys() & {"state", "value"} else ("", None)
            nods[id] = Nod(id, given.data["confirmed"].data is True, *found)
    refuse(faults)
    return nods


def _is_nod(item: Item) -> bool:
    return isinstance(item.data, dict) and "confirmed" in item.data


def read_notes(path: Path, criteria: Collection[str]) -> Mapping[str, str]:
    """The notes by criterion. Raises FaultyData with all faults; UsageError where there is no such file.

        notes:
          targets.co2-2015.province: 请补充省级下达文件

    A note by hand on none of `criteria` is a fault; a review may hold some, made with another rubric.
    """
    review = review_in(path)
    if review is not None:
        return review.notes
    item, faults = part(path, "notes")
    notes = {}
    for id, given in mapping(item, faults).items():
        if id not in criteria:
            said = message("stated-note-unknown", criterion=id, meant=meant(id, criteria))
            faults.append(Fault(path.name, given.mark.line, given.mark.column, said))
        elif isinstance(given.data, list | dict):
            faults.append(Fault(path.name, given.mark.line, given.mark.column, message("stated-one-value", key=id)))
        elif given.written.strip():
            notes[id] = given.written
    refuse(faults)
    return notes


def typed_value(id: str, text: str | None, reference: Reference) -> str | int | float | None:
    """The value of a fact as typed on the command line: what is a number for the kind of the fact becomes one."""
    kind = reference.facts.get(id)
    if text is None or kind is None:
        return text
    if kind.value in ("year", "number"):
        for read in (int, float):
            try:
                return read(text)
            except ValueError:
                continue
    return {name: choice for choice, names in kind.choices for name in (names.zh, names.en)}.get(text, text)


def _fact(id: str, item: Item, reference: Reference, faults: list[Fault]) -> StatedFact:
    """The fact as written, in full or in short: a value, or a state alone."""
    if not isinstance(item.data, dict):
        if item.written in STATES:
            return StatedFact(id, item.written)
        if item.data is True or item.data is False:
            return StatedFact(id, "stated" if item.data else "absent")
        return StatedFact(id, "stated", _value(id, item, reference))
    given = Fields(item, _FACT, faults)
    words = written(given)
    if "confirmed" in given and not isinstance(given.items["confirmed"].data, bool):
        given.fault(given.items["confirmed"].mark, message("stated-confirmed"))
    value = _value(id, given.items["value"], reference) if "value" in given else None
    return StatedFact(id, words.get("state", "stated"), value, words.get("source", ""), words.get("by", ""))


def _value(id: str, item: Item, reference: Reference) -> str | int | float | None:
    """The value; a choice may be given by its name in either language."""
    kind = reference.facts.get(id)
    if item.written == "" and not isinstance(item.data, list | dict):
        return None
    if kind is not None and kind.value == "text":
        return item.written
    names = {} if kind is None else {name: choice for choice, text in kind.choices for name in (text.zh, text.en)}
    return names.get(item.written, item.data if isinstance(item.data, int | float) else item.written)

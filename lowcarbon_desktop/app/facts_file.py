"""Read what --facts and --corrections name: a review file, or YAML or JSON written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.stated import misfit
from lowcarbon_desktop.app.stated_yaml import StatedFile, value_of
from lowcarbon_desktop.errors import Fault, FaultyData, UsageError, message
from lowcarbon_desktop.plan import Fact
from lowcarbon_desktop.plan.fact import STATES
from lowcarbon_desktop.plan.where import cell_position
from lowcarbon_desktop.review import Correction, Review, StatedFact
from lowcarbon_desktop.store import SUFFIX, ReviewFile

if TYPE_CHECKING:
    from yaml import Node

PARTS = ("facts", "corrections", "lines")
_FACT = ("state", "value", "source", "by")
_CORRECTION = ("file", "sheet", "cell", "printed", "corrected", "reason")


def read_facts(path: Path, reference: Reference) -> Mapping[str, Fact]:
    """The facts by id. Raises FaultyData with all faults; UsageError where there is no such file.

        facts:
          co2_peak_year: 2020
          leading_group: {source: 实施方案第 12 页}
          ghg_inventory: {state: in_preparation, source: 市发改委来函}

    `state` is "stated" where it is left out. A fact without a source is taken but not settled. The heading `facts:`
    may be left out where there is nothing else in the file.
    """
    review = _review(path)
    if review is not None:
        faults = [Fault(path.name, 0, 0, wrong) for fact in review.facts.values()
                  if (wrong := misfit(fact, reference)) is not None]
        if faults:
            raise FaultyData(tuple(faults))
        return {fact.id: fact.as_fact() for fact in review.facts.values()}
    file = StatedFile(path)
    node = _part(file, "facts", bare=True)
    facts = {}
    for id, at, value in file.entries(node, "facts") if node is not None else ():
        seen = len(file.faults)
        fact, at_value = _fact(file, id, value, reference)
        wrong = misfit(fact, reference)
        if wrong is not None and (id not in reference.facts or len(file.faults) == seen):
            file.fault(at if at_value is None or id not in reference.facts else at_value, wrong.code, **wrong.args)
        facts[id] = fact.as_fact()
    file.refuse_faults()
    return facts


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in file order. Raises FaultyData with all faults; UsageError where there is no such file.

        corrections:
          - {file: 厦门.xlsx, sheet: 指标表, cell: D5, printed: "17", corrected: "17.5", reason: 笔误}

    Without `file` or `sheet` it is for the file that has no name given to it, or no sheets (csv).
    """
    review = _review(path)
    if review is not None:
        return tuple(review.corrections.values())
    file = StatedFile(path)
    node = _part(file, "corrections")
    corrections = []
    for item in file.items(node, "corrections") if node is not None else ():
        seen = len(file.faults)
        given = file.scalars(item, "corrections", _CORRECTION)
        words = {key: value.value for key, value in given.items()}
        if len(file.faults) == seen:
            for key in ("cell", "printed", "corrected"):
                if key not in words:
                    file.fault(item, "stated-key-missing", key=key)
        try:
            cell_position(words.get("cell", "A1"))
        except ValueError:
            file.fault(given["cell"], "stated-cell", given=words["cell"])
        corrections.append(Correction(words.get("file", ""), words.get("sheet") or None, words.get("cell", ""),
                                      words.get("printed", ""), words.get("corrected", ""), words.get("reason", "")))
    file.refuse_faults()
    return tuple(corrections)


def read_lines(path: Path) -> tuple[str, ...]:
    """The assigned lines, each as it is typed after --line. Raises FaultyData, UsageError."""
    review = _review(path)
    if review is not None:
        return review.lines
    file = StatedFile(path)
    node = _part(file, "lines")
    lines = []
    for item in file.items(node, "lines") if node is not None else ():
        if item.id == "scalar":
            lines.append(item.value)
        else:
            file.fault(item, "stated-shape-scalar", key="lines")
    file.refuse_faults()
    return tuple(lines)


def _fact(file: StatedFile, id: str, node: Node, reference: Reference) -> tuple[StatedFact, Node | None]:
    """The fact as written, long or short, and the node of its value, or None where it has none."""
    if node.id != "mapping":
        if node.id != "scalar":
            file.fault(node, "stated-shape-scalar", key=id)
            return StatedFact(id, "unknown"), node
        said = value_of(node)
        return (StatedFact(id, said) if said in STATES else _chosen(StatedFact(id, "stated", said), reference)), node
    given = file.scalars(node, id, _FACT)
    words = {key: value.value for key, value in given.items()}
    value = value_of(given["value"]) if "value" in given else None
    fact = StatedFact(id, words.get("state", "stated"), value, words.get("source", ""), words.get("by", ""))
    at = given.get("value" if fact.state in STATES else "state")
    return _chosen(fact, reference), at


def _chosen(fact: StatedFact, reference: Reference) -> StatedFact:
    """A choice may be given by its Chinese or English name; a number may be the text that is wanted."""
    kind = reference.facts.get(fact.id)
    if kind is None or fact.value is None:
        return fact
    if kind.value == "text":
        return replace(fact, value=str(fact.value))
    names = {name: choice for choice, text in kind.choices for name in (text.zh, text.en)}
    return replace(fact, value=names.get(str(fact.value), fact.value))


def _part(file: StatedFile, name: str, *, bare: bool = False) -> Node | None:
    """The part of that name; the whole file where it has no parts and `bare` allows it; None where there is none."""
    if file.root is None:
        return None
    if file.root.id != "mapping":
        if bare or file.root.id == "scalar":
            file.fault(file.root, "stated-shape-mapping", what=file.name)
            return None
        return file.root
    parts = {key: (at, node) for key, at, node in file.entries(file.root, file.name)}
    if bare and not parts.keys() & set(PARTS):
        return file.root
    for key, (at, _) in parts.items():
        if key not in PARTS:
            file.unknown_key(at, key, PARTS)
    return parts[name][1] if name in parts else None


def _review(path: Path) -> Review | None:
    """The review where the file is one, by its first bytes or its name."""
    try:
        with path.open("rb") as file:
            if not file.read(16).startswith(b"SQLite format 3") and path.suffix != SUFFIX:
                return None
    except FileNotFoundError as error:
        raise UsageError(message("stated-file-missing", path=str(path))) from error
    except OSError as error:
        raise UsageError(message("stated-file-unreadable", path=str(path), reason=error.strerror or "")) from error
    kept = ReviewFile(path).load()
    return Review() if kept is None else kept.review

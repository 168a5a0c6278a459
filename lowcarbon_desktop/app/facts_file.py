"""Read what --facts, --corrections and --notes name: a review file, or YAML or JSON written by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.stated import misfit
from lowcarbon_desktop.errors import Fault, FaultyData, UsageError, message
from lowcarbon_desktop.plan import Fact
from lowcarbon_desktop.plan.fact import STATES
from lowcarbon_desktop.plan.where import cell_position
from lowcarbon_desktop.review import Correction, Review, StatedFact
from lowcarbon_desktop.rubric.fields import Fields
from lowcarbon_desktop.rubric.nodes import Item, read
from lowcarbon_desktop.store import SUFFIX, ReviewFile
from lowcarbon_desktop.wording.meant import meant

LARGEST = 1_000_000
PARTS = ("facts", "corrections", "lines", "notes")
_FACT = dict.fromkeys(("state", "value", "source", "by"), False)
_CORRECTION = {"file": False, "sheet": False, "cell": True, "printed": True, "corrected": True, "reason": False}


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
        wrong = {fact.id: misfit(fact, reference) for fact in review.facts.values()}
        _refuse([Fault(path.name, 0, 0, said) for said in wrong.values() if said is not None])
        return {fact.id: fact.as_fact() for fact in review.facts.values()}
    item, faults = _part(path, "facts")
    facts = {}
    for id, given in _mapping(item, faults).items():
        seen = len(faults)
        fact = _fact(id, given, reference, faults)
        said = misfit(fact, reference)
        if said is not None and len(faults) == seen:
            faults.append(Fault(path.name, given.mark.line, given.mark.column, said))
        facts[id] = fact.as_fact()
    _refuse(faults)
    return facts


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in file order. Raises FaultyData with all faults; UsageError where there is no such file.

        corrections:
          - {file: 厦门.xlsx, sheet: 指标表, cell: D5, printed: 17, corrected: 17.50, reason: 笔误}

    Without `file` it is for a file of any name, without `sheet` for one that has no sheets (csv).
    """
    review = _review(path)
    if review is not None:
        return tuple(review.corrections.values())
    item, faults = _part(path, "corrections")
    corrections = []
    for each in _list(item, faults):
        given = Fields(each, _CORRECTION, faults)
        words = _words(given)
        try:
            cell_position(words.get("cell") or "A1")
        except ValueError:
            given.fault(given.items["cell"].mark, message("stated-cell", given=words["cell"]))
        corrections.append(Correction(words.get("file", ""), words.get("sheet") or None, words.get("cell", ""),
                                      words.get("printed", ""), words.get("corrected", ""), words.get("reason", "")))
    _refuse(faults)
    return tuple(corrections)


def read_lines(path: Path) -> tuple[str, ...]:
    """The assigned lines, each as it is typed after --line. Raises FaultyData, UsageError."""
    review = _review(path)
    if review is not None:
        return review.lines
    item, faults = _part(path, "lines")
    lines = _list(item, faults)
    faults += [Fault(path.name, each.mark.line, each.mark.column, message("stated-one-value", key="lines"))
               for each in lines if isinstance(each.data, list | dict)]
    _refuse(faults)
    return tuple(each.written for each in lines)


def read_notes(path: Path, criteria: Collection[str]) -> Mapping[str, str]:
    """The notes by criterion. Raises FaultyData with all faults; UsageError where there is no such file.

        notes:
          targets.co2-2015.province: 请补充省级下达文件

    A note by hand on none of `criteria` is a fault; a review may hold some, made with another rubric.
    """
    review = _review(path)
    if review is not None:
        return review.notes
    item, faults = _part(path, "notes")
    notes = {}
    for id, given in _mapping(item, faults).items():
        if id not in criteria:
            said = message("stated-note-unknown", criterion=id, meant=meant(id, criteria))
            faults.append(Fault(path.name, given.mark.line, given.mark.column, said))
        elif isinstance(given.data, list | dict):
            faults.append(Fault(path.name, given.mark.line, given.mark.column, message("stated-one-value", key=id)))
        elif given.written.strip():
            notes[id] = given.written
    _refuse(faults)
    return notes


def _fact(id: str, item: Item, reference: Reference, faults: list[Fault]) -> StatedFact:
    """The fact as written, in full or in short: a value, or a state alone."""
    if not isinstance(item.data, dict):
        if item.written in STATES:
            return StatedFact(id, item.written)
        if item.data is True or item.data is False:
            return StatedFact(id, "stated" if item.data else "absent")
        return StatedFact(id, "stated", _value(id, item, reference))
    given = Fields(item, _FACT, faults)
    words = _words(given)
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


def _mapping(item: Item | None, faults: list[Fault]) -> dict[str, Item]:
    if item is None:
        return {}
    return Fields(item, dict.fromkeys(item.data, False) if isinstance(item.data, dict) else {}, faults).items


def _words(given: Fields) -> dict[str, str]:
    """Each value as it stands in the file: 17.50, not 17.5."""
    for key, item in given.items.items():
        if isinstance(item.data, list | dict):
            given.fault(item.mark, message("stated-one-value", key=key))
    return {key: item.written for key, item in given.items.items()}


def _list(item: Item | None, faults: list[Fault]) -> list[Item]:
    if item is None:
        return []
    if isinstance(item.data, list):
        return item.data
    faults.append(Fault(item.mark.file, item.mark.line, item.mark.column, message("stated-list")))
    return []


def _part(path: Path, name: str) -> tuple[Item | None, list[Fault]]:
    """One part of a file written by hand, None where it has none; facts may be the whole file."""
    raw = _bytes(path, LARGEST + 1)
    if len(raw) > LARGEST:
        raise UsageError(message("stated-file-too-large", path=str(path)))
    if path.suffix.lower() == ".json":
        raw = raw.replace(b"\t", b" ")  # json may be indented by tabs, which YAML forbids, and has none elsewhere
    item, faults = read(raw, path.name)
    if item is None:
        return None, faults
    if name == "facts" and isinstance(item.data, dict) and not item.data.keys() & set(PARTS):
        return item, faults
    parts = Fields(item, dict.fromkeys(PARTS, False), faults)
    return parts.items.get(name), faults


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise FaultyData(tuple(sorted(faults, key=lambda fault: (fault.line, fault.column))))


def _review(path: Path) -> Review | None:
    """The review where the file is one, by its first bytes or its name."""
    if not _bytes(path, 16).startswith(b"SQLite format 3") and path.suffix != SUFFIX:
        return None
    kept = ReviewFile(path).load()
    return Review() if kept is None else kept.review


def _bytes(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise UsageError(message("stated-file-missing", path=str(path))) from error
    except OSError as error:
        raise UsageError(message("stated-file-unreadable", path=str(path), reason=error.strerror or "")) from error

"""Policy instruments against the measures that they serve: the table of the source report's section 2.4 as data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.errors import Fault, FaultyData, Text, message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.plan import Evidence

_ANY = r"[^。！？!?；;，,]{0,8}?"


@frozen()
class Named:
    """An instrument or a measure, and the words by which a plan speaks of it; `field` is a measure's."""

    id: str
    name: Text
    words: tuple[str, ...]
    field: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds any of its words in a squeezed sentence in small letters."""
        return re.compile("|".join(_pattern(word) for word in self.words))


class Catalogue(NamedTuple):
    """All instruments, the fields with their names, and all measures in the order of the fields."""

    instruments: tuple[Named, ...]
    fields: Mapping[str, Text]
    measures: tuple[Named, ...]


Cell = tuple[str, str]


class Matrix(NamedTuple):
    """What a plan says: the passages of each cell (measure, instrument) that has any.

    `marks` are the reviewer's words that count, `void` those that do not any more; `struck` are the passages that were
    found and that the reviewer put aside.
    """

    catalogue: Catalogue
    cells: Mapping[Cell, tuple[Evidence, ...]]
    marks: tuple[Mark, ...] = ()
    void: tuple[Mark, ...] = ()
    struck: Mapping[Cell, tuple[Evidence, ...]] = {}  # no proxy: a batch carries matrices between processes

    def said(self, cell: Cell) -> Mark | None:
        """The reviewer's word on the whole of a cell, where it counts."""
        return next((each for each in self.marks if each.cell == cell and not each.text), None)

    def touched(self, cell: Cell) -> bool:
        """Whether the reviewer said anything of the cell that counts."""
        return any(each.cell == cell for each in self.marks)

    @property
    def confirmed(self) -> frozenset[Cell]:
        """The cells that a person stands for."""
        return frozenset(each.cell for each in self.marks if each.holds and each.cell in self.cells)

    def of_field(self, field: str) -> Mapping[str, tuple[Evidence, ...]]:
        """The instruments found in a field with their passages, in the order of the catalogue."""
        measures = {each.id for each in self.catalogue.measures if each.field == field}
        return self._by_instrument(lambda measure: measure in measures)

    def settled(self, least: int, field: str | None = None) -> bool:
        """Whether a person stands for at least so many instruments, in a field or anywhere."""
        measures = {each.id for each in self.catalogue.measures if field in (None, each.field)}
        return len({instrument for measure, instrument in self.confirmed if measure in measures}) >= least

    @property
    def used(self) -> Mapping[str, tuple[Evidence, ...]]:
        """The instruments found anywhere, with their passages."""
        return self._by_instrument(lambda measure: True)

    @property
    def bare_fields(self) -> tuple[str, ...]:
        """The fields in which no instrument was found."""
        return tuple(field for field in self.catalogue.fields if not self.of_field(field))

    def _by_instrument(self, wanted: Callable[[str], bool]) -> Mapping[str, tuple[Evidence, ...]]:
        found: dict[str, tuple[Evidence, ...]] = {}
        for instrument in self.catalogue.instruments:
            passages = dict.fromkeys(each for (measure, id), cell in self.cells.items()
                                     if id == instrument.id and wanted(measure) for each in cell)
            if passages:
                found[instrument.id] = tuple(passages)
        return found


def _pattern(word: str) -> str:
    """A word as the data file writes it: * stands for a few signs, and what stands behind ! must not follow."""
    from lowcarbon_desktop.text.normal import squeezed

    said, *never = squeezed(word).casefold().split("!")
    return _ANY.join(map(re.escape, said.split("*"))) + "".join(f"(?!{re.escape(each)})" for each in never)


def catalogue_from(data: Mapping[str, object], file: str) -> Catalogue:
    """The catalogue that plain data describes. Raises FaultyData for what lacks a name, an id or words."""
    faults: list[Fault] = []
    instruments = [_named(each, each.get("name"), "", faults, file) for each in _listed(data, "instruments")]
    fields: dict[str, Text] = {}
    measures: list[Named] = []
    for field in _listed(data, "fields"):
        fields[str(field.get("id"))] = Text(**field["name"])
        measures += (_named(each, each, str(field.get("id")), faults, file) for each in _listed(field, "measures"))
    ids = [each.id for each in (*instruments, *measures)]
    faults += (Fault(file, 0, 0, message("instruments-entry", id=id)) for id in sorted(set(ids)) if ids.count(id) > 1)
    if faults or not ids:
        raise FaultyData(tuple(faults) or (Fault(file, 0, 0, message("instruments-entry", id="?")),))
    return Catalogue(tuple(instruments), fields, tuple(measures))


def _listed(data: Mapping, key: str) -> Iterable[Mapping]:
    found = data.get(key)
    return found if isinstance(found, list) else ()


def _named(entry: Mapping, name: object, field: str, faults: list[Fault], file: str) -> Named:
    words = entry.get("words")
    right = isinstance(name, Mapping) and all(isinstance(name.get(lang), str) for lang in ("zh", "en")) and isinstance(
        words, list) and bool(words) and all(isinstance(word, str) and len(word.strip("* ")) > 1 for word in words)
    if not right or not entry.get("id"):
        faults.append(Fault(file, 0, 0, message("instruments-entry", id=str(entry.get("id", "?")))))
        return Named(str(entry.get("id", "?")), Text("", ""), (), field)
    return Named(str(entry["id"]), Text(name["zh"], name["en"]), tuple(words), field)

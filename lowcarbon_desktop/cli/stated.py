"""What the reviewer said, by the files that --facts, --corrections and --notes name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from types import SimpleNamespace as Namespace
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.verb import REMEMBERED
from lowcarbon_desktop.errors import message

if TYPE_CHECKING:
    from lowcarbon_desktop.analysis.mark import Mark
    from lowcarbon_desktop.app.reference import Reference
    from lowcarbon_desktop.plan import Fact
    from lowcarbon_desktop.review import Correction, Nod
    from lowcarbon_desktop.review.remembered import Remembered
    from lowcarbon_desktop.rubric import Rubric


class Stated(NamedTuple):
    """Facts and nods by id, notes by criterion; nothing where no option names a file."""

    corrections: Sequence[Correction] = ()
    remembered: Sequence[Remembered] = ()
    facts: Mapping[str, Fact] = MappingProxyType({})
    nods: Mapping[str, Nod] = MappingProxyType({})
    notes: Mapping[str, str] = MappingProxyType({})
    marks: Sequence[Mark] = ()


def marks_of(given: Namespace) -> Sequence[Mark]:
    """What the review file that `--corrections` names says of the matrix of instruments."""
    if given.corrections in (None, REMEMBERED):
        return ()
    from lowcarbon_desktop.app.stated_file import review_in
    review = review_in(given.corrections)
    return tuple(review.marks.values()) if review is not None else ()


def corrections_of(given: Namespace, known: Reference,
                   console: Console) -> tuple[Sequence[Correction], Sequence[Remembered]]:
    """What `--corrections` names: the corrections of a file, or, by the word itself, those that are remembered."""
    if given.corrections is None:
        return (), ()
    if given.corrections == REMEMBERED:
        from lowcarbon_desktop.app.remembered import Memory
        memory = Memory()
        entries = memory.entries
        if memory.said is not None:
            console.tell(memory.said)
        return (), entries
    from lowcarbon_desktop.app.corrections_file import read_corrections
    return read_corrections(given.corrections, known), ()


def stated_by(given: Namespace, known: Reference, rubric: Rubric, console: Console) -> Stated:
    """All that the options name. Raises UsageError, FaultyData with all faults of a file."""
    corrections, remembered = corrections_of(given, known, console)
    marks = marks_of(given)
    _tell_unasked(given, console)
    if given.facts is None and given.notes is None:
        return Stated(corrections, remembered, marks=marks)
    from lowcarbon_desktop.app import facts_file

    facts = facts_file.read_facts(given.facts, known) if given.facts is not None else {}
    nods = facts_file.read_nods(given.facts, known) if given.facts is not None else {}
    notes = _notes(given, rubric, console) if given.notes is not None else {}
    return Stated(corrections, remembered, facts, nods, notes, marks)


def _tell_unasked(given: Namespace, console: Console) -> None:
    """One file may hold several parts, of which an option takes one: what is left is told."""
    asked: dict[Path, set[str]] = {}
    for name in ("facts", "corrections", "notes"):
        path = getattr(given, name)
        if isinstance(path, Path):
            asked.setdefault(path, set()).add(name)
    if not asked:
        return
    from lowcarbon_desktop.app.stated_file import unasked

    for path, names in asked.items():
        for name in unasked(path, names):
            console.tell(message("cli-part-unasked", path=str(path), part=name))


def _notes(given: Namespace, rubric: Rubric, console: Console) -> Mapping[str, str]:
    from lowcarbon_desktop.app import facts_file
    from lowcarbon_desktop.app.renamed import by_present_ids

    notes, remarks = by_present_ids(facts_file.read_notes(given.notes, rubric.ids), rubric)
    for remark in remarks:
        console.tell(remark)
    return notes

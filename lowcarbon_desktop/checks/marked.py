"""Puts a matrix of instruments right by what the reviewer said of its cells and sentences."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from lowcarbon_desktop.analysis.instruments import Cell, Matrix
from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.checks.passages import sentences
from lowcarbon_desktop.plan import Evidence, Plan
from lowcarbon_desktop.text.normal import squeezed


def marked(found: Matrix, marks: Iterable[Mark], plan: Plan) -> Matrix:
    """The matrix as found with the marks that still hold; words on sentences come before words on whole cells."""
    cells = dict(found.cells)
    struck: dict[Cell, tuple[Evidence, ...]] = {}
    good: list[Mark] = []
    void: list[Mark] = []
    for mark in sorted(marks, key=lambda each: not each.text):
        now = _with_sentence(mark, cells, struck, plan) if mark.text else _with_cell(mark, found, cells, struck, plan)
        if now is None or not _known(mark, found):
            void.append(mark)
            continue
        good.append(mark)
        cells.pop(mark.cell, None)
        if now:
            cells[mark.cell] = now
    return Matrix(found.catalogue, cells, tuple(good), tuple(void), struck)


def rests_on(cell: Cell, found: Matrix, plan: Plan) -> str:
    """What a word on a whole cell rests on: the sentences that were found in it, else the draft itself."""
    texts = [_bare(each) for each in found.cells.get(cell, ())]
    return _digest(sorted(texts) if texts else ["draft", *sorted(each.sha256 for each in plan.files)])


def sentence_of(plan: Plan, text: str) -> Evidence | None:
    """The place of a sentence, or of a part of one, in the text of the plan; None where it is not there."""
    wanted = squeezed(text).casefold()
    within = None
    for passage in plan.passages:
        for plain, evidence in sentences(passage):
            if plain == wanted:
                return evidence
            if within is None and wanted and wanted in plain:
                within = evidence
    return within


def _with_sentence(mark: Mark, cells: dict[Cell, tuple[Evidence, ...]], struck: dict[Cell, tuple[Evidence, ...]],
                   plan: Plan) -> tuple[Evidence, ...] | None:
    there = cells.get(mark.cell, ())
    same = tuple(each for each in there if _bare(each) == squeezed(mark.text).casefold())
    if mark.holds:
        evidence = sentence_of(plan, mark.text)
        return None if evidence is None else there if same else (*there, evidence)
    if not same:
        return None
    struck[mark.cell] = (*struck.get(mark.cell, ()), *same)
    return tuple(each for each in there if each not in same)


def _with_cell(mark: Mark, found: Matrix, cells: dict[Cell, tuple[Evidence, ...]],
               struck: dict[Cell, tuple[Evidence, ...]], plan: Plan) -> tuple[Evidence, ...] | None:
    if mark.rests_on and mark.rests_on != rests_on(mark.cell, found, plan):
        return None
    there = cells.get(mark.cell, ())
    if mark.holds:
        return (*there, Evidence(mark.reason)) if mark.reason or not there else there
    struck[mark.cell] = (*struck.get(mark.cell, ()), *there)
    return ()


def _known(mark: Mark, found: Matrix) -> bool:
    catalogue = found.catalogue
    return mark.measure in {each.id for each in catalogue.measures} and mark.instrument in {
        each.id for each in catalogue.instruments}


def _bare(evidence: Evidence) -> str:
    return squeezed(evidence.text).casefold()


def _digest(texts: Iterable[str]) -> str:
    return sha256("\n".join(texts).encode()).hexdigest()

"""What a reviewer can say of the matrix of instruments: yes or no to a cell, a sentence put in, put aside or moved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lowcarbon_desktop.analysis.instruments import Catalogue, Cell, Matrix, Named
from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.app.change import Change, clean
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.checks.instruments import matrix_of
from lowcarbon_desktop.checks.marked import rests_on, sentence_of
from lowcarbon_desktop.errors import Message, Text, UsageError, message
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.wording.meant import meant

if TYPE_CHECKING:
    from lowcarbon_desktop.app.reference import Reference

_SHOWN = 40


def mark_cell(review: Review, plan: Plan, reference: Reference, cell: Cell, holds: bool, reason: str) -> Change:
    """Say yes or no to a whole cell. Raises UsageError where it is unknown, or where the text says otherwise and why
    is not said.
    """
    named = _named(cell, reference.instruments)
    found = matrix_of(plan, reference.instruments)
    reason = clean(reason).strip()
    if holds != (cell in found.cells) and not reason:
        raise UsageError(message("mark-reason", **named))
    made = Mark(*cell, holds, "", reason, rests_on(cell, found, plan))
    return review.with_marks((made,)), message("change-mark-yes" if holds else "change-mark-no", **named)


def put_in(review: Review, plan: Plan, reference: Reference, cell: Cell, text: str, reason: str = "") -> Change:
    """Put a sentence of the plan into a cell. Raises UsageError where it does not stand in the text."""
    named = _named(cell, reference.instruments)
    evidence = sentence_of(plan, clean(text))
    if evidence is None:
        raise UsageError(message("mark-no-sentence", text=_short(text)))
    made = Mark(*cell, True, evidence.text, clean(reason).strip())
    return review.with_marks((made,)), message("change-mark-in", text=_short(evidence.text), **named)


def put_aside(review: Review, plan: Plan, reference: Reference, cell: Cell, text: str, reason: str = "") -> Change:
    """Say that a sentence does not belong into a cell; one that the reviewer had put in goes again."""
    named = _named(cell, reference.instruments)
    what = message("change-mark-out", text=_short(text), **named)
    found = {each.text for each in matrix_of(plan, reference.instruments).cells.get(cell, ())}
    if text not in found and (*cell, text) in review.marks:
        return review.without_marks(((*cell, text),)), what
    if text not in found:
        raise UsageError(message("mark-no-sentence", text=_short(text)))
    return review.with_marks((Mark(*cell, False, text, clean(reason).strip()),)), what


def move(review: Review, plan: Plan, reference: Reference, text: str, cell: Cell, to: Cell,
         reason: str = "") -> Change:
    """Move a sentence from one cell to another, in one change."""
    aside, _ = put_aside(review, plan, reference, cell, text, reason)
    moved, _ = put_in(aside, plan, reference, to, text, reason)
    return moved, message("change-mark-moved", text=_short(text), **_named(to, reference.instruments))


def take_back(review: Review, keys: Iterable[tuple[str, str, str]], reference: Reference) -> Change:
    """Without what was said of a cell or of its sentences, whether it counts or not."""
    keys = tuple(keys)
    return review.without_marks(keys), message("change-mark-back", **_words(keys[0][:2], reference.instruments))


def empty(assessment: Assessment, reference: Reference) -> Matrix | None:
    """A matrix without anything in it; None where the rubric does not ask for one."""
    asked = any(each.check == "instrument-matrix" for each in assessment.rubric)
    return Matrix(reference.instruments, {}) if asked else None


def void_said(matrix: Matrix) -> tuple[Message, ...]:
    """What to tell of the words that do not hold on the draft as it is now."""
    return tuple(message("mark-void-sentence" if each.text else "mark-void", text=_short(each.text),
                         said=message("mark-yes" if each.holds else "mark-no"),
                         **_words(each.cell, matrix.catalogue)) for each in matrix.void)


def named_by(kind: str, typed: str, known: Iterable[Named]) -> str:
    """The id of an instrument or a measure by its id or either name. Raises UsageError with what may be meant."""
    names = {name: each.id for each in known for name in (each.id, each.name.zh, each.name.en.casefold())}
    id = names.get(typed.strip()) or names.get(typed.strip().casefold())
    if id is None:
        raise UsageError(message(f"mark-unknown-{kind}", typed=typed, meant=meant(typed, names),
                                 known=tuple(each.id for each in known)))
    return id


def _named(cell: Cell, catalogue: Catalogue) -> dict[str, Text | str]:
    named_by("measure", cell[0], catalogue.measures)
    named_by("instrument", cell[1], catalogue.instruments)
    return _words(cell, catalogue)


def _words(cell: tuple[str, ...], catalogue: Catalogue) -> dict[str, Text | str]:
    names = {each.id: each.name for each in (*catalogue.measures, *catalogue.instruments)}
    return {"measure": names.get(cell[0], cell[0]), "instrument": names.get(cell[1], cell[1])}


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

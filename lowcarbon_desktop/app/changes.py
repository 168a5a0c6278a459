"""What a reviewer can change: each change gives the new review and the words for its undoing, or refuses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.change import Change, clean
from lowcarbon_desktop.app.corrected import drafted, position_at, printed_at
from lowcarbon_desktop.app.meaning import (
    YES,
    canonical,
    field_misfit,
    field_of,
    name_of,
    said,
    unit_misfit,
    value_misfit,
)
from lowcarbon_desktop.app.nods import nod_to, nothing_to_nod_to
from lowcarbon_desktop.app.stated import misfit
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.plan import Fact, Plan, Reading, Where
from lowcarbon_desktop.review import Correction, Review, StatedFact
from lowcarbon_desktop.review.state import FIELDS

if TYPE_CHECKING:
    from lowcarbon_desktop.app.proposals import Proposal
    from lowcarbon_desktop.app.reference import Reference
    from lowcarbon_desktop.ingest.grid import Source


def correct_text(review: Review, plan: Plan, source: Source, where: Where, text: str, reason: str) -> Change:
    """Put `text` in the place of what a cell, or an amount in a sentence, prints."""
    printed = printed_at(source, where)
    if printed is None:
        at = position_at(plan, where)
        printed = drafted(plan.readings[at]) if at is not None else None
    if printed is None or where.cell is None:
        raise UsageError(message("session-no-such-cell", place=where.spot))
    text = clean(text)
    change = Correction(where.file, where.sheet, where.cell, printed, text, clean(reason))
    what = (message("change-correction-back", place=where.spot) if text == printed
            else message("change-correction", place=where.spot, corrected=text))
    return review.with_correction(change), what


def correct_field(review: Review, plan: Plan, machine: Plan, where: Where, field: str, value: str, reason: str,
                  reference: Reference) -> Change:
    """Say what a value means; what the machine understood by itself is no correction.

    `plan` is the plan as corrected, `machine` the one without corrections of meaning.
    """
    from lowcarbon_desktop.app.proposals import correction

    value = clean(value)
    wrong = value_misfit(field, value, reference)
    if wrong is not None:
        raise UsageError(wrong)
    value = canonical(field, value, reference)
    reading, own = _reading(plan, where), _reading(machine, where)
    if field == "region" and plan.region is not None and value == plan.region.name:
        value = ""
    if field == "unit":
        indicator = reference.register[reading.indicator] if reading.indicator is not None else None
        wrong = unit_misfit(value, indicator, reference)
        if wrong is not None:
            raise UsageError(wrong)
    change = correction(own, field, value, clean(reason))
    if value == field_of(own, field):
        what = message("change-field-back", place=where.spot, field=name_of(field))
        return review.without_correction(change.key) if change.key in review.corrections else review, what
    return review.with_correction(change), message("change-field", place=where.spot, field=name_of(field),
                                                   value=said(field, value, reference))


def correct_fields(review: Review, plan: Plan, machine: Plan, wheres: Sequence[Where], field: str, value: str,
                   reference: Reference) -> Change:
    """Put right the same field of several values in one change."""
    for where in wheres:
        review, what = correct_field(review, plan, machine, where, field, value, "", reference)
    return review, what if len(wheres) == 1 else message(
        "change-field-several", count=len(wheres), field=name_of(field), value=said(field, value, reference))


def take_back(review: Review, where: Where, field: str) -> Change:
    """Without the correction of a field of a cell, or the nod, whether it is still used or not."""
    if field not in FIELDS:
        raise UsageError(field_misfit(field))
    key = (where.file, where.sheet or "", where.cell or "", field)
    what = (message("change-nod-taken-back", place=where.spot) if field == "confirmed"
            else message("change-taken-back", place=where.spot, field=name_of(field)))
    return review.without_correction(key) if key in review.corrections else review, what


def accept(review: Review, plan: Plan, proposals: Sequence[Proposal]) -> Change:
    """Take proposals over as ordinary corrections."""
    from lowcarbon_desktop.app.proposals import accepted

    for each in accepted(plan, proposals):
        review = review.with_correction(each)
    return review, message("change-accepted", count=len(proposals))


def confirm(review: Review, plan: Plan, wheres: Iterable[Where]) -> Change:
    """Nod to doubtful readings as they were understood. One without doubts needs no nod and is passed over."""
    from lowcarbon_desktop.app.proposals import correction

    wheres = tuple(wheres)
    readings = [_reading(plan, where) for where in wheres]
    for reading in readings:
        if reading.value is None:
            raise UsageError(message("correction-no-value", place=reading.where.spot))
    for reading in readings:
        if reading.doubts:
            review = review.with_correction(correction(reading, "confirmed", YES, ""))
    what = (message("change-confirm", place=str(wheres[0])) if len(wheres) == 1
            else message("change-confirm-several", count=len(wheres)))
    return review, what


def state_fact(review: Review, fact: StatedFact, reference: Reference) -> Change:
    """State a fact by hand."""
    value = clean(fact.value) if isinstance(fact.value, str) else fact.value
    fact = StatedFact(fact.id, fact.state, value, clean(fact.source), clean(fact.by))
    wrong = misfit(fact, reference)
    if wrong is not None:
        raise UsageError(wrong)
    return review.with_fact(fact), message("change-fact", fact=reference.facts[fact.id].name)


def withdraw_fact(review: Review, id: str, reference: Reference) -> Change:
    """Take back what was said of a fact."""
    kind = reference.facts.get(id)
    return review.without_fact(id), message("change-fact-withdrawn", fact=kind.name if kind else id)


def nod(review: Review, facts: Iterable[Fact], reference: Reference, *, agreed: bool) -> Change:
    """Nod to facts as the machine found them, or refuse them."""
    facts = tuple(facts)
    for fact in facts:
        wrong = nothing_to_nod_to(fact.id, fact, agreed, reference)
        if wrong is not None:
            raise UsageError(wrong)
    code = "change-fact-confirmed" if agreed else "change-fact-refused"
    what = (message(code, fact=reference.facts[facts[0].id].name) if len(facts) == 1
            else message("change-facts-confirmed", count=len(facts)))
    return review.with_nods(nod_to(fact, agreed=agreed) for fact in facts), what


def _reading(plan: Plan, where: Where) -> Reading:
    at = position_at(plan, where)
    if at is None:
        raise UsageError(message("session-no-reading", place=where.spot))
    return plan.readings[at]

"""What the applicant can tick off, and the matrix of policy instruments, as they are said."""

from __future__ import annotations

from typing import NamedTuple

from lowcarbon_desktop import wording
from lowcarbon_desktop.analysis.instruments import Matrix
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.plan import Evidence, Plan
from lowcarbon_desktop.report import words

_SHOWN = 2


class ChangeSaid(NamedTuple):
    """One thing to change: what, the numbers of the criteria that it mends, the gravest severity of them."""

    action: str
    numbers: tuple[str, ...]
    severity_label: str


class MatrixSaid(NamedTuple):
    """The matrix in words: `rows` are (field, measure, places by instrument), the field only where it begins.

    `used` are (field, the instruments found in it); `bare` are the fields without any.
    """

    instruments: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
    used: tuple[tuple[str, tuple[str, ...]], ...]
    bare: tuple[str, ...]


def changes(assessment: Assessment, lang: str) -> tuple[ChangeSaid, ...]:
    """The list to be ticked off, musts first; what rests on unconfirmed findings says so."""
    said = []
    for change in assessment.least_change:
        action = wording.say(change.action, lang)
        if not change.settled:
            action = words.word("change-pending", lang, action=action)
        numbers = tuple(assessment.rubric.criterion(each).number.of(lang) for each in change.criteria)
        said.append(ChangeSaid(action, numbers, words.word(change.severity, lang)))
    return tuple(said)


def matrix(assessment: Assessment, lang: str) -> MatrixSaid | None:
    """The matrix with the places of each cell; None where the rubric does not ask for it or no text was read."""
    found = assessment.matrix
    if found is None:
        return None
    catalogue = found.catalogue
    names = {each.id: each.name.of(lang) for each in catalogue.instruments}
    rows, last = [], ""
    for measure in catalogue.measures:
        field = catalogue.fields[measure.field].of(lang)
        cells = tuple(_cell(found, measure.id, id, assessment.plan, lang) for id in names)
        rows.append(("" if field == last else field, measure.name.of(lang), cells))
        last = field
    used = tuple((name.of(lang), tuple(names[id] for id in found.of_field(field)))
                 for field, name in catalogue.fields.items())
    return MatrixSaid(tuple(names.values()), tuple(rows), used,
                      tuple(catalogue.fields[field].of(lang) for field in found.bare_fields))


def _cell(found: Matrix, measure: str, instrument: str, plan: Plan, lang: str) -> str:
    passages = found.cells.get((measure, instrument), ())
    places = tuple(dict.fromkeys(_place(each, plan, lang) for each in passages))
    if len(places) > _SHOWN:
        return words.word("more-places", lang, places=places[:_SHOWN], count=len(places))
    return ("、" if lang == "zh" else ", ").join(places)


def _place(evidence: Evidence, plan: Plan, lang: str) -> str:
    return words.place(evidence.where, plan, lang)

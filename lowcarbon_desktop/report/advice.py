"""What the applicant can tick off, and the matrix of policy instruments, as they are said."""

from __future__ import annotations

from typing import NamedTuple

from lowcarbon_desktop import wording
from lowcarbon_desktop.analysis.instruments import Catalogue, Matrix
from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import message
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

    `used` are (field, the instruments found in it); `bare` are the fields without any; `corrected` is what the reviewer
    said of cells and sentences.
    """

    instruments: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
    used: tuple[tuple[str, tuple[str, ...]], ...]
    bare: tuple[str, ...]
    corrected: tuple[str, ...] = ()


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
                      tuple(catalogue.fields[field].of(lang) for field in found.bare_fields),
                      tuple(mark(each, catalogue, lang) for each in found.marks))


def mark(said: Mark, catalogue: Catalogue, lang: str) -> str:
    """One word of the reviewer on the matrix."""
    names = {each.id: each.name for each in (*catalogue.measures, *catalogue.instruments)}
    code = "-".join(["mark-said", *(["sentence"] if said.text else []), *(["reason"] if said.reason else [])])
    return wording.say(message(code, measure=names[said.measure], instrument=names[said.instrument], text=said.text,
                               reason=said.reason, said=message("mark-yes" if said.holds else "mark-no")), lang)


def matrix_text(assessment: Assessment, lang: str) -> str:
    """The cells that hold anything, a line each under the heading of the measure, then the fields without any."""
    said = matrix(assessment, lang)
    if said is None:
        return wording.say(message("instruments-no-text"), lang) + "\n"
    lines = []
    for field, measure, cells in said.rows:
        lines += ["", field] if field else []
        lines.append(f"  {measure}")
        lines += [f"    {words.word('instruments-line', lang, field=instrument, used=cell)}"
                  for instrument, cell in zip(said.instruments, cells, strict=True) if cell]
    bare = words.word("instruments-bare", lang, fields=said.bare) if said.bare else words.word("instruments-all", lang)
    corrected = [words.word("instruments-corrected", lang), *(f"  {each}" for each in said.corrected)]
    return "\n".join([words.word("instruments-heading", lang), *lines, "", bare,
                      *(corrected if said.corrected else [])]) + "\n"


def _cell(found: Matrix, measure: str, instrument: str, plan: Plan, lang: str) -> str:
    passages = found.cells.get((measure, instrument), ())
    places = tuple(dict.fromkeys(place for each in passages if (place := _place(each, plan, lang))))
    said = words.word("more-places", lang, places=places[:_SHOWN], count=len(places)) if len(places) > _SHOWN else (
        "、" if lang == "zh" else ", ").join(places)
    if not found.touched((measure, instrument)):
        return said
    return (words.word("marked", lang, places=said) if said else
            words.word("marked-yes" if passages else "marked-no", lang))


def _place(evidence: Evidence, plan: Plan, lang: str) -> str:
    return words.place(evidence.where, plan, lang)

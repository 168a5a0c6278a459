"""Reads the corrections that a reviewer made, from a review file, or from YAML or JSON written by hand."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.app.meaning import YES, value_misfit
from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.stated_file import entries, part, refuse, review_in, written
from lowcarbon_desktop.errors import Fault, message
from lowcarbon_desktop.review import Correction
from lowcarbon_desktop.review.state import names_cell
from lowcarbon_desktop.rubric.fields import Fields
from lowcarbon_desktop.rubric.nodes import Item

_CORRECTION = {"file": False, "sheet": False, "cell": True, "printed": True, "corrected": True, "reason": False,
               "field": False, "understood": False}


def read_corrections(path: Path, reference: Reference) -> tuple[Correction, ...]:
    """The corrections in file order. Raises FaultyData with all faults; UsageError where there is no such file.

        corrections:
          - {file: 厦门.xlsx, sheet: 指标表, cell: D5, printed: 17, corrected: 17.50, reason: 笔误}
          - {sheet: 指标表, cell: D6, printed: 10, field: indicator, corrected: energy_per_gdp_cut}
          - {sheet: 指标表, cell: D7, printed: 45.3, field: confirmed, corrected: yes}

    Without `file` it is for a file of any name, without `sheet` for one that has no sheets (csv, or the sentences of a
    document); `field` is "text" where it is left out.
    """
    review = review_in(path)
    if review is not None:
        return tuple(review.corrections.values())
    item, faults = part(path, "corrections")
    corrections: dict[tuple[str, str, str, str], Correction] = {}
    for each in entries(item, faults):
        correction = _correction(each, reference, faults)
        if correction.cell and correction.key in corrections:
            faults.append(Fault(path.name, each.mark.line, each.mark.column,
                                message("stated-twice", cell=correction.cell)))
        corrections[correction.key] = correction
    refuse(faults)
    return tuple(corrections.values())


def _correction(each: Item, reference: Reference, faults: list[Fault]) -> Correction:
    given = Fields(each, _CORRECTION, faults)
    words = written(given)
    cell, field = words.get("cell", ""), words.get("field", "text")
    corrected = words.get("corrected", "")
    if cell and not names_cell(cell):
        given.fault(given.items["cell"].mark, message("stated-cell", given=cell))
    if field == "confirmed" and "corrected" in given and given.items["corrected"].data is True:
        corrected = YES
    wrong = value_misfit(field, corrected, reference)
    if wrong is not None and "corrected" in given and not isinstance(given.items["corrected"].data, list | dict):
        wrong_at = "field" if wrong.code == "correction-field-unknown" else "corrected"
        given.fault(given.items[wrong_at].mark, wrong)
    return Correction(words.get("file", ""), words.get("sheet") or None, cell, words.get("printed", ""), corrected,
                      words.get("reason", ""), field, words.get("understood", ""))

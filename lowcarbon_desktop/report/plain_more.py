"""What a plan implies without stating it, and the matrix of policy instruments, as plain data."""

from __future__ import annotations

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.plan import Plan, Where
from lowcarbon_desktop.report import words
from lowcarbon_desktop.report.plain_values import Plain, evidence_plain, quantity_plain, where_plain


def derived(plan: Plan, lang: str) -> list[Plain]:
    """The derived values: `from` are positions among the indicators before them, `steps` the arithmetic.

    No finding rests on them, so that they never turn what cannot be told into a pass.
    """
    from lowcarbon_desktop.analysis.derived import derived_readings

    found = []
    for each in derived_readings(plan):
        if not each.sources:
            continue  # a reviewer's fact alone: there is no place to point at, and nothing new to say
        source = plan.readings[each.sources[0]]
        nowhere = where_plain(Where(source.where.file))  # a cell is the place of what is printed in it, and of no more
        name = words.word(f"derived-{each.indicator}", lang)
        found.append({
            "id": each.indicator, "unit": "%", "printed_unit": "", "base_year": each.base_year,
            "name": words.word("derived-name", lang, name=name, base=str(each.base_year), target=str(each.target_year)),
            "target_year": each.target_year, "value": quantity_plain(each.value), "region": None, "kind": source.kind,
            "origin": "derived", "printed": "", "was": None, "corrected": [], "doubt": None, "rule": None,
            "from": list(each.sources), "steps": [words.arithmetic(step, lang) for step in each.steps],
            "where": nowhere, "name_where": nowhere})
    return found


def instruments(assessment: Assessment, lang: str) -> Plain | None:
    """The matrix: its instruments, and by field the measures with the passages of each instrument that was found."""
    matrix = assessment.matrix
    if matrix is None:
        return None
    catalogue = matrix.catalogue
    return {
        "instruments": [{"id": each.id, "name": each.name.of(lang)} for each in catalogue.instruments],
        "fields": [{
            "id": field, "name": name.of(lang), "instruments": list(matrix.of_field(field)),
            "measures": [{
                "id": each.id, "name": each.name.of(lang),
                "cells": {id: [evidence_plain(passage) for passage in passages]
                          for (measure, id), passages in matrix.cells.items() if measure == each.id},
            } for each in catalogue.measures if each.field == field],
        } for field, name in catalogue.fields.items()],
        "corrections": [{"measure": each.measure, "instrument": each.instrument, "holds": each.holds,
                         "text": each.text or None, "reason": each.reason, "void": each in matrix.void}
                        for each in (*matrix.marks, *matrix.void)],
    }

"""The caps that sentences set: on total emission, on emission per head, on energy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lowcarbon_desktop.ingest.prose.figure import Figure
from lowcarbon_desktop.ingest.prose.phrases import words
from lowcarbon_desktop.plan import Evidence, Fact

_CAPS = {"co2_total": "total_emission_cap", "ghg_total": "total_emission_cap",
         "co2_per_head": "per_head_emission_target", "energy_total": "energy_cap"}


def cap_facts(figures: Iterable[Figure]) -> Mapping[str, Fact]:
    """The caps of the applicant's own, as printed with their years; a mere forecast of a level caps nothing."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        reading = figure.reading
        id = _CAPS.get(reading.indicator or "")
        if id is not None and reading.kind == "target" and reading.region is None and _limits(figure):
            found.setdefault(id, []).append(figure)
    return {id: _fact(id, each) for id, each in found.items()}


def _limits(figure: Figure) -> bool:
    return figure.reading.indicator == "co2_per_head" or words("limit").search(figure.clause) is not None


def _fact(id: str, figures: list[Figure]) -> Fact:
    """All years that are capped, as printed; two values for one year are a conflict.

    A cap that is only hoped for, has no year or may be another's is shown, and states nothing.
    """
    sure = [each for each in figures if not each.reading.doubts and each.reading.target_year is not None
            and each.reading.value is not None]
    evidence = tuple(dict.fromkeys(Evidence(each.sentence.text, each.sentence.where) for each in sure or figures))
    values: dict[int, set[str]] = {}
    for each in sure:
        values.setdefault(each.reading.target_year or 0, set()).add(str(each.reading.value))
    told = tuple(dict.fromkeys(f"{each.reading.target_year}年{each.reading.printed}" for each in sure))
    if any(len(said) > 1 for said in values.values()):
        return Fact(id, "conflict", None, False, "machine", evidence, told)
    return Fact(id, "stated" if sure else "unknown", "；".join(told) or None, False, "machine", evidence)

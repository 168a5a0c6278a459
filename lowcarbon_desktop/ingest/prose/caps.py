"""The caps that sentences set: on total emission, on emission per head, on energy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lowcarbon_desktop.ingest.prose.items import Figure
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
        if id is not None and reading.kind == "target" and reading.region is None and reading.target_year is not None \
                and reading.value is not None and _capped(figure):
            found.setdefault(id, []).append(figure)
    return {id: _fact(id, each) for id, each in found.items()}


def _capped(figure: Figure) -> bool:
    """Whether it is a limit, with no doubt but that of a hope."""
    sure = all(doubt.code == "doubt-hope" for doubt in figure.reading.doubts)
    return sure and (figure.reading.indicator == "co2_per_head" or words("limit").search(figure.clause) is not None)


def _fact(id: str, figures: list[Figure]) -> Fact:
    """All years that are capped, as printed; two values for one year are a conflict."""
    evidence = tuple(dict.fromkeys(Evidence(each.sentence.text, each.sentence.where) for each in figures))
    values: dict[int, set[str]] = {}
    for each in figures:
        values.setdefault(each.reading.target_year or 0, set()).add(str(each.reading.value))
    if any(len(said) > 1 for said in values.values()):
        return Fact(id, "conflict", None, False, "machine", evidence)
    text = "；".join(dict.fromkeys(f"{each.reading.target_year}年{each.reading.printed}" for each in figures))
    return Fact(id, "stated", text, False, "machine", evidence)

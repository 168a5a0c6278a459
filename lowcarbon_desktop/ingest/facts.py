"""Facts that an indicator table states by itself: a row with the peak year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lowcarbon_desktop.plan import Evidence, Fact, Reading


def facts_in(readings: Iterable[Reading]) -> Mapping[str, Fact]:
    """The peak year, where a row of the applicant's own states one; two different ones are a conflict."""
    found = [reading for reading in readings
             if reading.indicator == "co2_peak_year" and reading.region is None and reading.kind == "target"
             and reading.value is not None and not reading.doubts]
    years = {reading.value.high for reading in found if reading.value is not None}
    evidence = tuple(Evidence(f"{reading.name} {reading.printed}", reading.where) for reading in found)
    if not found:
        return {}
    if len(years) > 1 or None in years:
        told = tuple(sorted(int(each) for each in years if each is not None))
        return {"co2_peak_year": Fact("co2_peak_year", "conflict", None, False, "machine", evidence, told)}
    return {"co2_peak_year": Fact("co2_peak_year", "stated", int(years.pop() or 0), False, "machine", evidence)}

"""The tables of the source report as plans to look for copies in, kept as a small data file."""

from __future__ import annotations

import json
from functools import cache

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.plan import Plan, Quantity, Reading, Region, SourceFile, Where


@cache
def reference_plans() -> tuple[Plan, ...]:
    """Tables 3 to 15 with the names, years and values as printed and which indicators they are, and nothing else."""
    data = json.loads(resource("reference-tables.json").read_text("utf-8"))
    return tuple(_plan(each) for each in data)


def _plan(data: dict) -> Plan:
    where = Where(data["title"])
    readings = tuple(Reading(indicator, name, printed, where, where, Quantity(None, None), target_year=year)
                     for name, year, printed, indicator in data["rows"])
    return Plan((SourceFile(data["title"], ""),), Region(*data["region"]), None, None, readings)

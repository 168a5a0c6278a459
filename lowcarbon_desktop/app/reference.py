"""The reference data that every verb needs, read once: indicators, units, facts, lines, places."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import FaultyData, Text
from lowcarbon_desktop.frozen import frozen

if TYPE_CHECKING:
    from lowcarbon_desktop.analysis.instruments import Catalogue
    from lowcarbon_desktop.ingest.rows import Tools
    from lowcarbon_desktop.lines import LineBook, Places
    from lowcarbon_desktop.lines.regions import Regions
    from lowcarbon_desktop.plan import FactKind, Register
    from lowcarbon_desktop.text.units import Units


@frozen()
class Reference:
    """All reference data. `facts` are the kinds of fact by id, in the order of the data file."""

    register: Register
    units: Units
    facts: Mapping[str, FactKind]
    lines: LineBook
    places: Places
    tools: Tools

    @cached_property
    def regions(self) -> Regions:
        """What the source's tables say of places in 2010; read when it is first asked for."""
        from lowcarbon_desktop.lines.regions import Regions

        return Regions.from_csv("regions-2010.csv", _text("regions-2010.csv"))

    @cached_property
    def instruments(self) -> Catalogue:
        """Policy instruments and measures; read when they are first asked for."""
        from lowcarbon_desktop.analysis.instruments import catalogue_from

        return catalogue_from(_yaml("instruments.yaml"), "instruments.yaml")


@cache
def reference() -> Reference:
    """The shipped reference data. Raises FaultyData where a file of it is faulty.

    What makes it is imported here, since a window that shows what was judged before needs none of it.
    """
    from lowcarbon_desktop.ingest.headings import Headings
    from lowcarbon_desktop.ingest.memory import Memory
    from lowcarbon_desktop.ingest.names import Namer
    from lowcarbon_desktop.ingest.rows import Tools
    from lowcarbon_desktop.lines import LineBook, Places
    from lowcarbon_desktop.plan.register import register_from
    from lowcarbon_desktop.text.units import Unit, Units

    register = register_from(_yaml("indicators.yaml"), "indicators.yaml")
    units = Units(Unit(each["id"], each["dimension"], float(each["factor"]), tuple(map(str, each["aliases"])))
                  for each in _yaml("units.yaml"))
    files = sorted(path.name for path in resource("lines").glob("*.csv"))
    lines = LineBook.from_csv({name: _text("lines", name) for name in files})
    places = Places.from_csv(_text("places", "places.csv"), _text("places", "former-names.csv"))
    facts = {each["id"]: _fact_kind(each) for each in _yaml("facts.yaml")}
    return Reference(register, units, facts, lines, places, Tools(
        register, units, places, Namer(register, units), Headings(places, units), Memory(), facts))


def _fact_kind(data: Mapping) -> FactKind:
    from lowcarbon_desktop.plan import FactKind

    choices = tuple((id, Text(**name)) for id, name in data.get("choices", {}).items())
    return FactKind(data["id"], Text(data["zh"], data["en"]), data["value"], Text(**data["hint"]), choices)


def _text(*parts: str) -> list[str]:
    return resource(*parts).read_text("utf-8").splitlines()


def _yaml(name: str):
    from lowcarbon_desktop.rubric.compiled import compiled

    raw = resource(name).read_bytes()
    held = compiled(raw, "resources")
    if held is not None:
        return held
    from lowcarbon_desktop.rubric.nodes import read  # a third faster than PyYAML's own building of values

    item, faults = read(raw, name)
    if item is None or faults:
        raise FaultyData(tuple(faults))
    return item.plain()

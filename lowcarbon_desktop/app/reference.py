"""The reference data that every verb needs, read once: indicators, units, facts, lines, places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.lines import LineBook, Places
from lowcarbon_desktop.plan import FactKind, Register


@dataclass(frozen=True)
class Reference:
    """All reference data. `facts` are the kinds of fact by id, in the order of the data file."""

    register: Register
    facts: Mapping[str, FactKind]
    lines: LineBook
    places: Places


@cache
def reference() -> Reference:
    """The shipped reference data. Raises FaultyData where a file of it is faulty."""
    raise NotImplementedError

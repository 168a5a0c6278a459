"""A cell of values that names its indicators itself: 单位GDP二氧化碳排放比2010年下降19%以上."""

from __future__ import annotations

import re
from collections.abc import Callable

from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.text.amount import amount
from lowcarbon_desktop.text.normal import squeezed

_BOUND = "控制在|力争|争取|不低于|不少于|不小于|不高于|不超过|不大于|低于|高于|超过|大于|小于|约|[≥≤<>]"
_NAMED = (r"(?P<name>\D.{3,}?)(?:达到?|为)?"
          rf"(?P<value>(?:{_BOUND})*\d[\d.]*%?(?:[-~至到]\d[\d.]*%?)?[^\d,;。]{{0,12}})")


def named_in(cell: RawCell, known: Callable[[str], bool]) -> tuple[tuple[str, RawCell], ...]:
    """(name, what is said of it) for each clause of a cell; none where a clause is left that is not understood so."""
    text = squeezed(cell.text)
    if len(text) < 8 or text[0].isdigit() or cell.trouble is not None:
        return ()
    said = amount(cell.text)
    if not said.stated or said.low is not None or said.high is not None:
        return ()
    held = [re.fullmatch(_NAMED, part) for part in re.split("[,;。]+", squeezed(cell.text.replace("\n", ";"))) if part]
    clauses = [(each["name"], each["value"]) for each in held if each is not None]
    if len(clauses) < len(held) or not all(known(name) for name, _ in clauses):
        return ()
    return tuple((name, cell._replace(text=value, exact=None)) for name, value in clauses)

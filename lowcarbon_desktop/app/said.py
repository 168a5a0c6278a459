"""How an outcome, a value, a line, a margin and a place are said: the same words on every face and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lowcarbon_desktop.report.words import (
    fact_value,
    line,
    line_value,
    margin,
    outcome,
    place,
    region,
    unit,
    value,
    word,
    years,
)

if TYPE_CHECKING:
    from lowcarbon_desktop.analysis.instruments import Catalogue
    from lowcarbon_desktop.analysis.mark import Mark

__all__ = ["fact_value", "line", "line_value", "margin", "mark", "outcome", "place", "region", "unit", "value", "word",
           "years"]


def mark(said: Mark, catalogue: Catalogue, lang: str) -> str:
    """One word of the reviewer on the matrix, which few reviews have."""
    from lowcarbon_desktop.report import advice

    return advice.mark(said, catalogue, lang)

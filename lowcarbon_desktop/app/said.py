"""How an outcome, a value, a line, a margin and a place are said: the same words on every face and on paper."""

from lowcarbon_desktop.report.advice import mark
from lowcarbon_desktop.report.words import line, line_value, margin, outcome, place, region, unit, value, word, years

__all__ = ["line", "line_value", "margin", "mark", "outcome", "place", "region", "unit", "value", "word", "years"]

"""Reference lines: which line binds this region, indicator, years and date; and the gazetteer of places."""

from lowcarbon_desktop.lines.book import LineBook
from lowcarbon_desktop.lines.line import NATION, Line
from lowcarbon_desktop.lines.places import Places

__all__ = ["NATION", "Line", "LineBook", "Places"]

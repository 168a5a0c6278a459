"""Reference lines, which of them binds and when; the gazetteer of places, and what is known of them."""

from lowcarbon_desktop.lines.book import LineBook
from lowcarbon_desktop.lines.line import NATION, Line
from lowcarbon_desktop.lines.places import Places

__all__ = ["NATION", "Line", "LineBook", "Places"]  # the regions are read by few

"""What a cell says by itself: its amount, the years in it, and its words of change."""

from __future__ import annotations

import re

from lowcarbon_desktop.ingest.context import NO_YEARS
from lowcarbon_desktop.ingest.headings import words_of
from lowcarbon_desktop.ingest.times import without_prices
from lowcarbon_desktop.text.amount import Amount, amount
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.years import Years, years_in

_CHANGED = r"^[由从原]*\d+(?:\.\d+)?%?,?(?:调整|修订|修改|变更)(?:为|到|至)"
_THEIRS = r"\((?:省|国家|上级|全国|全省|国)[^()]*\d[^()]*\)$"


def said_in(printed: str) -> tuple[Amount, Years]:
    """What a cell says, and the years in it where it is not understood without taking them out: 比2010年下降18%."""
    said = amount(printed)
    if not said.stated or said.low is not None or said.high is not None:
        return said, NO_YEARS
    text = squeezed(printed)
    text = without_prices(text).replace("()", "")
    theirs = re.sub(f"{_THEIRS}|{_CHANGED}", "", text)  # 17（省下达17）, 由16%调整为17%
    if theirs != squeezed(printed) and (own := amount(theirs)).low is not None:
        return own, NO_YEARS
    inside = years_in(text)
    if inside.rest == text:
        return said, NO_YEARS
    rest = amount(inside.rest.replace("()", "").strip(",、:的"))
    known = rest.stated and (rest.low is not None or rest.high is not None)
    return (rest, inside) if known and len(inside.bases) <= 1 >= len(inside.targets) else (said, NO_YEARS)


def words_in(said: Amount, inside: Years) -> str:
    """The words of change that the cell says itself; a bare minus is a cut where nothing else says so."""
    words = words_of(said.change, inside.yearly)
    return "-下降" if not words and said.low is not None and said.low < 0 else words

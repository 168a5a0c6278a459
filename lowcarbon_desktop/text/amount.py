"""An amount as a cell prints it: number, range, bound, hedge, unit, or nothing stated."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.text.normal import squeezed, without_attribute
from lowcarbon_desktop.text.rare import Rare

_MISSING = re.compile(r"[-/\\.…·*×]+|无|暂无|没有|空|不适用|未提出|未定|待定|n/?a|none|null|nil", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"[\d.%％]\s+[\d.]")
_IN_THOUSANDS = Rare(r"(?<![\d.])[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?=(?:\.\d+)?\s*[^\d\s%％；;]+$)",
                     " \u00a0\u2009\u202f")
"""1 050 before a unit; without one it may be the numbers of two columns."""
_PLAIN = re.compile(r"\d+(?:\.\d+)?(%)?")
_OF_NUMBERS = "一二两三四五六七八九十百千万亿点零〇"
_NUMERALS = frozenset("二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾成半零〇")


class Amount(NamedTuple):
    """What a cell says.

    `low` and `high` are the ends as far as they are stated, `bound` as in `plan.quantity`, `unit` as printed in the
    cell ("" if none). `stated` is False for a cell that states nothing ("/", "——", 无). `change` says what the cell
    itself says of a change: "cut", "increase", "level" (提高到: what it comes to, no change) or "". `doubts` say why it
    may be read wrongly; where it was not understood at all, both ends are None and there is a doubt.
    """

    stated: bool
    low: float | None = None
    high: float | None = None
    bound: str = "exact"
    unit: str = ""
    stretch: float | None = None
    change: str = ""
    rule: Message | None = None
    doubts: tuple[Message, ...] = ()


@lru_cache(maxsize=16384)
def amount(printed: str) -> Amount:
    """Read a cell: "25-28" is a range, "40以上" at least 40, "17%，力争20%" is 17 with stretch 20, "——" states nothing.

    Never guesses: what is not understood to its last sign comes back with a doubt and no value.
    """
    whole = _IN_THOUSANDS.sub(lambda found: re.sub(r"\s", "", found[0]), printed)
    if _TWO_NUMBERS.search(whole):
        return Amount(True, doubts=(message("doubt-amount", printed=printed),))
    text = without_attribute(squeezed(whole))
    if not text or _MISSING.fullmatch(text):
        return Amount(False, rule=message("amount-nothing"))
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        number = float(text.rstrip("%"))
        return Amount(True, number, number, unit=plain[1] or "", rule=message("amount-number"))
    commitments, hopes = _clauses(_in_digits(text))
    if len(commitments) > 1 or len(hopes) > 1:
        return Amount(True, doubts=(message("doubt-amount", printed=printed),))
    stretch = _clause(hopes[0], printed) if hopes and hopes[0] else None
    further = stretch and (stretch.low if stretch.low is not None else stretch.high)
    if stretch is not None and further is None:
        return stretch
    if not commitments or (hopes and stretch is None):  # 45（力争）: the number itself is the hope
        return Amount(True, stretch=further, rule=message("amount-hope"),
                      doubts=(message("doubt-hope", printed=printed),))
    read = _clause(commitments[0], printed)
    if further is None or (read.low is None and read.high is None):
        return read
    return read._replace(stretch=further, rule=message("amount-stretch"))


def _in_digits(text: str) -> str:
    """The text with its numerals as digits; a cell that is a numeral and nothing else is a number too.

    But not 一, which may as well be a dash.
    """
    if _NUMERALS.isdisjoint(text):
        return text
    from lowcarbon_desktop.text.numerals import in_digits, number_in
    if re.fullmatch(f"[{_OF_NUMBERS}]+", text):
        return number_in(text) or text
    from lowcarbon_desktop.text.amount_words import bounded
    bare = bounded(_OF_NUMBERS).fullmatch(text)  # 三十五以上
    number = number_in(bare["number"]) if bare is not None else None
    return in_digits(text).text if bare is None or not number else f"{bare['front']}{number}{bare['behind']}"


def _clauses(text: str) -> tuple[list[str], list[str]]:
    """What is committed to, and what is hoped for: "17,力争20" gives (["17"], ["20"])."""
    from lowcarbon_desktop.text.amount_words import between, hope
    commitments: list[str] = []
    hopes: list[str] = []
    for clause in between().split(_unbracketed(text)):
        bare = clause.strip(",;()") if clause != text else clause
        hoped = hope().match(bare)
        if hoped is not None:
            hopes.append(bare[hoped.end():])
        elif bare:
            commitments.append(bare)
    return commitments, hopes


def _unbracketed(text: str) -> str:
    whole = re.fullmatch(r"\(([^()]*)\)", text)
    return whole[1] if whole else text


def _clause(text: str, printed: str) -> Amount:
    from lowcarbon_desktop.text.amount_words import Said, said
    found: Said | None = said(re.sub("CO2", "CO₂", text, flags=re.IGNORECASE))  # whose 2 is no number
    if found is None:
        return Amount(True, doubts=(message("doubt-amount", printed=printed),))
    doubts = (message("doubt-sign", printed=printed),) if found.low < 0 else ()
    ends: dict[str, tuple[float | None, float | None]] = {
        "at_least": (found.low, None), "more_than": (found.low, None), "at_most": (None, found.low),
        "less_than": (None, found.low), "range": (found.low, found.high)}
    low, high = ends.get(found.bound, (found.low, found.high if found.high is not None else found.low))
    rule = {"exact": "amount-number", "range": "amount-range"}.get(found.bound, "amount-bound")
    rule = ("amount-range" if found.high is not None else "amount-about") if found.bound == "about" else rule
    return Amount(True, low, high, found.bound, found.unit.replace("₂", "2"), None, found.change, message(rule), doubts)

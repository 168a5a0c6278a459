"""What a cell says by itself: its amount, the years in it, and its words of change."""

from __future__ import annotations

import re
from dataclasses import replace

from lowcarbon_desktop.ingest.context import NO_YEARS
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.headings import Heading, words_of
from lowcarbon_desktop.ingest.times import without_prices
from lowcarbon_desktop.text.amount import Amount, amount
from lowcarbon_desktop.text.normal import ROUND, squeezed
from lowcarbon_desktop.text.years import Years, years_in

_CHANGED = r"^[由从原]*\d+(?:\.\d+)?%?,?(?:调整|修订|修改|变更)(?:为|到|至)"
_OF_A_YEAR = r"(?:到|至)?(20\d\d)年(?:[末底]|目标值?)?(?:为|达到?|实现|[:(])*([^年]*\d[^年]*?)\)?"
_BEHIND_A_VALUE = r"([^()]*\d[^()]*)\((20\d\d)年?(?:底|末)?\)"  # 20%（2015年）、25%（2020年）
_LEVEL_AND_CUT = (r"(?P<level>\d[\d,]*(?:\.\d+)?[^\d()%,;年]{0,8})[,;(]+(?:[比较](?P<base>(?:19|20)\d\d)年?)?"
                  r"(?P<sign>(?:累计)?(?:下降|降低|减少|降|↓|-))?(?P<cut>\d+(?:\.\d+)?%)\)?")
_DONE = r"(.*\d%?)\((?:实际(?:数|值|完成)?|实绩|统计[数值]|现状[数值]?|已(?:完成|实现))\)"
_OF_BASE = "(?:基[数期年]值?|现状值?|实际(?:数|值)?|数值?|数据|值)"
_BRACKETED = rf"括号[内中里][^,;。()]{{0,4}}为((?:19|20)\d\d)年?{_OF_BASE}?"
_BASE_BEHIND = rf"\((?:括号[内中里]?为?)?((?:19|20)\d\d)年?{_OF_BASE}?\)$"
_WITH_BASE = r"([^()]*\d[^()]*)\(([^()]*)\)"  # 5%（2.8%） under 2015年目标（2010年基数）
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


def pieces_of(cell: RawCell, heading: Heading, caption: str = "") -> tuple[tuple[RawCell, Heading], ...]:
    """What stands in a cell, each with its heading: two years, 2015年：19.5；2020年：34, or a level and its cut."""
    years = heading.years or NO_YEARS
    if cell.text.count("年") > 1 and not years.targets and cell.trouble is None:
        held = [re.fullmatch(_OF_A_YEAR, part) for part in re.split(
            "[,;]+", squeezed(cell.text.strip().replace("\n", ";")).rstrip(";,"))]
        if len(held) > 1 and all(held) and len({each[1] for each in held if each is not None}) == len(held):
            return tuple((cell._replace(text=each[2], exact=None),
                          replace(heading, years=replace(years, targets=(int(each[1]),)))) for each in held if each)
    if cell.text.count("年") > 1 and not years.targets and cell.trouble is None:
        turned = [(each[2], each[1]) for part in re.split("[,;、]+", squeezed(cell.text).translate(ROUND))
                  if (each := re.fullmatch(_BEHIND_A_VALUE, part))]
        if len(turned) > 1 and len(turned) == len(re.findall(r"20\d\d年", cell.text)):
            return tuple((cell._replace(text=value, exact=None), replace(heading, years=replace(
                years, targets=(int(year),)))) for year, value in turned)
    if "(" in cell.text or "（" in cell.text:
        held = with_base(cell, heading, caption)
        if held:
            return held
    text = squeezed(cell.text)
    done = re.fullmatch(_DONE, text) if heading.kind == "target" and "(" in text else None
    if done is not None:
        return ((cell._replace(text=done[1]), replace(heading, kind="actual")),)
    return level_and_cut(cell, heading)


def with_base(cell: RawCell, heading: Heading, caption: str) -> tuple[tuple[RawCell, Heading], ...]:
    """A target with the base year's value in brackets, 5%（2.8%） under 2015年目标（2010年基数）; none elsewhere."""
    behind = re.search(_BASE_BEHIND, squeezed(heading.text).translate(ROUND)) or (
        re.search(_BRACKETED, squeezed(caption)))
    held = re.fullmatch(_WITH_BASE, squeezed(cell.text).translate(ROUND)) if behind is not None else None
    if held is None or behind is None or heading.years is None or cell.trouble is not None:
        return ()
    year = int(behind[1])
    ahead = tuple(each for each in heading.years.targets if each > year)
    if not ahead:
        return ()  # 近期目标（2015年）
    now = (cell._replace(text=held[1], exact=None), replace(heading, years=replace(heading.years, targets=ahead)))
    then = replace(heading, kind="actual", years=replace(heading.years, bases=(), targets=(year,)))
    return (now, (cell._replace(text=held[2], exact=None), then)) if amount(held[2]).stated else (now,)


def level_and_cut(cell: RawCell, heading: Heading) -> tuple[tuple[RawCell, Heading], ...]:
    """A level with its cut behind it, 1.09（比2010年下降17%）, each with its heading; the cell as it is otherwise."""
    held = re.fullmatch(_LEVEL_AND_CUT, squeezed(cell.text)) if "%" in cell.text or "％" in cell.text else None
    if held is None or cell.trouble is not None or not (held["sign"] or heading.change == "下降"):
        return ((cell, heading),)
    years = heading.years or NO_YEARS
    bases = (int(held["base"]),) if held["base"] else years.bases
    level = replace(heading, change="", years=replace(years, bases=()))
    return ((cell._replace(text=held["level"], exact=None), level),
            (cell._replace(text=held["cut"], exact=None),
             replace(heading, change="下降", unit="", years=replace(years, bases=bases))))

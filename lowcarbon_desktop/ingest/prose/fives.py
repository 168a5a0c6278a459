"""Years that 五年 tells where none is named: 五年下降17%, 通过五年努力，……比“十一五”末下降18%."""

from __future__ import annotations

import re

_FIVE = 5
_TOLD = re.compile(r"五年(?:来|间|内|期)?(?:累计|共|合计|总)?(?:下降|降低|降幅|减少)")
_CUMULATED = re.compile("累计(?:下降|降低|减少)")
_TO_COME = re.compile(r"(?:通过|经过|用|未来|今后)五年(?:时间)?的?(?:持续|不懈|共同)?(?:努力|奋斗|建设|实施)?")


def of_five(said: str, base: int | None, years: tuple[int, ...]) -> tuple[int | None, tuple[int, ...]]:
    """Base and target years of a cut over five years: of two years named before, or from the only one."""
    told = _TOLD.search(said) is not None
    if base is None and len(years) == 2 and years[1] - years[0] == _FIVE and (told or _CUMULATED.search(said)):
        return years[0], years[1:]
    if base is not None or not told:
        return base, years
    return (years[0] - _FIVE, years) if len(years) == 1 else (base, years)


def to_come(sentence: str, base: int | None) -> int | None:
    """The year that lies five years behind a base, where the sentence speaks of five years of work; else None."""
    return base + _FIVE if base is not None and base % _FIVE == 0 and _TO_COME.search(sentence) else None

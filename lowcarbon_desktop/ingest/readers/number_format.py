"""What a number format prints with its number, in any kind of workbook: units, hedges, nothing at all."""

from __future__ import annotations

import re

from lowcarbon_desktop.ingest.readers.xlsx_sweep import Mark

_NUMBER = re.compile(r"[#0?,]*[0?](?:\.([0?]+))?|General|G/通用格式")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]')
_CONDITION = re.compile(r"\[[<>=][^\]]*\]")
_HEDGES = "‰%(（约左右以下内≥≤＜＞<>待暂拟争超不±~—"
_UNIT = r"(?:[百千万亿]*(?:吨|[千兆]?瓦|亩|公顷|平方|立方|千克|公斤)|万|亿|个?百分点|[kMG]?tce|[kMG]W)"
HEDGED = re.compile(f"[{_HEDGES}]")
"""Words that change what their number means."""
IN_UNITS = re.compile(rf"-?[\d,，]*\d(?:\.(\d+))?\s*({_UNIT}[^\d{_HEDGES}]*)")
"""A number as it is shown with its unit, with the digits behind its point and the unit."""


def worded(code: str) -> Mark:
    """What a number format with words, with a condition, or that shows nothing, means for how a number is shown."""
    if _CONDITION.search(code):
        return _conditional(code)
    plain = _LITERAL.sub(lambda found: " " * len(found[0]), code)
    first = code[:plain.index(";")] if ";" in plain else code
    digits = _NUMBER.search(_LITERAL.sub(lambda found: " " * len(found[0]), first))
    if (digits is None and ";" in plain) or "!" in plain or (
            digits is not None and first[digits.end():digits.end() + 1] == ","):
        return Mark(unseen=True)  # 0!.0, shows 12345 as 1.2
    bare = _LITERAL.sub("", first)
    if digits is None or ("eneral" not in bare and re.search(r"[ymdhs]", bare, re.IGNORECASE)):
        return Mark(unseen=digits is None and '"' in first and re.search(r"[ymdhs@]", bare, re.IGNORECASE) is None)
    general = digits[0][0] == "G"
    return Mark("%" in bare, None if general else len(digits[1] or ""), False, "",
                _said(first[:digits.start()]), _said(first[digits.end():]))


def _conditional(code: str) -> Mark:
    """A format whose sections hold from some number on: as long as each one prints its number, nothing is hidden."""
    sections = [_CONDITION.sub("", part) for part in code.split(";")]
    marks = [worded(part) for part in sections]
    alike = len({(mark.percent, mark.before, mark.behind) for mark in marks}) == 1
    shown = all(_NUMBER.search(_LITERAL.sub("", part)) for part in sections)
    return marks[0]._replace(decimals=None) if alike and shown and not any(mark.unseen for mark in marks) else Mark(
        unseen=True)


def _said(part: str) -> str:
    """The words of a part of a format that change what its number means, as units of size do, and 年 or ¥ do not."""
    words = "".join(found[1] or found[2] or "" for found in _LITERAL.finditer(part)).strip()
    return words if HEDGED.search(words) or re.search(_UNIT, words) else ""

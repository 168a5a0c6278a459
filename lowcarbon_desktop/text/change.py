"""Whether words speak of a cut, an increase, or a plain level."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOT_A_CHANGE = re.compile(r"(?:工业)?增加值|新增长点|减排量|降水|减速")
_CUT = re.compile(r"(?:累计)?(?:下降|降低|减少|削减|降幅|减幅|下调|减量|消减)(?:比例|比率|幅度|率|目标|值)?")
_INCREASE = re.compile(r"(?:累计)?(?:提高|增加|增长|上升|增幅|增速|提升|新增|净增|扩大|升高)"
                       r"(?:比例|比率|幅度|率|量|值|目标)?")


@dataclass(frozen=True, slots=True)
class Change:
    """`kind` is "cut", "increase", "both" (which nobody can read) or "none"; `rest` is the text without those words."""

    kind: str
    rest: str


def change_in(text: str) -> Change:
    """单位GDP能耗下降率 is a cut of 单位GDP能耗; 服务业增加值占GDP比重 is none, though 增加 stands in it."""
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    hidden = _NOT_A_CHANGE.sub(put_aside, text)
    hidden, cuts = _CUT.subn("", hidden)
    hidden, increases = _INCREASE.subn("", hidden)
    rest = re.sub("\0(\\d+)\0", lambda found: kept[int(found[1])], hidden)
    kind = "both" if cuts and increases else "cut" if cuts else "increase" if increases else "none"
    return Change(kind, rest)

"""Whether words speak of a cut, an increase, or a plain level."""

from __future__ import annotations

import re
from typing import NamedTuple

_NOT_A_CHANGE = re.compile(r"(?:工业)?增加值|新增(?=绿色建筑)|新增长点|减排量|降水|减速|扩大内需")
_TO_A_LEVEL = r"(?:累计)?(?:下降|降低|减少|削减|提高|增加|增长|上升|提升|扩大|降|升|增|减)(?:到|至)"
_EITHER = r"(?:升降|增减|变化|变动)(?:比例|比率|幅度|率|量|值|情况)?"
_CUT = re.compile(r"(?:累计)?(?:下降|降低|减少|削减|降幅|减幅|下调|减量|消减|减排(?=率|幅度|比例))"
                  r"(?:百分比|比例|比率|幅度|率|目标|值)?")
_INCREASE = re.compile(r"(?:累计)?(?:提高|增加|增长|上升|增幅|增速|提升|新增|净增|扩大|升高)"
                       r"(?:比例|比率|幅度|率|量|值|目标)?")


class Change(NamedTuple):
    """`kind` is "cut", "increase", "either" (变化率: the sign says which), "both" (which nobody can read) or "none".

    `rest` is the text without those words. What is cut or raised *to* a value (降至, 提高到) is no change but a level.
    """

    kind: str
    rest: str


def change_in(text: str) -> Change:
    """单位GDP能耗下降率 is a cut of 单位GDP能耗; 服务业增加值占GDP比重 is none, nor is 森林覆盖率提高到."""
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    hidden = _NOT_A_CHANGE.sub(put_aside, text)
    levels = either = 0
    if "到" in hidden or "至" in hidden:  # compiled when it is met, which is seldom
        hidden, levels = re.subn(_TO_A_LEVEL, "", hidden)
    if "变" in hidden or "增减" in hidden or "升降" in hidden:
        hidden, either = re.subn(_EITHER, "", hidden)
    hidden, cuts = _CUT.subn("", hidden)
    hidden, increases = _INCREASE.subn("", hidden)
    rest = re.sub("\0(\\d+)\0", lambda found: kept[int(found[1])], hidden)
    found = [kind for kind, count in (("none", levels), ("cut", cuts), ("increase", increases)) if count]
    kind = "both" if len(found) > 1 else found[0] if found else "either" if either else "none"
    return Change(kind, rest)

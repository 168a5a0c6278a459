"""What the text of a document says of its tables: caption, unit line, whose they are; and its cover, of the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lowcarbon_desktop.ingest.about import About, day_of, labelled_lines
from lowcarbon_desktop.ingest.grid import Around
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.sentences import last_of

_CAPTION = re.compile(r"(?:续|附)?表格?[\d一二三四五六七八九十A-Za-z](?:[\d.\-一二三四五六七八九十]*)[:.、]?\D?.{0,60}"
                      r"|(?:续|附)表.{0,40}")
_UNIT = re.compile(r"\(?(?:计量)?单位:.*")
_DAY = re.compile(r"\(?[〇○零一二三四五六七八九\d]{4}年[\d一二三四五六七八九十]{1,3}月"
                  r"(?:[\d一二三四五六七八九十]{1,3}日)?\)?")
_PLAN = re.compile(r"方案|规划|意见|纲要|计划|申报|申请|报告|低碳")
_NOTICE = re.compile("(?:纪要|批复|请示|通知|决定|汇报|复函)$")
_SIGNED = re.compile(r"[一-龥]{2,12}(?:人民政府|行政公署)")
_OURS = re.compile(r"(?<![对给达])[我本全](?:市|省|区|州|县|自治区)|申报(?:地区|城市)")
_PROVINCE = re.compile("[我本全](?:省|自治区)(?!.*[我本全][市州县盟])")  # 我省“十二五”低碳目标如下表
_LEADS = re.compile(r"[下上本附]页?的?表|如[下表]|以下|下[列面述]|表[中内列]|[见列在为]表|表[\d一二三四五六七八九十]")
_ENDS = tuple("。；;，,、")
_NEAR = 8
_HEADING = 24
_LEVELS = (r"\([一二三四五六七八九十]{1,3}\)", "[一二三四五六七八九十]{1,3}、",
           r"第[一二三四五六七八九十\d]+[章节部]|附[件录][\d一二三四]*[^\d]")
_SHORT = 45


@dataclass(frozen=True)
class Said:
    """What stands around one table: its caption, what the labelled lines say, its lead-in, the headings above."""

    title: str = ""
    about: About = field(default_factory=About)
    sentence: str = ""
    headings: tuple[str, ...] = ()


def said_around(around: Around) -> Said:
    """Read the text around a document's table."""
    about, which = labelled_lines(around.before)
    near = [line for position, line in enumerate(around.before) if position not in which][-_NEAR:]
    nearest, _ = labelled_lines(around.before[-_NEAR:])
    about = replace(about, unit=nearest.unit)
    return Said(_caption(near, around.after), about, leading_sentence(near), _headings(around.before))


def _headings(lines: Sequence[str]) -> tuple[str, ...]:
    """The headings above, the inmost first: 二、成都市的实践, though a sentence and a caption stand between."""
    found: list[str] = []
    level = 0
    for line in reversed(lines):
        short = squeezed(line) if len(line) <= _HEADING and not line.endswith(_ENDS) else ""
        at = next((at for at in range(level, len(_LEVELS)) if re.match(_LEVELS[at], short)), None) if short else None
        if at is not None:
            found.append(line)
            level = at + 1
    return tuple(found)


def _caption(near: Sequence[str], after: str) -> str:
    for line in reversed(near):
        if _is_caption(line):
            return line
        if len(line) > _SHORT or line.endswith(_ENDS):
            break
    if _is_caption(after):
        return after
    last, before = [*(line for line in reversed(near) if not _UNIT.fullmatch(squeezed(line))), "", ""][:2]
    if not _titles(last):
        return ""
    if _DAY.fullmatch(squeezed(last)) and _titles(before):
        return f"{before} {last}"  # 肇庆市2015年目标, and below it 2012年5月
    leads = last.endswith(("：", ":")) and _titles(before) and not before.endswith(("：", ":"))
    return f"{before} {last}" if leads else last  # 韶关市2015年目标, and below it 以2005年为基年，目标如下：


def _titles(line: str) -> bool:
    return 0 < len(line) <= _SHORT and not line.endswith(_ENDS) and "。" not in line


def _is_caption(line: str) -> bool:
    text = squeezed(line)
    return len(text) <= 2 * _SHORT and not line.endswith("。") and _CAPTION.fullmatch(text) is not None


def leading_sentence(near: Sequence[str]) -> str:
    """The last sentence before the table that leads to it and is no caption; "" where it speaks of us as 我市.

    One that does not speak of the table, 各县（市、区）要认真贯彻执行, says nothing of whose the table is.
    """
    prose = [line for line in near
             if not _is_caption(line) and (len(line) > _SHORT or line.endswith((*_ENDS, "：", ":")))]
    last = last_of(prose[-1]) if prose else ""
    leads = last.endswith(("：", ":")) or _LEADS.search(squeezed(last)) is not None
    theirs = _PROVINCE.match(squeezed(last)) is not None
    return last if leads and (theirs or not _OURS.search(last)) else ""


@dataclass(frozen=True)
class Cover:
    """What the beginning of a document says of the plan: its titles, and its labelled lines or its day.

    `notices` are titles of papers about a plan, minutes, an approval, and who signs the paper at its end.
    """

    titles: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    about: About = field(default_factory=About)


def cover_of(opening: Sequence[str], end: Sequence[str] = ()) -> Cover:
    """Read how a document begins: short lines that name a plan, 地区：厦门, and a line that is a day; and who signs it.
    """
    about, _ = labelled_lines(opening)
    short = [line for line in opening if len(line) <= _SHORT and not line.endswith(_ENDS)]
    day = next((line for line in short if _DAY.fullmatch(squeezed(line)) and day_of(line.strip("（）()"))[0]), "")
    titles = tuple(line for line in short if _PLAN.search(line) and not _is_caption(line))
    notices = tuple(line for line in short if _NOTICE.search(line) and line not in titles)
    signed = tuple(line for line, below in pairwise(end)  # 延安市人民政府, and below it the day
                   if _SIGNED.fullmatch(squeezed(line)) and _DAY.fullmatch(squeezed(below)))
    about = replace(about, date=about.date or day.strip("（）()"), unit="")
    return Cover(titles[:3], (*notices[:2], *signed[-1:]), about)

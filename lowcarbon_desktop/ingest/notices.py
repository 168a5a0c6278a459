"""What is written above and below a table, and what of it is not to be seen: read only where a word gives reason to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.blocks import Block, Sheet
from lowcarbon_desktop.ingest.times import footnotes, marked
from lowcarbon_desktop.text.rare import Rare

if TYPE_CHECKING:  # patterns that most tables never need
    from lowcarbon_desktop.ingest.reservations import Reservation

_NOTE_ROWS = 2
_LEADING = 3
_LINES_ABOVE = 24
_FULL_LINE = 25
_HANGING = tuple("，、以比较为与年")
_MAY_RESERVE = Rare("[不除扣剔抵抛仅只待暂拟]|口径|计入|算上|考虑|工业|[城园市]区",
                    "不除扣剔抵抛仅只待暂拟口计算考工区")
_MAY_LEAD = r"如下|以下|下列|下[面述表]|表[中内列]|(?:见|如|在)表|表[\d一二三四五六七八九十]|[：:]$"
_MAY_SPEAK_OF_ALL = (
    "此表", "来源", "年均值", "豁免", "上述", "以上", "前述", "本表", "上表", "下表", "表中", "表内", "表列", "该目标",
    "该指标", "目标值", "所列", "各项", "全部目标", "目标应", "目标须", "目标需", "目标将", "目标可")
_MAY_NAME_PARTS = Rare("[上左前内外].*[为是系指].*[下右后外内].*[为是系指]", "为是系指")
_CAPTION_WORDS = (
    "上限", "空间", "可行性", "设想", "待批", "待定", "待审", "承担", "任务", "为例",
    "扣除", "剔除", "产业", "行业", "成效", "成果", "回顾", "总结", "下的", "公交",
    "标准", "要求", "评分", "先进", "前景", "展望", "能力", "分析", "重点", "变更",
)
_CAPTION_ENDS = (
    "年均", "每年", "平均", "上年", "同比", "情况", "完成", "现状", "实现", "统计",
    "结果", "可达", "完成率", "进度", "得分", "权重", "贡献率", "占比", "原方案", "前",
    "选", "议", "板", "式", "说明", "计", "论", "高",
)
_CAPTION_BRACKET = r"[（(](?!\d|征求|送审|报审|报批|评审|上报|单位|[一二三四五六七八九十])"


class Notices(NamedTuple):
    """The notes of a table, the doubt they raise against all of it, and those against some rows and columns."""

    notes: tuple[str, ...]
    doubt: Message | None
    reservations: tuple[Reservation, ...]
    unseen: tuple[tuple[int, Message], ...]


def notices_of(sheet: Sheet, block: Block, above: Sequence[int], title: str) -> Notices:
    """What stands around a table and says something of its values."""
    notes = tuple(_notes_of(sheet, block, above))
    return Notices(notes, _doubt_around(sheet, block, above, title), _reservations_of(sheet, block, notes),
                   _unseen_headings(sheet, block))


def _notes_of(sheet: Sheet, block: Block, above: Sequence[int]) -> list[str]:
    """The lines right above a table and the notes in and under it."""
    around = sheet.grid.around
    below = sheet.rows[block.first:block.end + _NOTE_ROWS]
    # The squeezed texts are known already: a row with two of them, as nearly all have, is not looked at as printed.
    rows = [row for row in above if _may_note(sheet.row(row))]
    rows += [row for row, noting in enumerate(map(_may_note, below), block.first) if noting]
    printed = [list(dict.fromkeys(text for column in range(sheet.width)
                                  if (text := sheet.grid.cell(*sheet.anchor(row, column)).text)))
               for row in rows]
    alone = [" ".join(each) for each in printed if len(each) == 1 or (each and _headed(each))]
    return [*alone, *paragraphs_before(sheet)[-_NOTE_ROWS:], around.after]


def paragraphs_before(sheet: Sheet) -> tuple[str, ...]:
    """The last paragraphs above a table; the lines of a PDF end where the page does, and half a sentence says nothing.
    """
    before = sheet.grid.around.before
    if not sheet.grid.boxes:
        return before
    paragraphs: list[str] = []
    goes_on = False
    for line in before[-_LINES_ABOVE:]:
        paragraphs[-1:] = [paragraphs[-1] + line] if goes_on else [*paragraphs[-1:], line]
        goes_on = line.endswith(_HANGING) or (len(line) >= _FULL_LINE and not line.endswith(("。", "：", "；")))
    return tuple(paragraphs)


def _reservations_of(sheet: Sheet, block: Block, notes: Sequence[str]) -> tuple[Reservation, ...]:
    """What the notes say against some rows; what stands behind a mark that a row bears is heard there."""
    if not any(_MAY_RESERVE.search(note) for note in notes):
        return ()
    from lowcarbon_desktop.ingest.reservations import reservations_in
    printed = [cell.text for row in sheet.grid.rows[block.first:block.end] for cell in row
               if cell.text and cell.text not in notes]
    borne = [words for mark, words in footnotes(notes) if any(marked(mark, text) for text in printed)]
    for words in borne:
        notes = [note.replace(words, "") for note in notes]
    return reservations_in(notes)


def _doubt_around(sheet: Sheet, block: Block, above: Sequence[int], title: str) -> Message | None:
    """The doubt that the sentence before a table, a note below it or its caption raises."""
    around = sheet.grid.around
    leading = tuple(text for text in (*map(_alone, map(sheet.row, above[-_LEADING:])), *around.before[-_LEADING:])
                    if text and re.search(_MAY_LEAD, text))
    notes = tuple(text for text in (*map(_alone, sheet.rows[block.first:block.end + _NOTE_ROWS]), around.after)
                  if text and (any(word in text for word in _MAY_SPEAK_OF_ALL) or _MAY_NAME_PARTS.search(text)))
    if not leading and not notes and not _may_caption(title):
        return None  # patterns are compiled when they are met
    return _doubt_of(leading, notes, title)


def _may_caption(title: str) -> bool:
    """Whether a caption holds a word that gives reason to read it; asked without a pattern, since each title is."""
    from_above = any(word in title for word in ("省", "国家", "上级")) and any(
        word in title for word in ("对", "给", "下达", "分解"))
    return from_above or any(word in title for word in _CAPTION_WORDS) or title.rstrip("数值").endswith(
        _CAPTION_ENDS) or (("（" in title or "(" in title) and re.search(_CAPTION_BRACKET, title) is not None)


@lru_cache(maxsize=1024)
def _doubt_of(leading: tuple[str, ...], notes: tuple[str, ...], title: str) -> Message | None:
    from lowcarbon_desktop.ingest.standing_by import doubt_of_words
    return doubt_of_words(leading, notes, title)


def _unseen_headings(sheet: Sheet, block: Block) -> tuple[tuple[int, Message], ...]:
    """The doubt against each column a heading of which is hidden or invisible."""
    rows = sheet.grid.rows[block.top:block.first]
    if not sheet.grid.merges and not any(cell.trouble for row in rows for cell in row):
        return ()
    cells = ((column, sheet.grid.cell(*sheet.anchor(row, column)).trouble) for row in range(block.top, block.first)
             for column in range(sheet.width))
    return tuple((column, message("heading-unseen", cell=trouble.args["cell"])) for column, trouble in cells
                 if trouble is not None and trouble.code == "cell-unseen")


@lru_cache(maxsize=8192)
def _may_note(row: tuple[str, ...]) -> bool:
    return len({*row, ""}) <= 2 or _headed(row)


@lru_cache(maxsize=8192)
def _alone(row: tuple[str, ...]) -> str:
    """The text that stands alone in a row, "" where there are several."""
    texts = list(dict.fromkeys(text for text in row if text))
    return "".join(texts) if len(texts) == 1 or _headed(texts) else ""


def _headed(texts: Sequence[str]) -> bool:
    """Whether a row begins with 注 in a cell of its own."""
    first = next((text for text in texts if text), "")
    return first[:1] in ("注", "备", "说") and re.fullmatch(r"(?:注|备注|说明)\d{0,2}[:：.]?", first) is not None

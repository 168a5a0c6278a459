"""What notes below a table leave out or take back, and of which rows: 第1项按规上工业口径, 碳排放强度不含石化基地."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.prose.provisos import limited
from lowcarbon_desktop.ingest.taken_back import taken_back
from lowcarbon_desktop.text.normal import squeezed

_TOPICS = {
    "carbon": "(?<!低)(?<!零)碳(?!汇)|co2|温室气体",
    "energy": "能耗|能源消[耗费](?!.{0,4}(?:比重|结构|的比))|能源强度|用能|节能",
    "nonfossil": "非化石|可再生能源|新能源|清洁能源",
    "forest": "森林|林木|造林|绿化|碳汇|蓄积",
    "services": "服务业|第三产业|三产",
    "industries": "新兴产业|高新技术|高技术",
    "transport": "公交|公共交通|绿色出行",
    "buildings": "绿色建筑|建筑面积",
    "people": "人口|城镇化|城市化",
    "economy": "(?<!单位)(?<!万元)(?<!元)(?:GDP|地区生产总值|生产总值)(?!能|碳|二氧|的?温室|C)",
}
_NUMBERS = r"\d{1,2}(?:[、,和及]\d{1,2})*"
_ROWS = (rf"第({_NUMBERS})(?:项|个?指标|行|条)|(?:序号|指标|编号)(?:为|是)?({_NUMBERS})(?![\d.年%])")
_ITEM = r"(?:^|(?<=[:;。,)\s]))(?:\d{1,2}[.、)](?!\d)|\(\d{1,2}\)|[①-⑳])"
_LEAD = r"^(?:注|说明|备注|附注|其中|表注)?\d{0,2}[:.、]?|^[*※△▲]+(?:号)?[:.、]?"
_SECTORS = (r"(?:规模以上|规上|重点|主要)?(?:工业(?!化|增加值|和|与)|建筑业?|交通(?:运输)?|电力|公共机构"
            r"|居民生活)(?:领域|部门|行业|企业)?"
            r"|(?:中心城|主城|老城|建成|城|市|园|开发|高新|示范|试点|功能)区|市本级|市直|岛[内外]|全省|全国")
_PART = (rf"(?:[仅只按为系指以限](?:限于|包括|统计|按|含|计)?|口径[为是:])+({_SECTORS})"
         r"(?:和[\u4e00-\u9fa5]{2,6})?(?:的?(?:口径|范围|数据|平均(?:值|水平)?|目标|指标|统计|数)|$|[,计测核统])")
_NO_SUBJECT = r"(?:已?[均都]?(?:含|包括|考虑|计入)[^,]{0,8})?(?:数据|指标|目标值?|数值|统计|[均都]|已)*"
_ALL = r"(?:以上|上述|前述|上表|本表|表[中内]|所列|各项|全部|所有|下列|以下|上列)(?!各?[区县市])"


class Reservation(NamedTuple):
    """What a note says against values: of the rows with these numbers or topics, of all where it names neither.

    A sector that a row's own name says (`part`) is nothing against that row.
    """

    why: Message
    rows: frozenset[str]
    topics: frozenset[str]
    part: str = ""

    def speaks_of(self, number: str, name: str) -> bool:
        """Whether it is said of a row with this serial number and this name."""
        if self.part and self.part in name:
            return False
        if self.rows:
            return number in self.rows
        return not self.topics or bool(self.topics & topics_in(name))


def reservations_in(notes: Sequence[str]) -> tuple[Reservation, ...]:
    """What the notes of a table say against some or all of its values; most say nothing."""
    found = []
    for note in notes:
        for clause in _clauses(squeezed(note)):
            if (said := _against(clause)) is not None:
                found.append(said)
    return tuple(found)


def _clauses(text: str) -> list[str]:
    """The sentences and the numbered items of a note; a clause with no subject goes on with that before it."""
    return [clause for part in re.split("[。;]", text) for each in re.split(_ITEM, part)
            if (clause := re.sub(_LEAD, "", each).strip(",、:"))]


def _against(clause: str) -> Reservation | None:
    rows = frozenset(number for found in re.finditer(_ROWS, clause)
                     for number in re.findall(r"\d+", found[1] or found[2]))
    topics = topics_in(clause)
    part = re.search(_PART, clause)
    why = limited(clause)
    if why or part is not None:
        words = why or (part[0] if part is not None else "")
        if rows or topics or re.search(_ALL, clause) or re.fullmatch(_NO_SUBJECT, clause[:clause.index(words)]):
            return Reservation(message("doubt-limited", words=words.strip(",计测核统")), rows, topics,
                               part[1] if part is not None and not why else "")
        return None
    words = taken_back(clause) if rows or topics else ""  # what is said of all is heard elsewhere
    return Reservation(message("doubt-tentative", words=words), rows, topics) if words else None


def left_out(remark: str, name: str) -> str:
    """The words by which a remark beside a row leaves out a part that the row's own name does not; "" where none."""
    part = re.search(_PART, remark)
    return limited(remark) or (part[0] if part is not None and part[1] not in name else "")


def topics_in(text: str) -> frozenset[str]:
    """What a note or a row's name speaks of."""
    return frozenset(topic for topic, words in _TOPICS.items() if re.search(words, text, re.IGNORECASE))

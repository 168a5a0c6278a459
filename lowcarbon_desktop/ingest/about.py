"""What stands around a table: its title, whose plan it is, in which province, of which day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.plan import Region
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.rare import Rare

_REGION = re.compile(r"(?:申报|试点|所在|申请|填报)?(?:地区|城市|省市|省区)(?:名称)?"
                     r"|(?:申报|申请|填报)单位|行政区(?:划|名称)?")
_PROVINCE = re.compile(r"(?:所属|所在|隶属)(?:省份?|省\(区、?市\)|省区市?)|省份")
_DATE = re.compile(r"(?:方案|编制|报送|申报|提交|填报|填表|成文|印发)?(?:日期|时间)")
_LABELS = (("province", _PROVINCE), ("region", _REGION), ("date", _DATE))
_UNIT = re.compile(r"\(?(?:计量)?单位")
_BUT = r"[(,、][^(),]*(?:除外|注明|说明)[^()]*\)?$"  # 单位：%（注明者除外）
_DAY = re.compile(r"(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?")
_MONTH = re.compile(r"(20\d\d)[-./年](\d{1,2})月?")
_PACKED = re.compile(r"(20\d\d)([01]\d)([0-3]\d)")
_ONLY_YEAR = re.compile(r"(20\d\d)年?")
_IN_TITLE = re.compile(r"(20\d\d年\d{1,2}月(?:\d{1,2}日)?)")
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_NO_COUNTY = r"低碳|试点|规划|示范|试验|开发|经济|园|[各所下分]|有关|全部|重点|主要"
_BELOW = Rare(rf"(?:(?:(?!{_NO_COUNTY})[\u4e00-\u9fa5]){{1,6}}?(?:区|县|旗)(?!域|划|县)|生产建设兵团)", "区县旗团")
_CITY_BELOW = (rf"(?:(?!{_NO_COUNTY}|[城都大地级辖列本全我该和与及、省直]|设区)[\u4e00-\u9fa5]){{1,4}}?市"
               r"(?![区场民级政域县州委人发辖直内本属容])")
_LABELLED = re.compile(r"([^:]{2,12}):(.+)")
_ANSWERS = ("省", "市", "区", "州", "盟", "县", "政府", "委", "局")
_FULL = ("省", "市", "自治区", "州", "地区", "盟")
_TENS = re.compile(r"(?<![\d十])([1-3]?)十(\d?)(?=[月日])")


@frozen(slots=True)
class About:
    """What the labelled rows of a sheet say, as printed; "" where they say nothing."""

    region: str = ""
    province: str = ""
    date: str = ""
    unit: str = ""

    def or_else(self, other: About) -> About:
        """What this says, and what the other says where this is silent."""
        return About(self.region or other.region, self.province or other.province, self.date or other.date,
                     self.unit or other.unit)


def labelled(sheet: Sheet, rows: Iterable[int]) -> tuple[About, tuple[int, ...]]:
    """The labelled rows among `rows` (地区 | 厦门, or 方案日期：2012-05-31), and which rows they are."""
    return _labelled({row: [text for text in sheet.row(row) if text] for row in rows})


@lru_cache(maxsize=4096)
def of_form(texts: tuple[str, ...]) -> bool:
    """Whether a row is of a form, labels and answers in turn: 申报地区 | 广州市 | 所在省份 | 广东省 is no heading."""
    filled = [text.rstrip(":") for text in dict.fromkeys(texts) if text]
    labels = [any(words.fullmatch(text) for _, words in _LABELS) for text in filled]
    if len(filled) % 2 or any(labels[1::2]):
        return False
    return sum(labels[::2]) > 1 or (len(filled) > 3 and labels[0] and filled[0][0] in "申填试所" and (
        filled[1].endswith(_ANSWERS) and not filled[2].endswith(_ANSWERS)))  # 申报城市 | 抚州市 | 联系人 | 张三


def answered(sheet: Sheet, rows: Iterable[int]) -> About:
    """What the rows of a form say: those with labels and answers in turn, and 申报城市 | 保定市 alone."""
    found = []
    for row in rows:
        filled = [text for text in dict.fromkeys(sheet.row(row)) if text]
        if of_form(tuple(filled)) or (len(filled) == 2 and filled[0][0] in "申填所隶"):
            found.append(row)
    return labelled(sheet, found)[0]


def labelled_lines(lines: Sequence[str]) -> tuple[About, tuple[int, ...]]:
    """The same for lines of text: 地区：厦门, 单位：%."""
    return _labelled({position: [squeezed(line)] for position, line in enumerate(lines)})


def _labelled(rows: Mapping[int, list[str]]) -> tuple[About, tuple[int, ...]]:
    said = {"region": "", "province": "", "date": "", "unit": ""}
    which: list[int] = []
    for row, texts in rows.items():
        pairs = [(found[1], found[2]) for text in texts if (found := _LABELLED.fullmatch(text))]
        pairs += list(zip((text.rstrip(":") for text in texts), texts[1:], strict=False))
        if len(texts) == 1 and any(words.fullmatch(texts[0].rstrip(":")) for _, words in _LABELS):
            which.append(row)  # a label that waits for its value
        for label, value in pairs:
            for key, words in (*_LABELS, ("unit", _UNIT)):
                if words.fullmatch(label) and not said[key] and len(value) <= 20:
                    said[key] = re.sub(_BUT, "", value).rstrip(")")
                    which.append(row)
                    break
    return About(**said), tuple(dict.fromkeys(which))


def title_of(sheet: Sheet, rows: Iterable[int]) -> str:
    """The text right above a table, joined from the rows that are neither labelled nor blank nor sentences."""
    lines = [" ".join(dict.fromkeys(cell.text for cell in sheet.grid.rows[row] if cell.text)) for row in rows]
    return " ".join(line for line in lines if line and not line.rstrip().endswith(("。", "；")))


def day_of(text: str) -> tuple[date | None, Message | None]:
    """The day that a text states, also 二〇一二年五月三十一日.

    A month or a year alone gives its last day and a remark, nonsense only a remark.
    """
    text = _TENS.sub(_tens, squeezed(text).translate(_NUMERALS))
    if not text:
        return None, None
    try:
        found = _DAY.match(text) or _PACKED.fullmatch(text)
        if found is not None:
            return date(*map(int, found.groups())), None
        found = _MONTH.fullmatch(text)
        if found is not None:
            year, month = map(int, found.groups())
            day = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return day, message("date-month", printed=text, day=day.isoformat())
        found = _ONLY_YEAR.fullmatch(text)
        if found is not None:
            day = date(int(found[1]), 12, 31)
            return day, message("date-year", printed=text, day=day.isoformat())
    except ValueError:
        pass
    return None, message("date-unreadable", printed=text)


def day_in(title: str) -> tuple[date | None, Message | None]:
    """The day that a title ends with, 厦门市实施方案（2012年5月); None where it names none."""
    found = _IN_TITLE.search(_TENS.sub(_tens, title.translate(_NUMERALS)))
    return day_of(found[1]) if found is not None else (None, None)


def _tens(found: re.Match[str]) -> str:
    return f"{found[1] or 1}{found[2] or 0}"


@lru_cache(maxsize=1024)
def region_of(text: str, places: Places, province: str = "") -> tuple[Region, ...]:
    """The places that a title or a label may mean: the narrowest named, each reading where it is ambiguous.

    福建省厦门市低碳规划 gives 厦门 alone; 吉林 gives the province and the city, 吉林市 the city; a text that names two
    places of which neither lies in the other gives both. With the `province` known, others' namesakes fall away.
    """
    mentioned = [readings for name, readings in places.mentioned(text) if name != NATION]
    if below(text, places):
        return ()
    named = list(dict.fromkeys(mentioned))
    within = [readings for readings in named
              if not any(_contains(readings, other) for other in named if other is not readings)]
    found = [region for readings in within for region in readings]
    narrowed = _narrowed(found, province, places)
    return tuple(dict.fromkeys(narrowed))


@lru_cache(maxsize=1024)
def below(text: str, places: Places) -> str:
    """The district or county that a text names below a known place (厦门市集美区), "" where it names none."""
    for name, _ in places.mentioned(text):
        after = text[text.index(name) + len(name):].removeprefix("地区")  # 海东地区 is 海东 as a whole
        found, inner = _BELOW.match(after), places.leading(after)
        if found is None and not inner and name.endswith(_FULL) and "市" in after:
            found = re.match(_CITY_BELOW, after)
        full = bool(inner) and any(region.full_name == inner for region in places.find(inner))
        if found is not None and not full and name != NATION:
            return name + found[0]
    return ""


def _contains(outer: tuple[Region, ...], inner: tuple[Region, ...]) -> bool:
    return any(o.level in ("province", "municipality") and i.level not in ("province", "municipality")
               and i.province == o.name for o in outer for i in inner)


def _narrowed(found: list[Region], province: str, places: Places) -> list[Region]:
    known = {each.province for each in places.find(province) if each.level in ("province", "municipality", "sar")}
    kept = [region for region in found if region.province in known] if len(known) == 1 else found
    return kept or found

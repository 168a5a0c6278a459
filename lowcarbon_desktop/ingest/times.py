"""What the words around a table say of its years: the year in its caption, the base year in a note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.text.normal import ROUND, squeezed
from lowcarbon_desktop.text.years import Years, years_in

_PRICES = (r"[,、;]?(?:按照?|以|用|为)?(?:(?:19|20)\d\d年?的?)?(?:可比|不变|当年|现行?)价格?"
                     r"(?:计算?|测算|核算|口径)?[,、;]?"
                     r"|[,、;]?(?:按|以)?(?:19|20)\d\d年价格?(?:计算?)?[,、;]?")
FIRST_YEAR = 2012  # the second batch of pilots wrote in 2012: for an undated plan the years before are gone by
_YEAR = r"((?:19|20)\d\d)年?"
_NO_YEAR = (r"(?:19|20)\d\d(?:年\d{1,2}月(?:\d{1,2}日)?|[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d))"
            r"|[\[(〔【](?:19|20)\d\d[\])〕】]第?\d*号?|(?:19|20)\d\d年?版")
_PLAN_TITLE = r"(?:方案|规划|纲要|意见|报告|申[报请][书表]|材料)(?:\([^()]*\))?$"
_BASE = (rf"(?:基准年?|基[年期])(?:份)?(?:均|都|统一|一律)?(?:取|采用|选[取用择]|定|设)?(?:为|是|:)?{_YEAR}",
         rf"{_YEAR}(?:水平|数据?)?(?:作?为|是)?(?:基准|基[年期数]|基础|参照)",
         (rf"^(?:与|比|较|同|相对于?|相比于?|对比){_YEAR}(?:水平)?(?:相比较?|比较?)?(?:累计)?(?:下降|降低|减少)?"
          r"(?:率|幅度?)?(?:[,、]?(?:单位:?)?%)?$"),
         rf"{_YEAR}(?:为|=)100$",
         rf"(?:数[据值字]?|降幅|下降率|指标)(?:为|是|指|系)(?:比|较|与|同|相对于?|相比于?|对比){_YEAR}",
         rf"(?:均|都|一律|统一|全部)(?:为|是|指|系)?(?:比|较|与|同|相对于?|相比于?|对比|以|按){_YEAR}")
_OF_ALL = (r"(?:注|说明|备注|方案|规划|如下|下列|确定|提出|[\"“”]?十[一二三四]五[\"“”]?|时期|期间"
           r"|[\d\s:、,.()*]|[①②③④⑤]|本|各|表|上|下|中|内|以上|所列|所有|全部|项|年"
           r"|下降|降低|上升|提高|增长|率|幅度?|比例|数据?|值|指标|目标|变化|累计|的|均|都|一律|统一|是|为|指|系|以|按|比|较|与|同|相比|水平|计算?|测算|基|准|期|份"
           r"|相对于?|采用|强度|其|及|[降增升]幅|[\"“”']*[-+][\"“”']*号?(?:表示|代表|为|指)(?=下降|降低|减少|上升|提高|增长))*")


_LEADS = r"以(?:19|20)\d\d年?(?:作?为)(?:基准|基[年期数])年?份?[,、].*(?:如下(?:表)?|见下?表\d*|:)[:。]?$"
_OF_TODAY = (r"\(?(?:现值|现状值?|基期值?|基准值|当前值)(?:数据|水平)?(?:均|都)?"
             r"(?:为|是|指|系|取|采用|:)?(20\d\d)年?数?\)?")
_PHASES = (r"([近中远]期)(?:规划|目标|水平)?年?(?:为|到|至|是|指|:|\()*(20\d\d)年()()"
           r"|()()(20\d\d)年?(?:作?为|是)([近中远]期)(?:规划|目标|水平)?年?")
_SAID_TO_BE = r"(现状|目标)(?:值|年|数|数据)?(?:均|都)?[为是](20\d\d)年(?=[^\d比较]|$)"  # 现状为2010年，目标为2015年
_EACH = (r"(20\d\d)年?(?:的|各项|单位GDP|二氧化碳|碳|能源|能耗|排放|强度|[、和与]"
         r"|下降|降低|目标|指标|数据|降幅|累计|率|值)*(?:均|都|是|为|系|指|则)?"
         r"(?:以|比|较|按|相对于?|相较于?|与|同)((?:19|20)\d\d)年?"
         r"|(20\d\d)年?[,、]以((?:19|20)\d\d)年?(?:作?为)(?:基准|基[年期数])年?")
_IN_TURN = (r"(20\d\d)年?(?:[、和与及]|目标|指标)+(20\d\d)年?[^,;。]{0,12}?"
            r"分别(?:以|比|较|按|与|同|是|为)+(\d{4})年?[、和与及](\d{4})年?")
_TOGETHER = (r"(20\d\d)年?[、和与及](20\d\d)年?(?:目标|指标|数据?|值)*(?:均|都|是|为|系|指)*"
             r"(?:以|比|较|按|相对于?|与|同)((?:19|20)\d\d)年?(?![年\d、和与及])")
MARK = "[①-⑳]"
_MARKS = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳*＊※△▲[〔【注")
_STARS = r"(?:^|(?<=[;；。:：、，,\s带标注]))(?:[*＊※△▲]+(?=[^*＊※△▲])|[\[〔【]\d{1,2}[\]〕】])|注\d{1,2}(?=[:：.、\s])"
_CUMULATED = (r"(?:\(\)|[方圆中小]?括号)(?:符?号|[内中里])?的?(?:数[值据字]?|部分|项|指标)?的?(?:均|都)?"
              r"(?:为|是|系|指|表示|代表)*(?:[五5]年|规划期?|“?十[一二三四]?五”?(?:规划)?)?(?:期间?|时期)?的?(?:合计)?累计")
_INTENSITIES = ("碳", "能")
_OF_BASES = ("年", "五", "情景", "BAU", "同比", "环比", "100")
_OTHER_BASES = (r"^(?:[与比较同]|相对于?)?(?:上一?年度?|去年|前一年)(?:同期)?(?:相?比较?|下降|降低)?$|^[同环]比|BAU"
                r"|(?:基准|照常|惯性)情景"
                r"|(?<![一-龥\d])(?:十|[三四六七八九])年(?:累计|来)|十一?五[\"“”]?(?:时期|期)?初|((?:19|20)\d\d)年?[=为]100"
                r"|^((?:19|20)\d\d)年?[-~至到](?:19|20)\d\d年?(?:累计|期间)?$|累计\(?((?:19|20)\d\d)年?起|从((?:19|20)\d\d)年起")
_OF_INTENSITIES = r"(?:注|说明|[:,。;、]|单位GDP|二氧化碳|碳|能源|能耗|排放|强度|下降|降低|率|幅度|和|与|及|均|的)*"
_OF_A_ROW = (r"\d%|强度|排放|能耗|能源|GDP|生产总值|覆盖|比重|工业|交通|建筑")


class BaseNote(NamedTuple):
    """The base year that a note states for its table, or `each`: one for each target year, (target, base).

    `year` is None where it names two, or speaks of some rows only; `named` are all that it names.
    """

    text: str
    year: int | None = None
    each: tuple[tuple[int, int], ...] = ()
    named: frozenset[int] = frozenset()

    def speaks_of(self, name: str) -> bool:
        """Whether it may be meant for a row: 能耗强度2015年比2010年 is not said of carbon, nor of a share."""
        said = [word for word in _INTENSITIES if word in self.text.replace("低碳", "")] if self.each else []
        return not said or any(word in name for word in said)

    def base(self, target: int | None) -> int | None:
        """The base year of a change up to a target year; None where the note does not say."""
        return dict(self.each).get(target or 0, self.year)


@lru_cache(maxsize=1024)
def years_of_caption(title: str, sheet: str) -> Years:
    """The years of a caption, else of a sheet's name: those of a date, a document or a plan's own title are none."""
    for words in (title, sheet):
        if not any(sign in words for sign in ("20", "２０", "二", "五")):
            continue  # patterns are compiled when they are met
        parts = [text for part in words.split() if not re.search(_PLAN_TITLE, text := squeezed(part))]
        found = years_in(re.sub(rf"{_NO_YEAR}|{_OF_TODAY}", "", ",".join(parts)))
        if found.targets and not (found.by_custom and re.search("中?长期|远期|远景", words)):
            return found  # “十二五”及中长期目标 is of several years
    return Years("")


def base_note(texts: Iterable[str]) -> BaseNote | None:
    """What notes say of the base year of a whole table: 表中下降率均以2005年为基年; None where they say nothing.

    The base of prices is none, and what is said of one indicator by name is not said of the table.
    """
    found: list[tuple[str, int, bool]] = []
    for text in texts:
        each = _each(squeezed(text))
        if each:
            return BaseNote(text, None, each)
        for clause in _clauses(squeezed(text)):
            if any(word in clause for word in ("不变价", "可比价", "现价", "价格")):
                continue
            if "期" in clause:
                clause = re.sub(f"[,、]?(?:本(?:方案|规划))?以?(?:{_PHASES})", "", clause)
            pattern = next((each for each in _BASE if re.search(each, clause)), None)
            if pattern is not None:
                years = {int(year) for year in re.findall(pattern, clause)}
                rest = re.sub("|".join(_BASE), "", clause)
                general = re.fullmatch(_OF_ALL, rest) is not None or re.match(_LEADS, clause) is not None
                found += [(text, year, general) for year in sorted(years)]
    if not found:
        return None
    sure = len({year for _, year, _ in found}) == 1 and all(general for _, _, general in found)
    return BaseNote(found[0][0], found[0][1] if sure else None, (), frozenset(year for _, year, _ in found))


@lru_cache(maxsize=1024)
def base_of_row(remark: str, target: int | None) -> BaseNote | None:
    """The base year that a remark beside a row, or its footnote, states: 比2010年; None where it states none."""
    text = without_prices(squeezed(remark))
    each = _each(text)
    if each:
        return BaseNote(remark, None, each)
    return _alone(remark, text, target) or _beside(remark, text, target)


def _alone(remark: str, text: str, target: int | None) -> BaseNote | None:
    """The base year of words that state it and nothing else."""
    years = years_in(text)
    alone = re.fullmatch(_OF_ALL + "|(?:约束性?|预期性?|[,;。、])*", years.rest) is not None
    if len(years.bases) != 1 or not alone or years.assumed or years.yearly or years.targets not in ((), (target,)):
        return None
    return BaseNote(remark, years.bases[0])


def _beside(remark: str, text: str, target: int | None) -> BaseNote | None:
    """The base year that one clause of several states, where the others name neither a year nor an indicator."""
    stated = [note for clause in _parts(text) if (note := _alone(remark, clause, target)) is not None]
    clear = len(stated) == 1 and not any(
        re.search(r"\d{2}|" + _OF_A_ROW, clause) for clause in beside_base(remark, target))
    return stated[0] if clear else None


@lru_cache(maxsize=1024)
def against_base(remark: str, base: int) -> bool:
    """Whether a remark speaks of another base than the one that a name writes: 与上年比, 十年累计, 2005=100."""
    if not any(word in remark for word in _OF_BASES):
        return False  # patterns are compiled when they are met
    found = re.search(_OTHER_BASES, squeezed(remark).strip("。;"))
    if found is None:
        return False
    years = {int(year) for year in found.groups() if year}
    return not years or not years <= {base, base + 1}


def beside_base(remark: str, target: int | None) -> list[str]:
    """The clauses of a remark that do not state a base year: 省下达 of 比2010年；省下达."""
    return [clause for clause in _parts(without_prices(squeezed(remark))) if _alone(remark, clause, target) is None]


def _parts(text: str) -> list[str]:
    return [clause for clause in re.split("[,;。、]", text) if clause]


def without_prices(text: str) -> str:
    """The text without the year of its prices, which is no base year: 按2005年不变价计算，比2010年下降."""
    return re.sub(_PRICES, "", text) if "价" in text else text


def bases_in_name(name: str) -> BaseNote | None:
    """The base years that a row's name gives its two target years: 碳强度下降（2015年较2010年，2020年较2005年，%）."""
    for bracket in re.findall(r"\(([^()]*)\)", squeezed(name)):
        if each := _each(bracket):
            return BaseNote(bracket, None, each)
    return None


def footnotes(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(mark, words) of the notes that begin with ①, * and the like, also 带*的指标."""
    found = []
    for text in texts:
        if _MARKS.isdisjoint(text):
            continue  # patterns are compiled when they are met
        marks = list(re.finditer(f"{MARK}|{_STARS}", text))
        for mark, following in zip(marks, (*marks[1:], None), strict=False):
            words = text[mark.end():following.start() if following is not None else None]
            found.append((mark[0], re.sub(r"[带标注；;\s]+$", "", words).strip("；;:：,，。号 ")))
    return tuple((mark, words) for mark, words in found if words)


def marked(mark: str, text: str) -> bool:
    """Whether a text bears a footnote's mark: ** is another one than *."""
    return mark in text if mark[0] not in "*＊※△▲" else mark in re.findall(r"[*＊※△▲]+", text)


def brackets_cumulate(texts: Iterable[str]) -> bool:
    """Whether a note says that what stands in brackets is the sum over the years of the plan: [ ]内为五年累计数."""
    return any("累计" in text and re.search(_CUMULATED, re.sub("[\"'“”‘’]", "", squeezed(text).translate(ROUND)))
               for text in texts)


def phase_year(heading: str, caption: str) -> int | None:
    """The year that a caption gives to 近期 or 现值, for the column 近期目标: 近期（2015年）、远期（2020年）目标."""
    if re.fullmatch("(?:现状?|基期|基准|当前)[数值]?", heading):
        today = {int(year) for year in re.findall(_OF_TODAY, squeezed(caption))}
        return today.pop() if len(today) == 1 else None
    if heading[:2] not in ("近期", "中期", "远期", "长期"):
        return None
    found = {int(year) for year in re.findall(rf"{heading[:2]}[^\d,、]{{0,4}}\(?(20\d\d)年", squeezed(caption))}
    return found.pop() if len(found) == 1 else None


def phases_in(texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The year of each phase that lines around a table give, 以2015年为近期目标年; a phase with two years has none."""
    found: dict[str, set[int]] = {}
    for text in texts:
        if "为20" in text or "是20" in text or ":20" in text:
            for phase, year in re.findall(_SAID_TO_BE, squeezed(text)):
                found.setdefault(phase, set()).add(int(year))
        if "期" in text and "20" in text:
            for first, year, *_, in_turn, phase in re.findall(_PHASES, squeezed(text)):
                found.setdefault(first or phase, set()).add(int(year or in_turn))
    return tuple((phase, years.pop()) for phase, years in found.items() if len(years) == 1)


def based_on(note: BaseNote, base: int | None, target: int | None,
             kind: str, custom: bool = False) -> tuple[int | None, BaseNote | None, list[Message]]:
    """(the base year, the note where it gave it, doubts) by what the row says and what the note says.

    A base that is only the five-year plan's by `custom` gives way to one that is written.
    """
    if custom:
        noted = note.base(target)
        if noted is not None and noted != base and target is not None and target > noted:
            return noted, note, []
        told = noted == base or (noted is None and not note.each and note.named <= {base})
        return base, None, [] if told else [message("doubt-base-note", note=note.text)]
    if base is not None:
        against = note.base(target) not in (None, base)
        return base, None, [message("doubt-base-note", note=note.text)] if against else []
    noted = note.base(target)
    if noted is None:
        doubtful = not note.each or kind != "actual"
        return None, None, [message("doubt-base-note", note=note.text)] if doubtful else []
    return (noted, note, []) if target is not None and target > noted else (None, None, [])


def _each(text: str) -> tuple[tuple[int, int], ...]:
    """(target, base) of a note that gives each target year its own: 2015年目标以2010年为基年，2020年以2005年为基年.

    One that names a row says nothing of the table, nor does one that gives a year two.
    """
    pairs = [(int(target or later), int(base or of_later))
             for target, base, later, of_later in re.findall(_EACH, text)]
    for first, second, of_first, of_second in re.findall(_IN_TURN, text):
        pairs += [(int(first), int(of_first)), (int(second), int(of_second))]
    for first, second, of_both in re.findall(_TOGETHER, text):  # 2015年、2020年为比2010年累计下降
        pairs += [(int(first), int(of_both)), (int(second), int(of_both))]
    clear = len({target for target, _ in pairs}) == len(set(pairs)) > 1 and all(base < target for target, base in pairs)
    rest = re.sub(f"{_IN_TURN}|{_EACH}", "", text)
    own = re.search(_OF_A_ROW, rest) is None or re.fullmatch(_OF_INTENSITIES, rest) is not None
    return tuple(dict.fromkeys(pairs)) if clear and own else ()


def _clauses(text: str) -> list[str]:
    """The clauses of a note; a bracket behind a caption is one of its own: 低碳目标（以2005年为基年）."""
    bracketed = re.findall(r"\(([^()]*)\)", text)
    outside = re.sub(r"\([^()]*\)", "", text)
    general = outside and re.search(_OF_A_ROW, outside) is None and not any(re.search(each, outside) for each in _BASE)
    if bracketed and general:
        return bracketed
    return re.split("[。;]", text)

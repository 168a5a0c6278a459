"""Words by which a remark, a footnote, a bracket or a clause takes a figure back: 暂定, 待省里核定, 不作承诺."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.rare import Rare

_END = "(?:核定|审定|审议|审查|审批|批准|批复|确认|确定|明确|下达|协商|复核|核实|测算|商定)"
_WORDS = {
    # what is not settled yet, may still be lowered, is no promise, is wrong
    "tentative": rf"""暂(?:定|列|估|拟)|(?<![对等期接])待(?:定|议)|(?<![特确决规])未定(?!价)
        |初步(?:考虑|设想|拟定|意见|预估)
        |[仅只]?供[^,;。]{{0,4}}(?:讨论|参考|研究|决策|商榷)|\(拟\)|\d%?\)?\?|待核(?!电)
        |^(?:[^,;:。]{{0,12}}(?:示例|样例|范例|举例)|例如|假设)[:,]
        |(?<![期等接招])待[^,;。()]{{0,12}}{_END}(?![^,;。()]{{0,8}}后)|(?:未|尚未)经?[^,;。()]{{0,8}}{_END}(?!的)
        |不(?:作|做|算|是|构成)(?:为|出)?[^,;。()]{{0,4}}(?:承诺|考核|约束|硬性|强制|指标|目标|任务)|不(?:予|纳入|列入)考核|不设(?:置)?约束
        |有(?:一定|较大|相当大?的?)难度
        |条件(?:具备|成熟|允许)(?:时|后)(?:实施|执行|实现)|届时[^,;。]{{0,4}}视|视[^,;。]{{1,10}}(?:确定|调整)
        |待[^,;。]{{0,14}}后,?再(?:作|行|予以|做)?(?:调整|确定|明确|修订)|[仅只]作[^,;。]{{0,4}}(?:研究|内部|参考|讨论|交流)
        |(?<!重)[视按]?[^,;。()]{{0,10}}(?:适当|适时|酌情|相应)调整(?!产业|能源|结构|和|、)
        |(?:可以?|允许|不排除)[^,;。()结构]{{0,12}}(?:调整|修[订正改])(?=[,;。)]|$|的可能)
        |以[^,;。()]{{0,8}}(?:核定|批准|批复|审定|下达|确认|最终|上级|国家|省|自治区)[^,;。()]{{0,8}}为准
        |下浮|(?:上下|适当|允许|可)浮动|的浮动|[允容]许[^,;。()]{{0,4}}(?:偏差|误差)|误差|±\d
        |(?:最终|具体)?(?:年份|目标|数值|指标|降幅)?(?:最终|将)?另行(?:公布|确定|下达|通知)
        |(?:最终|目标|数值|指标|降幅)(?:数据)?(?:[应均]?以)[^,;。()]{{1,12}}为准
        |数[据值字]有误|有误|作废|(?:建议|拟)(?:删除|取消|下调|调低|调减)|^建议(?:到|至|将|把|在|[“"十2])
        |的(?:时间|任务|完成)?进度|目标(?:任务|值)?的?(?:完成|实现)(?:率|度|进度)?(?:为|达到?)?\d
        |\d%?或者?(?:是|为)?\d""",
    # a figure that another has taken the place of
    "replaced": r"""(?:^|[,;(:])(?:但|而)?(?:现|已|后|今|拟|将|现已|现拟|后经[^,;]{0,8}|经[^,;]{0,12})+
            (?:调整|修订|修改|下调|调减|调低|变更|核减|更正|改)(?:为|到|至|成)[^,;]{0,4}\d
        |(?:目标|指标|任务|%)值?(?:现|拟|已)?(?:下调|调减|调低|降低|更正)(?:为|到|至)\d
        |["”](?:修改|调整|变更|更正|改)(?:为|成)["“]
        |(?:新|现行|最新|实际)口径(?:为|是|:)?\d|应(?:更正|改|修正)?为["“]?\d""",
    # what a remark alone can say: a part, another's, a wish, a past
    "remark": r"""(?:[仅只限指为按系]|适用于?)*
            (?:(?:规模以上|规上|重点)?(?:工业|建筑|交通(?:运输)?|电力|公共机构|农业|服务业)(?:领域|部门|行业|企业|口径|数据|数)+
            |(?:全省|全国|省级?|国家|市区|城区|中心城区|岛[内外]|园区|开发区|试点区|市本级)(?:口径|数据?|平均(?:值|水平)?|范围|指标|目标)?)
        |(?:力争|争取|奋斗|挑战|愿景|参考|预测|理论|估算|展望|建议|设想|假设|示例|样例)性?(?:目标|指标|测算|计算|推算)?[值数]?
        |(?:为|系|按|即|由)?(?:国家|省里?|省政府|自治区|上级|市里?)?(?:下达|分解|分配)(?:到|给?与?)?(?:(?:全|我|本)[省市]|各[省市])?
            (?:的|约束性|考核)*(?:指标|目标|任务|计划|值|数)?
        |年均(?:值|数|下降|降幅|增长)?|(?:20\d\d年)?[已均]*(?:提前)?(?:完成|实现|达到)(?:数|值|情况)?|否|不采用|未采用|删除|取消|停用""",
    # that a note speaks of all that stands here
    "all": r"""(?:上述|以上|前述|本方案|本规划|所列|文中|表中|表内|上表|本表|下表|各项|全部|所有|下列|以下)[^,;]{0,10}
        (?:目标|指标|数据|数值|降幅|作废|有误|\d)|^(?:注:?|说明:?)?以上[均都皆]?[为是系]""",
    "others_scope": r"""(?:为|系|均为|按|属)(?:全省|全国|工业|规上|规模以上|市区|城区|园区|岛内)[^,;。]{0,6}
        (?:口径|平均(?:值|水平)?|数据)""",
    "mended": "^(?:更正|勘误|订正)(?:说明)?[:、]",
    "hoped": "(?:均|都|皆)?[为是系](?:力争|争取|奋斗|挑战)",
    "comment": r"\d%|应该?为|改[为成]|调整为|有误|错|核实|核对|存疑|删",
    "plain": "约束性?|预期性?|指导性|必选|国家|省级?|市级?",
}
_PARTS = re.compile("各(?!项)|县区|区县|部门|企业|年度|行业|地区")
_HINTS = ("上述", "以上", "前述", "本", "所列", "中", "内", "表", "项", "全部", "所有", "下列", "以下", "更正", "勘误",
          "订正")


_TENTATIVE = Rare(_WORDS["tentative"], "暂待未初供拟?例假不调修浮差±另准误废建进成现或难条视仅只", re.VERBOSE)
_REPLACED = Rare(_WORDS["replaced"], "修调变核更改降口应", re.VERBOSE)
_ALL = Rare(_WORDS["all"], "述以前本所文中表内上下各全有", re.VERBOSE)


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(_WORDS[name], re.VERBOSE)


def taken_back(text: str) -> str:
    """The words by which a clause, squeezed, takes back what it says or the one before said; "" where none do."""
    found = next((each for each in _TENTATIVE.finditer(text) if not _of_parts(text, each)), None) or (
        _REPLACED.search(text))
    return found[0].strip(",;:(") if found is not None else ""


def _of_parts(text: str, found: re.Match[str]) -> bool:
    """Whether what is still to come is the share of each part: 各县（市、区）具体指标由市政府另行下达."""
    return "另行" in found[0] and _PARTS.search(re.split("[,;。]", text[:found.end()])[-1]) is not None


def taken_back_all(text: str) -> str:
    """The words by which a note takes back all figures of its text or table: 以上目标仅供参考."""
    if _words("mended").search(text):
        return text[:40]
    if _ALL.search(text) is None:
        return ""
    found = next((each for name in ("others_scope", "hoped") if (each := _words(name).search(text))), None)
    return found[0] if found is not None else taken_back(text)


def of_another_year(remark: str, target: int | None) -> bool:
    """Whether a remark speaks of years to come that are not the value's own."""
    years = set(re.findall(r"20\d\d", remark))
    return bool(years) and target is not None and str(target) not in years and max(years) > "2012"


@lru_cache(maxsize=1024)
def remarked(printed: str, value: str, target: int | None) -> Message | None:
    """The doubt that a remark beside a value, its footnote, or a cell of an attribute, raises; None for most.

    A remark on another year does not touch the value, nor does one that says how it came to be: 由16调整为18.
    """
    text = squeezed(printed).strip("。;")
    if not text or of_another_year(text, target):
        return None
    words = taken_back(text)
    if not words and (changed := re.search(r"(?:调整|修订|更正|下调|改|应)(?:为|到|至)(\d+(?:\.\d+)?)", text)):
        words = changed[0] if changed[1] not in value else ""
    if words:
        return message("doubt-tentative", words=words)
    if len(text) <= 20 and _words("remark").fullmatch(text) and not _words("plain").fullmatch(text):
        return message("doubt-remark", words=text)
    return None


def weighs(comment: str) -> bool:
    """Whether a comment on a number may change it; one that only explains does not."""
    return _words("comment").search(squeezed(comment)) is not None or remarked(comment, "", None) is not None


def doubt_of_notes(texts: list[str]) -> Message | None:
    """The doubt that the notes of a table, or a line （暂定） above it, raise for all its values."""
    for text in map(squeezed, texts):
        alone = text.strip("()。")
        if len(alone) > 6 and not any(word in text for word in _HINTS):
            continue  # patterns are compiled when they are met
        words = taken_back_all(text) or (alone if len(alone) <= 6 and taken_back(alone) == alone else "")
        if words:
            return message("doubt-tentative", words=words)
    return None

"""What a caption, a sheet's name or an introducing sentence says against its table holding the applicant's targets."""

from __future__ import annotations

import re
from functools import lru_cache

from lowcarbon_desktop.ingest.about import below, region_of
from lowcarbon_desktop.ingest.names import Namer
from lowcarbon_desktop.ingest.no_plan import no_plan
from lowcarbon_desktop.ingest.plain_words import unexplained
from lowcarbon_desktop.ingest.scope import NOT_ADOPTED, OWN, SECTOR, UNSURE, Scope, Scopes
from lowcarbon_desktop.ingest.whose_words import names_numbers, names_of, names_somebody, stranger
from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.plan import Region
from lowcarbon_desktop.text.normal import HAN, squeezed
from lowcarbon_desktop.text.rare import Rare

_NUMBER = r"(?:[附续]?(?:表格?|件)[\d一二三四五六七八九十.\-]*[:、.]?|\(?[\d一二三四五六七八九十]+[、.)])+"
_OTHERS = Rare(r"(?:其[他她它余]|先进|兄弟|周边|相邻|同类|同等|发达|标杆|领先|部分|典型|可比|国内外?|国外|国际"
               r"|各(?:个)?(?:试点|示范)?)(?:的)?(?:低碳|试点|示范)*"
               r"(?:地区|城市|省[区市]*|地市|[区县]*市|区县|县区?|国家|区域|州|旗)", "其先兄周相同发标领部典可国各")
_BATCH = Rare(r"第?[一二三首]批(?:的)?(?:国家|全国|低碳|试点|示范)*(?:地区|城市|省[区市]*)", "批")
_APPLIES = r"申报|申请|方案"
_MEAN = r"(?<![年月日])平均"
_PARTS = Rare(r"(?:各|所辖|下辖|有关|重点|国家|省级|市级|高新|技术|经济|产业|工业|低碳|生态|循环|试点|示范)*"
              r"(?:县市区|区县|县区|县级?市|县(?=域|级|$)|试点[区县镇村]|乡镇|[镇乡]村|农村"
              r"|园区|开发区|高新区|经开区|保税区|(?<!群岛)新区|企业|集团|公司|工业园|产业(?:转移)?园|科技园)",
              "县区镇村企集公园")
_GOES_ON = r"(?=\d|[\"“”]?十|低碳|主要|目标|指标|规划|方案|[()的:、和与及]|节能|碳|近|远|单位|试点|完成|发展|$)"
_PLACE = (r"(?!(?:全|本|我|该|各|所在?)[市区县旗州])" + HAN + r"{1,5}?(?<![我本全该各由对经])(?:市|县|区|旗|镇|乡|街道)"
          + _GOES_ON)
_NO_PLACE = (r"(?:.{2,}|[本我该各全新大中小])?城市|(?:大)?都市|.*(?:省市|[县地区]市|辖市|单列市|级市|[地辖特]区|自治区"
             r"|功能区|保护区|控制区|示范区|试[验点]区|实验区)|(?:国家)?低碳(?:.|省区)")
_ISSUED = Rare("^(?:(?:关于)?(?:印发|转发|报送|上报|呈报|发布|公布)《?|关于《?|《)",
               "印转报布关《")  # 关于印发桂林市……的通知 is of 桂林
_MORE = (r"(?:略?高于|优于|低于|严于|不低于|超过|领先于?|快于|达到)[^,]*?(?:平均(?:水平|值)?|水平|要求|目标|任务|标准)"
         r"|\((?:与|和|同)[^()]*(?:对照|对比|比较|衔接)[^()]*\)"
         r"|力争(?=(?:实现|达到|完成)(?:下列|以下|如下))")
_MORE_THAN = Rare(_MORE, "于过领到(争")
_SAYS = Rare(r"^(?:[下上本附]表|表[\d一二三四五六七八九十]+)(?:[为是系]|[列给]出了?)", "为是系列给")
_NOT_IN_A_NAME = "[为是由把的据]|确定|提出|明确|制定|设定|列出|达到|各项"
_REASON = r"(?:借鉴|参[考照]|根据|依据|结合|按照?|经|在|为).*[,，]"
_LEADING_ENDS = ("如下", "如下表", "如下表所示", "如下所示", "见下表")
_STATED = (r"[,，]((?:[我本全](?:市|省|州|县|区|盟|地区|自治[区州]))[^,，]{0,4}(?:提出|确定|制定|设定|明确|承诺)"
           r"[^,，]*|(?:特|现)?(?:设定|提出|确定|制定|明确)(?!由)[^,，]*)$")
_OTHERS_SHEETS = ("全国", "国家", "下达", "省下达", "上级下达")
_SHORT = 45
_BESIDE_LATIN = rf"(?<=[A-Za-z\d])\s(?={HAN})|(?<={HAN})\s(?=[A-Za-z\d])"  # Word sets them apart
# a paper of the nation or of the province, whose targets stand below: 国务院《“十二五”工作方案》主要目标
_THEIR_PAPER = Rare(r"(?:(?:国务院|国家|全国|(?P<province>省(?!级低碳)))[^,《》]{0,12}《[^》]+》"
                    r"|《(?:国务院|全国|国家(?!低碳))[^》]*》)"
                    r"(?:(?![我本全]?[市州])[^,]){0,10}(?:目标|指标|任务)", "《")
# 从能源、产业、交通、建筑六个方面设置指标 names the parts of the whole
_FIELDS = r"[一-龥]{2}(?:、[一-龥]{2,5}){2,}[^,]{0,8}(?:方面|领域|维度|类别?|层面|板块)"
_OF_ALL = r"的?(?:低碳)?(?:目标|指标|任务|水平|平均|数据|情况|表)*"
_LEADS = Rare(r"(?:如下表?|[见列]下表|[为是])?:$", ":")
_OF_TABLE = (r"(?:分?年度|分阶段|规划|控制|预期|约束性|主要)?(?:目标|指标|变化|情况|计划)*"
             r"(?:分解|一览|统计|汇总)?(?:表|图)?(?:如下:?)?$")
_PERIOD = r"(?:[\"“”]?十[一二三四]?五[\"“”]?(?:时期|期间)?)"
_OF_ABOVE = Rare(r"(?P<nation>全国(?!重点|文明)|我国|国家(?!级|低碳|试点|示范|生态|园林|森林|新型|可持续))"
                 r"|(?P<province>[我本全](?:省|自治区)|自治区|(?P<region>[我本全]区))", "国省区")
_AHEAD = ("率先", "领先", "前列", "先行", "第一", "一流")
_TO_ALL = Rare(rf"^({_PERIOD}?)(?:各|所辖|下辖)(?:[县区市州盟旗镇乡]|\([县区市州盟旗、]+\)|、)+的?", "各辖")


@lru_cache(maxsize=1024)
def scope_of_caption(words: str, applicant: Region | None, places: Places, one_place: bool = True) -> Scope:
    """The scope that a caption gives: another place's is context, a sector's or what was never adopted is in doubt.

    In a table of several places (`one_place` False) the rows say whose they are. Of a long sentence the last clause
    alone is heard, and reasons never: 借鉴先进城市经验，提出如下目标 is the applicant's own.
    """
    scope = OWN
    if applicant is None and one_place and len({region.name for region in region_of(squeezed(words), places)}) > 1:
        return Scope(unsure=words)  # of two places nobody knows whose it is
    for part in words.split():
        text = squeezed(part)
        if len(text) > _SHORT:
            text = re.split("[,，;。]", text.rstrip(",，;。:"))[-1]
        bare = re.sub(f"^{_REASON}", "", text)
        if text.endswith(":") and "," in text:  # 我市参照成都市的做法，成都市目标如下：
            scope = scope.under(_of_part(re.split("[,;。]", text)[-1], applicant, places, one_place))
        scope = scope.under(_of_part(bare, applicant, places, one_place))
    return scope


@lru_cache(maxsize=1024)
def strange(words: str, applicant: Region | None, places: Places, sentence: bool = False,
            heading: bool = False) -> Scope:
    """The doubt where a caption, a sheet's name or a `sentence` says what nobody can explain: 芙蓉新城低碳目标."""
    own = names_of(applicant, places) if applicant is not None else tuple(
        name for name, _ in places.mentioned(squeezed(words)) if name != NATION)
    texts = [re.sub(f"^{_REASON}", "", squeezed(part)) for part in words.split()]
    # a heading says of what its section is, in many words, and rarely whose
    said = [text for text in texts if (left := stranger(text, own))
            and (not heading or names_numbers(text) or names_somebody(left))]
    told = [text for text in said if names_numbers(text)] or (
        said if len(said) == 1 and not sentence else [])  # but 联系人 张三 is no caption
    return Scope(unsure=told[0] if told else "")


@lru_cache(maxsize=1024)
def scope_of_sheet(name: str, scopes: Scopes) -> Scope:
    """The scope that a sheet's name gives: 全国, 下达 and 广东省 are others'."""
    bare = re.sub(rf"{_NUMBER}|[\d_\-.]+|分解|表$", "", squeezed(name))
    bare = re.sub("(?:低碳|主要|发展)*(?:目标|指标|要求)$", "", bare)
    ours = bare[:1] in ("", "本", "我")
    said = scopes.text(bare) if not ours and (bare in _OTHERS_SHEETS or bare[-1:] in "省市区州盟") else OWN
    return Scope(said.region, said.kind) if said.region is not None or said.kind == "context" else OWN


def stated_by_us(words: str) -> str:
    """What a caption says of whose the table is, without its reasons: 与省下达的任务相衔接，我市提出以下目标.

    Of a sentence that leads to the table that is the last clause: 目标分解到各县（市、区），全市目标如下：.
    """
    return " ".join(map(_last_clause, words.split()))


def _last_clause(words: str) -> str:
    if ("," in words or "，" in words) and (
            words.endswith((":", "：")) or words.rstrip("。").endswith(_LEADING_ENDS)):
        return next((each for each in reversed(re.split("[,，]", words)) if names_numbers(each)), words)
    found = re.search(_STATED, words) if "," in words or "，" in words else None
    return found[1] if found is not None else re.sub(_MORE, "", words) if "(" in words else words


@lru_cache(maxsize=1024)
def topic_of(words: str, scopes: Scopes, namer: Namer) -> str:
    """The indicator's name that a caption consists of, "" where of none: 表1 保定市单位GDP能耗下降目标."""
    parts = re.sub(_BESIDE_LATIN, "", re.sub("指标(?:名称)?[:：]", " ", words)).split()
    for part in (*reversed(parts), *["".join(parts)] * (len(parts) > 1)):
        bare, scope = scopes.name(re.sub(f"^{_NUMBER}", "", squeezed(part)))
        bare = _TO_ALL.sub(r"\1", re.sub("^[及和与](?=各|所辖|下辖)", "", bare)).removeprefix("市").removeprefix("的")
        bare = re.sub(_OF_TABLE, "", bare)
        if scope == OWN and bare and namer.understand(bare, "").indicator is not None:
            return bare
    return ""


def _of_part(text: str, applicant: Region | None, places: Places, one_place: bool) -> Scope:
    text = _MORE_THAN.sub("", _SAYS.sub("", text))
    if not text:
        return OWN
    bare = _LEADS.sub("", re.sub(rf"^(?:{_NUMBER}|附[:：])*" if "附" in text else f"^{_NUMBER}", "", text))
    if (above := _of_those_above(bare, applicant, places)) is not None:
        return above
    told = UNSURE.search(text) or NOT_ADOPTED.search(text) or no_plan(text)
    told = told or _of_their_paper(text, applicant)
    unsure = text if told else ""
    sector = found[0] if (found := SECTOR.search(text)) and re.search(_FIELDS, text) is None else ""
    if not one_place or applicant is None:
        return Scope(None, "target", sector, unsure or (below(text, places) if one_place else ""))
    own, rest = _without_own(_ISSUED.sub("", re.sub(f"^{_NUMBER}", "", text)), applicant, places)
    if not own and applicant.level in ("city", "county") and rest != bare and re.fullmatch(_OF_ALL, rest):
        return Scope(applicant.province, "context", sector, unsure)  # 河北省低碳目标
    other = _other_place(rest, own, applicant, places)
    if other:
        return Scope(other, "context", sector, unsure)
    if not unsure and (_PARTS.search(rest) or (not own and re.search(_MEAN, rest))):
        unsure = text
    return Scope(None, "target", sector, unsure)


def _of_those_above(text: str, applicant: Region | None, places: Places) -> Scope | None:
    """The scope of 全国“十二五”目标 and 全省低碳目标; None where the words that follow do not say just that."""
    found = _OF_ABOVE.match(text)
    rest = text[found.end():] if found is not None else ""
    if found is None or (rest and not names_numbers(rest)) or any(word in text for word in _AHEAD) or (
            unexplained(rest)):
        return None
    if found["nation"]:
        return Scope(NATION, "context")
    inside = applicant is not None and applicant.level in ("city", "county")
    if found["region"] and not (inside and any(each.full_name.endswith("自治区") for each in places.find(
            applicant.province if applicant is not None else ""))):
        return None
    return Scope(applicant.province, "context") if inside and applicant is not None else OWN


def _of_their_paper(text: str, applicant: Region | None) -> bool:
    found = _THEIR_PAPER.search(text)
    return found is not None and not (found["province"] and applicant is not None and applicant.level == "province")


def _without_own(text: str, applicant: Region, places: Places) -> tuple[bool, str]:
    """(whether the applicant is named in front, the words behind it and its province).

    河北省邯郸市武安市 gives 武安市.
    """
    behind = behind_county(text, applicant, places)
    if behind is not None:
        return True, behind
    own = False
    while name := places.leading(text):
        if text[len(name):len(name) + 1] in ("县", "区", "旗") and not text.startswith("区域", len(name)):
            return own, text  # 邯郸县 is not 邯郸
        formerly = name.endswith(("地区", "盟")) and places.find(name) == (applicant,)  # 海东地区, a city since
        ours = name in (applicant.name, applicant.full_name) or formerly
        if not ours and places.find(name)[0].name != applicant.province:
            break
        own = own or ours
        text = text[len(name):].removeprefix("地区")
    return own, text


def behind_county(text: str, applicant: Region | None, places: Places) -> str | None:
    """What stands behind the name of a county that the gazetteer does not list; None for other applicants and texts."""
    if applicant is None or applicant.level != "county" or not (place := places.leading(applicant.full_name)):
        return None
    own = applicant.full_name.removeprefix(place)
    return text.partition(own)[2] if own and own in text[:_SHORT // 2] else None


def _other_place(rest: str, own: bool, applicant: Region, places: Places) -> str:
    """The place, or the class of places, that a caption begins with once the applicant's name is off it, else ""."""
    others = _OTHERS.search(rest)
    if others is not None:
        return others[0]
    batch = _BATCH.search(rest)
    if batch is not None and not own and not re.search(_APPLIES, rest):
        return batch[0]
    name = places.leading(rest)
    if name and name != NATION and re.match(_GOES_ON, rest[len(name):]):
        return name
    found = _PARTS.match(rest) or re.match(_PLACE, rest)
    if found is None or re.fullmatch(_NO_PLACE, found[0]) or re.search(_NOT_IN_A_NAME, found[0]):
        return ""
    inner = next((name for name, readings in places.mentioned(found[0]) if found[0].endswith(name)
                  and applicant in readings), "")
    before = found[0].removesuffix(inner)  # 成立湘潭市低碳试点工作领导小组 is ours, 省下达湘潭市任务 is not
    return "" if inner and (before == "下达" or not unexplained(before)) else found[0]

"""The data behind the targets: inventories and their years, and the system of statistics and accounting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lowcarbon_desktop.ingest.prose.facts.clauses import Clause, Text
from lowcarbon_desktop.ingest.prose.facts.mood import mood
from lowcarbon_desktop.ingest.prose.facts.saying import Saying
from lowcarbon_desktop.ingest.prose.facts.things import Statement, Thing, core_of, statements

INVENTORY = Thing(("清单",), r"(?P<phrase>[^,;。的了《》]{0,20}?)(?:温室气体|碳|二氧化碳"
                  r"|GHG|(?<=\d年)|(?<=\d年度)|(?<=年度的)|(?<=\d年全[市省州盟])|(?<=\d年度全[市省州盟])|(?<=完成)(?=清单报告))(?:的)?(?:排放)?(?:源)?(?:[与和及]?吸收汇)?"
                  r"(?:排放)?清单(?:报告)?"
                  r"(?!(?:编制)?试点(?:省|市|单位|地区)|编制指南|指南|编制方法|方法|编制能力|编制工作方案|编制培训|培训"
                  r"|编制队伍|数据库|管理"
                  r"|编制机制|编制制度|编制经费|编制机构)",
                  "编制|编写|开展|完成|建立|形成|制定|推进|做好|启动|核算|组织", ready="(?:编制|编写)完成"
                                                                                       "|通过[^,;。]{0,14}?(?:验收|评审|审查)"
                                                                                       "|编制并",
                  bare="in_preparation", label="清单")
_OTHERS_LIST = re.compile(r"国家|企业|园区|社区|景区|校园|行业|领域|部门|工厂|试点省|全国|产品|项目|污染|排污"
                          r"|[工农林牧渔]业|交通|建筑|生活|废弃物|能源活动")
_SECTORS = 3  # so many name the whole: 能源、工业、农业、林业和废弃物处理温室气体清单
_YEAR = r"(?:19|20)\d\d"
_YEARS = rf"{_YEAR}年?(?:[、和与及至到,~-]+{_YEAR}年?)*"
_OF_YEARS = (rf"({_YEARS})(?:各?年?度)?(?:[两二三四五六]个?年(?:度|份))?"
             r"(?:的|各|全?[市省县区州]级?|本级|各部门|我|本|[\u4e00-\u9fff]{2,4}[市省县州])*$")
_COVERING = ",(?:清单)?(?:基准年份?|年份|涵盖|覆盖|包括|涉及)(?:分别)?[为是]?"
_DATE = (rf"({_YEAR})年(?:(\d{{1,2}})月(?:份|初|底|[上中下]旬)?)?(?!(?:\d月|底|末)*前)[^,;度]{{0,6}}"
         r",?[^,;年]{0,10}?完成")
_BASIS = re.compile("(?:工作|已有|现有|试点|低碳)基础|基础工作|工作进展|进展情况|(?:主要|工作|取得的?)成[效绩]"
                    "|已开展的?工作")
# 组织开展了……清单编制工作，三份清单均已通过验收
_ACCEPTED = re.compile(r"(?:的?编制)?(?:工作)?,(?:[两三四五几]|该|此|上述|均|并?已)[^,;未没尚将待拟\d]{0,8}"
                       r"(?:编制完成|通过[^,;]{0,12}(?:验收|评审|审查|审定))")
_HALF = 6  # an application of the year was written in its middle
STATISTICS = Thing(("统计", "核算", "计量", "监测"),
                   r"(?P<phrase>[^,;。的了《》]{0,16}?)(?:(?:温室气体|碳排放|二氧化碳|低碳|应对气候变化|控排|碳减排"
                   r"|碳强度|碳)(?:(?!建立|完善|考核办法)[^,;。《》]){0,20}?"
                   r"(?:统计|核算|计量|监测)(?:(?!建立|完善)[^,;。《》]){0,14}?(?:体系|制度|系统|机制|平台)"
                   r"|(?:统计核算|统计监测|统计[、和]核算)[^,;:。]{0,6}(?:体系|制度)(?=[^,:]{0,8}:))(?!的?(?:研究"
                   r"|方法|课题))",
                   "建立健全|建立|构建|建成|建设|形成|制定|实行|出台|健全|完善|搭建|运行|组建|推进|加快", label="统计")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def ghg_inventory(text: Text) -> Iterator[Saying]:
    """What is said of the applicant's own inventories; having started one, or having it as a task, is preparation."""
    for clause in text.clauses:
        for each in statements(clause, INVENTORY, text.actors):
            if not each.own or (not each.bare and _of_a_part(clause, each)):
                continue
            if not _pattern("气|碳|GHG").search(each.name[0]) and not _pattern(
                    "(?:温室气体|碳)[^,;]{0,6}清单").search(clause.about + clause.text[:each.name.start()]):
                if text.low_carbon and "年度的清单" in clause.text:  # most likely of greenhouse gases
                    yield Saying("unknown", clause.sentence)
                continue  # 2005年清单 is one of greenhouse gases where those are spoken of
            if text.actors.level != "province" and re.search("省(?!内)|自治区", each.name[0]):
                continue
            state = _conducted(clause, each)
            years = _years(clause, each) if state in ("stated", "absent") else None
            yield Saying(state, clause.sentence, years if state == "stated" else None, key=years or "")


def _of_a_part(clause: Clause, each: Statement) -> bool:
    """Whether an inventory is somebody else's, or that of a sector; several sectors together are the whole."""
    listed = clause.text[clause.text.rfind(",", 0, each.name.start()) + 1:each.name.end()]
    return _OTHERS_LIST.search(each.name[0][:-2]) is not None and len(re.split("、|和|及", listed)) < _SECTORS


def _conducted(clause: Clause, each: Statement) -> str:
    """开展了……编制工作 does not say that it was finished."""
    if clause.text.startswith("研究", each.name.end()):
        return "unknown"
    near = clause.text[each.start:core_of(each.name)] + clause.text[each.name.end():each.end]
    if each.state == "in_preparation" and "完成" in near and _done_by_date(clause, each):
        return "stated"
    finished = re.search("完成|编制了|编写了|已编|形成|通过|建立", near)
    if finished is None and each.state == "stated" and _ACCEPTED.match(clause.text, each.end) is not None:
        return "stated"
    open_ended = finished is None and re.search("开展|推进|组织|做好", near) is not None
    return "unknown" if each.state == "stated" and open_ended else each.state


def _done_by_date(clause: Clause, each: Statement) -> bool:
    """2012年3月完成……: a bare verb tells what is done where its date was over when the application was written."""
    if mood(clause.text[clause.text.rfind(",", 0, each.start) + 1:each.end]) not in ("", "stated"):
        return False
    if any(_BASIS.search(said) for said in (clause.text.partition(":")[0], *clause.sentence.headings[-2:])):
        return True  # 工作基础：完成……清单编制
    before = clause.text[:each.start]
    comma = before.rfind(",", 0, max(len(before) - 3, 0)) + 1
    dated = _pattern(_DATE).search(before[comma:] + clause.text[each.start:core_of(each.name)])
    if dated is None:
        return False
    year, month = int(dated[1]), int(dated[2] or 12)
    return year <= clause.past or (year == clause.past + 1 and month <= _HALF)


def _years(clause: Clause, each: Statement) -> str | None:
    """The years of the inventory itself: before its name or in the brackets behind it, not when it was done."""
    before = clause.text[max(0, each.name.start() - 30):core_of(each.name)]
    found = _pattern(_OF_YEARS).search(before)
    after = _pattern(rf"(?:编制)?(?:工作)?"
                     rf"(?:\(?(?:年份为?|包括)?|{_COVERING})({_YEARS})").match(clause.text, each.name.end())
    labelled = _pattern(rf"[^:]*:(?:已|编制|完成|了)*({_YEARS})").match(clause.text)
    years = found or after or labelled
    return years[1].rstrip("、,和与及") if years is not None else None


def statistics_system(text: Text) -> Iterator[Saying]:
    """Whether statistics and accounting of greenhouse gases are in place; those of energy alone are another thing."""
    for clause in text.clauses:
        for each in statements(clause, STATISTICS, text.actors):
            if not each.own or re.search("园区|^(?!.*(?:碳|温室))[^:]*(?:能源|节能|环境)", each.name[0]):
                continue
            if re.search("企业|重点单位", each.name[0]):  # what enterprises report is a part of it
                yield Saying("unknown", clause.sentence)
                continue
            verb = clause.text[each.start:each.end]
            only_better = re.search(r"(?:完善|健全|加强)", verb) and not re.search(r"建立|构建|建成|形成|制定|实行"
                                                                                   r"|出台", verb)
            yield Saying("unknown" if each.state == "stated" and only_better and "已" not in verb else each.state,
                         clause.sentence)

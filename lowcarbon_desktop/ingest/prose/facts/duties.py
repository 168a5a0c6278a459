"""Who answers for the cut: handed down to districts and counties, and assessed by contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lowcarbon_desktop.ingest.prose.facts.clauses import Clause, Text, words
from lowcarbon_desktop.ingest.prose.facts.mood import mood
from lowcarbon_desktop.ingest.prose.facts.saying import Saying
from lowcarbon_desktop.ingest.prose.facts.things import Thing, answered, statements

_COUNTIES = (r"(?:各|全[市省]|所辖|下辖|辖区|\d+个|[一二三四五六七八九十]+个|有关|到|至|给|向|与|和"
             r"|[、])[^,;。各]{0,8}?"
             r"(?:区县|县区|县市区|市县区|区市县|县\(|区\(|市\(|旗\(|州\(|旗县|县市|[县区旗盟州](?!域|别|分|间|位)"
             r"|镇(?:街|乡)|街道|乡镇|设区市|地级市|州市)")
_CITIES = (r"(?:各|全省|\d+个|[一二三四五六七八九十]+个|到|至|给|向|与|和)[^,;。各]{0,8}?(?:设区市|地级市|州市|市州"
           r"|市县|盟市|[市州盟县区](?!场|域|政|直|民|级|委))")
_HANDED = (
    (r"(?P<verb>(?:分解|下达|细化|分配)(?:落实|下达|分解|细化|分配)?)(?P<perfect>了)?(?:落实)?(?:到|至|给|于|为)?"
     r"(?:各?(?:年度|部门|行业|领域|单位)[、和及])*(?P<to>COUNTIES)"),
    r"(?:向|给|对)(?P<to>COUNTIES)[^,;]{0,16}(?P<verb>分解|下达|分配)(?P<perfect>了)?[^,;]{0,20}?(?:指标|目标|任务)",
    (r"(?P<to>COUNTIES)[^,;到至将把要政]{0,24}(?:指标|目标|任务)(?:已|均|全部|由)?[^,;到至]{0,10}(?P<verb>分解|下达)"
     r"(?P<perfect>了)?"),
    (r"(?:将|把|对)?[^,;]{0,40}(?:指标|目标|任务)(?:已|均|全部|逐级|层层)*(?:按|由)?[^,;]{0,12}(?P<verb>落实)"
     r"(?P<perfect>了)?(?:到|至|给)(?P<to>COUNTIES)"),
    (r"(?:指标|目标|任务)[^,;]{0,10}(?P<verb>分解|细化)(?P<perfect>了)?,(?:并|层层|逐级|全部|切实)*(?:落实|下达|分解)"
     r"(?:到|至|给|于)?(?P<to>COUNTIES)"),
    (r"[按分](?P<to>各?(?:设区市|地级市|[县区市旗州盟])(?:\([^()]*\)|[县区市旗]|、)*)(?:分别|予以|进行)?(?P<perfect>了)?"
     r"(?P<verb>分解|下达)"),
    (r"(?P<verb>印发|制定|出台|下发|提出)(?P<perfect>了)?[^,;]{0,40}(?:指标|目标|任务)分解(?:落实)?(?:方案|意见|办法)"
     r"[^;]{0,12}(?P<to>COUNTIES)"),
    (r"(?:指标|目标|任务)分解(?:落实)?(?:方案|意见|办法)[^,;]{0,6}(?P<verb>印发|制定|出台|下发)(?P<perfect>了)?[^;]{0,12}"
     r"(?P<to>COUNTIES)"),
    (r"(?P<to>各(?:设区市|地级市|[县区市旗州盟]{1,3})(?:\([^()]*\))?)[^,;各到]{0,24}碳[^,;]{0,16}(?:指标|目标|任务)(?P<perfect>)"
     r"(?:分解)?(?:情况)?"
     r"(?P<verb>如下|如表|详?见[附下]?表|分别为|为|:(?=[^:;,\d]{1,6}[县区市旗州]\d))"),
    (r"(?P<verb>确定|明确|核定|下达)(?P<perfect>了)?(?P<to>各(?:县|区|市|旗|州|设区市|县区|区县)(?:\([^()]*\))?)的?[^,;]{0,20}碳[^,;]{0,16}"
     r"(?:指标|目标|任务)"),
)
_BROKEN_DOWN = re.compile(r"(?:指标|目标|任务)[^,;到给向]{0,12}(?P<verb>分解|细化"
                          r"|下达)(?P<perfect>了)?(?P<to>)(?!到|至|给|我)")
_NOT_CARBON = re.compile(r"节能|能耗|能源消费|污染|主要污染物|森林|造林|绿化|扶贫|投资|招商|淘汰落后|用水|节水|耕地"
                         r"|项目建设|GDP增长")
_POLLUTION = re.compile(r"二氧化硫|氮氧化物|化学需氧量|氨氮|COD|SO2|粉尘|烟尘|污染|总量(?:减排|控制)|减排总量"
                        r"|环境保护|环保")
CONTRACT = Thing(("责任", "考核", "评价", "评估", "管理", "问责"),
                 r"(?P<phrase>[^,;。的了《》]{0,24}?)(?:(?:目标)?(?:管理)?责任[书状](?!的?要求)"
                 r"|(?:目标|工作|考核|评价|责任){1,3}(?:和|与|及)?(?:责任|考核|评价|评估|管理|问责){1,3}(?:制度?|体系|机制"
                 r"|办法|考核){1,2}|(?<=发展|试点|排放|强度|目标|城市)(?:评价)?考[核评](?:办法|细则|制度|体系|机制))",
                 "签订|签署|建立健全|建立|实行|实施|制定|出台|落实|推行|健全|完善|强化|严格|构建|纳入|印发|开展|层层签订",
                 label="(?:责任书|责任制|考核)")
_ASSESSED = tuple(map(re.compile, (
    r"(?P<verb>作为)(?P<perfect>了)?[^,;。]{0,24}(?:考核|考评|绩效|政绩)[^,;。]{0,6}(?:内容|指标|依据)",
    r"(?P<verb>纳入|列入)(?P<perfect>了)?[^,;。]{0,30}?(?:考核|考评|绩效|政绩)",
    (r"(?:目标|指标|任务)[^;]{0,24}(?:分解|下达|落实)[^;]{0,24},(?P<verb>实行|开展|进行)(?P<perfect>了)?"
     r"(?:年度|定期|目标|责任|严格|绩效|量化)*(?:考核|考评)"),
    (r"各[^,;]{0,14}向(?:[省市州盟区]|自治区)?(?:委|党委)?、?(?:[省市州盟区]|自治区)?(?:人民)?政府(?:层层)?"
     r"(?P<verb>递交|提交|签订|签署|报送|立下|作出)(?P<perfect>了)?[^,;]{0,24}责任[书状]"),
    r"(?:年度|目标|责任|评价|绩效)*考[核评]结果[^,;]{0,8}(?P<verb>公告|公布|公示|通报|纳入|作为)(?P<perfect>了)?",
    r"对[^,;]{2,40}(?:情况|工作|任务|目标)(?P<verb>进行|实施|开展|实行)(?P<perfect>了)?[^,;]{0,8}(?:考核|考评)")))
_ENTERPRISES = re.compile(r"(?:与|和|同)[^,;]{0,10}(?:企业|单位|公司)[^,;]{0,6}签")
_TO_WHOM = re.compile(r"(?:与|和|同|对|向|按|根据|结合|给|考虑)(?:了)?[^,;]*?(?:各|\d+个"
                      r"|下辖)[^,;]*(?=,|$)")


@cache
def _handed(level: str) -> tuple[re.Pattern[str], ...]:
    counties = rf"(?:{_COUNTIES}|{_CITIES})" if level in ("province", "") else _COUNTIES
    return tuple(re.compile(each.replace("COUNTIES", counties)) for each in _HANDED)


def target_decomposition(text: Text) -> Iterator[Saying]:
    """Whether the cut is handed down to districts and counties; to trades or enterprises alone is another thing."""
    for clause in text.clauses:
        if not any(sign in clause.text for sign in ("指标", "目标", "任务", "分解")):
            continue
        handed = [each for order in _handed(text.actors.level) for each in order.finditer(clause.text)]
        only = None if handed else _BROKEN_DOWN.search(clause.text)
        if only is not None and "碳" in clause.text[:only.end()] and not _foreign(clause, only.start("verb"), text):
            state = _state(clause, only, bare="unknown") if clause.states else "unknown"
            yield Saying("unknown" if state == "stated" else state, clause.sentence)  # to whom is not said
        for found in handed:
            matter = _matter(clause, found, text)
            if matter is None or _foreign(clause, min(found.start("verb"), found.start("to")), text):
                continue
            if "各省" in found["to"] or (text.actors.level in ("city", "county") and "我市" in found["to"]):
                continue
            state = _state(clause, found, bare="stated") if clause.states else "unknown"
            yield Saying(state if matter else "unknown", clause.sentence)


def responsibility_assessment(text: Text) -> Iterator[Saying]:
    """Whether contracts are signed and assessed for low-carbon work, with districts or departments, not enterprises."""
    for clause in text.clauses:
        if _ENTERPRISES.search(clause.text) and not re.search(_COUNTIES, clause.text):
            continue
        for each in statements(clause, CONTRACT, text.actors):
            matter = _matter(clause, each.name, text)
            if words("other").search(each.name["phrase"]) and not words("matter").search(each.name["phrase"]):
                continue  # 召开低碳发展大会，签订招商目标责任书
            if matter is None or _foreign(clause, each.verb, text):
                continue
            verb = clause.text[each.start:each.end]
            only_better = re.search("完善|健全|强化|严格", verb) and not re.search("建立|实行|签订|签署|制定|出台"
                                                                                   "|纳入", verb)
            upward = re.search("(?:与|和|同)(?:省|自治区|国家)[^,;]{0,8}签", clause.text) is not None
            doubt = upward or not matter or (each.state == "stated" and only_better)
            yield Saying("unknown" if doubt else each.state, clause.sentence)
        for found in (each for assessed in _ASSESSED for each in assessed.finditer(clause.text)):
            matter = _matter(clause, found, text)
            if matter is not None and not _foreign(clause, found.start(), text):
                state = _state(clause, found, bare="stated") if clause.states else "unknown"
                yield Saying(state if matter else "unknown", clause.sentence)


def _foreign(clause: Clause, verb: int, text: Text) -> bool:
    """Whether somebody else acts; those to whom it is done do not: 与各区县签订, 将全市指标按各县区."""
    before = _TO_WHOM.sub("", clause.text[:verb])
    accepts = re.search(r"接受[^,;]*$", clause.text[:verb]) is not None
    return accepts or text.actors.foreign(before + clause.text[verb:verb + 8], len(before), clause.foreign)


def _state(clause: Clause, found: re.Match[str], bare: str) -> str:
    if answer := answered(clause.text[found.end():].partition(":")[2]):
        return answer
    comma = clause.text.rfind(",", 0, found.start("verb")) + 1
    near = clause.text[comma:found.end()]
    return mood(near, clause.text[:comma], clause.text[found.end():].partition(",")[0], bool(found["perfect"])) or bare


def _matter(clause: Clause, found: re.Match[str], text: Text) -> bool | None:
    """True for carbon, None for another matter, False where the clause leaves it open.

    将目标任务层层分解 in a plan for low-carbon work is of that work.
    """
    near = clause.text[:found.end()]
    if words("matter").search(near) or "碳" in near:
        return True
    if _POLLUTION.search(near):
        return None
    if "减排" in near:  # of what is not said: of energy and of pollutants, as a rule
        return False
    if _NOT_CARBON.search(near) or words("other").search(near):
        return None
    whole = text.low_carbon and re.search("目标任务|目标完成情况|目标责任|各项(?:目标|指标)|目标和任务|目标、任务"
                                          "|目标指标", clause.text)
    return bool(whole) or words("matter").search(clause.about) is not None or "碳" in clause.about

"""Where the leading group's office sits, and whether departments meet jointly by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lowcarbon_desktop.ingest.prose.facts.clauses import Clause, Text, words
from lowcarbon_desktop.ingest.prose.facts.groups import group_before, groups_in, standing
from lowcarbon_desktop.ingest.prose.facts.mood import mood
from lowcarbon_desktop.ingest.prose.facts.saying import Saying
from lowcarbon_desktop.ingest.prose.facts.things import Thing, statements

_DEPARTMENT = r"(?P<seat>[^,;:。]{2,30})"
_NAMED = (r"(?:[市省州县区盟]|自治区|地区)?(?:人民政府|政府)?(?:发展|发改|[\u4e00-\u9fff]{2,8}(?:委|局|厅)(?![长员]))"
          r"(?![^,;]{0,8}(?:主任|局长))")
_SEATED = (
    (rf"(?P<lead>[^,;。]{{0,30}})(?:办公室|(?<=[碳候组])办)(?:\(以?下?简称[^)]*\))?[,(]?(?:办公室|地点)?(?:将|拟|暂|均|仍|现|也|原|是否"
     rf"|已|未|尚|没有|不再)*"
     rf"(?:设立?[在于]|挂靠于?在?|挂在|设置[在于]|放在|依托|附设(?:在|于)|与(?=[^,;]{{2,14}}合署)"
     rf"|[在于设](?={_NAMED})){_DEPARTMENT}"),
    (rf"(?P<lead>)(?:在|由){_DEPARTMENT[:-1]}?)(?:设立?|下设|承担|负责|兼任|作为)(?:[^,;。]{{0,10}}领导小组)"
     r"(?:的)?办公室"),
    rf"(?P<lead>)(?:^|[,;])(?:同时|并)?在{_DEPARTMENT[:-1]}?)(?:设立|下设|设)(?:领导小组的?)?办公室(?!主任)",
    (rf"(?:^|[,;])(?P<lead>(?:[^,;。]{{0,30}}(?:小组|指挥部|专班|其))?)(?:办公室)?的?(?:具体)?"
     rf"(?:日常(?:管理|协调|办公)?(?:工作|事务|办事机构)|办事机构)(?:由(?:设在)?|设在?|为){_DEPARTMENT[:-1]}?)"
     r"(?=的领导小组|(?:具体|牵头)*(?:承担|负责|办理)(?!督促|指导|监督|协助)|[,;。]|$)"),
    (r"(?P<lead>)(?:^|[,;])(?P<seat>[^,;:。在由]{2,24}?[委局厅办])(?:为|是|作为)(?:[^,;。]{0,10}领导小组)"
     r"(?:的)?办公室(?:所在|常设)?单位"),
    (r"(?P<lead>)(?:^|[,;])(?P<seat>[^,;:。在由]{2,24}?[委局厅办])(?:承担|设立?|下设)(?:[^,;。]{0,10}领导小组)"
     r"(?:的)?(?:办公室|日常)(?!主任)"),
    rf"(?P<lead>)由{_DEPARTMENT[:-1]}?)(?:具体)?(?:承担|负责)(?:[^,;。]{{0,12}}领导小组)(?:办公室)?(?:的)?日常",
    (rf"(?P<lead>[^:]{{0,14}}办公室)(?:设置|所在部门|设在|所在单位|所在地|地点|设立|牵头部门)?:(?:设在|设于)?"
     rf"{_DEPARTMENT}"),
)
_SPOKEN_OF = re.compile(r"(?P<lead>[^,;。]{0,30}(?:小组|下设|设立)的?)(?P<seat>办公室)(?!设备|人员)"
                        r"|(?:^|[,;])办公室主任由")
_REFORM = re.compile(r"发展?(?:和|与)?改革?(?:委|局|办|科)|发展(?:和|与)?改革|发改|发展计划委")
_BODY = re.compile(r"[委局厅办部处科院司]|中心|公室|机构")
_NO_GROUP = re.compile(r"(?:节能|节水|创建|创城|文明|信访|法制|联席会议|专家|能源|环保|政府|委员会|市委|金融|研究"
                       r"|应急|招商)$")
_PAST = re.compile(r"原(?!则)|此前|过去|以前")
JOINT = Thing(("联席",), r"(?P<phrase>[^,;。的了由()《》立]{0,16})"
              r"(?:联席会议(?:制度|机制)?|联席会商(?:制度|机制)|联席(?:制度|机制))",
              "建立健全|建立|设立|成立|实行|实施|形成|健全|完善|坚持|推行|构建|落实|依托|定期召开|召开",
              label="联席会议")
_REGULAR = re.compile(r"每(?:半年|季度?|月|年|两个?月)[^,;]{0,8}(?:召开|举行)"
                      r"|联席会议[^,;]{0,4}由[^,;]{2,16}(?:召集|主持)"
                      r"|由[^;]{0,40}联席会议(?:统筹|协调|负责|组织)|组成[^,;]{0,12}联席会议")
_FILLER = re.compile("部门|厅际|[省市州盟区县旗]|政府|[全我本各多跨间级内]|小组|委员会|有关|相关|定期|领导|工作"
                     "|试点|城市"
                     "|创建|建设|发展|统筹|协调|推进"
                     "|组织|日常|成员|单位|负责人?|主要|行政|首长|首席|联络员|会商|议事|例会|专题|研究|重大|事项|问题|季度|月度?|年度|健全|完善"
                     "|坚持|实行|形成|并|和|与|及|、|由|以|了|新|该|此|已|将|拟|要|[\\d一二三四两每]")
_THE_SAME = re.compile("(?:该|此|上述)(?:局|委|厅|办|单位|部门)$")
_OTHERS_MEETING = re.compile(r"京津冀|[长珠]三角|长株潭|城市群"
                             r"|省部|部省|部际|国际|两岸|新闻|股东|院地|校地|银企|区域|城市间|市际|省际|沿海|双边")


@cache
def _seated() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _SEATED))


def leading_group_office(text: Text) -> Iterator[Saying]:
    """The seat of the group's own office; that its director comes from a department does not say where it sits."""
    for clause in text.clauses:
        if "办" not in clause.text and "日常" not in clause.text:
            continue
        seats = [each for order in _seated() for each in order.finditer(clause.text)]
        spoken = _SPOKEN_OF.search(clause.text)
        if not seats and spoken is not None and (group := _group(clause, spoken, text)) and group[0] == "own":
            yield Saying("unknown", clause.sentence)  # there is an office; where it sits is not said
        for found in seats:
            group = _group(clause, found, text)
            if group is None or group[0] != "own" or text.actors.named(found["seat"]) is False:
                continue
            near = clause.text[clause.text.rfind(",", 0, found.start()) + 1:found.end()]
            state = mood(near, clause.text[:found.start()]) or group[1] or "stated"
            if _THE_SAME.match(found["seat"]) and len(seats) > 1:
                continue  # 日常工作由市发改局承担，小组办公室也设于该局
            value = seat_of(found["seat"])
            told = value is not None and clause.states and state in ("stated", "in_preparation")
            told = told and group[1] != "absent" and _PAST.search(near) is None
            yield Saying(state if told else "unknown", clause.sentence, value if told else None)


def seat_of(words: str) -> str | None:
    """The choice for a department; one that shares the seat with the commission still is the commission's."""
    if _REFORM.search(words):
        return "development_and_reform"
    return "other" if _BODY.search(words) else None


def _group(clause: Clause, found: re.Match[str], text: Text) -> tuple[str, str] | None:
    """Kind and standing of the group whose office it is: the nearest named before, or that of the clauses before."""
    lead = re.sub(r"(?:下设|设立|并设|设|其|,|和|同时)+$", "", found["lead"] or "")
    if _NO_GROUP.search(lead) and re.fullmatch("(?:该|其)?委员会", lead) is None:
        return None
    if re.search(r"(?:低碳|碳|气候(?:变化)?)$", lead):  # 市低碳办 is the office of the group for low-carbon work
        return ("own" if text.actors.named(lead) is not False else "foreign"), ""
    groups = groups_in(clause, text)
    before = [each for each in groups if each.start < max(found.start("seat"), found.start())] or list(groups)
    earlier = group_before(clause, text)
    if not before:
        return earlier
    bare = before[-1].end - before[-1].start <= len("领导小组")  # 领导小组下设办公室: that of the clauses before
    return before[-1].kind, standing(clause, text) or (earlier[1] if bare and earlier is not None else "")


def joint_meeting(text: Text) -> Iterator[Saying]:
    """Whether the applicant's departments meet jointly; of another matter, or of other governments, does not count."""
    for clause in text.clauses:
        for each in statements(clause, JOINT, text.actors):
            near = clause.text[max(0, each.name.start() - 8):each.name.end()]
            departments = "厅际" in near and text.actors.level == "province"  # among the province's own
            if not each.own or (not each.bare and (_OTHERS_MEETING.search(near) or (
                    "厅际" in near and not departments))):
                continue
            phrase = each.name["phrase"] or ""
            after = clause.text[each.name.end():]  # ……联席会议制度，统筹推进扶贫开发工作
            if words("other").search(after) and not words("matter").search(clause.text):
                continue
            if words("other").search(phrase) and not words("matter").search(phrase):
                continue
            if _FILLER.sub("", phrase) and not words("matter").search(clause.text):
                yield Saying("unknown", clause.sentence)  # 节能减排联席会议 is near it, 渔业部门联席会议 is none
                continue
            held = "召开" in clause.text[each.start:each.name.end()] and not re.search(
                "定期|制度|每(?:半年|季|月|年|两个?月)", clause.text)
            said = clause.text[clause.text.rfind(",", 0, each.name.start()) + 1:]
            if each.state == "unknown" and clause.states and not mood(said) and _REGULAR.search(clause.text):
                yield Saying("stated", clause.sentence)
                continue
            yield Saying("unknown" if held and each.state == "stated" else each.state, clause.sentence)

"""The documents of the place: low-carbon plan, climate programme, emission control plan, five-year plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lowcarbon_desktop.ingest.prose.facts.clauses import Clause, Text
from lowcarbon_desktop.ingest.prose.facts.mood import mood, pattern
from lowcarbon_desktop.ingest.prose.facts.saying import Saying
from lowcarbon_desktop.ingest.prose.facts.things import Statement, Thing, answered, statements

_WRITE = ("编制完成|编制|编写|制定|制订|研究制定|起草|出台|印发|发布|颁布|下发|实施|公布|批准|批复|审议通过|通过"
          "|完成|拟定|修订|颁发|批转|上报|施行|论证")
_READY = (r"编制完成|(?:印发|颁布|发布|批准|制定|编制|出台)(?:并)?实施|印发|出台|发布|颁布|下发|公布|颁发|批转"
          r"|批准|批复|审议通过|审定|通过[^,;]{0,14}(?:审议|审查"
          r"|审定|评审|论证|验收)|通过(?:了)?(?:专家|市|省|政府"
          r"|人大|评审|审)")
_NAME_OF = (r"(?P<phrase>[^,;。的了《》:]{{0,24}}?)(?P<title>{title})"
            r"(?P<rest>(?:\([^()]{{1,30}}\))*[》]?(?P<number>\([^()]{{1,14}}号\))?)")
_TO_DO = re.compile("工作(?:安排|打算|部署|计划|重点)|重点(?:工作|任务)|主要(?:工作|任务|措施)|下一步")
_NATIONAL = re.compile(r"[\"“”'十二三五《]*")
# 制定《……》，编制《……》，目前两项规划编制工作均已启动
_BEGUN = re.compile("(?:[两三四]|上述|以上|各)[项个部]?(?:规划|方案)[^,;未没]{0,8}(?:启动|开展|着手)")
# 由市发改委组织编制，已于2012年2月通过专家评审
_DONE_SINCE = re.compile(r"(?:完成)?,(?:并|现|目前)?已[^,;未尚待将拟没正争计]{0,14}(?:通过|印发|批准|发布|审定"
                         r"|颁布|出台"
                         r"|审议)(?!后)")
_OUR_OWN = re.compile(r"(?:[我全本][市省州]|[市省州]政府)[^;]{0,20}(?:实施|工作|贯彻)(?:方案|意见)")


def _document(sign: str, title: str, label: str) -> Thing:
    return Thing((sign,), _NAME_OF.format(title=title), _WRITE, _READY, "task", label)


LOW_CARBON_PLAN = _document("规划", r"低碳(?:经济|城市|社会|省|试点|绿色)*(?:发展|建设)*(?:的)?(?:总体|中长期|战略|专项"
                            r"|综合|行动|[\"“]?十[二三]五[\"”]?)*规划(?:纲要)?"
                            r"(?!编制(?:工作)?(?:经费|机构)|展览|设计院|院|局|建设用地|目标|确定)", "低碳发展规划")
CLIMATE_PROGRAMME = _document("气候变化", r"应对气候变化(?:工作|的|总体)*(?:实施|行动|工作)?(?:总体)?"
                              r"(?:方案|行动计划|计划|(?:专项)?规划)", "应对气候变化方案")
EMISSION_PLAN = _document("温室气体", r"控制温室气体排放(?:[^,;。《》]{0,10}?)(?:方案|行动计划|实施意见|工作计划)",
                          "控制温室气体排放(?:工作|实施)*方案")
_WRITTEN_IN = re.compile(
    r"(?:气候变化|低碳|碳强度|二氧化碳|温室气体|碳排放)[^;。]{0,50}?(?P<verb>纳入|列入|写入|写进|融入"
    r"|编入)(?P<perfect>了)?"
    r"[^;。]{0,24}?(?P<plan>十[二三][\"”]?五[\"”]?(?:时期|期间)?(?:的)?(?:国民经济|经济社会|发展"
    r"|总体)?[^;。,]{0,16}?(?:规划|纲要)|五年规划|国民经济和社会发展[^;。,年]{0,14}(?:规划|纲要)|规划纲要)"
    r"|(?P<outline>(?:十[二三][\"”]?五[\"”]?|五年|国民经济和社会发展[^;。,]{0,14})[^;。,]{0,10}?(?:规划纲要|规划"
    r"|纲要)》?)(?:\([^()]*\))?(?:中|里|专门|均|也|首次|明确|已|其中|,)*"
    r"(?P<says>将|把|提出|专设|专列|设立|设置|设有|单列|列出|以专章|以专节|用专章|单设|设|写入|纳入|列入"
    r"|对)(?P<done>了)?[^;。]{0,40}?(?:气候变化|低碳|碳强度|二氧化碳|温室气体|碳排放)")


def low_carbon_plan(text: Text) -> Iterator[Saying]:
    """The plan for low-carbon development as a whole: written and issued, or being written."""
    return _documents(text, LOW_CARBON_PLAN)


def climate_programme(text: Text) -> Iterator[Saying]:
    """The applicant's programme under 国发[2007]17号, not the nation's own."""
    return _documents(text, CLIMATE_PROGRAMME)


def emission_control_plan(text: Text) -> Iterator[Saying]:
    """The applicant's plan under 国发[2011]41号, not the nation's own, whose title bears no place."""
    return _documents(text, EMISSION_PLAN)


def _documents(text: Text, thing: Thing) -> Iterator[Saying]:
    for clause in text.clauses:
        named = clause.text
        for each in statements(clause, thing, text.actors):
            nations = thing is not LOW_CARBON_PLAN and _is_the_nations(clause, each, text)
            if nations and _OUR_OWN.search(clause.text[each.name.end():]):
                yield Saying("unknown", clause.sentence)  # a plan of the applicant's own, not called by its name
            if nations or not each.own:
                continue
            # a 规划 is near the programme; one that is cited by its title takes its place
            other = thing is CLIMATE_PROGRAMME and each.name["title"].endswith("规划") and "》" not in each.name[
                "rest"] and not text.actors.named(each.name["phrase"])
            state = "unknown" if other else _issued(clause, each, text.past)
            begun = state == "unknown" and clause.states and _BEGUN.search(clause.text, each.end) is not None
            yield Saying("in_preparation" if begun and not other else state, clause.sentence)
        if named != clause.sentence.plain:  # what a clause only goes by: 根据《厦门市低碳发展规划》
            quoted = re.search(thing.name, clause.sentence.plain)
            if quoted is not None and re.search(thing.name, named) is None and text.actors.named(
                    quoted["phrase"]) and clause.states:
                yield Saying("unknown", clause.sentence)


def _issued(clause: Clause, each: Statement, past: int) -> str:
    """The state of a document: one with a number was issued, and so was one that is cited by its title and a year.

    To write it is a task of the plan, unless it is cited by its title: then nobody can tell.
    """
    numbered = bool(each.name["number"])
    if each.state == "in_preparation" and clause.states and _DONE_SINCE.match(clause.text, each.end) and not re.search(
            "拟|正在|争取|计划|尚|未|没", clause.text[each.name.end():each.end]):
        return "stated"
    made = clause.text[each.start:each.end]
    over = any(int(year) <= past for year in re.findall(r"(20\d\d)年", clause.text[:each.end]))
    if each.state == "stated" and "完成" in made and not over and not re.search("[已了]|率先", made) and any(
            _TO_DO.search(said) for said in clause.sentence.headings[-2:]):
        return "in_preparation"  # 2012年工作安排：……编制完成低碳发展规划
    if each.state in ("stated", "task") and pattern("not yet").match(clause.text, each.end):
        return "in_preparation"
    if each.state == "unknown" and numbered and (clause.states or clause.sentence.heading):
        return "stated"
    if each.state != "task":
        return each.state
    if "《" not in clause.text[:each.name.end()] and "》" not in each.name["rest"]:
        return "in_preparation"
    dated = any(int(year) <= past + 1 for year in re.findall(r"((?:19|20)\d\d)年(?:\d+月)?(?![底末前])",
                                                            clause.text[:each.name.start()]))
    return "stated" if dated or numbered else "unknown"


def _is_the_nations(clause: Clause, each: Statement, text: Text) -> bool:
    """A title that names no place, where nobody of the applicant's acts before it, is the nation's."""
    after = each.name["rest"] + clause.text[each.name.end():each.name.end() + 12]
    if re.match(r".{0,4}\(?国发", after) or "国家方案" in each.name[0] or each.name["phrase"].endswith("中国"):
        return True
    phrase = each.name["phrase"]
    titled = "》" in each.name["rest"] or "十" in phrase  # 《“十二五”控制温室气体排放工作方案》, without a place
    return titled and _NATIONAL.fullmatch(phrase) is not None and not text.actors.named(clause.text, each.verb)


def climate_in_five_year_plan(text: Text) -> Iterator[Saying]:
    """Whether climate or low-carbon work stands in the applicant's own outline of the five-year plan."""
    for clause in text.clauses:
        if "规划" not in clause.text and "纲要" not in clause.text:
            continue
        for found in _WRITTEN_IN.finditer(clause.text):
            whole = found["plan"] or found["outline"]
            start = found.start("plan") if found["plan"] else found.start("outline")
            own = text.actors.named(clause.text[max(0, start - 8):start])
            own = own if own is not None else text.actors.named(clause.text, start)
            sure = own is not None or found["plan"] is not None  # an outline that names nobody may be the nation's
            if own is False or (own is None and clause.foreign) or re.search("年度|专项|部门", whole):
                continue
            at = found.start("verb") if found["verb"] else found.start("says")
            comma = clause.text.rfind(",", 0, at) + 1
            perfect = bool(found["perfect"] or found["done"] or found["outline"])
            after = clause.text[found.end():].partition(",")[0]
            says = found.end("says") if found["says"] in ("将", "把") else start  # 将……列为专节 is 把, not 将要
            near = clause.text[comma:found.end("verb")] if found["plan"] else clause.text[says:found.end()] + after[:8]
            answer = answered(clause.text[found.end():].partition(":")[2])
            opening = clause.text[clause.text.rfind(",", 0, start) + 1:start]
            earlier = mood(opening) if found["outline"] else ""  # 尚未批准《……纲要》，其中设……
            state = answer or (earlier if earlier in ("absent", "in_preparation") else "") or mood(
                near, clause.text[:comma], after, perfect) or "stated"
            yield Saying(state if clause.states and sure else "unknown", clause.sentence)

"""A thing that is set up or written: the verb before or after its name, whose it is, and how sure the words are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lowcarbon_desktop.ingest.prose.facts.actor import Actors
from lowcarbon_desktop.ingest.prose.facts.clauses import Clause
from lowcarbon_desktop.ingest.prose.facts.mood import ahead, bystander, mood, pattern

_BEFORE, _AFTER = 90, 44
_GOES_ON = re.compile(r"[^,]*,(?=(?:已|并|现|且|于|由|经|正|尚|目前|均|还|仍|未|但|将|拟|暂|至今))")
_ATTRIBUTE = re.compile(r"组长|成员|牵头|参加|参与|组成|召集|负责同志|为主任|挂帅")
_INSIDE = re.compile(r"(?:专家(?:咨询)?(?:委员会|组|库)|办公室|中心|机构|协会|联盟|小组|会议|体系|制度|机制|规划"
                     r"|方案)[,]")
_ENDS = (r"(?=$|[,、。;()!]|了|完|工作|并|中|财政|各|给|至|到|于|在|执行|\d|不[低少]|约|实施|以来|到位|得到|后|的"
         r"|和|及|,|为|情况|之中)")
# 清单的数据收集已经完成, 规划招标公告已发布: what is done is no more than a step towards the thing
_STEP = re.compile(r"》?的?(?:编制)?(?:公开)?(?:招标|采购|比选|数据|资料|基础|活动水平|前期|启动|动员|培训|大纲"
                   r"|提纲|单位|团队|机构|经费|研讨|宣传|调研"
                   r"|工作方案|任务书|合同|中标|专家|咨询)")
_ONLY_TALK = re.compile(r"的?(?:建议|请示|传闻|传言|提案|提议|议案|呼声|设想|必要"
                        r"|可行性|申请|构想|意义|条件|问题|经验|做法)|的承诺[^,;]{0,6}(?:没有|未|尚)|的(?:地区|市|县|区"
                        r"|单位|企业|城市|省)")
_NOT_OURS = re.compile(r"[^,;]*(?:尚未|还未|仍未|没有|未)(?P<verb>成立|建立|设立|编制|出台|制定|印发|开展|组建"
                       r"|签订|分解)[,。!]?$")  # 国家已建立……，我市尚未建立
_DRAFT = re.compile(r"》?的?\(?(?:初稿|草案|草稿|征求意见稿|送审稿|讨论稿|编制大纲|大纲|提纲)")
_NOT_SO = re.compile(r"(?:完成|编制)?(?:以?后[,将]|之后|情况|大纲|进度|率)|了?(?:编制)?(?:大纲|提纲)")
_PLAINLY = ("", "初步", "基本", "全面", "正式", "宣告")
_YES = re.compile(r"(?:是|有|已)(?:$|[,。(;、])|已(?:成立|建立|设立|编制|完成|出台|印发|制定|签订|分解|纳入|开展"
                  r"|组建|发布)")
_NO = re.compile(r"(?:否|无|没有|未|尚未|暂无|暂未)(?:$|[,。(;成立建设编完出印制签分纳开组发])")


@dataclass(frozen=True)
class Thing:
    """`signs` are words one of which stands in every name, so that most clauses need no search.

    `name` is how it is called, with a group `phrase` for the words before; `verbs` is what brings it about.

    `ready` are verbs that show by themselves that it is done, `bare` the state that a verb in the imperative of a plan
    gives ("task" where its reader has to decide), `label` how a form asks for it.
    """

    signs: tuple[str, ...]
    name: str
    verbs: str
    ready: str = "(?!)"
    bare: str = "stated"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A state, the name of the thing, and from where to where the clause speaks of it.

    `verb` is where the words end that show who acts; `own` is whether it is the applicant. `bare` is True where the
    name is another's, which the applicant lacks: 国家已建立……，我市尚未建立.
    """

    state: str
    name: re.Match[str]
    start: int
    end: int
    verb: int
    own: bool
    bare: bool = False


@cache
def _compiled(thing: Thing) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    verb = rf"(?P<verb>{thing.ready}|{thing.verbs})(?:(?:完成|完毕|并[\u4e00-\u9fff]{{2}}))?(?P<perfect>了)?"
    return (re.compile(thing.name), re.compile(verb), re.compile(verb + _ENDS),
            re.compile(rf"(?:是否)?[^:]{{0,14}}(?:{thing.label or thing.name})[^:]{{0,10}}:(?P<value>.+)"))


def statements(clause: Clause, thing: Thing, actors: Actors) -> Iterator[Statement]:
    """What a clause says of each place where the thing is named; a mere mention has the state unknown."""
    if not any(sign in clause.text for sign in thing.signs):
        return
    name, before, after, label = _compiled(thing)
    labelled = label.match(clause.text)
    for found in name.finditer(clause.text):
        made = _answer(found, labelled, len(clause.text))
        if not made:
            made += _verb_before(clause.text, found, before, thing)
            made += _verb_after(clause.text, found, after, thing, bool(made))
        if not made:
            state = bystander(clause.text[:core_of(found)], clause.text[found.end():])
            made = [(state or "unknown", core_of(found), found.end())]
        drafted = _DRAFT.match(clause.text, found.end()) is not None
        for state, verb, end in made:
            pending = state == "stated" and pattern("pending").search(clause.text, end) is not None  # 设立……，待批
            state = "in_preparation" if pending or (drafted and state == "stated") else state  # 编制了温室气体清单初稿
            start = clause.text.rfind(",", 0, verb) + 1
            dated = clause.text[clause.text.rfind(",", 0, max(start - 1, 0)) + 1:verb]
            if state in ("stated", "task") and "了" not in clause.text[start:end] and ahead(dated, clause.past):
                state = "in_preparation"
            state = "unknown" if state == "absent" and _before_now(clause, verb) else state
            inside = actors.inside(found[0], clause.text, found.start())
            own = inside if inside is not None else not actors.foreign(clause.text, verb, clause.foreign)
            yield Statement(state if clause.states else "unknown", found, start, end, verb, own)
            if not own and clause.states and (denial := _NOT_OURS.search(clause.text, end)) is not None and (
                    actors.named(denial[0])):
                yield Statement("absent", found, denial.start(), denial.end(), denial.start("verb"), True, True)


def _before_now(clause: Clause, verb: int) -> bool:
    """Whether a denial is of a time that is over: 过去没有设立……; the year of an inventory is none of it."""
    before = clause.text[:verb]
    year = re.search(r"^[^,;]{0,6}?((?:19|20)\d\d)年(?:以?前|时)?[^\d,;]{0,8}(?:尚?未|没有"
                     r"|还没)", clause.text[:verb + 2])
    return re.search("过去|此前|以前|当时"
                     "|原来(?!的)", before) is not None or (year is not None and int(year[1]) < clause.past)


def _answer(found: re.Match[str], labelled: re.Match[str] | None, end: int) -> list[tuple[str, int, int]]:
    if labelled is None or found.start() >= labelled.start("value"):
        return []
    asked = labelled[0][:labelled.start("value")].replace("是否", "")
    state = answered(labelled["value"]) if not pattern("denied").search(asked) and not mood(asked) else ""
    return [(state, core_of(found), end)] if state else []


def answered(value: str) -> str:
    """What a form answers behind its label, 是 or 已成立: stated, absent, or "" where it is no answer."""
    return "stated" if _YES.match(value) else "absent" if _NO.match(value) else ""


def core_of(found: re.Match[str]) -> int:
    """Where the very name begins, behind the words before it that may hold its verb: 我市已建立|低碳……体系."""
    return found.end("phrase")


def _verb_before(text: str, found: re.Match[str], verb: re.Pattern[str],
                 thing: Thing) -> Iterator[tuple[str, int, int]]:
    core = core_of(found)
    every = list(verb.finditer(text, max(0, core - _BEFORE), core))
    if not every:
        return
    made = every[-1]
    gap = text[made.end():core]
    if "," in gap and (not _ATTRIBUTE.search(gap) or _INSIDE.search(gap)):
        return
    comma = text.rfind(",", 0, made.start()) + 1
    after = text[found.end():].partition(",")[0]
    if _ONLY_TALK.match(after):  # 设立专项资金的建议, 未设立专项资金的地区
        yield "unknown", made.start(), found.end()
        return
    state = mood(text[comma:core], text[:comma], after, bool(made["perfect"]), _ready(made, thing))
    yield state or thing.bare, made.start(), found.end()


def _verb_after(text: str, found: re.Match[str], verb: re.Pattern[str], thing: Thing,
                said: bool) -> Iterator[tuple[str, int, int]]:
    rest = text[found.end():found.end() + _AFTER]
    goes_on = _GOES_ON.match(rest)
    skipped = goes_on.end() if goes_on is not None else 0
    end = found.end() + skipped + len(rest[skipped:].partition(",")[0])
    made = verb.search(text, found.end(), end)
    if made is not None and _noun(text[found.end():made.start()], made):  # 清单编制已完成: what is said comes after
        noun, made = made, verb.search(text, made.end(), end) or (None if said else made)
        if made is noun and re.match("工作[^,;。]", text[made.end():]):  # 清单编制工作取得进展
            comma = text.rfind(",", 0, core_of(found)) + 1
            yield mood(text[comma:end], text[:comma]) or "unknown", core_of(found), made.end()
            return
    if made is None:
        return
    core = core_of(found)
    if _STEP.match(text, found.end(), made.start()):
        yield "unknown", core, made.end()
        return
    comma = text.rfind(",", 0, core) + 1
    near = text[found.end():made.start()]
    after = text[made.end():].partition(",")[0]
    said_of_it = text[comma:core] + "~" + text[found.end():made.end()]
    if _NOT_SO.match(text, made.end()):  # 清单编制完成后，将……: speaks of it, and does not say that it is so
        yield "unknown", core, made.end()
        return
    state = mood(said_of_it, text[:comma], after, bool(made["perfect"]), _ready(made, thing))
    if state or near.strip(",》\"”") in _PLAINLY or re.search(r"由|经|会同|每年", near):
        yield state or thing.bare, made.start() if "由" in near else core, made.end()


def _noun(between: str, made: re.Match[str]) -> bool:
    return between.strip("》") in ("", "的") and made[0] in ("编制", "编写", "制定", "建立", "签订", "分解", "核算")


def _ready(made: re.Match[str], thing: Thing) -> bool:
    return re.fullmatch(thing.ready, made["verb"]) is not None

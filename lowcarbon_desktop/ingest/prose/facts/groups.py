"""Which of the groups that a text names is the applicant's leading group for low-carbon work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lowcarbon_desktop.ingest.prose.facts.clauses import Clause, Text, is_labelled, words
from lowcarbon_desktop.ingest.prose.facts.things import Thing, statements

_PHRASE = (r"(?:(?!成立|组建|设立|建立|组成|调整|充实|健全|发挥|加强|任命|担任)[^,;:。、的由了为在任()“”\"《》以和及]"
           r"|和(?=低碳|应对|节能)|及(?=低碳|应对|节能|其)|与){0,30}")
_GROUP = (rf"(?P<phrase>{_PHRASE})(?P<noun>领导小组|领导组|领导机构|协调小组|工作小组|推进小组|专班|领导委员会"
          rf"|工作委员会|指挥部"
          r"|(?<=低碳城市建设)委员会|(?<=低碳发展)委员会|(?<=应对气候变化)委员会)")
_APART = (r"(?<=下设)[^,;。、()]{2,8}(?<!小)组(?![长员成])|(?:专家|课题|评审|专题|编制|技术|验收|督查|考核|检查"
          r"|推进|保障|项目|秘书|起草|编写|咨询|顾问"
          r"|调研)(?:工作)?(?:组|团)|(?:专家|咨询|顾问)[^,;。]{0,6}委员会|联席会议")
_FILLER = (r"以?下?简?称|[全我本]?[省市县区州盟旗]|自治[区州县]|人民政府|政府|党委|委|工作|建设|推进|协调|组织|专门"
           r"|统一|强有力|高规格|相应|原|新|各级|级|该|其|本|我"
           r"|相关|有关|国家|试点|示范|创建|城市|要|应|已|再|重新|及时|尽快|应当|拟|将|正在|筹备|抓紧|未|尚|没有"
           r"|现有|均|都|于|\d+年\d*月?|\d+\.?|计划|研究|探索")
_REST = r"^[立建成整实全善](?![市省州县])"  # of the verb before: the phrase never begins with a whole one
_OFFICE = r"(?:局|厅|处|院|发改委|改革委|经信委|建委|委员会)(?:已|也|专门)?(?:于\d{4}年)?$"
_LIST = 12  # clauses looked back for the group whose list of members it is
_NEAR = 4  # and for the group that the sentences before speak of
_ENERGY = r"节能|减排|能源|降耗"
MADE = re.compile(r"成立|组建|设立|建立|组成|调整")
THING = Thing(("组", "专班", "委员会", "指挥部", "领导机构"), _GROUP,
              "成立|组建|设立|建立|组成|调整(?:充实|完善)?|充实|设有|建有|更名|健全", label="领导小组")


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile({"group": _GROUP, "apart": _APART, "filler": _FILLER, "energy": _ENERGY, "rest": _REST,
                       "office": _OFFICE, "these": "^以上(?:同志|人员|名单|各位)*(?:为|是|系|即)",
                       "duty": "(?:负责|统筹|承担|统领|领导|协调|牵头|履行|主管|指导|兼|加挂|增加|增设|调整"
                               "|更名|职[能责]|(?<!有力)推进)(?:(?!领导小组)[^,;]){0,14}(?:低碳|应对气候变化)",
                       # a group that is no more: 2009年成立的……领导小组已并入市生态办
                       "gone": "撤销|撤并|并入|合并|解散|不再(?:保留|设立|单设|运[作行]|存在|开展)"
                               "|(?:停止|中止|终止)(?:运[作行]|工作|活动|履职)"
                               "|名存实亡|(?:已|被|予以)取消|自行(?:终止|消失)|形同虚设",
                       "its fate": "(?!办)[^,]*(?:,(?:已|现|后|但|并|因|目前|于|随后|在|(?:20)?\\d\\d年)[^,]*)?",
                       "part": "(?:规划|方案|纲要)的?编[制写]"
                               "|产业园|工业园|社区|园区|企业|公司|校园|学校|景区|商场|医院|机关|开发区"}[name])


@dataclass(frozen=True, slots=True)
class Group:
    """A group that a sentence names. `kind` is own, unsure (energy saving alone, a department's), other or foreign."""

    start: int
    end: int
    kind: str


def groups_in(clause: Clause, text: Text) -> tuple[Group, ...]:
    """The groups that a clause names, in order; a team of experts and a joint meeting are others."""
    known = text.memory.get(("groups", clause.number))
    if isinstance(known, tuple):
        return known
    found = []
    for each in _compiled("group").finditer(clause.text):
        made = [word.start() for word in MADE.finditer(clause.text, 0, each.start("noun"))]
        verb = made[-1] if made else each.start()
        bare = found and not _compiled("filler").sub("", each["phrase"])  # ……，领导小组办公室设在……: the one just named
        kind = found[-1].kind if bare and not made else kind_of(each, verb, clause, text)
        found.append(Group(each.start("phrase"), each.end(), kind))
    found += [Group(each.start(), each.end(), "other") for each in _compiled("apart").finditer(clause.text)]
    text.memory["groups", clause.number] = groups = tuple(sorted(found, key=lambda each: each.end))
    return groups


def kind_of(named: re.Match[str], verb: int, clause: Clause, text: Text) -> str:
    """Whose and of what matter a group is; one without a name of its own is of the matter of its text.

    `verb` is where the words end that show who acts.
    """
    phrase = _compiled("rest").sub("", named["phrase"])
    inside = text.actors.inside(phrase + "领导", clause.text, named.end("phrase") - len(phrase))
    if inside is False or (inside is None and text.actors.foreign(clause.text, verb, clause.foreign)):
        return "foreign"
    if _compiled("part").search(phrase):
        return "other"
    if _compiled("office").search(clause.text[:verb]):
        return "unsure"
    if words("matter").search(phrase) or "碳" in phrase:
        return "own"
    if _compiled("energy").search(phrase):
        return "own" if _compiled("duty").search(clause.text[named.end():]) else "unsure"
    rest = _compiled("filler").sub("", phrase)
    for name in text.actors.names(rest):
        rest = rest.replace(name, "")
    near = clause.text[named.end():]
    if rest and words("matter").search(near.partition(",")[0]) is None and not re.fullmatch("[发印定]+", rest):
        return "other"
    said = clause.sentence.plain
    if words("other").search(said) and not words("matter").search(said):
        return "other"  # 为创建文明城市，成立创建工作领导小组, whatever the sentences around are of
    return "other" if words("other").search(clause.about) and not words("matter").search(clause.about) else "own"


def gone(clause: Clause, name: re.Match[str]) -> bool:
    """Whether a clause says of the group named there that it is no more: 撤销……领导小组, ……领导小组已并入市生态办.

    What follows the name of another group is said of that one, unless both become one: 与市节能领导小组合并.
    """
    text = clause.text
    if re.search("(?:撤销|撤并|解散|取消)(?:了|原)*$", text[:name.start("phrase")]) or re.match(
            "撤销|撤并|解散|取消", name["phrase"]):
        return True
    said = _compiled("its fate").match(text, name.end())
    if said is None:
        return False
    other = _compiled("group").search(said[0])
    joined = other is not None and re.search("[与和同并]", said[0][:other.end()]) is not None
    return _compiled("gone").search(said[0] if other is None or joined else said[0][:other.start()]) is not None


def group_before(clause: Clause, text: Text) -> tuple[str, str] | None:
    """Kind and standing of the group that a list of members, a row of a form, or the sentence before speaks of.

    A table in which none is named is of the only one that the whole text knows.
    """
    labelled, where = is_labelled(clause.sentence), clause.sentence.where
    reach = text.clauses[max(0, clause.number - (_LIST if labelled else _NEAR)):clause.number]
    for earlier in reversed(reach):
        there = earlier.sentence.where
        if (there.table, there.sheet) == (where.table, where.sheet) and (groups := groups_in(earlier, text)):
            return groups[-1].kind, standing(earlier, text)
    if not labelled or (where.table is None and where.sheet is None):
        return None
    return ("own", "") if _known(text) == {"own"} else None


def group_below(clause: Clause, text: Text) -> tuple[str, str] | None:
    """Kind and standing of the group that a line under a list of members names: 以上为……领导小组组成人员."""
    for later in text.clauses[clause.number + 1:clause.number + _LIST]:
        if _compiled("these").search(later.text) and (groups := groups_in(later, text)):
            return groups[-1].kind, standing(later, text)
    return None


def _known(text: Text) -> set[str]:
    return {group.kind for each in text.clauses if "组" in each.text for group in groups_in(each, text)}


def standing(clause: Clause, text: Text) -> str:
    """Whether a clause denies the group or only plans it: what it says of head and office then is no more than that."""
    known = text.memory.get(("standing", clause.number))
    if not isinstance(known, str):
        states = [each.state for each in statements(clause, THING, text.actors)]
        known = next((each for each in ("absent", "in_preparation") if each in states and "stated" not in states), "")
        text.memory["standing", clause.number] = known
    return known

"""Who heads the leading group: the post of the head's own, not a deputy's, a member's, or another group's head's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lowcarbon_desktop.ingest.prose.facts.clauses import Clause, Text
from lowcarbon_desktop.ingest.prose.facts.groups import MADE, Group, group_before, group_below, groups_in
from lowcarbon_desktop.ingest.prose.facts.mood import mood, pattern
from lowcarbon_desktop.ingest.prose.facts.posts import post_of, ranks_above
from lowcarbon_desktop.ingest.prose.facts.saying import Saying
from lowcarbon_desktop.ingest.prose.sentences import Sentence

_WHO = r"(?P<who>[^,;:。(由以]{2,40}?)(?:同志)?(?:亲自|共同|分别)?"
_GROUP = r"(?:[^,;:。副由]{0,24}(?:领导小组|推进小组|专班|委员会|指挥部))?(?:的)?"
_FIRST = "第一组长"
_HEAD = r"(?:第一|总|双|共同)?(?:组长|总指挥|指挥长)"
_ORDERS = (
    rf"(?:^|[,;:。(由以]){_WHO}(?:担任|兼任|出任|任|为|当|是){_GROUP}{_HEAD}",
    rf"(?<!副){_HEAD}(?:一职)?(?:均|分别|仍|继续|暂|拟|将|现)?(?:由|为|是|:|-)+(?P<who>[^,;:。]{{2,40}})",
    rf"^[^:,]{{0,16}}(?<!副){_HEAD}\(?(?:姓名|行政|及|和|其|、|职务)*\)?:(?P<who>.{{2,60}})",
    r"由(?P<who>[^,;:。由]{2,24}?)(?:同志)?(?:挂帅|牵头(?=的)|任组长)的?[^,;]{0,30}(?:领导小组|委员会)",
    r"由(?P<who>[^,;:。由]{2,24}?)(?:同志)?(?:任|担任)主任(?:委员)?的[^,;]{0,20}(?:低碳|气候变化)[^,;]{0,14}委员会",
    (r"(?:低碳|气候变化)[^,;]{0,14}委员会(?:(?!办公室)[^;]){0,24}?[,(由](?P<who>[^,;:。(由]{2,24}?)(?:同志)?"
     r"(?:担任|兼任|任|为)(?:委员会)?主任(?:委员)?(?=[,;。)]|$)"),
    r"(?:^|[,;:(]|小组|专班|指挥部)由(?P<who>[^,;:。由]{2,24}?)(?:同志)?(?:亲自)?挂帅(?=[,;。)]|$)",
    r"(?:小组|专班|指挥部)由(?P<who>[^,;:。由]{2,24}?)(?:同志)?(?:亲自)?(?:牵头|负责),?并?(?:担任|兼任|任)组长",
    # one who leads it in other words may be no head
    r"(?:领导小组|专班|指挥部)由(?P<who>[^,;:。由]{2,24}?)(?:同志)?(?:亲自)?(?:牵头|负总责|负责|主抓|分管|领导)",
    r"由(?P<who>[^,;:。由]{2,24}?)(?:同志)?(?:亲自)?(?:负总责|负责|主抓|分管|领导)的[^,;]{0,20}(?:领导小组|专班|指挥部)",
)
_OTHERWISE = 2  # of the orders, the last
_PAST = re.compile(r"(?:^|[,的])原(?!则)|小组原|原组长|此前|时任|曾(?:经)?由|调整前|以前|过去|不再|暂[由代兼任]")
_THIS_GROUP = re.compile("(?:该|此|上述)?(?:领导|协调|推进|工作)?小组")
_CHANGED = re.compile(r"[^,;]{0,6},(?:后|现|目前|今年|之后)[^,;]{0,6}(?:调整|改|变更|更换|换)")
_NOT_A_HEAD = re.compile(r"(?<!领导小)(?<!协调小)(?<!工作小)(?<!推进小)(?<!领导)组[(:的]?$|副$|办公室$")
# 产业组由副市长任组长
_PART_OF_IT = re.compile(r"(?<!领导小)(?<!协调小)(?<!工作小)(?<!推进小)(?<!领导)(?<!工作)(?<!^小)(?<![,;]小)组[由(:]$")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}")


@cache
def _orders() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _ORDERS))


def leading_group_head(text: Text) -> Iterator[Saying]:
    """What is said of the head; where there is a 第一组长, what is said of the 组长 beside him is no other head's."""
    known = text.memory.get(("heads", -1))
    if not isinstance(known, tuple):  # the group itself asks for them too
        said = tuple(_heads(text))
        first = any(each.key == _FIRST and each.state == "stated" for each in said)
        known = tuple(each for each in said if not first or each.key == _FIRST or each.state != "stated")
        text.memory["heads", -1] = known
    return iter(known)


def _heads(text: Text) -> Iterator[Saying]:
    """Each saying about a head; a head in the plans of a group that is not yet is in preparation too."""
    for clause in text.clauses:
        if not any(sign in clause.text for sign in ("组", "挥", "委员会")):
            continue
        for order in _orders():
            for found in order.finditer(clause.text):
                state = _state(clause, found, text)
                if state is None:
                    continue
                who = _without_others(found["who"])
                if ranks_above(who, text.actors.level) or text.actors.named(who.removesuffix("市长")) is False:
                    continue
                beside = _row_of(who, clause, text)
                if "或" in who or order in _orders()[-_OTHERWISE:]:  # 由市长或常务副市长担任
                    state = "unknown"
                value = post_of(who if beside is None else beside.plain.partition(":")[2], text.actors.level)
                yield Saying("unknown" if value is None else state, clause.sentence,
                             value if state in ("stated", "in_preparation") else None, beside,
                             _FIRST if _FIRST in found[0] else "")


def _state(clause: Clause, found: re.Match[str], text: Text) -> str | None:
    """The state of a saying about a head, None where it is no head of the applicant's group."""
    at = found.end() if found.re is _orders()[0] else found.start()
    title = max(clause.text.find(word, found.start(), found.end()) for word in ("组长", "总指挥", "指挥长"))
    before = clause.text[:title] if title >= 0 else ""
    if _NOT_A_HEAD.search(re.sub(r"(?:第一|总|双|共同)$", "", before)) or found["who"].startswith("副组长") or (
            _PART_OF_IT.search(clause.text[:found.start("who")])):
        return None
    group = _group(clause, at, text)
    told = group_before(clause, text) if group is None or _THIS_GROUP.match(clause.text) else None
    earlier = (told or group_below(clause, text)) if group is None else (group, told[1] if told is not None else "")
    if earlier is None or earlier[0] != "own":
        return None if earlier is not None else "unknown"
    near = clause.text[clause.text.rfind(",", 0, found.start() + 1) + 1:found.end()]
    if _PAST.search(near) or _CHANGED.match(clause.text, found.end()):
        return "unknown"
    made = list(MADE.finditer(clause.text, 0, found.start() + 1))
    opening = clause.text[:made[-1].end() if made else found.start()]
    before, _, last = opening.rpartition(",")
    state = mood((last if made else "") + near, before, "", "已" in near)
    if not clause.states or earlier[1] == "absent":
        return "unknown"
    if pattern("pending").search(clause.text, found.end()):
        return "in_preparation"
    return earlier[1] if earlier[1] == "in_preparation" and state in ("", "stated") else state or "stated"


def _group(clause: Clause, at: int, text: Text) -> str | None:
    """The kind of the group that is headed at a place of a clause, None where no group is in sight."""
    groups = groups_in(clause, text)
    made = max((each.end() for each in MADE.finditer(clause.text, 0, at)), default=0)
    before = [each for each in groups if made <= each.end <= at or (each.start <= at < each.end)]
    after = [each for each in groups if each.end > at]
    nearest: Group | None = before[-1] if before else None
    if nearest is None and made and after:
        nearest = after[0]
    if nearest is None:
        earlier = [each for each in groups if each.end <= at]
        nearest = earlier[-1] if earlier else after[0] if after else None
    return nearest.kind if nearest is not None else None


def _without_others(who: str) -> str:
    """The words up to the next office of the group: 市长、分管副市长为副组长 is the mayor alone."""
    who = re.split(r"(?:任|担任|为)[^、]{1,8}、", re.split(r"副组长|成员", who)[0])[-1]
    return re.split(r"担任|兼任|(?<!主)任$", who)[0]


def _row_of(who: str, clause: Clause, text: Text) -> Sentence | None:
    """The next cell of the row behind a person's bare name, where the post stands; None where there is none."""
    bare = _NAME.fullmatch(who) and post_of(who, text.actors.level) is None
    if not bare or clause.position + 1 >= len(text.sentences):
        return None
    beside = text.sentences[clause.position + 1]
    return beside if beside.plain.startswith(f"{who}:") else None

"""Which post a person holds: 市委副书记、市长 is the mayor, 市委常委、常务副市长 a deputy."""

from __future__ import annotations

import re
from functools import cache

_LEADER = {"province": "省长|主席", "municipality": "市长", "city": "市长|州长|盟长|专员", "county": "市长|县长"
                                                                                                     "|区长|旗长"}
_ANY = "省长|市长|州长|盟长|县长|旗长|主席|专员|区长"
_PATTERNS = {
    "both": r"党政(?:主要|一把手)|(?:省|市|州|县|区|盟|旗|地"
            r"|党)委[、和]?(?:与)?[省市州县区盟旗]?(?:人民)?政府(?:的)?(?:主要|一把手)"
            r"|(?<!副)书记(?:和|、|与|及)(?:代)?(?:省长|市长|州长|盟长|县长|区长|旗长|主席|专员)",
    "secretary": r"(?:省|市|州|县|区|盟|旗|地|工|党|区党)委(?:员会)?书记|^书记"
                 r"|(?:省|市|州|县|区|盟|旗|地)委主要(?:领导|负责)",
    "governor": r"(?:政府|行署)(?:的)?(?:主要|一把手)|[省市州县区盟旗]主要(?:领导|负责)",
    "deputy": r"副(?:省|市|州|县|区|盟|旗)长|副主席|副专员|常务副|分管(?:副|的?[市省县]?领导|负责|的)|副书记|政府分管"
              r"|[省市州县区盟旗](?:人民)?(?:政府|委)(?:有关|相关)?(?:副职|领导班子)",
    "other": r"主任|局长|厅长|处长|科长|秘书长|部长|总经理|董事长|院长|部门|单位|主要负责|一把手|助理|常委|巡视员"
             r"|政协|人大|书记|院士|教授",
}
_PEOPLE = r"政协|人大|政府办|发改|发展改革|发展和改革|(?:经信|财政|环保|统计)[委局]"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def post_of(words: str, level: str) -> str | None:
    """The choice that fits the post in `words`, None where they name none (a bare name) or one of another level.

    A person with several posts is known by the highest: a deputy secretary who is mayor is the mayor.
    """
    if re.search(_PEOPLE, words):
        return "other" if _pattern("other").search(words) else None
    if _pattern("both").search(words):
        return "party_secretary"
    leaders = _LEADER.get(level, _ANY)
    if _pattern("secretary").search(words):
        return "party_secretary"
    if re.search(rf"(?<![副秘])(?:{leaders})(?!助理|办)", words) or _pattern("governor").search(words):
        return "governor_or_mayor"
    if _pattern("deputy").search(words):
        return "vice_head"
    return "other" if _pattern("other").search(words) and not re.search(
        f"(?<!副)(?:{_ANY})(?!助理|秘书|办)", words) else None


def ranks_above(words: str, level: str) -> bool:
    """Whether the post is of a place above or below the applicant's: a governor never heads a city's group."""
    posts = set(re.findall(_ANY, words)) - {"主席"}
    return bool(posts) and bool(level) and not posts & set(_LEADER.get(level, _ANY).split("|"))

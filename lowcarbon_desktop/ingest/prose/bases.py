"""Sentences that say against which year all that was said is meant, and targets that take the place of another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.title import title_of
from lowcarbon_desktop.text.years import years_in

_YEAR = r"((?:19|20)\d\d)年?"
_IS_BASE = "(?:水平|数据?)?(?:作?为)?(?:基准年?|基[年期数]|基础|参照)?(?:水平|相比|而言|计算|下降|降低|口径)*"
_OF_ALL = re.compile(
    r"\(?(?:以?上述?|前述|各项|两者|二者|其)?(?:目标|指标|数据|降幅|下降率|比例)*(?:[均都皆]|一律|统一)(?:为|是|指|系)?"
    rf"(?:(?:以|比|较|按|相对于?|与|同){_YEAR}{_IS_BASE}|{_YEAR}(?:基准年?|基[年期数]))\)?")
_OF_THE_PLAN = re.compile(
    r"(?:本(?:方案|规划|报告|文)|文中|以下|各项|上述|所有)[^,;。\d]{0,12}(?:以|采用|选取|比|较)"
    rf"{_YEAR}(?:作?为)?(?:基准年?|基[年期])(?:份)?(?:计算)?。?"
    rf"|(?:目标|规划)?(?:基准年?|基[年期])份?(?:[均]|统一)?(?:为|是|:){_YEAR}。?")
_WHOLE_BRACKET = re.compile(r"^\(((?:以|基).*)\)。?$")  # （以2010年为基准年，2015年为目标年） below the title
_PERIOD = re.compile(r"(近期|(?:中远|中长|远|长)期)(?:目标|规划)?年?(?:为|是|到|至|指|[(:])+"
                     r"(?:20\d\d年?[-~至到])?(20\d\d)年")
_IN_TITLE = re.compile(r"(?<=.)\([^()]*\d{4}年[^()]*\)$")
_THE_BASE = re.compile("(?P<than>比|较|与|以)(?:基准年|基年|基期|基准期)(?![(:])")
_NEAR = re.compile("(?P<word>近期|(?:中|中长|长)?远期)(?:目标)?(?:内|末)?")
_INSTEAD = re.compile(
    r"(?:[我本全][市省州县区盟]|市委、?市政府|市政府)?(?:结合实际|主动|(?:经)?研究|自[行加我][^,]{0,3})*"
    r"(?:(?:确定|提出|制定|设定|承诺|自定|采用)?的?[^,\d]{0,4}(?:目标|任务|指标)值?(?:确定|设|提高|定|调整)?"
    r"|(?:确定|提出|承诺|自定))(?:为|到|至|是)+")
_OTHER_AIM = re.compile("远景|远期|长期|中期|奋斗|理想|国家|全国|上级")
_REVISED = re.compile(r"^(?!.*(?:建议|拟|应|可|国家|全国|省|中央|上级))[^,;]*"
                      r"(?:调整|修订|修改|提高|改|变更|提前|推迟|核定|重新确定)(?:为|到|至|成)")


def base_of_all(clause: str) -> int | None:
    """The base year that a clause gives to all figures before it in its sentence: 均以2005年为基年."""
    found = _OF_ALL.fullmatch(clause.rstrip("。"))
    return int(found[1] or found[2]) if found is not None else None


@dataclass(frozen=True)
class Calendar:
    """The base year that an application states once for all its targets, and the years of its own 近期 and 远期."""

    base: int | None = None
    periods: Mapping[str, int] = field(default_factory=dict)

    def dated(self, clause: str) -> str:
        """A clause with the years that its words stand for: 近期 as 到2015年, 比基准年 as 比2010年."""
        if self.base is not None and "基" in clause:
            clause = _THE_BASE.sub(rf"\g<than>{self.base}年", clause)
        near = _NEAR.match(clause) if self.periods else None
        year = self.periods.get("近期" if near["word"] == "近期" else "远期") if near is not None else None
        return clause if year is None or years_in(clause).targets else _NEAR.sub(f"到{year}年", clause)


def calendar_of(sentences: Sequence[Sentence]) -> Calendar:
    """What an application says of its years; one with two base years has none for all."""
    title = _IN_TITLE.search(title_of(sentences))
    texts = [title[0]] if title is not None else []
    texts += [each.plain for each in sentences if "基" in each.plain]
    found = {int(year[1] or year[2]) for text in texts
             for clause in re.split("[,;]", _WHOLE_BRACKET.sub(r"本方案\1", text))
             if (year := _OF_THE_PLAN.fullmatch(clause)) is not None}
    return Calendar(found.pop() if len(found) == 1 else None, _periods(sentences))


def _periods(sentences: Sequence[Sentence]) -> Mapping[str, int]:
    """The years of the words for near and far: 近期到2015年，中远期到2020年."""
    found: dict[str, set[int]] = {}
    for each in sentences:
        if "期" in each.plain:
            for word, year in _PERIOD.findall(each.plain):
                found.setdefault("近期" if "近" in word else "远期", set()).add(int(year))
    return {word: years.pop() for word, years in found.items() if len(years) == 1}


def instead(before: str) -> bool:
    """Whether the words before an amount make it the place's own target for what was spoken of: 我市确定的目标为."""
    return _INSTEAD.fullmatch(before) is not None and _OTHER_AIM.search(before) is None


def revises(clause: str) -> bool:
    """Whether a clause gives the value that holds now, after one that no longer does: 经评审后调整为下降18%."""
    return _REVISED.match(clause) is not None


def as_revised(plain: str) -> str:
    """A sentence without what no longer holds: 我市原定2030年达峰，现提前至2025年 leaves 我市现提前至2025年."""
    outdated = re.search("原(?:方案|规划|计划|目标|定)|上一?[轮版稿]", plain)
    if outdated is None:
        return plain
    clauses = re.split("(?<=[,;])", plain[outdated.start():])
    now = next((at for at, clause in enumerate(clauses) if at and revises(clause)), None)
    return plain[:outdated.start()] + "".join(clauses[now:]) if now is not None else plain

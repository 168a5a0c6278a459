"""Which indicator a row's name means, against which base year and for which year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.name_units import unit_of, without_base, without_gloss
from lowcarbon_desktop.plan import Indicator, Register
from lowcarbon_desktop.text.change import change_in
from lowcarbon_desktop.text.normal import ROUND, in_chinese, squeezed
from lowcarbon_desktop.text.rare import Rare
from lowcarbon_desktop.text.units import Units
from lowcarbon_desktop.text.years import years_in

_SINCE_START = (r"(?:比|较|与|同|相对于?|相比)(?:规划)?(?:期初|基准年|基[年期])(?:相比|水平)?的?"
                r"(?=累计|下降|降低|减少|提高|增|上升|变化|降幅|\)|$)"
                r"|(?:规划|试点)?期内(?=累计|下降|降低|减少|提高|增|上升)|^(?:规划)?期末(?=非化石|森林|服务业|第三产业|单位GDP能耗$)|^五年(?:来|内|间)?(?=单位|万元|碳|二氧|能|非|森|服)")
_LEAD = re.compile(r"^(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)．]|[,，、:：;；.·\-()（）]"
                   r"|其中|全社会"
                   r"|地区的?(?!生产总值)|到|至|使|将|累计)+")
_TAIL = re.compile(r"(?:[,，、:：;；.·\-()（）*%]|目标值?|指标值?|累计|的|达到?|为|约|控制在|水平)+$")
_GLOSS = (r"(.*(?:GDP|生产总值).*)\((?:碳强度|(?:二氧化碳|碳)排放强度|能耗强度|能源强度)\)"
          r"|((?:碳|二氧化碳)(?:排放)?强度|能耗强度|能源强度)\((?:(?:单位|万元)(?:GDP|生产总值)|(.*(?:GDP|生产总值).*))\)")
_ENERGY_MIX = Rare(r"^(?!.*(?:业|部门|领域|建筑|交通|电力|机构|生活|居民|乡|村|园区|终端|单位|情景|预测))"
                   r".*能源消费(?:结构|构成)(?!.*(?:总量|消费量))(?=[^,，。]{0,12}$)", "构")
_KINDS = {("cut", False): ("cut",), ("cut", True): ("yearly_cut",), ("increase", False): ("increase",),
          ("increase", True): ("growth",), ("none", False): ("share", "level"), ("none", True): ()}
_SAID_INSIDE = r"^(?:节能率|降碳率|减排率)\((.*(?:单位|万元).*)\)$"  # 节能率（单位GDP能耗比2010年下降）
SUMMED = ("排放", "消费", "消耗")
"""How a name may end that is of a total where its unit is one of mass."""
_CARBON = ("碳", "co2", "温室气体")


class Named(NamedTuple):
    """What a name says. `indicator` is None where the register has none for it; `why` then says so.

    `by_custom` says that a five-year plan gives the base year, `by_cell` that it is a change only by what its cell
    says, be it a minus in front of the value.
    """

    indicator: str | None
    base_year: int | None = None
    target_year: int | None = None
    unit: str = ""
    rule: Message | None = None
    why: Message | None = None
    doubts: tuple[Message, ...] = ()
    by_cell: bool = False
    by_custom: bool = False


class Namer:
    """Understands names by the register; the same name is worked out once."""

    def __init__(self, register: Register, units: Units) -> None:
        self._register, self._units = register, units
        self._patterns: dict[str, re.Pattern[str]] = {}
        self.understand: Callable[[str, str], Named] = lru_cache(maxsize=8192)(self._understand)

    def _understand(self, name: str, caption: str) -> Named:
        """Understand a row's name under a caption, words that say whose it is taken off before.

        One entry of the register must use up the whole name: 服务业和低耗能工业增加值占GDP比重 is not the
        services share, since words are left over.
        """
        plain = without_base(in_chinese(squeezed(name)).translate(ROUND), caption).replace("非石化", "非化石")
        plain = re.sub(_SAID_INSIDE, r"\1", plain)
        text, unit = unit_of(plain, self._units)
        may_start = "期" in text or "基准年" in text or text[:1] == "五"
        years = years_in(re.sub(_SINCE_START, "", text) if may_start else text)
        change = change_in(years.rest)
        core = _without_gloss(_stripped(_without_gloss(change.rest)))
        unit = unit or ("%" if "%" in text else "")
        if not core:
            return Named(None, why=message("name-empty"))
        if change.kind in ("both", "either"):
            return Named(None, unit=unit, why=message("name-both-ways" if change.kind == "both" else "name-either-way"))
        doubts: list[Message] = []
        if len(years.bases) > 1 or len(years.targets) > 1:
            doubts.append(message("doubt-years", years=tuple(map(str, (*years.bases, *years.targets)))))
        if years.assumed:
            doubts.append(message("doubt-span", base=str(years.bases[0])))
        kinds = _KINDS[change.kind, years.yearly]
        found, rule = self._matching(core, kinds), "name-matched"
        if not found and "排放" in core and _of_carbon(caption) and not _of_carbon(core):
            found, rule = self._matching(core.replace("排放", "二氧化碳排放", 1), kinds), "name-by-caption"
        if not found and change.kind == "none" and unit and core.endswith(SUMMED) and (
                self._units.dimension(unit) in ("mass", "mass-co2", "energy")):
            found = self._matching(core + "总量", kinds)  # 二氧化碳排放(万吨)
        if not found and change.kind == "none" and unit in ("", "%") and _ENERGY_MIX.match(caption):
            found, rule = self._matching(f"{core}占能源消费总量比重", kinds), "name-by-caption"
        marked = len(plain) > 1 and plain[-1] in "123456789" and "一" <= plain[-2] <= "龥"
        if not found and marked:  # a footnote's mark that is raised no more
            named = self._understand(plain[:-1], caption)
            if named.indicator is not None:
                return named
        if not found and "(" in plain:
            short, measure = without_gloss(plain, unit)
            named = self._understand(short, caption) if short != plain else Named(None)
            if named.indicator is not None:
                return named._replace(unit=measure)
            named = self._understand(re.sub("[()]", "", plain), caption)  # 非化石能源(占一次能源)
            if named.indicator is not None:
                return named._replace(unit=named.unit or unit)
        base = years.bases[0] if len(years.bases) == 1 else None
        target = years.targets[0] if len(years.targets) == 1 else None
        if len(found) == 1:
            return Named(found[0].id, base, target, unit, message(rule, indicator=found[0].name), doubts=tuple(doubts),
                         by_custom=years.by_custom)
        return Named(None, base, target, unit, why=self._why_not(core, found), doubts=tuple(doubts))

    def _matching(self, core: str, kinds: tuple[str, ...]) -> list[Indicator]:
        signs = set(core.casefold())
        return [indicator for indicator, known in self._signs
                if indicator.kind in kinds and signs <= known
                and any(pattern.fullmatch(core) for pattern in self._of(indicator))]

    @cached_property
    def _signs(self) -> tuple[tuple[Indicator, set[str]], ...]:
        """With every sign that a name of the indicator can hold: patterns know no wild cards, so others cannot match.

        This spares compiling nearly all of the register for a plan of ten rows.
        """
        return tuple((each, set("".join(each.patterns).casefold())) for each in self._register)

    def _of(self, indicator: Indicator) -> Iterator[re.Pattern[str]]:
        """How its name is printed, the patterns compiled one by one: often the first is met."""
        for each in indicator.patterns:
            if each not in self._patterns:
                self._patterns[each] = re.compile(each, re.IGNORECASE)
            yield self._patterns[each]

    def _why_not(self, core: str, found: list[Indicator]) -> Message:
        if found:
            return message("name-ambiguous", indicators=tuple(each.name for each in found))
        signs = set(core.casefold())
        other_kind = [each for each, known in self._signs if signs <= known
                      and any(pattern.fullmatch(core) for pattern in self._of(each))]
        if other_kind:
            return message("name-other-kind", indicator=other_kind[0].name)
        near = [(len(match[0]), each.name, core.replace(match[0], "", 1)) for each, known in self._signs
                if len(signs & known) > 3
                for pattern in self._of(each) if (match := pattern.search(core)) is not None and len(match[0]) > 3]
        if near:
            _, nearest, left = max(near, key=lambda each: each[0])
            return message("name-left-over", indicator=nearest, words=left)
        return message("name-unknown")


def _of_carbon(text: str) -> bool:
    return any(word in text.casefold() for word in _CARBON)


def _without_gloss(core: str) -> str:
    """单位GDP二氧化碳排放(碳强度) without the bracket, which says the same in other words."""
    found = re.fullmatch(_GLOSS, core) if "(" in core else None
    return (found[1] or found[3] or found[2]) if found is not None else core


def _stripped(core: str) -> str:
    before = None
    while before != core:
        before = core
        core = _TAIL.sub("", _LEAD.sub("", core))
    return core

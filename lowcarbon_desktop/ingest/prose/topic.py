"""The indicator that a sentence speaks of, kept from clause to clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lowcarbon_desktop.ingest.names import Named
from lowcarbon_desktop.ingest.prose.amounts import Found
from lowcarbon_desktop.ingest.prose.names import Names, per_gdp
from lowcarbon_desktop.ingest.prose.phrases import Phrase
from lowcarbon_desktop.ingest.prose.spoken import OWN, Spoken

_QUANTITIES = ("量", "率", "比重", "比例", "占比", "面积", "规模", "数", "额", "投资")
_THESE = re.compile("[两二三四](?:者|项)")
# what else may lead to the year of an aim
_KNOWN = re.compile(r"^\d+$|务必|全力|着力|各级|各部门|全社会|上下|换言之|也就是说|期|阶段|步|五年|通过|经过?|按"
                    r"|此|即|具体|总|今后|未来|最终|再|目标|任务|指标|规划|方案|努力"
                    "|奋斗|安排|打造"
                    "|低碳|绿色|节能|减排|经济|社会|首先|其[一二三四次]|然后|同时|届时|力求|全[部面]|境内|辖区|基本|建设|发展|工作|推进"
                    "|形成|使|加快|决定|各项|起$|市域|实施|开展|完成|主要|初步|大体|[一二三四五六]|试点(?![乡镇村园企社县])")
_LONGEST_SUBJECT = 8
_UNITS = {"cut": "%", "increase": "百分点"}


class Topic:
    """The name spoken of last, with its change; `stranger` are words before a name that nobody knows."""

    def __init__(self, names: Names, heading: str) -> None:
        self._names = names
        self._clause = Spoken("", OWN)
        self._name, self._change, self.stranger, self._shared = "", "", "", ""
        self._list: tuple[tuple[str, Named], ...] = ()
        self._kept = (self._name, self._change, self._list)
        above = names.bare(heading)
        if self._understand(above, "", yearly=False) is not None:  # a heading that is an indicator's name
            self._name = above

    def turn(self, clause: Spoken) -> None:
        """Go on to the next clause; one that says whose it is ends what a stranger began."""
        self._clause = clause
        self.stranger = "" if clause.named else self.stranger

    def step_aside(self) -> None:
        """Keep what is spoken of over a bracket that names somebody else: 降低17.5%（高于省下达的17%），2020年……"""
        self._kept = (self._name, self._change, self._list)

    def step_back(self) -> None:
        """Speak again of what was spoken of before the bracket."""
        self._name, self._change, self._list = self._kept

    def announce(self, said: Phrase) -> None:
        """Take the name from a clause without an amount; one of somebody without a name ends what was spoken of."""
        named = self._understand(self.bare(said.core), said.change, said.years.yearly)
        if named is not None:
            self._name, self._change = self.bare(said.core), said.change
        elif said.core and (self._clause.named or (self._clause.ended == ":" and said.core.endswith(_QUANTITIES))):
            self._name = ""  # 煤层气利用量：2015年20亿立方米 is not of what was spoken of before

    def introduce(self, said: Phrase) -> None:
        """Take note of unknown words that lead to a year: 两广地区到2015年，……; 或许到2015年，……"""
        left = self._names.bare(said.core)
        if left and len(left) <= _LONGEST_SUBJECT and _KNOWN.search(left) is None and (
                self._understand(left, "", yearly=False) is None):
            self.stranger = left

    def spoken_of(self, said: Phrase, found: Sequence[Found],
                  earlier: Sequence[tuple[str, str | None]]) -> tuple[tuple[str, Named], ...]:
        """The names that amounts belong to: those before them, else the one spoken of, or the `earlier` in turn."""
        bare = self.bare(said.core)
        if bare in ("人均排放", "人均排放量") and "碳" in self._name:  # 二氧化碳排放总量……，人均排放……
            bare = "人均二氧化碳排放"
        stays = not bare and not said.change and _UNITS.get(self._change, "-") in found[0].text
        change, count = self._change if stays else said.change, len(found)  # 下降17%，2020年达到45%: of a cut too
        listed = count > 1 or said.listed or said.joint
        several = self._names.several(bare, change, said.years.yearly) if listed else ()
        if several:
            self._name, self._list, self._change = "", several, said.change
            return several
        as_before = len(self._list) == count if said.listed else said.joint and count == 1
        levels = not said.change and self._change in _UNITS and _UNITS[self._change] not in found[0].text
        if self._list and as_before and not bare and said.change in ("", self._change) and not levels:
            return self._list  # 到2020年分别下降30%、35%
        if self._list and as_before and not bare:  # 下降到0.6和1.4，比2010年分别下降16%和18%
            whole = per_gdp(self._list[0][0])
            again = [(name, self._names.understand(name, said.change, said.years.yearly)
                      or self._names.understand(whole + name, said.change, said.years.yearly))
                     for name, _ in self._list]
            changed = tuple((name, each) for name, each in again if each is not None)
            if len(changed) == len(self._list):
                return changed
        listed = said.listed and bool(self._name)
        these = listed or (count > 1 and _THESE.search(found[0].before) is not None)  # 上述两项指标达到12%、39%
        if these and not bare and len(earlier) == count > 1:  # 到2020年分别达到45%和40%
            again = [self._understand(name, change, said.years.yearly) for name, _ in earlier]
            meant = [(indicator or "").removesuffix("_cut" if levels else "") for _, indicator in earlier]
            if [each and each.indicator for each in again] == meant:  # 下降16%，……下降17%，分别达到1.2和3.2吨/万元
                return tuple((name, each) for (name, _), each in zip(earlier, again, strict=True) if each is not None)
        named = self._understand(bare or self._name, change, said.years.yearly, said.origin)
        if named is None and bare and self._shared and change == "cut":  # 单位GDP能耗下降17%，二氧化碳排放下降18%
            named = self._understand(self._shared + bare, change, said.years.yearly, loose=False)
        self._shared = per_gdp(bare) or self._shared
        if named is None and bare and "占" in found[0].before:  # 非化石能源占45% behind 非化石能源占能源消费总量的40%
            whole = next((name for name, _ in reversed(earlier) if name.partition("占")[0] == bare), "")
            bare, named = whole or bare, self._understand(whole, change, said.years.yearly)
        if bare:
            known = named or self._understand(bare, "", yearly=False)
            self._name, self._change = bare if known is not None else "", said.change
            self._list = self._list if known is not None else ()  # 化学需氧量……减少7% is of none before
            self.stranger = self._names.stranger(bare, change) if known is None else self.stranger
        return ((bare or self._name, named),) if named is not None else ()

    def knows(self, label: str) -> bool:
        """Whether a label is an indicator's name: 碳排放强度：……"""
        return self._understand(self._names.bare(label), "", yearly=False) is not None

    def bare(self, core: str) -> str:
        """The name without the words that lead to it, and without that of the district or sector which has it."""
        whose = self._clause.whose
        _, found, after = core.partition(whose.name) if whose.kind in ("district", "part") else ("", "", "")
        return self._names.bare(after if found else core)

    def _understand(self, core: str, change: str, yearly: bool, loose: bool = True) -> Named | None:
        """What a name means; a `loose` one without a word of change may be of a cut too, as its verb is to come."""
        named = self._names.understand(core, change, yearly)
        return named if named is not None or not loose else self._names.understand(core, "cut", False)

"""One sentence clause by clause: each amount with the name and the years that the words before it give it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.prose.amounts import Found, amounts_in, in_full, may_hold
from lowcarbon_desktop.ingest.prose.bases import base_of_all
from lowcarbon_desktop.ingest.prose.figure import one_of
from lowcarbon_desktop.ingest.prose.fives import of_five, to_come
from lowcarbon_desktop.ingest.prose.heard import Heard
from lowcarbon_desktop.ingest.prose.peak_words import words
from lowcarbon_desktop.ingest.prose.phrases import Phrase, phrase, plainly
from lowcarbon_desktop.ingest.prose.spoken import Spoken
from lowcarbon_desktop.ingest.prose.standing import as_context, pairing
from lowcarbon_desktop.ingest.prose.undone import outdates, relative, replaced, revises, told_behind
from lowcarbon_desktop.ingest.prose.valued import add
from lowcarbon_desktop.text.numerals import in_digits

_COMPARED = re.compile(r"(?:高于|优于|低于|超过)(?:全国|全省|国家)[^,]*$")
_BESIDE = re.compile(r"^\(?(?:比|较|[高优低]于|超过)(?!(?:19|20)\d\d|.?十[一二三四]?五)[^,]*"
                     r"(?:下达|平均|目标|要求|指标|全国|全省|国家|省里?|我市|水平)[^,\d]*的$")
_COMPARES = re.compile("(?:与|同|和)[^,]*(?:相比较?|比较|对比|相较)$")
_MADE = re.compile("的?(?:目标)?(?:作为|列入|纳入|写入)")  # 将……下降18%作为“十二五”约束性指标
_PASSING = re.compile(r"其中,?(?P<rest>(?:到|至)?20\d\d年[^,;]*(?:下降|降低|减少))(?!到|至)")
_STEP = re.compile("[、和及与]?" + _PASSING.pattern.removeprefix("其中,?"))
_PEAKS = re.compile(r"((?:二氧化碳|CO2|碳|温室气体)(?:的)?排放(?:总?量)?)[^,;]{0,14}?(?:达峰|达到?峰值|峰值)[^;]*,峰值")
_NEW_TOO = re.compile(r"(?:新增|净增)[^,;\d]{2,12}\d[\d.]*[^\d,;和、及与]{1,6}(?:和|、|及|与|以及)[^,;\d]{2,8}$")
_UP_TO = re.compile("[到至]?20\\d\\d年[底末]?$")
_LIST = ("、", "和", "及", "与", "以及")


class Items(Heard):
    """Hears a sentence clause by clause, and gathers its figures."""

    def hear(self, clause: Spoken) -> None:
        """Take in the next clause; the years that a bracket names do not go for what follows it."""
        if clause.aside and not self.clause.aside:
            self.outside = self.times.targets
            self.topic.step_aside()
        elif self.clause.aside and not clause.aside:
            self.times.targets = self.outside
            self.topic.step_back()
        self.clause, self.text = clause, in_digits(self.calendar.dated(plainly(clause.text)))
        text = self.text.text
        self.tone.hear(text)
        self.parts.hear(clause, clause.ended == ":" and self.topic.knows(text))
        self.topic.turn(clause)
        self.changes = False  # whether the amount before is one from which a change starts
        found = list(amounts_in(text, self.tools.units)) if may_hold(text) else []
        if found and _COMPARES.match(text):  # 与“十一五”下降20%相比: only what ours is held against
            self.topic.announce(phrase(found[0].before))
            return
        found = in_full(found)
        if not found:
            self._lead()
            self.announced = f"{text}:" if clause.ended == ":" else ""
        while found:
            count = next((at for at in range(1, len(found)) if found[at].before not in _LIST
                          or found[at - 1].bracket), len(found))
            self._group(found[:count], text[found[count - 1].end:found[count].start if count < len(found) else None])
            found = found[count:]
        if clause.ended == ";":
            self.passing = False
            self.tone.next_item()
            self.since = ()
            self.times.next_item()

    def _lead(self) -> None:
        """A clause without an amount may give years to the next ones, or the name: 单位GDP能耗，到2015年下降16%."""
        based = base_of_all(self.text.text)
        if based is not None and self.figures:
            self.base_all(based)
            return
        said = phrase(_COMPARED.sub("", self.text.text))
        if self.figures and not self.clause.ended and len(said.years.bases) == 1 and not said.core.strip("()。"):
            self.base_all(said.years.bases[0])  # ……下降18%，以2010年为基年。
            return
        self.times.hear(said.years, alone=True, lasting="基" in self.text.text or self.clause.ended == ":")
        self.tone.lead(self.text.text, said.years)
        self.topic.announce(said)
        if self.clause.whose.own and not self.clause.named and _UP_TO.search(self.text.text):
            self.topic.introduce(said)

    def _said(self, found: Sequence[Found]) -> Phrase:
        """What stands before an amount, with what its bracket, its place in a list and the words behind add to it."""
        said = phrase(self._of_the_peak(found[0].before.rstrip("-")))
        said = said.with_years_of(phrase(found[-1].bracket))
        if not said.change and _NEW_TOO.search(self.text.text, 0, found[0].start):
            said = replace(said, change="increase")  # 新增森林面积3万亩和森林蓄积量15万立方米
        behind = self.text.text[found[-1].end:]
        if not (said.years.targets or self.times.targets) and _MADE.match(behind):
            said = said.with_years_of(phrase(behind))
        step = (_STEP if self.passing else _PASSING).match(found[0].before)
        spans = any(year - base > 1 for year in said.years.targets for base in said.years.bases)
        self.passing = step is not None and not spans and not self.topic.bare(phrase(step["rest"]).core)
        if self.passing:  # 下降17%，其中2012年下降3.7%、2013年下降3.6%: parts of the way, each of its own year
            said = replace(said, core="", years=replace(said.years, yearly=True))
        elif not (self.times.waiting or self.since or self.times.bases.keys() & set(said.years.targets)):
            said = said.yearly_alone(found[0].before)
        if revises(self, found[0]):  # 由20%修订为17%
            said = replace(said, change="level")
        if outdates(self, found[0]):  # 将下降17%的目标提高到18%
            said = replace(said, change="")
        return said

    def _of_the_peak(self, before: str) -> str:
        """二氧化碳排放总量2020年达到峰值，峰值控制在4500万吨以内: the peak is one of what was said to peak."""
        peaks = _PEAKS.search(self.sentence.plain) if before.startswith("峰值") else None
        return before if peaks is None or words("partial").search(self.sentence.plain[:peaks.end()]) else (
            peaks[1] + before)

    def _group(self, found: Sequence[Found], after: str) -> None:
        """One amount, or several that stand in a list and go with names or years one by one, and what comes `after`."""
        if found[0].before in ("的", "的约", "的近"):
            return  # 完成“十二五”目标17%的47%: a share of the figure before
        if found[0].before == "占" and "%" in found[0].text and self.figures and self.figures[-1].reading.unit != "%":
            return  # 风电装机30万千瓦，占4.6%: a share of the whole
        if _BESIDE.search(found[0].before):  # 比省下达我市的17.5%高1个百分点: only what ours is held against
            return
        said = self._said(found)
        if said.leads.targets:
            self.times.hear(said.leads)
        if said.origin:
            self.since = said.years.targets
        bracket = found[0].before.startswith("(") and ")" not in found[0].before and bool(said.years.targets)
        aside = said.origin or bracket or self.passing  # 43%（2010年为42%）: what follows is of 2015 again
        aside = aside or re.search("当年(?!新建|竣工)", found[0].before) is not None  # 2012年当年下降4%
        if not aside and not relative(self, said, found[0]):
            self.times.hear(said.years)
            self.tone.dated(said.years)
        earlier = tuple(dict.fromkeys((each.reading.name, each.reading.indicator) for each in self.figures))
        names = self.topic.spoken_of(said, found, earlier) if not said.beside else ()
        of_it, starts, self.changes = relative(self, said, found[0]), self.changes, said.origin
        bases = said.years.bases
        if starts and not bases and said.change == "cut" and not self.topic.bare(said.core):
            bases = self.since  # 到2015年……，比2005年的1.28吨标准煤降低35.3%, whatever the year above is held against
        if not names and (last := replaced(self, said, found)) is not None:
            change = "cut" if self.tools.register[last.indicator or ""].kind == "cut" else ""
            named = self.names.understand(last.name, change, False)
            names = ((last.name, named),) if named is not None else ()
            bases = bases or self.times.waiting[:1] or (
                (last.base_year,) if last.base_year is not None and not said.further else ())
            self.times.targets = self.times.targets or (last.target_year or 0,)
        if not names or of_it:
            return
        years = said.years.targets if len(said.years.targets) > 1 or aside else self.times.targets
        base, years = of_five(found[0].before, bases[0] if bases else None, years)
        bases = bases or (() if base is None else (base,))
        if not years and len(bases) == 1 and (year := to_come(self.sentence.plain, bases[0])) is not None:
            years = (year,)
        if said.origin and not years and len(self.times.waiting) == 1:  # 与2010年相比，……由1.5%提高到4%
            years = self.times.waiting
        joint = said.joint and len(found) == 1
        doubts = [*pairing(len(found), 1 if joint else len(names), len(years), len(bases), said.listed),
                  *(() if aside or said.years.targets else self.times.doubts)]
        if said.joint and len(found) == len(names) == 1 < len(years) and not bases:  # 2015年、2020年均保持在80%以上
            found, joint = [found[0]] * len(years), False
        if len(years) > 1 and len(found) == 1:
            doubts.append(message("doubt-years", years=tuple(map(str, years))))
        if said.years.assumed and bases and said.change == "cut":  # 2011—2013年下降11%: from 2010, or from 2011
            doubts.append(message("doubt-span", base=str(bases[0])))
        if found[0].before.endswith("-"):  # 下降-20%: it may rise
            doubts.append(message("doubt-sign", printed=f"-{found[0].text}"))
        if outdates(self, found[0]):  # 将下降19%的目标修改为下降17.5%
            told = message("doubt-supposed", words=found[0].before)
            self.figures[-1] = replace(self.figures[-1], reading=as_context(self.figures[-1].reading, told))
        begun = len(self.figures)
        for position, each in enumerate(found * len(names) if joint else found):
            name, named = names[position if joint or len(names) == len(found) else 0]
            at = 0 if joint else position
            add(self, each, said, name, named, one_of(bases, at, len(found)), one_of(years, at, len(found)), doubts)
        told_behind(self, begun, found[-1], after)
        aside_of = phrase(found[-1].bracket).years
        if (based := base_of_all(found[-1].bracket)) is not None:
            self.base_all(based)
        elif len(aside_of.bases) == 1 and not aside_of.targets:
            self.figures[begun:] = [each.based(aside_of.bases[0], self.tools.register)
                                    for each in self.figures[begun:]]

"""One sentence clause by clause: each amount with the name and the years that the words before it give it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.names import Named
from lowcarbon_desktop.ingest.prose.amounts import Found, amounts_in, in_full, may_hold
from lowcarbon_desktop.ingest.prose.around import unknown_bracket, words_behind
from lowcarbon_desktop.ingest.prose.bases import Calendar, base_of_all, instead
from lowcarbon_desktop.ingest.prose.figure import Figure, one_of, year_of_level
from lowcarbon_desktop.ingest.prose.fives import of_five, to_come
from lowcarbon_desktop.ingest.prose.names import Names
from lowcarbon_desktop.ingest.prose.parts import OF_ALL, Parts
from lowcarbon_desktop.ingest.prose.peak_words import words
from lowcarbon_desktop.ingest.prose.phrases import Phrase, phrase, plainly
from lowcarbon_desktop.ingest.prose.provisos import of_others
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.spoken import OWN, Spoken, Whose
from lowcarbon_desktop.ingest.prose.standing import as_context, open_doubts, owned, pairing, restricted
from lowcarbon_desktop.ingest.prose.times import Times
from lowcarbon_desktop.ingest.prose.tone import Tone
from lowcarbon_desktop.ingest.prose.topic import Topic
from lowcarbon_desktop.ingest.rows import Tools
from lowcarbon_desktop.ingest.values import Unit, quantity_of, unit_in_full
from lowcarbon_desktop.plan import Reading
from lowcarbon_desktop.text.amount import amount
from lowcarbon_desktop.text.numerals import Digits, in_digits

_COMPARED = re.compile(r"(?:高于|优于|低于|超过)(?:全国|全省|国家)[^,]*$")
_BESIDE = re.compile(r"^\(?(?:比|较|[高优低]于|超过)(?!(?:19|20)\d\d|.?十[一二三四]?五)[^,]*"
                     r"(?:下达|平均|目标|要求|指标|全国|全省|国家|省里?|我市|水平)[^,\d]*的$")
_COMPARES = re.compile("(?:与|同|和)[^,]*(?:相比较?|比较|对比|相较)$")
_MADE = re.compile("的?(?:目标)?(?:作为|列入|纳入|写入)")  # 将……下降18%作为“十二五”约束性指标
_PASSING = re.compile(r"其中,?(?P<rest>(?:到|至)?20\d\d年[^,;]*(?:下降|降低|减少))(?!到|至)")
_STEP = re.compile("[、和及与]?" + _PASSING.pattern.removeprefix("其中,?"))
_REVISED = re.compile("(?:现|已|后|将|经[^,]{0,8})*(?:调整|修订|修改|变更|核定|改)(?:为|到|至|成)")
_OUTDATES = re.compile("的(?:目标|指标|任务)?值?(?:现|已|后|再|将|由|统一|经[^,]{0,8})*"
                       "(?:调整|修订|修改|变更|核定|改|[上下]调|调[高低]|提高|提升|降低|替换|更正)(?:为|到|至|成)"
                       "(?:累计)?(?:下降|降低)?")
_BACK = re.compile("(?:这[一个]?|该|此|上述)(?:项)?(?:比[重例]|占比|指标)")
_PEAKS = re.compile(r"((?:二氧化碳|CO2|碳|温室气体)(?:的)?排放(?:总?量)?)[^,;]{0,14}?(?:达峰|达到?峰值|峰值)[^;]*,峰值")
_NEW_TOO = re.compile(r"(?:新增|净增)[^,;\d]{2,12}\d[\d.]*[^\d,;和、及与]{1,6}(?:和|、|及|与|以及)[^,;\d]{2,8}$")
_UP_TO = re.compile("[到至]?20\\d\\d年[底末]?$")
_NO_CALENDAR = Calendar()
_LIST = ("、", "和", "及", "与", "以及")


class Items:
    """Hears a sentence: what it has named, hopes for and foresees so far, and the figures in it.

    What is said of `past` and the years before it is no target. `before` is the only value of the sentence before,
    `calendar` holds the years of the whole application, `behind` is the sentence before it in its paragraph.
    """

    def __init__(self, sentence: Sentence, times: Times, names: Names, tools: Tools, past: int,
                 before: Reading | None = None, calendar: Calendar = _NO_CALENDAR, behind: str = "") -> None:
        self._sentence, self._times, self._names, self._tools, self._past = sentence, times, names, tools, past
        self._before, self._calendar = before, calendar
        self._topic = Topic(names, sentence.headings[-1] if sentence.headings else "")
        self._tone, self._parts = Tone(sentence), Parts(sentence, before=behind)
        self._clause, self._text = Spoken("", OWN), Digits("", "")
        self._outside: tuple[int, ...] = ()
        self._from: tuple[int, ...] = ()
        self._changes = self._passing = False
        self._announced = ""  # what a colon stands behind: 碳排放总量控制目标：2015年2800万吨
        self.figures: list[Figure] = []

    def hear(self, clause: Spoken) -> None:
        """Take in the next clause; the years that a bracket names do not go for what follows it."""
        if clause.aside and not self._clause.aside:
            self._outside = self._times.targets
            self._topic.step_aside()
        elif self._clause.aside and not clause.aside:
            self._times.targets = self._outside
            self._topic.step_back()
        self._clause, self._text = clause, in_digits(self._calendar.dated(plainly(clause.text)))
        text = self._text.text
        self._tone.hear(text)
        self._parts.hear(clause, clause.ended == ":" and self._topic.knows(text))
        self._topic.turn(clause)
        self._changes = False  # whether the amount before is one from which a change starts
        found = list(amounts_in(text, self._tools.units)) if may_hold(text) else []
        if found and _COMPARES.match(text):  # 与“十一五”下降20%相比: only what ours is held against
            self._topic.announce(phrase(found[0].before))
            return
        found = in_full(found)
        if not found:
            self._lead()
            self._announced = f"{text}:" if clause.ended == ":" else ""
        while found:
            count = next((at for at in range(1, len(found)) if found[at].before not in _LIST
                          or found[at - 1].bracket), len(found))
            self._group(found[:count], text[found[count - 1].end:found[count].start if count < len(found) else None])
            found = found[count:]
        if clause.ended == ";":
            self._passing = False
            self._tone.next_item()
            self._from = ()
            self._times.next_item()

    def _lead(self) -> None:
        """A clause without an amount may give years to the next ones, or the name: 单位GDP能耗，到2015年下降16%."""
        based = base_of_all(self._text.text)
        if based is not None and self.figures:
            self._base_all(based)
            return
        said = phrase(_COMPARED.sub("", self._text.text))
        if self.figures and not self._clause.ended and len(said.years.bases) == 1 and not said.core.strip("()。"):
            self._base_all(said.years.bases[0])  # ……下降18%，以2010年为基年。
            return
        self._times.hear(said.years, alone=True, lasting="基" in self._text.text or self._clause.ended == ":")
        self._tone.lead(self._text.text, said.years)
        self._topic.announce(said)
        if self._clause.whose.own and not self._clause.named and _UP_TO.search(self._text.text):
            self._topic.introduce(said)

    def _of_the_peak(self, before: str) -> str:
        """二氧化碳排放总量2020年达到峰值，峰值控制在4500万吨以内: the peak is one of what was said to peak."""
        peaks = _PEAKS.search(self._sentence.plain) if before.startswith("峰值") else None
        return before if peaks is None or words("partial").search(self._sentence.plain[:peaks.end()]) else (
            peaks[1] + before)

    def _base_all(self, base: int) -> None:
        """Give a base year to the changes of the sentence that have none."""
        self.figures = [each.based(base, self._tools.register) for each in self.figures]

    def _group(self, found: Sequence[Found], after: str) -> None:
        """One amount, or several that stand in a list and go with names or years one by one, and what comes `after`."""
        if found[0].before in ("的", "的约", "的近"):
            return  # 完成“十二五”目标17%的47%: a share of the figure before
        if found[0].before == "占" and "%" in found[0].text and self.figures and self.figures[-1].reading.unit != "%":
            return  # 风电装机30万千瓦，占4.6%: a share of the whole
        if _BESIDE.search(found[0].before):  # 比省下达我市的17.5%高1个百分点: only what ours is held against
            return
        said = phrase(self._of_the_peak(found[0].before.rstrip("-")))
        said = said.with_years_of(phrase(found[-1].bracket))
        if not said.change and _NEW_TOO.search(self._text.text, 0, found[0].start):
            said = replace(said, change="increase")  # 新增森林面积3万亩和森林蓄积量15万立方米
        behind = self._text.text[found[-1].end:]
        if not (said.years.targets or self._times.targets) and _MADE.match(behind):
            said = said.with_years_of(phrase(behind))
        step = (_STEP if self._passing else _PASSING).match(found[0].before)
        spans = any(year - base > 1 for year in said.years.targets for base in said.years.bases)
        self._passing = step is not None and not spans and not self._topic.bare(phrase(step["rest"]).core)
        if self._passing:  # 下降17%，其中2012年下降3.7%、2013年下降3.6%: parts of the way, each of its own year
            said = replace(said, core="", years=replace(said.years, yearly=True))
        elif not (self._times.waiting or self._from or self._times.bases.keys() & set(said.years.targets)):
            said = said.yearly_alone(found[0].before)
        if self._changes and _REVISED.fullmatch(found[0].before):  # 由20%修订为17%
            said = replace(said, change="level")
        if self._outdates(found[0]):  # 将下降17%的目标提高到18%
            said = replace(said, change="")
        if said.leads.targets:
            self._times.hear(said.leads)
        if said.origin:
            self._from = said.years.targets
        bracket = found[0].before.startswith("(") and ")" not in found[0].before and bool(said.years.targets)
        aside = said.origin or bracket or self._passing  # 43%（2010年为42%）: what follows is of 2015 again
        aside = aside or re.search("当年(?!新建|竣工)", found[0].before) is not None  # 2012年当年下降4%
        if not aside and not self._relative(said, found[0]):
            self._times.hear(said.years)
            self._tone.dated(said.years)
        earlier = tuple(dict.fromkeys((each.reading.name, each.reading.indicator) for each in self.figures))
        names = self._topic.spoken_of(said, found, earlier) if not said.beside else ()
        relative, starts, self._changes = self._relative(said, found[0]), self._changes, said.origin
        bases = said.years.bases
        if starts and not bases and said.change == "cut" and not self._topic.bare(said.core):
            bases = self._from  # 到2015年……，比2005年的1.28吨标准煤降低35.3%, whatever the year above is held against
        if not names and (last := self._replaced(said, found)) is not None:
            change = "cut" if self._tools.register[last.indicator or ""].kind == "cut" else ""
            named = self._names.understand(last.name, change, False)
            names = ((last.name, named),) if named is not None else ()
            bases = bases or self._times.waiting[:1] or (
                (last.base_year,) if last.base_year is not None and not said.further else ())
            self._times.targets = self._times.targets or (last.target_year or 0,)
        if not names or relative:
            return
        years = said.years.targets if len(said.years.targets) > 1 or aside else self._times.targets
        base, years = of_five(found[0].before, bases[0] if bases else None, years)
        bases = bases or (() if base is None else (base,))
        if not years and len(bases) == 1 and (year := to_come(self._sentence.plain, bases[0])) is not None:
            years = (year,)
        if said.origin and not years and len(self._times.waiting) == 1:  # 与2010年相比，……由1.5%提高到4%
            years = self._times.waiting
        joint = said.joint and len(found) == 1
        doubts = [*pairing(len(found), 1 if joint else len(names), len(years), len(bases), said.listed),
                  *(() if aside or said.years.targets else self._times.doubts)]
        if said.joint and len(found) == len(names) == 1 < len(years) and not bases:  # 2015年、2020年均保持在80%以上
            found, joint = [found[0]] * len(years), False
        if len(years) > 1 and len(found) == 1:
            doubts.append(message("doubt-years", years=tuple(map(str, years))))
        if found[0].before.endswith("-"):  # 下降-20%: it may rise
            doubts.append(message("doubt-sign", printed=f"-{found[0].text}"))
        if self._outdates(found[0]):  # 将下降19%的目标修改为下降17.5%
            told = message("doubt-supposed", words=found[0].before)
            self.figures[-1] = replace(self.figures[-1], reading=as_context(self.figures[-1].reading, told))
        begun = len(self.figures)
        for position, each in enumerate(found * len(names) if joint else found):
            name, named = names[position if joint or len(names) == len(found) else 0]
            at = 0 if joint else position
            self._add(each, said, name, named, one_of(bases, at, len(found)), one_of(years, at, len(found)), doubts)
        self._told_behind(begun, found[-1], after)
        aside_of = phrase(found[-1].bracket).years
        if (based := base_of_all(found[-1].bracket)) is not None:
            self._base_all(based)
        elif len(aside_of.bases) == 1 and not aside_of.targets:
            self.figures[begun:] = [each.based(aside_of.bases[0], self._tools.register)
                                    for each in self.figures[begun:]]

    def _told_behind(self, begun: int, found: Found, after: str) -> None:
        """Heed the words right behind the last amount, and its bracket: 下降16%以上的企业, 16%所需投资, 16%（参考）."""
        if why := of_others(self._text.text[found.end:]):
            told = message("doubt-supposed", words=why)
            self.figures[begun:] = [replace(each, reading=as_context(each.reading, told))
                                    for each in self.figures[begun:]]
            return
        last = found.end + len(after) == len(self._text.text) or after.startswith(("所", "需"))
        if why := unknown_bracket(found.bracket) or (words_behind(after) if last else ""):
            told = message("doubt-supposed", words=why)
            self.figures[begun:] = [replace(each, reading=restricted(each.reading, told))
                                    if each.reading.indicator in OF_ALL else each for each in self.figures[begun:]]

    def _replaced(self, said: Phrase, found: Sequence[Found]) -> Reading | None:
        """The value that this one takes the place of, be it the nation's or an outdated one: 我市确定的目标为19%."""
        against = said.years.bases or self._times.waiting
        goes_on = (said.further or (against and not self.figures)) and said.change == "cut" and (
            not self._topic.bare(said.core))  # “十三五”期间再下降18%；。到2020年，较2005年降低40%
        back = _BACK.search(found[0].before) is not None and not self.figures  # 。到2020年该比重达到12%
        if len(found) > 1 or "%" not in found[0].text or not (
                goes_on or back or instead(found[0].before) or _REVISED.fullmatch(found[0].before)
                or self._outdates(found[0])):
            return None
        last = self.figures[-1].reading if self.figures else self._before
        return last if last is not None and last.unit == "%" else None

    def _outdates(self, found: Found) -> bool:
        """Whether an amount takes the place of the one before it in its clause."""
        return bool(self.figures) and found.start > len(found.before) and _OUTDATES.fullmatch(found.before) is not None

    def _relative(self, said: Phrase, found: Found) -> bool:
        """Whether a value is told in percent of an earlier one: 下降到2010年的83%."""
        from_it = found.before.startswith(("提高", "上升", "增加", "下降", "降低", "减少")) and self._changes
        return said.change == "level" and "%" in found.text and not said.origin and not from_it and any(
            year <= self._past for year in said.years.targets)

    def _add(self, found: Found, said: Phrase, name: str, named: Named, base: int | None, year: int | None,
             doubts: Sequence[Message]) -> None:
        if self._tone.shorter:  # “十二五”前两年, 上半年: no figure of a year or a plan
            return
        printed = self._text.printed(found.start, found.end)
        stated = found.text.removesuffix("(含)")  # 17%-20%(含)
        read = amount(f"至少{stated}" if said.at_least else stated)
        indicator = self._tools.register[named.indicator or ""]
        own = unit_in_full(read.unit, name, indicator, self._tools.units)
        value, unit, more = quantity_of(read, RawCell(printed), Unit(own, ()), indicator, self._tools.units)
        based = indicator.kind in ("cut", "increase")
        base, told = self._times.base(base, year, said.further) if based else (None, [])
        if based and base is None and ("累计" in found.before or not self._topic.bare(said.core)):
            # 由2010年的1.27吨降低到1.14吨，累计下降10%
            base = self._from[0] if len(self._from) == 1 else year_of_level(self.figures, indicator.id, year)
        stated = self._calendar.base
        if base is None and based and not said.further and stated is not None and year is not None:
            base = stated if stated < year else None
        hoped = said.hope or self._tone.hope
        last = self.figures[-1].reading if self.figures else None
        if hoped and not self._topic.bare(said.core) and last is not None and value is not None and (
                last.unit, last.target_year, last.kind) == (unit, year, "target"):
            self.figures[-1] = self.figures[-1].stretched(value)
            return
        where = self._sentence.where
        rule = message("rule-prose", name=named.rule or "", amount=read.rule or message("amount-not-understood"))
        trouble = self._sentence.trouble
        all_doubts = tuple(dict.fromkeys((*doubts, *told, *named.doubts, *more, *((trouble,) if trouble else ()))))
        text = self._text.text
        ahead = year is not None and year > self._past + 1  # 到2015年下降了18% is no achievement in a paper of 2012
        over = self._tone.over(text.replace("了", "·") if ahead else text, found.end, said.years)
        over = over or self._tone.of_today(year, based)
        past = said.origin or over or (year is not None and year <= self._past)
        reading = owned(Reading(
            indicator.id, name, printed, where, where, value, unit, read.unit, base, year, rule=rule,
            kind="actual" if past else "target", doubts=all_doubts), self._clause.whose, indicator.sector)
        if self._topic.stranger:
            reading = owned(reading, Whose("own", self._topic.stranger, False), None)
        if reading.kind == "target":
            heard = self._announced + self._clause.text
            still_open = open_doubts(indicator, heard, printed, hoped, self._tone.forecast)
            reading = replace(reading, doubts=(*reading.doubts, *self._parts.doubt(indicator.id, name), *still_open))
        self.figures.append(Figure(reading, self._sentence, self._announced + self._text.text))

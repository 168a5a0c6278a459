"""The years of which a paragraph speaks: what a sentence says goes for its next clauses, and, with a doubt, further."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.text.years import Years, years_in

_PLAN, _LONG = 5, 15  # years from the base of a five-year plan, and of the nation's promise for 2020
_AIMS = re.compile(r"^(?!.*(?:[远长]期|展望|愿景|阶段|以后|二步|国家|全国|全省))[^,;:]{0,12}(?:目标|指标)$")
_PERIOD = re.compile("近期|(?:中远|中长|远|长)期")


@dataclass
class Times:
    """The target years spoken of last, all that the paragraph has named, and the base year of each in a sentence."""

    targets: tuple[int, ...] = ()
    named: set[int] = field(default_factory=set)
    carried: bool = False
    bases: dict[int, int] = field(default_factory=dict)
    waiting: tuple[int, ...] = ()
    shared: set[int] = field(default_factory=set)
    lasts: bool = False
    standing: dict[int, int] = field(default_factory=dict)  # by a heading: 到2020年主要目标（与2005年相比）
    fresh: bool = True  # whether no year has used the base that waits: 与2010年相比，2015年……；与2005年相比，2020年……
    carried_bases: set[int] = field(default_factory=set)  # years whose base only an earlier sentence or item gave

    def under(self, headings: Sequence[str], periods: Mapping[str, int], plan: int | None) -> Times:
        """These times under headings: one that names a single year, or one of the plan's periods, speaks of it.

        Under one of aims alone the end of the five-year `plan` is meant that the paper is by its title.
        """
        if not self.targets:
            for heading in reversed(headings):
                years = years_in(heading)
                if not years.targets and (word := _PERIOD.search(heading)) is not None:
                    period = periods.get("近期" if "近" in word[0] else "远期")
                    years = Years("", years.bases, (period,) if period is not None else ())
                if len(years.targets) == 1:
                    self.hear(years)
                    against = re.search("[比较]|与.*相|基[年准期]", heading)  # (2012-2020年) is when, not against what
                    self.standing = dict(self.bases) if against is not None else {}
                    break
            if plan is not None and not self.targets and headings and _AIMS.search(headings[-1]):
                self.hear(Years("", (plan - _PLAN,), (plan,)))
        return Times(self.targets, set(self.named), False, dict(self.bases), standing=self.standing)

    def next_sentence(self) -> Times:
        """These times in the next sentence, which may name its own."""
        bases = self._customary() | self.standing
        return Times(self.targets, self.named, bool(self.targets), bases, standing=self.standing,
                     carried_bases=set(bases))

    def titled(self) -> Times:
        """These times behind a title in the same paragraph: （三）2020年目标。…… is of that year and no other."""
        after = self.next_sentence()
        return replace(after, named=set(after.targets), carried=False) if len(after.targets) == 1 else after

    def next_item(self) -> None:
        """Behind a semicolon only a customary base year is carried on."""
        self.bases = self._customary() | self.standing
        self.carried_bases = set(self.bases)

    def _customary(self) -> dict[int, int]:
        return {year: base for year, base in self.bases.items() if base == year - _PLAN}

    def hear(self, years: Years, alone: bool = False, lasting: bool = False) -> None:
        """Take in the years of a clause; `alone` is one without a value: 与2010年相比 goes for the next clause.

        A base that is `lasting` goes for all years to come: 以2010年为基年，2015年下降16%，2020年下降30%.
        """
        if years.targets:
            self.targets, self.carried = years.targets, False
            self.named |= set(years.targets)
        bases = years.bases or (self.waiting if years.targets else ())
        if bases and (len(self.targets) == 1 or not years.bases):
            for target in self.targets:
                if target in self.carried_bases and years.targets:
                    self.bases.pop(target)  # 与2015年相比，2020年……。与2010年相比，2020年……
                    self.carried_bases.discard(target)
                self.bases.setdefault(target, bases[0])
            if lasting or (not years.bases and (self.fresh or self.lasts)):
                self.shared |= set(self.targets)
                self.fresh = False
        if alone and not years.targets and years.bases:
            self.fresh = self.fresh or years.bases != self.waiting
            self.waiting, self.lasts = years.bases, lasting
        if alone and len(years.targets) == len(years.bases) == 1 and years.bases[0] % 5 == 0:  # 2005-2020年，……
            self.shared |= set(years.targets)

    @property
    def doubts(self) -> tuple[Message, ...]:
        """Why the year may not be that of a value which names none itself."""
        if self.carried and len(self.named) > 1:
            return (message("doubt-year-carried", year=str(self.targets[-1])),)
        return ()

    def base(self, own: int | None, year: int | None, further: bool) -> tuple[int | None, list[Message]]:
        """The base year of a change: its own, else that of the clauses before, unless it goes `further` (再下降).

        A base carried over is sure only where it was named right before (与2005年相比), or begins the five years that
        end in the target year, as it does by custom when none is named.
        """
        if own is None and further and year is not None and self.bases.get(year) == year - _PLAN:
            return self.bases[year], []  # “十三五”期间再降低18%
        if own is None and year is not None and year not in self.bases and not further and (
                set(self.bases.values()) == {year - _LONG}):  # 2015年比2005年下降35%，2020年下降48%
            return year - _LONG, [message("doubt-base-carried", base=str(year - _LONG))]
        if own is not None or year is None or further or year not in self.bases:
            told = [message("doubt-base-after", base=str(own), target=str(year))
                    ] if own is not None and year is not None and year <= own else []
            return own, told
        base = self.bases[year]
        sure = base == year - _PLAN or year in self.shared or self.standing.get(year) == base
        return base, [] if sure else [message("doubt-base-carried", base=str(base))]

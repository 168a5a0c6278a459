"""Who acts: whether what is set up, written or paid is the applicant's own or somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lowcarbon_desktop.ingest.prose.facts.actor_words import words
from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.plan import Region

_LONGEST_NAME = 12
_LEVELS = {"province": "province", "municipality": "both", "city": "city", "county": "city"}


class _Mark(NamedTuple):
    """Words that name an actor. `place` says of whom a 市政府 behind them is: "" leaves that as it was.

    `ours` for the applicant by its name or as 我市, `city`, `province` or `both` for another place with such a
    government; `level` is that of a government that has no name of its own: the 市 of 市政府.
    """

    start: int
    end: int
    own: bool
    place: str = ""
    level: str = ""
    body: bool = False


class Actors:
    """Tells who acts in the clauses of one application; `applicant` is None where nobody knows whose plan it is."""

    def __init__(self, applicant: Region | None, places: Places) -> None:
        self._applicant, self._places = applicant, places
        self.level = applicant.level if applicant is not None else ""
        self.named = lru_cache(maxsize=4096)(self._named)
        self.marks = lru_cache(maxsize=4096)(self._marks)

    def foreign(self, text: str, end: int, default: bool = False) -> bool:
        """Whether the last actor that `text` names before `end` is not the applicant; `default` where it names none."""
        last = self.named(text, end)
        return default if last is None else not last

    def inside(self, name: str, text: str, start: int) -> bool | None:
        """Whose a thing is by its own name, which stands at `start`: the 市 of 市级专项资金 may be another city's."""
        own = next((each.own for each in reversed(self.marks(name)) if not each.body), None)
        if own and any(start <= each.start < start + len(name) and not each.own for each in self.marks(text)):
            return False
        return own

    def names(self, text: str) -> tuple[str, ...]:
        """The place names that stand in a text, the longest first."""
        return tuple(sorted((name for name, _ in self._places.mentioned(text)), key=len, reverse=True))

    def other_place(self, text: str) -> str:
        """The other place of which a text speaks last; "" where it is the applicant, or none is named."""
        last = next((each for each in reversed(self.marks(text)) if each.place), None)
        return text[last.start:last.end] if last is not None and last.place != "ours" else ""

    def nobodys(self, text: str) -> bool:
        """Whether a text names a place, and nobody knows whether that is the applicant."""
        return self._applicant is None and self.other_place(text) != ""

    def speaks_of_us(self, text: str) -> bool:
        """Whether a text names the applicant as who acts, by its name or as 我市."""
        return any(each.place == "ours" for each in self.marks(text))

    def _named(self, text: str, end: int | None = None) -> bool | None:
        """Whether the last actor named in a text (before `end`) is the applicant itself; None where it names none."""
        kept = [each for each in self.marks(text) if end is None or each.start < end]
        return kept[-1].own if kept else None

    def _marks(self, text: str) -> tuple[_Mark, ...]:
        """All actors that a text names, in order; a 市政府 behind another city's name is that city's."""
        found: list[_Mark] = []
        place = ""
        beside = -1  # where the last place ended that does not act: 与合肥市、芜湖市
        end = 0
        every = (*self._by_names(text), *self._by_words(text), *self._bodies(text))
        for mark in sorted(every, key=lambda each: (each.start, -each.end)):
            if mark.start < end:  # 厦门大学 is not 厦门, 义乌市财政 not 市财政
                continue
            end = mark.end
            before = text[:mark.start]
            listed = beside >= 0 and words("listed").fullmatch(text, beside, mark.start) is not None
            here = mark.place and before.endswith("在") and text.startswith(",", mark.end)  # 在合肥市，市政府……
            stands_by = words("with" if mark.place or not mark.level else "beside").search(before) is not None
            stands_by = stands_by or (not here and words("beside").search(before) is not None)
            if listed or stands_by or words("whose").match(text, mark.start):
                beside = mark.end
                continue
            place = mark.place or place
            theirs = mark.level and place in (mark.level, "both") and self._applicant is not None
            found.append(mark._replace(own=False) if theirs else mark)
        return tuple(found)

    def _by_words(self, text: str) -> Iterator[_Mark]:
        for each in words("nation").finditer(text):
            yield _Mark(*each.span(), False)
        for each in words("abroad").finditer(text):
            yield _Mark(*each.span(), False, "both")
        for each in words("lower").finditer(text):
            several = "both" if words("several").match(each[0]) else ""  # 其他城市: a 市级 behind them is theirs
            yield _Mark(*each.span(), False, "city" if each["place"] else several)
        for each in words("province").finditer(text):
            own = self.level in ("province", "")
            yield _Mark(*each.span(), own, "ours" if own and each[0][0] in "我本" else "", "province")
        for each in words("city").finditer(text):
            own = self.level != "province"
            yield _Mark(*each.span(), own, "ours" if own and each[0].startswith(("我", "本市")) else "", "city")
        if self.level in ("province", "municipality", ""):
            for each in re.finditer(r"[全我]区", text):
                yield _Mark(*each.span(), True)

    def _bodies(self, text: str) -> Iterator[_Mark]:
        """Enterprises, parks and schools that act by themselves: 厦门大学完成了……"""
        for each in words("body").finditer(text):
            near = text[max(0, each.start() - _LONGEST_NAME):each.start()]
            name = words("name").search(near)
            start = each.start() - (len(near) - name.start() if name is not None else 0)
            yield _Mark(start, each.end(), False, body=True)

    def _by_names(self, text: str) -> Iterator[_Mark]:
        at = 0
        for name, regions in self._places.mentioned(text):
            at = text.index(name, at)
            if name != NATION:
                own = self._applicant is None or self._applicant in regions
                below = words("below").match(text, at + len(name))
                ours = own and self._applicant is not None
                place = "city" if below else "ours" if ours else _LEVELS.get(regions[0].level, "city")
                yield _Mark(at, at + len(name), own and not below, place)
            at += len(name)

"""How firm a sentence is and how far back it looks: hoped for, foreseen, done already."""

from __future__ import annotations

import re

from lowcarbon_desktop.ingest.prose.phrases import words
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.text.years import Years

_UP_TO = re.compile(r"[到至]20\d\d年")  # 前两年下降7%，到2015年下降16%
_OPENING = 6  # 我市拟到2015年


class Tone:
    """What the clauses of a sentence have said so far; `shorter` is a time that is neither a year's nor a plan's."""

    def __init__(self, sentence: Sentence) -> None:
        self.hope = self.shorter = self._over = self._dated = False
        self.forecast = ""  # the word by which the clauses are foreseen, or only proposed
        aims = (sentence.plain.replace("达到", ""), *sentence.headings)
        self._back = any(words("looked_back").search(each) and not words("aim").search(each)
                         for each in sentence.headings)  # what is said there without a year was done
        self._aimed = any(words("aim").search(each) for each in aims)

    def hear(self, text: str) -> None:
        """Take in the next clause."""
        if words("firm").search(text) is not None:
            self.hope = False
        elif (hope := words("hope").search(text)) is not None and hope.start() < 2:
            self.hope = True
        foreseen = words("forecast").match(text) or words("proposed").search(text, 0, _OPENING)
        goes_on = foreseen is not None and not text.startswith("建", foreseen.end())  # 拟建 is of its own clause alone
        self.forecast = self.forecast or (foreseen[0] if foreseen is not None and goes_on else "")
        self.shorter = words("shorter").search(text) is not None or (self.shorter and _UP_TO.search(text) is None)

    def lead(self, text: str, years: Years) -> None:
        """Take in what a clause without an amount says of the next ones: 截至2012年底，……; 目前，……"""
        over = words("past").search(text) is not None
        self._dated = self._dated or bool(years.targets)
        self._over = over if years.targets else over or self._over

    def dated(self, years: Years) -> None:
        """Take in the years of an amount: one that names its own is not over because an earlier one was."""
        self._over = self._over and not years.targets
        self._dated = self._dated or bool(years.targets)

    def next_item(self) -> None:
        """Forget it behind a semicolon."""
        self.hope = self.shorter = self._over = False
        self.forecast = ""

    def over(self, text: str, end: int, years: Years) -> bool:
        """Whether an amount that ends there in a clause was reached already."""
        done = words("past").search(text, 0, end) or words("met").match(text, end)
        return done is not None or (self._over and not years.targets) or (self._back and not self._dated)

    def of_today(self, year: int | None, based: bool) -> bool:
        """Whether a level without a year is the one of today, for nothing shows that it is aimed at."""
        return year is None and not based and not self._aimed

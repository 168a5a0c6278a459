"""Of whom a text goes on to speak from clause to clause, until somebody else is named."""

from __future__ import annotations

import re
from dataclasses import replace

from lowcarbon_desktop.ingest.prose.spoken import FIGURE, OWN, Whose, handed_on

_AMONG = re.compile(r"[、和及(]?(?:其中|包括)")
_MET = re.compile("^[^,;]{0,6}(?:完成|实现|确保|达到)")
_ATTRIBUTE = re.compile(r"[市县区]本级|市区|岛[内外]|(?:中心|主|老)城区|(?:规划|核心)区|各")
_ENTERPRISES = re.compile(r"(?:(?:[全我]市|市)的?)?"
                          r"(?:规模以上|规上|重点|骨干|[年大中小型高和的、]|[万千百]家|\d+家|[用耗]能|工业)*企业")
_TRADES = re.compile("^(?!.*(?:电力|能源|火电)).*(?:行业|领域|产业)$")
_OF_A_PLACE = re.compile("(?:[全我]市|市)?的?(?:(?:单位|万元|人均)(?:地区|国内)?(?:生产总值|GDP)|地区生产总值"
                         "|森林|活立木|非化石|城镇化率|(?:第三产业|服务业)增加值占)")
"""What no enterprise has."""


class Running:
    """Whose the clauses of a sentence are; a part that is told in passing gives the word back to the whole.

    下降17%，其中工业领域下降20%，森林覆盖率43%；…… the forest is perhaps the whole's again, and what stands behind a
    semicolon or in the next sentence surely is.
    """

    def __init__(self, whose: Whose) -> None:
        self.now, self._whole, self._told = whose, OWN, False
        self._before, self._valued = whose, False
        self._passing = self._among = self._given = False

    def hear(self, text: str, named: Whose | None) -> Whose:
        """Whose a clause is that names somebody, or nobody."""
        if named is not None:
            passing = self._in_passing(text, named)
            if passing and not self._passing:
                self._whole = self.now
            self._before = self._before if self._valued else self.now
            self._passing, self.now = passing, named
            trade = _ENTERPRISES.fullmatch(named.name) or _TRADES.search(named.name)
            self._valued = trade is not None and FIGURE.search(text) is not None and not _OF_A_PLACE.search(text)
        elif self._valued and _OF_A_PLACE.match(text):
            # 规模以上工业企业单位增加值能耗下降18%，森林覆盖率43%: the forest is no enterprise's
            self._passing, self._valued, self.now = False, False, self._before
        return self.now

    def end(self, text: str, sign: str) -> None:
        """Go on behind a clause and the sign that ends it."""
        self._among = text.endswith(("其中", "包括"))  # 其中：思明区……
        self._told = self._told or (self.now.own and FIGURE.search(text) is not None)
        if not self._passing:
            told = self.now.kind == "assigned" and FIGURE.search(text) is not None and _MET.search(text) is not None
            self.now = handed_on(text, self.now)
            self._given = told or (self._given and not self.now.sure)
            if sign == ";" and self._given and self.now.kind == "own":
                self.now = OWN  # 完成省下达的18%的任务，并力争超额完成；……: what was given is told
        elif sign == ";":
            self.now, self._passing = self._whole, False
        elif self.now.kind != "own":
            self.now = Whose("own", self.now.name, False)

    def rest(self) -> Whose:
        """Whose the next sentence is, if it names nobody."""
        return self._whole if self._passing else self.now

    def _in_passing(self, text: str, named: Whose) -> bool:
        whole = self._whole if self._passing else self.now
        if named.kind not in ("part", "district") or not whole.own:
            return False
        attribute = named.kind == "part" or _ATTRIBUTE.match(named.name) is not None
        return self._among or _AMONG.match(text) is not None or (self._told and attribute)


def carried(last: Whose | None, above: Whose) -> Whose:
    """Whose a sentence begins as: what its headings say, or, less surely, whom the sentence before spoke of."""
    return above if last is None or last.kind == "own" else replace(last, sure=False)

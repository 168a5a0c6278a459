"""Fills the matrix of instruments from the text: a measure and an instrument in one sentence, or one numbered item."""

from __future__ import annotations

import re
from functools import cache

from lowcarbon_desktop.analysis.instruments import Catalogue, Cell, Matrix, Named
from lowcarbon_desktop.checks.passages import sentences
from lowcarbon_desktop.plan import Evidence, Plan


@cache
def _numbered() -> re.Pattern[str]:
    numeral = "[一二三四五六七八九十百]"
    return re.compile(rf"\s*(?:第{numeral}+[章节条]|{numeral}{{1,3}}[、.．是]|[（(](?:{numeral}|\d){{1,3}}[）)]"
                      r"|\d{1,2}(?:\.\d{1,2}){0,3}[、.．\s]|[①-⑳])")


@cache
def _denied() -> re.Pattern[str]:
    return re.compile("尚未|没有|缺乏|缺少|尚无|仍无|不再|取消|未能|未曾|还未|并未"
                      "|未(?=设|建|出台|制定|开展|实行|安排|纳入|形成)")


def matrix_of(plan: Plan, catalogue: Catalogue) -> Matrix:
    """The matrix of a plan.

    In a numbered item, or under a heading, its first sentence names what the others speak of: they need not name the
    measure, or the instrument, again. A sentence that names another measure itself is not of the first one.
    """
    cells: dict[Cell, dict[Evidence, None]] = {}
    titled: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    for passage in plan.passages:
        begins = passage.heading or _numbered().match(passage.text) is not None
        for number, (plain, evidence) in enumerate(sentences(passage)):
            own = _named(plain, catalogue)
            first = begins and number == 0
            measures, instruments = own if first else (own[0] or titled[0], own[1] or titled[1])
            if first:
                titled = own
            if own[0] or own[1]:
                for measure in measures:
                    for instrument in instruments:
                        cells.setdefault((measure, instrument), {})[evidence] = None
    return Matrix(catalogue, {cell: tuple(found) for cell, found in cells.items()})


def _named(plain: str, catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(measures, instruments) of a sentence; an instrument that is said not to be there is none."""
    instruments = tuple(each.id for each in catalogue.instruments if _affirmed(plain, each))
    return tuple(each.id for each in catalogue.measures if each.pattern.search(plain)), instruments


def _affirmed(plain: str, instrument: Named) -> bool:
    return any(not _denied().search(plain, _clause_start(plain, found.start()), found.start())
               for found in instrument.pattern.finditer(plain))


def _clause_start(plain: str, at: int) -> int:
    return max(plain.rfind(sign, 0, at) for sign in "，,；;：:") + 1


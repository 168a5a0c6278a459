"""Tables in a plain text: columns kept apart by tabs, bars or blanks, or drawn with lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

_BARS = "|│┃║｜"
_BAR = re.compile(f"[{_BARS}]")
_RULE = re.compile(rf"\s*[+\-=:─━═┄┈{_BARS}┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╭╮╰╯\s]+")
_DRAWN = re.compile("[-─━═┄┈=]{2}")
_GAP = re.compile(r" {2,}|\u3000+ *")
_HEADS = re.compile(r"(?:19|20)\d\d|目标|数值|现状|指标值|规划值")
_COLUMNS, _ROWS = 3, 3
_FRAME = 3  # rules: above, below the headings, and below
_SHORT = 40

Rows = Mapping[int, Sequence[str]]


def rows_in(lines: Sequence[str]) -> tuple[Rows, frozenset[int]]:
    """The cells of each line that is a row of a table, and the lines that are none: drawn rules, and the rest of a row.
    """
    rows: dict[int, Sequence[str]] = {}
    for cut, least in ((_by_tabs, 1), (_by_bars, 1), (_by_gaps, _ROWS)):
        rows |= {at: cells for at, cells in _stretches(lines, cut, least).items() if at not in rows}
    rules = {at for at, line in enumerate(lines) if _DRAWN.search(line) and _RULE.fullmatch(line)}
    rules = {at for at in rules if any(beside in rows or beside in rules for beside in (at - 1, at + 1))}
    rows = {at: cells for at, cells in rows.items() if at not in rules}
    return _whole(rows, rules)


def _stretches(lines: Sequence[str], cut: Callable[[str], list[str]], least: int) -> dict[int, list[str]]:
    """The lines, one below the other, with as many cells; of two columns only below a heading that says so."""
    cells = [cut(line) for line in lines]
    ruled = [bool(_DRAWN.search(line) and _RULE.fullmatch(line)) for line in lines]
    found: dict[int, list[str]] = {}
    stretch: list[int] = []
    for at in range(len(lines) + 1):
        if at < len(lines) and ruled[at]:
            continue
        if at == len(lines) or (stretch and len(cells[at]) != len(cells[stretch[0]])):
            if _is_one([cells[each] for each in stretch], least):
                found |= {each: cells[each] for each in stretch}
            stretch = []
        if at < len(lines) and len(cells[at]) > 1:
            stretch.append(at)
    return found


def _is_one(rows: Sequence[Sequence[str]], least: int) -> bool:
    if not rows:
        return False
    if len(rows[0]) >= _COLUMNS:
        return len(rows) >= least
    return len(rows) >= _ROWS and _HEADS.search(rows[0][1]) is not None and all(
        len(cell) <= _SHORT for row in rows for cell in row)


def _by_tabs(line: str) -> list[str]:
    return line.split("\t")


def _by_bars(line: str) -> list[str]:
    text = line.strip()
    if not _BAR.search(text):
        return []
    return _BAR.split(text[text[:1] in _BARS:len(text) - (text[-1:] in _BARS)])


def _by_gaps(line: str) -> list[str]:
    return _GAP.split(line.strip()) if _GAP.search(line.strip()) else []


def _whole(rows: Rows, rules: set[int]) -> tuple[Rows, frozenset[int]]:
    """The rows with the lines of one put together where a rule is drawn between any two rows."""
    kept, gone = dict(rows), set(rules)
    for table in _drawn(sorted({*rows, *rules})):
        own = [at for at in table if at in rules]
        if len(own) <= _FRAME:
            continue
        for above, below in pairwise(own):
            band = range(above + 1, below)
            if len(band) > 1:
                kept[band[0]] = ["".join(cells).strip() for cells in zip(*(rows[at] for at in band), strict=False)]
                gone |= set(band[1:])
    return {at: cells for at, cells in kept.items() if at not in gone}, frozenset(gone)


def _drawn(lines: Sequence[int]) -> list[list[int]]:
    """The lines that stand below each other without another one between."""
    tables: list[list[int]] = []
    for at in lines:
        if tables and tables[-1][-1] == at - 1:
            tables[-1].append(at)
        else:
            tables.append([at])
    return tables

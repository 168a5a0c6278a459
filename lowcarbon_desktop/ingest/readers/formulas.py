"""Formulas whose kept value is not what they come to: =C3+C4 beside cells that say something else."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.plan.where import cell_name, cell_position

Table = Sequence[Sequence[object]]
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(SUM|AVERAGE|MAX|MIN|ROUND|ABS)\(|"
                    r"(\$?[A-Z]{1,3}\$?[1-9]\d{0,6})(?::(\$?[A-Z]{1,3}\$?[1-9]\d{0,6}))?|([-+*/^%(),]))")
_LONGEST = 200
_MOST_CELLS = 2000
_FUNCTIONS = {"SUM": sum, "AVERAGE": lambda held: sum(held) / len(held), "MAX": max, "MIN": min,
              "ABS": lambda held: abs(held[0]),
              "ROUND": lambda held: math.floor(held[0] * 10 ** held[1] + 0.5) / 10 ** held[1]}


class _Unknown(Exception):
    """A formula that is more than sums of the sheet's own numbers."""


def doubted(rows: tuple[tuple[RawCell, ...], ...], table: Table, formulas: Mapping[tuple[int, int], str],
            pending: bool) -> tuple[tuple[RawCell, ...], ...]:
    """The cells of a sheet, those whose kept value is out of date with that as trouble.

    `pending` says that the book wants all formulas computed anew: a value that cannot be checked then is doubted too.
    """
    changed = [list(row) for row in rows]
    for (row, column), formula in formulas.items():
        cell = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
        held = table[row][column] if cell is not None else None
        if cell is None or not cell.text or cell.trouble is not None or isinstance(held, (str, bool)):
            continue
        comes_to = value_of(formula, table)
        where = cell_name(row, column)
        if isinstance(held, (int, float)) and comes_to is not None:
            if abs(comes_to - held) > 1e-6 * max(1.0, abs(held)):
                changed[row][column] = cell._replace(trouble=message(
                    "formula-stale", cell=where, formula=f"={formula}", printed=cell.text, value=number(comes_to)))
        elif pending:
            changed[row][column] = cell._replace(trouble=message("formula-pending", cell=where, printed=cell.text))
    return tuple(map(tuple, changed))


def value_of(formula: str, table: Table) -> float | None:
    """What a sum over the sheet's own cells comes to; None for any other formula."""
    if len(formula) > _LONGEST:
        return None
    try:
        tokens = list(_tokens(formula))
        found, at = _sum(tokens, 0, table)
        return found if at == len(tokens) and math.isfinite(found) else None
    except (_Unknown, ArithmeticError, ValueError, IndexError):
        return None


def _tokens(formula: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(formula.rstrip()):
        found = _TOKEN.match(formula, at)
        if found is None:
            raise _Unknown
        yield found
        at = found.end()


def _sign(tokens: Sequence[re.Match[str]], at: int) -> str:
    return tokens[at][5] or "" if at < len(tokens) else ""


def _sum(tokens: Sequence[re.Match[str]], at: int, table: Table) -> tuple[float, int]:
    found, at = _product(tokens, at, table)
    while (sign := _sign(tokens, at)) in ("+", "-") and sign:
        other, at = _product(tokens, at + 1, table)
        found += other if sign == "+" else -other
    return found, at


def _product(tokens: Sequence[re.Match[str]], at: int, table: Table) -> tuple[float, int]:
    found, at = _power(tokens, at, table)
    while (sign := _sign(tokens, at)) in ("*", "/") and sign:
        other, at = _power(tokens, at + 1, table)
        found = found * other if sign == "*" else found / other
    return found, at


def _power(tokens: Sequence[re.Match[str]], at: int, table: Table) -> tuple[float, int]:
    found, at = _one(tokens, at, table)
    while _sign(tokens, at) == "^":
        other, at = _one(tokens, at + 1, table)
        if abs(other) > 64 or found < 0:
            raise _Unknown
        found = found ** other
    return found, at


def _one(tokens: Sequence[re.Match[str]], at: int, table: Table) -> tuple[float, int]:
    digits, function, first, last, sign = tokens[at].groups()
    if sign == "-" or sign == "+":
        found, at = _one(tokens, at + 1, table)
        return -found if sign == "-" else found, at
    if sign == "(":
        found, at = _sum(tokens, at + 1, table)
        at = _closed(tokens, at)
    elif function:
        held, at = _arguments(tokens, at + 1, table)
        found = float(_FUNCTIONS[function](held))
    elif digits:
        found, at = float(digits), at + 1
    elif first and not last:
        found, at = _cell(table, *cell_position(first.replace("$", ""))), at + 1
    else:
        raise _Unknown
    while _sign(tokens, at) == "%":
        found, at = found / 100, at + 1
    return found, at


def _arguments(tokens: Sequence[re.Match[str]], at: int, table: Table) -> tuple[list[float], int]:
    held: list[float] = []
    while True:
        first, last = tokens[at][3], tokens[at][4]
        if first and last:
            (top, left), (bottom, right) = (cell_position(each.replace("$", "")) for each in (first, last))
            if (bottom - top + 1) * (right - left + 1) > _MOST_CELLS:
                raise _Unknown
            held += [_cell(table, row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)
                     if _filled(table, row, column)]
            at += 1
        else:
            found, at = _sum(tokens, at, table)
            held.append(found)
        if _sign(tokens, at) != ",":
            return held, _closed(tokens, at)
        at += 1


def _closed(tokens: Sequence[re.Match[str]], at: int) -> int:
    if _sign(tokens, at) != ")":
        raise _Unknown
    return at + 1


def _filled(table: Table, row: int, column: int) -> bool:
    return row < len(table) and column < len(table[row]) and table[row][column] not in ("", None)


def _cell(table: Table, row: int, column: int) -> float:
    if not _filled(table, row, column):
        return 0.0
    held = table[row][column]
    if isinstance(held, bool) or not isinstance(held, (int, float)):
        raise _Unknown
    return float(held)

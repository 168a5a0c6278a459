"""Runs of signs as a page draws them one after the other: a cell's words are drawn before the next cell's begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lowcarbon_desktop.ingest.readers.pdf_text import GAP, Char, Line, Piece, piece_of, printed_twice, same_line
from lowcarbon_desktop.plan.where import Box

_BACK = 0.5  # of a sign's height: what begins further back is set anew
_SET = 0.3  # points: the next sign of a run stands where the last one ends, but for rounding
_OFTEN = 2


def runs_of(chars: Iterable[Char]) -> list[Piece]:
    """The runs in the order in which the page draws them; one drawn twice to look bold counts once."""
    groups: list[list[Char]] = []
    for char in chars:
        if not str(char["text"]).strip():
            continue
        last = groups[-1][-1] if groups else None
        if last is not None and printed_twice(last, char):
            continue
        if last is not None and _goes_on(last, char):
            groups[-1].append(char)
        else:
            groups.append([char])
    found: list[Piece] = []
    for group in groups:
        run = replace(piece_of(group), turn=len(found))
        if not any(_again(run, other) for other in found[-8:]):
            found.append(run)
    return found


def _goes_on(last: Char, char: Char) -> bool:
    gap, tall = char["x0"] - last["x1"], max(last["size"], char["size"])
    return same_line(last, char) and -_BACK * tall < gap <= GAP * tall


def _again(run: Piece, other: Piece) -> bool:
    return run.text == other.text and abs(run.box[0] - other.box[0]) < 1 and abs(run.box[1] - other.box[1]) < 1


def in_lines(runs: Iterable[Piece]) -> list[Line]:
    """The runs that stand side by side, line by line from the top."""
    rows: list[list[Piece]] = []
    for run in sorted(runs, key=lambda each: (each.box[3], each.box[0])):
        row = next((row for row in reversed(rows[-3:]) if level(row[0].box, run.box)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    lines = [Line(tuple(sorted(row, key=lambda each: each.box[0]))) for row in rows]
    return sorted(lines, key=lambda line: line.top)


def level(one: Box, other: Box) -> bool:
    """Whether two boxes stand at the same height, more or less."""
    return min(one[3], other[3]) - max(one[1], other[1]) > 0.5 * min(one[3] - one[1], other[3] - other[1])


def parted(runs: Sequence[Piece]) -> list[Piece]:
    """The runs cut where a sign is set anew just where runs of other lines begin: two cells without a gap between."""
    starts = [run.box[0] for run in runs]
    inner = [char["x0"] for run in runs for char in _set_anew(run)]
    found: list[Piece] = []
    for run in runs:
        cuts = [char["x0"] for char in _set_anew(run)
                if (real := _count(starts, char["x0"])) >= _OFTEN or (real and _count(inner, char["x0"]) > _OFTEN)]
        edges = [*cuts, float("inf")]
        groups: list[list[Char]] = [[] for _ in edges]
        for char in run.chars:
            groups[next(i for i, edge in enumerate(edges) if char["x0"] < edge - 1e-6)].append(char)
        found += [replace(piece_of(group), turn=run.turn) for group in groups if group] if cuts else [run]
    return [replace(run, turn=turn) for turn, run in enumerate(found)]


def _set_anew(run: Piece) -> list[Char]:
    """The signs of a run that do not stand right behind the one before."""
    return [char for last, char in zip(run.chars, run.chars[1:], strict=False)
            if abs(char["x0"] - last["x1"]) > _SET]


def _count(places: Sequence[float], x: float) -> int:
    return sum(abs(place - x) < _SET for place in places)

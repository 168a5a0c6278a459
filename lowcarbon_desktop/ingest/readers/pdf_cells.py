"""A cell of a table without upright rules: the runs in it, its columns, and whether a rule parts it from another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lowcarbon_desktop.ingest.readers.pdf_text import Piece, around
from lowcarbon_desktop.plan.where import Box

SECTION = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．](?!\d)")
Rule = tuple[float, float, float]


@dataclass(slots=True)
class Cell:
    """The pieces of a cell, which stands in the columns from `first` to `last`; `down` rows below belong to it too."""

    first: int
    last: int
    pieces: list[Piece]
    down: int = 0

    @property
    def box(self) -> Box:
        """The box around its pieces."""
        return around(piece.box for piece in self.pieces)


def ruled_off(cell: Cell, other: Cell, rules: Sequence[Rule]) -> bool:
    """Whether a rule above both columns parts two cells."""
    one, two = cell.pieces[-1].box, other.box
    middle, lower = (one[1] + one[3]) / 2, (two[1] + two[3]) / 2
    left, right = min(one[0], two[0]), max(one[2], two[2])
    return any(middle < height < lower and start < left + 1 and end > right - 1 for start, end, height in rules)


def tall(cell: Cell) -> float:
    """How high its first line is."""
    box = cell.pieces[0].box
    return box[3] - box[1]

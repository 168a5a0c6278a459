"""The signs of a PDF page put together: lines, the pieces of a line, and the text of a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lowcarbon_desktop.ingest.readers.pieces import joined
from lowcarbon_desktop.plan.where import Box

Char = Mapping[str, object]
GAP = 0.9  # of a sign's height: a wider one parts two pieces of a line
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Piece:
    """Signs of one line without a wide gap between them, and their box.

    Of a run, `turn` is its place among those that the page draws, and `chars` are its signs.
    """

    text: str
    box: Box
    turn: int = 0
    chars: tuple[Char, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one line from left to right."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The line as one text."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(piece.box[1] for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(piece.box[3] for piece in self.pieces)


def lines_of(chars: Iterable[Char]) -> list[Line]:
    """The lines from the top. A small raised sign stays on its line; one printed twice to look bold counts once."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda each: (each["bottom"], each["x0"])):
        row = next((row for row in reversed(rows[-3:]) if same_line(row[-1], char) or same_line(row[0], char)), None)
        if row is None:
            rows.append([char])
        else:
            row.append(char)
    rows.sort(key=lambda row: min(each["top"] for each in row))
    lines = [Line(tuple(_pieces(sorted(row, key=lambda each: each["x0"])))) for row in rows]
    return [line for line in lines if line.pieces]


def same_line(one: Char, other: Char) -> bool:
    """Whether two signs stand on one line, a raised one with those beside it."""
    overlap = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return overlap > 0.5 * min(one["bottom"] - one["top"], other["bottom"] - other["top"])


def _pieces(row: Sequence[Char]) -> list[Piece]:
    tall = max((each["size"] for each in row), default=0)
    floor = max((each["bottom"] for each in row if each["size"] > 0.8 * tall), default=0)
    pieces: list[list[Char]] = []
    texts: list[str] = []
    last: Char | None = None
    for char in row:
        text = str(char["text"])
        if not text.strip() or (last is not None and printed_twice(last, char)):
            continue
        if text.isdigit() and char["size"] < 0.8 * tall and char["bottom"] < floor - 0.15 * tall:
            behind = texts[-1][-1:] if texts else ""
            text = text if behind.isascii() and behind.isalpha() else text.translate(_RAISED)
        if last is None or char["x0"] - last["x1"] > GAP * tall:
            pieces.append([char])
            texts.append(text)
        else:
            pieces[-1].append(char)
            texts[-1] += (" " if char["x0"] - last["x1"] > 0.2 * tall else "") + text
        last = char
    return [Piece(text, _box(chars)) for text, chars in zip(texts, pieces, strict=True)]


def piece_of(run: Sequence[Char]) -> Piece:
    """The signs of a run as one piece."""
    pieces = _pieces(sorted(run, key=lambda each: each["x0"]))
    return Piece(" ".join(piece.text for piece in pieces), around(piece.box for piece in pieces), chars=tuple(run))


def printed_twice(one: Char, other: Char) -> bool:
    """Whether a sign is the same once more, a hair beside."""
    return one["text"] == other["text"] and abs(one["x0"] - other["x0"]) < 0.3 * (one["x1"] - one["x0"]) \
        and abs(one["top"] - other["top"]) < 1


def _box(chars: Sequence[Char]) -> Box:
    return (min(each["x0"] for each in chars), min(each["top"] for each in chars),
            max(each["x1"] for each in chars), max(each["bottom"] for each in chars))


def text_of(pieces: Iterable[Piece]) -> str:
    """What a cell says; numbers that stand apart in it stay apart."""
    return joined(piece.text for piece in pieces)


def around(boxes: Iterable[Box]) -> Box:
    """The box around boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))

"""How wide the columns of a table on paper are: by what stands in them, so that nothing wraps where there is room."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from lowcarbon_desktop.report.layout.fonts import BOLD, REGULAR

_PIECES = r"[^\s\u2e80-\uffff]+"
"""What is never broken while it fits on a line: Latin words and numbers; Chinese may break after every sign."""
_HEAD, _SHORT = 4, 8
"""Signs of a Chinese head, and of a cell's words between two stops, that stay together: 目标-14, 呼伦贝尔市."""
_CHINESE = "\u2e80"
_STOPS = r"[\s、，；。：]+"
_TWO_LINES = 0.6
"""Of the width of a longer head is enough."""
_MEASURED = 160
"""Signs of a line that are measured: whatever is longer wraps anyway."""
_SPARE = 0.5

Cells = Sequence[Sequence[str | Flowable]]


def fitted(head: Sequence[str], rows: Cells, shares: Sequence[float], room: float, size: float,
           pad: float, spanned: Collection[int] = (), head_size: float = 0) -> list[float]:
    """The widths of the columns, `room` together.

    A column gets what its longest line would like where that can be had, and never less than its longest word, its
    head's above all. What is to be filled in by hand keeps its part of the `shares`, by which what is left over goes.
    The cells behind the second of a row in `spanned`, counted from 1, run over several columns and ask for nothing.
    """
    heads, least, liked = heads_need(head, head_size or size, pad), [], []
    for column, share in enumerate(shares):
        cells = [row[column] for at, row in enumerate(rows, start=1) if column < 2 or at not in spanned]
        texts = [each for each in cells if isinstance(each, str) and each]
        words = max([_widest(_pieces(text[:_MEASURED]), REGULAR, size) for text in texts], default=0)
        heading = _widest([head[column]], BOLD, size) * (_TWO_LINES if len(head[column]) > _HEAD else 1)
        lines = max([heading, *(_widest(text.split("\n"), REGULAR, size) for text in texts)])
        own = share * room / sum(shares) if not texts else 0  # empty, or pictures
        least.append(max(heads[column], words + 2 * pad + _SPARE, own))
        liked.append(max(lines + 2 * pad + _SPARE, least[-1]))
    if sum(least) >= room:  # then a word that is too long is cut, but no head
        beyond = [width - own for width, own in zip(least, heads, strict=True)]
        part = (room - sum(heads)) / (sum(beyond) or 1)
        return ([own + part * each for own, each in zip(heads, beyond, strict=True)] if part > 0
                else [each * room / sum(least) for each in least])
    return _dealt(least, liked, shares, room)


def heads_need(head: Sequence[str], size: float, pad: float) -> list[float]:
    """What the heads need each, so that none breaks inside a word."""
    return [_widest(_head_pieces(each), BOLD, size) + 2 * pad + _SPARE for each in head]


def _dealt(least: Sequence[float], liked: Sequence[float], shares: Sequence[float], room: float) -> list[float]:
    """Short columns get all they like first; the long ones deal out the rest, the longer the more but not as much."""
    if sum(liked) <= room:
        rest = room - sum(liked)
        return [width + rest * share / sum(shares) for width, share in zip(liked, shares, strict=True)]
    wants = [like - width for like, width in zip(liked, least, strict=True)]
    dealt: dict[int, float] = {}
    while len(dealt) < len(wants):
        waiting = [each for each in range(len(wants)) if each not in dealt]
        left = room - sum(least) - sum(dealt.values())
        part = left / (sum(wants[each] ** 0.5 for each in waiting) or 1)
        dealt |= ({each: wants[each] for each in waiting if wants[each] <= left / len(waiting)}
                  or {each: part * wants[each] ** 0.5 for each in waiting})
    return [width + dealt[each] for each, width in enumerate(least)]


def _head_pieces(head: str) -> list[str]:
    """Its Latin words, and of a Chinese one so much that it takes two lines, a long one three."""
    words = re.findall(_PIECES, re.sub(r"(?<=[A-Za-z])-(?=[A-Za-z])", "- ", head))
    if not any(sign >= _CHINESE for sign in head):
        return words
    lines = 1 if len(head) <= _HEAD else 2 if len(head) <= 3 * _HEAD else 3
    return [*words, head[:-(-len(head) // lines)]]


def _pieces(text: str) -> list[str]:
    return [part for piece in re.split(_STOPS, text) for part in ([piece] if len(piece) <= _SHORT
                                                                  else re.findall(_PIECES, piece))]


def _widest(pieces: Sequence[str], font: str, size: float) -> float:
    return max((stringWidth(each[:_MEASURED], font, size) for each in pieces), default=0)

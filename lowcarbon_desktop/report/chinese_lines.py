"""Breaks lines by the Chinese rules in place of reportlab's Japanese ones.

No line starts with a closing sign or ends with an opening one, and no number or Latin word is cut in two while it fits
on a line. reportlab has no setting for this, so `mend` puts two functions in the place of its own; reportlab is pinned.
"""

from __future__ import annotations

from collections.abc import Sequence

NOT_AT_START = frozenset("，。、：；？！》）」』】〕〉］｝”’…—～·％‰℃,.;:?!)]}%°→")
NOT_AT_END = frozenset("（《「『【〔〈［｛“‘([{￥¥$#≥≤＞＜≈+−-")
_SPACES = frozenset(" \t\n\u3000")
_FUZZ = 1e-6


def may_break(text: str, at: int) -> bool:
    """Whether a line may end before text[at].

    >>> [at for at in range(1, 9) if may_break("下降17.5%，低", at)]
    [1, 2, 8]
    >>> [at for at in range(1, 6) if may_break("low-CO", at)]
    [4]
    """
    before, after = text[at - 1], text[at]
    if after in _SPACES:
        return False
    if before in _SPACES:
        back = at - 1
        while back >= 0 and text[back].isspace():  # no copy of all before it: a cell may hold 100 000 signs
            back -= 1
        return after not in NOT_AT_START and not (back >= 0 and text[back] in NOT_AT_END)
    if before == "-" and after.isascii() and after.isalpha() and at > 1 and text[at - 2].isalpha():  # energy-|saving
        return True
    if after in NOT_AT_START or before in NOT_AT_END:
        return False
    if before in "%‰":  # an amount ends with it
        return True
    return not (_western(before) and _western(after)) and not (before in "—～" and after.isdigit())


def _western(sign: str) -> bool:
    """Part of a number or of a Latin word, as against Chinese signs and quotation marks."""
    return ord(sign) < 0x2E80 and sign not in "“”‘’—…·"


def line_spans(text: str, widths: Sequence[float], room: Sequence[float]) -> list[tuple[int, int]]:
    """(start, end) of every line, without the spaces at its ends.

    `widths` are the signs' widths and `room` the width of each line, of which the last holds for all that follow. A
    piece that is wider than a line by itself is cut where it must be.
    """
    spans: list[tuple[int, int]] = []
    start, count = 0, len(text)
    while start < count:
        limit = room[min(len(spans), len(room) - 1)]
        used, end, last_good = 0.0, start, start
        while end < count and (used + widths[end] <= limit + _FUZZ or text[end] in _SPACES):
            used += widths[end]
            end += 1
            if end < count and may_break(text, end):
                last_good = end
        if end < count:
            end = last_good if last_good > start else _cut(text, start, end)
        stop = end
        while stop > start and text[stop - 1] in _SPACES:
            stop -= 1
        spans.append((start, stop))
        start = end
        while start < count and text[start] in _SPACES:
            start += 1
    return spans


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut a piece that is wider than a line: as late as fits, but before no closing sign."""
    at = end
    while at > start + 1 and (text[at] in NOT_AT_START or text[at] in _SPACES):
        at -= 1
    return max(at, start + 1)


def _word_split(word, max_widths, font, size, encoding="utf8"):
    """In the place of reportlab's wordSplit: [[space left, text], ...] of text in one font."""
    from reportlab.pdfbase.pdfmetrics import getFont, stringWidth

    text = word.decode(encoding) if isinstance(word, bytes) else word
    room = max_widths if isinstance(max_widths, list | tuple) else [max_widths]
    face = getFont(font)
    widths = [stringWidth(sign, face.fontName, size) for sign in text]
    return [[room[min(number, len(room) - 1)] - sum(widths[start:stop]), text[start:stop]]
            for number, (start, stop) in enumerate(line_spans(text, widths, room))]


def _frag_split(frags, max_widths, calc_bounds, encoding="utf8"):
    """In the place of reportlab's cjkFragSplit: lines of text in several fonts, with forced breaks."""
    from reportlab.platypus import paragraph

    signs = [paragraph.cjkU(sign, frag, encoding) for frag in frags
             for sign in (frag.text.decode(encoding) if isinstance(frag.text, bytes) else frag.text) or [""]]
    lines: list[object] = []
    start = 0
    while start < len(signs):
        end = start
        while end < len(signs) and not hasattr(signs[end].frag, "lineBreak"):
            end += 1
        forced = end < len(signs)
        _add_lines(lines, signs[start:end], max_widths, forced, calc_bounds)
        start = end + 1
    return paragraph.ParaLines(kind=1, lines=lines)


def _add_lines(lines, signs, max_widths, forced, calc_bounds) -> None:
    from reportlab.platypus import paragraph

    text = "".join(sign or " " for sign in signs)
    room = max_widths[len(lines):] or max_widths[-1:]
    spans = line_spans(text, [sign.width for sign in signs], room) or [(0, 0)]
    for number, (start, stop) in enumerate(spans):
        width = room[min(number, len(room) - 1)]
        used = sum(sign.width for sign in signs[start:stop])
        ends = forced and number == len(spans) - 1
        lines.append(paragraph.makeCJKParaLine(signs[start:stop], width, used, width - used, ends, calc_bounds))


def mend() -> None:
    """Put the Chinese rules into reportlab; doing it twice changes nothing."""
    from reportlab.platypus import paragraph

    paragraph.wordSplit = _word_split
    paragraph.cjkFragSplit = _frag_split

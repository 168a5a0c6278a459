"""csv and tsv in any of the encodings that Chinese programs write."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Content, Grid, RawCell
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from lowcarbon_desktop.progress import Progress

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
          (b"\x84\x31\x95\x33", "gb18030"))
_DELIMITERS = (",", "\t", ";", "，", "|", "｜")
_IN_CSV = (*_DELIMITERS, "；")  # which ends lines of prose
_AS_WORDS = re.compile(r'="(.*)"')  # how systems keep a program from making a number of 01
_THOUSANDS, _HUNDREDS = re.compile(r"[^\d,.]*[1-9]\d{0,2}"), re.compile(r"\d{3}(?:\.\d+)?\D*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_HEAD = 3
_SAMPLE = 1 << 16


def read(name: str, data: bytes, progress: Progress) -> Content:
    """One grid without a sheet name. Raises PlanUnreadable where the bytes are no text or no table."""
    text = decoded(name, data)
    rows: list[tuple[RawCell, ...]] = []
    cells = width = 0
    try:
        for number, row in enumerate(csv.reader(_lines(text), delimiter=_delimiter(text),
                                                strict=not _in_pairs(text))):
            if number % 1000 == 0:
                progress.step(min(number, MAX_ROWS), MAX_ROWS)
            cells += len(row)
            if number >= MAX_ROWS:
                raise PlanUnreadable(message("csv-too-many-rows", file=name, cap=MAX_ROWS))
            if len(row) > MAX_COLUMNS or cells > MAX_CELLS:
                raise PlanUnreadable(message("csv-too-many-columns", file=name, cap=MAX_COLUMNS))
            held = [_AS_WORDS.sub(r"\1", cell.strip()) for cell in row]
            width = width or (len(held) if sum(map(bool, held)) >= _HEAD else 0)
            rows.append(_cells(held, width))
    except csv.Error as error:
        raise PlanUnreadable(message("csv-broken", file=name, reason=str(error))) from None
    return Content((Grid(name, None, tuple(rows)),))


def _cells(held: Sequence[str], width: int) -> tuple[RawCell, ...]:
    """The cells of a row; where a row is longer than the first one, 1,600 may have been taken for two cells."""
    cells = tuple(map(RawCell, held))
    if not width or not any(held[width:]):
        return cells
    start = next((at for at, (one, other) in enumerate(pairwise(held))
                  if _THOUSANDS.fullmatch(one) and _HUNDREDS.fullmatch(other)), None)
    if start is None:
        return cells
    why = message("csv-thousands", printed=",".join(held[start:start + 2]))
    return (*cells[:start], *(cell._replace(trouble=why) if cell.text else cell for cell in cells[start:]))


def _in_pairs(text: str) -> bool:
    """Whether each line has as many opening as closing quotes, as in "十二五"规划: none runs on into the next one."""
    return '"' in text and all(line.count('"') % 2 == 0 for line in _lines(text))


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one at a time: a large file is not held twice."""
    return (found[0] for found in _LINE.finditer(text))


def decoded(name: str, data: bytes) -> str:
    """The text. Raises PlanUnreadable where no encoding of Chinese programs fits, or where it holds zeros."""
    encoding = encoding_of(data)
    if encoding is not None:
        text = data.decode(encoding).removeprefix("\ufeff")
        if "\0" not in text:
            return text
    raise PlanUnreadable(message("csv-encoding", file=name))


def encoding_of(data: bytes) -> str | None:
    """The encoding in which the bytes make the most ordinary text; None where they make none in any."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return marked if _fits(data, marked) else None
    if b"\0" in data[:_SAMPLE]:  # two bytes a sign without a mark: the zero stands behind or before each comma
        wide = "utf-16-le" if data[1:_SAMPLE:2].count(0) > data[:_SAMPLE:2].count(0) else "utf-16-be"
        return wide if len(data) % 2 == 0 and _fits(data, wide) else None
    if b"~{" in data and data.isascii() and _fits(data, "hz"):
        return "hz"
    if _fits(data, "utf-8"):
        return "utf-8"
    fitting = [encoding for encoding in ("gb18030", "big5", "big5hkscs") if _fits(data, encoding)]
    return max(fitting, key=lambda encoding: _ordinary(data, encoding), default=None)


def is_delimited(data: bytes) -> bool:
    """Whether the bytes are lines of text with the same separators in most of them."""
    encoding = encoding_of(data)
    text = data.decode(encoding)[:_SAMPLE] if encoding is not None else ""
    return "\0" not in text and separator_of(text.splitlines()) is not None


def separator_of(lines: list[str]) -> str | None:
    """The separator that stands in most lines and as often in each; None for prose."""
    filled = [line for line in lines if line.strip()]
    for sign in _DELIMITERS:
        counts = Counter(line.count(sign) for line in filled if sign in line)
        most = max(counts.values(), default=0)
        prose = sum("。" in line for line in filled) > len(filled) / 4
        if most >= 2 and sum(counts.values()) > 0.6 * len(filled) and most > len(filled) / 3 and not (
                prose and sign not in "\t|"):
            return sign
    return None


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _ordinary(data: bytes, encoding: str) -> float:
    """The share of the signs beyond ASCII that are of the everyday half of their own character set.

    Both sets keep everyday signs in one range of first bytes, and hardly any text of the one set falls into that of
    the other.
    """
    wide = [sign for sign in data[:_SAMPLE].decode(encoding, "ignore") if not sign.isascii()]
    own = "gb2312" if encoding == "gb18030" else "big5"
    lowest, highest = (0xA1, 0xD7) if own == "gb2312" else (0xA1, 0xC6)
    everyday = sum(len(held) == 2 and lowest <= held[0] <= highest
                   for held in (sign.encode(own, "ignore") for sign in wide))
    return everyday / len(wide) if wide else 0.0


def _delimiter(text: str) -> str:
    """The sign that stands in the most of the first rows, as often as can be; a comma where none does."""
    head = text[:_SAMPLE].splitlines()[:50]
    return max(_IN_CSV, key=lambda sign: (sum(sign in line for line in head), sign == ","))

"""csv and tsv in any of the encodings that Chinese programs write."""

from __future__ import annotations

import csv
import io
from itertools import islice

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Content, Grid, RawCell
from lowcarbon_desktop.ingest.limits import MAX_COLUMNS, MAX_ROWS
from lowcarbon_desktop.progress import Progress

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (",", "\t", ";", "，", "|")


def read(name: str, data: bytes, progress: Progress) -> Content:
    """One grid without a sheet name. Raises PlanUnreadable where the bytes are no text or no table."""
    text = _decoded(name, data)
    rows: list[tuple[RawCell, ...]] = []
    try:
        for number, row in enumerate(islice(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text),
                                                       strict=True), MAX_ROWS + 1)):
            if number % 1000 == 0:
                progress.step(number, MAX_ROWS)
            rows.append(tuple(RawCell(cell.strip()) for cell in row[:MAX_COLUMNS]))
    except csv.Error as error:
        raise PlanUnreadable(message("csv-broken", file=name, reason=str(error))) from None
    if len(rows) > MAX_ROWS:
        raise PlanUnreadable(message("too-many-rows", file=name, sheet="", cap=MAX_ROWS))
    return Content((Grid(name, None, tuple(rows)),))


def _decoded(name: str, data: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030", "big5"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise PlanUnreadable(message("csv-encoding", file=name))


def _delimiter(text: str) -> str:
    """The sign that stands in the most of the first rows, as often as can be; a comma where none does."""
    head = text.splitlines()[:50]
    return max(_DELIMITERS, key=lambda sign: (sum(sign in line for line in head), sign == ","))

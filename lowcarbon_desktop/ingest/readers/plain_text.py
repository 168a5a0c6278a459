"""A text file: prose is a document of paragraphs, lines with separators are a table."""

from __future__ import annotations

import re

from lowcarbon_desktop.ingest.grid import Content
from lowcarbon_desktop.ingest.limits import MAX_SIGNS
from lowcarbon_desktop.ingest.readers import csv_text
from lowcarbon_desktop.ingest.readers.body_parts import BodyCell, BodyTable
from lowcarbon_desktop.ingest.readers.open_tables import too_much_text
from lowcarbon_desktop.ingest.readers.parts import Part, content_of
from lowcarbon_desktop.ingest.readers.text_tables import rows_in
from lowcarbon_desktop.progress import Progress

_INDENTED = re.compile(r"(?:\u3000| {2,}|\t)\s*\S")
_FULL = 20
_ENDS = "。；！？：;:!?…”）)"


def read(name: str, data: bytes, progress: Progress) -> Content:
    """A document, or one grid as of a csv. Raises PlanUnreadable."""
    text = csv_text.decoded(name, data)
    progress.step(0, 1)
    lines = text.splitlines()
    if csv_text.separator_of(lines[:2000]) is not None or not any(line.strip() for line in lines):
        return csv_text.read(name, data, progress)
    if len(text) > MAX_SIGNS:
        raise too_much_text(name)
    return content_of(name, _parts(lines))


def _parts(lines: list[str]) -> list[Part]:
    parts: list[Part] = []
    wrapped = sum(_INDENTED.match(line) is not None for line in lines) >= 2
    tables = 0
    last = ""
    rows, gone = rows_in(lines)
    for at, line in enumerate(lines):
        if at in gone:
            continue
        if at in rows:
            cells = [BodyCell(number, lines=[text]) for number, text in enumerate(rows[at])]
            if parts and isinstance(parts[-1], BodyTable) and len(parts[-1].rows[0]) == len(cells):
                parts[-1].rows.append(cells)
            else:
                tables += 1
                parts.append(BodyTable(tables, rows=[cells]))
        elif line.strip():
            goes_on = wrapped and len(last.strip()) >= _FULL and last.rstrip()[-1] not in _ENDS and not (
                _INDENTED.match(line)) and parts and isinstance(parts[-1], str)
            if goes_on:
                parts[-1] += line.strip()
            else:
                parts.append(line.strip())
        last = line
    return parts

"""Writes a document of the corpus as csv or tsv in the encodings of Chinese desks."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from build_spec.corpus.markup import Part


def write(path: Path, parts: list[Part], encoding: str, delimiter: str = ",") -> Path:
    """Write the parts row by row; a paragraph is a row of one cell."""
    page = io.StringIO()
    writer = csv.writer(page, delimiter=delimiter, lineterminator="\r\n")
    for part in parts:
        for row in part.rows or ((part.text,),):
            writer.writerow(["" if text in ("<", "^") else text.removeprefix("'") for text in row])
    path.write_bytes(page.getvalue().encode(encoding))
    return path

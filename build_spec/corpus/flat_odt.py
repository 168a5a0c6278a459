"""Writes a document of the corpus as flat OpenDocument text with real footnotes, for LibreOffice to convert."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

from build_spec.corpus.markup import Part

_NOTE = re.compile(r"\[\^(.*?)\]")
_SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                   for name in ("office", "text", "table", "style"))


def write(path: Path, parts: list[Part]) -> Path:
    """Write the parts; [^words] becomes a footnote with these words."""
    numbers = count(1)
    body = "".join(_table(part, numbers) if part.kind == "table" else _paragraph(part.text, numbers) for part in parts)
    path.write_text('<?xml version="1.0" encoding="UTF-8"?>'
                    f'<office:document {_SPACES} office:version="1.2" office:mimetype='
                    '"application/vnd.oasis.opendocument.text">'
                    f"<office:body><office:text>{body}</office:text></office:body></office:document>", "utf-8")
    return path


def _paragraph(text: str, numbers: count) -> str:
    pieces = _NOTE.split(text)
    inside = "".join(escape(piece) if order % 2 == 0 else _note(piece, next(numbers))
                     for order, piece in enumerate(pieces))
    return f"<text:p>{inside}</text:p>"


def _note(words: str, number: int) -> str:
    return (f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation>{number}'
            f"</text:note-citation><text:note-body><text:p>{escape(words)}</text:p></text:note-body></text:note>")


def _table(part: Part, numbers: count) -> str:
    rows = "".join("<table:table-row>" + "".join(
        f'<table:table-cell office:value-type="string">{_paragraph(text, numbers)}</table:table-cell>' for text in row)
        + "</table:table-row>" for row in part.rows)
    columns = f'<table:table-column table:number-columns-repeated="{max(map(len, part.rows))}"/>'
    return f'<table:table table:name="T{next(numbers)}">{columns}{rows}</table:table>'

"""Writes a title and a table in every format that needs no office suite, each by hand so that nothing is tidied."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape
from io import BytesIO
from pathlib import Path

from tests.ingest.documents import word

Rows = Sequence[Sequence[str]]
_ODT = ('<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2" '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>{body}'
        '</office:text></office:body></office:document-content>')


def xlsx(path: Path, title: str, rows: Rows) -> None:
    """A workbook whose numbers are numbers."""
    from openpyxl import Workbook
    book = Workbook()
    book.active.append([title])
    for row in rows:
        book.active.append([float(text) if text.replace(".", "", 1).isdigit() else text or None for text in row])
    book.save(path)


def separated(sign: str, encoding: str) -> Callable[[Path, str, Rows], None]:
    """A writer of lines whose cells are parted by a sign."""
    def write(path: Path, title: str, rows: Rows) -> None:
        lines = [title + sign * (len(rows[0]) - 1), *(sign.join(row) for row in rows)]
        path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return write


def docx(path: Path, title: str, rows: Rows) -> None:
    """A Word document with the title as a paragraph above the table."""
    word.save(path, title, word.table(*(list(row) for row in rows), rules=word.RULED))


def odt(path: Path, title: str, rows: Rows) -> None:
    """A text document of LibreOffice."""
    cells = "".join("<table:table-row>" + "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
        for text in row) + "</table:table-row>" for row in rows)
    body = f'<text:p>{escape(title)}</text:p><table:table table:name="T">{cells}</table:table>'
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", _ODT.format(body=body))
    path.write_bytes(held.getvalue())


def html(path: Path, title: str, rows: Rows) -> None:
    """A web page as an office suite saves it."""
    cells = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    path.write_text(f'<html><head><meta charset="utf-8"></head><body><p>{escape(title)}</p><table>{cells}</table>'
                    "</body></html>", "utf-8")


WRITERS: Mapping[str, tuple[str, Callable[[Path, str, Rows], None]]] = {
    "xlsx": (".xlsx", xlsx), "csv utf-8": (".csv", separated(",", "utf-8")),
    "csv utf-8-sig": (".csv", separated(",", "utf-8-sig")), "csv gb18030": (".csv", separated(",", "gb18030")),
    "csv utf-16": (".csv", separated(",", "utf-16")), "tsv": (".tsv", separated("\t", "utf-8")),
    "docx": (".docx", docx), "odt": (".odt", odt), "html": (".html", html),
}

"""What a sheet of an xlsx holds and does not show, or takes back beside it: hidden rows and columns, comments."""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.readers.package import parse_pieces
from lowcarbon_desktop.plan.where import cell_name, cell_position

if TYPE_CHECKING:
    from lowcarbon_desktop.ingest.readers.xlsx_conditions import Veil

_LINES = re.compile(rb"<(?:\w+:)?(row|col)\b([^>]*\s(?:hidden|ht|width)\s*=[^>]*)>")  # others hide nothing
_HELD = re.compile(rb"\s(r|min|max|ht|width|hidden)\s*=\s*[\"']([^\"']*)")
_SMALLEST = 1.0  # points of a row, signs of a column


class Unseen(NamedTuple):
    """The hidden rows and columns of a sheet, from 0, its comments by (row, column), and what conditions hide."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    comments: tuple[tuple[tuple[int, int], str], ...] = ()
    veils: tuple[Veil, ...] = ()


def unseen(xml: bytes) -> Unseen:
    """The rows and columns that a sheet's XML hides, or makes too narrow to be seen."""
    rows: set[int] = set()
    columns: set[int] = set()
    for tag, attributes in _LINES.findall(xml):
        held = dict(_HELD.findall(attributes))
        size = held.get(b"ht" if tag == b"row" else b"width")
        if held.get(b"hidden") not in (b"1", b"true") and (size is None or _size(size) >= _SMALLEST):
            continue
        if tag == b"row":
            rows.add(_whole(held.get(b"r", b"")) - 1)
        else:
            columns.update(range(_whole(held.get(b"min", b"")) - 1, min(_whole(held.get(b"max", b"")), 1 << 14)))
    return Unseen(frozenset(rows), frozenset(columns))


def comments_of(file: str, archive: zipfile.ZipFile, path: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """The comments on the cells of a sheet, those in a thread too."""
    folder, name = posixpath.split(path)
    relations = f"{folder}/_rels/{name}.rels"
    names = archive.namelist()
    targets: list[str] = []
    found: dict[str, list[str]] = {}
    at: list[str] | None = None

    def relation(tag: str, attributes: dict[str, str]) -> None:
        target = attributes.get("Target", "")
        if tag == "Relationship" and "omments" in target:
            targets.append(target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}"))

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal at
        if tag in ("comment", "threadedComment"):
            at = found.setdefault(attributes.get("ref", ""), [])

    def said(text: str) -> None:
        if at is not None:
            at.append(text)

    if relations in names:
        parse_pieces(file, "workbook", (archive.read(relations),), start=relation)
    for target in targets:
        if target in names:
            parse_pieces(file, "workbook", (archive.read(target),), start=start, said=said)
    return tuple((cell_position(place), "".join(texts).strip()) for place, texts in found.items()
                 if re.fullmatch(r"[A-Z]{1,3}[1-9]\d{0,6}", place))


def troubled(rows: tuple[tuple[RawCell, ...], ...], held: Unseen) -> tuple[tuple[RawCell, ...], ...]:
    """The cells of a sheet, those that are not seen and those that a comment puts in doubt with that as trouble."""
    comments = dict(held.comments)
    return tuple(
        tuple([_doubted(cell, r, c, r in held.rows or c in held.columns or any(
            veil.hides(r, c, cell.text) for veil in held.veils), comments.get((r, c), ""))
            for c, cell in enumerate(row)])
        if r in held.rows or held.columns or comments or held.veils else row for r, row in enumerate(rows))


def _doubted(cell: RawCell, row: int, column: int, hidden: bool, comment: str) -> RawCell:
    if not cell.text or cell.trouble is not None:
        return cell
    why = message("cell-unseen", cell=cell_name(row, column)) if hidden else _commented(comment, row, column)
    return cell if why is None else cell._replace(trouble=why)


def _commented(comment: str, row: int, column: int) -> Message | None:
    """The trouble that a comment makes; one that only explains makes none."""
    from lowcarbon_desktop.ingest.taken_back import weighs
    if not comment or not weighs(comment):
        return None
    return message("cell-comment", cell=cell_name(row, column), text=comment[:60])


def _whole(text: bytes) -> int:
    return int(text) if text.isdigit() and len(text) < 8 else 0


def _size(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        return _SMALLEST

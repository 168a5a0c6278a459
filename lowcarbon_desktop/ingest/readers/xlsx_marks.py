"""What a fast workbook reader leaves out of an xlsx: percent formats, shown decimals, formulas never computed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lowcarbon_desktop.ingest.readers.package import parse_pieces
from lowcarbon_desktop.ingest.readers.xlsx_sweep import Mark, Marks, swept

if TYPE_CHECKING:  # read only where a sheet hides something, since each start counts
    from lowcarbon_desktop.ingest.readers.xlsx_looks import Looks
    from lowcarbon_desktop.ingest.readers.xlsx_unseen import Unseen

BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0",
             39: "#,##0.00", 40: "#,##0.00"}
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLED = (b"formatCode", b"<!", b"\0", b"strike", b"FFFFFF", b'theme="0"', b'indexed="1"', b'indexed="9"',
           b'sz val="1"', b'sz val="2"')
_GROUND = rb'<fgColor\s+(\w+="[^"]*")'
_BLACKS = (b'rgb="FF000000"', b'rgb="00000000"', b'theme="1"', b'indexed="8"', b'indexed="0"', b'indexed="64"')
_PALETTE = (b"<indexedColors>", b"</indexedColors>")
_RAISED = b"superscript"
_YEAR = re.compile(r"(?:\[\$[^\]]*\])?y{2,4}(?:\\?年|\"年度?\")?(?:;@)?")
_FORMAT = rb'numFmtId\s*=\s*["\'](?!0["\'])'


def marks_of(file: str, archive: zipfile.ZipFile, strings: bytes = b"") -> dict[str, Marks]:
    """The marks of every sheet by name; `strings` are the shared texts.

    Raises PlanUnreadable for XML with entities or a cell beyond the caps.
    """
    names = archive.namelist()
    formats, hiding = _formats(file, archive.read("xl/styles.xml")) if "xl/styles.xml" in names else ((), ())
    relations = archive.read(_RELATIONS) if _RELATIONS in names else None
    shown = {str(number).encode(): mark for number, mark in enumerate(formats) if mark.tells}
    found = {}
    paths, pending = _sheets(file, relations, archive.read("xl/workbook.xml"))
    for sheet, path in paths.items():
        if path in names:
            xml = archive.read(path)
            found[sheet] = swept(file, sheet, xml, shown, hiding)
            if _RAISED in xml or _RAISED in strings:
                found[sheet] = replace(found[sheet], raised=_raised(file, strings, xml))
            if pending and found[sheet].formulas:
                found[sheet] = replace(found[sheet], pending=True)
            if comments := _comments(file, archive, path) if any("omments" in name for name in names) else ():
                held = found[sheet].unseen
                found[sheet] = replace(found[sheet], unseen=(held or _nothing_unseen())._replace(comments=comments))
    return found


@lru_cache(maxsize=8)
def _sheets(file: str, relations: bytes | None, workbook: bytes) -> tuple[Mapping[str, str], bool]:
    """The part of each sheet by its name, and whether the book wants its formulas computed when it is opened.

    Asked again at every reading of a file, and of its twins.
    """
    pending = False
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        nonlocal pending
        pending = pending or (tag == "calcPr" and attributes.get("fullCalcOnLoad") in ("1", "true"))
        if tag == "sheet":
            relation_id = next((value for key, value in attributes.items() if key.split(":")[-1] == "id"), "")
            sheets[attributes.get("name", "")] = targets.get(relation_id, "")

    if relations is not None:
        parse_pieces(file, "workbook", (relations,), start=relation)
    parse_pieces(file, "workbook", (workbook,), start=sheet)
    return sheets, pending


@lru_cache(maxsize=8)
def _formats(file: str, styles: bytes) -> tuple[Sequence[Mark], Sequence[bool]]:
    """One mark a cell style, in the order of cellXfs; none at all where all are of the general format.

    And of each look that a condition can give, whether it hides what it is given to.
    """
    xml = styles
    first, last = (xml.find(each) for each in _PALETTE)
    if 0 <= first < last:
        xml = xml[:first] + xml[last:]  # white is in every palette, which says of no cell that it is
    veiled = any(sign in xml for sign in _STYLED[3:]) or b"<dxf>" in xml or _same_colours(xml)
    if not veiled and not any(sign in xml for sign in _STYLED) and not re.search(
            _FORMAT, xml[xml.find(b"cellXfs"):xml.rfind(b"cellXfs")]):
        return [], []
    own: dict[int, str] = {}
    marks: list[Mark] = []
    inside = False
    looks = _looks() if veiled else None

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if looks is not None:
            looks.start(tag, attributes)
        if tag == "numFmt":
            own[_whole(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            inside = True
        elif tag == "xf" and inside:
            id = _whole(attributes.get("numFmtId", ""))
            mark = mark_of(own.get(id, BUILT_IN.get(id, "")))
            gone, struck = looks.of(attributes) if looks is not None else (False, False)
            marks.append(mark._replace(unseen=mark.unseen or gone, struck=struck) if gone or struck else mark)

    def end(tag: str) -> None:
        nonlocal inside
        inside = inside and tag != "cellXfs"

    parse_pieces(file, "workbook", (styles,), start=start, end=end)
    return marks, looks.hiding if looks is not None else []


def _same_colours(xml: bytes) -> bool:
    """Whether some letters have the colour of some ground; those of no colour of their own are black."""
    grounds = set(re.findall(_GROUND, xml)) if b'"solid"' in xml else set()
    return any(ground in _BLACKS or ground in xml[:xml.find(b"<fills")] for ground in grounds)


def _raised(file: str, strings: bytes, xml: bytes) -> Mapping[tuple[int, int], str]:
    from lowcarbon_desktop.ingest.readers.xlsx_raised import raised_cells
    return raised_cells(file, strings, xml)


def _looks() -> Looks:
    from lowcarbon_desktop.ingest.readers.xlsx_looks import Looks
    return Looks()


def mark_of(code: str) -> Mark:
    """What a number format means for how a number is shown."""
    if "y" in code and _YEAR.fullmatch(code):
        return Mark(year=True)
    if '"' in code or not code.isascii() or ";;" in code or "[>" in code or "[<" in code or "[=" in code:
        from lowcarbon_desktop.ingest.readers.number_format import worded
        return worded(code)
    first = re.sub(r'"[^"]*"|\\.|_.|\[[^\]]*\]', "", code.split(";")[0])
    digits = re.search(r"[#0?,]*[0?](?:\.([0?]+))?", first)
    if digits is None or re.search(r"[ymdhs]", first, re.IGNORECASE):
        return Mark()
    return Mark("%" in first, len(digits[1] or ""), unseen=first[digits.end():digits.end() + 1] == ",")  # in thousands


def _comments(file: str, archive: zipfile.ZipFile, path: str) -> tuple[tuple[tuple[int, int], str], ...]:
    from lowcarbon_desktop.ingest.readers.xlsx_unseen import comments_of
    return comments_of(file, archive, path)


def _nothing_unseen() -> Unseen:
    from lowcarbon_desktop.ingest.readers.xlsx_unseen import Unseen
    return Unseen()


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0

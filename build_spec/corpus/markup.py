"""Reads a document of the corpus as it is written here: headings, paragraphs, tables and page breaks as plain text.

A line is a paragraph. What begins otherwise is something else:

    # 标题                    the title on the cover; ## and ### are headings
    | 序号 | 指标 | 2015年 |   a row of a table; "<" is merged with the cell to the left, "^" with the cell above
    {rules across}            how the tables that follow are ruled: all, across, three, none
    {repeat}                  they repeat their header on each page; {once} they do not
    {landscape}               the pages that follow lie; {portrait}
    {sheet 指标表 at C4}       a sheet of a workbook begins, its first cell is C4; "hidden" after it hides the sheet
    [box] text                a text box;  [center] text   a centred line, such as a caption or a signature
    ---                       a new page;  .   an empty line
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DOCUMENTS = Path(__file__).with_name("documents")


@dataclass(frozen=True)
class Part:
    """One part: `kind` is title, heading, paragraph, center, box, table, break, empty, landscape, portrait or sheet."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    rules: str = "all"
    repeat: bool = False


_MARKS = {"# ": "title", "## ": "heading", "### ": "heading", "[box] ": "box", "[center] ": "center"}


def document(name: str) -> list[Part]:
    """The parts of one document of the folder `documents`."""
    return parts((DOCUMENTS / f"{name}.txt").read_text("utf-8"))


def parts(text: str) -> list[Part]:
    """The parts of a text as described above."""
    found: list[Part] = []
    rules, repeat = "all", False
    rows: list[tuple[str, ...]] = []

    def close() -> None:
        if rows:
            found.append(Part("table", "", tuple(rows), rules, repeat))
            rows.clear()

    for line in text.splitlines():
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
            continue
        close()
        if line.startswith("{rules "):
            rules = line[7:-1]
        elif line in ("{repeat}", "{once}"):
            repeat = line == "{repeat}"
        elif line in ("{landscape}", "{portrait}"):
            found.append(Part(line[1:-1]))
        elif line.startswith("{sheet "):
            found.append(Part("sheet", line[7:-1]))
        elif line in ("---", "."):
            found.append(Part("break" if line == "---" else "empty"))
        elif line:
            mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
            found.append(Part(_MARKS.get(mark, "paragraph"), line[len(mark):]))
    close()
    return found


def merges(rows: tuple[tuple[str, ...], ...]) -> list[tuple[int, int, int, int]]:
    """The merged areas of a table as (top, left, bottom, right), counted from 0."""
    areas = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right, bottom = c, r
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            while bottom + 1 < len(rows) and rows[bottom + 1][c:c + 1] == ("^",):
                bottom += 1
            if (right, bottom) != (c, r):
                areas.append((r, c, bottom, right))
    return areas

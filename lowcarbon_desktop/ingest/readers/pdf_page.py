"""One page of a PDF: its tables, ruled or not, and the lines of text between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lowcarbon_desktop.ingest.limits import MAX_EDGES
from lowcarbon_desktop.ingest.readers.paragraphs import PageLine
from lowcarbon_desktop.ingest.readers.pdf_bounds import TooMuch, lay_out
from lowcarbon_desktop.ingest.readers.pdf_columns import by_gaps, regions
from lowcarbon_desktop.ingest.readers.pdf_split import in_reading_order
from lowcarbon_desktop.ingest.readers.pdf_table import PageTable, ruled
from lowcarbon_desktop.ingest.readers.pdf_text import Char, around, lines_of
from lowcarbon_desktop.plan.where import Box

_NUMBER = re.compile(r"[-—–·\s]*(?:第?\s*\d{1,4}\s*页?)(?:\s*[/，,共]\s*\d{1,4}\s*页?)?[-—–·\s]*")
_NEAR = 4.0
_TURNED = 0.3
_FEW = 20
_WHOLE = 0.6
_STRAIGHT = 1.0
EDGE = 0.09  # of the page's height: what stands there may be a running head


@dataclass(frozen=True)
class PageRead:
    """The tables of a page and its lines of text from the top, page numbers left out.

    `why` is the code of the reason where it was not read; `recognised` is True where a machine read its text off a
    picture.
    """

    number: int
    parts: tuple[PageLine | PageTable, ...] = ()
    signs: int = 0
    unknown: int = 0
    height: float = 0
    why: str | None = None
    recognised: bool = False


def read_page(page, number: int, step: Callable[[], None]) -> PageRead:
    """Read one page of pdfplumber; `step` is called in between and may raise."""
    try:
        laid = lay_out(page, step)
    except TooMuch:
        return PageRead(number, why="pdf-pages-heavy")
    turned = sum(abs(char["matrix"][0]) < abs(char["matrix"][1]) for char in page.chars)
    if turned > _TURNED * len(page.chars) and turned > _FEW:
        return PageRead(number, signs=turned, why="pdf-pages-turned")
    page.edges[:] = _squared(page.edges)
    pictured = _pictured(page)
    chars = [char for char in page.chars if char["upright"] and abs(char["matrix"][0]) >= abs(char["matrix"][1])]
    tables = _ruled(page, number, chars)
    free = [char for char in chars if not any(_inside(char, table.box) for table in tables)]
    lines = lines_of(free)
    for run in regions(lines):
        table = by_gaps(number, run)
        if table is not None:
            tables.append(table)
            lines = [line for line in lines if line not in run]
    edge = {line.text for line in lines if line.top < EDGE * page.height or line.bottom > (1 - EDGE) * page.height}
    said = [(top, PageLine(line.text, number, around(piece.box for piece in line.pieces), column))
            for top, column, line in in_reading_order(lines)
            if not (line.text in edge and _NUMBER.fullmatch(line.text))]
    parts = sorted([*said, *((table.box[1], table) for table in tables)], key=lambda each: each[0])
    unknown = sum(str(char["text"]).startswith("(cid:") or str(char["text"]) == "\ufffd" for char in chars)
    seen = laid.signs - laid.unseen
    return PageRead(number, tuple(part for _, part in parts), len(chars), unknown, float(page.height),
                    "pdf-pages-picture" if not chars and page.images else None,
                    bool(chars) and pictured > _WHOLE and seen < 0.5 * laid.signs)


def _squared(edges: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The edges that run straight across or down, quite straight; a turned page draws them a hair's breadth askew.

    The slash of a heading's corner and the strokes of an emblem part no cells.
    """
    found = []
    for edge in edges:
        across, down = edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]
        if down < _STRAIGHT and across >= down:
            found.append({**edge, "bottom": edge["top"], "height": 0, "orientation": "h"})
        elif across < _STRAIGHT:
            found.append({**edge, "x1": edge["x0"], "width": 0, "orientation": "v"})
    return found


def _pictured(page) -> float:
    """How much of a page its largest picture covers."""
    whole = float(page.width * page.height) or 1.0
    return max((float((each["x1"] - each["x0"]) * (each["bottom"] - each["top"])) / whole for each in page.images),
               default=0.0)


def _inside(char: Char, box: Box) -> bool:
    return box[0] <= (char["x0"] + char["x1"]) / 2 <= box[2] and box[1] <= (char["top"] + char["bottom"]) / 2 <= box[3]


def _ruled(page, number: int, chars: Sequence[Char]) -> list[PageTable]:
    if not page.edges or len(page.edges) > MAX_EDGES:
        return []
    found = page.find_tables({"explicit_vertical_lines": _sides(page)} if any(
        edge["orientation"] == "h" for edge in page.edges) else {})
    tables = []
    for each in found:
        cells = [cell for cell in each.cells if cell[2] - cell[0] > 1 and cell[3] - cell[1] > 1]
        inside = [char for char in chars if _inside(char, each.bbox)]
        if len({round(cell[0]) for cell in cells}) > 1:
            tables.append(ruled(number, cells, inside))
            continue
        rules = sorted({cell[1] for cell in cells} | {cell[3] for cell in cells})
        table = by_gaps(number, lines_of(inside), rules)
        if table is not None:
            tables.append(table)
    return tables


def _sides(page) -> list[dict[str, object]]:
    """Upright edges where rules across end in nothing: many tables are open at their sides, or have no uprights."""
    uprights = [edge for edge in page.edges if edge["orientation"] == "v"]
    naked = [(left, right, top) for left, right, top in _rules(page)
             if not any(abs(edge["x0"] - left) < _NEAR and edge["top"] - _NEAR < top < edge["bottom"] + _NEAR
                        for edge in uprights)]
    groups: list[list[tuple[float, float, float]]] = []
    for rule in sorted(naked, key=lambda each: each[0] - each[1]):
        group = next((group for group in groups
                      if group[0][0] - _NEAR < rule[0] and rule[1] < group[0][1] + _NEAR), None)
        if group is None:
            groups.append([rule])
        elif abs(group[0][0] - rule[0]) < _NEAR and abs(group[0][1] - rule[1]) < _NEAR:
            group.append(rule)  # a shorter one parts some of the columns only, and has no sides of its own
    groups = [_without_running_rules(sorted(group, key=lambda each: each[2]), page.height) for group in groups]
    return [{"object_type": "line", "x0": x, "x1": x, "top": group[0][2], "bottom": group[-1][2], "width": 0,
             "height": group[-1][2] - group[0][2], "orientation": "v", "doctop": group[0][2]}
            for group in groups if len(group) >= 2 for x in (group[0][0], group[0][1])]


def _rules(page) -> list[tuple[float, float, float]]:
    """The rules across as (left, right, height) from the top, the parts of a broken one put together."""
    edges = sorted((edge for edge in page.edges if edge["orientation"] == "h"),
                   key=lambda edge: (edge["top"], edge["x0"]))
    rules: list[list[float]] = []
    for edge in edges:
        if rules and abs(rules[-1][2] - edge["top"]) < 2 and edge["x0"] - rules[-1][1] < _NEAR:
            rules[-1][1] = max(rules[-1][1], edge["x1"])
        else:
            rules.append([edge["x0"], edge["x1"], edge["top"]])
    return [(left, right, top) for left, right, top in rules if right - left > 60]


def _without_running_rules(group: list[tuple[float, float, float]],
                           height: float) -> list[tuple[float, float, float]]:
    """Without the rule below a running head and the one above a running foot, far from the next."""
    if group and group[0][2] < 0.12 * height and (len(group) == 1 or group[1][2] - group[0][2] > 25):
        group = group[1:]
    if group and group[-1][2] > 0.9 * height and (len(group) == 1 or group[-1][2] - group[-2][2] > 25):
        group = group[:-1]
    return group

"""Rules across a page: which of them belong to one table, and where a table that is open at its sides ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from lowcarbon_desktop.ingest.readers.pdf_cells import Rule
from lowcarbon_desktop.ingest.readers.pdf_regions import is_outside
from lowcarbon_desktop.ingest.readers.pdf_text import Line

_NEAR = 4.0
_STRAIGHT = 1.0
_SHORTEST = 60


def squared(edges: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The edges that run straight across or down, quite straight; a turned page draws them a hair's breadth askew.

    The slash of a heading's corner and the strokes of an emblem part no cells, nor does white paint, which nobody sees.
    """
    found = []
    for edge in edges:
        if edge.get("fill") and not edge.get("stroke") and _white(edge) and _thick(edge):
            continue
        across, down = edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]
        if down < _STRAIGHT and across >= down:
            found.append({**edge, "bottom": edge["top"], "height": 0, "orientation": "h"})
        elif across < _STRAIGHT:
            found.append({**edge, "x1": edge["x0"], "width": 0, "orientation": "v"})
    return found


def _white(edge: Mapping[str, object]) -> bool:
    held = edge.get("non_stroking_color")
    parts = held if isinstance(held, (list, tuple)) else (held,)
    return bool(parts) and all(part == (0 if len(parts) == 4 else 1) for part in parts)


def _thick(edge: Mapping[str, object]) -> bool:
    """Whether an edge is of an area, and not of a rule that is drawn as a thin one."""
    points = edge.get("pts") or ()
    return bool(points) and min(max(each) - min(each) for each in zip(*points, strict=True)) > _NEAR


def sides(page, rules: Sequence[Rule], lines: Sequence[Line]) -> list[dict[str, object]]:
    """Upright edges where rules across end in nothing: many tables are open at their sides, or have no uprights."""
    uprights = [edge for edge in page.edges if edge["orientation"] == "v"]
    naked = [(left, right, top) for left, right, top in rules
             if not any(abs(edge["x0"] - left) < _NEAR and edge["top"] - _NEAR < top < edge["bottom"] + _NEAR
                        for edge in uprights)]
    groups: list[list[Rule]] = []
    for rule in sorted(naked, key=lambda each: each[0] - each[1]):
        group = next((group for group in groups
                      if group[0][0] - _NEAR < rule[0] and rule[1] < group[0][1] + _NEAR), None)
        if group is None:
            groups.append([rule])
        elif abs(group[0][0] - rule[0]) < _NEAR and abs(group[0][1] - rule[1]) < _NEAR:
            group.append(rule)  # a shorter one parts some of the columns only, and has no sides of its own
    whole = [_without_running_rules(sorted(group, key=lambda each: each[2]), page.height, lines)
             for group in groups]
    tables = [table for group in whole for table in _tables(group, lines)]
    return [{"object_type": "line", "x0": x, "x1": x, "top": table[0][2], "bottom": table[-1][2], "width": 0,
             "height": table[-1][2] - table[0][2], "orientation": "v", "doctop": table[0][2]}
            for table in tables if len(table) >= 2 for x in (table[0][0], table[0][1])]


def _tables(group: Sequence[Rule], lines: Sequence[Line]) -> list[list[Rule]]:
    """The rules of each table: two tables stand apart where a caption, a note or a sentence stands between rules."""
    if not group:
        return []
    tables = [[group[0]]]
    for above, below in pairwise(group):
        between = [line for line in lines if above[2] < (line.top + line.bottom) / 2 < below[2]]
        if any(is_outside(line, above[0]) for line in between):
            tables.append([])
        tables[-1].append(below)
    return tables


def rules_across(edges: Sequence[Mapping[str, object]]) -> list[Rule]:
    """The rules across as (left, right, height) from the top, the parts of a broken one put together."""
    level = sorted((edge for edge in edges if edge["orientation"] == "h"), key=lambda edge: (edge["top"], edge["x0"]))
    rules: list[list[float]] = []
    for edge in level:
        if rules and abs(rules[-1][2] - edge["top"]) < 2 and edge["x0"] - rules[-1][1] < _NEAR:
            rules[-1][1] = max(rules[-1][1], edge["x1"])
        else:
            rules.append([edge["x0"], edge["x1"], edge["top"]])
    return [(left, right, top) for left, right, top in rules if right - left > _SHORTEST]


def _without_running_rules(group: list[Rule], height: float, lines: Sequence[Line]) -> list[Rule]:
    """Without the rule below a running head and the one above a running foot, far from the next with no row between."""
    if group and group[0][2] < 0.12 * height and _far(group[:2], lines):
        group = group[1:]
    if group and group[-1][2] > 0.9 * height and _far(group[-2:], lines):
        group = group[:-1]
    return group


def _far(pair: Sequence[Rule], lines: Sequence[Line]) -> bool:
    """Whether a rule is not the edge of a row: alone, or far from the other with no row of several pieces between."""
    if len(pair) < 2:
        return True
    above, below = pair[0][2], pair[1][2]
    return below - above > 25 and not any(len(line.pieces) > 1 and above < line.top < line.bottom < below + 2
                                          for line in lines)

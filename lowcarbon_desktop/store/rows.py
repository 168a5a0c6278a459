"""A review as rows of tables and back; what comes from a file is believed only after its types and sizes are seen."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.checks.finding import OUTCOMES as FOUND
from lowcarbon_desktop.plan import SourceFile
from lowcarbon_desktop.plan.codec import plain, revived
from lowcarbon_desktop.plan.fact import STATES
from lowcarbon_desktop.review import Correction, Nod, Review, StatedFact
from lowcarbon_desktop.review.log import Row, Rows, canonical
from lowcarbon_desktop.review.state import FIELDS, names_cell
from lowcarbon_desktop.review.verdict import OUTCOMES, Earlier, Item, Verdict
from lowcarbon_desktop.store.about import about_of, about_rows
from lowcarbon_desktop.store.schema import ROWS, SAID, TABLES, TEXT


@dataclass(frozen=True)
class Kept:
    """What a review file holds: the review, and the files that it was made on."""

    review: Review
    files: tuple[SourceFile, ...]


def to_rows(kept: Kept) -> Rows:
    """The rows of a review. Raises ValueError for what `from_rows` would not believe."""
    review = kept.review
    tables: dict[str, list[Row]] = {
        "meta": about_rows(review),
        "source": [(file.name, file.sha256) for file in kept.files],
        "fact": [(fact.id, fact.state, fact.value, fact.source, fact.by) for fact in review.facts.values()],
        "correction": [(each.file, each.sheet or "", each.cell, each.field, each.printed, each.corrected, each.reason,
                        each.understood) for each in review.corrections.values()],
        "nod": [(nod.id, int(nod.agreed), nod.state, nod.value, nod.evidence) for nod in review.nods.values()],
        "note": list(review.notes.items()),
        "line": list(enumerate(review.lines)),
        "item": [_item_row(criterion, item) for criterion, item in review.items.items()],
        "piece": [],
        "mark": [(each.measure, each.instrument, each.text, int(each.holds), each.reason, each.rests_on)
                 for each in review.marks.values()],
    }
    rows = {table.name: {row[:table.keys]: row for row in tables[table.name]} for table in TABLES}
    from_rows(rows)
    return rows


def from_rows(rows: Rows) -> Kept:
    """The review of these rows. Raises ValueError where one is not what the program writes."""
    for name, table in rows.items():
        if len(table) > ROWS:
            raise ValueError(f"{name}: {len(table)} rows")
        for row in table.values():
            _check(name, row)
    facts = [StatedFact(*row) for row in rows["fact"].values()]
    corrections = [Correction(file, sheet or None, cell, printed, corrected, reason, field, understood) for
                   file, sheet, cell, field, printed, corrected, reason, understood in rows["correction"].values()]
    nods = [Nod(id, bool(agreed), *found) for id, agreed, *found in rows["nod"].values()]
    marks = [Mark(measure, instrument, bool(holds), text, reason, rests_on)
             for measure, instrument, text, holds, reason, rests_on in rows["mark"].values()]
    review = Review(
        facts={fact.id: fact for fact in facts},
        corrections={each.key: each for each in corrections},
        notes=dict(rows["note"].values()),
        lines=tuple(typed for _, typed in sorted(rows["line"].values())),
        nods={nod.id: nod for nod in nods},
        items={row[0]: _item(row) for row in rows["item"].values()},
        marks={each.key: each for each in marks},
        **about_of(dict(rows["meta"].values())))
    return Kept(review, tuple(SourceFile(*row) for row in rows["source"].values()))


def upgraded(rows: Rows, version: int) -> Rows:
    """The rows of an older version as those of ours: it knew corrections of text alone, and no nods."""
    if version == 1:
        corrections = {(*key, "text"): (*row[:3], "text", *row[3:], "") for key, row in rows["correction"].items()}
        rows = {**rows, "correction": corrections, "nod": {}}
    if version < 3:
        rows = {**rows, "item": {}, "piece": {}}
    return {**rows, "mark": {}} if version < 4 else rows


def _item_row(criterion: str, item: Item) -> Row:
    said = item.verdict
    verdict = (said.outcome, said.reason, said.by, said.at, said.machine) if said is not None else ("",) * 5
    earlier = canonical([plain(each) for each in item.earlier]) if item.earlier else ""
    return (criterion, *verdict, item.points, item.comment, item.reply, earlier)


def _item(row: Row) -> Item:
    _, outcome, reason, by, at, machine, points, comment, reply, earlier = row
    verdict = Verdict(outcome, reason, by, at, machine) if outcome else None
    try:
        rounds = json.loads(earlier) if earlier else []
    except RecursionError as error:
        raise ValueError("item: earlier") from error
    before = tuple(revived(Earlier, each) for each in rounds)
    if not all(each.outcome in ("", *FOUND) for each in before):
        raise ValueError("item: earlier")
    return Item(verdict, points, comment, reply, before)


def _check(table: str, row: Row) -> None:
    texts: list[object] = list(row)
    if table == "line" and type(texts.pop(0)) is not int:
        raise ValueError("line: position")
    if table == "nod" and texts.pop(1) not in (0, 1):
        raise ValueError("nod: agreed")
    if table == "mark" and texts.pop(3) not in (0, 1):
        raise ValueError("mark: holds")
    if table in ("fact", "nod"):
        value = texts.pop(2)
        state = texts[1]
        if state not in STATES and not (table == "nod" and state == ""):
            raise ValueError(f"{table}: state {state!r:.40}")
        if (type(value) is int and abs(value) < 2**53) or (type(value) is float and math.isfinite(value)):
            value = None
        texts += [] if value is None else [value]
    if table == "item":
        points = texts.pop(6)
        if points is not None and not (type(points) in (int, float) and math.isfinite(points) and points >= 0):
            raise ValueError(f"item: points {points!r:.40}")
        known = row[1] == "" or (row[1] in OUTCOMES and row[5] in FOUND)
        if not known or any(len(str(each)) > SAID for each in row[:-1]):
            raise ValueError(f"item: {row[0]!r:.40}")
    if table == "piece" and not (type(size := texts.pop(2)) is int and size >= 0):
        raise ValueError("piece: size")
    for text in texts:
        if type(text) is not str or len(text) > TEXT:
            raise ValueError(f"{table}: {text!r:.40}")
        text.encode()
    if table == "correction" and not (names_cell(str(row[2])) and row[3] in FIELDS):
        raise ValueError(f"correction: {row[2]!r:.40} {row[3]!r:.40}")

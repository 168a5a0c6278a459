"""The small parts of plain data: a message, a value, a place, a passage, a line."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from lowcarbon_desktop import wording
from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Evidence, Quantity, Where

Plain = dict[str, object]


def sentences(messages: Iterable[Message], lang: str) -> str | None:
    """All of them as one text, None where there are none."""
    said = [wording.say(each, lang) for each in messages]
    return ("；" if lang == "zh" else "; ").join(said) or None


def said_plain(message: Message, lang: str) -> Plain:
    """A message as its code and its words."""
    return {"code": message.code, "message": wording.say(message, lang)}


def quantity_plain(value: Quantity | None) -> Plain | None:
    """A value with its ends and bound."""
    if value is None:
        return None
    plain: Plain = {"low": finite(value.low), "high": finite(value.high), "bound": value.bound}
    if value.stretch is not None:
        plain["stretch"] = finite(value.stretch)
    return plain


def finite(number: float | None) -> float | None:
    """JSON knows no infinity: an end that is not a finite number is an open end. Rounded where binary dust begins."""
    return round(number, 9) if number is not None and isfinite(number) else None


def where_plain(where: Where) -> Plain:
    """A place; a document's has table, row and column, paragraph or box beside the rest."""
    plain: Plain = {"file": where.file, "sheet": where.sheet, "cell": where.cell, "page": where.page}
    if where.table is not None:
        plain |= {"table": where.table, "row": where.row, "column": where.column}
    if where.paragraph is not None:
        plain["paragraph"] = where.paragraph
    if where.box is not None:
        plain["box"] = list(where.box)
    return plain


def evidence_plain(evidence: Evidence) -> Plain:
    """The words and where they stand."""
    place = evidence.where
    where = where_plain(place) if place is not None else dict.fromkeys(("file", "sheet", "cell", "page"))
    return {**where, "text": evidence.text}


def line_plain(line: Line) -> Plain:
    """A reference line."""
    return {"indicator": line.indicator, "low": line.low, "high": line.high, "unit": line.unit, "sense": line.sense,
            "base_year": line.base_year, "target_year": line.target_year, "region": line.region,
            "document": line.document, "status": line.status, "in_force_from": line.in_force_from.isoformat(),
            "source": line.source}

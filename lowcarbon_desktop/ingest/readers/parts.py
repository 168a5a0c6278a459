"""From paragraphs and tables in the order in which they stand to the grids and passages of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lowcarbon_desktop.errors import Message, PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Around, Content, Grid
from lowcarbon_desktop.ingest.limits import MAX_PARAGRAPHS, MAX_SENTENCE
from lowcarbon_desktop.ingest.readers.body_parts import BodyTable, Commented, Faint, Heading, Sample, Struck
from lowcarbon_desktop.ingest.readers.docx_grid import cells_of
from lowcarbon_desktop.ingest.readers.paragraphs import CONTINUED, in_pieces, is_heading
from lowcarbon_desktop.plan import Passage, Where

Part = str | BodyTable
_TROUBLES = {Struck: "words-struck", Faint: "words-unseen", Sample: "words-sample", Commented: "words-commented"}
_PAPER = re.compile("方案|规划|纲要|意见|计划|申报|申请|报告|目标|指标|材料|汇编|建议|纪要|范本|样本")
_LONGEST_HEAD = 60
_OPENING = 40
_MOST_COMMENTS = 5
_YEAR = re.compile(r"(?:19|20)\d\d年?")


def content_of(name: str, parts: Sequence[Part]) -> Content:
    """What a document of these parts holds. Raises PlanUnreadable where that is nothing, or too much."""
    if len(parts) > MAX_PARAGRAPHS:
        raise PlanUnreadable(message("document-too-long", file=name, cap=MAX_PARAGRAPHS))
    parts = _joined([piece for part in parts for piece in _pieces(part)])
    grids, passages = _grids(name, parts), _passages(name, parts)
    if not grids and not passages:
        raise PlanUnreadable(message("sheets-empty", file=name))
    return Content(grids, passages, document=True)


def comments_in(name: str, comments: Sequence[str]) -> tuple[Message, ...]:
    """The remark on what a reader wrote beside a text, which is no part of it."""
    texts = "；".join(list(dict.fromkeys(comments))[:_MOST_COMMENTS])
    return (message("document-comments", file=name, texts=texts),) if texts else ()


def with_heads(parts: Sequence[Part], heads: Sequence[str]) -> list[Part]:
    """The parts below the running head, where it names a paper and the beginning does not say the same."""
    opening = "".join("".join(str(part).split()) for part in parts[:_OPENING] if isinstance(part, str))
    new = [line for line in heads if 4 < len(line) <= _LONGEST_HEAD and _PAPER.search(line)
           and "".join(line.split()) not in opening]
    return [*new[:2], *parts]


def _pieces(part: Part) -> Iterable[Part]:
    """The part, or the pieces of a paragraph that is too long to be read as one."""
    return map(type(part), in_pieces(part)) if isinstance(part, str) and len(part) > MAX_SENTENCE else (part,)


def _grids(name: str, parts: Sequence[Part]) -> tuple[Grid, ...]:
    grids: list[Grid] = []
    before: list[str] = []
    paragraphs = 0
    for position, part in enumerate(parts):
        if isinstance(part, str):
            before.append(str(part))
            paragraphs += 1
            continue
        rows, merges = cells_of(part)
        if any(cell.text for row in rows for cell in row):
            around = Around((*before, *part.inner), _after(parts, position))
            grids.append(Grid(name, f"T{part.number}", rows, merges, table=part.number, around=around,
                              paragraph=paragraphs))
        before = []
    return tuple(grids)


def _passages(name: str, parts: Sequence[Part]) -> tuple[Passage, ...]:
    texts = (part for part in parts if isinstance(part, str))
    return tuple(Passage(str(text), Where(name, paragraph=number), isinstance(text, Heading) or is_heading(text),
                         trouble=_trouble(text))
                 for number, text in enumerate(texts, start=1))


def _trouble(text: str) -> Message | None:
    """Why the words of a paragraph may not be those that its writer stands by, or that a reader sees."""
    code = _TROUBLES.get(type(text))
    return message(code) if code is not None else None


def _after(parts: Sequence[Part], position: int) -> str:
    """The paragraph below, unless another table follows it at once, whose caption it then is."""
    below = parts[position + 1:position + 3]
    if not below or not isinstance(below[0], str) or (len(below) > 1 and not isinstance(below[1], str)):
        return ""
    return str(below[0])


def _joined(parts: Sequence[Part]) -> list[Part]:
    """The parts with each table that was torn at the end of a page put together again."""
    found: list[Part] = []
    for part in parts:
        note = found[-1] if len(found) > 1 and isinstance(found[-1], str) and CONTINUED.fullmatch(found[-1]) else None
        table = found[-2] if note is not None else found[-1] if found else None
        if isinstance(part, BodyTable) and isinstance(table, BodyTable):
            more = _sequel(table, part, told=note is not None)
            if more is not None:
                del found[-1 if note is None else -2:]
                found.append(replace(table, rows=[*table.rows, *more]))
                continue
        found.append(part)
    return found


def _sequel(table: BodyTable, more: BodyTable, told: bool) -> list[list] | None:
    """The rows of a table that goes on the one before, a repeated heading left out; None where it is another table.

    Right behind a table without a word between them, or below 续表, stands its sequel if the columns are the same.
    Where it begins with a heading of its own, with other words or years, it is none.
    """
    if not table.rows or not more.rows or more.inner or _shape(table.rows[0]) != _shape(more.rows[0]):
        return None
    again = 0
    while again < min(3, len(table.rows), len(more.rows)) and _texts(table.rows[again]) == _texts(more.rows[again]):
        again += 1
    alike = len(table.widths) == len(more.widths) and all(
        abs(one - other) < 120 for one, other in zip(table.widths, more.widths, strict=True))
    if again:
        return more.rows[again:]
    return more.rows if (alike or told) and not _like_a_heading(table.rows[0], more.rows[0]) else None


def _shape(row: Sequence) -> int:
    return row[-1].column + row[-1].span if row else 0


def _texts(row: Sequence) -> list[str]:
    return ["".join(cell.lines).strip() for cell in row]


def _like_a_heading(head: Sequence, row: Sequence) -> bool:
    """Whether a row shares words with the heading of the table before, or its cells hold years."""
    known = {text for text in _texts(head) if text}
    return any(text in known or _YEAR.fullmatch(text) for text in _texts(row) if text)

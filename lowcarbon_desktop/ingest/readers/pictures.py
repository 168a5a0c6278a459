"""Pictures in a text: which of them stand where a table should, under its caption or behind words that lead to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import Grid

_NUMBER = r"[\d一二三四五六七八九十]"
_OF_A_TABLE = re.compile(rf"\s*[续附]?表\s*{_NUMBER}.{{0,60}}"
                         r"|.{2,40}(?:指标|目标|任务)(?:体系|分解)?(?:一览|汇总)?表")
_LEADS = re.compile(rf"(?:[见如]|列[于在入])(?:下表|[附下]?表\s*{_NUMBER}+)[^。；]{{0,12}}[。：:]?\s*$"
                    r"|下表[^。；]{0,12}[：:]\s*$")
_OF_A_FIGURE = re.compile(rf"\s*附?图\s*{_NUMBER}|.{{0,40}}(?:示意|位置|区位|分布|结构|流程|框架|组织)?图\s*$")
_UNIT = re.compile(r"\s*[（(]?(?:计量)?单位[:：].{0,20}")
_WIDE, _HIGH = 5.0, 2.0  # centimetres: what is smaller is a seal, a logo or a formula
_LARGE = 9.0


class Picture(NamedTuple):
    """A picture that stands before the part of that number; its size in centimetres, 0 where nothing tells it."""

    at: int
    wide: float = 0
    high: float = 0


class Told(NamedTuple):
    """The captions of the pictures that are tables, and how many other large ones are no figures by their caption."""

    captions: tuple[str, ...] = ()
    others: int = 0


NO_PICTURES = Told()


def told_of(parts: Sequence[object], pictures: Sequence[Picture]) -> Told:
    """What the words around the pictures say of them; `parts` are paragraphs (str) and tables."""
    seen = [each for each in pictures if (each.wide or _WIDE) >= _WIDE and (each.high or _HIGH) >= _HIGH]
    captions = {each.at: caption for each in seen if (caption := _table(parts, each.at))}
    others = sum(each.wide >= _LARGE and each.at not in captions and not _figure(parts, each.at) for each in seen)
    return Told(tuple(captions.values()), others)


def left_out(file: str, told: Sequence[Told], number: int) -> tuple[tuple[Grid, ...], tuple[Message, ...]]:
    """A table left for each picture that is one, the first of them number `number`, and a remark on the others."""
    captions = [caption for each in told for caption in each.captions]
    grids = tuple(Grid(file, f"T{at}", (), table=at, left=message("document-table-picture", file=file, caption=caption))
                  for at, caption in enumerate(captions, start=number))
    others = sum(each.others for each in told)
    return grids, (message("document-pictures-inside", file=file, count=others),) if others else ()


def caption_of_table(line: str) -> bool:
    """Whether a line is the caption of a table, or ends with the words that lead to one."""
    return ("。" not in line and _OF_A_TABLE.fullmatch(line) is not None) or _LEADS.search(line) is not None


def _table(parts: Sequence[object], at: int) -> str:
    """The words above a picture that announce a table; "" where there are none, or where a table follows it."""
    if at < len(parts) and not isinstance(parts[at], str):
        return ""
    above = at - 1
    while above >= 0 and isinstance(parts[above], str) and _UNIT.fullmatch(str(parts[above])):
        above -= 1
    said = parts[above] if above >= 0 else ""
    return str(said)[-40:] if isinstance(said, str) and caption_of_table(said) else ""


def _figure(parts: Sequence[object], at: int) -> bool:
    near = parts[max(at - 1, 0):at + 2]
    return any(isinstance(part, str) and len(part) < 60 and _OF_A_FIGURE.match(part) for part in near)

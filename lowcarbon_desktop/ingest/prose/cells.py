"""Sentences that stand in cells: in a form with labels on the left, or on a sheet beside the table."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from lowcarbon_desktop.ingest.grid import Grid
from lowcarbon_desktop.ingest.readers.paragraphs import is_heading
from lowcarbon_desktop.plan import Passage

_WORDS = re.compile(r"[\u4e00-\u9fff]")
_ANSWERS = ("是", "否", "有", "无")
_NAMED = re.compile(r"[\u4e00-\u9fff]{3}")
_DUE = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月份?)?(?:底|末|中|初)?(?:之?前)?")
_TASK = re.compile(r"(?:组织)?(?:编制|建立|建设|构建|建成|制定|出台|设立|成立|组建|完善|健全|开展|分解"
                   r"|签订)[^。\d%]{4,40}")
_DATED = re.compile(r"(?:^|[，,；;、])(?:到)?(?:19|20)\d\d年[^，,；;]*\d")
_WHOLE_CUT = re.compile(r"(?:到|至)?20\d\d年(?:末|底)?(?:比|较|相比于?|相对于?)(?:19|20)\d\d年(?:累计)?"
                        r"(?:下降|降低|减少)\d+(?:\.\d+)?(?:%|％|个百分点)?(?:以上|左右)?[。；;]?")
_AIMED = re.compile(r"[\u4e00-\u9fff]{2}[A-Za-z\u4e00-\u9fff]{2}"
                    r".*(?:下降|降低|减少|达到?|提高到?|不低于|控制在)[^\d]{0,4}\d")
_DEMAND = re.compile(r"(?:国家|省里?|上级|国家发展?改革?委|省发展?改革?委)(?:文件|通知|试点|对[^，,]{0,6})?的?"
                     r"(?:具体|主要|工作|有关|相关|目标)?(?:要求|规定|任务|标准)")
_SENTENCE = 120
_LONG = 12
_LABEL = 20


def cell_passages(grid: Grid, taken: Container[int],
                  read: Container[tuple[int, int]] = frozenset()) -> Iterator[Passage]:
    """The cells with words outside the rows of indicator tables, and those inside that no table can hold.

    Behind a label the label stands before it.

    Those at the places in `read` were read as an indicator and its value. What stands under 国家要求 beside a column of
    answers is what others ask, and the applicant says none of it.
    """
    demands: set[int] = set()
    for r, row in enumerate(grid.rows):
        filled = [(c, cell.text.strip()) for c, cell in enumerate(row) if cell.text.strip()]
        asked = {column for column, text in filled if _DEMAND.fullmatch("".join(text.split()))}
        demands = asked if len(filled) > len(asked) > 0 else demands if filled else set()
        if r in taken:
            said = [(column, "".join(text.split())) for column, text in filled]
            yield from _in_a_table(grid, r, said, read)
            continue
        for position, (column, text) in enumerate(filled):
            if (r, column) in read or (column in demands and column not in asked and _under(filled, demands)):
                continue
            label = filled[position - 1][1].rstrip("：:") if position else ""
            if not label and r and column:
                label = _label_above(grid, r, column)
            labelled = bool(label) and len(label) <= _LABEL and "。" not in label and bool(_WORDS.search(label)) and (
                _AIMED.search(label) is None)
            answered = labelled and text in _ANSWERS
            if not answered and len(_WORDS.findall(text)) < (2 if labelled else _LONG):
                continue
            for part in _paragraphs(text):
                heading = is_heading(part) and not labelled
                yield Passage(f"{label}：{part}" if labelled else part, grid.where(r, column), heading)


def _under(filled: Sequence[tuple[int, str]], demands: Container[int]) -> bool:
    """Whether a row has an answer beside what is asked; a line alone is no row of that table."""
    return any(column not in demands for column, _ in filled)


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a cell that holds several; a line that only goes on in the next one is none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return lines if any(line.endswith("。") for line in lines[:-1]) else [text]


def _in_a_table(grid: Grid, row: int, filled: Sequence[tuple[int, str]],
                read: Container[tuple[int, int]]) -> Iterator[Passage]:
    """The cells of a table's row that say more than a value: two years, or a target or task beside its time.

    A remark that states a cut with both its years (2015年较2010年下降17%) is no less than a sentence.
    """
    name = next((text for _, text in filled if _NAMED.search(text)), "")
    due = next((text for _, text in filled if _DUE.fullmatch(text)), "")
    for column, text in filled:
        whole = (row, column) not in read and _WHOLE_CUT.fullmatch(text) is not None
        if name and text != name and (whole or len(_DATED.findall(text)) > 1) and len(text) <= _SENTENCE:
            yield Passage(f"{name}：{text}", grid.where(row, column))
        elif due and (_TASK.fullmatch(text) or (
                _AIMED.search(text) and _DATED.search(text) is None and len(text) <= _SENTENCE)):
            yield Passage(f"到{due}，{text}", grid.where(row, column))


def _label_above(grid: Grid, row: int, column: int) -> str:
    """The label of a cell that goes on the one above: merged cells leave their later rows empty."""
    covering = next(((r0, c0) for r0, c0, r1, c1 in grid.merges if r0 <= row <= r1 and c0 <= column - 1 <= c1), None)
    return grid.cell(*covering).text.strip().rstrip("：:") if covering is not None else ""

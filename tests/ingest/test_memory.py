"""What is remembered of a table is what would be understood anew, whatever was edited before."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.build import build
from lowcarbon_desktop.ingest.grid import EMPTY, Grid, RawCell, Source
from lowcarbon_desktop.ingest.memory import Memory
from lowcarbon_desktop.plan import SourceFile

TOOLS = reference().tools
HEADS = (("序号", "指标", "单位", "2015", "2020"), ("序号", "指标", "单位", "2015", "比2005年下降"),
         ("类别", "指标", "地区", "2015年目标", "2020年目标"), ("序号", "指标", "单位", "2015", "备注"))
TEXTS = ("单位GDP二氧化碳排放比2010年下降率", "比2005年下降（%）", "森林覆盖率", "非化石能源占一次能源消费比重",
         "其中：工业", "岛内", "全省", "厦门", "", "%", "万吨", "17", "17.5", "约18", "≥16", "暂定", "（一）产业结构",
         "二、2020年目标", "注：以上目标仅供参考", "注：第2项目标不含电力", "森林覆盖率目标不含农村", "2015", "指标",
         "年均下降3.5%")
CELLS = st.sampled_from([*map(RawCell, TEXTS), RawCell("17", 16.96), RawCell("", trouble=message("words-struck")),
                         RawCell("森林覆盖率", trouble=message("cell-unseen", cell="B3"))])
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS), min_size=3, max_size=8)
EDITS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 4), CELLS), max_size=6)
MERGES = st.sampled_from([(), ((3, 0, 4, 0),), ((2, 1, 2, 3),)])


def understood(head: tuple[str, ...], rows: list[tuple[RawCell, ...]], merges: tuple, memory: Memory) -> object:
    title = (RawCell("厦门市低碳试点实施方案主要指标"), *[EMPTY] * 4)
    grid = Grid("a.xlsx", "指标", (title, tuple(map(RawCell, head)), *rows), merges)
    return build(Source((SourceFile("a.xlsx", "0"),), (grid,)), replace(TOOLS, memory=memory), "厦门", None)


@given(st.sampled_from(HEADS), ROWS, EDITS, MERGES)
def test_an_edited_table_is_read_as_if_for_the_first_time(head, rows, edits, merges):
    memory = Memory()
    assert understood(head, rows, merges, memory) == understood(head, rows, merges, Memory())
    for row, column, cell in edits:
        edited = [tuple(cell if (r, c) == (row, column) else old for c, old in enumerate(cells))
                  for r, cells in enumerate(rows)]
        assert understood(head, edited, merges, memory) == understood(head, edited, merges, Memory())
        rows = edited if column % 2 else rows  # some are undone at once


def test_only_the_edited_row_is_read_again_and_what_is_undone_is_known():
    calls: list[int] = []

    def understand(row: int):
        calls.append(row)
        return (None, (), "")

    recall = Memory().table("table")
    for text in ("17", "18", "17", "19", "18"):
        for row in range(3):
            recall(row, (text if row == 1 else "",), understand)
    assert calls == [0, 1, 2, 1, 1]

"""Sentences that stand in cells."""

from __future__ import annotations

from lowcarbon_desktop.ingest.grid import Grid, RawCell
from lowcarbon_desktop.ingest.prose.cells import cell_passages


def test_what_no_table_can_hold_is_read_as_a_sentence() -> None:
    """A cell with two years, and a task beside the time that it is due."""
    rows = (("指标", "目标"), ("单位GDP二氧化碳排放", "2015年比2010年下降17%，2020年比2005年下降42%"),
            ("森林覆盖率", "2015年25%"))
    due = (("任务", "目标", "完成时限"), ("降低能耗", "单位GDP能耗比2010年下降15%", "2015年底"))

    def said(table: tuple) -> list[str]:
        grid = Grid("plan.docx", None, tuple(tuple(map(RawCell, row)) for row in table), table=1)
        return [each.text for each in cell_passages(grid, range(len(table)))]

    assert said(rows) == ["单位GDP二氧化碳排放：2015年比2010年下降17%，2020年比2005年下降42%"]
    tasks = (("任务", "牵头单位", "完成时限"), ("编制温室气体清单", "市发改委", "2013年6月底前"))
    assert said(tasks) == ["到2013年6月底前，编制温室气体清单"]
    assert said(due) == ["到2015年底，单位GDP能耗比2010年下降15%"]

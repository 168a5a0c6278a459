"""Sentences that stand in cells."""

from __future__ import annotations

from lowcarbon_desktop.ingest.grid import Grid, RawCell
from lowcarbon_desktop.ingest.prose.cells import cell_passages
from lowcarbon_desktop.ingest.readers.pieces import in_paragraphs


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


def test_the_paragraphs_of_a_cell_stay_apart() -> None:
    """What one paragraph says of the nation is not said of the next one."""
    cell = RawCell(in_paragraphs(["一、背景", "国家高度重视。", "单位GDP能耗下降16%。"]))
    grid = Grid("plan.docx", None, ((cell,),), table=1)
    assert [(each.text, each.heading) for each in cell_passages(grid, ())] == [
        ("一、背景", True), ("国家高度重视。", False), ("单位GDP能耗下降16%。", False)]
    assert in_paragraphs(["单位GDP", "能耗"]) == "单位GDP能耗"


def test_what_the_nation_asks_is_not_said_by_the_applicant() -> None:
    """Under 国家要求 stands what others ask; beside it the applicant answers."""
    asked = "2015年单位GDP二氧化碳排放比2010年下降17%"
    answer = "我市确定单位GDP二氧化碳排放比2010年下降16%"
    rows = (("国家要求", "濮阳市情况"), (asked, answer), ("", ""), (asked, answer))
    grid = Grid("plan.docx", None, tuple(tuple(map(RawCell, row)) for row in rows), table=1)
    said = [each.text for each in cell_passages(grid, ())][1:]
    assert said == [answer, asked, answer]  # a blank row ends the table of what is asked

"""Tables in a plain text file, however its columns are kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import read_source

TITLE, AFTER = "韶关市低碳城市试点实施方案", "到2015年，成立由市长任组长的低碳试点工作领导小组，统筹推进各项工作。"
CUT, FOREST = "单位GDP二氧化碳排放比2010年下降（%）", "森林覆盖率（%）"
TWO = [["指标", "2015年"], [CUT, "17"], [FOREST, "41"]]
THREE = [["指标", "2015年", "2020年"], [CUT, "17", "33"], [FOREST, "41", "43"]]


def drawn(rows: list[list[str]], every: bool) -> str:
    top, between, end = ("┌" + "─" * 9 + "┬─┐", "├" + "─" * 9 + "┼─┤", "└" + "─" * 9 + "┴─┘")
    lines = ["│" + "│".join(row) + "│" for row in rows]
    body = f"\n{between}\n".join(lines) if every else "\n".join([lines[0], between, *lines[1:]])
    return f"{top}\n{body}\n{end}"


def markdown(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


WAYS = {
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
    "bars": lambda rows: "\n".join("|".join(row) for row in rows),
    "blanks": lambda rows: "\n".join("    ".join(row) for row in rows),
    "drawn": lambda rows: drawn(rows, every=False),
    "drawn row by row": lambda rows: drawn(rows, every=True),
    "markdown": markdown,
    "crosses": lambda rows: "+--+--+\n" + "\n+--+--+\n".join("|" + "|".join(row) + "|" for row in rows) + "\n+--+--+",
}


def tables(path: Path, text: str) -> list[list[list[str]]]:
    path.write_text(f"{TITLE}\n{AFTER}\n\n{text}\n\n{AFTER}\n", "utf-8")
    source = read_source(path)
    assert [passage.text for passage in source.passages] == [TITLE, AFTER, AFTER]
    return [[[cell.text.strip() for cell in row] for row in grid.rows] for grid in source.grids]


@pytest.mark.parametrize("rows", [TWO, THREE], ids=["two columns", "three columns"])
@pytest.mark.parametrize("way", WAYS)
def test_a_table_reads_as_written(way: str, rows: list[list[str]], tmp_path: Path) -> None:
    assert tables(tmp_path / "a.txt", WAYS[way](rows)) == [rows]


def test_a_drawn_row_of_two_lines_is_one(tmp_path: Path) -> None:
    rows = [THREE[0], [CUT[:10], "17", "33"], [CUT[10:], " ", ""], THREE[2]]
    text = drawn(rows, every=True).split("\n")
    del text[4]  # the rule between the two lines of the name
    assert tables(tmp_path / "a.txt", "\n".join(text)) == [THREE]


@pytest.mark.parametrize("text", [
    "第一章 总则    1\n第二章 目标    3\n第三章 措施    8", "一、指导思想    坚持科学发展\n二、原则    政府引导",
    "————————", "甲\t乙\n丙\t丁\n戊\t己"])
def test_what_only_looks_like_a_table_is_text(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLE}\n{AFTER}\n\n{text}\n", "utf-8")
    source = read_source(tmp_path / "a.txt")
    assert not source.grids and len(source.passages) == 2 + len(text.split("\n"))

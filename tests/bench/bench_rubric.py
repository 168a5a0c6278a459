"""What the law costs: `python tests/bench/bench_rubric.py`.

Loading the shipped rubric without anything kept from before, against a bare parse of its files by PyYAML's C loader;
and judging a plan of 60 rows by all of it, warm, against a bare calamine read of that workbook. Each pair is measured
in turn and by its own time, so that other work on the machine does not count; the ratio of the medians does.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import openpyxl
import yaml
from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubrics import find_rubric, load_bound

MOST_LOADING, MOST_JUDGING = 2, 5
ROWS = 60
NAMES = (
    ("单位GDP二氧化碳排放比2010年下降率", "%", "17.5", "22"), ("单位GDP二氧化碳排放比2005年下降率", "%", "", "45"),
    ("单位GDP能耗比2010年下降率", "%", "16", "20"), ("非化石能源占一次能源消费比重", "%", "11.4", "15"),
    ("森林覆盖率", "%", "22", "23"), ("服务业增加值占GDP比重", "%", "48", "52"),
    ("战略性新兴产业增加值占GDP比重", "%", "8", "15"), ("能源消费总量", "万吨标准煤", "900", "1100"),
    ("公共交通出行分担率", "%", "30", "40"), ("新建绿色建筑比例", "%", "20", "50"))


def workbook(path: Path) -> Path:
    """A plan of 60 rows, all but ten of which name an indicator of their own."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "目标项", "单位", "2015", "2020"])
    for row in range(ROWS):
        name, unit, first, second = NAMES[row % len(NAMES)]
        sheet.append([row + 1, name if row < len(NAMES) else f"{name}（第{row}类）", unit, first, second])
    book.save(path)
    return path


def took(work: Callable[[], object]) -> float:
    """Milliseconds of one run, its own time."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def ratio(bare: Callable[[], object], whole: Callable[[], object], rounds: int = 41) -> tuple[float, float]:
    """The medians of both, in milliseconds."""
    bare(), whole()
    pairs = [(took(bare), took(whole)) for _ in range(rounds)]
    return median(first for first, _ in pairs), median(second for _, second in pairs)


def loading() -> tuple[float, float]:
    """A bare parse of all files of the rubric, and the rubric loaded and bound."""
    path, known = find_rubric("second-batch"), reference()
    files = sorted(path.glob("*.yaml"))
    return ratio(lambda: [yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader) for file in files],
                 lambda: load_bound(path, known))


def judging() -> tuple[float, float]:
    """A bare read of the workbook, and the plan that was read from it judged by the whole rubric."""
    known, rubric = reference(), load_rubric()
    with tempfile.TemporaryDirectory() as folder:
        path = workbook(Path(folder) / "plan.xlsx")
        plans = open_plan(path, known, region="厦门")
        return ratio(lambda: [CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()],
                     lambda: check(plans, rubric, known))


if __name__ == "__main__":
    for name, (bare, whole), most in (("loading", loading(), MOST_LOADING), ("judging", judging(), MOST_JUDGING)):
        print(f"{name}: bare {bare:.2f} ms, with the law {whole:.2f} ms, ratio {whole / bare:.1f} (at most {most})")

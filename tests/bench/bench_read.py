"""How long reading takes against the bare libraries, warm: `python tests/bench/bench_read.py`.

A sheet of 60 rows, read and understood, against the bare workbook reader; a PDF of 40 pages, read, against the bare
extraction of its tables. Each pair runs in turn in one process, and its own time counts, so that other work on the
machine does not. Understanding a sheet again, when all of it is remembered, is told apart from understanding it for
the first time, when no row of it is.
"""

from __future__ import annotations

import gc
import io
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
SHEET_LIMIT, FIRST_LIMIT, PDF_LIMIT = 3, 20, 2
ROWS, PAGES = 60, 40


def sheet(path: Path) -> Path:
    """An indicator table of 60 rows."""
    import openpyxl
    book = openpyxl.Workbook()
    book.active.append(["厦门市低碳试点实施方案主要指标"])
    book.active.append(["序号", "指标", "单位", "2010", "2015", "2020"])
    names = ("单位GDP二氧化碳排放比2010年下降率", "单位GDP能耗比2010年下降率", "非化石能源占一次能源消费比重",
             "森林覆盖率")
    for number in range(1, ROWS - 1):
        book.active.append([number, names[number % 4], "%", None, 10 + number / 4, 20 + number / 4])
    book.save(path)
    return path


def document(path: Path) -> Path:
    """A report of 40 pages, with a ruled table on every fourth."""
    from reportlab.platypus import PageBreak

    from tests.ingest.documents import paper
    text = "到2015年，全市单位GDP二氧化碳排放比2010年下降17%，加快构建低碳产业体系，大力发展战略性新兴产业。" * 4
    table = [["序号", "指标", "单位", "2015", "2020"], *([str(n), "森林覆盖率", "%", "42", "43"] for n in range(12))]
    parts: list[object] = []
    for page in range(PAGES):
        parts += [f"第{page}节", text, text, text, *([paper.table(table)] if page % 4 == 0 else [text]), PageBreak()]
    return paper.save(path, *parts)


def bare_sheet(data: bytes) -> None:
    """What the workbook reader needs for the values alone."""
    import python_calamine
    book = python_calamine.load_workbook(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def bare_pdf(data: bytes) -> None:
    """What the PDF library needs for the tables alone."""
    import pdfplumber
    with pdfplumber.open(io.BytesIO(data)) as opened:
        for page in opened.pages:
            for table in page.find_tables():
                table.extract()
            page.close()


def measure(bare: Callable[[], object], whole: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The medians of both in milliseconds, after one round that warms them."""
    taken: tuple[list[float], list[float]] = ([], [])
    for each in range(rounds + 1):
        for times, work in zip(taken, (bare, whole), strict=True):
            gc.collect()
            start = time.process_time()
            work()
            if each:
                times.append(1000 * (time.process_time() - start))
    return median(taken[0]), median(taken[1])


def main() -> int:
    """Print the ratios; 1 where one is beyond its limit."""
    from lowcarbon_desktop.app.open_plan import open_plan, read_source
    from lowcarbon_desktop.app.reference import reference
    from lowcarbon_desktop.ingest.memory import Memory
    known = reference()

    def first(path: Path) -> None:
        open_plan(path, replace(known, tools=replace(known.tools, memory=Memory())))

    status = 0
    with tempfile.TemporaryDirectory() as folder:
        plan, report = sheet(Path(folder) / "plan.xlsx"), document(Path(folder) / "plan.pdf")
        cells, pages = plan.read_bytes(), report.read_bytes()
        for name, floor, work, rounds, limit in (
                ("60-row sheet, read", partial(bare_sheet, cells), partial(read_source, plan), 60, SHEET_LIMIT),
                ("60-row sheet, read and understood again", partial(bare_sheet, cells), partial(open_plan, plan, known),
                 60, SHEET_LIMIT),
                ("60-row sheet, read and understood for the first time", partial(bare_sheet, cells),
                 partial(first, plan), 30, FIRST_LIMIT),
                ("40-page PDF, read", partial(bare_pdf, pages), partial(read_source, report), 3, PDF_LIMIT)):
            bare, whole = measure(floor, work, rounds)
            print(f"{name}: bare {bare:.1f} ms, whole {whole:.1f} ms, ratio {whole / bare:.1f} (at most {limit})")
            status = status or int(whole > limit * bare)
    return status


if __name__ == "__main__":
    sys.exit(main())

"""First paint against an empty PySide6 window, and an edit on a 300-row table: `python tests/bench/bench_window.py`.

Of an edit its own time counts, so that other work on the machine and the disk do not: the promise is one frame plus
the disk. What follows within the second, the assessment in the review file, is measured apart.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
_EXPOSED = """
while not w.windowHandle().isExposed(): app.processEvents()
app.processEvents()
print((time.perf_counter() - start) * 1000)
"""
EMPTY = """
import time; start = time.perf_counter()
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([]); w = QWidget(); w.resize(1440, 900); w.show()
""" + _EXPOSED
OURS = """
import time; start = time.perf_counter()
from PySide6.QtWidgets import QApplication
from lowcarbon_desktop.ui.main import dressed
from lowcarbon_desktop.ui.settings import Settings
from lowcarbon_desktop.ui.window import Window
app = QApplication([]); settings = Settings(); w = Window(settings, dressed(settings)); w.show()
""" + _EXPOSED
EDIT = """
import sys, tempfile, time
from pathlib import Path
from statistics import median
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from lowcarbon_desktop.__main__ import spare_the_window
from lowcarbon_desktop.ui.main import dressed
from lowcarbon_desktop.ui.none_guard import guard_none
from lowcarbon_desktop.ui.settings import Settings
from lowcarbon_desktop.ui.window import Window
spare_the_window(); guard_none()
app = QApplication([]); settings = Settings(); w = Window(settings, dressed(settings)); w.show()
with tempfile.TemporaryDirectory() as folder:
    plan = Path(folder) / "large.csv"
    rows = ["厦门低碳城市规划目标", "序号,目标项,单位,2015,2020", "1,单位GDP二氧化碳排放比2010年下降率,%,17,"]
    rows += [f"{n},第{n}类新建建筑节能标准执行率,%,{50 + n % 40},{60 + n % 40}" for n in range(2, 300)]
    plan.write_text("\\n".join(rows), "utf-8")
    w.begin([plan])
    while w.desk.current is None: QTest.qWait(10)
    QTest.qWait(300)
    assert w.page.findings.filter.rowCount()  # else nothing would be painted, and fast
    table = w.desk.current.plan.tables[0]
    where = next(cell.where for row in table.rows for cell in row.cells if cell.readings)
    session = w.desk.current
    judge = session.correct
    def timed(*args):
        start = time.process_time(); judge(*args); core.append((time.process_time() - start) * 1000)
    session.correct = timed
    print(len(table.rows))
    for tab in range(3):
        whole, core, later = [], [], []
        w.page.turn(tab)
        QTest.qWait(300)
        for n in range(15):
            start = time.process_time()
            w.desk.correct(where, str(17 + n % 3))
            app.processEvents()
            whole.append((time.process_time() - start) * 1000)
            start = time.process_time()
            w.desk.settle()
            later.append((time.process_time() - start) * 1000)
        print(median(whole), median(core), median(later))
    w.close()
"""


def run(code: str, folder: str) -> str:
    """What the code prints, in a process of its own with settings and data of its own."""
    environ = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
               "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "PYTHONPATH": str(ROOT),
               "PYTHONPYCACHEPREFIX": folder}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    return subprocess.run([sys.executable, "-c", code], env=environ, check=True, capture_output=True, text=True).stdout


def main() -> int:
    """Print the figures; 1 where a promise is broken."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        empty, ours = [], []
        for _ in range(ROUNDS):  # in turns, so that a busy machine slows both
            empty.append(float(run(EMPTY, folder)))
            ours.append(float(run(OURS, folder)))
        rows, *times = (float(part) for part in run(EDIT, folder).split())
    ratio = median(ours) / median(empty)
    print(f"first paint: empty {median(empty):.0f} ms, ours {median(ours):.0f} ms, ratio {ratio:.2f} (at most 1.5)")
    for name, whole, core, later in zip(("findings", "facts", "readings"), *(times[at::3] for at in range(3)),
                                        strict=True):
        print(f"edit on {rows:.0f} rows, {name} shown: {whole:.1f} ms to the painted window (at most 16), of which "
              f"judging and keeping {core:.1f} ms, the window {whole - core:.1f} ms; the assessment {later:.1f} ms")
    return 0 if ratio <= 1.5 else 1


if __name__ == "__main__":
    sys.exit(main())

"""Opening a review of 300 rows and showing it against an empty window, and a verdict kept: `bench_review.py`.

Its own time counts, of all its threads, so that other work on the machine and the disk do not.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))

from bench_window import run

ROUNDS = 5
ROWS = """
rows = ["厦门低碳城市规划目标", "序号,目标项,单位,2015,2020", "1,单位GDP二氧化碳排放比2010年下降率,%,17,"]
rows += [f"{n},第{n}类新建建筑节能标准执行率,%,{50 + n % 40},{60 + n % 40}" for n in range(2, 300)]
"""
MADE = """
from pathlib import Path
from lowcarbon_desktop.app.review_book import begin, reviewer_named
from lowcarbon_desktop.app.verdicts import Said
""" + ROWS + """
plan = Path(r"{folder}") / "large.csv"
plan.write_text("\\n".join(rows), "utf-8")
book = begin(plan, plan.with_suffix(".lcreview"), reviewer_named("王明"), rubric="second-batch")
for each in book.assessment.findings:
    book.say(each.criterion, Said("2012-06-30T08:00:00Z", "not_applicable", "理由", comment="意见"))
print(len(book.assessment.findings))
"""
_START = """
import time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from lowcarbon_desktop.__main__ import spare_the_window
from lowcarbon_desktop.ui.main import dressed
from lowcarbon_desktop.ui.none_guard import guard_none
from lowcarbon_desktop.ui.settings import Settings
from lowcarbon_desktop.ui.window import Window
spare_the_window(); guard_none()
app = QApplication([]); settings = Settings()
wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents  # a loop that only looks would take time of its own
start = time.process_time()
w = Window(settings, dressed(settings)); w.show()
"""
EMPTY = _START + """
w.begin([])
while not w.windowHandle().isExposed(): app.processEvents()
app.processEvents()
print((time.process_time() - start) * 1000)
"""
REVIEW = _START + """
w.begin([Path(r"{folder}") / "large.lcreview"])
while w.desk.current is None or w.tasks.running: app.processEvents(wait)
app.processEvents()
print((time.process_time() - start) * 1000)
from lowcarbon_desktop.app.verdicts import Said
from statistics import median
w.page.tabs.turn("scores")
QTest.qWait(300)
criterion, whole = w.desk.current.assessment.findings[0].criterion, []
for n in range(15):
    said = Said("2012-06-30T08:00:00Z", "not_applicable", f"reason {n}")
    start = time.process_time()
    w.desk.do(lambda session: session.say(criterion, said))
    app.processEvents()
    whole.append((time.process_time() - start) * 1000)
print(median(whole))
w.close()
"""


def main() -> int:
    """Print the figures; 1 where opening takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        count = run(MADE.replace("{folder}", folder), folder).strip()
        empty, ours, edits = [], [], []
        for _ in range(ROUNDS):  # in turns, so that a busy machine slows both
            empty.append(float(run(EMPTY, folder)))
            opened, edit = (float(each) for each in run(REVIEW.replace("{folder}", folder), folder).split())
            ours.append(opened)
            edits.append(edit)
    ratio = median(ours) / median(empty)
    print(f"a review of {count} criteria and 300 rows: empty window {median(empty):.0f} ms, opened and shown "
          f"{median(ours):.0f} ms, ratio {ratio:.2f} (at most 1.5)")
    print(f"a verdict on the scoring sheet: {median(edits):.1f} ms to the painted window (at most 16)")
    return 0 if ratio <= 1.5 else 1


if __name__ == "__main__":
    sys.exit(main())

"""Opening a review of 300 rows and showing it against an empty window, and a verdict kept: `bench_review.py`.

Its own time counts, of all its threads, so that other work on the machine and the disk do not: from the start of the
process, as a person opens the program, and within a process that has Qt already. A window is shown when its page is
painted with findings, verdicts, score and the chosen finding; what goes on from then on, the table beside them first,
is counted until nothing is left to do.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))

from bench_window import run

ROUNDS = 7
ROWS = """
rows = ["厦门低碳城市规划目标", "序号,目标项,单位,2015,2020", "1,单位GDP二氧化碳排放比2010年下降率,%,17,"]
rows += [f"{n},第{n}类新建建筑节能标准执行率,%,{50 + n % 40},{60 + n % 40}" for n in range(2, 300)]
"""
MADE = """
from pathlib import Path
from lowcarbon_desktop.app.review_begun import begin, reviewer_named
from lowcarbon_desktop.app.verdicts import Said
""" + ROWS + """
plan = Path(r"{folder}") / "large.csv"
plan.write_text("\\n".join(rows), "utf-8")
book = begin(plan, plan.with_suffix(".lcreview"), reviewer_named("王明"), rubric="second-batch")
for each in book.assessment.findings:
    book.say(each.criterion, Said("2012-06-30T08:00:00Z", "not_applicable", "理由", comment="意见"))
print(len(book.assessment.findings))
"""
_PAINTED = """
import time
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication
wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents  # a loop that only looks would take time of its own
class Painted(QObject):
    at, painting, widget = None, False, None
    def eventFilter(self, watched, event):
        kind = event.type()
        if kind == QEvent.Type.Paint:
            self.painting |= watched is self.widget
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        elif self.painting and self.at is None and kind in (QEvent.Type.Timer, QEvent.Type.MetaCall, QEvent.Type.User):
            self.at = time.process_time()  # the first thing that is done after the painting
        return False
def until_painted(app, there, widget):
    while not there(): app.processEvents(wait)
    painted = Painted(); painted.widget = widget(); app.installEventFilter(painted)
    while painted.at is None: app.processEvents(wait)
    app.removeEventFilter(painted)
    return painted.at
def until_shown(app, w, review):
    if not review:
        return until_painted(app, lambda: w.start.furnished, lambda: w.start.widget())
    at = until_painted(app, lambda: w.desk.current is not None, lambda: w.page.findings)
    assert w.page.findings.filter.rowCount() and w.page.details.text.toPlainText() and w.page.band.points.text()
    return at
def until_table(app, w):
    while w.page._table.model.rowCount() != 301: app.processEvents(wait)
    app.processEvents()
def until_settled(app, w):
    while w.tasks.running or any(each.owes for each in w.desk.sessions): app.processEvents(wait)
    app.processEvents()
"""
FROM_START = _PAINTED + """
import os, sys
from lowcarbon_desktop.__main__ import console
def shown():
    app = QApplication.instance()
    w = next(each for each in app.topLevelWidgets() if hasattr(each, "desk"))
    while not w._begun: app.processEvents(wait)
    at = until_shown(app, w, review={review})
    print(at * 1000)
    if {review}:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        until_table(app, w)
        print((time.process_time() - at) * 1000)
        chosen, start = w.page.chosen, time.process_time()
        QTest.keyClick(w.page.findings.tree, Qt.Key.Key_Down)
        assert w.page.chosen != chosen
        app.processEvents()
        print((time.process_time() - start) * 1000)
        start = time.process_time()
        until_settled(app, w)
        print((time.process_time() - start) * 1000)
    sys.stdout.flush()
    os._exit(0)  # not closed in order, or the window would come back at the size of a screen that is none
QApplication.exec = staticmethod(shown)
sys.argv = ["lowcarbon", "open", *{files}]
console()
"""
_START = _PAINTED + """
from pathlib import Path
from PySide6.QtTest import QTest
from lowcarbon_desktop.__main__ import spare_the_window
from lowcarbon_desktop.ui.main import dressed
from lowcarbon_desktop.ui.none_guard import guard_none
from lowcarbon_desktop.ui.settings import Settings
from lowcarbon_desktop.ui.window import Window
spare_the_window(); guard_none()
app = QApplication([]); settings = Settings()
start = time.process_time()
w = Window(settings, dressed(settings)); w.show()
"""
EMPTY = _START + """
w.begin([])
print((until_shown(app, w, review=False) - start) * 1000)
"""
REVIEW = _START + """
w.begin([Path(r"{folder}") / "large.lcreview"])
print((until_shown(app, w, review=True) - start) * 1000)
until_settled(app, w)
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
print(median(whole), flush=True)
import os; os._exit(0)
"""


def from_start(folder: str, files: list[str]) -> list[float]:
    """The milliseconds until it is shown; of a review also of the table, of the first key, and of what goes on."""
    code = FROM_START.replace("{review}", str(bool(files))).replace("{files}", repr(files))
    return [float(each) for each in run(code, folder).split()]


def main() -> int:
    """Print the figures; 1 where opening takes too long from the start of the process."""
    with tempfile.TemporaryDirectory() as folder:
        count = run(MADE.replace("{folder}", folder), folder).strip()
        review = str(Path(folder) / "large.lcreview")
        figures: dict[str, list[list[float]]] = {name: [] for name in ("bare", "whole", "empty", "opened")}
        for _ in range(ROUNDS):  # in turns, so that a busy machine slows all of them
            figures["bare"].append(from_start(folder, []))
            figures["whole"].append(from_start(folder, [review]))
            figures["empty"].append([float(run(EMPTY, folder))])
            figures["opened"].append([*map(float, run(REVIEW.replace("{folder}", folder), folder).split())])
    usual = {name: [median(each) for each in zip(*rounds, strict=True)] for name, rounds in figures.items()}
    (bare,), (whole, table, key, behind) = usual["bare"], usual["whole"]
    (empty,), (opened, edit) = usual["empty"], usual["opened"]
    print(f"a review of {count} criteria and 300 rows, from the start of the process: empty window {bare:.0f} ms, "
          f"opened and shown {whole:.0f} ms, ratio {whole / bare:.2f} (at most 1.5)")
    print(f"what follows at once: the table beside the findings {table:.1f} ms; the first key {key:.1f} ms; "
          f"judged anew behind it until all is settled {behind:.0f} ms")
    print(f"with Qt loaded: empty window {empty:.0f} ms, opened and shown {opened:.0f} ms, ratio {opened / empty:.2f}")
    print(f"a verdict on the scoring sheet: {edit:.1f} ms to the painted window (at most 16)")
    return 0 if whole <= 1.5 * bare else 1


if __name__ == "__main__":
    sys.exit(main())

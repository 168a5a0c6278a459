"""Reviews as experts make them, to be driven in the window."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.app.review_begun import begin
from lowcarbon_desktop.app.verdicts import Said, moment
from lowcarbon_desktop.review.verdict import Reviewer
from lowcarbon_desktop.ui.window import Window
from tests.ui.conftest import TASK

PROVINCE, NATION, ENERGY = "targets.co2-2015.province", "targets.co2-2015.nation", "targets.energy-2015.nation"
TABLE = ("厦门市低碳城市试点工作实施方案指标表\n指标,单位,2015 年\n单位GDP二氧化碳排放比2010年下降率,%,{co2}\n"
         "单位GDP能耗比2010年下降率,%,{energy}\n")


def draft(folder: Path, name: str, co2: float = 17, energy: float = 10) -> Path:
    """A draft of two targets."""
    path = folder / name
    path.write_text(TABLE.format(co2=co2, energy=energy), encoding="utf-8")
    return path


def expert(plan: Path, name: str, interest: str = "", **said: tuple[str, str, str]) -> Path:
    """The sealed review of an expert: by the name of a criterion above its outcome, reason and comment."""
    book = begin(plan, plan.with_name(f"{name}.lcreview"), Reviewer(name * 4, name, interest), rubric="second-batch")
    for criterion, (outcome, reason, comment) in said.items():
        book.say(globals()[criterion], Said(moment(), outcome, reason, comment=comment))
    book.seal()
    return book.path


def show(qtbot, window: Window, path: Path) -> None:
    """Open a plan or a review in the window, and wait until it is shown."""
    window.open([path])
    settle(qtbot, window)
    window.desk.show(window.desk.find(path))


def settle(qtbot, window: Window) -> None:
    """Wait until nothing runs in the background."""
    qtbot.waitUntil(lambda: not window.opening.busy and not window.tasks.running, timeout=TASK)


def texts(table) -> list[list[str]]:
    """What a table shows, row by row."""
    model = table.model()
    return [[model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())]

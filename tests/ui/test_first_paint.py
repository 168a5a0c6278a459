"""What the first paint does without: a window that begins to load more shows itself later."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PAINTED = """
import sys
from PySide6 import QtCore
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from lowcarbon_desktop.ui.main import dressed
from lowcarbon_desktop.ui.settings import Settings
from lowcarbon_desktop.ui.window import Window
app = QApplication([])
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
window = Window(settings, dressed(settings))
window.show()
while not window.windowHandle().isExposed():
    app.processEvents()
app.processEvents()
print("Qt" in vars(QtCore), *sorted(name for name in sys.modules if name.startswith("lowcarbon_desktop.ingest")))
"""


def test_no_enum_of_qt_and_no_reader_before_the_first_paint(tmp_path: Path) -> None:
    """The hundred enums of `Qt` are made with it, an eighth of the time until the window is seen."""
    done = subprocess.run([sys.executable, "-c", PAINTED, str(tmp_path / "settings.ini")], check=True,
                          capture_output=True, text=True)
    assert done.stdout.split() == ["False"]

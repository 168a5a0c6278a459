"""Makes all pictures of the README from the shipped example: `python -m build_spec.pictures`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZE = (1440, 900)
CHOSEN = "targets.co2-2015.province"
WINDOWS = (("window.png", "zh", "light"), ("window-en.png", "en", "light"), ("window-dark.png", "zh", "dark"))


def windows(folder: Path) -> list[Path]:
    """The window on Xiamen's plan with the failing criterion selected, in both languages and both looks."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as own:
        os.environ["XDG_DATA_HOME"] = own  # a review of the maker's own must not show in the pictures
        return _windows(folder, Path(own))


def _windows(folder: Path, own: Path) -> list[Path]:
    from PySide6.QtCore import QSettings
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from lowcarbon_desktop.ui.main import dressed
    from lowcarbon_desktop.ui.none_guard import guard_none
    from lowcarbon_desktop.ui.settings import Settings
    from lowcarbon_desktop.ui.window import Window

    guard_none()
    app = QApplication.instance() or QApplication(["lowcarbon"])
    settings = Settings(QSettings(str(own / "settings.ini"), QSettings.Format.IniFormat))
    language = dressed(settings)
    window = Window(settings, language)
    window.resize(*SIZE)
    window.show()
    # As a user types it, from the folder of the program: no path of the maker's machine in the picture.
    os.chdir(ROOT)
    window.begin([Path("resources/examples/xiamen.xlsx")])
    while window.desk.current is None:
        QTest.qWait(20)
    made = []
    for name, lang, look in WINDOWS:
        window.speak(lang)
        window.dress(look)
        window.page.findings.choose(CHOSEN)
        QTest.qWait(600)
        made.append(folder / name)
        window.grab().save(str(made[-1]))
    window.close()
    app.processEvents()
    return made


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    for picture in windows(PICTURES):
        print(picture)
    # The pages need an application without widgets, hence a process of their own.
    subprocess.run([sys.executable, "-m", "build_spec.page_pictures"], cwd=ROOT, check=True)

"""Says what this program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from lowcarbon_desktop import __version__


def tell_about(window: QWidget) -> None:
    """Name, version, and what matters most to whoever works with drafts that are not public."""
    QMessageBox.about(window, QCoreApplication.translate("About", "About"), QCoreApplication.translate(
        "About", "LowCarbon Desktop {version}\n\nJudges draft low-carbon pilot plans against rubric files, offline. "
        "Nothing leaves this computer.").format(version=__version__))

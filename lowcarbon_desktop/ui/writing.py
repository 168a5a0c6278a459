"""Where a file is written, asked beside the plan, and what is told when it was written or was not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import Cancelled, LowCarbonError
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.notice import Notice


def folder_for(plan: Path) -> Path:
    """Beside the plan; for a shipped example, which lies inside the program, the user's documents."""
    if not plan.resolve().is_relative_to(resource().resolve()):
        return plan.parent
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def asked(parent: QWidget, title: str, proposed: Path, kinds: str, *, replaces: bool = True) -> Path | None:
    """Where to write, with the ending of what is proposed if the user types none; None where he would not say.

    `replaces` is False where what is there is never replaced, so that this need not be asked.
    """
    options = QFileDialog.Option(0) if replaces else QFileDialog.Option.DontConfirmOverwrite
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds, options=options)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(proposed.suffix)


def written(path: Path) -> str:
    """That it was written, and where, in the language of the window."""
    return QCoreApplication.translate("Writing", "Written: {path}").format(path=path)


def tell_written(desk: Desk, path: Path) -> None:
    """Say where it was written."""
    desk.tell(Notice("info", lambda: written(path)))


def tell_failed(desk: Desk, error: BaseException) -> None:
    """Say why it was not written; what is no fault of the user's or the disk's is raised."""
    if isinstance(error, Cancelled):
        desk.tell(Notice("info", lambda: QCoreApplication.translate("Writing", "Cancelled; nothing was written.")))
    elif isinstance(error, LowCarbonError):
        desk.fail(error)
    else:
        raise error

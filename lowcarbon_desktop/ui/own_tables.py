"""Tables that come from no file: pasted from the clipboard or typed in, kept and then opened like any other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from lowcarbon_desktop.errors import LowCarbonError
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.opening import Opening


class OwnTables(QObject):
    """What was pasted or typed is on disk before it is judged, so that nothing of it is lost."""

    def __init__(self, desk: Desk, opening: Opening, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._opening = desk, opening

    def paste(self) -> None:
        """Open the table on the clipboard; where there is none, say so."""
        from lowcarbon_desktop.app.paste import table_from

        data = QGuiApplication.clipboard().mimeData()
        try:
            rows = table_from(data.text(), data.html())
        except LowCarbonError as error:
            self._desk.fail(error)
            return
        self._open(rows, typed=False)

    def type_in(self) -> None:
        """Let the user fill an empty table, and open it."""
        from lowcarbon_desktop.ui.typed_table import TypedTable

        dialog = TypedTable(self.parent())
        if dialog.exec() and dialog.rows:
            self._open(dialog.rows, typed=True)

    def _open(self, rows: Sequence[Sequence[str]], *, typed: bool) -> None:
        from lowcarbon_desktop.app.paste import keep_table

        try:
            path = keep_table(rows, self._desk.settings.lang, typed=typed)
        except LowCarbonError as error:
            self._desk.fail(error)
            return
        self._opening.open((path,))

"""Where the draft leaves open whose plan it is, or holds several applicants, the reviewer says it here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session


class RegionChooser(Attentive, QWidget):
    """A list of the applicants of a comparison table; a field for a name where the place is not known."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.applicants, self.name = QComboBox(self), QLineEdit(self)
        self.change = QToolButton(self)
        self.change.setAutoRaise(True)
        self.change.clicked.connect(self.ask)
        self.applicants.activated.connect(lambda: desk.choose_region(self.applicants.currentText()))
        self.name.returnPressed.connect(self._typed)
        self.name.textEdited.connect(self._complete)
        self.name.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.name.hide()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for field in (self.applicants, self.name, self.change):
            box.addWidget(field)
        self.retranslate()

    def refresh(self, session: Session) -> None:
        """Offer what there is to choose."""
        several = bool(session.applicants)
        self.applicants.setVisible(several)
        if several:
            self.applicants.clear()
            self.applicants.addItems(list(session.applicants))
            region = session.plan.region
            self.applicants.setCurrentIndex(self.applicants.findText(region.name) if region is not None else -1)
        self.name.setVisible(not several and session.plan.region is None)
        self.change.setVisible(not several and session.plan.region is not None)

    def ask(self) -> None:
        """Let the reviewer name another place than the one that was read."""
        if self.applicants.isVisible():
            self.applicants.setFocus()
            return
        self.change.hide()
        self.name.show()
        self.name.setFocus()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.name.setPlaceholderText(self.tr("Whose plan is it? e.g. 厦门"))
        self.name.setAccessibleName(self.tr("Place of the applicant"))
        self.applicants.setAccessibleName(self.tr("Applicant"))
        self.applicants.setPlaceholderText(self.tr("Choose the applicant"))
        self.change.setToolTip(self.tr("The place is another one…"))
        self.change.setAccessibleName(self.tr("The place is another one…"))
        self.change.setIcon(theme.icon("region", self.palette()))

    def recolour(self) -> None:
        """The same in another look."""
        self.retranslate()

    def _complete(self) -> None:
        if self.name.completer() is None:
            from PySide6.QtCore import Qt
            from PySide6.QtWidgets import QCompleter

            from lowcarbon_desktop.app.reference import reference

            completer = QCompleter(sorted(reference().places.names()), self.name)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.name.setCompleter(completer)

    def _typed(self) -> None:
        if self.name.text().strip() and self._desk.choose_region(self.name.text().strip()):
            self.name.clear()

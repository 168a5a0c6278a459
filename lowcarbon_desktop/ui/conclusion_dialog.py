"""Asks for the overall conclusion: what it is, in one's own words, and what must be revised."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QPlainTextEdit, QWidget

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.review.verdict import CONCLUSIONS, Conclusion
from lowcarbon_desktop.ui.desk import Desk


class ConclusionDialog(QDialog):
    """`said` is what was written: outcome, words, what must be revised."""

    def __init__(self, desk: Desk, now: Conclusion | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Conclusion of the meeting"))
        self.outcome, self.words, self.revise = QComboBox(self), QPlainTextEdit(self), QPlainTextEdit(self)
        for outcome in CONCLUSIONS:
            self.outcome.addItem(desk.say(message(f"verdict-{outcome}")), outcome)
        if now is not None:
            self.outcome.setCurrentIndex(CONCLUSIONS.index(now.outcome))
            self.words.setPlainText(now.words)
            self.revise.setPlainText(now.revise)
        for text in (self.words, self.revise):
            text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.fine = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("&Conclusion"), self.outcome)
        form.addRow(self.tr("In its own &words"), self.words)
        form.addRow(self.tr("What must be &revised"), self.revise)
        form.addRow(buttons)
        self.outcome.currentIndexChanged.connect(self._look)
        for text in (self.words, self.revise):
            text.textChanged.connect(self._look)
        self.resize(560, 380)
        self._look()

    def said(self) -> tuple[str, str, str]:
        """Outcome, words, what must be revised."""
        return self.outcome.currentData(), self.words.toPlainText().strip(), self.revise.toPlainText().strip()

    def _look(self) -> None:
        outcome, words, revise = self.said()
        self.fine.setEnabled(bool(words and (revise or outcome != "passes_once_revised")))

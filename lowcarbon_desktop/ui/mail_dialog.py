"""Asks what a copy of a review that is to be mailed should leave out."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget


class MailDialog(QDialog):
    """`files` and `notes` say what goes along. Private notes stay at home unless the user says otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A copy to mail"))
        self.with_files = QCheckBox(self.tr("With the applicant's &files"), self)
        self.with_notes = QCheckBox(self.tr("With the private &notes"), self)
        self.with_files.setChecked(True)
        words = QLabel(self.tr("Without the files the copy can be read and merged, but not judged anew. The history "
                               "stays whole; of private notes it never has the text."), self)
        words.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("&Save the copy…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for part in (self.with_files, self.with_notes, words, buttons):
            box.addWidget(part)
        self.resize(480, self.sizeHint().height())

    @property
    def files(self) -> bool:
        """Whether the applicant's files go along."""
        return self.with_files.isChecked()

    @property
    def notes(self) -> bool:
        """Whether the private notes go along."""
        return self.with_notes.isChecked()

"""Asks once who reviews, and whether there is a conflict of interest to be declared."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.review.verdict import Reviewer


class ReviewerDialog(QDialog):
    """`name` and `interest` ("" for none) are what was answered; it cannot be accepted half filled."""

    def __init__(self, name: str, known: Reviewer | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who reviews"))
        words = QLabel(self.tr("Verdicts, comments and the history bear this name; it is printed in the report. "
                               "Two reviewers of one name are still told apart."), self)
        words.setWordWrap(True)
        self._name = QLineEdit(known.name if known is not None else name, self)
        self._name.setMaxLength(200)
        self.without = QRadioButton(self.tr("I have &no conflict of interest in this application"), self)
        self.with_ = QRadioButton(self.tr("I &declare this conflict of interest:"), self)
        self._interest = QLineEdit(known.interest if known is not None else "", self)
        self._interest.setPlaceholderText(self.tr("e.g. took part in writing the plan"))
        if known is not None:
            (self.with_ if known.interest else self.without).setChecked(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel,
                                        self)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Begin to review"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Na&me"), self._name)
        box = QVBoxLayout(self)
        box.addWidget(words)
        box.addLayout(form)
        box.addWidget(self.without)
        box.addWidget(self.with_)
        box.addWidget(self._interest)
        box.addWidget(self.buttons)
        for changed in (self._name.textChanged, self._interest.textChanged, self.with_.toggled, self.without.toggled):
            changed.connect(self._look)
        self.resize(520, self.sizeHint().height())
        self._look()

    @property
    def name(self) -> str:
        """The name as typed."""
        return self._name.text().strip()

    @property
    def interest(self) -> str:
        """What was declared; "" for none."""
        return self._interest.text().strip() if self.with_.isChecked() else ""

    def _look(self) -> None:
        self._interest.setEnabled(self.with_.isChecked())
        declared = self.without.isChecked() or bool(self.interest)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.name) and declared)

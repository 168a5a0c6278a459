"""Asks for the revised draft and where the review of the next round is to be kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app.reach import in_reach
from lowcarbon_desktop.app.rounds import told_before
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.writing import asked


class NextRoundDialog(QDialog):
    """`revised` and `out` are what was chosen; accepted only where both are there and `out` is a new file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, desk.current
        desk.settle()  # what is told of the round before is read from its file
        self._here = desk.current.review_path or desk.current.path
        self.setWindowTitle(self.tr("Next round with a revised draft"))
        self.words, self.wrong = QLabel(self), QLabel(self)
        self.revised, self.out = QLineEdit(self), QLineEdit(self)
        for label in (self.words, self.wrong):
            label.setWordWrap(True)
        self.file, self.folder = QPushButton(self.tr("&File…"), self), QPushButton(self.tr("F&older…"), self)
        self.where = QPushButton(self.tr("&Change…"), self)
        self.file.clicked.connect(self._ask_file)
        self.folder.clicked.connect(self._ask_folder)
        self.where.clicked.connect(self._ask_out)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.begin = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.begin.setText(self.tr("&Begin the round"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("&Revised draft"), self._line(self.revised, self.file, self.folder))
        form.addRow(self.tr("Keep the review &in"), self._line(self.out, self.where))
        box = QVBoxLayout(self)
        box.addWidget(self.words)
        box.addLayout(form)
        box.addWidget(self.wrong)
        box.addWidget(self.buttons)
        self.revised.textChanged.connect(self._look)
        self.out.textChanged.connect(self._look)
        self.resize(680, self.sizeHint().height())
        self._tell()
        self._look()

    def chosen(self) -> tuple[Path, Path]:
        """The revised draft, and where the review is to be kept."""
        return Path(self.revised.text().strip()), Path(self.out.text().strip())

    def propose(self, revised: Path) -> None:
        """Take this draft, and propose a name for the review beside it."""
        self.revised.setText(str(revised))
        number, here = self._session.review.round + 1, self._here
        stem = here.stem.removesuffix(f"-{number - 1}")
        self.out.setText(str(here.with_name(f"{stem}-{number}.lcreview")))

    def _tell(self) -> None:
        from lowcarbon_desktop.app.review_book import Book

        told = [self.tr("Round {number} begins: your comments and private notes go along, verdicts and points do not. "
                        "The file of this round stays as it is.").format(number=self._session.review.round + 1)]
        told += [self._desk.say(each) for each in told_before(Book.open(self._here))]
        self.words.setText("\n".join(told))

    def _look(self) -> None:
        revised, out = self.chosen()
        wrong = ""
        if self.revised.text().strip() and not in_reach(revised):
            wrong = self.tr("There is no such file: {path}").format(path=revised)
        elif self.out.text().strip() and in_reach(out):
            wrong = self.tr("{path} is there already and will not be overwritten.").format(path=out)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.begin.setEnabled(bool(self.revised.text().strip() and self.out.text().strip() and not wrong))

    def _line(self, *widgets: QWidget) -> QWidget:
        row, line = QWidget(self), QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        for place, each in enumerate(widgets):
            line.addWidget(each, 0 if place else 1)
        row.setLayout(line)
        row.setFocusProxy(widgets[0])
        return row

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The revised draft"), str(self._session.path.parent))
        if chosen:
            self.propose(Path(chosen))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("The revised draft"), str(self._session.path.parent))
        if chosen:
            self.propose(Path(chosen))

    def _ask_out(self) -> None:
        path = asked(self, self.tr("Keep the review in"), Path(self.out.text()), self.tr("Reviews (*.lcreview)"))
        if path is not None:
            self.out.setText(str(path))

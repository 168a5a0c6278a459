"""A merge of several reviews: how far the experts agree, where they differ and why, and what the meeting agrees on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.review_merge import Merged, merged_in
from lowcarbon_desktop.errors import LowCarbonError, Message
from lowcarbon_desktop.ui import merge_html
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.meeting_form import MeetingForm
from lowcarbon_desktop.ui.merge_columns import Line, columns, lines
from lowcarbon_desktop.ui.review_frame import ReviewFrame
from lowcarbon_desktop.ui.rows import RowsView
from lowcarbon_desktop.ui.writing import asked, tell_written


class MergeResult(ReviewFrame):
    """What each expert said stays as it is; the meeting's words are kept beside it at once, and can be undone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.book: Book | None = None
        self.merged: Merged | None = None
        self.about, self.table, self.reasons = QTextBrowser(self), RowsView(), QTextBrowser()
        self.form = MeetingForm(desk)
        self.all, self.conclude, self.paper = QCheckBox(), QPushButton(), QPushButton()
        self.all.toggled.connect(self._show)
        self.conclude.clicked.connect(self._conclude)
        self.paper.clicked.connect(self._print)
        for each in (self.all, self.conclude, self.paper):
            self.head.addWidget(each)
        for text in (self.about, self.reasons):
            text.setFrameShape(QTextBrowser.Shape.NoFrame)
            text.document().setDocumentMargin(12)
        self.table.chosen.connect(self._choose)
        self.form.recorded.connect(lambda criterion, said: self._try(lambda book: book.say(criterion, said)))
        self.form.taken_back.connect(lambda criterion: self._try(lambda book: book.take_back(criterion)))
        lower, below = QWidget(), QVBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.reasons, 1)
        below.addWidget(self.form)
        lower.setLayout(below)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        for each in (self.about, self.table, lower):
            split.addWidget(each)
        split.setSizes([150, 230, 420])
        self.box.addWidget(split, 1)
        self.retranslate()

    def show_file(self, path: Path) -> None:
        """Show the merge that a file holds. Raises UsageError."""
        self.book = Book.open(path)
        self._show()

    @property
    def to_undo(self) -> Message | None:
        """What undo would take back of the meeting's words."""
        return self.book.to_undo if self.book is not None else None

    @property
    def to_redo(self) -> Message | None:
        """What redo would bring back."""
        return self.book.to_redo if self.book is not None else None

    def undo(self) -> None:
        """Take the meeting's last word back."""
        self._try(lambda book: book.undo())

    def redo(self) -> None:
        """Bring it back."""
        self._try(lambda book: book.redo())

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        super().retranslate()
        self.all.setText(self.tr("Also show where they &agree"))
        self.conclude.setText(self.tr("&Conclusion of the meeting…"))
        self.paper.setText(self.tr("Save as &PDF…"))
        self.about.setAccessibleName(self.tr("The experts"))
        self.table.setAccessibleName(self.tr("Items, the widest spread first"))
        self.reasons.setAccessibleName(self.tr("Reasons side by side"))
        if self.book is not None:
            self._show()

    def _show(self) -> None:
        self.merged = merged_in(self.book)
        merged, rows = self.merged, lines(self.merged)
        self.title.setText(self.tr("{name}: the reviews of {count} experts").format(
            name=merged.assessment.plan.name, count=len(merged.voices)))
        differ = [each for each in rows if each.compared is not None and each.compared.spread]
        self.words.setText(self.tr("Items where they differ: {differ} of {count}. Kept in {file}").format(
            differ=len(differ), count=sum(each.compared is not None for each in rows), file=self.book.path.name))
        self.about.setHtml(merge_html.about(self.desk, merged, self.palette()))
        shown = rows if self.all.isChecked() else [each for each in rows if each in differ or each.agreed is not None]
        self.table.show_rows(columns(self.desk, merged), shown)
        self.changed.emit()

    def _choose(self, line: Line | None) -> None:
        self.form.setVisible(line is not None)
        if line is None:
            self.reasons.setPlainText(self.tr("The experts do not differ on any item."))
            return
        self.reasons.setHtml(merge_html.reasons(self.desk, self.merged, line, self.palette()))
        self.form.show_item(self.merged, line, self.book.review.reviewer.name)

    def _try(self, change: Callable[[Book], object]) -> None:
        try:
            change(self.book)
        except LowCarbonError as error:
            self.desk.fail(error)
        else:
            self.form.forget()
            self._show()

    def _conclude(self) -> None:
        from lowcarbon_desktop.ui.conclusion_dialog import ConclusionDialog

        dialog = ConclusionDialog(self.desk, self.book.review.conclusion, self)
        if dialog.exec():
            self._try(lambda book: book.conclude(*dialog.said()))

    def _print(self) -> None:
        path = asked(self, self.tr("Save the merge as PDF"), self.book.path.with_suffix(".pdf"), "PDF (*.pdf)")
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Put the merge on paper."""
        from lowcarbon_desktop.app.print_merge import print_merge

        self.wanted.emit(self.tr("Writing {name}").format(name=path.name), partial(
            print_merge, self.book, path, lang=self.desk.settings.lang), lambda _: tell_written(self.desk, path))

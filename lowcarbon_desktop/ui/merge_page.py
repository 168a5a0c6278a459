"""Choose the experts' reviews, see beforehand what a merge would do with each, and merge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QLabel, QPushButton, QWidget

from lowcarbon_desktop.app.merge_outlook import Looked, Outlook
from lowcarbon_desktop.app.merge_said import agreement_said
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review.merge import agreed
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.review_frame import ReviewFrame
from lowcarbon_desktop.ui.rows import Column, RowsView
from lowcarbon_desktop.ui.writing import asked


class MergePage(ReviewFrame):
    """What is listed is looked at again whenever the list changes; nothing is written before one says so."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._paths: tuple[Path, ...] = ()
        self._outlook = Outlook((), None)
        self.files, self.remarks = RowsView(self), QLabel(self)
        self.remarks.setWordWrap(True)
        self.remarks.setContentsMargins(14, 8, 14, 4)
        self.add, self.remove, self.go = QPushButton(self), QPushButton(self), QPushButton(self)
        self.add.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        self.go.clicked.connect(self._go)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 12)
        for button in (self.add, self.remove):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.go)
        self.box.addWidget(self.files, 1)
        self.box.addWidget(self.remarks)
        self.box.addLayout(foot)
        self.setAcceptDrops(True)
        self.retranslate()

    def begin(self, paths: Iterable[Path] = ()) -> None:
        """Begin with these files, or go on with those that were chosen before."""
        self.put((*self._paths, *paths))

    def put(self, paths: Sequence[Path]) -> None:
        """Look at exactly these files; nothing is written."""
        from lowcarbon_desktop.app.review_merge import outlook

        self._paths = tuple(dict.fromkeys(each.absolute() for each in paths))
        if not self._paths:
            self._looked(Outlook((), None))
            return
        self.wanted.emit(self.tr("Looking at the reviews"), partial(outlook, self._paths), self._looked)

    def merge_into(self, out: Path, meeting: str) -> None:
        """Keep the merge in a new file, in which the meeting records its results."""
        from lowcarbon_desktop.app.review_merge import merge, write

        paths = self._paths

        def work(progress: Progress) -> Path:
            merged, first = merge(paths, progress)
            write(merged, first, out, meeting)
            return out

        self.wanted.emit(self.tr("Writing {name}").format(name=out.name), work, self.made.emit)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        super().retranslate()
        self.title.setText(self.tr("Merge the reviews of several experts"))
        self.add.setText(self.tr("&Add reviews…"))
        self.remove.setText(self.tr("&Take from the list"))
        self.go.setText(self.tr("&Merge and keep…"))
        self.files.setAccessibleName(self.tr("Reviews to be merged"))
        self._looked(self._outlook)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Review files are welcome."""
        if any(url.toLocalFile().lower().endswith(".lcreview") for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        event.acceptProposedAction()
        self.begin(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def _looked(self, outlook: Outlook) -> None:
        self._outlook = outlook
        say, merged = self.desk.say, outlook.merged
        self.files.show_rows(self._columns(), outlook.files)
        self.remove.setEnabled(bool(outlook.files))
        self.go.setEnabled(merged is not None)
        refused = sum(bool(each.refused) for each in outlook.files)
        if not outlook.files:
            self.words.setText(self.tr(
                "Add the review files (.lcreview) of the experts, or drag them here. Nothing is changed in them: a new "
                "file is made that holds what each expert said. Reviews that are not sealed yet stay hidden."))
        elif refused:
            self.words.setText(self.tr(
                "Reviews that do not fit: {count}. Take them from the list to go on.").format(count=refused))
        else:
            self.words.setText(self.tr("This is what would be done; nothing has been written yet."))
        told = [*merged.remarks, agreement_said(agreed(merged.rows))] if merged is not None else []
        self.remarks.setText("\n".join(say(each) for each in told))
        self.remarks.setVisible(bool(told))

    def _columns(self) -> tuple[Column, ...]:
        def name(each: Looked) -> str:
            reviewer = each.book.review.reviewer if each.book is not None else None
            return reviewer.name if reviewer is not None else "—"

        def status(each: Looked) -> str:
            return self.desk.say(message(f"verdict-status-{each.book.review.status}")) if each.book else "—"

        def number(each: Looked) -> str:
            return str(each.book.review.round) if each.book is not None else "—"

        return (Column(self.tr("File"), lambda each: each.path.name, share=3),
                Column(self.tr("Reviewer"), name, share=2), Column(self.tr("Round"), number),
                Column(self.tr("Status"), status, share=2),
                Column(self.tr("What will be done"), lambda each: "\n".join(self.desk.say(one) for one in each.said),
                       lambda each: "fail" if each.refused else "", 7))

    def _ask(self) -> None:
        folder = str(self._paths[-1].parent) if self._paths else ""
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Add reviews"), folder,
                                                 self.tr("Reviews (*.lcreview)"))
        if chosen:
            self.begin(Path(each) for each in chosen)

    def _remove(self) -> None:
        place = self.files.currentIndex().row()
        self.put([each for at, each in enumerate(self._paths) if at != place])

    def _go(self) -> None:
        name, fine = QInputDialog.getText(
            self, self.tr("The meeting"),
            self.tr("Who records the agreed results (for example the meeting and its date):"),
            text=self.desk.say(message("merge-meeting")))
        if not fine or not name.strip():
            return
        proposed = self._paths[0].with_name(f"{self.tr('merged')}.lcreview")
        path = asked(self, self.tr("Keep the merge in"), proposed, self.tr("Reviews (*.lcreview)"), replaces=False)
        if path is not None:
            self.merge_into(path, name.strip())

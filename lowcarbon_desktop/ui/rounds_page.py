"""All rounds of a plan side by side: a row a criterion, a column a round."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QTextBrowser, QWidget

from lowcarbon_desktop.app.rounds_said import box_said, column_said, criterion_of, heading, telling
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.review.side_by_side import Box, SideBySide
from lowcarbon_desktop.ui.changes_columns import INK
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.markup import escape
from lowcarbon_desktop.ui.review_frame import ReviewFrame
from lowcarbon_desktop.ui.rows import Column, RowsView

Row = tuple[str, tuple[Box | None, ...]]


class RoundsPage(ReviewFrame):
    """Above each round with its draft and conclusion; below what each says of every criterion."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rounds: SideBySide | None = None
        self.about, self.table, self.all = QTextBrowser(self), RowsView(self), QCheckBox(self)
        self.about.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.about.document().setDocumentMargin(12)
        self.all.toggled.connect(self._show)
        self.head.addWidget(self.all)
        self.box.addWidget(self.about)
        self.box.addWidget(self.table, 1)
        self.retranslate()

    def show_rounds(self, rounds: SideBySide) -> None:
        """Show these rounds."""
        self._rounds = rounds
        self._show()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        super().retranslate()
        self.title.setText(self.tr("Rounds side by side"))
        self.all.setText(self.tr("Also show what was &the same throughout"))
        self.table.setAccessibleName(self.tr("Rounds side by side"))
        self.about.setAccessibleName(self.tr("The rounds"))
        self._show()

    def _show(self) -> None:
        if self._rounds is None:
            return
        told = [[escape(self.desk.say(each)) for each in column_said(column)] for column in self._rounds.columns]
        self.about.setHtml("".join(f"<p style='margin:0 0 4px 0'><b>{first}</b><br>{'<br>'.join(more)}</p>"
                                   for first, *more in told))
        lines = sum(map(len, told))
        self.about.setMaximumHeight(self.fontMetrics().lineSpacing() * (min(lines, 10) + 1))
        rows = [each for each in self._rounds.rows if self.all.isChecked() or telling(each[1])]
        one = len(self._rounds.columns) == 1
        self.words.setText(self.tr("There is one round so far; the next one is begun with a revised draft.") if one
                           else self.tr("Criteria: {shown} of {count}").format(shown=len(rows),
                                                                              count=len(self._rounds.rows)))
        self.table.show_rows(self._columns(self._rounds), rows)

    def _columns(self, rounds: SideBySide) -> tuple[Column, ...]:
        def title(row: Row) -> str:
            criterion = criterion_of(rounds, row[0])
            return f"{self.desk.say(criterion.number)}  {self.desk.say(criterion.title)}"

        def said(place: int, row: Row) -> str:
            box = row[1][place]
            told = box_said(box, self.desk.settings.lang)
            if box is None or box.change is None:
                return told
            return f"{told}\n{self.desk.say(message('verdict-change', change=message(f'verdict-change-{box.change}')))}"

        def ink(place: int, row: Row) -> str:
            box = row[1][place]
            return "" if box is None else INK[box.change] if box.change not in (None, "still") else box.outcome

        return (Column(self.tr("Criterion"), title, share=4), *(
            Column(self.desk.say(heading(rounds, column)), partial(said, place), partial(ink, place), 4, bold=False)
            for place, column in enumerate(rounds.columns)))

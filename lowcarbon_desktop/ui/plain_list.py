"""A list with columns: rows of one line each, one of which is chosen, and nothing below them."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from lowcarbon_desktop.ui.row_model import RowModel


class PlainList(QTreeView):
    """Shows the rows of a model."""

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

"""Which findings are shown: those of some outcomes, with a text, on some readings."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_groups import Item
from lowcarbon_desktop.ui.findings_model import FindingsModel, Index


class FindingsFilter(QSortFilterProxyModel):
    """Lets through the findings of some outcomes, with a text, on some readings; a section with its findings."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._outcomes: frozenset[str] = frozenset()
        self._text = ""
        self._criteria: frozenset[str] | None = None
        self.setRecursiveFilteringEnabled(True)

    def counted(self) -> Counter[str]:
        """How many findings of each outcome the text and the chosen cell let through, whatever the outcomes asked."""
        model: FindingsModel = self.sourceModel()
        return Counter(item.finding.outcome for group in model.groups for item in group.items if self._meant(item))

    def only(self, *, outcomes: frozenset[str] | None = None, text: str | None = None,
             criteria: frozenset[str] | tuple[()] | None = ()) -> None:
        """Change what is given: `outcomes` empty means all, `criteria` None means all."""
        before = (self._outcomes, self._text, self._criteria)
        if outcomes is not None:
            self._outcomes = outcomes
        if text is not None:
            self._text = text.strip().casefold()
        if criteria != ():
            self._criteria = criteria
        if (self._outcomes, self._text, self._criteria) != before:  # else Qt would lay all of it out again
            self.invalidate()

    def item(self, index: Index) -> Item | None:
        """The finding at an index of the filter; None at a section."""
        return self.sourceModel().item(self.mapToSource(index))

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Sections come with their findings alone."""
        model: FindingsModel = self.sourceModel()
        item = model.item(model.index(row, 0, parent))
        if item is None:
            return False
        return (not self._outcomes or item.finding.outcome in self._outcomes) and self._meant(item)

    def _meant(self, item: Item) -> bool:
        if self._criteria is not None and item.criterion.id not in self._criteria:
            return False
        return not self._text or self._text in self._haystack(item)

    def _haystack(self, item: Item) -> str:
        texts = (item.criterion.number, item.criterion.title, item.finding.message, item.criterion.id)
        return "\n".join(self._desk.say(each) for each in texts).casefold()

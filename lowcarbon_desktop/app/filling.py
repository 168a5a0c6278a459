"""An open plan whose matrix of instruments the reviewer fills."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.correcting import Correctable
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.plan import Evidence

if TYPE_CHECKING:
    from types import ModuleType

    from lowcarbon_desktop.analysis.instruments import Cell, Matrix


class Fillable(Correctable):
    """The cells of the matrix and the sentences in them, as the reviewer says."""

    @property
    def _marking(self) -> ModuleType:
        from lowcarbon_desktop.app import marking  # with all that reads sentences, which few ask for

        return marking

    @property
    def matrix(self) -> Matrix | None:
        """The matrix of instruments, empty where no text was read; None where the rubric does not ask for it."""
        return self.assessment.matrix or self._marking.empty(self.assessment, reference())

    def sentences(self) -> tuple[Evidence, ...]:
        """Every sentence of the text with its place, in reading order."""
        from lowcarbon_desktop.checks.passages import sentences

        return tuple(evidence for passage in self.plan.passages for _, evidence in sentences(passage))

    def mark_cell(self, cell: Cell, holds: bool, reason: str = "") -> None:
        """Say yes or no to a cell of the matrix of instruments. Raises UsageError."""
        self._do(self._marking.mark_cell(self.review, self.plan, reference(), cell, holds, reason))

    def put_in(self, cell: Cell, text: str, reason: str = "") -> None:
        """Put a sentence of the plan into a cell of the matrix. Raises UsageError."""
        self._do(self._marking.put_in(self.review, self.plan, reference(), cell, text, reason))

    def put_aside(self, cell: Cell, text: str, reason: str = "") -> None:
        """Say that a sentence does not belong into a cell of the matrix. Raises UsageError."""
        self._do(self._marking.put_aside(self.review, self.plan, reference(), cell, text, reason))

    def move_sentence(self, text: str, cell: Cell, to: Cell, reason: str = "") -> None:
        """Move a sentence from one cell of the matrix to another. Raises UsageError."""
        self._do(self._marking.move(self.review, self.plan, reference(), text, cell, to, reason))

    def unmark(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Take back what was said of a cell, or of sentences in it, by the keys of the marks."""
        self._do(self._marking.take_back(self.review, keys, reference()))

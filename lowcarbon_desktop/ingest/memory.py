"""Remembers what sheets and rows were understood as, so that an edit reads one row anew and not three hundred."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
Recall = Callable[[int, tuple[object, ...], Callable[[int], T]], T]
_MOST = 50_000
_VERSIONS = 4


class Memory:
    """Rows by their place in a table, each with all else that its meaning depends on, and sheets with their tables.

    It forgets all when it is full.

    Of each place the last few versions are kept, for what was undone may be done again. They are compared and not
    hashed, since nearly all of a row is the very same object after an edit.
    """

    def __init__(self) -> None:
        self._tables: dict[Hashable, dict[int, list[tuple[tuple[object, ...], Any]]]] = {}
        self._held = 0

    def table(self, table: Hashable) -> Recall[Any]:
        """A function that gives the understood row for its place and context, or makes and keeps it."""
        rows = self._tables.setdefault(table, {})

        def recall(row: int, context: tuple[object, ...], understand: Callable[[int], T]) -> T:
            known = rows.get(row, ())
            for held, understood in known:
                if held == context:
                    return understood
            if self._held >= _MOST:
                self._tables.clear()
                self._held = 0
            understood = understand(row)
            rows[row] = [(context, understood), *known[:_VERSIONS - 1]]
            self._held += len(known) < _VERSIONS
            return understood

        return recall

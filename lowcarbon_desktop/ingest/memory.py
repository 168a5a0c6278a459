"""Remembers what rows were understood as, so that an edit reads one row anew and not three hundred."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from lowcarbon_desktop.plan import Reading, Row

Understood = tuple[Row, tuple[Reading, ...], str]
"""A row, what it says, and the name that the row below it may go on."""
Recall = Callable[[int, tuple[object, ...], Callable[[int], Understood]], Understood]
_MOST = 50_000
_VERSIONS = 4


class Memory:
    """Rows by their place in a table, each with all else that its meaning depends on; it forgets all when it is full.

    Of each place the last few versions are kept, for what was undone may be done again. They are compared and not
    hashed, since nearly all of a row is the very same object after an edit.
    """

    def __init__(self) -> None:
        self._tables: dict[Hashable, dict[int, list[tuple[tuple[object, ...], Understood]]]] = {}
        self._held = 0

    def table(self, table: Hashable) -> Recall:
        """A function that gives the understood row for its place and context, or makes and keeps it."""
        rows = self._tables.setdefault(table, {})

        def recall(row: int, context: tuple[object, ...], understand: Callable[[int], Understood]) -> Understood:
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

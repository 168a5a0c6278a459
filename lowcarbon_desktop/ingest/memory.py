"""Remembers what rows were understood as, so that an edit reads one row anew and not three hundred."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from lowcarbon_desktop.plan import Reading, Row

Understood = tuple[Row, tuple[Reading, ...]]
_MOST = 50_000


class Memory:
    """Rows by everything that their meaning depends on; it forgets all when it holds too many."""

    def __init__(self) -> None:
        self._tables: dict[Hashable, dict[Hashable, Understood]] = {}
        self._held = 0

    def table(self, table: Hashable) -> Callable[[Hashable, Callable[[], Understood]], Understood]:
        """A function that gives the understood row for a key of this table, or makes and keeps it."""
        rows = self._tables.setdefault(table, {})

        def recall(key: Hashable, understand: Callable[[], Understood]) -> Understood:
            found = rows.get(key)
            if found is None:
                if self._held >= _MOST:
                    self._tables.clear()
                    self._held = 0
                found = rows[key] = understand()
                self._held += 1
            return found

        return recall

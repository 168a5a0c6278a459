"""What a review file holds, in every version: its marks, its tables, and the sizes beyond which it is not believed."""

from __future__ import annotations

from dataclasses import dataclass

APPLICATION_ID = 0x4C435256
"""Stands in the file's header: "LCRV"."""
VERSION = 2
PAGES = 16_384
"""At 4 096 bytes a page: 64 MiB, a thousand times what a review needs."""
ROWS = 20_000
TEXT = 100_000


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first `keys` of its columns say which row it is."""

    name: str
    columns: tuple[str, ...]
    keys: int = 1

    @property
    def sql(self) -> str:
        """The statement that makes it; columns keep the type of what is put in."""
        key = ", ".join(self.columns[:self.keys])
        return f"CREATE TABLE {self.name} ({', '.join(self.columns)}, PRIMARY KEY ({key})) WITHOUT ROWID"


_CORRECTION_1 = Table("correction", ("file", "sheet", "cell", "printed", "corrected", "reason"), keys=3)
_EVER = (
    Table("meta", ("name", "value")),
    Table("source", ("file", "sha256")),
    Table("fact", ("id", "state", "value", "source", "stated_by")),
    Table("note", ("criterion", "text")),
    Table("line", ("position", "typed")),
)
TABLES = (
    *_EVER,
    Table("correction", ("file", "sheet", "cell", "field", "printed", "corrected", "reason", "understood"), keys=4),
    Table("nod", ("id", "agreed", "state", "value", "evidence")),
)
VERSIONS = {1: (*_EVER, _CORRECTION_1), 2: TABLES}
"""The tables of each version that can be read; an older file is written in the newest from its next change on."""

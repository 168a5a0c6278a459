"""What a review file holds, in every version: its marks, its tables, and the sizes beyond which it is not believed."""

from __future__ import annotations

from dataclasses import dataclass

APPLICATION_ID = 0x4C435256
"""Stands in the file's header: "LCRV"."""
VERSION = 4
WITH_HISTORY = 3
"""The first version that holds its own history."""
PAGES = 16_384
"""At 4 096 bytes a page: 64 MiB, a thousand times what a review needs."""
ROWS = 20_000
TEXT = 100_000
SAID = 20_000
"""Signs of one text that is said of a criterion; what it was in earlier rounds may be as long as any text."""
ENTRIES = 400_000
CHUNK = 1 << 20
"""Bytes of one part of a piece."""
PIECE = 40 << 20
"""Bytes of one piece, packed or not, and of all pieces packed: what is larger is left out and told."""
SPARE = 8 << 20
"""Bytes beyond that, packed, for what is no file of the applicant: without its findings nothing else can be read."""
FILES = "file:"
"""With this the names of the pieces begin that are the applicant's files: a copy may be without them."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first `keys` of its columns say which row it is; `said` where a change has an entry."""

    name: str
    columns: tuple[str, ...]
    keys: int = 1
    said: bool = True

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
_TWO = (
    *_EVER,
    Table("correction", ("file", "sheet", "cell", "field", "printed", "corrected", "reason", "understood"), keys=4),
    Table("nod", ("id", "agreed", "state", "value", "evidence")),
)
_THREE = (
    *_TWO,
    Table("item", ("criterion", "outcome", "reason", "said_by", "said_at", "machine", "points", "comment", "reply",
                   "earlier")),
    Table("piece", ("name", "sha256", "size")),
)
TABLES = (*_THREE, Table("mark", ("measure", "instrument", "text", "holds", "reason", "rests_on"), keys=3))
BESIDE = (
    Table("chunk", ("name", "part", "data"), keys=2, said=False),
    Table("entry", ("number", "payload", "hash"), said=False),
    Table("head", ("name", "value"), said=False),
)
"""The bytes of the pieces, the history, and its last hash: not themselves a part of what was said."""
VERSIONS = {1: (*_EVER, _CORRECTION_1), 2: _TWO, 3: (*_THREE, *BESIDE), 4: (*TABLES, *BESIDE)}
"""The tables of each version that can be read; an older file is written in the newest from its next change on."""

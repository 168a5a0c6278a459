"""The large parts of a review file (the assessment, the applicant's files, each voice of a merge), packed in chunks."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from lowcarbon_desktop.review.log import Row, digest
from lowcarbon_desktop.store.schema import CHUNK, FILES, PIECE, SPARE, TEXT

if TYPE_CHECKING:
    from sqlite3 import Connection

FORMER = "note:"
"""Before the hash of what a private note said once: the bytes that undo needs, and that no copy to mail has."""


def row_of(name: str, data: bytes) -> Row:
    """What the review says of a piece: its hash and its size, whether its bytes are kept or left out."""
    return (name, sha256(data).hexdigest(), len(data))


def put(connection: Connection, name: str, data: bytes) -> bool:
    """Keep the bytes of a piece in place of earlier ones; False where they are too large and left out."""
    connection.execute("DELETE FROM chunk WHERE name = ?", (name,))
    (there,) = connection.execute("SELECT coalesce(sum(length(data)), 0) FROM chunk").fetchone()
    packed = zlib.compress(data, 3) if len(data) <= PIECE else b""
    if not packed or there + len(packed) > (PIECE if name.startswith(FILES) else PIECE + SPARE):
        return False
    connection.executemany("INSERT INTO chunk VALUES (?, ?, ?)", (
        (name, part, packed[at:at + CHUNK]) for part, at in enumerate(range(0, len(packed), CHUNK))))
    return True


def get(connection: Connection, row: Row) -> bytes | None:
    """The bytes of a piece; None where they were left out. Raises ValueError where they are not what the row says."""
    parts = connection.execute(
        f"SELECT part, data FROM chunk WHERE name = ? ORDER BY part LIMIT {PIECE // CHUNK + 1}", (row[0],)).fetchall()
    if [part for part, _ in parts] != list(range(len(parts))):
        raise ValueError(f"piece {row[0]}")
    return unpacked(row, [data for _, data in parts])


def unpacked(row: Row, parts: Sequence[object]) -> bytes | None:
    """The bytes of a piece from its chunks in their order; None for no chunks. Raises ValueError as `get`."""
    name, digest, size = row
    if not parts:
        return None
    if type(size) is not int or size > PIECE or not all(type(each) is bytes for each in parts):
        raise ValueError(f"piece {name}")
    unpack = zlib.decompressobj()
    try:
        data = unpack.decompress(b"".join(parts), size + 1)
    except zlib.error as error:
        raise ValueError(f"piece {name}") from error
    if sha256(data).hexdigest() != digest:
        raise ValueError(f"piece {name}")
    return data


def put_former(connection: Connection, text: str) -> None:
    """Keep what a private note said, of which the history has the hash alone."""
    put(connection, f"{FORMER}{digest(text)}", text.encode())


def former(connection: Connection, hash: str) -> str | None:
    """What a private note said once, by its hash; None where that is not kept. Raises ValueError as `get` does."""
    data = get(connection, (f"{FORMER}{hash}", hash, 4 * TEXT))  # no sign takes more than four bytes
    return None if data is None else data.decode()


def names(connection: Connection) -> frozenset[str]:
    """The names of the pieces of which there are bytes."""
    return frozenset(str(name) for (name,) in connection.execute("SELECT DISTINCT name FROM chunk"))


def sound(connection: Connection, rows: Iterable[Row]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The names of the pieces whose bytes are there and right, of those whose bytes are others, and of unknown ones."""
    rows = tuple(rows)
    whole, broken = [], []
    for row in rows:
        try:
            if get(connection, row) is not None:
                whole.append(str(row[0]))
        except ValueError:
            broken.append(str(row[0]))
    known = {row[0] for row in rows}
    strange = [str(name) for (name,) in connection.execute("SELECT DISTINCT name FROM chunk")
               if name not in known and not _said_once(connection, name)]
    return tuple(whole), tuple(broken), tuple(sorted(strange))


def _said_once(connection: Connection, name: object) -> bool:
    """Whether a piece holds what a private note said once, under the hash of it."""
    try:
        return str(name).startswith(FORMER) and former(connection, str(name).removeprefix(FORMER)) is not None
    except ValueError:
        return False

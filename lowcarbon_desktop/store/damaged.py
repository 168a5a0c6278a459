"""What can be read of a damaged review file, from a copy that SQLite can be asked about: the file is never written."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from stat import S_ISREG
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.review.log import Row
from lowcarbon_desktop.store.connect import create
from lowcarbon_desktop.store.schema import PAGES, ROWS, VERSION, WITH_HISTORY, Table

if TYPE_CHECKING:
    from sqlite3 import Connection

_PAGE = 4096
_LARGEST = 1 << 30
"""Bytes of a file out of which something may be taken: more than any review has, since it may be blown up."""
_MAGIC = b"SQLite format 3\0"


def copies(path: Path, folder: Path) -> Iterator[Path]:
    """Copies of the file: as it is, then with the first page as this program and those before it would write it.

    The first page says where everything else lies. Raises UsageError where the file cannot be read at all.
    """
    copy = folder / "copy"
    _copy(path, copy)
    yield copy
    size = copy.stat().st_size
    for version in range(VERSION, WITH_HISTORY - 1, -1):
        if size > _PAGE:
            with copy.open("r+b") as file:
                file.write(_first_page(folder / f"version-{version}", version, size))
            yield copy


def _copy(path: Path, copy: Path) -> None:
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):  # a pipe would be waited on for ever
            raise UsageError(message("review-not-a-review", path=str(path)))
        if found.st_size > _LARGEST:
            raise UsageError(message("review-damaged", path=str(path)))
        _blocks(path, copy)
        for beside in ("-journal", "-wal"):
            other = path.with_name(f"{path.name}{beside}")
            if other.exists() and other.stat().st_size <= _LARGEST:
                copyfile(other, copy.with_name(f"copy{beside}"))
    except FileNotFoundError:
        raise UsageError(message("review-missing", path=str(path))) from None
    except OSError as error:
        raise UsageError(message("review-failed", path=str(path), reason=error.strerror or "?")) from error
    _lengthened(copy)


def _blocks(path: Path, copy: Path) -> None:
    """Block by block: one that the disk cannot give any more costs no other. Raises OSError where none can be read."""
    size, read, failed = path.stat().st_size, 0, None
    with path.open("rb", buffering=0) as source, copy.open("wb") as target:
        for at in range(0, size, _PAGE):
            try:
                source.seek(at)
                block = source.read(_PAGE)
                read += 1
            except OSError as error:
                block, failed = bytes(min(_PAGE, size - at)), error
            target.write(block)
    if failed is not None and not read:
        raise failed


def _lengthened(copy: Path) -> None:
    """A file that was cut short, up to the length that its head states: else SQLite refuses what is there."""
    with copy.open("r+b") as file:
        head = file.read(32)
        whole = int.from_bytes(head[16:18]) * min(int.from_bytes(head[28:32]), PAGES)
        if head.startswith(_MAGIC) and copy.stat().st_size < whole <= PAGES * _PAGE:
            file.truncate(whole)


def _first_page(made: Path, version: int, size: int) -> bytes:
    """The first page of a file of this version and size: all are alike but for the length that they state."""
    import sqlite3

    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        create(connection, version)
        connection.execute("COMMIT")
    page = bytearray(made.read_bytes()[:_PAGE])
    page[28:32] = (-(-size // _PAGE)).to_bytes(4)
    return bytes(page)


def readable(connection: Connection, table: Table, lost: list[str], most: int = ROWS, *,
             both_ways: bool = True) -> Iterator[tuple[Row, Row]]:
    """The rows of a table by key, from its beginning and from its end, up to where it cannot be read.

    Then its name is added to what is `lost`.
    """
    for way in ("ASC", "DESC") if both_ways else ("ASC",):
        order = ", ".join(f"{key} {way}" for key in table.columns[:table.keys])
        select = f"SELECT {', '.join(table.columns)} FROM {table.name} ORDER BY {order}"
        if (yield from _one_way(connection, select, table.keys, most)):
            return
        lost.append(table.name)


def _one_way(connection: Connection, select: str, keys: int,
             most: int) -> Generator[tuple[Row, Row], None, bool]:
    """The rows that can be read one after another; whether these are all."""
    import sqlite3

    done, last = 0, most
    while True:
        try:
            for row in connection.execute(f"{select} LIMIT {last - done} OFFSET {done}"):
                done += 1
                yield row[:keys], row
            return last == most
        except (sqlite3.Error, UnicodeDecodeError):
            if last != most:
                return False
            last = done + 1  # the last good row goes with the error of the one after it, unless it is asked for alone

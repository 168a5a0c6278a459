"""A review file brought to where a change can be written: made, moved to our version, still the one that was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import OutputError, message
from lowcarbon_desktop.review.log import Rows
from lowcarbon_desktop.store import history
from lowcarbon_desktop.store.connect import create, is_new, migrate, version_of
from lowcarbon_desktop.store.inside import rows_in
from lowcarbon_desktop.store.schema import TABLES, VERSION, WITH_HISTORY

if TYPE_CHECKING:
    from sqlite3 import Connection

Head = tuple[int, str]
"""Number and hash of an entry."""
_WHOSE = ("reviewer.id", "round", "region")


def prepared(connection: Connection, path: Path, kept: Rows, head: Head | None, stamp: history.Stamp) -> Rows:
    """The rows that are held to be there: those that were `kept`, whose history ended with `head`.

    Where the file was taken away meanwhile, or an older copy of it put in its place, there are none but its pieces:
    then all that was said is written again. Raises OutputError where it is another review, or sealed meanwhile.
    """
    nothing: Rows = {table.name: {} for table in TABLES}
    before = kept
    if is_new(connection):
        create(connection)
        before = nothing
    version = version_of(connection, path, OutputError)
    if version < VERSION:
        _move_on(connection, path, version, stamp, nothing)
    if before is kept and head is not None and not history.passed(connection, head):
        there = rows_in(connection, VERSION)
        if _whose(there) != _whose(kept):
            raise OutputError(message("review-replaced", path=str(path)))
        before = {**nothing, "piece": there["piece"]}
    status = connection.execute("SELECT name, value FROM meta WHERE name = 'status'").fetchone()
    if status is not None and status != kept["meta"].get(("status",)):
        raise OutputError(message("review-sealed-meanwhile", path=str(path)))
    return before


def _move_on(connection: Connection, path: Path, version: int, stamp: history.Stamp, nothing: Rows) -> None:
    """Make an older file one of ours; what was said in it begins its history where it had none."""
    there = rows_in(connection, version)
    from lowcarbon_desktop.store.backup import back_up

    back_up(path, version)
    migrate(connection, version)
    if version < WITH_HISTORY:
        for table in TABLES:
            connection.execute(f"DELETE FROM {table.name}")
        why = history.Stamp("", stamp.at, f"version {version} -> {VERSION}")
        history.write(connection, nothing, there, why)


def _whose(rows: Rows) -> tuple[object, ...]:
    """Of which draft and by whom a review is."""
    return (dict(rows["source"]), *(rows["meta"].get((name,)) for name in _WHOSE))

"""The rows of a damaged review file held against its history, whose hashes tell what of it is sound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lowcarbon_desktop.review.log import SECRET, Entry, Row, Rows, as_logged, replayed
from lowcarbon_desktop.store.review_reading import NOTHING
from lowcarbon_desktop.store.rows import from_rows, to_rows

if TYPE_CHECKING:
    from lowcarbon_desktop.store.rescue import Rescued


def mended(rows: Rows, entries: tuple[Entry, ...], told: Rescued, *, whole: bool) -> Rows:
    """Of a history that is `whole` what it comes to; of the beginning of one only what the rows lack."""
    said = replayed(entries)
    if not whole:
        return {name: _filled(name, table, said.get(name, {}), told) for name, table in rows.items()}
    logged = as_logged(rows)
    told.lost[:] = [each for each in told.lost if each not in rows or each == SECRET]
    found = {name: dict(said.get(name, {})) for name in rows}
    for name in rows:
        for key in dict.fromkeys((*said.get(name, {}), *rows[name])):
            if logged[name].get(key) != said.get(name, {}).get(key):
                _tell(name, key, rows[name], found[name], told)
    return {**found, SECRET: dict(rows[SECRET])}


def believable(table: str, key: Row, row: Row) -> bool:
    """Whether the program could have written this row."""
    try:
        if any(isinstance(each, str) and "\0" in each for each in row):  # the rest of a long text was cut off
            return False
        from_rows({**to_rows(NOTHING), table: {key: row}})
    except (ValueError, TypeError):
        return False
    return True


def _tell(name: str, key: Row, rows: Mapping[Row, Row], said: Mapping[Row, Row], told: Rescued) -> None:
    """What differs from a whole history. Of private notes that has but the hash: they are kept as they are."""
    what = f"{name} {' '.join(str(each) for each in key if each != '')}"
    if name == SECRET:
        (told.doubtful if key in rows else told.lost).append(what)
    else:
        (told.mended if key in said else told.strange).append(what)


def _filled(name: str, table: Mapping[Row, Row], said: Mapping[Row, Row], told: Rescued) -> Mapping[Row, Row]:
    """A table with what the history says of rows that cannot be, and of all where it could not be read to its end."""
    if name in (SECRET, "meta"):
        return table
    found = {**(said if name in told.lost else {}), **table}
    for key, row in table.items():
        if key in said and not believable(name, key, row):
            found[key] = said[key]
            told.mended.append(f"{name} {key[0]}")
    return found

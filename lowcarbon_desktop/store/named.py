"""What a row of a review file is called where it is not as it should be."""

from __future__ import annotations

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.store.schema import BESIDE, TABLES

_KNOWN = {table.name for table in (*TABLES, *BESIDE)}


def named(what: str) -> Message | str:
    """The words for a table and a key in it, such as "item peak.year-stated"; without a key for all of the table."""
    table, _, key = what.partition(" ")
    if table not in _KNOWN:
        return what
    return message(f"log-row-{table}", key=key) if key else message(f"log-rows-{table}")

"""What a report of a later round says of the rounds: each with its draft, what was asked, and all side by side."""

from __future__ import annotations

from typing import NamedTuple


class AskedSaid(NamedTuple):
    """One thing that was asked. `outcome` is the id of how it stands, for whoever draws; `settled` where it is."""

    title: str
    outcome: str
    settled: bool
    answer: str
    change: str
    comment: str
    reply: str
    evidence: str


class RoundsSaid(NamedTuple):
    """`heads` are the names of the rounds, `about` the lines that tell of each; a row has a text for every round."""

    heads: tuple[str, ...]
    about: tuple[tuple[str, ...], ...]
    tally: str
    asked: tuple[AskedSaid, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

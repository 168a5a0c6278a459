"""Reads the prose of an application: what it says by words, for whom, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lowcarbon_desktop.ingest.prose.sentences import sentences_of
from lowcarbon_desktop.ingest.rows import Tools
from lowcarbon_desktop.plan import Fact, Passage, Reading, Region

_ENOUGH = 60  # signs in sentences: less than that beside a table is a caption or a note, and its silence says nothing


@dataclass(frozen=True)
class Prose:
    """What the sentences say: facts by id, the values of indicators, and whether there is a text at all."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    spoken: bool = False

    @property
    def silent(self) -> bool:
        """Whether nothing at all was learnt from the text."""
        return not (self.spoken or self.facts or self.readings)


def read_prose(passages: Sequence[Passage], applicant: Region | None, tools: Tools) -> Prose:
    """Read the paragraphs of one application."""
    sentences = sentences_of(passages)
    whole = [each for each in sentences if not each.heading and each.plain.endswith(("。", ";", "!"))]
    spoken = len(whole) >= 2 and sum(len(sentence.plain) for sentence in whole) >= _ENOUGH
    return Prose({}, (), spoken)

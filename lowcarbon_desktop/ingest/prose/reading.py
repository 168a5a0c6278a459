"""Reads the prose of an application: what it says by words, for whom, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.ingest.prose.astray import astray
from lowcarbon_desktop.ingest.prose.caps import cap_facts
from lowcarbon_desktop.ingest.prose.facts import facts_said
from lowcarbon_desktop.ingest.prose.figure import Figure
from lowcarbon_desktop.ingest.prose.leads import announced, denied, others_headings
from lowcarbon_desktop.ingest.prose.peak import peak_fact
from lowcarbon_desktop.ingest.prose.provisos import against_all
from lowcarbon_desktop.ingest.prose.remarks import remarks
from lowcarbon_desktop.ingest.prose.sentences import Sentence, sentences_of
from lowcarbon_desktop.ingest.prose.standing import restricted
from lowcarbon_desktop.ingest.prose.targets import Figures
from lowcarbon_desktop.ingest.prose.title import short_names
from lowcarbon_desktop.ingest.prose.whose import Owners
from lowcarbon_desktop.ingest.rows import Tools
from lowcarbon_desktop.plan import Fact, Passage, Reading, Region
from lowcarbon_desktop.progress import Progress

_NOTE = re.compile(r"注\d*[:.、]|(?:说明|备注|(?:资料|数据)?来源|单位):")
_OPENING = 12  # the sentences that say what the place is
_PAST = 2011  # of an application without a date: it answers the call of 2012


@dataclass(frozen=True)
class Prose:
    """What the sentences say: facts by id, the values of indicators, and whether there is a text at all.

    `limits` is what it says against all its targets, those of tables too: that they leave out a part, are tentative.
    A title, captions and notes are none: a document of these is a mere table, and its silence says nothing.
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    spoken: bool = False
    limits: Message | None = None

    @property
    def silent(self) -> bool:
        """Whether nothing at all was learnt from the text."""
        return not (self.spoken or self.facts or self.readings)


def read_prose(passages: Sequence[Passage], applicant: Region | None, tools: Tools, past: int = _PAST, *,
               progress: Progress | None = None) -> Prose:
    """Read the paragraphs of one application; what they say of `past` and the years before it is no target.

    Raises Cancelled where `progress` is asked to stop.
    """
    sentences = sentences_of(passages)
    spoken = any(each.plain.endswith("。") and not each.heading and _NOTE.match(each.plain) is None
                 for each in sentences)
    named = f"{applicant.name}地区" if applicant is not None else "地区"
    owners = Owners(applicant, tools.places, short_names(sentences, applicant),
                    any(named in each.plain for each in sentences[:_OPENING]))
    strays = astray(sentences, owners)
    limits = next((said for each in sentences if (said := against_all(each.plain)) is not None), None)
    said = {**announced(sentences, owners), **dict(denied(sentences)), **remarks(sentences, owners)}
    read = Figures(owners, tools, past, limits).read(sentences, strays)
    figures = tuple(_remarked(_stepping(read, len(passages), progress or Progress()), sentences, said))
    peak = peak_fact(sentences, owners, past, {*strays, *said})
    others = {*strays, *said, *others_headings(sentences, owners)}
    facts = {**facts_said(sentences, applicant, tools.places, past, others), **cap_facts(figures)}
    if peak is not None:
        facts[peak.id] = peak
    return Prose(facts, tuple(figure.reading for figure in figures), spoken, limits)


def _stepping(figures: Iterable[Figure], paragraphs: int, progress: Progress) -> Iterator[Figure]:
    """The figures, the way through the text told with each."""
    progress.step(0, paragraphs)
    for figure in figures:
        progress.step(figure.sentence.paragraph, paragraphs)
        yield figure


def _remarked(figures: Iterable[Figure], sentences: Sequence[Sentence],
              said: Mapping[int, Message]) -> Iterator[Figure]:
    """The figures, each with what is said against its sentence elsewhere."""
    against = {id(sentences[position]): why for position, why in said.items()}
    for figure in figures:
        why = against.get(id(figure.sentence))
        yield figure if why is None else replace(figure, reading=restricted(figure.reading, why))

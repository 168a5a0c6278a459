"""Targets in sentences: walks through the paragraphs and keeps track of whom and of which years they speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.prose.amounts import may_hold
from lowcarbon_desktop.ingest.prose.bases import Calendar, as_revised, calendar_of, revises
from lowcarbon_desktop.ingest.prose.figure import Figure
from lowcarbon_desktop.ingest.prose.items import Items
from lowcarbon_desktop.ingest.prose.names import Names
from lowcarbon_desktop.ingest.prose.phrases import phrase
from lowcarbon_desktop.ingest.prose.provisos import achieved, against, purpose, questioned, supposed
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.spoken import Spoken, Whose
from lowcarbon_desktop.ingest.prose.standing import as_context, owned, restricted
from lowcarbon_desktop.ingest.prose.times import Times
from lowcarbon_desktop.ingest.prose.title import in_plan, plan_of_the_title
from lowcarbon_desktop.ingest.prose.whose import Owners
from lowcarbon_desktop.ingest.rows import Tools
from lowcarbon_desktop.plan import Reading


class Figures:
    """Reads the figures of one application; what is said of `past` and the years before it is no target.

    `limits` is what is said against all of them.
    """

    def __init__(self, owners: Owners, tools: Tools, past: int, limits: Message | None = None) -> None:
        self._owners, self._tools, self._past, self._limits = owners, tools, past, limits
        self._names = Names(tools.namer, tools.places)

    def read(self, sentences: Sequence[Sentence], strays: Mapping[int, Whose]) -> Iterator[Figure]:
        """All figures in order; those of `strays` may be of the place that was named before."""
        others = {id(sentences[position]): whose for position, whose in strays.items()}
        calendar, plan = calendar_of(sentences), plan_of_the_title(sentences)
        opened: tuple[Whose, Times] | None = None
        mark, listed = "", Times()  # an item of a list goes on the years of the item before
        for _, group in groupby(sentences, key=lambda each: each.paragraph):
            paragraph = tuple(group)
            before, mark = mark, paragraph[0].mark
            if paragraph[0].heading and not (len(paragraph) > 1 and mark):  # （1）碳强度。…… goes on the colon above it
                opened = None
            whose, times = opened or (None, listed.next_sentence() if mark and mark == before else Times())
            listed = Times()
            if not any(may_hold(each.plain) or "分之" in each.plain for each in paragraph):
                opened = self._opening(paragraph, whose) or opened
                continue
            found: list[Figure] = []
            titled = False
            times = times.under(paragraph[0].headings, calendar.periods, in_plan(paragraph, plan))
            before, behind = None, ""
            for sentence, spoken in zip(paragraph, self._owners.paragraph(paragraph, whose), strict=True):
                times = times.titled() if titled else times.next_sentence()
                titled = sentence.heading
                figures = self._sentence(sentence, spoken, times, before, calendar, behind)
                before, behind = self._only(figures), sentence.plain
                found += _doubted(figures, others[id(sentence)]) if id(sentence) in others else figures
            listed = times if mark else Times()
            yield from self._placed(_limited(found, self._limits))
            opened = self._opening(paragraph, whose) or opened

    def _only(self, figures: Sequence[Figure]) -> Reading | None:
        """The only indicator and year of which a sentence speaks, yearly changes on the way to it apart."""
        kinds = self._tools.register
        said = [each.reading for each in figures
                if kinds[each.reading.indicator or ""].kind not in ("yearly_cut", "growth")]
        return said[-1] if len({(each.indicator, each.target_year) for each in said}) == 1 else None

    def _opening(self, paragraph: Sequence[Sentence], whose: Whose | None) -> tuple[Whose, Times] | None:
        """What a paragraph that ends with a colon gives to the next ones: 到2015年，主要目标是："""
        if not paragraph[-1].plain.endswith(":"):
            return None
        spoken = list(self._owners.paragraph(paragraph, whose))[-1]
        times = Times()
        for clause in spoken:
            times.hear(phrase(clause.text).years, alone=True)
        times.standing = dict(times.bases)  # 到2020年，与2005年相比：
        return spoken[-1].whose, times

    def _placed(self, figures: Sequence[Figure]) -> Iterator[Figure]:
        """The figures of a paragraph with a place each: the second value of paragraph 12 has the cell P12.2."""
        for number, figure in enumerate(figures, 1):
            where = figure.sentence.where
            if where.paragraph is not None:
                where = replace(where, cell=f"P{where.paragraph}.{number}")
            yield replace(figure, reading=replace(figure.reading, where=where, name_where=where))

    def _sentence(self, sentence: Sentence, spoken: Sequence[Spoken], times: Times, before: Reading | None,
                  calendar: Calendar, behind: str) -> list[Figure]:
        items = Items(sentence, times, self._names, self._tools, self._past, before, calendar, behind)
        outdated = 0  # how many figures stand before the clause that says what they were changed to
        begun, segment = 0, ""
        for clause in spoken:
            outdated = outdated or (len(items.figures) if revises(clause.text) else 0)
            items.hear(clause)
            segment += clause.text + clause.ended
            if clause.ended in (";", ""):
                items.figures[begun:] = _limited(items.figures[begun:], against(segment) or achieved(segment))
            if clause.ended == ";":
                begun, segment = len(items.figures), ""
        if (what_for := purpose(sentence.plain)) and not any(each.named and each.whose.own for each in spoken):
            items.figures = _doubted(items.figures, Whose("own", what_for, False))
        why = supposed(sentence.plain, sentence.headings) or questioned(sentence.plain)
        if not why:
            return items.figures
        said = message("doubt-supposed", words=why)
        # what was achieved is a fact under a heading of scenarios too, and so is what was reckoned of the past
        why_here = supposed(sentence.plain, ())
        done = not re.sub("初步|测算|推算|[匡估核]算|据", "", why_here)
        revised = outdated and not why_here and as_revised(sentence.plain) != sentence.plain
        held = items.figures[outdated:] if revised else []
        return [each if each in held or (done and each.reading.kind == "actual") else replace(
            each, reading=as_context(each.reading, said)) for each in items.figures]


def _limited(figures: Sequence[Figure], said: Message | None) -> list[Figure]:
    """Figures with what is said against them; None changes nothing."""
    return list(figures) if said is None else [
        replace(each, reading=restricted(each.reading, said)) for each in figures]


def _doubted(figures: Sequence[Figure], other: Whose) -> list[Figure]:
    """Figures that look like the applicant's own, as those of whoever the text may still speak of."""
    doubt = Whose("own", other.name, False)
    return [each if each.reading.kind == "context" else replace(each, reading=owned(each.reading, doubt, None))
            for each in figures]

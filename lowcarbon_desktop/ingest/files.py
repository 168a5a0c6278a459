"""The files of an application: which tell whose it is, and what each one's name and title make of its values."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType

from lowcarbon_desktop.ingest.about import region_of
from lowcarbon_desktop.ingest.drafts import drafts_among, of_draft
from lowcarbon_desktop.ingest.grid import Source
from lowcarbon_desktop.ingest.limits import MAX_OPENING
from lowcarbon_desktop.ingest.papers import Paper, as_of, scope_of_paper, titles_of
from lowcarbon_desktop.ingest.scope import OWN, Scope
from lowcarbon_desktop.lines import Places
from lowcarbon_desktop.plan import Passage, Reading, Region
from lowcarbon_desktop.text.normal import squeezed

_Named = Mapping[Paper, tuple[Region, ...]]


class Files:
    """The papers of one application; `silent` do not tell whose it is, `open` are the places that the others leave."""

    def __init__(self, source: Source, captions: Container[str], places: Places,
                 labels: Mapping[str, str] = MappingProxyType({})) -> None:
        """`labels` is what a file's first table says, by a label or its title, of whose it is."""
        opening = {file: titles_of([passage.text for passage in passages][:MAX_OPENING], captions)
                   for file, passages in groupby(source.passages, key=lambda passage: passage.where.file)}
        self._places = places
        self._papers = {file.name: Paper(file.name, opening.get(file.name, ())) for file in source.files}
        self._alone = len(self._papers) == 1
        documents = [file for file, paper in self._papers.items() if file in opening and not paper.no_plan]
        drafts = drafts_among(list(self._papers), () if self._alone else documents)
        self._drafts = {file: of_draft(file) for file in drafts}
        told = [paper for file, paper in self._papers.items() if file not in self._drafts]
        heard, self.open = _deciding(told or self._papers.values(), places, labels)
        self.silent = frozenset(self._papers) - heard

    def scopes(self, applicant: Region | None) -> Mapping[str, Scope]:
        """Whose the values of those files are that are not simply the applicant's own."""
        scopes = ((file, scope_of_paper(paper, applicant, self._places, self._alone))
                  for file, paper in self._papers.items())
        return {file: scope for file, scope in scopes if scope != OWN}

    def theirs(self, applicant: Region | None) -> Mapping[str, str]:
        """The other places whose papers files are, by file."""
        return {file: scope.region for file, scope in self.scopes(applicant).items() if scope.region is not None}

    def apart(self, passages: Sequence[Passage], applicant: Region | None) -> tuple[list[Passage], list[Passage]]:
        """The passages of the applicant's own papers, and those of papers whose facts are not its own."""
        theirs = set() if self._alone else {
            *self._drafts, *(file for file, scope in self.scopes(applicant).items() if scope.region or scope.unsure)}
        return ([each for each in passages if each.where.file not in theirs],
                [each for each in passages if each.where.file in theirs])

    def standing(self, readings: Iterable[Reading], applicant: Region | None) -> list[Reading]:
        """The values as what the files make of them in which they stand."""
        scopes = self.scopes(applicant)
        return [self._stands(reading, scopes.get(reading.where.file, OWN)) for reading in readings]

    def _stands(self, reading: Reading, scope: Scope) -> Reading:
        draft = self._drafts.get(reading.where.file)
        if draft is None or scope.region is not None:
            return as_of(reading, scope)
        own = reading.kind == "target" and reading.region is None and draft not in reading.doubts
        return replace(reading, doubts=(*reading.doubts, draft)) if own else reading


def _deciding(papers: Iterable[Paper], places: Places,
              labels: Mapping[str, str]) -> tuple[frozenset[str], tuple[Region, ...]]:
    """The files that tell whose application it is, and the places where they disagree.

    Studies, samples and references tell nothing; a paper by which somebody applies comes before all others, and a
    city's before its province's.
    """
    papers = tuple(papers)
    plans = [paper for paper in papers if not paper.no_plan] or papers
    named: _Named = {paper: _place_of(paper, places) for paper in plans}
    if not any(named.values()):
        said = {paper: squeezed(labels.get(paper.file, "")) for paper in plans}
        named = {paper: tuple(places.find(text)) or region_of(text, places) for paper, text in said.items()}
    for narrower in (_applying, _innermost):
        if _disagree(named):
            named = narrower(named)
    several = dict.fromkeys(found[0] for found in named.values() if found) if _disagree(named) else {}
    return frozenset(paper.file for paper in named), tuple(several)


def _place_of(paper: Paper, places: Places) -> tuple[Region, ...]:
    texts = (*map(squeezed, paper.titles), *paper.names)
    return next((found for text in texts if (found := region_of(text, places))), ())


def _disagree(named: _Named) -> bool:
    found = [each for each in named.values() if each]
    return any(not set(each) & set(found[0]) for each in found)


def _applying(named: _Named) -> _Named:
    kept = {paper: found for paper, found in named.items() if not found or paper.applies}
    return kept if any(kept.values()) else named


def _innermost(named: _Named) -> _Named:
    """Without the papers of the provinces in which other papers' cities lie."""
    outer = {each.province for found in named.values() for each in found if each.level in ("city", "county")}
    return {paper: found for paper, found in named.items() if not found or all(
        each.level in ("city", "county") or each.name not in outer for each in found)}

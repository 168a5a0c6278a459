"""The year in which the applicant's own total CO2 emission peaks, as far as a sentence states one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lowcarbon_desktop.ingest.prose.bases import as_revised
from lowcarbon_desktop.ingest.prose.facts.boxes import boxed
from lowcarbon_desktop.ingest.prose.facts.clauses import is_labelled
from lowcarbon_desktop.ingest.prose.frames import unaimed
from lowcarbon_desktop.ingest.prose.parts import Parts
from lowcarbon_desktop.ingest.prose.peak_words import YEAR, words
from lowcarbon_desktop.ingest.prose.provisos import limited, questioned, supposed, ungrounded
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.spoken import Spoken
from lowcarbon_desktop.ingest.prose.verdicts import verdict
from lowcarbon_desktop.ingest.prose.whose import Owners
from lowcarbon_desktop.ingest.taken_back import taken_back
from lowcarbon_desktop.plan import Evidence, Fact
from lowcarbon_desktop.text.numerals import in_digits
from lowcarbon_desktop.text.years import PLAN_END

PEAK = "co2_peak_year"
_OUTDATED = re.compile(rf".*原(?:方案|规划|计划|目标|定)的?(?:于|在)?|{YEAR}年(?:左右|前后|底?前|底|末)?")
_TITLE = re.compile("《[^》]*》")
_PREAMBLE = re.compile("为[^。]*制[定订](?:了?本|此|该)")  # what a plan is made for is not yet what it promises


def peak_fact(sentences: Sequence[Sentence], owners: Owners, past: int, strays: Container[int]) -> Fact | None:
    """The fact, with every sentence that gives a year; two different years are a conflict.

    A year that is striven for (力争) is stated where no firmer one is. One that is only possible, or that stands in
    words which may be misread or in one of the `strays`, which may speak of another place, is shown and states nothing;
    but where such a year is later than the one that is stated, it contradicts that.
    """
    stated: list[tuple[int, Evidence]] = []
    striven: list[tuple[int, Evidence]] = []
    still_open: list[tuple[int, Evidence]] = []
    studied: list[Evidence] = []
    mentioned: list[Evidence] = []
    parts = [(position, part) for position, each in enumerate(sentences) for part in _parts(each)]
    others = {id(part) for position, part in parts if position in strays}
    for sentence, spoken in _spoken([part for _, part in parts], owners):
        evidence = Evidence(sentence.text, sentence.where)
        if supposed(_TITLE.sub("", sentence.plain), sentence.headings) or _unnamed(sentence, spoken):
            if any(words("peak").search(each.text) and not words("not").search(each.text) and each.whose.kind == "own"
                   for each in spoken):
                mentioned.append(evidence)  # what is only supposed, or not said of what, contradicts nothing
            continue
        years = [each for each in _years(sentence, spoken) if each[0] > past]
        for year, aim in years:
            doubtful = id(sentence) in others or boxed(sentence.plain) or _PREAMBLE.match(sentence.plain) or any(
                said(sentence.plain) for said in (questioned, taken_back, limited, verdict, unaimed, _hard))
            sure = not doubtful and sentence.trouble is None
            (still_open if not sure or aim == "open" else stated if aim == "firm" else striven).append((year, evidence))
        if not years and any(words("study").search(clause.text) and clause.whose.own
                                and not words("not").search(clause.text) for clause in spoken):
            studied.append(evidence)
    still_open, stated = (still_open + striven, stated) if stated else (still_open, striven)
    found = {year for year, _ in stated}
    later = [each for each in still_open if found and each[0] > min(found)]
    if len(found) > 1 or later:
        return Fact(PEAK, "conflict", None, False, "machine", _shown([*stated, *later]),
                    tuple(dict.fromkeys(year for year, _ in (*stated, *later))))
    if found:
        return Fact(PEAK, "stated", found.pop(), False, "machine", _shown(stated))
    if still_open:
        return Fact(PEAK, "unknown", None, False, "machine", (*_shown(still_open), *studied))
    if studied:
        return Fact(PEAK, "in_preparation", None, False, "machine", tuple(studied))
    return Fact(PEAK, "unknown", None, False, "machine", tuple(dict.fromkeys(mentioned))) if mentioned else None


def _hard(plain: str) -> str:
    """The words behind a peak that say how hard it is: 2022年达到峰值难度很大."""
    found = words("hard").search(plain)
    return found[0] if found is not None else ""


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence as it holds now; where only a part of it supposes, its parts: 基准情景下……；我市承诺……"""
    if words("peak").search(sentence.plain) is None:
        yield sentence
        return
    plain = ungrounded(_revised(sentence.plain) if "原" in sentence.plain else sentence.plain)
    split = ";" in plain and supposed(plain, ())
    for part in plain.split(";") if split else (plain,):
        yield replace(sentence, plain=part if part == plain or part.endswith("。") else f"{part}。")


def _unnamed(sentence: Sentence, spoken: Sequence[Spoken]) -> bool:
    """Whether a peak is told of nothing that the sentence names as the total: ……比2010年下降18%，2020年左右达到峰值."""
    found = [(each, peak) for each in spoken if (peak := words("peak").search(each.text)) is not None]
    bare = [each for each, peak in found if words("unnamed").match(each.text[:peak.start()])]
    return len(bare) == len(found) and not any(True for _ in _years(sentence, spoken)) and any(
        _year(each.text) is not None for each in bare)


def _revised(plain: str) -> str:
    """A sentence with the year that holds now, and the peak of which it speaks: 原定2030年达峰，现提前至2025年."""
    revised = as_revised(plain)
    spoken = next((each for each in plain.split(",") if words("peak").search(each)), "")
    if not spoken or words("peak").search(revised):
        return revised
    return f"{revised.rstrip('。')},{_OUTDATED.sub('', spoken)}。"


def _shown(years: Sequence[tuple[int, Evidence]]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for _, evidence in years))


def _spoken(sentences: Sequence[Sentence], owners: Owners) -> Iterator[tuple[Sentence, tuple[Spoken, ...]]]:
    """The sentences that speak of a peak of emission, clause by clause."""
    for _, group in groupby(sentences, key=lambda each: each.paragraph):
        paragraph = tuple(group)
        near = [*(each.plain for each in paragraph), *paragraph[0].headings[-1:]]
        if all(any(words(sign).search(each) for each in near) for sign in ("peak", "carbon")):
            yield from ((sentence, spoken) for sentence, spoken in zip(
                paragraph, owners.paragraph(paragraph), strict=True) if (not sentence.heading or is_labelled(sentence))
                and _of_emission(sentence))


def _of_emission(sentence: Sentence) -> bool:
    untitled = _TITLE.sub("", sentence.plain)  # 测算依据见《……情景研究》 supposes nothing
    return words("peak").search(untitled) is not None and words("other").search(untitled) is None


def _years(sentence: Sentence, spoken: Sequence[Spoken]) -> Iterator[tuple[int, str]]:
    """The peak years that a sentence gives for the applicant's own total emission, each firm, striven for or open."""
    carbon = words("carbon").search(sentence.plain) is not None
    if not carbon and not any(words("carbon").search(each) for each in sentence.headings[-1:]):
        return
    year: int | None = None
    parts = Parts(sentence, sectors=True)
    subject, announced, hope, foreseen, open_ended = "", False, False, False, False
    for clause in spoken:
        said = in_digits(clause.text).text
        promised = words("promise").search(said) is not None
        text = words("beside").sub("", said) if promised else said
        text = words("both").sub("总量", words("base").sub("", words("theirs").sub("", text)))
        hopes = words("hope").search(text)
        foreseen = not promised and (foreseen or words("foreseen").search(text) is not None)
        hope = not promised and (hope or (hopes is not None and hopes.start() < 2))
        ours = clause.whose.kind == "own"
        parts.hear(clause)
        if _year(text) is not None:
            open_ended = any(words(sign).search(text) for sign in ("open", "about"))
        sure = clause.whose.sure and not (foreseen or open_ended or parts.spoken_of)
        aim = "open" if not sure else "striven" if hope or (hopes is not None and not promised) else "firm"
        if announced and ours and (named := _year(text)) is not None:  # 碳排放峰值年份：2020年
            yield named, aim
        announced = clause.ended == ":" and words("announced").search(text) is not None
        year = _year(text) or year
        peak = words("peak").search(text)
        if any(words(sign).search(text) for sign in ("carbon", "total", "partial")) or (
                text.startswith(("总量", "而总量"))):
            subject = text[:peak.start()] if peak is not None else text
        if peak is None:
            if clause.ended == ";":
                year, subject, hope, foreseen = None, "", False, False
            continue
        plain = words("partial").search(subject) is None and words("not").search(text) is None
        if plain and ours and year is not None and words("done").search(text) is None:
            yield year, aim
        year = None


def _year(text: str) -> int | None:
    """The year of a clause; of a span, or of a five-year plan, its end: the weaker promise."""
    span = words("span").search(text)
    if span is not None:
        return max(int(span[1]), int(span[2]))
    years = [int(found[1]) for found in words("year").finditer(text)]
    if years:
        return years[-1] if len(set(years)) == 1 else None
    plan = words("plan").search(text)
    return PLAN_END[plan[1]] if plan is not None else None

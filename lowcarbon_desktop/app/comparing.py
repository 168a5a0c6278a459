"""Compare two drafts, or two rounds, of one plan, as plain data ("lowcarbon/compare/1") and as text."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.said import fact_value, place, word, years
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, Text, UsageError, message
from lowcarbon_desktop.plan import Fact, Plan, Reading
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.report.plain import rubric_plain
from lowcarbon_desktop.review.compare import SAME, Cell, FindingPair, compare
from lowcarbon_desktop.review.weighed import weighed
from lowcarbon_desktop.store import SUFFIX
from lowcarbon_desktop.wording import say

SCHEMA = "lowcarbon/compare/1"
Plain = dict[str, object]


class Compared:
    """What was compared: both sides judged, and what is the same and what is not."""

    def __init__(self, old: Assessment, new: Assessment) -> None:
        self.old, self.new, self.found = old, new, compare(old, new)

    @property
    def warning(self) -> Message | None:
        """That the drafts are of two places, where both are known: nobody revises one city's plan into another's."""
        one, other = self.old.plan.region, self.new.plan.region
        if one is None or other is None or one == other:
            return None
        return message("compare-two-places", old=Text(one.full_name, one.english or one.full_name),
                       new=Text(other.full_name, other.english or other.full_name))


def compare_files(old: Path, new: Path, reference: Reference, *, rubric: str, region: str | None = None) -> Compared:
    """Compare drafts or review files; of a review the verdicts count. Raises UsageError, PlanUnreadable."""
    return Compared(*(_judged(path, reference, rubric, region) for path in (old, new)))


def judged_like(path: Path, like: Assessment, reference: Reference, progress: Progress | None = None) -> Assessment:
    """A draft judged by the rubric of another, or a review as it counts. Raises UsageError, PlanUnreadable, Cancelled.
    """
    if path.suffix.lower() == SUFFIX:
        return _of_review(path)
    from lowcarbon_desktop.app.check import check
    from lowcarbon_desktop.app.open_plan import open_plan

    plans = open_plan(path, reference, progress=progress)
    if len(plans) > 1:
        region = like.plan.region.name if like.plan.region is not None else None
        plans = open_plan(path, reference, region=region, progress=progress)
    return check(_only(plans), like.rubric, reference)[0]


def compare_plain(compared: Compared, lang: str) -> Plain:
    """The object of `compare --format json`: every cell, fact and finding with its `change`."""
    found = compared.found
    return {
        "schema": SCHEMA, "lang": lang, "old": _side(compared.old), "new": _side(compared.new),
        "indicators": [{"id": each.either.indicator, "name": each.either.name, "base_year": each.either.base_year,
                        "target_year": each.either.target_year, "region": each.either.region, "change": each.change,
                        "old": _cell(each.old), "new": _cell(each.new)} for each in found.cells],
        "facts": [{"id": each.new.id, "change": each.change, "old": _fact(each.old), "new": _fact(each.new)}
                  for each in found.facts],
        "findings": [{"criterion": each.criterion, "change": each.change, "became": each.became, "old": each.old,
                      "new": each.new} for each in found.findings]}


def compare_text(compared: Compared, reference: Reference, lang: str) -> str:
    """What is not the same, a line each; what is the same is counted."""
    found = compared.found
    parts = []
    for code, all_of, lines in (
            ("compare-indicators", found.cells, [_cell_said(compared, each, reference, lang) for each in found.cells
                                                 if each.change != SAME]),
            ("compare-facts", found.facts, [_fact_said(each.old, each.new, reference, lang) for each in found.facts
                                            if each.change != SAME]),
            ("compare-findings", found.findings, [_finding_said(compared, each, lang) for each in found.findings
                                                  if each.change != SAME])):
        heading = message(code, changed=len(lines), same=len(all_of) - len(lines))
        parts.append("\n  ".join([say(heading, lang), *lines]))
    return "\n\n".join(parts) + "\n"


def _judged(path: Path, reference: Reference, rubric: str, region: str | None) -> Assessment:
    if path.suffix.lower() == SUFFIX:
        return _of_review(path)
    from lowcarbon_desktop.app.check import check, load_rubric
    from lowcarbon_desktop.app.open_plan import open_plan

    return check(_only(open_plan(path, reference, region=region)), load_rubric(rubric), reference)[0]


def _of_review(path: Path) -> Assessment:
    from lowcarbon_desktop.app.review_book import Book

    book = Book.open(path)
    return weighed(book.assessment, book.review)


def _only(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    if len(plans) > 1:
        raise UsageError(message("verdict-several", applicants=tuple(each.name for each in plans)))
    return plans


def _side(one: Assessment) -> Plain:
    return {"file": one.plan.files[0].name, "files": [{"file": each.name, "sha256": each.sha256}
                                                      for each in one.plan.files],
            "region": one.plan.region.name if one.plan.region is not None else None,
            "rubric": rubric_plain(one.rubric)}


def _cell(reading: Reading | None) -> Plain | None:
    return None if reading is None else {"printed": reading.printed, "where": {
        "file": reading.where.file, "sheet": reading.where.sheet, "cell": reading.where.cell,
        "page": reading.where.page}}


def _fact(fact: Fact) -> Plain:
    return {"state": fact.state, "value": fact.value}


def _cell_said(compared: Compared, cell: Cell, reference: Reference, lang: str) -> str:
    what, old, new, where = cell_said(compared, cell, reference, lang)
    return say(message(f"compare-{cell.change}", what=what, old=old, new=new, place=where), lang)


def cell_said(compared: Compared, cell: Cell, reference: Reference, lang: str) -> tuple[str, str, str, str]:
    """A cell in words: the indicator with its years, what was printed, what is, and where; "" for what is not there."""
    reading = cell.either
    name = reading.name if reading.indicator is None else reference.register.name(reading.indicator).of(lang)
    plan = compared.old.plan if cell.new is None else compared.new.plan
    old, new = (each.printed.strip() if each is not None else "" for each in (cell.old, cell.new))
    what = f"{name} {years(reading.base_year, reading.target_year, lang)}".strip()
    return what, old, new, place(reading.where, plan, lang)


def _fact_said(old: Fact, new: Fact, reference: Reference, lang: str) -> str:
    what, before, after = fact_said(old, new, reference, lang)
    return say(message("compare-fact", what=what, old=before, new=after), lang)


def fact_said(old: Fact, new: Fact, reference: Reference, lang: str) -> tuple[str, str, str]:
    """A fact in words: its name, what was known of it and what is."""
    kind = reference.facts.get(new.id)
    before, after = (f"{word(f'state-{each.state}', lang)} {fact_value(each, kind, lang)}".strip()
                     for each in (old, new))
    return (say(kind.name, lang) if kind is not None else new.id), before, after


def _finding_said(compared: Compared, pair: FindingPair, lang: str) -> str:
    rubric = (compared.new if pair.new is not None else compared.old).rubric
    criterion = rubric.criterion(pair.criterion)
    old, new = (word(each, lang) if each is not None else "—" for each in (pair.old, pair.new))
    line = say(message("compare-fact", what=f"[{criterion.number.of(lang)}] {criterion.title.of(lang)}", old=old,
                       new=new), lang)
    if pair.became is None:
        return line
    return say(message("compare-became", line=line, became=message(f"verdict-change-{pair.became}")), lang)

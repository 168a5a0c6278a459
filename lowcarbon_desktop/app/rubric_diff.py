"""The differences between two rubrics, or two versions of one, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.rubric import Criterion, Rubric
from lowcarbon_desktop.rubric.change import key, shown
from lowcarbon_desktop.wording import say

_TEXTS = ("number", "title", "rationale", "remedy", "evidence")
_WORDS = ("section", "severity", "dimension", "executability", "errs", "check", "locked", "former")


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `criterion` is None for the rubric itself; `before` and `after` are "" where there was nothing.

    `what` is "added" or "left_out" (with the title), "id" (renamed), or a key: "points", "with.tolerance", and of a
    text in two languages "title.zh".
    """

    criterion: str | None
    what: str
    before: str | Text
    after: str | Text


def differences(old: Rubric, new: Rubric) -> tuple[Difference, ...]:
    """What differs: the rubric's own fields first, then the criteria in the order of the new one, then those gone.

    A criterion that was renamed, and says so, is one criterion with another id.
    """
    found = [Difference(None, *each) for each in _changed(_of_rubric(old), _of_rubric(new))]
    before = {criterion.id: criterion for criterion in old}
    met: set[str] = set()
    for criterion in new:
        was = next((before[id] for id in (criterion.id, *criterion.former) if id in before), None)
        if was is None:
            found.append(Difference(criterion.id, "added", "", criterion.title))
            continue
        met.add(was.id)
        if was.id != criterion.id:
            found.append(Difference(criterion.id, "id", was.id, criterion.id))
        found += (Difference(criterion.id, *each) for each in _changed(fields(was), fields(criterion)))
    found += (Difference(id, "left_out", each.title, "") for id, each in before.items() if id not in met)
    return tuple(found)


def said(each: Difference) -> Message:
    """A difference in words, without whose it is."""
    if each.what in ("added", "left_out"):
        return message(f"rubric-diff-{each.what.replace('_', '-')}", title=each.before or each.after)
    field, _, lang = each.what.partition(".")
    what = key(each.what) if field == "with" else key(field)
    if lang in ("zh", "en") and field != "with":
        what = message("rubric-key-in", key=what, lang=message(f"yaml-{lang}"))
    code = "rubric-diff-changed" if each.before and each.after else "rubric-diff-new" if each.after else (
        "rubric-diff-gone")
    return message(code, key=what, before=each.before, after=each.after)


def plain(each: Difference, lang: str) -> dict[str, object]:
    """A difference as plain data for JSON."""
    return {"criterion": each.criterion, "what": each.what, "before": say(each.before, lang) or None,
            "after": say(each.after, lang) or None, "message": say(said(each), lang)}


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for what in dict.fromkeys((*before, *after)):
        if before.get(what, "") != after.get(what, ""):
            yield what, before.get(what, ""), after.get(what, "")


def _of_rubric(rubric: Rubric) -> dict[str, str]:
    return {"id": rubric.id, "version": rubric.version, **_both("title", rubric), **_both("serves", rubric),
            "date": rubric.date.isoformat(), "own_points": shown(rubric.own_points),
            "dimensions": shown([each.id for each in rubric.dimensions]),
            "sections": shown([each.id for each in rubric.sections])}


def fields(criterion: Criterion) -> dict[str, str]:
    """Every field of a criterion but its id, as one line each."""
    scope, citation = criterion.applies, criterion.citation
    plain = {what: shown(getattr(criterion, what)) for what in _WORDS}
    applies = {"levels": shown(scope.levels), "indicators": shown(scope.indicators), "since": str(scope.since or ""),
               "until": str(scope.until or "")}
    grades = ((each.title.zh, "ambition" if each.at is None else number(each.at)) for each in criterion.grades)
    return {
        **{name: text for each in _TEXTS for name, text in _both(each, criterion).items()}, **plain,
        "points": number(criterion.points), "line": "" if criterion.line is None else number(criterion.line),
        **{f"with.{name}": shown(value) for name, value in criterion.parameters.items()},
        "applies": "; ".join(f"{name}: {text}" for name, text in applies.items() if text),
        "grades": "; ".join(f"{title}: {at}" for title, at in grades),
        "source": " ".join((citation.document.zh, str(citation)))}


def _both(name: str, of: object) -> dict[str, str]:
    text = getattr(of, name)
    return {f"{name}.zh": text.zh, f"{name}.en": text.en}

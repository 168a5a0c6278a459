"""A rubric with all that its criteria say: as plain data for JSON, and as text to read."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.report.plain import tailoring_plain
from lowcarbon_desktop.rubric import Criterion, Rubric
from lowcarbon_desktop.rubric.change import said, shown
from lowcarbon_desktop.rubric.model import EVERYWHERE, Applies
from lowcarbon_desktop.wording import say


def rubric_plain(rubric: Rubric, lang: str) -> dict[str, object]:
    """A rubric with all of its criteria."""
    return {
        "id": rubric.id, "version": rubric.version, "sha256": rubric.sha256, "title": rubric.title.of(lang),
        "serves": rubric.serves.of(lang), "date": rubric.date.isoformat(), "own_points": rubric.own_points,
        "total_points": sum(each.points for each in rubric), "tailoring": tailoring_plain(rubric),
        "dimensions": [{"id": each.id, "title": each.title.of(lang)} for each in rubric.dimensions],
        "sections": [{"id": each.id, "title": each.title.of(lang)} for each in rubric.sections],
        "criteria": [criterion_plain(each, lang) for each in rubric]}


def criterion_plain(criterion: Criterion, lang: str) -> dict[str, object]:
    """One criterion with every key that a rubric may give it; what it has not is null or empty."""
    scope = criterion.applies
    return {
        "id": criterion.id, "number": criterion.number.of(lang), "section": criterion.section,
        "title": criterion.title.of(lang), "severity": criterion.severity, "executability": criterion.executability,
        "errs": criterion.errs, "points": criterion.points, "dimension": criterion.dimension, "check": criterion.check,
        "parameters": dict(criterion.parameters), "line": criterion.line,
        "applies": {"levels": list(scope.levels), "indicators": list(scope.indicators),
                    "since": scope.since.isoformat() if scope.since is not None else None,
                    "until": scope.until.isoformat() if scope.until is not None else None},
        "grades": [{"id": each.id, "title": each.title.of(lang), "at": each.at} for each in criterion.grades],
        "rationale": criterion.rationale.of(lang), "remedy": criterion.remedy.of(lang),
        "evidence": criterion.evidence.of(lang) or None,
        "source": {"document": criterion.citation.document.of(lang), "section": criterion.citation.section,
                   "table": criterion.citation.table or None},
        "former": list(criterion.former), "locked": criterion.locked}


def rubric_text(rubric: Rubric, lang: str) -> str:
    """A rubric to read: every criterion with what is asked, by whom, and how to mend it."""
    lines = [say(message("rubric-heading", title=rubric.title, id=rubric.id, version=rubric.version), lang),
             rubric.serves.of(lang)]
    if rubric.tailoring is not None:
        lines.append(say(message("tailoring-heading", name=rubric.tailoring.name), lang))
        lines += (f"  {say(said(each, rubric), lang)}" for each in rubric.tailoring.changes)
    for section in rubric.sections:
        lines += ["", f"# {section.title.of(lang)}"]
        for each in rubric:
            if each.section == section.id:
                lines += ["", f"[{each.number.of(lang)}] {each.title.of(lang)}",
                          *(f"  {say(said, lang)}" for said in _criterion(each))]
    return "\n".join(lines) + "\n"


def _criterion(each: Criterion) -> list[Message]:
    words = [message("rubric-about", id=each.id, severity=message(f"rubric-severity-{each.severity}"),
                     executability=message(f"rubric-executability-{each.executability}"), points=each.points),
             message("rubric-rationale", rationale=each.rationale, document=each.citation.document,
                     source=str(each.citation)),
             message("rubric-check", check=each.check, parameters=_in_words(each.parameters))]
    if each.applies != EVERYWHERE:
        words.append(message("rubric-applies", scope=scope(each.applies)))
    if each.grades:
        words.append(message("rubric-grades", grades=tuple(each.title for each in each.grades)))
    if each.errs != "neither":
        words.append(message(f"rubric-errs-{each.errs.replace('_', '-')}"))
    if each.locked:
        words.append(message("rubric-locked"))
    if each.former:
        words.append(message("rubric-former", former=each.former))
    if each.evidence.zh:
        words.append(message("rubric-evidence", evidence=each.evidence))
    return [*words, message("rubric-remedy", remedy=each.remedy)]


def scope(applies: Applies) -> tuple[Message, ...]:
    """To which plans a criterion applies, in words."""
    said = [message(f"rubric-level-{level}") for level in applies.levels]
    if applies.indicators:
        said.append(message("rubric-applies-indicators", indicators=applies.indicators))
    if applies.since is not None:
        said.append(message("rubric-applies-since", day=applies.since.isoformat()))
    if applies.until is not None:
        said.append(message("rubric-applies-until", day=applies.until.isoformat()))
    return tuple(said)


def _in_words(parameters: Mapping[str, object]) -> str:
    return "; ".join(f"{name}={shown(value)}" for name, value in parameters.items())

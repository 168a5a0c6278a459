"""Say what was read and found: as text, as plain data for JSON, as a PDF, on paper or in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, OutputError, message
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.wording import say


def read_text(plans: Iterable[Plan], reference: Reference, lang: str) -> str:
    """What was read, one plan after the other."""
    from lowcarbon_desktop.report import plain_text

    texts = (plain_text.read_text(plan, reference.register, lang, reference.facts) for plan in plans)
    return "\n\n".join(text.rstrip("\n") for text in texts)


def read_plain(plan: Plan, lang: str) -> dict[str, object]:
    """What was read, as "lowcarbon/read/1"."""
    from lowcarbon_desktop.report import plain

    return plain.read_plain(plan, lang)


def check_text(assessments: Sequence[Assessment], reference: Reference, lang: str) -> str:
    """What was found, one plan after the other, and all at a glance where there are several."""
    from lowcarbon_desktop.report import plain_text

    texts = [plain_text.check_text(each, reference.register, lang) for each in assessments]
    if len(assessments) > 1:
        texts.append(plain_text.matrix_text(assessments, lang))
    return "\n\n".join(text.rstrip("\n") for text in texts)


def check_plain(assessment: Assessment, lang: str) -> dict[str, object]:
    """What was found, as "lowcarbon/check/1"."""
    from lowcarbon_desktop.report import plain

    return plain.check_plain(assessment, lang)


def unreadable_plain(file: str, said: Message, lang: str) -> dict[str, object]:
    """What stands in the place of a plan that could not be read."""
    return {"plan": {"file": file}, "error": say(said, lang)}


def rubric_plain(rubric: Rubric, lang: str) -> dict[str, object]:
    """A rubric with all of its criteria."""
    return {
        "id": rubric.id, "version": rubric.version, "sha256": rubric.sha256, "title": rubric.title.of(lang),
        "serves": rubric.serves.of(lang), "date": rubric.date.isoformat(), "own_points": rubric.own_points,
        "dimensions": [{"id": each.id, "title": each.title.of(lang)} for each in rubric.dimensions],
        "sections": [{"id": each.id, "title": each.title.of(lang)} for each in rubric.sections],
        "criteria": [{
            "id": each.id, "number": each.number.of(lang), "section": each.section, "title": each.title.of(lang),
            "severity": each.severity, "executability": each.executability, "points": each.points,
            "dimension": each.dimension, "check": each.check, "parameters": dict(each.parameters),
            "rationale": each.rationale.of(lang), "remedy": each.remedy.of(lang),
            "source": {"document": each.citation.document.of(lang), "section": each.citation.section,
                       "table": each.citation.table or None},
        } for each in rubric]}


def rubric_text(rubric: Rubric, lang: str) -> str:
    """A rubric to read: every criterion with what is asked, by whom, and how to mend it."""
    lines = [say(message("rubric-heading", title=rubric.title, id=rubric.id, version=rubric.version), lang),
             rubric.serves.of(lang)]
    for section in rubric.sections:
        lines += ["", f"# {section.title.of(lang)}"]
        for each in rubric:
            if each.section == section.id:
                lines += ["", f"[{each.number.of(lang)}] {each.title.of(lang)}", *(f"  {say(said, lang)}" for said in (
                    message("rubric-about", id=each.id, severity=message(f"rubric-severity-{each.severity}"),
                            executability=message(f"rubric-executability-{each.executability}"), points=each.points),
                    message("rubric-rationale", rationale=each.rationale, document=each.citation.document,
                            source=str(each.citation)),
                    message("rubric-check", check=each.check, parameters=_in_words(each.parameters)),
                    message("rubric-remedy", remedy=each.remedy)))]
    return "\n".join(lines) + "\n"


def _in_words(parameters: Mapping[str, object]) -> str:
    import json

    return ", ".join(f"{name}={value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
                     for name, value in parameters.items())


def as_json(data: object) -> str:
    """JSON as every face writes it."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def make_folder(path: Path) -> None:
    """Make a folder for results, where it is not there yet. Raises OutputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(message("folder-not-made", folder=str(path), reason=error.strerror or "?")) from None


def write_result(path: Path, text: str) -> None:
    """Write a result whole or not at all. Raises OutputError."""
    from lowcarbon_desktop.report.writing import write_beside

    write_beside(path, text.encode("utf-8"))

"""The planning documents of several applicants side by side: which has which, as the report's own picture shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lowcarbon_desktop.checks import Assessment, Finding
from lowcarbon_desktop.report import words

_HEAD = "matrix-count"
_STATES = ("stated", "in-preparation", "absent")


class Coverage(NamedTuple):
    """`rows` are (applicant, its state of each document in a word), in the order of the documents."""

    documents: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def coverage(assessments: Sequence[Assessment], lang: str) -> Coverage | None:
    """The coverage of several applicants; None for fewer than two, or where the rubric does not ask for it."""
    found = [(each, finding) for each in assessments for finding in each.findings if finding.message.code == _HEAD]
    if len(found) < 2:
        return None
    documents = tuple(dict.fromkeys(name for _, finding in found for name in _states(finding, lang)))
    rows = tuple((words.applicant(each.plan, lang), tuple(_states(finding, lang).get(name, "") for name in documents))
                 for each, finding in found)
    return Coverage(documents, rows)


def _states(finding: Finding, lang: str) -> dict[str, str]:
    states = {}
    for detail in finding.details:
        document = detail.message.args.get("document")
        if document is not None and not isinstance(document, str):
            state = detail.message.code.removeprefix("matrix-")
            states[document.of(lang)] = words.word(f"coverage-{state if state in _STATES else 'open'}", lang)
    return states

"""Say what was read and found: as text, as plain data for JSON, as a PDF, on paper or in a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, OutputError, message
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.wording import say

if TYPE_CHECKING:
    from lowcarbon_desktop.app.reference import Reference


def read_text(plans: Iterable[Plan], reference: Reference, lang: str) -> str:
    """What was read, one plan after the other."""
    from lowcarbon_desktop.report import reading_text

    texts = (reading_text.read_text(plan, reference.register, lang, reference.facts) for plan in plans)
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


def matrix_text(assessment: Assessment, lang: str) -> str:
    """The matrix of instruments with its places."""
    from lowcarbon_desktop.report import advice

    return advice.matrix_text(assessment, lang)


def matrix_plain(assessment: Assessment, lang: str) -> dict[str, object] | None:
    """The matrix of instruments, as in "lowcarbon/check/1"; None where there is none."""
    from lowcarbon_desktop.report import plain_more

    return plain_more.instruments(assessment, lang)


def unreadable_plain(file: str, said: Message, lang: str) -> dict[str, object]:
    """What stands in the place of a plan that could not be read."""
    return {"plan": {"file": file}, "error": say(said, lang)}


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

"""Write the empty form that applicants fill in."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.app.check import DEFAULT_RUBRIC
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.rubrics import find_rubric, load_bound
from lowcarbon_desktop.errors import OutputError, PlanUnreadable, UsageError, message
from lowcarbon_desktop.ingest.applicant import named_by_user
from lowcarbon_desktop.plan.form import FACTS_MARK
from lowcarbon_desktop.progress import Progress

_PROVINCES = ("province", "municipality", "sar")


def write_template(path: Path, reference: Reference, *, rubric: str = DEFAULT_RUBRIC, lang: str = "zh",
                   region: str | None = None, replace: bool = False, progress: Progress | None = None) -> None:
    """Write the form for a rubric (an id or a path), the place filled in where `region` names it.

    A file that may hold somebody's work is replaced only if `replace` says so; an empty form always. Raises UsageError,
    FaultyData for the rubric, OutputError, Cancelled; then nothing is written.
    """
    from lowcarbon_desktop.report.template_content import template
    from lowcarbon_desktop.report.template_workbook import workbook
    from lowcarbon_desktop.report.writing import write_beside

    progress = progress or Progress()
    progress.step(0, 2)
    if path.suffix.lower() != ".xlsx":
        raise UsageError(message("form-ending", path=str(path)))
    place = named_by_user(region, reference.places) if region is not None else None
    bound = load_bound(find_rubric(rubric), reference)
    if not replace and path.is_file() and path.stat().st_size and not _empty_form(path, reference):
        raise OutputError(message("form-exists", path=str(path)))
    content = template(bound, reference.register, reference.facts, _provinces(reference), place)
    write_beside(path, workbook(content, lang), before_rename=lambda: progress.step(1, 2))


def _provinces(reference: Reference) -> tuple[str, ...]:
    places = reference.places
    return tuple(dict.fromkeys(place.name for name in places.names() for place in places.find(name)
                               if place.level in _PROVINCES))


def _empty_form(path: Path, reference: Reference) -> bool:
    """Whether a file is a form into which nobody has written yet."""
    try:
        plans = open_plan(path, reference)
    except PlanUnreadable:
        return False
    return all(any(cell.text == FACTS_MARK for table in plan.tables for row in table.rows for cell in row.cells)
               and all(reading.value is None for reading in plan.readings) and plan.as_of is None
               and all(fact.state == "unknown" for fact in plan.facts.values()) for plan in plans)

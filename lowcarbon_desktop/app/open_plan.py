"""Open an application: read its files, understand its tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.ingest.grid import Source
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import Correction


def read_source(path: Path, progress: Progress | None = None) -> Source:
    """Read a file, or a folder whose files are one application. Raises PlanUnreadable, Cancelled."""
    raise NotImplementedError


def build_plans(source: Source, reference: Reference, *, region: str | None = None, as_of: date | None = None,
                corrections: Iterable[Correction] = ()) -> tuple[Plan, ...]:
    """Understand what was read: one plan, or one for each applicant of a comparison table.

    `region` names the applicant (or picks one of several), `as_of` overrides the plan's own date. Corrections whose
    cell does not print what they were made on are not applied and are told in the plan's remarks.
    Raises UsageError for a region that is not known or not among the applicants.
    """
    raise NotImplementedError


def open_plan(path: Path, reference: Reference, *, region: str | None = None, as_of: date | None = None,
              corrections: Iterable[Correction] = (), progress: Progress | None = None) -> tuple[Plan, ...]:
    """Read and understand in one go."""
    source = read_source(path, progress)
    return build_plans(source, reference, region=region, as_of=as_of, corrections=corrections)

"""Export the findings of one or several plans as a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import Review


def export_workbook(assessments: Sequence[Assessment], reference: Reference, path: Path, *, lang: str = "zh",
                    notes: Sequence[Mapping[str, str]] = (), reviews: Sequence[Review] = (),
                    progress: Progress | None = None) -> None:
    """Write findings, values and facts to an xlsx, whole or not at all. `notes` are the reviewer's, one map a plan.

    Of reviewed plans `reviews` add the scoring sheet, and private notes are not given. Raises OutputError, Cancelled;
    then what was there is there.
    """
    from lowcarbon_desktop.report.workbook import sheets, workbook
    from lowcarbon_desktop.report.writing import write_beside

    progress = progress or Progress()
    progress.step(0, 2)
    data = workbook(sheets(assessments, reference.register, reference.facts, notes, lang, reviews))
    write_beside(path, data, before_rename=lambda: progress.step(1, 2))

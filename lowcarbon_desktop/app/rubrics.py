"""Find, load and lint rubrics: shipped ones by id, others by path."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.assets import rubrics
from lowcarbon_desktop.checks.bind import BoundRubric, try_bind
from lowcarbon_desktop.errors import Fault, FaultyData, UsageError, message
from lowcarbon_desktop.wording.meant import meant


def shipped() -> tuple[str, ...]:
    """The ids of the shipped rubrics, in alphabetical order."""
    from lowcarbon_desktop.rubric.load import FILE

    return tuple(sorted(folder.name for folder in rubrics().iterdir() if (folder / FILE).is_file()))


def find_rubric(id_or_path: str) -> Path:
    """The folder of a shipped rubric, or the path as given. Raises UsageError where there is neither."""
    if id_or_path in shipped():
        return rubrics() / id_or_path
    path = Path(id_or_path)
    if not path.exists():
        raise UsageError(message("rubric-unknown", rubric=id_or_path, shipped=shipped(),
                                 meant=meant(id_or_path, shipped())))
    return path


def load_bound(path: Path, reference: Reference) -> BoundRubric:
    """A rubric ready to judge. Raises FaultyData with the faults of the file and of its parameters together."""
    bound, faults = _examine(path, reference)
    if faults:
        raise FaultyData(faults)
    return bound


def lint(path: Path, reference: Reference) -> tuple[Fault, ...]:
    """All faults of a rubric, in file order; none means that it is valid. Raises UsageError where there is no file."""
    return _examine(path, reference)[1]


def _examine(path: Path, reference: Reference) -> tuple[BoundRubric, tuple[Fault, ...]]:
    from lowcarbon_desktop.checks.table import KINDS
    from lowcarbon_desktop.rubric.load import examine

    rubric, faults = examine(path)
    bound, wrong = try_bind(rubric, KINDS, reference)
    return bound, tuple(sorted((*faults, *wrong), key=lambda fault: (fault.line, fault.column)))

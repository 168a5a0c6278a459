"""Find, load and lint rubrics: shipped ones by id, others by path."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.assets import rubrics
from lowcarbon_desktop.checks.bind import BoundRubric, try_bind
from lowcarbon_desktop.errors import Fault, FaultyData, UsageError, message
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.rubric.model import FILE
from lowcarbon_desktop.wording.meant import meant


def shipped() -> tuple[str, ...]:
    """The ids of the shipped rubrics, in alphabetical order."""
    return tuple(sorted(folder.name for folder in rubrics().iterdir() if (folder / FILE).is_file()))


def own_folder() -> Path:
    """Where the user's own rubrics lie, one folder each; it need not exist yet."""
    from lowcarbon_desktop.store.places import data_folder

    return data_folder() / "rubrics"


def own() -> tuple[str, ...]:
    """The ids of the user's own rubrics, in alphabetical order."""
    try:
        return tuple(sorted(folder.name for folder in own_folder().iterdir() if (folder / FILE).is_file()))
    except OSError:
        return ()


def find_rubric(id_or_path: str) -> Path:
    """The folder of a shipped rubric, the path as given, or the user's own rubric of this id. Raises UsageError."""
    if id_or_path in shipped():
        return rubrics() / id_or_path
    path = Path(id_or_path)
    if path.exists():
        return path
    if id_or_path in own():
        return own_folder() / id_or_path
    raise UsageError(message("rubric-unknown", rubric=id_or_path, shipped=(*shipped(), *own()),
                             meant=meant(id_or_path, (*shipped(), *own()))))


def load_bound(path: Path, reference: Reference, tailoring: Path | None = None) -> BoundRubric:
    """A rubric ready to judge. Raises FaultyData with the faults of the file and of its parameters together.

    One that was compiled when the program was made is not parsed, unless a tailoring of it has faults: then the file
    tells their places.
    """
    from lowcarbon_desktop.rubric.compiled import compiled_rubric

    rubric = compiled_rubric(path)
    bound, faults = (_bound(rubric, (), reference, tailoring) if rubric is not None
                     else examine_bound(path, reference, tailoring))
    if rubric is not None and faults:
        bound, faults = examine_bound(path, reference, tailoring)
    if any(not fault.warning for fault in faults):
        raise FaultyData(faults)
    return bound


def examine_bound(path: Path, reference: Reference,
                  tailoring: Path | None = None) -> tuple[BoundRubric, tuple[Fault, ...]]:
    """What can be made of a rubric, and its faults and those of its parameters. Raises UsageError, as find_rubric.

    A tailoring is looked at only where the rubric itself has no faults.
    """
    from lowcarbon_desktop.rubric.load import examine

    return _bound(*examine(path), reference, tailoring)


def _bound(rubric: Rubric, faults: tuple[Fault, ...], reference: Reference,
           tailoring: Path | None) -> tuple[BoundRubric, tuple[Fault, ...]]:
    from lowcarbon_desktop.checks.table import KINDS

    if tailoring is not None and not faults:
        from lowcarbon_desktop.rubric.tailoring import tailor

        rubric, faults = tailor(rubric, tailoring)
    bound, wrong = try_bind(rubric, KINDS, reference)
    if tailoring is not None and not faults and not wrong:
        bound = _with_lines_before(bound, reference)
    if not faults and not wrong:
        return bound, ()
    from lowcarbon_desktop.rubric.load import in_order

    return bound, in_order((*faults, *wrong), rubric.file)


def _with_lines_before(bound: BoundRubric, reference: Reference) -> BoundRubric:
    """The tailoring's changes with the nation's threshold for which another was put, which only the lines know."""
    rubric = bound.rubric
    if rubric.tailoring is None:
        return bound
    before = {}
    for each in bound:
        was = each.line and reference.lines.nation(each.line.indicator, each.line.base_year, each.line.target_year,
                                                   rubric.date)
        if was is not None:
            before[each.criterion.id] = number(was.low)
    changes = tuple(change._replace(before=before[change.criterion]) if change.what == "line" else change
                    for change in rubric.tailoring.changes)
    return replace(bound, rubric=replace(rubric, tailoring=rubric.tailoring._replace(changes=changes)))

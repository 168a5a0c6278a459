"""Lint a rubric with its cases, or a tailoring: every fault at once, and what is only worth a look as warnings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.rubric_cases import promised
from lowcarbon_desktop.app.rubrics import examine_bound, find_rubric, own, own_folder, shipped
from lowcarbon_desktop.assets import rubrics
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.errors import Fault, FaultyData, UsageError, message
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.rubric.cases import Vocabulary, load_cases
from lowcarbon_desktop.rubric.load import in_order, read_yaml
from lowcarbon_desktop.rubric.model import FILE
from lowcarbon_desktop.rubric.nodes import Item
from lowcarbon_desktop.rubric.signs import hidden_signs, is_id
from lowcarbon_desktop.rubric.tailoring import is_tailoring
from lowcarbon_desktop.wording.meant import meant


def lint(id_or_path: str, reference: Reference, beside: Iterable[str] = ()) -> tuple[Fault, ...]:
    """All faults, file by file and from top to bottom; none means that it is valid.

    A tailoring is linted upon the rubric that it names: a shipped one, or one among `beside`, the paths that are
    linted with it. Cases are looked at where a whole folder is linted. Raises UsageError where there is no such file.
    """
    path = find_rubric(id_or_path)
    file = path / FILE if path.is_dir() else path
    item = read_yaml(file)[1]
    if is_tailoring(item):
        return _tailoring(file, item, reference, beside)
    bound, faults = examine_bound(path, reference)
    files = [file, *(file.with_name(f"{section.id}.yaml") for section in bound.rubric.sections if is_id(section.id))]
    broken = next((fault for fault in faults if fault.message.code == "yaml-syntax"), None)
    if broken is not None:  # whose criteria are missing: all that follows from that alone would hide the one fault
        faults = tuple(fault for fault in faults if fault.message.code != "rubric-points-total")
        faults += (broken._replace(message=message("rubric-rest-waits", file=Path(broken.file).name), warning=True),)
    elif path.is_dir():
        faults += (*_cases(bound.rubric, reference), *_unused(path, files))
        files += sorted((path / "cases").glob("*.yaml"))
    faults += tuple(_twins(bound.rubric))
    return _with_signs(faults, files)


def _tailoring(file: Path, item: Item | None, reference: Reference, beside: Iterable[str]) -> tuple[Fault, ...]:
    named = item.data["rubric"] if item is not None and isinstance(item.data, dict) else None
    rubric = next((path for path in _candidates(beside) if named is not None and _id(path) == named.data), None)
    if rubric is None and named is not None:
        said = message("rubric-unknown", rubric=named.written, shipped=shipped(),
                       meant=meant(named.written, shipped()))
        return (Fault(str(file), named.mark.line, named.mark.column, said),)
    return _with_signs(examine_bound(rubric or file, reference, file)[1], [file])


def _candidates(beside: Iterable[str]) -> Iterable[Path]:
    for each in beside:
        path = Path(each)
        if path.exists():
            yield path / FILE if path.is_dir() else path
    yield from (rubrics() / id / FILE for id in shipped())
    yield from (own_folder() / id / FILE for id in own())


def _id(file: Path) -> object:
    """The id of the rubric in a file, None where it is no rubric."""
    item = read_yaml(file)[1] if file.is_file() else None
    if item is None or not isinstance(item.data, dict) or is_tailoring(item) or "id" not in item.data:
        return None
    return item.data["id"].data


def _cases(rubric: Rubric, reference: Reference) -> tuple[Fault, ...]:
    if not rubric.criteria:
        return ()
    try:
        cases = load_cases(rubric, Vocabulary(OUTCOMES, reference.facts))
    except FaultyData as faulty:
        return faulty.faults
    except OSError as error:
        raise UsageError(message("rubric-no-access", file=str(Path(rubric.file).parent / "cases"),
                                 reason=error.strerror or "?")) from None
    return promised(rubric, cases)


def _twins(rubric: Rubric) -> Iterable[Fault]:
    """Two criteria that can only ever end alike: one of them was copied and not changed."""
    seen: dict[str, str] = {}
    for criterion in rubric:
        what = repr((criterion.check, sorted(criterion.parameters.items()), criterion.applies))
        first = seen.setdefault(what, criterion.id)
        if first != criterion.id and criterion.check:
            mark = criterion.marks.get("check", criterion.marks[""])
            yield Fault(mark.file, mark.line, mark.column,
                        message("rubric-twin", criterion=criterion.id, other=first), True)


def _unused(folder: Path, files: Iterable[Path]) -> Iterable[Fault]:
    """A file that no section is called after is read by nobody."""
    for stray in sorted(set(folder.glob("*.yaml")) - set(files)):
        yield Fault(str(stray), 0, 0, message("rubric-unused-file", file=stray.name), True)


def _with_signs(faults: Iterable[Fault], files: Iterable[Path]) -> tuple[Fault, ...]:
    """With a warning of each hidden sign, but where the line has been told of already."""
    files = [file for file in files if file.is_file()]
    told = {(fault.file, fault.line) for fault in faults}
    hidden = [sign for file in files for sign in hidden_signs(file.read_bytes(), str(file))
              if (sign.file, sign.line) not in told]
    return in_order((*faults, *hidden), str(files[0]) if files else "")

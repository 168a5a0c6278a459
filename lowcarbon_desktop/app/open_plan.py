"""Open an application: read its files, understand its tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.errors import Message, PlanUnreadable, message
from lowcarbon_desktop.ingest.build import build
from lowcarbon_desktop.ingest.grid import Content, Source
from lowcarbon_desktop.ingest.readers import read_content
from lowcarbon_desktop.ingest.readers.raw import read_bytes
from lowcarbon_desktop.plan import Plan, SourceFile
from lowcarbon_desktop.progress import Progress

if TYPE_CHECKING:
    from lowcarbon_desktop.review import Correction
    from lowcarbon_desktop.review.remembered import Remembered


def read_source(path: Path, progress: Progress | None = None) -> Source:
    """Read a file, or a folder whose files are one application. Raises PlanUnreadable, Cancelled."""
    progress = progress or Progress()
    if not _is_folder(path):
        data = read_bytes(path, progress=progress)
        return _source([_file(path.name, data)], [read_content(path.name, data, progress)], [], whole=True)
    from lowcarbon_desktop.app.folder import files_of, without_twins
    inside, left = files_of(path)
    files: list[SourceFile] = []
    contents: list[Content] = []
    remarks: list[Message] = []
    for position, each in enumerate(inside):
        step = Progress(partial(_step, progress, position, len(inside)))
        step.step(0, 1)
        name = each.relative_to(path).as_posix()
        try:
            data = read_bytes(each, name, step)
            file = _file(name, data)
            twin = next((known.name for known in files if known.sha256 == file.sha256), None)
            if twin is not None:
                remarks.append(message("file-twin", file=name, other=twin))
                continue
            contents.append(read_content(name, data, step))
        except PlanUnreadable as error:
            left.append(error.message)
        else:
            files.append(file)
    if not files:
        raise PlanUnreadable(left[0] if left else message("folder-empty", folder=path.name))
    contents, twins = without_twins(contents, [file.name for file in files])
    return _source(files, contents, [*left, *remarks, *twins], whole=not left)


def _is_folder(path: Path) -> bool:
    """Not where nobody can tell: reading it as a file says why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _step(progress: Progress, position: int, total: int, *_: int) -> None:
    """A step within one of several files: tells which file it is, and stops where the whole is to stop."""
    progress.step(position, total)


def build_plans(source: Source, reference: Reference, *, region: str | None = None, as_of: date | None = None,
                corrections: Iterable[Correction] = (), progress: Progress | None = None) -> tuple[Plan, ...]:
    """Understand what was read: one plan, or one for each applicant of a comparison table.

    `region` names the applicant (or picks one of several), `as_of` overrides the plan's own date. Corrections of what
    does not stand in the draft as they were made on it are not applied and are told in the plan's remarks.
    Raises UsageError for a region that is not known or not among the applicants, PlanUnreadable for no table, and
    Cancelled.
    """
    left = list(corrections)
    if left:
        from lowcarbon_desktop.app.corrected import with_texts
        source, used = with_texts(source, left)
        left = [each for each in left if each not in used]
    plans = tuple(replace(plan, facts={id: plan.fact(id) for id in reference.facts})
                  for plan in build(source, reference.tools, region, as_of, progress))
    return _meant(plans, source, left, reference) if left else plans


def open_plan(path: Path, reference: Reference, *, region: str | None = None, as_of: date | None = None,
              corrections: Iterable[Correction] = (), remembered: Sequence[Remembered] = (), part: bool = False,
              progress: Progress | None = None) -> tuple[Plan, ...]:
    """Read and understand in one go; what the `remembered` corrections propose is used, and doubted.

    `part` where the user says that more belongs to the application than was given: then silence in it means nothing.
    """
    source = read_source(path, progress)
    source = in_part(source) if part else source
    plans = build_plans(source, reference, region=region, as_of=as_of, corrections=corrections,
                        progress=progress)
    if not remembered:
        return plans
    from lowcarbon_desktop.app.proposals import proposals_for, with_proposals
    return tuple(with_proposals(plan, proposals_for(plan, remembered, reference), source, reference) for plan in plans)


def in_part(source: Source) -> Source:
    """What was read, as a part of an application: that something is not in it says nothing."""
    return replace(source, whole=False, remarks=(*source.remarks, message("plan-in-part")))


def source_of(raw: Mapping[str, bytes], contents: Sequence[Content]) -> Source:
    """What files whose bytes are at hand hold together."""
    return _source([_file(name, data) for name, data in raw.items()], contents, [], whole=True)


def endings() -> tuple[str, ...]:
    """The endings of the files that can be read, for a dialog that asks for one."""
    from lowcarbon_desktop.ingest.readers import suffixes
    return suffixes()


def _source(files: Sequence[SourceFile], contents: Sequence[Content], remarks: Sequence[Message],
            whole: bool) -> Source:
    """What the files hold together; silence in it means something where a document is among them and all was read."""
    said = (*remarks, *(remark for each in contents for remark in each.remarks))
    return Source(tuple(files), tuple(grid for each in contents for grid in each.grids), said,
                  tuple(passage for each in contents for passage in each.passages),
                  whole and all(each.complete for each in contents) and any(each.document for each in contents))


def _file(name: str, data: bytes) -> SourceFile:
    return SourceFile(name, sha256(data).hexdigest())


def _meant(plans: tuple[Plan, ...], source: Source, corrections: Sequence[Correction],
           reference: Reference) -> tuple[Plan, ...]:
    """The plans with what the corrections make of their readings; each tells those that are used on none."""
    from lowcarbon_desktop.app.corrected import with_meanings

    made = [with_meanings(plan, corrections, source, reference) for plan in plans]
    unused = [each for each in corrections if all(outcomes[each] is not None for _, outcomes in made)]
    return tuple(replace(plan, remarks=(*plan.remarks, *(outcomes[each] for each in unused)))
                 for plan, outcomes in made)

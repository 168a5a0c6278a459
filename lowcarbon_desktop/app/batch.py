"""Check every application of a folder: a report each, and one summary of them all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

from lowcarbon_desktop.app.check import DEFAULT_RUBRIC, check, load_rubric
from lowcarbon_desktop.app.crew import answers
from lowcarbon_desktop.app.folder import listed
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.present import make_folder
from lowcarbon_desktop.app.print_report import print_report
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import LowCarbonError, Message, OutputError, UsageError, message
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.report.summary import Entry
from lowcarbon_desktop.rubric import Rubric

SUMMARIES = ("summary.xlsx", "summary.json", "summary.pdf")
MOST_JOBS = 8
P = ParamSpec("P")
T = TypeVar("T")


class Asked(NamedTuple):
    """What is to be done: the folder, where the results go, by what, how, and whether earlier results may go."""

    folder: Path
    out: Path
    rubric: str = DEFAULT_RUBRIC
    tailoring: Path | None = None
    jobs: int = 1
    lang: str = "zh"
    replace: bool = False


@dataclass(frozen=True)
class Batch:
    """All that was found, in the order of the names."""

    rubric: Rubric
    entries: tuple[Entry, ...]

    @property
    def status(self) -> int:
        """The highest of all."""
        return max((each.status for each in self.entries), default=0)


def usual_jobs() -> int:
    """As many processes as the machine has cores, within limits."""
    return min(os.cpu_count() or 1, MOST_JOBS)


def run(asked: Asked, progress: Progress | None = None) -> Batch:
    """Read, judge, print and sum up. Plans are judged knowing of each other, whatever the number of processes.

    Raises UsageError, FaultyData for the rubric, OutputError, Cancelled: reports that are written by then stay, and
    there is no summary.
    """
    progress = progress or Progress()
    rubric = load_rubric(asked.rubric, asked.tailoring)
    paths = applications(asked.folder, asked.out)
    _refuse_existing(asked, [*SUMMARIES, *(f"{path.stem}.pdf" for path in paths)])
    total = 2 * len(paths) + 1
    entries = [Entry(path.name, said=message("batch-results", folder=path.name)) for path in paths if _results(path)]
    paths = [path for path in paths if not _results(path)]
    plans: list[tuple[str, Plan]] = []
    with closing(answers(_read, paths, asked.jobs)) as answered:  # cancelled, the processes end at once
        for at, (path, read) in enumerate(zip(paths, answered, strict=True), start=1):
            plans += [(path.name, plan) for plan in read] if isinstance(read, tuple) else []
            if not isinstance(read, tuple):
                entries.append(read or Entry(path.name, said=message("batch-died", file=path.name), status=4))
            progress.step(at, total)
    entries += _judged(plans, rubric)
    entries = _named(sorted(entries, key=lambda each: each.file))
    _refuse_existing(asked, [each.pdf for each in entries if each.pdf])
    to_print = [(each, asked.out, asked.lang) for each in entries if each.assessment is not None]
    make_folder(asked.out)
    with closing(answers(_print, to_print, asked.jobs)) as answered:
        batch = Batch(rubric, tuple(_printed(entries, answered, progress, total)))
    from lowcarbon_desktop.app.batch_said import write

    write(batch.entries, rubric, asked.out, asked.lang)
    progress.step(total, total)
    return batch


def applications(folder: Path, out: Path) -> list[Path]:
    """What lies in the folder, each file and each folder an application, but for the folder of the results.

    Raises UsageError where there is none, or the results would lie among the plans.
    """
    if not folder.is_dir():
        raise UsageError(message("batch-no-folder", folder=str(folder)))
    if folder.resolve() == out.resolve():
        raise UsageError(message("batch-among-plans", folder=str(folder)))
    try:
        found = [each for each in listed(folder) if not _same(each, out)]
    except OSError as error:
        raise UsageError(message("file-failed", file=folder.name, reason=error.strerror or str(error))) from None
    if not found:
        raise UsageError(message("batch-empty", folder=str(folder)))
    return found


def _same(one: Path, other: Path) -> bool:
    """Whether both are one place; a link that leads round to itself is none."""
    try:
        return one.resolve() == other.resolve()
    except RuntimeError:
        return False


def _results(path: Path) -> bool:
    """Whether a folder holds what an earlier run has written; nobody applies with that."""
    return path.is_dir() and all((path / name).is_file() for name in SUMMARIES)


def _refuse_existing(asked: Asked, names: Sequence[str]) -> None:
    there = [] if asked.replace else [name for name in names if (asked.out / name).exists()]
    if there:
        raise OutputError(message("batch-exists", out=str(asked.out), count=len(there), files=tuple(there[:5])))


def _read(path: Path) -> tuple[Plan, ...] | Entry:
    """The plans of one application, or why there are none: whatever is wrong with it, the others go on."""
    return _spared(path.name, open_plan, path, reference())


def _spared(file: str, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | Entry:
    """What the work gives, or why it gives nothing: what is wrong with the file, or a fault of the program."""
    try:
        return work(*given, **named)
    except LowCarbonError as error:
        return Entry(file, said=error.message, status=error.status)
    except Exception as error:  # a fault of the program on one file must not cost the other forty-five
        return Entry(file, said=message("cli-program-fault", error=f"{type(error).__name__}: {error}"), status=4)


def _judged(plans: Sequence[tuple[str, Plan]], rubric: Rubric) -> Iterator[Entry]:
    every = [plan for _, plan in plans]
    for at, (file, plan) in enumerate(plans):
        found = _spared(file, check, [plan], rubric, reference(), peers=[*every[:at], *every[at + 1:]])
        yield found if isinstance(found, Entry) else Entry(file, found[0], status=int(found[0].must_fail > 0))


def _named(entries: Sequence[Entry]) -> list[Entry]:
    """Each with the name of its report: the file's, and the place where a file holds several; no two alike."""
    taken: set[str] = {name.casefold() for name in SUMMARIES}
    named = []
    for each in entries:
        if each.assessment is None:
            named.append(each)
            continue
        several = sum(other.file == each.file for other in entries) > 1
        stem = Path(each.file).stem + (f"-{_plain(each.assessment.plan.name)}" if several else "")
        name, number = f"{stem}.pdf", 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}.pdf"
        taken.add(name.casefold())
        named.append(replace(each, pdf=name))
    return named


def _plain(name: str) -> str:
    return re.sub(r"[^\w-]", "_", name)[:60]


def _printed(entries: Sequence[Entry], printed: Iterator[Message | Unwritten | str | None], progress: Progress,
             total: int) -> Iterator[Entry]:
    read = (total - 1) // 2
    for at, each in enumerate(entries, start=1):
        if each.assessment is None:
            yield each
            continue
        answer = next(printed)
        if isinstance(answer, Unwritten):
            raise OutputError(answer.said)
        if answer == "":
            yield each
        else:
            said = answer if isinstance(answer, Message) else message("batch-died", file=each.file)
            yield replace(each, pdf="", said=said, status=4)
        progress.step(read + read * at // len(entries), total)


class Unwritten(NamedTuple):
    """Why a report could not be written; an exception would lose its message on the way between two processes."""

    said: Message


def _print(work: tuple[Entry, Path, str]) -> Message | Unwritten | str:
    """Write one report: "" where that is done, else a fault of the program, or why nothing can be written there."""
    each, out, lang = work
    answer = _spared(each.file, _written, each, out, lang)
    return answer.said if isinstance(answer, Entry) else answer


def _written(each: Entry, out: Path, lang: str) -> Unwritten | str:
    try:
        print_report(each.assessment, reference(), out / each.pdf, lang=lang)
    except OutputError as error:
        return Unwritten(error.message)
    return ""

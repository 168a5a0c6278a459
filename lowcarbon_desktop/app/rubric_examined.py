"""What lint and its own cases say of a rubric that is being edited, each fault at the field that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.rubric_cases import run_case
from lowcarbon_desktop.app.rubric_draft import Draft, Where
from lowcarbon_desktop.app.rubric_lint import lint
from lowcarbon_desktop.app.rubrics import examine_bound
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.errors import Fault, FaultyData, LowCarbonError, Message, message
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.rubric.cases import Case, Vocabulary, load_cases
from lowcarbon_desktop.rubric.model import FILE
from lowcarbon_desktop.rubric.spans import marks

CASES = "cases"
_AT_ITS_KEY = ("yaml-missing-key", "yaml-translation")


class Located(NamedTuple):
    """A fault at its field: `criterion` is None for the rubric's own; ("cases", 2, "plan") is a case's field."""

    criterion: str | None
    path: Where
    said: Message
    warning: bool
    fault: Fault


class Tried(NamedTuple):
    """A case that was run: what came of it, and what differs; `outcome` is "" where it could not be run."""

    outcome: str
    said: Message
    differs: tuple[Message, ...]


class Examined(NamedTuple):
    """Everything that is wrong, and the results of the cases of each criterion in their order."""

    faults: tuple[Located, ...] = ()
    tried: Mapping[str, tuple[Tried, ...]] = {}

    @property
    def refused(self) -> tuple[Located, ...]:
        """What stands against saving."""
        return tuple(each for each in self.faults if not each.warning)

    def of(self, criterion: str) -> tuple[Located, ...]:
        """What is wrong with one criterion, its cases among it."""
        return tuple(each for each in self.faults if each.criterion == criterion)

    def wrong_cases(self, criterion: str | None = None) -> int:
        """How many cases, of one criterion or of all, do not come out as expected."""
        chosen = self.tried.values() if criterion is None else (self.tried.get(criterion, ()),)
        return sum(bool(each.differs) for tried in chosen for each in tried)


def examine(draft: Draft, folder: Path, reference: Reference, progress: Progress | None = None) -> Examined:
    """Lint the draft, whose texts lie in `folder`, and run all of its cases. Raises UsageError, Cancelled."""
    faults = tuple(_located(each, draft, folder) for each in lint(str(folder), reference))
    rubric = examine_bound(folder, reference)[0].rubric
    tried: dict[str, tuple[Tried, ...]] = {}
    wrong = {each.criterion for each in faults if not each.warning and each.path[:1] != (CASES,)}
    ids = [each.id for each in draft.entries]
    for place, id in enumerate(ids):
        if progress is not None:
            progress.step(place, len(ids))
        if f"{CASES}/{id}.yaml" in draft.texts:
            tried[id] = _tried(rubric, id, reference, faulty=id in wrong)
    return Examined(faults, tried)


def _tried(rubric: Rubric, id: str, reference: Reference, *, faulty: bool) -> tuple[Tried, ...]:
    try:
        cases = load_cases(rubric, Vocabulary(OUTCOMES, reference.facts), id)
    except FaultyData:
        return ()
    if faulty:
        return tuple(Tried("", message("edit-not-run"), ()) for _ in cases)
    return tuple(_run(case, rubric, reference) for case in cases)


def _run(case: Case, rubric: Rubric, reference: Reference) -> Tried:
    try:
        result = run_case(case, rubric, reference)
    except FaultyData as faulty:
        said = faulty.faults[0].message
        return Tried("", said, (said,))
    except LowCarbonError as error:
        return Tried("", error.message, (error.message,))
    return Tried(result.finding.outcome, result.finding.message, tuple(map(_in_words, result.differs)))


def _in_words(differs: Message) -> Message:
    """What differs, in the words that the user knows for an outcome and a severity."""
    what = str(differs.args["what"])
    prefix = {"outcome": "report-", "severity": "rubric-severity-"}.get(what)
    expected, got = (differs.args[each] if prefix is None else message(f"{prefix}{differs.args[each]}")
                     for each in ("expected", "got"))
    return message("edit-differs", what=message(f"edit-what-{what}"), expected=expected, got=got)


def _located(fault: Fault, draft: Draft, folder: Path) -> Located:
    try:
        name = Path(fault.file).relative_to(folder).as_posix()
    except ValueError:
        name = FILE
    text = draft.texts.get(name)
    path = marks(text).get((fault.line, fault.column), ()) if text is not None else ()
    said = fault.message
    within = str(said.args["criterion"]) if said.code == "rubric-criterion" else None
    if said.code == "case-lacking":
        return Located(str(said.args["criterion"]), (CASES,), said, fault.warning, fault)
    if said.code == "rubric-criterion" and isinstance(said.args["what"], Message):
        said = said.args["what"]
    if name.startswith(f"{CASES}/"):
        return Located(Path(name).stem, path or (CASES,), said, fault.warning, fault)
    place = next((place for place, step in enumerate(path) if step == "criteria"), None)
    if place is None or len(path) <= place + 1:
        return Located(within, _narrowed(path, said), said, fault.warning, fault)
    around = path[:place + 2]
    criterion = next((each.id for each in draft.entries if (each.file, each.path) == (name, around)), within)
    return Located(criterion, _narrowed(path[place + 2:], said) or ("id",), said, fault.warning, fault)


def _narrowed(path: Where, said: Message) -> Where:
    """The field itself where the fault stands at what is round it: a key that is missing stands nowhere."""
    if said.code == "rubric-missing-parameter":
        return ("with", str(said.args["name"]))
    if said.code == "rubric-errs-missing":
        return ("errs",)
    if said.code == "yaml-translation":
        return (*path, "zh" if said.args["lang"] == message("yaml-zh") else "en")
    return (*path, str(said.args["key"])) if said.code in _AT_ITS_KEY else path

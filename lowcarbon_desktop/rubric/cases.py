"""The cases of a rubric: small plans, written so that an expert can check them, each with the outcome it must get."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lowcarbon_desktop.errors import Fault, FaultyData, message
from lowcarbon_desktop.plan.fact import STATES
from lowcarbon_desktop.rubric.fields import EPOCH, Fields
from lowcarbon_desktop.rubric.model import FILE, SEVERITIES, Mark, Rubric
from lowcarbon_desktop.rubric.nodes import Item, read
from lowcarbon_desktop.wording.meant import meant

_FILE = {"criterion": True, "cases": True}
_PLAN = {"region": False, "as_of": False, "whole": False, "table": False, "text": False,
         "facts": False, "lines": False}
_CASE = {"name": True, "plan": True, "peers": False, "outcome": True, "severity": False, "code": False,
         "margin": False, "settled": False}
_FACT = {"state": True, "value": False, "source": False}


@dataclass(frozen=True)
class CasePlan:
    """A plan in a few words. `table` has the texts of its cells, `text` its paragraphs.

    `facts` are (id, state, value, source).
    """

    mark: Mark
    region: str | None = None
    as_of: date | None = None
    whole: bool = False
    table: tuple[tuple[str, ...], ...] = ()
    text: tuple[str, ...] = ()
    facts: tuple[tuple[str, str, str | int | float | None, str], ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One case: `expected` has the outcome and, where the case says so, severity, code, margin and settled."""

    criterion: str
    name: str
    plan: CasePlan
    peers: tuple[CasePlan, ...]
    mark: Mark
    expected: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Vocabulary:
    """What a case may say: the outcomes and the facts that there are."""

    outcomes: Collection[str]
    facts: Collection[str]


def load_cases(rubric: Rubric, vocabulary: Vocabulary, only: str = "*") -> tuple[Case, ...]:
    """All cases of a rubric, or of one criterion alone, in the order of its criteria.

    Raises FaultyData with the faults of all their files.
    """
    folder = Path(rubric.file).parent / "cases"
    order = {criterion.id: position for position, criterion in enumerate(rubric)}
    cases: list[Case] = []
    faults: list[Fault] = []
    for file in sorted(folder.glob(f"{only}.yaml")):
        reader = _Reader(str(file), vocabulary)
        cases += reader.cases(file.read_bytes(), file.stem, order)
        faults += sorted(reader.faults, key=lambda fault: (fault.line, fault.column))
    if faults:
        raise FaultyData(tuple(faults))
    return tuple(sorted(cases, key=lambda case: order[case.criterion]))


class _Reader:
    """Reads one case file and keeps its faults."""

    def __init__(self, file: str, vocabulary: Vocabulary) -> None:
        self._file, self._vocabulary = file, vocabulary
        self.faults: list[Fault] = []

    def cases(self, raw: bytes, stem: str, criteria: Collection[str]) -> list[Case]:
        item, faults = read(raw, self._file)
        self.faults += faults
        if item is None:
            return []
        fields = Fields(item, _FILE, self.faults)
        criterion = fields.word("criterion")
        if criterion and criterion not in criteria:
            fields.fault(fields.items["criterion"].mark, message(
                "case-unknown-criterion", criterion=criterion, rubric=FILE, meant=meant(criterion, criteria)))
        elif criterion and criterion != stem:
            fields.fault(fields.items["criterion"].mark, message("case-file-name", criterion=criterion))
        return [self._case(each, criterion) for each in fields.several("cases")]

    def _case(self, item: Item, criterion: str) -> Case:
        fields = Fields(item, _CASE, self.faults)
        expected: dict[str, object] = {"outcome": fields.one_of("outcome", self._vocabulary.outcomes, "pass")}
        if "severity" in fields:
            expected["severity"] = fields.one_of("severity", SEVERITIES, "note")
        if "code" in fields:
            expected["code"] = fields.word("code")
        if "margin" in fields:
            expected["margin"] = fields.number("margin", below_zero=True)
        if "settled" in fields:
            expected["settled"] = fields.flag("settled", True)
        plan = self._plan(fields.items["plan"]) if "plan" in fields else CasePlan(item.mark)
        peers = tuple(self._plan(each) for each in fields.several("peers"))
        return Case(criterion, fields.word("name"), plan, peers, item.mark, expected)

    def _plan(self, item: Item) -> CasePlan:
        fields = Fields(item, _PLAN, self.faults)
        rows = fields.word("table").strip("\n").split("\n") if "table" in fields else []
        paragraphs = fields.word("text").splitlines() if "text" in fields else []
        return CasePlan(
            mark=item.mark, region=fields.word("region") or None,
            as_of=fields.day("as_of", EPOCH) if "as_of" in fields else None, whole=fields.flag("whole", False),
            table=tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows),
            text=tuple(filter(None, map(str.strip, paragraphs))), facts=tuple(self._facts(fields)),
            lines=tuple(fields.words("lines")))

    def _facts(self, plan: Fields) -> list[tuple[str, str, str | int | float | None, str]]:
        table = plan.table("facts")
        facts: list[tuple[str, str, str | int | float | None, str]] = []
        for id, item in (table.data.items() if table is not None else ()):
            fields = Fields(item, _FACT, self.faults)
            if id not in self._vocabulary.facts:
                fields.fault(item.mark, message("case-unknown-fact", fact=id, meant=meant(id, self._vocabulary.facts)))
            value = fields.items["value"].data if "value" in fields else None
            if isinstance(value, list | dict):
                fields.wrong("value", "yaml-text")
                value = None
            facts.append((id, fields.one_of("state", STATES, "unknown"), value, fields.word("source")))
        return facts

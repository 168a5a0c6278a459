"""What a kind of check is: a name, typed parameters, and one function from a plan to the details behind a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.errors import Message, Text
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.lines import Line, LineBook
from lowcarbon_desktop.lines.regions import Regions
from lowcarbon_desktop.plan import FactKind, Plan, Register
from lowcarbon_desktop.text.units import Units

if TYPE_CHECKING:
    from lowcarbon_desktop.analysis.instruments import Catalogue, Matrix
    from lowcarbon_desktop.analysis.mark import Mark

TYPES = ("indicator", "indicators", "fact", "facts", "year", "years", "number", "int", "flag", "choice", "choices",
         "text", "texts", "wording", "table")
"""What a parameter may be; a plural is a list of at least one, all different."""

NO_UNITS = Units(())
NO_UNIT = Text("", "")
PERCENT = Text("%", "%")
POINTS = Text("个百分点", "points")


class Parameter(NamedTuple):
    """One parameter of a kind.

    After binding a value is: indicator, fact, choice, text: str; year, int: int; number: float; flag: bool; wording:
    Text; table: a mapping of plain data; plurals: a tuple. `low` and `high` bound numbers, both ends included (a year
    lies in 1990 to 2100 where nothing else is said). A parameter that is not `required` and not given has `default`,
    which is not looked at and so stands here as the kind wants it. `hint` says in a few words what it is for, `unit`
    what a number counts.
    """

    name: str
    type: str
    hint: Text
    required: bool = True
    default: object = None
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: Text = NO_UNIT


@frozen()
class Context:
    """Everything that a plan is judged against.

    `facts` are the kinds of fact by id, `entered` the lines that the user typed, `peers` the plans of the same run
    without this one, in which copies are looked for, `units` how values in different units are brought together.
    `regions` and `instruments` give reference data that only few checks need, and are read when one asks for them.
    `marks` are the reviewer's words on the matrix of instruments.
    """

    plan: Plan
    register: Register
    facts: Mapping[str, FactKind]
    lines: LineBook
    as_of: date
    entered: tuple[Line, ...] = ()
    peers: tuple[Plan, ...] = ()
    units: Units = NO_UNITS
    regions: Callable[[], Regions] = Regions
    instruments: Callable[[], Catalogue] | None = None
    marks: tuple[Mark, ...] = ()

    @cached_property
    def matrix(self) -> Matrix | None:
        """The matrix of policy instruments that the plan's text fills and the reviewer put right.

        None where no text was read and nothing was said.
        """
        read = any(each.text.strip() for each in self.plan.passages)
        if self.instruments is None or not (read or self.marks):
            return None
        from lowcarbon_desktop.checks.instruments import matrix_of

        found = matrix_of(self.plan, self.instruments())
        if not self.marks:
            return found
        from lowcarbon_desktop.checks.marked import marked

        return marked(found, self.marks, self.plan)


class Known(Protocol):
    """What parameters may name; a Context is one, and so is the reference data of `app`."""

    @property
    def register(self) -> Register: ...

    @property
    def facts(self) -> Mapping[str, FactKind]: ...

    @property
    def lines(self) -> LineBook: ...


class Judgement(NamedTuple):
    """What a kind says of a plan: at least one detail, and a severity where it is milder than the criterion's."""

    details: tuple[Detail, ...]
    severity: str | None = None


Arguments = Mapping[str, object]
Judge = Callable[[Arguments, Context], Judgement]
Verify = Callable[[Arguments, Known], tuple[tuple[str, Message], ...]]


def _fits(parameters: Arguments, known: Known) -> tuple[tuple[str, Message], ...]:
    return ()


class Kind(NamedTuple):
    """One kind of check.

    `judge(parameters, context)` never raises on account of a plan: what it cannot judge is a detail that says so.
    `verify(parameters, known)` is asked once, when a rubric is bound and every parameter by itself is right; it gives
    (parameter name, what is wrong) for what does not fit together, e.g. years for which there is no line. `margins`
    where its details have a margin, from which a criterion may give grades.
    """

    id: str
    name: Text
    parameters: tuple[Parameter, ...]
    judge: Judge
    verify: Verify = _fits
    asks: bool = True
    margins: bool = False

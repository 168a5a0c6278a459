"""Binds a rubric to the kinds of check: every criterion gets its kind and typed parameters, or its faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from lowcarbon_desktop.checks.kind import Kind, Known, Parameter
from lowcarbon_desktop.checks.parameters import Refused, typed
from lowcarbon_desktop.checks.quotes import filled, quoting
from lowcarbon_desktop.errors import Fault, FaultyData, Message, message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.rubric import Criterion, Mark, Rubric
from lowcarbon_desktop.wording.meant import meant

_NOT_QUOTED = ("choice", "choices", "flag", "table")  # words of the rubric's language, not of the user's


class BoundCriterion(NamedTuple):
    """A criterion that can be judged; its words have their quoted thresholds. `line` stands for the nation's."""

    criterion: Criterion
    kind: Kind
    parameters: Mapping[str, object]
    line: Line | None = None


@frozen()
class BoundRubric:
    """A rubric whose every criterion can be judged, in its order."""

    rubric: Rubric
    criteria: tuple[BoundCriterion, ...]

    def __iter__(self) -> Iterator[BoundCriterion]:
        return iter(self.criteria)

    def only(self, criterion: str) -> BoundRubric:
        """The same rubric with one criterion alone. Raises KeyError."""
        self.rubric.criterion(criterion)
        return BoundRubric(self.rubric, tuple(each for each in self.criteria if each.criterion.id == criterion))


def bind(rubric: Rubric, kinds: Mapping[str, Kind], known: Known) -> BoundRubric:
    """Bind every criterion. Raises FaultyData with the parameter faults of all of them."""
    bound, faults = try_bind(rubric, kinds, known)
    if faults:
        raise FaultyData(faults)
    return bound


def try_bind(rubric: Rubric, kinds: Mapping[str, Kind], known: Known) -> tuple[BoundRubric, tuple[Fault, ...]]:
    """Bind what can be bound, and the faults of the rest in file order."""
    criteria: list[BoundCriterion] = []
    faults: list[Fault] = []
    for criterion in rubric:
        bound, wrong = _bind(criterion, rubric, kinds, known)
        if bound is not None:
            criteria.append(bound)
        faults += (_fault(rubric, criterion, path, said) for path, said in wrong)
    faults.sort(key=lambda fault: (fault.file != rubric.file, fault.file, fault.line, fault.column))
    if not faults:
        rubric = replace(rubric, criteria=tuple(bound.criterion for bound in criteria))
    return BoundRubric(rubric, tuple(criteria)), tuple(faults)


Wrong = list[tuple[str, Message]]


def _bind(criterion: Criterion, rubric: Rubric, kinds: Mapping[str, Kind],
          known: Known) -> tuple[BoundCriterion | None, Wrong]:
    if not criterion.check:
        return None, []  # a fault that the loader has told already
    kind = kinds.get(criterion.check)
    if kind is None:
        return None, [("check", message("rubric-unknown-check", check=criterion.check,
                                        meant=meant(criterion.check, kinds)))]
    parameters, wrong = _parameters(criterion, kind, known)
    wrong += [(f".applies.indicators.{position}", message("rubric-unknown-indicator", name="applies", value=indicator,
                                                          meant=meant(indicator, known.register.indicators)))
              for position, indicator in enumerate(criterion.applies.indicators)
              if indicator not in known.register.indicators]
    if criterion.grades and not kind.margins:
        wrong.append((".grades", message("rubric-no-grades", kind=kind.id)))
    if wrong:
        return None, wrong
    line = _nation(kind, parameters, rubric, known)
    wrong += _never(criterion, line)
    if criterion.line is not None:
        wrong += _unfit(criterion, criterion.line, line)
        line = None if line is None else replace(
            line, low=criterion.line, high=None if line.high is None else max(line.high, criterion.line),
            status="tailored", document=rubric.tailoring.name if rubric.tailoring is not None else rubric.id)
    if quoting(criterion):
        quotable = {each.name: parameters[each.name] for each in kind.parameters if each.type not in _NOT_QUOTED}
        criterion, unfilled = filled(criterion, quotable, line, known)
        wrong += unfilled
    replaced = line if criterion.line is not None else None
    return (None if wrong else BoundCriterion(criterion, kind, parameters, replaced)), wrong


def _parameters(criterion: Criterion, kind: Kind, known: Known) -> tuple[dict[str, object], Wrong]:
    allowed = {parameter.name: parameter for parameter in kind.parameters}
    wrong: Wrong = [
        (name, message("rubric-unknown-parameter", name=name, kind=kind.id, meant=meant(name, allowed)))
        for name in criterion.parameters if name not in allowed]
    parameters: dict[str, object] = {}
    for parameter in kind.parameters:
        try:
            parameters[parameter.name] = _value(parameter, criterion, known)
        except Refused as refused:
            wrong += refused.reasons
    if not wrong:
        wrong += kind.verify(parameters, known)
    return parameters, wrong


def _nation(kind: Kind, parameters: Mapping[str, object], rubric: Rubric, known: Known) -> Line | None:
    """The nation's line that a criterion is held to on the programme's day, None where it is held to none."""
    if not kind.margins or parameters.get("line") != "nation":
        return None
    base = parameters.get("base_year")
    return known.lines.nation(str(parameters["indicator"]), None if base is None else int(str(base)),
                              int(str(parameters["target_year"])), rubric.date)


def _unfit(criterion: Criterion, threshold: float, line: Line | None) -> Wrong:
    """Only another threshold can stand in the place of the nation's, and of a locked criterion only a stricter one."""
    if line is None:
        return [(".line", message("tailoring-no-line"))]
    if threshold == line.low:
        return [(".line", message("tailoring-same-value", what="line", value=threshold))]
    weaker = threshold > line.low if line.sense in ("at_most", "before") else threshold < line.low
    if criterion.locked and weaker:
        return [(".line", message("tailoring-locked-weaker", what="line"))]
    return []


def _never(criterion: Criterion, line: Line | None) -> Wrong:
    """A criterion that ends before its line comes into force can never be reached."""
    until = criterion.applies.until
    if line is None or until is None or line.in_force_from <= until:
        return []
    why = message("rubric-never-line", until=until.isoformat(), since=line.in_force_from.isoformat())
    return [(".applies", message("rubric-never", why=why))]


def _value(parameter: Parameter, criterion: Criterion, known: Known) -> object:
    if parameter.name in criterion.parameters:
        return typed(parameter, criterion.parameters[parameter.name], known)
    if parameter.required:
        raise Refused([("", message("rubric-missing-parameter", name=parameter.name, hint=parameter.hint,
                                    kind=criterion.check))])
    return parameter.default


def _fault(rubric: Rubric, criterion: Criterion, path: str, said: Message) -> Fault:
    """The fault at the nearest marked place: "facts.0" falls back to "facts", and that to the criterion."""
    while path and path not in criterion.marks:
        path = path.rpartition(".")[0]
    mark = criterion.marks.get(path) or Mark(rubric.file, 0, 0)
    return Fault(mark.file, mark.line, mark.column, message("rubric-criterion", criterion=criterion.id, what=said))

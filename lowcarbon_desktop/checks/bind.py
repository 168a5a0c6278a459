"""Binds a rubric to the kinds of check: every criterion gets its kind and typed parameters, or its faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lowcarbon_desktop.checks.kind import Kind, Known, Parameter
from lowcarbon_desktop.checks.parameters import Refused, typed
from lowcarbon_desktop.errors import Fault, FaultyData, Message, message
from lowcarbon_desktop.rubric import Criterion, Mark, Rubric
from lowcarbon_desktop.wording.meant import meant


@dataclass(frozen=True)
class BoundCriterion:
    """A criterion that can be judged."""

    criterion: Criterion
    kind: Kind
    parameters: Mapping[str, object]


@dataclass(frozen=True)
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
        bound, wrong = _bind(criterion, kinds, known)
        if bound is not None:
            criteria.append(bound)
        faults += (_fault(rubric, criterion, path, said) for path, said in wrong)
    faults.sort(key=lambda fault: (fault.line, fault.column))
    return BoundRubric(rubric, tuple(criteria)), tuple(faults)


def _bind(criterion: Criterion, kinds: Mapping[str, Kind],
          known: Known) -> tuple[BoundCriterion | None, list[tuple[str, Message]]]:
    if not criterion.check:
        return None, []  # a fault that the loader has told already
    kind = kinds.get(criterion.check)
    if kind is None:
        return None, [("check", message("rubric-unknown-check", check=criterion.check,
                                        meant=meant(criterion.check, kinds)))]
    allowed = {parameter.name: parameter for parameter in kind.parameters}
    wrong: list[tuple[str, Message]] = [
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
    return (None if wrong else BoundCriterion(criterion, kind, parameters)), wrong


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

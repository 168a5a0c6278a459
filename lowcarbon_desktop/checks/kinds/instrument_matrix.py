"""Policy instruments: has every field of measures an instrument, and are enough kinds of instrument used?"""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.analysis.instruments import Matrix
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.errors import Text, message
from lowcarbon_desktop.plan import Evidence

_SHOWN = 3


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One detail a field, or one on the instruments of the whole plan.

    What is not found fails in a whole document and cannot tell in a part of one; without text nothing can be told.
    What a person stands for is settled; what the machine found or missed alone is not.
    """
    matrix = context.matrix
    if matrix is None:
        return Judgement((Detail("cannot_tell", message("instruments-no-text")),))
    least = int(str(parameters["least"]))
    missing = "fail" if context.plan.whole else "cannot_tell"
    if parameters["by"] == "instruments":
        return Judgement((_kinds(matrix, least, missing),))
    return Judgement(tuple(_field(matrix, field, least, missing) for field in matrix.catalogue.fields))


def _kinds(matrix: Matrix, least: int, missing: str) -> Detail:
    used = matrix.used
    names = {each.id: each.name for each in matrix.catalogue.instruments}
    enough = len(used) >= least
    said = message("instruments-enough" if enough else "instruments-few", count=len(used), least=least,
                   of=len(names), used=tuple(names[id] for id in used),
                   unused=tuple(name for id, name in names.items() if id not in used))
    return Detail("pass" if enough else missing, said, evidence=_evidence(used), settled=matrix.settled(least))


def _field(matrix: Matrix, field: str, least: int, missing: str) -> Detail:
    used = matrix.of_field(field)
    names = {each.id: each.name for each in matrix.catalogue.instruments}
    name = matrix.catalogue.fields[field]
    if not used:
        measures = tuple(each.name for each in matrix.catalogue.measures if each.field == field)
        return Detail(missing, message("instruments-bare", field=name, measures=measures), settled=False)
    enough = len(used) >= least
    said = message("instruments-field" if enough else "instruments-field-few", field=name, count=len(used),
                   least=least, used=tuple(names[id] for id in used))
    return Detail("pass" if enough else missing, said, evidence=_evidence(used, _SHOWN),
                  settled=matrix.settled(least, field))


def _evidence(used: Mapping[str, tuple[Evidence, ...]], most: int | None = None) -> tuple[Evidence, ...]:
    """What a reviewer cited by hand, then the first sentence of each instrument."""
    cited = [each for passages in used.values() for each in passages if each.where is None]
    return tuple(dict.fromkeys((*cited, *(passages[0] for passages in used.values()))))[:most]


KIND = Kind(
    "instrument-matrix", Text("政策工具覆盖", "Policy instruments"),
    (Parameter("by", "choice", Text("按领域还是按工具种类", "by field or by kind of instrument"),
               choices=("fields", "instruments")),
     Parameter("least", "int", Text("至少几种政策工具", "how many kinds of instrument at least"), low=1, high=7)),
    judge)

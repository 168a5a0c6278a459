"""Values agree: does the application give the same value wherever it states one indicator for one year?"""

from __future__ import annotations

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind
from lowcarbon_desktop.checks.values import Held, different, span
from lowcarbon_desktop.errors import Text, message


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One failing detail for each indicator and years with two different values; both places are named."""
    groups: dict[tuple[str, int | None, int | None, str], list[Held]] = {}
    for position, reading in context.plan.told:
        if reading.indicator is not None and reading.region is None and reading.value is not None:
            key = (reading.indicator, reading.base_year, reading.target_year, reading.kind)
            groups.setdefault(key, []).append(Held(position, reading))
    if not groups:
        return Judgement((Detail("cannot_tell", message("no-values")),))
    wrong = []
    for (indicator, base, target, _), held in groups.items():
        if different(tuple(held), context.units):
            said = message("values-differ", indicator=context.register.name(indicator), years=span(base, target),
                           places=tuple(each.quoted for each in held))
            wrong += [Detail("fail", said, each.position, each.reading.value, evidence=each.evidence) for each in held]
    return Judgement(tuple(wrong) or (Detail("pass", message("values-same", count=len(groups))),))


KIND = Kind("values-agree", Text("前后数值一致", "Values agree"), (), judge)

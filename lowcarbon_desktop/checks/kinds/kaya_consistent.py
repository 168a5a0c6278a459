"""Kaya: do the plan's own cuts and its non-fossil shares say the same of CO2 per unit of energy?"""

from __future__ import annotations

from lowcarbon_desktop.analysis.kaya import Interval, implied_cut, nonfossil_cut, printed
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import POINTS, Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.checks.values import Held, decimals, own, span
from lowcarbon_desktop.errors import Message, Text, message


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One detail for each pair of cuts with the same years; compared only where both non-fossil shares are there."""
    co2, energy = (_exact(context, str(parameters[name])) for name in ("co2", "energy"))
    pairs = [(co2[years], energy[years], years) for years in co2 if years in energy]
    if not pairs:
        return Judgement((Detail("cannot_tell", message("kaya-no-pair")),))
    shares = {held.reading.target_year: held for held in _sure(context, str(parameters["nonfossil"]),
                                                                 ("target", "actual"))}
    return Judgement(tuple(_pair(*pair, shares, parameters) for pair in pairs))


def _pair(co2: Held, energy: Held, years: tuple[int, int], shares: dict[int | None, Held],
          parameters: Arguments) -> Detail:
    implied = implied_cut(_interval(co2), _interval(energy))
    steps = [f"1 − (1 − {_percent(co2)}) / (1 − {_percent(energy)}) = {implied}"]
    args = {"years": span(*years), "implied": _said(implied), "co2": co2.place, "energy": energy.place}
    evidence = (*co2.evidence, *energy.evidence)
    if implied.high < 0:
        return Detail("fail", message("kaya-negative", **args), co2.position, evidence=evidence, steps=tuple(steps))
    before, after = shares.get(years[0]), shares.get(years[1])
    if before is None or after is None:
        said = message("kaya-no-shares", **args, missing=tuple(str(year) for year in years if year not in shares))
        return Detail("cannot_tell", said, co2.position, evidence=evidence, steps=tuple(steps))
    yielded = nonfossil_cut(_interval(before), _interval(after))
    steps.append(f"1 − (1 − {_percent(after)}) / (1 − {_percent(before)}) = {yielded}")
    tolerance = float(parameters["tolerance"])
    near = yielded.low - tolerance <= implied.high and implied.low <= yielded.high + tolerance
    code = "kaya-agrees" if near else "kaya-above" if yielded.value > implied.value else "kaya-below"
    said = message(code, **args, yielded=_said(yielded), shares=(before.place, after.place))
    evidence = (*evidence, *before.evidence, *after.evidence)
    return Detail("pass" if near else "fail", said, co2.position, evidence=evidence, steps=tuple(steps))


def _exact(context: Context, indicator: str) -> dict[tuple[int, int], Held]:
    return {(held.reading.base_year, held.reading.target_year): held for held in _sure(context, indicator, ("target",))
            if held.reading.base_year is not None and held.reading.target_year is not None}


def _sure(context: Context, indicator: str, kinds: tuple[str, ...]) -> list[Held]:
    return [held for held in own(context.plan, indicator, kinds)
            if held.reading.value is not None and held.reading.value.bound == "exact" and not held.reading.doubts
            and held.reading.value.unit == "%"]


def _interval(held: Held) -> Interval:
    value = held.reading.value
    return printed(value.low if value is not None and value.low is not None else 0.0, decimals(held.reading))


def _percent(held: Held) -> str:
    return f"{_interval(held).value:g} %"


def _said(interval: Interval) -> Message:
    return message("percent-interval", value=f"{interval.value:.2f}", low=f"{interval.low:.2f}",
                   high=f"{interval.high:.2f}")


KIND = Kind(
    "kaya-consistent", Text("Kaya 一致性", "Kaya consistency"),
    (Parameter("co2", "indicator", Text("碳强度下降率", "the cut in CO2 per GDP")),
     Parameter("energy", "indicator", Text("能耗强度下降率", "the cut in energy per GDP")),
     Parameter("nonfossil", "indicator", Text("非化石能源比重", "the non-fossil share")),
     Parameter("tolerance", "number", Text("允许相差的百分点", "points of difference allowed"), low=0, high=20,
               unit=POINTS)),
    judge)

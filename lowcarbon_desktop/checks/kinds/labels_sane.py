"""Labels: does a row's name agree with its column, its value and the other rows, and are the numbers unbroken?"""

from __future__ import annotations

from lowcarbon_desktop.analysis.chain import derive
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import POINTS, Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.checks.values import Held, own, span
from lowcarbon_desktop.errors import Text, message
from lowcarbon_desktop.plan import Evidence, Table, number

_DOUBTS = ("doubt-year-disagrees", "doubt-base-after", "doubt-two-bases", "doubt-bases-differ", "doubt-years",
           "doubt-opposite", "doubt-change-in-cell", "doubt-above-hundred")
_SERIAL = ("序号", "编号", "序")


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One failing detail for each label that contradicts its column, value or neighbours; skipped numbers too."""
    values = [Held(position, reading) for position, reading in context.plan.told
              if reading.region is None and reading.value is not None]
    if not values:
        return Judgement((Detail("cannot_tell", message("no-values")),))
    wrong = [detail for held in values for detail in _doubtful(held)]
    wrong += _levels_as_increases(values, context, float(parameters["largest_increase"]))
    wrong += _energy_above_carbon(context, str(parameters["co2"]), str(parameters["energy"]))
    wrong += [detail for table in context.plan.tables if table.taken for detail in _skipped(table)]
    return Judgement(tuple(wrong) or (Detail("pass", message("labels-fine", count=len(values))),))


def _doubtful(held: Held) -> list[Detail]:
    return [Detail("fail", message("label-wrong", place=held.place, name=held.reading.name,
                                   printed=held.reading.printed, why=each), held.position, held.reading.value,
                   evidence=held.evidence) for each in held.reading.doubts if each.code in _DOUBTS]


def _levels_as_increases(values: list[Held], context: Context, largest: float) -> list[Detail]:
    """An increase of 41.2 points of forest coverage is a level under a label of growth."""
    found = []
    for held in values:
        reading = held.reading
        increase = reading.indicator is not None and context.register[reading.indicator].kind == "increase"
        if increase and reading.unit in ("%", "个百分点") and reading.value is not None and (
                (reading.value.low or 0) > largest):
            said = message("label-level-as-increase", place=held.place, name=reading.name, printed=reading.printed,
                           largest=number(largest))
            found.append(Detail("fail", said, held.position, reading.value, evidence=held.evidence))
    return found


def _energy_above_carbon(context: Context, co2: str, energy: str) -> list[Detail]:
    """An energy cut above the CO2 cut of the same years, read or derived, would mean ever dirtier energy."""
    cuts = {(held.reading.base_year, held.reading.target_year): held.reading.value.low
            for held in own(context.plan, co2) if held.reading.value is not None and held.reading.value.low is not None
            and held.reading.base_year is not None and held.reading.target_year is not None and not held.reading.doubts}
    found = []
    for held in own(context.plan, energy):
        reading = held.reading
        if reading.value is None or reading.value.low is None or reading.doubts:
            continue
        if reading.base_year is None or reading.target_year is None:
            continue
        derived = derive(cuts, reading.base_year, reading.target_year)
        if derived is not None and reading.value.low > derived.cut + 0.5:
            said = message("label-energy-above-carbon", place=held.place, name=reading.name, printed=reading.printed,
                           years=span(reading.base_year, reading.target_year), carbon=f"{derived.cut:.1f}")
            found.append(Detail("fail", said, held.position, reading.value, evidence=held.evidence,
                                steps=derived.steps))
    return found


def _skipped(table: Table) -> list[Detail]:
    column = next((i for row in table.rows if row.role == "header" for i, cell in enumerate(row.cells)
                   if "".join(cell.text.split()) in _SERIAL), None)
    if column is None:
        return []
    found, last = [], 0
    for row in table.rows:
        cell = row.cells[column] if column < len(row.cells) else None
        if row.role not in ("indicator", "unrecognised") or cell is None or not cell.text.isdecimal():
            continue
        current = int(cell.text)
        if last and current > last + 1:
            said = message("label-number-skipped", place=cell.where.spot, before=last, after=current)
            found.append(Detail("fail", said, evidence=(Evidence(cell.text, cell.where),)))
        last = current
    return found


KIND = Kind(
    "labels-sane", Text("名称、年份与数值相符", "Labels"),
    (Parameter("largest_increase", "number", Text("提高幅度超过多少个百分点就像是水平值",
                                                  "points of increase above which it looks like a level"),
               low=1, high=100, unit=POINTS),
     Parameter("co2", "indicator", Text("碳强度下降率", "the cut in CO2 per GDP")),
     Parameter("energy", "indicator", Text("能耗强度下降率", "the cut in energy per GDP"))),
    judge)

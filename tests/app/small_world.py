"""A world small enough to see through: a draft of one table, one indicator, two facts, a rubric of two criteria."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from lowcarbon_desktop.app import correcting, filling, judging, opened, resume
from lowcarbon_desktop.checks import Assessment, Detail, Finding
from lowcarbon_desktop.errors import Text, UsageError, message
from lowcarbon_desktop.ingest.grid import Grid, RawCell, Source
from lowcarbon_desktop.lines import Line, Places
from lowcarbon_desktop.plan import Fact, FactKind, Plan, Quantity, Reading, Region, SourceFile, Where
from lowcarbon_desktop.review import Correction
from lowcarbon_desktop.rubric import Citation, Criterion, Rubric

NAME = Text("名", "name")
PEAK = FactKind("co2_peak_year", Text("峰值年份", "peak year"), "year", NAME)
HEAD = FactKind("leading_group_head", Text("组长", "head"), "choice", NAME,
                (("governor_or_mayor", Text("省长、市长", "mayor")), ("other", Text("其他", "other"))))
KINDS = {each.id: each for each in (
    PEAK, HEAD, FactKind("energy_cap", Text("能源总量", "energy cap"), "number", NAME),
    FactKind("ghg_inventory", Text("清单", "inventory"), "text", NAME),
    FactKind("leading_group", Text("领导小组", "leading group"), "none", NAME))}
REGIONS = {name: Region(name, name + "市", "city", "福建", name) for name in ("厦门", "福州")}


@dataclass
class SmallReference:
    """As much of the reference data as a session looks at."""

    facts: Mapping[str, FactKind] = field(default_factory=lambda: KINDS)
    places: Places = field(default_factory=lambda: Places(REGIONS.values()))


def criterion(id: str) -> Criterion:
    return Criterion(id, NAME, "s", NAME, NAME, "must", "d", 1.0, "kind", {}, Citation(NAME, "1"), NAME, "automatic")


RUBRIC = Rubric("small", "1.0", NAME, NAME, date(2012, 6, 30), True, (), (criterion("cut"), criterion("peak")), (),
                "0" * 64, "small.yaml")


@dataclass
class World:
    """Stands in for reading and judging; `sheets` are the tables by applicant, `built` and `judged` count the work."""

    sheets: dict[str, list[list[str]]]
    built: int = 0
    judged: int = 0
    printed: list[tuple] = field(default_factory=list)

    def read_source(self, path: Path, progress: object = None) -> Source:
        grids = tuple(Grid(path.name, name, tuple(tuple(map(RawCell, row)) for row in rows))
                      for name, rows in self.sheets.items())
        return Source((SourceFile(path.name, str(hash(str(self.sheets)))),), grids)

    def build_plans(self, source: Source, reference: object, *, region: str | None = None, as_of: date | None = None,
                    corrections: Iterable[Correction] = (), progress: object = None) -> tuple[Plan, ...]:
        self.built += 1
        if region is not None and region not in REGIONS:
            raise UsageError(message("region-unknown", region=region))
        several = len(source.grids) > 1
        plans = []
        for grid in source.grids:
            if several and region not in (None, grid.sheet):
                continue
            put = {each.cell: each.corrected for each in corrections if (each.file, each.sheet) == (
                grid.file, grid.sheet) and printed(grid, each.cell) == each.printed}
            text = printed(grid.corrected(put), "B2")
            reading = Reading("cut", "碳强度", text, Where(grid.file, grid.sheet, "B2"),
                              Where(grid.file, grid.sheet, "A2"), Quantity(float(text), float(text)))
            plans.append(Plan(source.files, REGIONS.get((grid.sheet if several else region) or ""), as_of, None,
                              (reading,)))
        return tuple(plans)

    def check(self, plans: Iterable[Plan], rubric: Rubric, reference: object, *,
              facts: Mapping[str, Fact] | None = None, entered: Iterable[Line] = (),
              peers: Iterable[Plan] = (), marks: Iterable[object] = ()) -> tuple[Assessment, ...]:
        self.judged += 1
        return tuple(self._judge(plan, rubric, facts or {}, tuple(entered)) for plan in plans)

    def _judge(self, plan: Plan, rubric: Rubric, facts: Mapping[str, Fact], entered: tuple[Line, ...]) -> Assessment:
        plan = replace(plan, as_of=plan.as_of or rubric.date, facts={**plan.facts, **facts})
        value = plan.readings[0].value
        floor = entered[0].low if entered else 17.5
        cut = "pass" if value is not None and value.low is not None and value.low >= floor else "fail"
        peak = plan.fact("co2_peak_year")
        peaked = "cannot_tell" if peak.state == "unknown" else "pass"
        findings = tuple(
            Finding(id, outcome, "must", settled, message(f"report-{outcome}"), (
                Detail(outcome, message(f"report-{outcome}"), 0),))
            for id, outcome, settled in (("cut", cut, True), ("peak", peaked, peak.settled)))
        return Assessment(plan, rubric, findings, entered)

    def parse_line(self, typed: str, reference: object) -> tuple[str | None, Line]:
        region, _, rest = typed.rpartition(":")
        indicator, _, value = rest.partition("=")
        if indicator != "cut":
            raise UsageError(message("line-unknown", typed=typed))
        return region or None, Line("cut", region, 2010, 2015, float(value), None, "%", "at_least", date(2000, 1, 1),
                                    "", "entered", "")


def printed(grid: Grid, cell: str) -> str:
    return grid.cell(int(cell[1:]) - 1, ord(cell[0]) - 65).text


def installed(world: World, monkeypatch: pytest.MonkeyPatch, folder: Path) -> World:
    """The world in the place of files, rubric and reference data, for every session that the test opens."""
    monkeypatch.setattr(opened, "read_source", world.read_source)
    for name in ("build_plans", "check"):
        monkeypatch.setattr(judging, name, getattr(world, name))
    for module in (resume, opened):
        monkeypatch.setattr(module, "parse_line", world.parse_line)
    monkeypatch.setattr(opened, "load_rubric", lambda name, tailoring: RUBRIC)
    for module in (judging, opened, correcting, filling):
        monkeypatch.setattr(module, "reference", SmallReference)
    monkeypatch.setattr(opened, "resource", lambda: folder / "shipped")
    return world

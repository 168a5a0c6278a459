"""A plan of one value judged by a rubric of two criteria."""

from __future__ import annotations

from datetime import date

from lowcarbon_desktop.checks import Assessment, Detail, Finding
from lowcarbon_desktop.errors import Text, message
from lowcarbon_desktop.plan import Plan, Quantity, Reading, SourceFile, Where
from lowcarbon_desktop.rubric import Citation, Criterion, Rubric

NAME = Text("名", "name")


def criterion(id: str, points: float = 1.0) -> Criterion:
    return Criterion(id, NAME, "s", NAME, NAME, "must", "d", points, "kind", {}, Citation(NAME, "1"), NAME, "automatic")


RUBRIC = Rubric("small", "1.0", NAME, NAME, date(2012, 6, 30), True, (), (criterion("cut", 3.0), criterion("peak")), (),
                "0" * 64, "small.yaml")


def assessment(cut: str = "fail", peak: str = "cannot_tell", printed: str = "17", margin: float = -0.5) -> Assessment:
    where = Where("a.csv", None, "B2")
    reading = Reading("cut", "碳 强度", printed, where, where, Quantity(17.0, 17.0), target_year=2015)
    findings = tuple(Finding(id, outcome, "must", True, message(f"report-{outcome}"), (
        Detail(outcome, message(f"report-{outcome}"), at, margin=distance),))
        for id, outcome, at, distance in (("cut", cut, 0, margin), ("peak", peak, None, None)))
    return Assessment(Plan((SourceFile("a.csv", "ab"),), None, None, None, (reading,)), RUBRIC, findings)


ASSESSMENT = assessment()

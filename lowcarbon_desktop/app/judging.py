"""Builds a plan with what a review corrects and judges it with what a review states; only what changed is done anew."""

from __future__ import annotations

from datetime import date

from lowcarbon_desktop.app.check import check
from lowcarbon_desktop.app.nods import with_nods
from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.resume import usable_lines
from lowcarbon_desktop.app.stated import misfit
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.ingest.grid import Source
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.rubric import Rubric


class Judge:
    """Judges one source by one rubric, as of one day."""

    def __init__(self, source: Source, rubric: Rubric, as_of: date | None) -> None:
        self._source, self._rubric, self._as_of = source, rubric, as_of
        self._last: tuple[Review, Plan, Assessment] | None = None
        self._alone: tuple[object, Plan] | None = None

    @property
    def built(self) -> Plan:
        """The plan that was judged last, before nods and stated facts. Raises AttributeError before the first."""
        if self._last is None:
            raise AttributeError("built")
        return self._last[1]

    def plans(self, region: str | None = None) -> tuple[Plan, ...]:
        """The plans as the program understands them by itself; of one region where it is named."""
        return build_plans(self._source, reference(), region=region, as_of=self._as_of)

    def machine(self, review: Review) -> Plan:
        """What the program understands of the corrected texts: the plan as judged, without corrections of meaning."""
        texts = tuple(each for each in review.corrections.values() if each.field == "text")
        if self._alone is None or self._alone[0] != (texts, review.region):
            (plan, *_) = build_plans(self._source, reference(), region=review.region, as_of=self._as_of,
                                     corrections=texts)
            plan = plan if plan.as_of is not None else plan.dated(self._rubric.date, "rubric")
            self._alone = ((texts, review.region), plan)
        return self._alone[1]

    def judge(self, review: Review) -> Assessment:
        """The assessment with all that the review says. Raises LowCarbonError; then the last one stays."""
        if self._last is not None:
            before, built, assessment = self._last
            if _rests_on(before) == _rests_on(review):
                self._last = (review, built, assessment)
                return assessment
        if self._last is None or (before.corrections, before.region) != (review.corrections, review.region):
            built = build_plans(self._source, reference(), region=review.region, as_of=self._as_of,
                                corrections=review.corrections.values())[0]
        plan = with_nods(built, review.nods.values(), reference()) if review.nods else built
        facts = {id: fact.as_fact() for id, fact in review.facts.items() if misfit(fact, reference()) is None}
        (assessment,) = check((plan,), self._rubric, reference(), facts=facts,
                              entered=usable_lines(review.lines, built, reference()).values())
        self._last = (review, built, assessment)
        return assessment


class AsJudged:
    """Stands in the place of a `Judge` where there is nothing to judge on: it knows one assessment, as it was kept."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    @property
    def built(self) -> Plan:
        """The plan as it was kept."""
        return self._assessment.plan

    def plans(self, region: str | None = None) -> tuple[Plan, ...]:
        """That plan alone."""
        return (self.built,)

    def machine(self, review: Review) -> Plan:
        """The plan as it was kept: nobody knows any more what the program understood by itself."""
        return self.built

    def judge(self, review: Review) -> Assessment:
        """The assessment as it was kept."""
        return self._assessment


def _rests_on(review: Review) -> tuple[object, ...]:
    return (review.corrections, review.region, review.facts, review.nods, review.lines)

"""Builds a plan with what a review corrects and judges it with what a review states; only what changed is done anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.later import build_plans, check, load_rubric
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.unread import Unread
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.yardstick import Yardstick
from lowcarbon_desktop.rubric import Rubric

if TYPE_CHECKING:
    from lowcarbon_desktop.ingest.grid import Source
    from lowcarbon_desktop.progress import Progress
    from lowcarbon_desktop.review import Correction

_SHORT = 3000
"""Paragraphs that are judged within a second on a slow machine."""


class Judge:
    """Judges one source by the rubric, and as of the day, that the review names, else by those that it is given.

    `yardstick` is what a review names that means the given ones.
    """

    def __init__(self, source: Source | Unread, rubric: Rubric, as_of: date | None,
                 yardstick: Yardstick | None = None) -> None:
        self._draft, self._as_of = source, as_of
        self._known = {None: (rubric, as_of), yardstick: (rubric, as_of)}
        self._given = yardstick
        self._last: tuple[Review, Plan | None, Assessment] | None = None
        self._alone: tuple[object, Plan] | None = None

    @property
    def built(self) -> Plan:
        """The plan that was judged last, before nods and stated facts. Raises AttributeError before the first."""
        if self._last is None:
            raise AttributeError("built")
        review, built, assessment = self._last
        if built is None:
            built = self._build(review, review.corrections.values())
            self._last = (review, built, assessment)
        return built

    def trust(self, review: Review, assessment: Assessment) -> None:
        """Take an assessment that was judged before for that of this review; its plan is built when it is needed."""
        self._last = (review, None, assessment)

    def complete(self, built: Plan) -> None:
        """Take this for the plan of an assessment that was trusted, where none was built yet."""
        if self._last is not None and self._last[1] is None:
            self._last = (self._last[0], built, self._last[2])

    def forget(self) -> None:
        """Judge anew when next asked, whatever was judged last."""
        self._last = None

    @property
    def _source(self) -> Source:
        return self._draft.source() if isinstance(self._draft, Unread) else self._draft

    def learn(self, yardstick: Yardstick, rubric: Rubric) -> None:
        """Take a rubric for what a review names, where it cannot be loaded any more."""
        self._known[yardstick] = (rubric, yardstick.as_of)

    def by(self, yardstick: Yardstick | None) -> tuple[Rubric, date | None]:
        """What a plan is judged by. Raises UsageError, FaultyData with all faults."""
        if yardstick is not None and yardstick not in self._known:
            self.load(yardstick)
        return self._known[yardstick]

    def load(self, yardstick: Yardstick) -> None:
        """Take a rubric as it is on disk now, also where it is known already. Raises UsageError, FaultyData."""
        tailoring = None if yardstick.tailoring is None else Path(yardstick.tailoring)
        loaded = (load_rubric(yardstick.rubric, tailoring), yardstick.as_of)
        self._known |= {yardstick: loaded} if yardstick != self._given else {yardstick: loaded, None: loaded}
        if self._last is not None and self.by(self._last[0].yardstick) is loaded:
            self._last = None

    def plans(self, region: str | None = None, progress: Progress | None = None) -> tuple[Plan, ...]:
        """The plans as the program understands them by itself; of one region where it is named. Raises Cancelled."""
        return build_plans(self._source, reference(), region=region, as_of=self._as_of, progress=progress)

    def machine(self, review: Review) -> Plan:
        """What the program understands of the corrected texts: the plan as judged, without corrections of meaning."""
        texts = tuple(each for each in review.corrections.values() if each.field == "text")
        rubric, as_of = self.by(review.yardstick)
        rests = (texts, review.region, review.part, rubric.date, as_of)
        if self._alone is None or self._alone[0] != rests:
            plan = self._build(review, texts)
            plan = plan if plan.as_of is not None else plan.dated(rubric.date, "rubric")
            self._alone = (rests, plan)
        return self._alone[1]

    def takes_long(self, review: Review) -> bool:
        """Whether to judge this may take a second: a long text is judged anew, or a text is understood for another
        place, which takes ten times as long."""
        if self._last is None or _rests_on(self._last[0]) == _rests_on(review):
            return False
        before, _, assessment = self._last
        return len(assessment.plan.passages) * (10 if before.region != review.region else 1) > _SHORT

    def judge(self, review: Review, progress: Progress | None = None) -> Assessment:
        """The assessment with all that the review says. Raises LowCarbonError, Cancelled; then the last one stays."""
        if self._last is not None:
            before, built, assessment = self._last
            if _rests_on(before) == _rests_on(review):
                self._last = (review, built, assessment)
                return assessment
        from lowcarbon_desktop.app.nods import with_nods
        from lowcarbon_desktop.app.resume import usable_lines
        from lowcarbon_desktop.app.stated import misfit

        rubric, as_of = self.by(review.yardstick)
        if self._last is None or built is None or (
                before.corrections, before.region, before.part, self.by(before.yardstick)[1]) != (
                review.corrections, review.region, review.part, as_of):
            built = self._build(review, review.corrections.values(), progress)
        plan = with_nods(built, review.nods.values(), reference()) if review.nods else built
        facts = {id: fact.as_fact() for id, fact in review.facts.items() if misfit(fact, reference()) is None}
        (assessment,) = check((plan,), rubric, reference(), facts=facts, marks=review.marks.values(),
                              entered=usable_lines(review.lines, built, reference()).values())
        self._last = (review, built, assessment)
        return assessment

    def on(self, source: Source | Unread) -> Judge:
        """A judge of another source, by the same."""
        judge = Judge(source, self._known[None][0], self._as_of, self._given)
        judge._known = dict(self._known)
        return judge

    def _build(self, review: Review, corrections: Iterable[Correction], progress: Progress | None = None) -> Plan:
        return build_plans(self._in_hand(review), reference(), region=review.region, as_of=self.by(review.yardstick)[1],
                           corrections=corrections, progress=progress)[0]

    def _in_hand(self, review: Review) -> Source:
        from lowcarbon_desktop.app.open_plan import in_part

        return in_part(self._source) if review.part else self._source


class AsJudged:
    """Stands in the place of a `Judge` where there is nothing to judge on: it knows one assessment, as it was kept."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    @property
    def built(self) -> Plan:
        """The plan as it was kept."""
        return self._assessment.plan

    def by(self, yardstick: Yardstick | None) -> tuple[Rubric, date | None]:
        """The rubric of that assessment, whatever the review names."""
        return self._assessment.rubric, None

    def learn(self, yardstick: Yardstick, rubric: Rubric) -> None:
        """There is nothing to learn for."""

    def on(self, source: Source) -> AsJudged:
        """The same: it judges nothing."""
        return self

    def plans(self, region: str | None = None, progress: Progress | None = None) -> tuple[Plan, ...]:
        """That plan alone."""
        return (self.built,)

    def machine(self, review: Review) -> Plan:
        """The plan as it was kept: nobody knows any more what the program understood by itself."""
        return self.built

    def takes_long(self, review: Review) -> bool:
        """Never: nothing is judged."""
        return False

    def judge(self, review: Review, progress: Progress | None = None) -> Assessment:
        """The assessment as it was kept."""
        return self._assessment


def _rests_on(review: Review) -> tuple[object, ...]:
    return (review.corrections, review.region, review.facts, review.nods, review.lines, review.marks,
            review.yardstick, review.part)

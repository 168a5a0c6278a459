"""How details become a finding."""

from __future__ import annotations

from datetime import date

import pytest

from lowcarbon_desktop.checks.bind import BoundCriterion
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Context, Judgement, Kind
from lowcarbon_desktop.checks.run import finding
from lowcarbon_desktop.errors import Text, message
from lowcarbon_desktop.lines import Line, LineBook
from lowcarbon_desktop.plan import Evidence, Plan, Region, Register, SourceFile, Where
from lowcarbon_desktop.rubric import Citation, Criterion
from lowcarbon_desktop.rubric.model import Grade

REMEDY = Text("改", "mend")
BY_HAND = (Evidence("实施方案第 3 页"),)
BY_MACHINE = (Evidence("成立领导小组", Where("plan.docx", page=3)),)


def detail(outcome: str, settled: bool = True, code: str = "x", evidence: tuple[Evidence, ...] = ()) -> Detail:
    return Detail(outcome, message(code), settled=settled, evidence=evidence)


def judged(*details: Detail, executability: str = "automatic", severity: str = "must", milder: str | None = None,
           grades: tuple[Grade, ...] = ()):
    text = Text("题", "title")
    criterion = Criterion("a.b", text, "a", text, text, severity, "d", 1.0, "k", {}, Citation(text, "1"), REMEDY,
                          executability, grades=grades)
    kind = Kind("k", text, (), lambda parameters, context: Judgement(details, milder))
    plan = Plan((SourceFile("a.csv", "0"),), None, None, None)
    context = Context(plan, Register({}), {}, LineBook(()), date(2012, 6, 30))
    return finding(BoundCriterion(criterion, kind, {}), context)


@pytest.mark.parametrize("outcomes, expected", [
    (["pass", "fail", "cannot_tell"], "fail"),
    (["pass", "cannot_tell", "judgement"], "cannot_tell"),
    (["not_applicable", "pass"], "pass"),
    (["not_applicable", "not_applicable"], "not_applicable"),
])
def test_the_worst_detail_is_the_outcome(outcomes: list[str], expected: str) -> None:
    assert judged(*map(detail, outcomes)).outcome == expected


def test_a_pass_is_settled_only_if_all_its_passes_are() -> None:
    assert judged(detail("pass"), detail("pass")).settled
    assert not judged(detail("pass"), detail("pass", settled=False)).settled


def test_a_failure_is_settled_by_one_settled_failure_and_tells_that_one() -> None:
    found = judged(detail("fail", settled=False, code="unsure"), detail("fail", code="sure"))
    assert found.settled
    assert found.message.code == "sure"
    assert not judged(detail("fail", settled=False), detail("pass")).settled


def test_a_settled_pass_beside_a_failure_does_not_settle_it() -> None:
    assert judged(detail("fail", settled=False), detail("pass")).open


@pytest.mark.parametrize("outcome, given", [
    ("fail", True), ("cannot_tell", True), ("judgement", True), ("pass", False), ("not_applicable", False)])
def test_a_remedy_is_given_where_something_is_to_be_done(outcome: str, given: bool) -> None:
    assert (judged(detail(outcome)).remedy == REMEDY) is given


def test_a_severity_gets_milder_and_never_harder() -> None:
    assert judged(detail("fail"), milder="should").severity == "should"
    assert judged(detail("fail"), severity="note", milder="should").severity == "note"
    assert judged(detail("fail")).severity == "must"


@pytest.mark.parametrize("outcome", ["pass", "fail"])
def test_what_only_a_person_can_say_is_left_to_a_person(outcome: str) -> None:
    found = judged(detail(outcome, code="passages"), executability="judgement")
    assert (found.outcome, found.open, found.message.code) == ("judgement", True, "passages")


def test_an_assisted_outcome_stands_open_until_a_reviewer_states_it() -> None:
    machine = judged(detail("pass", evidence=BY_MACHINE), executability="assisted")
    assert (machine.outcome, machine.open) == ("pass", True)
    reviewer = judged(detail("pass", evidence=BY_HAND), executability="assisted")
    assert (reviewer.outcome, reviewer.open) == ("pass", False)


GRADES = (Grade("merit", Text("先进", "merit"), None), Grade("good", Text("良好", "good"), 2.5),
          Grade("pass", Text("达标", "met"), 0))


@pytest.mark.parametrize("outcome, margin, ambition, expected", [
    ("pass", 5, True, "merit"), ("pass", 5, False, "good"), ("pass", 2.5, False, "good"), ("pass", 2.4, False, "met"),
    ("pass", 0, False, "met"), ("fail", -1, False, None), ("pass", None, False, None)])
def test_a_pass_has_the_best_grade_that_it_reaches(outcome: str, margin: float | None, ambition: bool,
                                                   expected: str | None) -> None:
    kinds_own = Text("达到先进水平", "with merit") if ambition else None
    found = judged(Detail(outcome, message("x"), margin=margin, grade=kinds_own), grades=GRADES).worst.grade
    assert (None if found is None else found.en) == expected


def test_without_grades_the_kind_speaks_for_itself() -> None:
    kinds_own = Text("达到先进水平", "with merit")
    assert judged(Detail("pass", message("x"), margin=5, grade=kinds_own)).worst.grade == kinds_own


def line(low: float, day: date, region: str = "全国") -> Line:
    return Line("cut", region, 2005, 2020, low, None, "%", "at_least", day, "x", "confirmed", "")


def test_a_replaced_threshold_stands_for_every_line_of_its_years() -> None:
    seen: list[Line | None] = []

    def judge(parameters, context: Context) -> Judgement:
        seen.extend(context.lines.nation("cut", 2005, 2020, day) for day in (date(2012, 1, 1), date(2021, 1, 1)))
        place = Region("厦门", "厦门市", "city", "福建", "")
        seen.append(context.lines.assigned("cut", 2005, 2020, date(2012, 1, 1), place))
        return Judgement((detail("pass"),))

    text = Text("题", "title")
    criterion = Criterion("a.b", text, "a", text, text, "must", "d", 1.0, "k", {}, Citation(text, "1"), REMEDY,
                          "automatic")
    book = LineBook((line(40, date(2010, 1, 1)), line(60, date(2020, 1, 1)), line(17, date(2010, 1, 1), "福建")))
    plan = Plan((SourceFile("a.csv", "0"),), None, None, None)
    other = line(50, date(2010, 1, 1))
    finding(BoundCriterion(criterion, Kind("k", text, (), judge), {}, other),
            Context(plan, Register({}), {}, book, date(2012, 6, 30)))
    assert [None if each is None else each.low for each in seen] == [50, 50, 17]


def test_a_line_of_the_places_own_goes_before_its_provinces_and_is_found_by_its_full_name() -> None:
    long_ago = date(2010, 1, 1)
    book = LineBook((line(17, long_ago, "湖北"), line(40, long_ago, "咸宁市"), line(30, long_ago, "海南")))
    for name, full_name, province, low in (
            ("咸宁", "咸宁市", "湖北", 40), ("武汉", "武汉市", "湖北", 17), ("海南", "海南藏族自治州", "青海", None)):
        place = Region(name, full_name, "city", province, "")
        found = book.assigned("cut", 2005, 2020, date(2012, 1, 1), place)
        assert (found.low if found is not None else None) == low

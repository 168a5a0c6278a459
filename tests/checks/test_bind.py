"""Binding a rubric to kinds of check: typed parameters, or every fault at its place."""

from __future__ import annotations

from types import MappingProxyType, SimpleNamespace

import pytest

from lowcarbon_desktop.checks.bind import bind, try_bind
from lowcarbon_desktop.checks.kind import TYPES, Judgement, Kind, Parameter
from lowcarbon_desktop.errors import FaultyData, Text, message
from lowcarbon_desktop.rubric import Citation, Criterion, Mark, Rubric
from lowcarbon_desktop.wording import known as has_wording
from lowcarbon_desktop.wording import say

HINT = Text("哪条指标线", "which line")
KNOWN = SimpleNamespace(register=SimpleNamespace(indicators={"co2_per_gdp_cut": None, "nonfossil_share": None}),
                        facts={"leading_group": None, "ghg_inventory": None}, lines=None)


def kind(*parameters: Parameter, verify=None) -> Kind:
    made = Kind("target-against-line", HINT, parameters, lambda given, context: Judgement(()))
    return made._replace(verify=verify) if verify else made


def rubric(parameters: dict[str, object], check: str = "target-against-line") -> Rubric:
    text = Text("题", "title")
    marks = {"": Mark("second-batch.yaml", 38, 9), "check": Mark("second-batch.yaml", 40, 9),
             "lien": Mark("second-batch.yaml", 41, 12), "p": Mark("second-batch.yaml", 42, 12),
             "p.1": Mark("second-batch.yaml", 43, 14)}
    criterion = Criterion("targets.co2", text, "targets", text, text, "must", "d", 1.0, check,
                          MappingProxyType(parameters), Citation(text, "1"), text, "automatic", marks)
    return Rubric("second-batch", "1", text, text, None, False, (), (criterion,), (), "0", "second-batch.yaml")


def faults(kinds: dict[str, Kind], of: Rubric) -> list[tuple[int, str]]:
    return [(fault.line, say(fault.message, "en")) for fault in try_bind(of, kinds, KNOWN)[1]]


def typed(type_: str, value: object, **more) -> list[tuple[int, str]]:
    return faults({"target-against-line": kind(Parameter("p", type_, HINT, **more))}, rubric({"p": value}))


def test_a_misspelt_parameter_is_named_with_the_right_one() -> None:
    line = Parameter("line", "choice", HINT, required=False, choices=("nation", "province"))
    assert faults({"target-against-line": kind(line)}, rubric({"lien": "nation"})) == [
        (41, "criterion targets.co2: no parameter 'lien'; did you mean 'line'?")]


def test_a_misspelt_kind_is_named_with_the_right_one() -> None:
    assert faults({"target-against-line": kind()}, rubric({}, "target-against-lines")) == [
        (40, "criterion targets.co2: no kind of check 'target-against-lines'; did you mean 'target-against-line'?")]


def test_a_missing_parameter_says_what_it_is_for() -> None:
    assert faults({"target-against-line": kind(Parameter("line", "text", HINT))}, rubric({})) == [
        (38, "criterion targets.co2: parameter 'line' is missing (which line); add it under 'with'")]


@pytest.mark.parametrize("type_, value, bound", [
    ("indicator", "nonfossil_share", "nonfossil_share"), ("year", 2015, 2015), ("number", 17, 17.0),
    ("number", 17.5, 17.5), ("int", 3, 3), ("flag", False, False), ("choice", "nation", "nation"),
    ("text", "煤", "煤"), ("wording", {"zh": "煤", "en": "coal"}, Text("煤", "coal")), ("table", {"a": 1}, {"a": 1}),
    ("indicators", ["nonfossil_share"], ("nonfossil_share",)), ("facts", ["leading_group"], ("leading_group",)),
    ("years", [2015, 2020], (2015, 2020)), ("choices", ["nation"], ("nation",)), ("texts", ["煤"], ("煤",))])
def test_a_value_gets_the_type_of_its_parameter(type_: str, value: object, bound: object) -> None:
    made = bind(rubric({"p": value}), {"target-against-line": kind(Parameter("p", type_, HINT, choices=("nation",)))},
                KNOWN)
    assert made.criteria[0].parameters == {"p": bound}
    assert type(made.criteria[0].parameters["p"]) is type(bound)


@pytest.mark.parametrize("type_, value, line, words", [
    ("indicator", "co2_per_gdp_cu", 42, "no indicator 'co2_per_gdp_cu'; did you mean 'co2_per_gdp_cut'?"),
    ("fact", "leading_grup", 42, "no fact 'leading_grup'; did you mean 'leading_group'?"),
    ("facts", ["ghg_inventory", "leading_grup"], 43, "no fact 'leading_grup'"),
    ("facts", ["ghg_inventory", "ghg_inventory"], 43, "lists ghg_inventory twice"),
    ("facts", "ghg_inventory", 42, "must be a list of fact ids, not \"ghg_inventory\""),
    ("facts", [], 42, "must be a list of fact ids, not []"),
    ("choice", "nations", 42, "only one of: nation, province; did you mean 'nation'?"),
    ("year", "2015", 42, "must be a year, not \"2015\""), ("year", 15, 42, "is 15; it must not be below 1990"),
    ("year", 2115, 42, "is 2115; it must not be above 2100"), ("int", 1.5, 42, "must be a whole number, not 1.5"),
    ("int", True, 42, "must be a whole number, not true"), ("number", "no", 42, "must be a number, not \"no\""),
    ("flag", "no", 42, "must be true or false, not \"no\""), ("text", " ", 42, "must be a text"),
    ("wording", "煤", 42, "must be a text in both languages"), ("wording", {"zh": "煤"}, 42, "in both languages"),
    ("table", [1], 42, "must be a table of keys and values, not [1]")])
def test_a_value_that_does_not_fit_is_refused(type_: str, value: object, line: int, words: str) -> None:
    found = typed(type_, value, choices=("nation", "province"))
    assert len(found) == 1
    assert found[0][0] == line
    assert words in found[0][1]


def test_bounds_include_their_ends() -> None:
    assert typed("number", 0, low=0, high=1) == []
    assert typed("number", 1, low=0, high=1) == []
    assert "must not be above 1" in typed("number", 1.01, low=0, high=1)[0][1]
    assert "must not be below 0" in typed("number", -0.01, low=0, high=1)[0][1]


def test_what_does_not_fit_together_is_asked_once_each_is_right() -> None:
    verify = lambda parameters, known: (("p", message("cancelled")),)  # noqa: E731
    bound = {"target-against-line": kind(Parameter("p", "year", HINT), verify=verify)}
    assert faults(bound, rubric({"p": 2015})) == [(42, "criterion targets.co2: cancelled; nothing was changed")]
    assert "below 1990" in faults(bound, rubric({"p": 1}))[0][1]


def test_a_faulty_rubric_is_refused_with_all_its_faults() -> None:
    kinds = {"target-against-line": kind(Parameter("p", "year", HINT), Parameter("q", "int", HINT))}
    with pytest.raises(FaultyData) as raised:
        bind(rubric({"p": "x", "lien": 1}), kinds, KNOWN)
    assert [fault.line for fault in raised.value.faults] == [38, 41, 42]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("type_", TYPES)
def test_every_type_of_parameter_has_its_words(type_: str, lang: str) -> None:
    assert has_wording(f"parameter-{type_}", lang)

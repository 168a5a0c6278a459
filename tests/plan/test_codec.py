"""A whole assessment as plain data and back is the same; data of another shape is refused."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.app.check import check, load_rubric, parse_line
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, Text
from lowcarbon_desktop.plan import Quantity, Reading, Where
from lowcarbon_desktop.plan.codec import Written, plain, revived

texts = st.text(max_size=5)
simple = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts
arguments = st.recursive(simple | st.builds(Text, texts, texts) | st.dates(), lambda inner: st.one_of(
    st.lists(inner, max_size=3), st.lists(inner, max_size=3).map(tuple),
    st.builds(Message, texts, st.dictionaries(texts, inner, max_size=3))), max_leaves=8)


@pytest.mark.parametrize("name", ["xiamen.xlsx", "xianning.docx"])
def test_an_assessment_there_and_back(name: str) -> None:
    plans = open_plan(resource("examples", name), reference(), as_of=date(2012, 1, 1))
    line = parse_line("co2_per_gdp_cut@2010-2015=18", reference())[1]
    (assessment,) = check(plans, load_rubric(), reference(), entered=[line])
    written = json.dumps(plain(assessment), ensure_ascii=False)
    assert revived(Assessment, json.loads(written)) == assessment


def test_what_was_written_before_is_written_the_same_again() -> None:
    written = Written()
    for low in (1.0, 2.0, 1.0, 3.0):
        where = Where("a")
        reading = Reading(None, "", "", where, where, Quantity(low, low))
        assert plain(reading, written) == plain(reading)
        assert plain(reading, written)["where"] is plain(reading, written)["name_where"]


@given(st.dictionaries(texts, arguments, max_size=3))
def test_arguments_of_every_sort_there_and_back(args: dict[str, object]) -> None:
    reading = Reading(None, "", "", Where("a", box=(0.0, 1.0, 2.0, 3.0)), Where("a"), doubts=(Message("c", args),))
    assert revived(Reading, json.loads(json.dumps(plain(reading)))) == reading


@pytest.mark.parametrize("data", [
    None, [], {}, {"low": 1.0}, {"low": 1.0, "high": 1.0, "more": 1}, {"low": "1", "high": 1.0},
    {"low": True, "high": 1.0}, {"low": [], "high": 1.0}, {"low": 1.0, "high": 1.0, "bound": None},
])
def test_another_shape_is_refused(data: object) -> None:
    with pytest.raises(ValueError):
        revived(Quantity, data)


def test_a_list_is_no_group() -> None:
    with pytest.raises(ValueError):
        revived(Reading, {**plain(Reading(None, "", "", Where("a"), Where("a"))), "doubts": {"a": "b"}})  # type: ignore


def test_depth_has_an_end() -> None:
    deep: object = 1
    for _ in range(90):
        deep = [deep]
    with pytest.raises(ValueError):
        revived(Message, {"code": "c", "args": {"a": deep}})

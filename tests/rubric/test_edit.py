"""Editing a rubric's text: one value changes, and every other byte stays as its writer left it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.assets import rubrics
from lowcarbon_desktop.errors import UsageError
from lowcarbon_desktop.rubric import edit_list
from lowcarbon_desktop.rubric.criterion import KEYS
from lowcarbon_desktop.rubric.edit import drop, plain_of, put
from lowcarbon_desktop.rubric.edit_data import same, value_at, without
from lowcarbon_desktop.rubric.spans import spans

ORDER = tuple(KEYS)
FILES = sorted([*rubrics().glob("*/*.yaml"), *rubrics().glob("*/cases/*.yaml")])
SECTIONS = [file for file in FILES if file.name != "rubric.yaml" and file.parent.name != "cases"]
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
PLAIN = st.recursive(WORDS | st.integers(-10 ** 9, 10 ** 9) | st.booleans() | st.floats(-1e6, 1e6).map(
    lambda value: round(value, 6)), lambda below: st.lists(below, max_size=3) | st.dictionaries(
        st.from_regex("[a-z][a-z0-9_]{0,8}", fullmatch=True), below, max_size=3), max_leaves=5)
HAND = """\
# of the house
section: targets   # what it is of
criteria:
  # the first of all
  - id: a.b
    title: {zh: 一, en: "One"}   # both
    points: 5  # five
    table: |
      甲 | 乙
      1 | 2

    with: {indicator: x, years: [2015, 2020]}
    remedy:
      zh: '改'
      en: Mend it

  # the second
  - id: c.d
    points: 2.5
# the end
"""


def text_of(file: Path) -> str:
    return file.read_bytes().decode()


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_value_that_is_put_is_read_again_and_nothing_outside_its_entry_changes(data: st.DataObject) -> None:
    text = text_of(data.draw(st.sampled_from(FILES)))
    paths = [path for path, _ in spans(text).walk() if len(path) > 2]
    path, value = data.draw(st.sampled_from(paths)) if paths else ("title", "zh"), data.draw(PLAIN)
    changed = put(text, path, value, ORDER)
    assert same(value_at(plain_of(changed), path), value)
    around = spans(text).at(path[:2])
    assert changed.startswith(text[:around.key])
    assert changed.endswith(text[around.end:])


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=100, deadline=None)
def test_putting_what_is_there_leaves_the_bytes(file: Path, data: st.DataObject) -> None:
    text = text_of(file)
    path = data.draw(st.sampled_from([path for path, _ in spans(text).walk() if path]))
    assert put(text, path, value_at(plain_of(text), path), ORDER) == text


@given(st.sampled_from(SECTIONS), st.data())
@settings(max_examples=60, deadline=None)
def test_an_entry_moved_there_and_back_leaves_the_bytes(file: Path, data: st.DataObject) -> None:
    text = text_of(file)
    count = len(plain_of(text)["criteria"])
    places = st.integers(0, count - 1)
    one, to = data.draw(places), data.draw(places)
    moved = edit_list.move(text, ("criteria",), one, to)
    assert sorted(moved) == sorted(text)
    assert edit_list.move(moved, ("criteria",), to, one) == text
    doubled = edit_list.duplicate(text, ("criteria",), one)
    assert edit_list.remove(doubled, ("criteria",), one + 1) == text


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=80, deadline=None)
def test_a_dropped_key_is_gone_and_the_others_stay(file: Path, data: st.DataObject) -> None:
    text = text_of(file)
    paths = [path for path, _ in spans(text).walk() if len(path) > 2 and isinstance(path[-1], str)]
    if paths:
        path = data.draw(st.sampled_from(paths))
        assert same(plain_of(drop(text, path)), without(plain_of(text), path))


@pytest.mark.parametrize(("path", "value", "before", "after"), [
    (("criteria", 0, "points"), 6, "points: 5  # five", "points: 6  # five"),
    (("criteria", 0, "points"), 6.5, "points: 5  # five", "points: 6.5  # five"),
    (("criteria", 0, "title", "en"), "Two", 'en: "One"', 'en: "Two"'),
    (("criteria", 0, "title", "zh"), "二, 三", "zh: 一", 'zh: "二, 三"'),
    (("criteria", 0, "remedy", "zh"), "不是'改'", "zh: '改'", "zh: '不是''改'''"),
    (("criteria", 0, "remedy", "en"), "2015", "en: Mend it", 'en: "2015"'),
    (("criteria", 0, "with", "tolerance"), 2, "2020]}", "2020], tolerance: 2}"),
    (("criteria", 0, "with", "years"), [2015], "[2015, 2020]", "[2015]"),
    (("criteria", 0, "table"), "甲 | 乙\n3 | 4\n", "1 | 2", "3 | 4"),
    (("criteria", 0, "severity"), "must", "# both\n", "# both\n    severity: must\n"),
    (("criteria", 0, "applies", "levels"), ["city"], "2020]}\n", "2020]}\n    applies: {levels: [city]}\n"),
    (("criteria", 1, "points"), 3, "points: 2.5", "points: 3"),
])
def test_only_what_was_meant_is_written_anew(path: tuple, value: object, before: str, after: str) -> None:
    assert put(HAND, path, value, ORDER) == HAND.replace(before, after)
    crlf = HAND.replace("\n", "\r\n")
    assert put(crlf, path, value, ORDER) == crlf.replace(before.replace("\n", "\r\n"), after.replace("\n", "\r\n"))


def test_an_entry_takes_its_remarks_along() -> None:
    moved = edit_list.move(HAND, ("criteria",), 1, 0)
    assert moved.index("# the second") < moved.index("id: c.d") < moved.index("# the first") < moved.index("# the end")
    assert "id: c.d" not in (removed := edit_list.remove(HAND, ("criteria",), 1))
    assert removed.endswith("en: Mend it\n# the end\n")


def test_what_is_no_yaml_is_refused_in_words() -> None:
    with pytest.raises(UsageError) as refused:
        put("a: [1\n", ("a",), 1)
    assert refused.value.message.code == "edit-no-yaml"

"""What is read line by line is what the parser of YAML reads, with the same places; what may be wrong is left to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.assets import resource, rubrics
from lowcarbon_desktop.rubric.any_yaml import read_any
from lowcarbon_desktop.rubric.usual import usual

SHIPPED = (*sorted(rubrics().glob("*/*.yaml")), *sorted(resource().glob("*.yaml")))
SIGNS = ("\n", "\n  ", "\n- ", " ", "  ", ": ", ":", "#", " #", "-", "- ", "'", '"', "\\", "\\\\", "[", "]", "{", "}",
         ",", ", ", "&a ", "*a", "!x ", "|", ">", "%", "@", "?", "? ", "`", "~", "null", "true", "017", "1:30", "-1",
         ".5", "\t", "\r\n", "\u3000", "：", "\x07", "---\n", "...", "a: b", "id: x")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_shipped_file_is_usual(path: Path):
    text = path.read_text("utf-8")
    assert usual(text, path.name) == read_any(text, path.name)[0]


@pytest.mark.parametrize("text", (
    "a: 1\n", "a: 'b'\n", 'a: "b\\\\c"\n', 'a: "b\\"c"\n', "a:\n", "a:\n  b: -1\n", "- a\n- b: c\n  d: e\n-   f: g\n",
    "- - a\n", "a: [b, 'c', \"d\", -1, [e], {f: g}]\n", "a: {b: c, d: [], e: {}}\n", "a: [b,\n    c]\n", "a: b:c#d\n",
    "a: 017\nb: no\nc: 1.50\nd: true\n", "# x\n\na: b\n  # y\nc: d\n"))
def test_this_is_usual(text: str):
    assert usual(text, "x.yaml") is not None
    assert (usual(text, "x.yaml"), []) == read_any(text, "x.yaml")


@pytest.mark.parametrize("text", (
    "", "# x\n", "a\n", "a: b: c\n", "a: b\na: c\n", "a: {b: c, b: d}\n", "a: &b c\n", "a: *b\n", "a: !!str b\n",
    "a: |\n  b\n", "a: b\n  c\n", "a:\n- b\n", "a: [b\n", "a: [b]]\n", "a: [b, ]\n", "a: {b}\n", "a: b # c\n",
    "a: 'b''c'\n", 'a: "b\\n"\n', "a:\tb\n", "a: b\n b: c\n", "? a\n", "---\na: b\n", "a: b\r\n", "a: b\x07\n",
    "a: -\n", "-\n", "a: [b: c]\n", "a: " + "[" * 30 + "]" * 30 + "\n"))
def test_this_is_left_to_the_parser(text: str):
    assert usual(text, "x.yaml") is None


@given(st.data())
def test_no_change_of_a_file_is_read_otherwise_than_by_the_parser(data: st.DataObject):
    text = data.draw(st.sampled_from(SHIPPED)).read_text("utf-8")
    begin = data.draw(st.integers(0, len(text)))
    text = text[begin:begin + data.draw(st.integers(0, 600))]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(SIGNS)) + text[at + data.draw(st.integers(0, 3)):]
    item = usual(text, "x.yaml")
    assert item is None or (item, []) == read_any(text, "x.yaml")

"""The remembered corrections as bytes: there and back, capped, and believed only where we could have written them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.review.remembered import Remembered
from lowcarbon_desktop.review.state import MEANING
from lowcarbon_desktop.store.remembered import MOST, from_bytes, to_bytes

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
entries = st.builds(Remembered, st.tuples(texts, st.lists(texts, max_size=3).map(tuple), texts),
                    st.sampled_from(MEANING), texts, texts, texts, texts)


@given(st.lists(entries, max_size=5))
def test_there_and_back(remembered: list[Remembered]) -> None:
    assert from_bytes(to_bytes(remembered)) == tuple(remembered)


def test_the_oldest_fall_out() -> None:
    many = [Remembered(("能耗", (), "%"), "unit", "", str(at), "a.xlsx", "2026-01-01") for at in range(MOST + 2)]
    kept = from_bytes(to_bytes(many))
    assert len(kept) == MOST and (kept[0].value, kept[-1].value) == ("2", str(MOST + 1))


@pytest.mark.parametrize("change", [
    {"field": "text"}, {"field": "confirmed"}, {"field": 5}, {"name": None}, {"columns": "2015"}, {"columns": [1]},
    {"columns": ["x"] * 21}, {"value": "x" * 501}, {"more": ""}, {"when": ["2026"]},
])
def test_what_the_program_does_not_write_is_refused(change: dict) -> None:
    (plain,) = json.loads(to_bytes([Remembered(("a", ("b",), "%"), "unit", "", "%", "a.xlsx", "2026-01-01")]))[
        "corrections"]
    data = {"schema": "lowcarbon/remembered/1", "corrections": [{**plain, **change}]}
    with pytest.raises(ValueError, match=r".+"):
        from_bytes(json.dumps(data).encode())

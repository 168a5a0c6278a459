"""The page on how a rubric is written names every key that one may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.rubric.criterion import KEYS

DOCUMENT = (Path(__file__).parents[2] / "docs" / "rubrics.md").read_text("utf-8")


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_a_criterion_is_explained(key: str) -> None:
    assert f"`{key}`" in DOCUMENT

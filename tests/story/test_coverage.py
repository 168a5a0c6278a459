"""Every row S1 to S18 of the source documents is served, every criterion serves one, and the page says so."""

from __future__ import annotations

import pytest

from build_spec.coverage import PAGE, criteria, matching, page, rows


def test_the_page_is_up_to_date_and_no_row_is_empty() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m build_spec.coverage"
    assert list(rows()) == [f"S{number}" for number in range(1, 19)]


@pytest.mark.parametrize("rubric", sorted(criteria()))
def test_every_criterion_serves_a_row_of_its_own(rubric: str) -> None:
    patterns = [pattern for row in rows().values() if not row.get("summary") for pattern in row["criteria"]]
    assert [each for each in criteria()[rubric] if each not in matching(patterns, criteria()[rubric])] == []


def test_the_rubrics_are_as_long_as_was_asked_for() -> None:
    assert len(criteria()["second-batch"]) >= 60
    assert sorted(criteria()) == ["first-batch", "second-batch", "xianning-paths"]

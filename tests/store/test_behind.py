"""The history alone tells whether a piece was made of what the file says now."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.plan import SourceFile
from lowcarbon_desktop.review import Correction, Review
from lowcarbon_desktop.review.verdict import Item, Reviewer
from lowcarbon_desktop.store import Kept, ReviewFile

DRAFT = (SourceFile("a.csv", "1" * 64),)
FIRST = Review(reviewer=Reviewer("1", "王"))
SAID = FIRST.with_correction(Correction("a.csv", None, "B2", "17", "18", ""))
MARKED = SAID.with_marks((Mark("a", "b", False, "text", "why"),))
OTHER = FIRST.with_correction(Correction("a.csv", None, "B2", "17", "19", ""))


@pytest.mark.parametrize(("steps", "behind"), [
    ([(FIRST, True)], False),
    ([(FIRST, False)], False),
    ([(FIRST, True), (SAID, False)], True),
    ([(FIRST, True), (SAID, True)], False),
    ([(FIRST, True), (SAID, False), (FIRST, False)], False),
    ([(FIRST, True), (SAID, False), (OTHER, True), (SAID, False)], True),
    ([(SAID, True), (SAID.with_note("a", "私下"), False)], False),
    ([(SAID, True), (SAID.with_item("a", Item(comment="请改")), False)], False),
    ([(SAID, True), (SAID.with_region("厦门"), False)], True),
    ([(SAID, True), (MARKED, False)], True),
    ([(SAID, True), (MARKED, True)], False),
    ([(SAID, True), (SAID.with_lines(("co2_per_gdp_cut@2010-2015=18",)), False)], True),
])
def test_what_was_said_since(tmp_path: Path, steps: list[tuple[Review, bool]], behind: bool) -> None:
    file = ReviewFile(tmp_path / "a.lcreview")
    for review, whole in steps:
        file.save(Kept(review, DRAFT), {"assessment": b"the same in each"} if whole else None)
    read = ReviewFile(file.path)
    read.load()
    assert read.behind("assessment") is behind and read.behind("other") is False


def test_another_draft_is_something_else(tmp_path: Path) -> None:
    file = ReviewFile(tmp_path / "a.lcreview")
    file.save(Kept(FIRST, DRAFT), {"assessment": b"{}"})
    file.save(Kept(FIRST, (SourceFile("a.csv", "2" * 64),)))
    assert file.behind("assessment")

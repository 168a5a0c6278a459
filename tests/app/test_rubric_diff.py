"""The differences between two rubrics, field by field and in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.app.rubric_diff import differences, said
from lowcarbon_desktop.rubric.load import load
from lowcarbon_desktop.wording import say

GOOD = Path(__file__).parents[1] / "rubric" / "data" / "good.yaml"
SECOND = "organisation.leading-group"


def changed(folder: Path, *changes: tuple[str, str]) -> list[tuple[str | None, str]]:
    """What is said of the good rubric against one with some texts replaced."""
    text = GOOD.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "rubric.yaml").write_text(text, "utf-8")
    return [(each.criterion, say(said(each), "en")) for each in differences(load(GOOD), load(folder))]


@pytest.mark.parametrize("old, new, criterion, words", [
    ('version: "1.0"', 'version: "1.1"', None, "version: '1.0' is now '1.1'"),
    ("points: 2.5", "points: 3", SECOND, "points: '2.5' is now '3'"),
    ("severity: should", "severity: must", SECOND, "level: 'should' is now 'must'"),
    ("years: [2015]", "years: [2015, 2020]", SECOND, "parameter years: '2015' is now '2015, 2020'"),
    ("en: Say who leads", "en: Name the head", SECOND, "remedy (English): 'Say who leads' is now 'Name the head'"),
    ('section: "2.1"', 'section: "2.2"', SECOND, "source: '另一份文件 2.1' is now '另一份文件 2.2'"),
    ("errs: both", "errs: both\n        locked: true", SECOND, "locked: 'false' is now 'true'"),
    ("errs: both", "errs: both\n        evidence: {zh: 附, en: Annex}", SECOND,
     "evidence asked for (English): now 'Annex'"),
    ("errs: both", "errs: both\n        applies: {levels: [city]}", SECOND, "applies to: now 'levels: city'"),
])
def test_a_difference_is_told_by_its_field(tmp_path: Path, old: str, new: str, criterion: str | None,
                                           words: str) -> None:
    assert (criterion, words) in changed(tmp_path, (old, new))


def test_one_that_was_renamed_and_says_so_is_one_criterion(tmp_path: Path) -> None:
    assert changed(tmp_path, ("- id: organisation.leading-group", "- id: organisation.group"),
                   ("errs: both", "errs: both\n        former: [organisation.leading-group]")) == [
        ("organisation.group", "id: 'organisation.leading-group' is now 'organisation.group'"),
        ("organisation.group", "former ids: now 'organisation.leading-group'")]


def test_what_came_and_what_went(tmp_path: Path) -> None:
    assert changed(tmp_path, ("- id: organisation.leading-group", "- id: organisation.group")) == [
        ("organisation.group", "added: A leading group is set up"),
        ("organisation.leading-group", "left out: A leading group is set up")]


def test_a_rubric_does_not_differ_from_itself() -> None:
    assert differences(load(GOOD), load(GOOD)) == ()

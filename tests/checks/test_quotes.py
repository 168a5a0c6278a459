"""Thresholds stand once: the words of a criterion quote them, and a quotation that does not exist is a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubrics import examine_bound
from lowcarbon_desktop.wording import say

GOOD = (Path(__file__).parents[1] / "rubric" / "data" / "good.yaml").read_text("utf-8")
REMEDY = "{zh: 提高到 17 % 以上, en: Raise it to 17 % or more}"


def bound(folder: Path, zh: str, en: str = "Mend it", *changes: tuple[str, str]):
    path = folder / "rubric.yaml"
    text = GOOD.replace(REMEDY, f'{{zh: "{zh}", en: "{en}"}}')
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return examine_bound(path, reference())


@pytest.mark.parametrize("zh, en, said_zh, said_en", [
    ("不低于 {line}", "at least {line}", "不低于 17%", "at least 17 %"),
    ("{base_year}—{target_year} 年，{document}", "{base_year}", "2010—2015 年，国发[2011]41号", "2010"),
    ("{indicator}", "{indicator}", "单位 GDP 二氧化碳排放下降率", "Cut in CO2 per unit of GDP")])
def test_a_place_is_filled_in_both_languages(tmp_path: Path, zh: str, en: str, said_zh: str, said_en: str) -> None:
    found, faults = bound(tmp_path, zh, en)
    remedy = found.rubric.criteria[0].remedy
    assert (faults, remedy.zh) == ((), said_zh)
    assert remedy.en.casefold() == said_en.casefold()


def test_the_mark_of_ambition_is_quoted_where_the_line_has_one(tmp_path: Path) -> None:
    found, faults = bound(tmp_path, "{line}—{ambition}", "x", ("base_year: 2010, target_year: 2015",
                                                               "base_year: 2005, target_year: 2020"))
    assert (faults, found.rubric.criteria[0].remedy.zh) == ((), "40%—45%")


@pytest.mark.parametrize("zh, words", [
    ("{lien}", "nothing called 'lien' can be quoted here"), ("{ambition}", "nothing called 'ambition' can be quoted"),
    ("{line", "braces come in pairs"), ("line}", "braces come in pairs"), ("{{line}}", "braces come in pairs"),
    ("{line.high}", "nothing called 'line.high'"), ("{0}", "nothing called '0'"), ("{}", "nothing called ''")])
def test_what_cannot_be_quoted_is_a_fault_at_its_line(tmp_path: Path, zh: str, words: str) -> None:
    faults = bound(tmp_path, zh)[1]
    assert [fault.line for fault in faults] == [26]
    assert words in say(faults[0].message, "en")


def test_an_assigned_line_is_another_in_every_province_and_cannot_be_quoted(tmp_path: Path) -> None:
    faults = bound(tmp_path, "{line}", "x", ("line: nation", "line: assigned"))[1]
    assert "nothing called 'line' can be quoted here" in say(faults[0].message, "en")

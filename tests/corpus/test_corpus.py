"""The corpus is read as a careful person reads it: 98 % of values with place, no wrong base year, no wrong pass."""

from __future__ import annotations

import pytest

from tests.corpus.pages import FILES, cases
from tests.corpus.places import holds
from tests.corpus.result import Result
from tests.corpus.run import LEAST, misses, results, totals


@pytest.fixture(scope="module")
def found() -> list[Result]:
    return results()


def test_values_and_facts_are_right_with_their_place(found: list[Result]) -> None:
    sums = totals(found)
    assert sums["values right"] >= LEAST * sums["values"], misses(found)
    assert sums["facts right"] >= LEAST * sums["facts"], misses(found)


def test_no_target_has_a_wrong_base_year(found: list[Result]) -> None:
    assert [miss for each in found for miss in each.misses if miss[0] == "wrong base year"] == []


def test_nothing_passes_wrongly(found: list[Result]) -> None:
    wrong = [each for each in found if each.wrong_passes]
    assert wrong == [], misses(wrong)


def test_every_file_has_its_page_and_every_page_its_file() -> None:
    named = [case.file for case in cases()]
    assert sorted(named) == sorted(path.name for path in FILES.iterdir()) and len(named) >= 60


def test_the_words_of_every_page_stand_in_its_file() -> None:
    cited = [(case, words) for case in cases() if case.format in ("docx", "pdf", "folder")
             for page in case.plans.values() for words in page.words]
    assert [(case.file, words) for case, words in cited if not holds(case.path, words)] == []

"""What the data calls by a Chinese name has an English one wherever an English reader meets it."""

from __future__ import annotations

import csv

import pytest

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.wording import by_name, known, say

PLAIN = {"%", "‰", "年", "个"}  # signs, and what is counted without a word


def documents() -> set[str]:
    return {row["document"] for file in sorted(resource("lines").glob("*.csv"))
            for row in csv.DictReader(file.read_text("utf-8").splitlines()) if row.get("document")}


@pytest.mark.parametrize("unit", sorted(set(reference().units.ids()) - PLAIN))
def test_every_unit_has_an_english_name(unit: str) -> None:
    assert by_name("report-unit", unit, "en").isprintable() and known(f"report-unit-{unit}", "en")
    assert by_name("report-unit", unit, "zh") == unit


@pytest.mark.parametrize("document", sorted(documents()))
def test_every_document_of_a_shipped_line_has_an_english_name(document: str) -> None:
    assert by_name("document", document, "en").isascii()
    assert by_name("document", document, "zh") == document


def test_a_sentence_says_them_in_its_language() -> None:
    said = message("report-needs-line", document="国发[2011]41号")
    assert "Guo Fa [2011] 41" in say(said, "en") and "国发[2011]41号" in say(said, "zh")
    assert by_name("document", "厦府〔2012〕1 号", "en") == "厦府〔2012〕1 号"

"""The matrix of policy instruments against a page of examples, and the catalogue against its faults."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.analysis.instruments import catalogue_from
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.checks.instruments import matrix_of
from lowcarbon_desktop.errors import FaultyData
from lowcarbon_desktop.ingest.readers.paragraphs import is_heading
from lowcarbon_desktop.plan import Passage, Plan, SourceFile, Where

EXAMPLES = yaml.safe_load((Path(__file__).parent / "instruments.yaml").read_text("utf-8"))
CATALOGUE = reference().instruments


def plan(paragraphs: list[str]) -> Plan:
    return Plan((SourceFile("方案.docx", "0"),), None, None, None, passages=tuple(
        Passage(text, Where("方案.docx", paragraph=number), is_heading(text))
        for number, text in enumerate(paragraphs, start=1)))


@pytest.mark.parametrize("example", EXAMPLES, ids=[each["name"] for each in EXAMPLES])
def test_what_is_found_is_what_the_text_says(example: dict) -> None:
    found: dict[str, list[str]] = {}
    for measure, instrument in matrix_of(plan(example["text"]), CATALOGUE).cells:
        found.setdefault(measure, []).append(instrument)
    assert found == example["cells"]


def test_each_cell_has_the_sentence_and_its_place() -> None:
    matrix = matrix_of(plan(["总则。", "（一）优先发展公共交通。完善线网。市财政设立专项资金。"]), CATALOGUE)
    (evidence,) = matrix.cells["public-transport", "special-funds"]
    assert (evidence.text, evidence.where and evidence.where.paragraph) == ("市财政设立专项资金。", 2)
    assert list(matrix.of_field("transport")) == ["special-funds"] == list(matrix.used)
    assert set(matrix.bare_fields) == {"industry", "energy", "buildings", "consumption", "sinks"}


def test_the_catalogue_is_the_table_of_the_source() -> None:
    assert len(CATALOGUE.instruments) == 7 and len(CATALOGUE.measures) == 21
    count = {field: sum(each.field == field for each in CATALOGUE.measures) for field in CATALOGUE.fields}
    assert count == {"industry": 6, "energy": 3, "transport": 3, "buildings": 3, "consumption": 3, "sinks": 3}


def test_no_word_alone_makes_a_cell() -> None:
    for each in (*CATALOGUE.instruments, *CATALOGUE.measures):
        for word in each.words:
            assert not matrix_of(plan([f"{word.partition('!')[0].replace('*', '')}。"]), CATALOGUE).cells, word


@pytest.mark.parametrize("wrong", [
    {"instruments": [], "fields": []},
    {"instruments": [{"id": "x", "name": {"zh": "甲"}, "words": ["资金"]}], "fields": []},
    {"instruments": [{"id": "x", "name": {"zh": "甲", "en": "a"}, "words": ["资"]}], "fields": []},
    {"instruments": [{"id": "x", "name": {"zh": "甲", "en": "a"}, "words": ["资金"]}] * 2, "fields": []}])
def test_a_faulty_catalogue_is_refused(wrong: dict) -> None:
    with pytest.raises(FaultyData):
        catalogue_from(wrong, "instruments.yaml")

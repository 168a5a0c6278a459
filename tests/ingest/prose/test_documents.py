"""Whole documents of many styles, each held to all its facts and figures."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.prose.reading import Prose, read_prose
from lowcarbon_desktop.ingest.readers.paragraphs import is_heading
from lowcarbon_desktop.plan import Passage, Reading, Where

DOCUMENTS = yaml.safe_load(Path(__file__).with_name("documents.yaml").read_text("utf-8"))
TROUBLE = message("pdf-recognised-text")


def read(document: dict, trouble=None) -> Prose:
    passages = [Passage(line, Where("plan.docx", paragraph=number), is_heading(line), trouble=trouble)
                for number, line in enumerate(document["text"].strip().split("\n"), 1)]
    return read_prose(passages, reference().places.find(document["at"])[0], reference().tools)


def said(reading: Reading) -> str:
    stretch = f"/{reading.value.stretch:g}" if reading.value is not None and reading.value.stretch is not None else ""
    words = [reading.indicator, f"{reading.base_year}-{reading.target_year}", f"{reading.value}{stretch}",
             reading.kind, reading.region]
    return " ".join(str(each) for each in words if each) + ("?" if reading.doubts else "")


@pytest.mark.parametrize("document", DOCUMENTS, ids=[each["name"] for each in DOCUMENTS])
def test_a_whole_document(document: dict) -> None:
    prose = read(document)
    free = document.get("free", ())
    facts = {id: [fact.state, fact.value] for id, fact in prose.facts.items() if id not in free}
    assert facts == document["facts"]
    assert [said(each) for each in prose.readings] == document["read"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=[each["name"] for each in DOCUMENTS])
def test_recognised_text_states_nothing(document: dict) -> None:
    prose = read(document, TROUBLE)
    assert not [fact for fact in prose.facts.values() if fact.state in ("stated", "in_preparation", "conflict")]
    assert all(TROUBLE in each.doubts for each in prose.readings)

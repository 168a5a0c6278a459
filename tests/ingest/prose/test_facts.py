"""Facts in prose, by a page of sentences that an expert can check; and laws that hold for all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.prose.facts import FACTS, facts_said
from lowcarbon_desktop.ingest.prose.sentences import sentences_of
from lowcarbon_desktop.ingest.readers.paragraphs import is_heading
from lowcarbon_desktop.plan import Fact, Passage, Where

PAGE = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text("utf-8"))
STATES = {"denied": "absent", "mentioned": "unknown", "silent": None}
PLACES = reference().tools.places


def cases() -> list:
    found = []
    for id, groups in PAGE.items():
        for group, texts in groups.items():
            for each in texts:
                case = each if isinstance(each, dict) else {"text": each}
                found.append(pytest.param(id, STATES.get(group, group), case, id=f"{id}-{group}-{case['text'][:24]}"))
    return found


def passages(text: str) -> list[Passage]:
    lines = [line.strip() for line in re.sub("[【】]", "", text).split("¶")]
    return [Passage(line, Where("plan.docx", paragraph=number), is_heading(line))
            for number, line in enumerate(lines, start=1)]


def read(found: list[Passage], region: str = "厦门") -> dict[str, Fact]:
    (applicant, *_) = PLACES.find(region)
    return facts_said(sentences_of(found), applicant, PLACES)


@pytest.mark.parametrize(("id", "state", "case"), cases())
def test_what_a_sentence_says(id: str, state: str | None, case: dict) -> None:
    fact = read(passages(case["text"]), case.get("region", "厦门")).get(id)
    assert (fact.state if fact is not None else None) == state
    if fact is None:
        return
    assert fact.value == case.get("value") or (state == "in_preparation" and "value" not in case)
    assert not fact.settled and fact.by == "machine"
    evidence = "\n".join(each.text for each in fact.evidence)
    for words in re.findall("【(.*?)】", case["text"]):
        assert words in evidence
    assert all(each.where is not None and each.where.paragraph is not None for each in fact.evidence)

"""The measures of a plan, as a page that an expert can read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.checks.measures import measures
from lowcarbon_desktop.ingest.readers.paragraphs import is_heading
from lowcarbon_desktop.plan import Passage, Plan, SourceFile, Where

CASES = yaml.safe_load(Path(__file__).with_name("measures.yaml").read_text("utf-8"))


def plan_of(text: str) -> Plan:
    passages = tuple(Passage(line, Where("案.docx", paragraph=number), is_heading(line))
                     for number, line in enumerate(text.splitlines(), start=1))
    return Plan((SourceFile("案.docx", "0"),), None, None, None, whole=True, passages=passages)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_measures(case: dict) -> None:
    found = measures(plan_of(case["text"]), ("基础", "问题", "目标"))
    assert len(found) == len(case["measures"]), [each.evidence.text for each in found]
    for each, begins in zip(found, case["measures"], strict=True):
        assert each.evidence.text.startswith(begins) and each.evidence.where is not None

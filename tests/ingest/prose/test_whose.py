"""Whose a clause is: a page that an expert can read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.prose.sentences import sentences_of
from lowcarbon_desktop.ingest.prose.spoken import Whose
from lowcarbon_desktop.ingest.prose.whose import Owners
from lowcarbon_desktop.plan import Passage, Where

PAGE = yaml.safe_load(Path(__file__).with_name("whose.yaml").read_text("utf-8"))


def said(whose: Whose) -> str:
    return f"{whose.kind} {whose.name}".strip() + ("" if whose.sure else "?")


@pytest.mark.parametrize("case", PAGE, ids=[f"{case['say']} {case.get('under', '')}" for case in PAGE])
def test_tells_whose_a_clause_is(case: dict) -> None:
    (applicant,) = reference().places.find(case.get("at", "厦门"))
    above = [Passage(case["under"], Where("plan.docx"), True)] if "under" in case else []
    sentences = [each for each in sentences_of([*above, Passage(case["say"], Where("plan.docx"))]) if not each.heading]
    spoken = [clause for each in Owners(applicant, reference().places).paragraph(sentences) for clause in each]
    assert " / ".join(said(clause.whose) for clause in spoken if clause.text.strip("。")) == case["whose"]


def test_where_nobody_knows_whose_plan_it_is_a_named_place_leaves_it_open() -> None:
    owners = Owners(None, reference().places)
    assert owners.clause("厦门市到2015年下降17%") == Whose("own", "厦门市", False)

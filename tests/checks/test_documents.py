"""What a sentence says of a document, as a page that an expert can read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.checks.documents import clause_of, date_in, number_in, state_in

CASES = yaml.safe_load(Path(__file__).with_name("documents.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["say"] for case in CASES])
def test_documents(case: dict) -> None:
    say = case["say"]
    if "of" in case:
        say = clause_of(say, [case["of"]])
    assert (state_in(say), number_in(say), date_in(say)) == (
        case["state"], case.get("number", ""), case.get("date", ""))

"""What sentences claim of sinks, as a page that an expert can check with a pencil."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.checks.sinks import claims
from tests.checks.test_measures import plan_of

CASES = yaml.safe_load(Path(__file__).with_name("sinks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_sinks(case: dict) -> None:
    found = [claim.per_hectare for claim in claims(plan_of(case["text"]), reference().units)]
    if case["carbon"] == "absent":
        assert found == []
    elif case["carbon"] == "none":
        assert found == [None]
    else:
        assert found == [pytest.approx(case["carbon"], rel=1e-6)]

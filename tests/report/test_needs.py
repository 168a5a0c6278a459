"""What settles an open finding is said by what is open, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import lowcarbon_desktop.checks
from lowcarbon_desktop import wording
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.report.items import items
from lowcarbon_desktop.report.needs import NEEDED
from tests.report import samples

CHECKS = Path(lowcarbon_desktop.checks.__file__).parent


def test_every_code_that_needs_something_has_its_wording_in_both_languages() -> None:
    for lang in wording.LANGUAGES:
        assert [code for code in NEEDED.values() if not wording.known(f"report-needs-{code}", lang)] == []


def test_every_code_is_one_that_a_check_says() -> None:
    said = "".join(path.read_text("utf-8") for path in CHECKS.rglob("*.py"))
    unsaid = {code for code in NEEDED if f'"{code}"' not in said}
    states = {code for code in unsaid if code.startswith("fact-")}  # built as fact-{state}
    assert unsaid == states


@pytest.mark.parametrize("example", ["xiamen", "shenzhen", "nanchang", "hangzhou", "chongqing"])
def test_a_value_that_was_not_read_is_asked_for_and_never_said_to_be_too_low(example: str) -> None:
    assessment = Session.open(resource("examples", f"{example}.xlsx")).assessment
    for lang, wrong in (("zh", "提高"), ("en", "[Rr]aise")):
        asked = {item.number: item.needs for item in items(assessment, {}, lang) if item.open}
        assert asked and all(asked.values())
        assert not [number for number, needs in asked.items() if re.search(f"(?<!地){wrong}到", needs)]


def needed(code: str, **args: object) -> str:
    finding = samples.finding("targets.nonfossil-2015.nation", "cannot_tell", "should",
                              samples.Detail("cannot_tell", samples.message(code, **args)),
                              remedy=samples.Text("提高目标", "raise the target"))
    said = items(samples.Assessment(samples.PLAN, samples.RUBRIC, (finding,)), {}, "zh")
    return said[0].needs


def test_what_is_needed_names_the_value_the_place_the_region_or_the_fact() -> None:
    assert needed("value-missing", needed="非化石能源比重（2015）") == "须写明非化石能源比重（2015）的数值及出处"
    assert needed("values-conflict", places=("D5 17", "D9 18")) == "须确认以哪一处为准：D5 17、D9 18"
    assert needed("region-open") == "须指明是哪个地区的方案"
    assert needed("fact-unknown", fact="领导小组", hint="何时成立") == "须查明“领导小组”并载明出处"
    assert needed("value-doubtful", place="D5", printed="十几", why="") == "须核对 D5 的读数（原文“十几”），有误则更正"

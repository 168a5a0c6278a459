"""The text of the terminal against golden files, and its columns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lowcarbon_desktop.report.columns import aligned, clip, width
from lowcarbon_desktop.report.plain_text import check_text, matrix_text
from lowcarbon_desktop.report.reading_text import read_text
from tests.report import samples
from tests.report.samples import EMPTY, ORDINARY, REGISTER

GOLDEN = Path(__file__).parent.parent / "golden" / "report"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "say"), [
    ("check", lambda lang: check_text(ORDINARY, REGISTER, lang)),
    ("check-empty", lambda lang: check_text(EMPTY, REGISTER, lang)),
    ("read", lambda lang: read_text(samples.PLAN, REGISTER, lang, samples.KINDS)),
    ("read-empty", lambda lang: read_text(EMPTY.plan, REGISTER, lang)),
    ("matrix", lambda lang: matrix_text([ORDINARY, EMPTY], lang))])
def test_the_text_is_the_golden_one(name, say, lang):
    assert say(lang) == (GOLDEN / f"{name}.{lang}.txt").read_text("utf-8")


def test_no_text_of_a_draft_steers_the_terminal_or_breaks_a_line():
    odd = replace(samples.READINGS[4], name="\x1b[31m红\n色", printed="\x1b]0;x\x07" * 30)
    plan = replace(samples.PLAN, readings=(*samples.READINGS[:4], odd))
    text = read_text(plan, REGISTER, "zh") + check_text(replace(ORDINARY, plan=plan), REGISTER, "zh")
    assert "\x1b" not in text and "\x07" not in text
    assert len(text.splitlines()) == len((read_text(samples.PLAN, REGISTER, "zh")
                                          + check_text(ORDINARY, REGISTER, "zh")).splitlines())


def test_a_wide_sign_takes_two_columns():
    assert width("碳强度 17 %") == 11
    assert clip("单位国内生产总值", 9) == "单位国内…"
    first, second = aligned([["碳", "x"], ["abcd", "y"]], indent="")
    assert width(first[:first.index("x")]) == second.index("y")

"""The window names menus where the command line names options."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest

from build_spec.catalogues import merged
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.wording import LANGUAGES, say

TERMINAL = ("cli-", "associate-", "history-beginning", "history-count", "batch-jobs", "session-which-cell",
            "applicant-watch")
"""What only the command line can have to say."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_window_names_no_option_of_the_command_line(lang: str) -> None:
    words = {each.msgid: each.msgstr for each in merged(lang)}
    naming = {each.msgid for each in merged("zh") if re.search(
        r"(?<![\w-])--[a-z]|(?:lowcarbon|review|rubric|batch) [a-z]", each.msgstr)}
    assert naming > {"region-missing", "verdict-sealed", "review-damaged"}
    assert [code for code in sorted(naming) if f"{code}@window" not in words and not code.startswith(TERMINAL)] == []
    assert [code for code in naming if code.endswith("@window")] == []


def test_what_the_window_says_otherwise_names_menus_that_are_there() -> None:
    labels = _labels()
    for lang, named in (("zh", r"“([^”]+)”菜单中的“([^”]+)”"), ("en", r'"([^"]+)" in the (\w+) menu')):
        texts = [each.msgstr for each in merged(lang) if each.msgid.endswith("@window")]
        found = [label for text in texts for pair in re.findall(named, text) for label in pair]
        assert len(found) > 10
        assert set(found) <= labels[lang]


def test_each_face_has_its_own_words_within_others_too() -> None:
    inner = message("region-missing")
    outer = message("session-in-memory", reason=inner)
    assert "--region" in say(outer, "zh") and "--region" not in say(outer, "zh", "window")
    assert say(message("review-newer", path="a"), "zh", "window") == say(message("review-newer", path="a"), "zh")
    assert "内存" not in say(message("review-damaged", path="a"), "zh")


def _labels() -> dict[str, set[str]]:
    tree = ElementTree.parse(resource("translations", "lowcarbon_zh.ts"))
    said = [each for context in tree.iter("context") if context.findtext("name") == "Commands"
            for each in context.iter("message")]
    return {"zh": {re.sub(r"\(&\w\)|…", "", each.findtext("translation") or "") for each in said},
            "en": {text for each in said for text in (_plain(each.findtext("source") or ""),
                                                      _plain(each.findtext("source") or "").removesuffix("…"))}}


def _plain(label: str) -> str:
    return label.replace("&", "")


def test_a_place_in_chinese_words_stands_close_to_the_words_around_it() -> None:
    where = Where("方案.docx", "T1", "F2", table=1, row=2, column=6)
    said = message("value-without-base", place=where.spot, printed="45", needed="降幅")
    assert say(said, "zh").startswith("第 1 个表第 2 行第 6 列的 45 没有")
    assert say(said, "en").startswith("table 1, row 2, column 6: ")
    cell = message("value-without-base", place=Where("表.xlsx", "目标", "F3").spot, printed="45", needed="降幅")
    assert say(cell, "zh").startswith("目标!F3 的 45 没有")

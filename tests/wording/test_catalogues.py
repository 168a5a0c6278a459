"""Both languages say everything, with the same places, and what is shipped is what was written."""

from __future__ import annotations

import gettext
import re
import string
from pathlib import Path

import pytest

import lowcarbon_desktop
from build_spec.catalogues import merged
from lowcarbon_desktop.assets import resource

ZH, EN = merged("zh"), merged("en")
PACKAGE = Path(lowcarbon_desktop.__file__).parent


def places(wording: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(wording) if name}


def test_both_languages_know_the_same_codes() -> None:
    assert {entry.msgid for entry in ZH} == {entry.msgid for entry in EN}


def test_no_sentence_is_empty() -> None:
    silent = {entry.msgid for catalogue in (ZH, EN) for entry in catalogue if not entry.msgstr}
    assert silent <= {"report-unit-year"}  # English writes 2020 where Chinese writes 2020 年


def test_both_languages_fill_the_same_places() -> None:
    english = {entry.msgid: places(entry.msgstr) for entry in EN}
    differing = {entry.msgid for entry in ZH if places(entry.msgstr) != english[entry.msgid]}
    assert differing <= {"rubric-unknown-parameter", "rubric-missing-parameter"}  # English names the kind of check


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_compiled_catalogue_is_the_written_one(lang: str) -> None:
    with resource("locale", lang, "LC_MESSAGES", "lowcarbon.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert {entry.msgid: compiled.gettext(entry.msgid) for entry in merged(lang)} == {
        entry.msgid: entry.msgstr for entry in merged(lang)}


def test_every_code_in_the_source_has_a_wording() -> None:
    known = {entry.msgid for entry in ZH}
    used = {(path.name, code) for path in PACKAGE.rglob("*.py") if "ui" not in path.relative_to(PACKAGE).parts
            for code in re.findall(r'\bmessage\(\s*"([a-z0-9-]+)"', path.read_text("utf-8"))}
    assert used, "the pattern finds nothing any more"
    assert {(name, code) for name, code in used if code not in known} == set()

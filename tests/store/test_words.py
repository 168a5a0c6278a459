"""What a session and its files say has a wording in both languages, with the same places to fill."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import polib
import pytest

from lowcarbon_desktop.app.meaning import KINDS
from lowcarbon_desktop.review.state import FIELDS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "lowcarbon_desktop"
APP = ("changeable", "changes", "corrected", "correcting", "corrections_file", "facts_file", "meaning", "nods",
       "opened", "proposals", "remembered", "reread", "resume", "session", "stated", "stated_file")
MODULES = (*(PACKAGE / "store").glob("*.py"), *(PACKAGE / "app" / f"{name}.py" for name in APP))
CODE = r'"((?:review|session|change|fact|stated|correction|field|rule|nod|remembered)-[a-z-]+)"'
SAID = {code for module in MODULES for code in re.findall(CODE, module.read_text("utf-8"))}
BY_KIND = {"fact-needs-year", "fact-needs-number", "fact-needs-text", "fact-needs-none",
           *(f"correction-no-{field.replace('_', '-')}" for field in FIELDS if field != "text"),
           *(f"field-{field.replace('_', '-')}" for field in FIELDS), *(f"field-kind-{kind}" for kind in KINDS),
           *(f"session-resumed-{what}" for what in ("facts", "corrections", "notes", "verdicts"))}


def catalogue(lang: str) -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(ROOT / "resources/locale" / lang / "review.po"))
            if "@" not in entry.msgid}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_code_has_its_words_and_no_words_are_left_over(lang: str) -> None:
    assert catalogue(lang).keys() == SAID | BY_KIND
    assert all(catalogue(lang).values())


def test_both_languages_fill_the_same_places() -> None:
    places = [{code: {field for _, field, _, _ in Formatter().parse(words) if field} for code, words in
               catalogue(lang).items()} for lang in ("zh", "en")]
    assert places[0] == places[1]

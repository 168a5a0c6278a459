"""Whatever the program may say has its words in both languages, and is given what stands in them."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

import lowcarbon_desktop
from lowcarbon_desktop.wording import LANGUAGES, catalogue, known

SOURCES = sorted(Path(lowcarbon_desktop.__file__).parent.rglob("*.py"))


def _said() -> list[tuple[str, str, set[str] | None]]:
    """(where, code, names of the arguments or None where they are not written out) of every message(...)."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "message":
                first = node.args[0]
                either = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
                names = {keyword.arg for keyword in node.keywords}
                found += ((f"{path.name}:{node.lineno}", code.value, None if None in names else names)
                          for code in either if isinstance(code, ast.Constant))
    return found


SAID = _said()
CODES = sorted({code for _, code, _ in SAID})


def test_the_program_has_something_to_say() -> None:
    assert len(CODES) > 100


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_its_words(lang: str) -> None:
    assert [(where, code) for where, code, _ in SAID if not known(code, lang)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_are_given_what_stands_in_them(lang: str) -> None:
    words = catalogue(lang)
    lacking = [(where, code, place) for where, code, names in SAID if names is not None
               for _, place, _, _ in Formatter().parse(words.gettext(code)) if place and place not in names]
    assert lacking == []

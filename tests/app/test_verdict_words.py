"""What a review says has a wording in both languages, with the same places to fill, and none is left over."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import polib

from lowcarbon_desktop.review.asked import ANSWERS
from lowcarbon_desktop.review.verdict import CONCLUSIONS, STATUSES
from lowcarbon_desktop.store.schema import BESIDE, TABLES

ROOT = Path(__file__).resolve().parents[2]
CODE = (r"[\"']((?:verdict|merge|rounds|asked|compare|rescue|log|replies"
        r"|change-(?:item|replies|conclusion|sealed|returned|reopened))-?[a-z-]*)[\"']")
MADE = {*(f"verdict-status-{each}" for each in STATUSES), *(f"verdict-{each}" for each in CONCLUSIONS),
        *(f"verdict-change-{each}" for each in ("new", "still", "mended", "worse")),
        *(f"compare-{each}" for each in ("changed", "added", "removed")), *(f"asked-{each}" for each in ANSWERS),
        *(f"log-row{s}-{each.name}" for each in (*TABLES, *BESIDE) for s in ("", "s")),
        "merge-alpha-some", "merge-alpha-low", "merge-strict-less", "merge-will-older", "merge-will-diverged"}


def catalogue(lang: str) -> dict[str, set[str]]:
    return {entry.msgid: {field for _, field, _, _ in Formatter().parse(entry.msgstr) if field}
            for entry in polib.pofile(str(ROOT / "resources/locale" / lang / "verdicts.po")) if "@" not in entry.msgid}


def test_every_code_has_its_words_and_no_words_are_left_over() -> None:
    modules = [path for path in (ROOT / "lowcarbon_desktop").rglob("*.py") if path.parent.name != "ui"]
    said = {code for path in modules for code in re.findall(rf"message\({CODE}", path.read_text("utf-8"))}
    said |= {"verdict-agrees", "verdict-overrules", "compare-indicators", "compare-facts", "compare-findings"}
    assert catalogue("zh").keys() == said | MADE
    assert catalogue("zh") == catalogue("en")

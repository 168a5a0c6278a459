"""All that a rare pattern matches holds one of its signs: proved by the pattern itself, alternative by alternative."""

from __future__ import annotations

import re
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

import pytest

from lowcarbon_desktop.ingest import about, captions, notices, rows, scope, taken_back
from lowcarbon_desktop.text.rare import Rare

assert about and captions and notices and rows and scope and taken_back  # they have them


def needs(parsed, signs: frozenset[str], flags: int) -> bool:
    """Whether nothing can match what was parsed without a sign."""
    return any(_needs(operation, held, signs, flags) for operation, held in parsed)


def _needs(operation, held, signs: frozenset[str], flags: int) -> bool:
    if operation is sre.LITERAL:
        cases = {chr(held).lower(), chr(held).upper()} if flags & re.IGNORECASE else {chr(held)}
        return cases <= signs
    if operation is sre.IN:
        return all(_needs(*each, signs, flags) for each in held)
    if operation is sre.BRANCH:
        return all(needs(each, signs, flags) for each in held[1])
    if operation is sre.SUBPATTERN:
        return needs(held[3], signs, flags)
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return held[0] > 0 and needs(held[2], signs, flags)
    return False  # an assertion, a range, any sign


def lacking(parsed, rare: Rare) -> list[str]:
    """What the alternatives hold of which none is a sign, for whoever added them."""
    branches = [each for operation, held in parsed if operation is sre.BRANCH for each in held[1]]
    return ["".join(chr(held) for operation, held in each if operation is sre.LITERAL) for each in branches
            if not needs(each, rare.signs, rare.flags)]


@pytest.mark.parametrize("rare", Rare.known, ids=lambda rare: rare.pattern[:20])
def test_what_it_matches_holds_a_sign(rare: Rare) -> None:
    parsed = _parser.parse(rare.pattern, rare.flags)
    assert needs(parsed, rare.signs, rare.flags), f"without a sign: {lacking(parsed, rare)}"


@pytest.mark.parametrize(("pattern", "signs", "proved"), [
    ("ab|c", "ac", True), ("ab|c", "a", False), ("a?b", "a", False), ("a?b", "b", True), ("[ab]c", "ab", True),
    ("[ab]c", "a", False), ("[^a]", "a", False), ("(?:a|b)+c?", "ab", True), ("(?=a)b", "a", False),
    (".a{2}", "a", True), ("[a-c]", "abc", False)])
def test_the_proof_itself(pattern: str, signs: str, proved: bool) -> None:
    assert needs(_parser.parse(pattern), frozenset(signs), 0) is proved


def test_it_finds_what_the_pattern_finds() -> None:
    rare = Rare("暂定|待[定议]", "暂待")
    Rare.known.remove(rare)
    assert rare.search("降17%") is None and rare.search("降17%(暂定)")[0] == "暂定" and rare.search("接待") is None


def test_no_check_compiles_a_range_of_all_signs() -> None:
    """Each sign of 一-龥 is gone through whenever a pattern is compiled, a hundredth of a cold check: see HAN."""
    import subprocess
    import sys

    from lowcarbon_desktop.assets import resource

    code = """
import sys
from re import _compiler
compile, ranges = _compiler.compile, ("一-龥", "\\\\u4e00-")
def looked_at(pattern, flags=0):
    if isinstance(pattern, str) and any(each in pattern for each in ranges):
        print("range:", pattern)
    return compile(pattern, flags)
_compiler.compile = looked_at
from lowcarbon_desktop.cli.main import main
main(["check", sys.argv[1]], None)
"""
    ran = subprocess.run([sys.executable, "-X", "utf8", "-c", code, str(resource("examples", "xiamen.xlsx"))],
                         check=False, capture_output=True, encoding="utf-8")
    assert "指标表" in ran.stdout
    assert [line for line in ran.stdout.splitlines() if line.startswith("range:")] == []

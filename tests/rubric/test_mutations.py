"""However a rubric is spoilt, it is read to faults with words and places, never to an error of the program.

Below the random changes stand those that must be refused: each kind of mistake, made at many places of the shipped
rubric by a seeded choice.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubrics import examine_bound, find_rubric
from lowcarbon_desktop.checks.bind import try_bind
from lowcarbon_desktop.checks.table import KINDS
from lowcarbon_desktop.rubric.load import examine
from lowcarbon_desktop.wording import say
from tests.rubric.tailored import ADDED, HEAD

GOOD = (Path(__file__).parent / "data" / "good.yaml").read_text("utf-8")
PIECES = st.sampled_from(["{", "}", "[", "]", ": ", "- ", "\n", "\t", "&a ", "*a", "!x ", "'", '"', "#", "：", "null",
                          "-1", "\x00", "\ufeff", "|", "? ", "%", "with: 3\n", "with: []\n", "{zh: 1}", "9" * 30])
TAILORING = HEAD + """\
leave_out:
  - {criterion: caps.per-head, remark: 略}
change:
  - {criterion: consistency.kaya, with: {tolerance: 2}, points: 3, severity: should, remark: 略}
  - {criterion: targets.co2-2015.nation, line: 18, remark: 略}
""" + ADDED
CHANGES = st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 30), PIECES), min_size=1, max_size=3)


def spoilt(text: str, changes: list[tuple[int, int, str]]) -> str:
    """The text with a piece put in at each place, and as many signs taken out."""
    for at, dropped, piece in changes:
        text = text[:at] + piece + text[at + dropped:]
    return text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_a_spoilt_rubric_has_faults_and_no_crash(tmp_path: Path, changes: list[tuple[int, int, str]]) -> None:
    text = spoilt(GOOD, changes)
    path = tmp_path / "rubric.yaml"
    path.write_text(text, "utf-8")
    rubric, faults = examine(path)
    bound, wrong = try_bind(rubric, KINDS, reference())
    for fault in (*faults, *wrong):
        assert 0 <= fault.line <= text.count("\n") + 2
        assert say(fault.message, "zh")
        assert say(fault.message, "en")
    if not faults and not wrong:
        assert len(bound.criteria) == len(rubric.criteria) > 0


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, len(TAILORING)), st.integers(0, 30), PIECES), min_size=1, max_size=3))
def test_a_spoilt_tailoring_has_faults_and_no_crash(tmp_path: Path, changes: list[tuple[int, int, str]]) -> None:
    path = tmp_path / "tailoring.yaml"
    path.write_text(spoilt(TAILORING, changes), "utf-8")
    bound, faults = examine_bound(find_rubric("second-batch"), reference(), path)
    assert all(say(fault.message, lang) for fault in faults for lang in ("zh", "en"))
    assert faults or bound.rubric.tailoring is not None


Chance = random.Random
Line = Callable[[str, Chance], str | None]
NEEDED = ("id", "number", "title", "rationale", "severity", "dimension", "points", "executability", "check", "source",
          "remedy")
SPOILT = (("indicator: ", "indicator: x"), ("2015", "2o15"), ("2020", "3020"), ("fact: ", "fact: x"),
          ("line: nation", "line: nations"), ("{", "{lien: 1, "), ("[", "[nothing, "))
LOOKS_LIKE = {"a": "а", "e": "е", "o": "ｏ", "1": "１", "0": "０", ":": "：", "-": "－", " ": "\u00a0"}


def _key(line: str) -> tuple[str, str, str] | None:
    """(indent, key, value) of a line like `    points: 8` or `  - id: a.b`."""
    found = re.fullmatch(r"((?: {2,4}|  - ))([a-z_]+): ?(.*)", line)
    return None if found is None else (found[1], found[2], found[3])


def drop_key(line: str, chance: Chance) -> str | None:
    key = _key(line)
    return "    # gone" if key and key[1] in NEEDED and key[0] == "    " and key[2] else None


def misspell_key(line: str, chance: Chance) -> str | None:
    key = _key(line)
    if key is None or key[0] != "    ":
        return None
    at = chance.randrange(len(key[1]))
    return f"{key[0]}{key[1][:at]}{key[1][at:][::-1] if len(key[1]) - at > 1 else 'q'}x: {key[2]}"


def double_key(line: str, chance: Chance) -> str | None:
    key = _key(line)
    return f"{line}\n{line}" if key and key[0] == "    " and key[2] else None


def wrong_type(line: str, chance: Chance) -> str | None:
    key = _key(line)
    if key is None or key[1] not in NEEDED or not key[2]:
        return None
    return f"{key[0]}{key[1]}: {chance.choice(['[1, 2]', '17.5' if key[1] != 'points' else 'viel', 'true', '-3'])}"


def unknown_word(line: str, chance: Chance) -> str | None:
    key = _key(line)
    known = key and key[1] in ("severity", "dimension", "executability", "errs", "check")
    return f"{line}{chance.choice('xyz')}" if known else None


def look_alike_in_key(line: str, chance: Chance) -> str | None:
    key = _key(line)
    signs = [sign for sign in key[1] if sign in LOOKS_LIKE] if key and key[0] == "    " else []
    return line.replace(signs[0], LOOKS_LIKE[signs[0]], 1) if signs else None


def look_alike_in_value(line: str, chance: Chance) -> str | None:
    key = _key(line)
    if key is None or key[1] not in ("id", "severity", "check", "dimension", "points", "executability"):
        return None
    signs = [sign for sign in key[2] if sign in LOOKS_LIKE]
    return f"{key[0]}{key[1]}: {key[2].replace(signs[0], LOOKS_LIKE[signs[0]], 1)}" if signs else None


def unclosed(line: str, chance: Chance) -> str | None:
    ends = {'"': '"', "}": "}", "]": "]"}
    return line[:-1] if line and line[-1] in ends and ": " in line else None


def colon_of_full_width(line: str, chance: Chance) -> str | None:
    return line.replace(": ", "：", 1) if _key(line) and ": " in line else None


def tab_for_indent(line: str, chance: Chance) -> str | None:
    return "\t" + line.lstrip() if _key(line) and line.startswith("    ") else None


def alias(line: str, chance: Chance) -> str | None:
    key = _key(line)
    sign = chance.choice(("*here", "&here ", "!!python/name:os.system "))
    return f"{key[0]}{key[1]}: {sign}{key[2]}" if key else None


def bomb(line: str, chance: Chance) -> str | None:
    key = _key(line)
    return f"{key[0]}{key[1]}: {'[' * 500}{']' * 500}" if key and key[1] in NEEDED else None


def spoilt_parameter(line: str, chance: Chance) -> str | None:
    if not line.startswith("    with: {") or line == "    with: {}":
        return None
    old, new = chance.choice([(old, new) for old, new in SPOILT if old in line])
    return line.replace(old, new, 1)


def unknown_place(line: str, chance: Chance) -> str | None:
    return f'{line[:-1]}{{lien}}"' if re.fullmatch(r" {6}(?:zh|en): \".*\"", line) else None


def missing_translation(line: str, chance: Chance) -> str | None:
    return re.sub(r": \".*\"", ": ''", line) if re.fullmatch(r" {6}(?:zh|en): \".*\"", line) else None


def wrong_day(line: str, chance: Chance) -> str | None:
    days = ("2012-13-01", "2012-02-30", "2012/06/30", "2012－06－30", "20120630", "yesterday")
    return f"    applies: {{since: {chance.choice(days)}}}\n{line}" if line.startswith("    severity: ") else None


def wrong_grades(line: str, chance: Chance) -> str | None:
    ends = chance.choice(["0, 5", "5, 5", "5, 1", "1, ambition"]).split(", ")
    grades = ", ".join(f"{{id: g{at}, title: {{zh: 级, en: g}}, at: {end}}}" for at, end in enumerate(ends))
    return f"{line}\n    grades: [{grades}]" if line == "    check: target-against-line" else None


def never(line: str, chance: Chance) -> str | None:
    return f"    applies: {{since: 2015-01-01, until: 2012-01-01}}\n{line}" if line.startswith("    points: ") else None


def other_points(line: str, chance: Chance) -> str | None:
    return f"    points: {chance.randint(20, 90)}" if line.startswith("    points: ") else None


def taken_id(line: str, chance: Chance) -> str | None:
    return "  - id: caps.energy" if line.startswith("  - id: ") and "caps.energy" not in line else None


MISTAKES: tuple[Line, ...] = (
    drop_key, misspell_key, double_key, wrong_type, unknown_word, look_alike_in_key, look_alike_in_value, unclosed,
    colon_of_full_width, tab_for_indent, alias, bomb, spoilt_parameter, unknown_place, missing_translation, wrong_day,
    wrong_grades, never, other_points, taken_id)
EACH = 12
LONGEST = 40  # lines of a criterion: what is missing is told where it begins


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(find_rubric("second-batch"), tmp_path_factory.mktemp("rubric") / "own"))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.__name__)
def test_a_mistake_is_refused_with_its_line_wherever_it_is_made(own: Path, mistake: Line) -> None:
    chance = random.Random(mistake.__name__)
    places = []
    for file in sorted(own.glob("*.yaml")):
        lines = file.read_text("utf-8").split("\n")
        places += [(file, lines, at, spoilt) for at, line in enumerate(lines)
                   if file.name != "rubric.yaml" and (spoilt := mistake(line, chance)) is not None]
    assert len(places) >= EACH
    for file, lines, at, spoilt in chance.sample(places, EACH):
        file.write_text("\n".join([*lines[:at], spoilt, *lines[at + 1:]]), "utf-8")
        try:
            faults = [fault for fault in examine_bound(own, reference())[1] if not fault.warning]
        finally:
            file.write_text("\n".join(lines), "utf-8")
        assert faults, (file.name, at + 1, spoilt)
        assert all(fault.line >= 1 for fault in faults), spoilt
        assert all(say(fault.message, lang) for fault in faults for lang in ("zh", "en")), spoilt
        near = [fault for fault in faults if Path(fault.file) == file and fault.line >= at - LONGEST]
        assert near or mistake in (other_points, taken_id), (file.name, at + 1, spoilt, faults[:3])


def test_more_than_two_hundred_mistakes_are_made() -> None:
    assert len(MISTAKES) * EACH >= 200

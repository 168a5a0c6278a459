"""Reading a rubric: what it holds, and every fault at once with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lowcarbon_desktop.errors import FaultyData, Text, UsageError
from lowcarbon_desktop.rubric import Mark
from lowcarbon_desktop.rubric.load import examine, load
from lowcarbon_desktop.wording import say

GOOD = Path(__file__).parent / "data" / "good.yaml"


@pytest.fixture
def faults(tmp_path: Path):
    """The faults of the good rubric with some texts replaced, as (line, English words)."""
    def of(*changes: tuple[str, str]) -> list[tuple[int, str]]:
        text = GOOD.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / "rubric.yaml"
        path.write_text(text, "utf-8")
        return [(fault.line, say(fault.message, "en")) for fault in examine(tmp_path)[1]]
    return of


def test_a_good_rubric_is_read_whole() -> None:
    rubric = load(GOOD)
    first, second = rubric.criteria
    assert (rubric.id, rubric.version, rubric.date, rubric.own_points) == ("pilot", "1.0", date(2012, 6, 30), True)
    assert first.section == "targets"
    assert first.points == 8.0
    assert first.parameters == {"indicator": "co2_per_gdp_cut", "base_year": 2010, "target_year": 2015,
                                "line": "nation"}
    assert str(first.citation) == "2.3 表16"
    assert first.citation.document == Text("评估报告", "Evaluation report")
    assert second.citation.document.en == "Another document"
    assert second.marks["indicators.1"] == Mark(str(GOOD), 42, 15)
    assert first.marks[""].line == 15


@pytest.mark.parametrize("old, new, line, words", [
    ("severity: must", "severity: mst", 19, "did you mean 'must'?"),
    ("executability: assisted", "executability: asisted", 37, "did you mean 'assisted'?"),
    ("dimension: carbon-output", "dimension: carbon-outputs", 20, "did you mean 'carbon-output'?"),
    ("points: 8", "points: -1", 21, "'points' must be a number, 0 or more"),
    ("points: 8", 'points: "8"', 21, "'points' must be a number"),
    ("points: 8", "points: true", 21, "'points' must be a number"),
    ('version: "1.0"', "version: 1.0", 2, "'version' must be a text that is not empty (quote what looks like"),
    ("own_points: true", "own_points: no", 6, "'own_points' must be true or false"),
    ("date: 2012-06-30", "date: 2012-06-31", 5, "'date' must be a date like 2012-06-30"),
    ("en: Targets}", "en: ''}", 13, "'title' has no English wording"),
    ("{zh: 目标, en: Targets}", "{zh: 目标}", 13, "'title' has no English wording"),
    ("{zh: 目标, en: Targets}", "目标", 13, "'title' must be a text in both languages, {zh: ..., en: ...}"),
    ("en: Targets}", "en: Targets, fr: But}", 13, "unknown key 'fr'"),
    ("check: target", "chek: target", 23, "unknown key 'chek'; did you mean 'check'?"),
    ("section: \"2.3\"", "section: 2.3", 25, "'section' must be a text"),
    ("id: organisation.leading-group", "id: targets.co2-2015.nation", 30, "stands twice, first in line 15"),
    ("en: Org-1", "en: Target-1", 31, "short number 'Target-1' stands twice, first in line 16"),
    ("- id: organisation\n", "- id: targets\n", 27, "section 'targets' stands twice, first in line 12"),
    ("id: low-carbon-policy", "id: carbon-output", 10, "dimension 'carbon-output' stands twice, first in line 9"),
    ("points: 8", "points: 8\n        points: 9", 22, "key 'points' stands twice, first in line 21"),
    ("id: pilot", "id: pil\u00a0ot", 1, "has U+00A0, which only looks right; write 'pilot'"),
    ("id: pilot", "id: ｐilot", 1, "has U+FF50, which only looks right; write 'pilot'"),
    ("id: pilot", "id: pil\u3000ot", 1, "has U+3000, which only looks right; write 'pilot'"),
    ("id: pilot", "id: pil\ufeffot", 1, "has U+FEFF, which only looks right; write 'pilot'"),
    ("id: pilot", "id: 试点", 1, "may have only small letters"),
    ("base_year: 2010", "base_year: &here 17", 24, "anchors (&), aliases (*) and tags (!) are not allowed"),
    ("base_year: 2010", "base_year: !!python/name:os.system 17", 24, "anchors (&), aliases (*) and tags (!)"),
    ("base_year: 2010", "base_year: [[[[[[[[[[[[[17]]]]]]]]]]]]]", 24, "nested too deeply"),
    ("base_year: 2010", "base_year: {17", 25, "not valid YAML"),
    ("check: target", "check： target", 24, "there is U+FF1A nearby"),
    ("document: {zh: 评估报告, en: Evaluation report}\n", "", 1, "'document' is missing"),
])
def test_a_fault_is_told_with_its_line(faults, old: str, new: str, line: int, words: str) -> None:
    found = faults((old, new))
    assert any(at == line and words in said for at, said in found), found


def test_all_faults_come_at_once_in_file_order(faults) -> None:
    found = faults(("severity: must", "severity: mst"), ("points: 2.5", "points: many"), ("own_points", "own_point"))
    assert [line for line, _ in found] == [6, 19, 36]
    assert found[1][1].startswith("criterion targets.co2-2015.nation: 'severity' cannot be 'mst'")


@pytest.mark.parametrize("written, read", [("no", "no"), ("1:30", "1:30"), ("017", "017"), ("yes", "yes"), ("~", "~"),
                                           ("1_000", "1_000"), ("17", 17), ("1.5", 1.5), ("true", True)])
def test_only_plain_numbers_true_and_false_are_not_text(tmp_path: Path, written: str, read: object) -> None:
    path = tmp_path / "rubric.yaml"
    path.write_text(GOOD.read_text("utf-8").replace("base_year: 2010", f"base_year: {written}"), "utf-8")
    value = load(path).criteria[0].parameters["base_year"]
    assert value == read
    assert type(value) is type(read)


def test_a_line_of_brackets_does_not_end_the_program(tmp_path: Path) -> None:
    path = tmp_path / "rubric.yaml"
    path.write_text("[" * 200_000)
    assert [fault.message.code for fault in examine(path)[1]] == ["yaml-depth"]


@pytest.mark.parametrize("raw, code, line", [
    (b"", "yaml-empty", 0), (b"a: \xb2\xe2", "yaml-encoding", 1), (b"id: a\n---\nid: b\n", "yaml-documents", 2),
    (b"x" * 1_000_001, "yaml-size", 0), (b"- a\n- b\n", "yaml-type", 1), (b"a: \x00", "yaml-syntax", 1)])
def test_what_is_no_rubric_at_all(tmp_path: Path, raw: bytes, code: str, line: int) -> None:
    path = tmp_path / "rubric.yaml"
    path.write_bytes(raw)
    faults = examine(path)[1]
    assert (code, line) in [(fault.message.code, fault.line) for fault in faults]
    assert all(say(fault.message, "zh") for fault in faults)


def test_a_missing_rubric_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        load(tmp_path)
    assert raised.value.message.code == "rubric-no-file"
    assert not isinstance(raised.value, FaultyData)

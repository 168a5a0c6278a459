"""Reading a rubric: what it holds, and every fault at once with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from lowcarbon_desktop.errors import FaultyData, Text, UsageError
from lowcarbon_desktop.rubric import Mark
from lowcarbon_desktop.rubric.load import examine, load
from lowcarbon_desktop.rubric.model import Applies
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
    ("points: 8", "points: １０", 21, "has U+FF11, which only looks right; write '10'"),
    ("points: 8", "points: 8％", 21, "has U+FF05, which only looks right; write '8'"),
    ("points: 8", "points: －8", 21, "has U+FF0D, which only looks right; write '-8'"),
    ("points: 8", "points: 8\u00a0", 21, "has U+00A0, which only looks right; write '8'"),
    ("date: 2012-06-30", "date: 2012－06－30", 5, "has U+FF0D, which only looks right; write '2012-06-30'"),
    ("points: 8", "pointｓ: 8", 21, "has U+FF53, which only looks right; write 'points'"),
    ("own_points: true", "own_points: true\ntotal_points: 11", 7, "the points add up to 10.5, not to 11"),
    ("        errs: both\n", "", 37, "must say in 'errs' whether the machine may report too much or too little"),
    ("errs: both", "errs: too-much", 48, "'errs' cannot be 'too-much'"),
    ("errs: both", "locked: yes", 48, "'locked' must be true or false"),
    ("errs: both", "former: organisation.group", 48, "'former' must be a list of at least one item"),
    ("errs: both", "former: [targets.co2-2015.nation]", 48, "stands twice, first in line 15"),
    ("errs: both", "former: [a.b, a.b]", 48, "parameter 'former' lists a.b twice"),
    ("errs: both", "former: [Organisation]", 48, "may have only small letters"),
    ("errs: both", "evidence: {zh: 附件}", 48, "'evidence' has no English wording"),
    ("errs: both", "applies: {level: [city]}", 48, "unknown key 'level'; did you mean 'levels'?"),
    ("errs: both", "applies: {levels: [citys]}", 48, "did you mean 'city'?"),
    ("errs: both", "applies: {since: 2012-13-01}", 48, "'since' must be a date"),
    ("errs: both", "applies: {since: 2015-01-01, until: 2012-01-01}", 48, "can never apply: it begins on"),
    ("errs: both", "grades: [{id: pass, title: {zh: 达标, en: met}, at: 1}]", 48, "the last grade 'pass' must be at 0"),
    ("errs: both",
     "grades: [{id: pass, title: {zh: 达标, en: met}, at: 0}, {id: merit, title: {zh: 优, en: a}, at: 5}]",
     48, "grade 'merit' must be easier than 'pass' before it"),
    ("errs: both",
     "grades: [{id: a, title: {zh: 优, en: good}, at: 0}, {id: b, title: {zh: 良, en: fair}, at: ambition}]",
     48, "grade 'b' must be easier than 'a' before it"),
    ("errs: both", "grades: [{id: pass, title: {zh: 达标, en: met}}]", 48, "'at' is missing"),
])
def test_a_fault_is_told_with_its_line(faults, old: str, new: str, line: int, words: str) -> None:
    found = faults((old, new))
    assert any(at == line and words in said for at, said in found), found


def test_what_a_criterion_may_say_besides(tmp_path: Path) -> None:
    path = tmp_path / "rubric.yaml"
    path.write_text(GOOD.read_text("utf-8").replace("        errs: both", """\
        errs: too_little
        locked: true
        former: [organisation.group]
        evidence: {zh: 成立文件, en: The document}
        applies: {levels: [city], indicators: [nonfossil_share], since: 2012-01-01, until: 2016-12-31}
        grades:
          - {id: merit, title: {zh: 先进, en: with merit}, at: ambition}
          - {id: good, title: {zh: 良好, en: good}, at: 2.5}
          - {id: pass, title: {zh: 达标, en: met}, at: 0}"""), "utf-8")
    criterion = load(path).criterion("organisation.group")
    assert (criterion.id, criterion.errs, criterion.locked) == ("organisation.leading-group", "too_little", True)
    assert criterion.evidence == Text("成立文件", "The document")
    assert criterion.applies == Applies(("city",), ("nonfossil_share",), date(2012, 1, 1), date(2016, 12, 31))
    assert [(each.id, each.at) for each in criterion.grades] == [("merit", None), ("good", 2.5), ("pass", 0)]
    assert load(path).ids["organisation.group"] == "organisation.leading-group"


def in_files(folder: Path, **sections: str) -> Path:
    """The good rubric with the criteria of its first section in a file of its own, and what else is given."""
    text = GOOD.read_text("utf-8")
    start, end = text.index("    criteria:\n"), text.index("  - id: organisation\n")
    (folder / "rubric.yaml").write_text(text[:start] + text[end:], "utf-8")
    (folder / "targets.yaml").write_text("section: targets\n" + dedent(text[start:end]), "utf-8")
    for name, written in sections.items():
        (folder / f"{name}.yaml").write_text(written, "utf-8")
    return folder


def test_a_section_may_have_its_criteria_in_a_file_called_after_it(tmp_path: Path) -> None:
    rubric = load(in_files(tmp_path))
    assert [each.id for each in rubric] == ["targets.co2-2015.nation", "organisation.leading-group"]
    assert rubric.criteria[0].marks[""] == Mark(str(tmp_path / "targets.yaml"), 3, 5)


def test_the_hash_is_of_all_files(tmp_path: Path) -> None:
    before = load(in_files(tmp_path)).sha256
    file = tmp_path / "targets.yaml"
    file.write_text(file.read_text("utf-8").replace("points: 8", "points: 9"), "utf-8")
    assert load(tmp_path).sha256 != before


@pytest.mark.parametrize("written, file, line, words", [
    (None, "rubric.yaml", 12, "section 'targets' has no criteria: neither under 'criteria' nor in a file targets.yaml"),
    ("section: peak\ncriteria: [{id: a}]\n", "targets.yaml", 1, "the file must be named after its section"),
    ("section: targets\n", "targets.yaml", 1, "'criteria' is missing"),
    ("", "targets.yaml", 0, "the file is empty")])
def test_a_fault_of_a_section_file_is_told_with_the_file(tmp_path: Path, written: str | None, file: str, line: int,
                                                         words: str) -> None:
    in_files(tmp_path, **({} if written is None else {"targets": written}))
    if written is None:
        (tmp_path / "targets.yaml").unlink()
    found = [(Path(fault.file).name, fault.line, say(fault.message, "en")) for fault in examine(tmp_path)[1]]
    assert any((name, at) == (file, line) and words in said for name, at, said in found), found


@pytest.mark.parametrize("id", ["../targets", "/etc/targets", "a/b", "rubric"])
def test_no_file_is_taken_in_by_path(tmp_path: Path, id: str) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    in_files(folder)
    (tmp_path / "targets.yaml").write_text("section: targets\ncriteria: [{id: secret}]\n", "utf-8")
    file = folder / "rubric.yaml"
    file.write_text(file.read_text("utf-8").replace("- id: targets", f"- id: {id}"), "utf-8")
    rubric, faults = examine(folder)
    assert faults
    assert "secret" not in [each.id for each in rubric]


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

"""Case files: what they may say, their faults, and that a rubric without enough of them is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_cases import lacking, run_cases
from lowcarbon_desktop.errors import FaultyData
from lowcarbon_desktop.wording import say

DATA = Path(__file__).parent / "data"
CUT = "targets.co2-2015.nation"
GOOD = """\
criterion: targets.co2-2015.nation
cases:
  - name: 等于国家目标
    plan:
      region: 厦门
      table: |
        序号 | 目标项 | 单位 | 2015 | 2020
        1 | 单位GDP二氧化碳排放比2010年下降率 | % | 17 |
    outcome: pass
    severity: should
    margin: 0
    settled: true
  - name: 低于国家目标
    plan:
      as_of: 2012-05-31
      table: |
        目标项 | 单位 | 2015
        单位GDP二氧化碳排放比2010年下降率 | % | 16.5
    outcome: fail
    severity: must
    code: below-line
    margin: -0.5
  - name: 没有表格
    plan:
      facts: {leading_group: {state: stated, source: 第3页}}
    outcome: cannot_tell
"""


@pytest.fixture
def pilot(tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    shutil.copy(DATA / "good.yaml", tmp_path / "rubric.yaml")
    return tmp_path


def write(pilot: Path, text: str, name: str = CUT) -> None:
    (pilot / "cases" / f"{name}.yaml").write_text(text, "utf-8")


def faults(pilot: Path) -> list[tuple[str, int, str]]:
    with pytest.raises(FaultyData) as raised:
        run_cases(pilot, reference())
    return [(Path(fault.file).name, fault.line, say(fault.message, "en")) for fault in raised.value.faults]


def test_cases_are_judged_and_what_is_lacking_is_told(pilot: Path) -> None:
    write(pilot, GOOD)
    rubric, results = run_cases(pilot, reference())
    assert [(result.case.name, result.finding.outcome, result.differs) for result in results] == [
        ("等于国家目标", "pass", ()), ("低于国家目标", "fail", ()), ("没有表格", "cannot_tell", ())]
    fault, = lacking(rubric, results)
    assert fault.line == 30
    assert say(fault.message, "en") == ("criterion organisation.leading-group lacks cases: one that passes, "
                                        "one that fails, one that does not apply or cannot be told")


@pytest.mark.parametrize("old, new, said", [
    ("outcome: pass", "outcome: fail", "outcome should be fail and is pass"),
    ("margin: -0.5", "margin: -0.4", "margin should be -0.4 and is -0.5"),
    ("severity: must", "severity: note", "severity should be note and is must"),
    ("code: below-line", "code: meets-line", "code should be meets-line and is below-line"),
    ("settled: true", "settled: false", "settled should be False and is True")])
def test_a_case_that_ends_otherwise_says_how(pilot: Path, old: str, new: str, said: str) -> None:
    write(pilot, GOOD.replace(old, new))
    differs = [say(each, "en") for result in run_cases(pilot, reference())[1] for each in result.differs]
    assert differs == [said]


def test_a_case_that_ends_otherwise_does_not_count_as_shown(pilot: Path) -> None:
    write(pilot, GOOD.replace("outcome: pass", "outcome: fail"))
    first = lacking(*run_cases(pilot, reference()))[0]
    assert say(first.message, "en") == f"criterion {CUT} lacks cases: one that passes"


@pytest.mark.parametrize("old, new, line, words", [
    ("outcome: pass", "outcome: passes", 9, "'outcome' cannot be 'passes'"),
    ("outcome: pass\n", "outcom: pass\n", 9, "unknown key 'outcom'; did you mean 'outcome'?"),
    ("leading_group:", "leading_grup:", 25, "no fact 'leading_grup'; did you mean 'leading_group'?"),
    ("state: stated", "state: said", 25, "'state' cannot be 'said'"),
    ("as_of: 2012-05-31", "as_of: yesterday", 15, "'as_of' must be a date"),
    ("    plan:\n      facts:", "    plan:\n      region: 吉林\n      facts:", 23, "no one place is called '吉林'"),
    ("region: 厦门", "region: 夏门市", 3, "case '等于国家目标' cannot be set up"),
    (f"criterion: {CUT}", "criterion: targets.co2-2015.nations", 1, "did you mean 'targets.co2-2015.nation'?"),
    (f"criterion: {CUT}", "criterion: organisation.leading-group", 1, "the file must be named after its criterion")])
def test_a_fault_of_a_case_file_has_its_line(pilot: Path, old: str, new: str, line: int, words: str) -> None:
    assert old in GOOD
    write(pilot, GOOD.replace(old, new, 1))
    found = faults(pilot)
    assert any(name == f"{CUT}.yaml" and at == line and words in said for name, at, said in found), found


def test_the_faults_of_all_case_files_come_at_once(pilot: Path) -> None:
    write(pilot, GOOD.replace("outcome: pass", "outcome: passes"))
    write(pilot, "criterion: organisation.leading-group\ncases: []\n", "organisation.leading-group")
    assert [(name, line) for name, line, _ in faults(pilot)] == [
        ("organisation.leading-group.yaml", 2), (f"{CUT}.yaml", 9)]


def test_a_faulty_rubric_runs_no_case(pilot: Path) -> None:
    write(pilot, GOOD)
    rubric = pilot / "rubric.yaml"
    rubric.write_text(rubric.read_text("utf-8").replace("severity: must", "severity: mst"), "utf-8")
    assert [(name, line) for name, line, _ in faults(pilot)] == [("rubric.yaml", 19)]

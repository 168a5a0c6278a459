"""Linting a whole rubric: its files, its cases, hidden signs and stray files, all at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_lint import lint
from lowcarbon_desktop.app.rubrics import find_rubric
from lowcarbon_desktop.wording import say


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copytree(find_rubric("second-batch"), tmp_path / "own"))


def told(path: Path, *beside: Path) -> list[tuple[str, int, int, bool, str]]:
    return [(Path(fault.file).name, fault.line, fault.column, fault.warning, say(fault.message, "en"))
            for fault in lint(str(path), reference(), map(str, beside))]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_missing_case_is_told_at_its_criterion(own: Path) -> None:
    (own / "cases" / "data.inventory.yaml").unlink()
    assert told(own) == [("data.yaml", 3, 5, False, (
        "criterion data.inventory lacks cases: one that passes, one that fails, "
        "one that does not apply or cannot be told"))]


def test_faults_of_several_files_come_at_once(own: Path) -> None:
    change(own / "rubric.yaml", "total_points: 221", "total_points: 100")
    change(own / "targets.yaml", "line: nation", "lien: nation")
    change(own / "peak.yaml", "severity: must", "severity: mst")
    change(own / "cases" / "data.inventory.yaml", "outcome: pass", "outcome: passes")
    found = told(own)
    assert [(name, line) for name, line, *_ in found] == [
        ("rubric.yaml", 14), ("data.inventory.yaml", 7), ("peak.yaml", 11), ("targets.yaml", 3), ("targets.yaml", 18)]
    assert "add up to 221, not to 100" in found[0][4]
    assert "did you mean 'line'?" in found[4][4]


@pytest.mark.parametrize("sign", ["\u00a0", "\u3000", "\u200b", "\u202e", "\ufeff", "\u00ad"])
def test_a_hidden_sign_in_words_is_a_warning_with_its_code_point(own: Path, sign: str) -> None:
    change(own / "cases" / "data.inventory.yaml", "outcome: pass", f"outcome: pass  # 见{sign}附件")
    assert [(each[0], each[3]) for each in told(own)] == [("data.inventory.yaml", True)]
    assert f"U+{ord(sign):04X}" in told(own)[0][4]


def test_a_byte_order_mark_is_told_and_read_over(own: Path) -> None:
    file = own / "peak.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert [each[:4] for each in told(own)] == [("peak.yaml", 1, 1, True)]


def test_a_file_that_nobody_reads_is_told(own: Path) -> None:
    shutil.copy(own / "peak.yaml", own / "peaks.yaml")
    assert [each[:4] for each in told(own)] == [("peaks.yaml", 0, 0, True)]


def test_a_tailoring_is_linted_upon_the_rubric_beside_it(own: Path, tmp_path: Path) -> None:
    change(own / "rubric.yaml", "id: second-batch", "id: own-rubric")
    path = tmp_path / "tailoring.yaml"
    path.write_text("name: 试评\nrubric: own-rubric\nversion: '1.0'\n"
                    "leave_out: [{criterion: caps.per-head, remark: 略}]\n", "utf-8")
    assert told(path, own) == []
    assert [(line, words) for _, line, _, _, words in told(path)] == [
        (2, "There is no rubric 'own-rubric'; shipped ones: first-batch, second-batch, xianning-paths")]


def test_a_criterion_that_can_only_end_as_another_does_is_a_warning(own: Path) -> None:
    change(own / "peak.yaml", "fact: total_emission_cap, rows: [co2_total, ghg_total]",
           "fact: per_head_emission_target, rows: [co2_per_head]")
    found = [each for each in told(own) if each[3]]
    assert [(name, said) for name, *_, said in found] == [
        ("peak.yaml", "criterion caps.per-head asks the same as caps.total-emission")]


@pytest.mark.parametrize("old, new, sign", [
    ("target_year: 2015", "target_year: ２０１５", "U+FF12"), ("indicator: co2", "indicator: co２", "U+FF12"),
    ("line: nation", "line: nation\u00a0", "U+00A0"), ("line: nation", "line: ｎation", "U+FF4E")])
def test_a_look_alike_in_a_parameter_is_told_with_its_code_point(own: Path, old: str, new: str, sign: str) -> None:
    change(own / "targets.yaml", old, new)
    assert any(name == "targets.yaml" and line == 18 and f"has {sign}, which only looks right" in said
               for name, line, _, _, said in told(own)), told(own)


def test_a_file_that_is_no_yaml_is_told_alone(own: Path) -> None:
    file = own / "targets.yaml"
    file.write_text("broken: [\n" + file.read_text("utf-8"), "utf-8")
    fault, rest = told(own)
    assert (fault[0], fault[3]) == ("targets.yaml", False) and "YAML" in fault[4]
    assert (rest[0], rest[3]) == ("targets.yaml", True) and "are not looked at" in rest[4]

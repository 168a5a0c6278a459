"""lowcarbon rubric on real rubrics: what is printed, and the exit status."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from lowcarbon_desktop.app.rubrics import find_rubric, shipped
from lowcarbon_desktop.cli.main import main

GOOD = Path(__file__).parents[1] / "rubric" / "data" / "good.yaml"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main([*arguments, "--lang", "en"], lambda files: 0)
    out, err = capsys.readouterr()
    return status, out, err


def test_lint_names_every_fault_of_file_and_parameters_in_file_order(
        capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = GOOD.read_text("utf-8")
    for old, new in (("severity: must", "severity: mst"), ("line: nation", "lien: nation"),
                     ("- nonfossil_share", "- nonfosil_share"), ("target_year: 2015", "target_year: '2015'"),
                     ("points: 2.5", "points: -2.5")):
        text = text.replace(old, new)
    Path("second-batch.yaml").write_text(text, "utf-8")
    status, out, err = run(capsys, "rubric", "lint", "second-batch.yaml")
    first, second = "criterion targets.co2-2015.nation: ", "criterion organisation.leading-group: "
    assert (status, err) == (2, "")
    assert out.splitlines() == [
        (f"second-batch.yaml:15:9: {first}parameter 'line' is missing (the nation's line or the assigned one); "
        "add it under 'with'"),
        (f"second-batch.yaml:19:9: {first}'severity' cannot be 'mst', only one of: must, should, note; "
        "did you mean 'must'?"),
        f"second-batch.yaml:24:61: {first}parameter 'target_year' must be a year, not \"2015\"",
        f"second-batch.yaml:24:82: {first}no parameter 'lien'; did you mean 'line'?",
        f"second-batch.yaml:36:9: {second}'points' must be a number, 0 or more",
        (f"second-batch.yaml:41:15: {second}parameter 'indicators': no indicator 'nonfosil_share'; "
        "did you mean 'nonfossil_share'?"),
        "second-batch.yaml: faults found: 6"]


@pytest.mark.parametrize("id", shipped())
def test_shipped_rubrics_have_no_faults(capsys: pytest.CaptureFixture[str], id: str) -> None:
    assert run(capsys, "rubric", "lint", id) == (0, f"{id}: no faults\n", "")


def test_a_line_that_does_not_exist_is_a_fault_of_the_rubric(capsys: pytest.CaptureFixture[str],
                                                             tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(GOOD.read_text("utf-8").replace("base_year: 2010", "base_year: 2011"), "utf-8")
    status, out, _ = run(capsys, "rubric", "lint", str(path))
    assert status == 2
    assert f"{path}:24:61: criterion targets.co2-2015.nation: " in out


def test_several_rubrics_are_linted_in_one_go(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text("id: a\n", "utf-8")
    status, out, _ = run(capsys, "rubric", "lint", str(path), str(GOOD))
    assert status == 2
    assert out.endswith(f"{GOOD}: no faults\n")


def test_list_names_every_shipped_rubric(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "rubric", "list")
    assert (status, [line.split()[0] for line in out.splitlines()]) == (0, list(shipped()))


def test_show_as_json_has_what_scripts_rely_on(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "rubric", "show", "second-batch", "--format", "json")
    shown = json.loads(out)
    assert (status, shown["id"], shown["version"]) == (0, "second-batch", "1.0")
    nation = next(each for each in shown["criteria"] if each["id"] == "targets.co2-2015.nation")
    assert (nation["severity"], nation["executability"]) == ("must", "automatic")
    assert isinstance(nation["points"], float)


def test_show_reads_like_the_law(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["rubric", "show", str(GOOD)], lambda files: 0)
    out = capsys.readouterr().out
    assert status == 0
    assert out.startswith("试点评审规则（pilot 1.0）\n适用于测试\n\n# 目标\n\n[目标-1] 碳强度下降不低于国家目标\n"
                          "  targets.co2-2015.nation · 必须项 · 自动判断 · 8 分\n")


def test_test_says_what_differs_and_what_is_lacking(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    shutil.copytree(find_rubric("second-batch"), tmp_path / "mine")
    assert run(capsys, "rubric", "test", str(tmp_path / "mine"))[0] == 0
    case = tmp_path / "mine" / "cases" / "targets.co2-2015.nation.yaml"
    case.write_text(case.read_text("utf-8").replace("outcome: pass", "outcome: fail", 1), "utf-8")
    (tmp_path / "mine" / "cases" / "data.inventory.yaml").unlink()
    status, out, _ = run(capsys, "rubric", "test", str(tmp_path / "mine"))
    assert status == 2
    assert "outcome should be fail and is pass" in out.splitlines()[0]
    assert "criterion data.inventory lacks cases: one that passes, one that fails" in out


def test_lint_as_json_has_places_codes_and_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    text = GOOD.read_text("utf-8").replace("severity: must", "severity: mst").replace("评估报告", "评估\u3000报告")
    path.write_text(text, "utf-8")
    status, out, _ = run(capsys, "rubric", "lint", str(path), "--format", "json")
    assert status == 2
    assert [(each["line"], each["column"], each["warning"], each["code"]) for each in json.loads(out)] == [
        (7, 18, True, "yaml-hidden-sign"), (19, 9, False, "yaml-choice")]


def test_a_warning_is_told_and_refuses_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(GOOD.read_text("utf-8").replace("评估报告", "评估\u200b报告"), "utf-8")
    status, out, _ = run(capsys, "rubric", "lint", str(path))
    assert status == 0
    assert out.splitlines()[0].startswith(f"{path}:7:18: warning: there is a sign here that nobody sees, U+200B")
    assert run(capsys, "rubric", "show", str(path))[0] == 0


def test_show_has_every_key_of_a_criterion(capsys: pytest.CaptureFixture[str]) -> None:
    shown = json.loads(run(capsys, "rubric", "show", "second-batch", "--format", "json")[1])
    assert shown["total_points"] == 221
    cut = next(each for each in shown["criteria"] if each["id"] == "targets.co2-2020.nation")
    assert [(each["id"], each["title"], each["at"]) for each in cut["grades"]] == [
        ("merit", "with merit", None), ("pass", "met", 0)]
    assert (cut["locked"], cut["errs"], cut["former"]) == (True, "neither", [])
    assert cut["applies"] == {"levels": [], "indicators": [], "since": None, "until": None}
    assert "40 % to 45 %" in cut["rationale"]
    assert all(each["evidence"] for each in shown["criteria"])


def test_pages_are_written_for_every_criterion_in_both_languages(capsys: pytest.CaptureFixture[str],
                                                                 tmp_path: Path) -> None:
    status, out, _ = run(capsys, "rubric", "pages", str(GOOD), "--out", str(tmp_path / "pages"))
    assert (status, out) == (0, f"7 pages; open {tmp_path / 'pages' / 'index.html'}\n")
    assert sorted(str(each.relative_to(tmp_path / "pages")) for each in (tmp_path / "pages").rglob("*.html")) == [
        "en/index.html", "en/organisation.leading-group.html", "en/targets.co2-2015.nation.html", "index.html",
        "zh/index.html", "zh/organisation.leading-group.html", "zh/targets.co2-2015.nation.html"]


def test_a_rubric_is_begun_from_a_shipped_one_and_differs_by_its_name(capsys: pytest.CaptureFixture[str],
                                                                      tmp_path: Path) -> None:
    own = str(tmp_path / "own")
    assert run(capsys, "rubric", "new", "my-own", "--from", "second-batch", "--out", own)[:2] == (
        0, f"{own}: no faults\n")
    assert run(capsys, "rubric", "diff", "second-batch", own) == (0, (
        "the rubric itself\n  id: 'second-batch' is now 'my-own'\n  version: '1.0' is now '0.1'\n"), "")
    assert run(capsys, "rubric", "diff", own, own)[1] == "no differences\n"
    assert run(capsys, "rubric", "test", own)[0] == 0
    status, _, err = run(capsys, "rubric", "new", "my-own", "--out", own)
    assert (status, err) == (2, f"lowcarbon: folder {own} is not empty; choose another\n")


@pytest.mark.parametrize("id, words", [("second-batch", "'second-batch' is a shipped rubric; choose another id"),
                                       ("../own", "'../own' may have only small letters"), ("Own", "'Own' may have")])
def test_a_new_rubric_needs_an_id_of_its_own(capsys: pytest.CaptureFixture[str], tmp_path: Path, id: str,
                                             words: str) -> None:
    status, _, err = run(capsys, "rubric", "new", id, "--out", str(tmp_path / "own"))
    assert status == 2
    assert words in err
    assert not (tmp_path / "own").exists()

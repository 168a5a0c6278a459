"""lowcarbon template, and the form on its way back through read and check."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.cli.main import main
from tests.app.filling import fill, plain_amount


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments), lambda files: 0)
        out, err = capsys.readouterr()
        return status, out, err
    return run


def test_an_empty_form_is_written_and_read_back(run, tmp_path: Path) -> None:
    path = str(tmp_path / "空表.xlsx")
    status, out, err = run("template", path, "--region", "厦门")
    assert (status, out) == (0, "") and path in err
    status, out, _ = run("read", path)
    assert status == 0
    assert "必填指标没有填写" in out and "事项没有选择状态" in out
    assert run("check", path)[0] == 0


def test_a_filled_form_is_judged_with_its_facts(run, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    run("template", str(path), "--region", "厦门", "--lang", "en")
    fill(path, plain_amount)
    status, out, _ = run("check", str(path), "--format", "json")
    plain = json.loads(out)
    jsonschema.validate(plain, json.loads(resource("schemas", "check-1.schema.json").read_text("utf-8")))
    assert status in (0, 1)
    head = plain["plan"]["facts"]["leading_group_head"]
    assert (head["state"], head["value"]) == ("stated", "party_secretary")
    assert (head["settled"], head["by"]) == (False, "machine")
    assert (head["evidence"][0]["sheet"], head["evidence"][0]["cell"]) == ("事项", "E9")
    assert [each["doubt"] for each in plain["plan"]["indicators"] if each["doubt"]] == []
    cut = next(each for each in plain["findings"] if each["criterion"] == "targets.co2-2015.province")
    assert cut["evidence"][0]["cell"] == "F8"
    actual = [each for each in plain["plan"]["indicators"] if each["id"] == "gdp"]
    assert [(each["target_year"], each["kind"], each["where"]["sheet"]) for each in actual] == [
        (2005, "actual", "基本情况"), (2010, "actual", "基本情况")]


def test_a_correction_of_the_form_is_judged(run, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    run("template", str(path), "--region", "厦门")
    fill(path, lambda name, cell: 18)
    corrections = tmp_path / "更正.yaml"
    corrections.write_text("corrections:\n  - {sheet: 指标表, cell: F8, printed: 18, corrected: 16}\n", "utf-8")
    status, out, _ = run("check", str(path), "--corrections", str(corrections), "--format", "json")
    cut = next(each for each in json.loads(out)["findings"] if each["criterion"] == "targets.co2-2015.province")
    assert (status, cut["outcome"], cut["margin"]) == (1, "fail", -1.5)


@pytest.mark.parametrize("arguments", [["template"], ["template", "form.csv"],
                                       ["template", "form.xlsx", "--rubric", "nothing"],
                                       ["template", "nowhere/at/all/form.xlsx"]])
def test_wrong_use_is_2_and_nothing_is_written(run, tmp_path: Path, monkeypatch, arguments: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*arguments)
    assert (status, out) == (2, "") and err.startswith("lowcarbon: ")
    assert list(tmp_path.iterdir()) == []

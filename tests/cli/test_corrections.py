"""--corrections and --facts with what was meant and nodded to, and what is remembered between drafts."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.cli.main import main
from lowcarbon_desktop.plan import Where

TABLE = ("{place}市低碳城市试点工作实施方案指标表\n指标,单位,2015 年\n碳排放下降情况比2010年,%,20\n"
         "二氧化碳排放峰值年份,年,2025\n")
NATION = "targets.co2-2015.nation"


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lowcarbon_desktop.store.places.data_folder", lambda: tmp_path / "own data")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def run(*arguments: object, lang: str = "zh") -> tuple[int, str, str]:
        status = main([*map(str, arguments), "--lang", lang], lambda files: 0)
        out, err = capsys.readouterr()
        return status, out, err
    return run


def draft(folder: Path, place: str = "厦门") -> Path:
    path = folder / f"{place}.csv"
    path.write_text(TABLE.format(place=place), encoding="utf-8")
    return path


def finding(plain: dict, criterion: str) -> dict:
    return next(each for each in plain["findings"] if each["criterion"] == criterion)


def corrected(folder: Path) -> Session:
    session = Session.open(draft(folder))
    session.correct_field(Where("厦门.csv", None, "C3"), "indicator", "co2_per_gdp_cut")
    return session


def test_a_meaning_by_hand_is_read_and_judged(run, tmp_path: Path) -> None:
    given = tmp_path / "更正.yaml"
    given.write_text("corrections:\n  - {cell: C3, printed: 20, field: indicator, corrected: co2_per_gdp_cut}\n"
                     "  - {cell: C3, printed: 20, field: base_year, corrected: 2005}\n"
                     "  - {cell: C9, printed: 20, field: unit, corrected: '%'}\n", encoding="utf-8")
    status, out, _ = run("read", draft(tmp_path), "--corrections", given, "--format", "json")
    plain = json.loads(out)
    schema = json.loads(resource("schemas", "read-1.schema.json").read_text("utf-8"))
    jsonschema.validate(plain, schema)
    first = plain["plan"]["indicators"][0]
    assert (status, first["id"], first["base_year"], first["printed"], first["was"], first["origin"]) == (
        0, "co2_per_gdp_cut", 2005, "20", None, "entered")
    assert first["corrected"] == ["indicator", "base_year"]
    assert "指标由“无”更正为“单位 GDP 二氧化碳排放下降率”、基准年由“2010”更正为“2005”" in first["rule"]
    assert [each["code"] for each in plain["plan"]["remarks"]] == ["correction-gone"]


def test_the_windows_command_gives_the_same_findings(run, tmp_path: Path) -> None:
    import shlex

    session = corrected(tmp_path)
    session.confirm_fact("co2_peak_year")
    words = shlex.split(session.command_line())
    _, out, _ = run(*words[1:], "--format", "json")
    plain = json.loads(out)
    jsonschema.validate(plain, json.loads(resource("schemas", "check-1.schema.json").read_text("utf-8")))
    assert {each["criterion"]: each["outcome"] for each in plain["findings"]} == {
        each.criterion: each.outcome for each in session.assessment.findings}
    assert finding(plain, NATION)["outcome"] == "pass"
    peak = plain["plan"]["facts"]["co2_peak_year"]
    assert (peak["settled"], peak["by"], bool(peak["evidence"])) == (True, "machine", True)


def test_nods_are_for_one_applicant(run, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("co2_peak_year: {confirmed: true}\n", encoding="utf-8")
    status, _, err = run("check", draft(tmp_path), draft(tmp_path, "福州"), "--facts", facts, lang="en")
    assert status == 2 and "--facts" in err


def test_what_is_remembered_is_used_only_when_asked_for_and_nothing_passes_on_it(run, tmp_path: Path) -> None:
    corrected(tmp_path)
    other = draft(tmp_path, "福州")
    plain = json.loads(run("check", other, "--format", "json")[1])
    assert plain["plan"]["indicators"][0]["id"] is None
    plain = json.loads(run("check", other, "--corrections", "remembered", "--format", "json")[1])
    first = plain["plan"]["indicators"][0]
    assert first["id"] == "co2_per_gdp_cut" and "《厦门.csv》" in first["doubt"]
    assert finding(plain, NATION)["outcome"] == "cannot_tell"
    assert "remembered-used" in [each["code"] for each in plain["plan"]["remarks"]]


def test_a_file_of_that_name_is_written_with_its_folder(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("remembered").write_text("corrections: {}\n", encoding="utf-8")
    status, _, err = run("read", draft(tmp_path), "--corrections", "./remembered", lang="en")
    assert status == 2 and "remembered:1" in err


def test_remembered_is_listed_and_forgotten(run, tmp_path: Path) -> None:
    assert run("remembered", "list")[1] == "没有记住的更正\n"
    session = corrected(tmp_path)
    session.correct_field(Where("厦门.csv", None, "C3"), "target_year", "2020")
    status, out, _ = run("remembered", "list")
    assert status == 0 and out.startswith("1  ") and "碳排放下降情况比2010年" in out and len(out.splitlines()) == 2
    plain = json.loads(run("remembered", "list", "--format", "json")[1])
    assert [(each["number"], each["field"], each["value"]) for each in plain] == [
        (1, "indicator", "co2_per_gdp_cut"), (2, "target_year", "2020")]
    assert run("remembered", "forget", "3")[0] == run("remembered", "forget", "one")[0] == 2
    assert run("remembered", "forget", "1")[2] == "已删除 1 条记住的更正\n"
    assert [each["field"] for each in json.loads(run("remembered", "list", "--format", "json")[1])] == ["target_year"]
    assert run("remembered", "forget", "all")[0] == 0
    assert run("remembered", "list", lang="en")[1] == "No corrections are remembered\n"
    assert run("remembered", "--help")[0] == 0 and run("remembered")[0] == 2


def test_a_damaged_memory_is_told(run, tmp_path: Path) -> None:
    (tmp_path / "own data").mkdir()
    (tmp_path / "own data" / "remembered.json").write_bytes(b"nothing of the kind")
    status, _, err = run("read", draft(tmp_path), "--corrections", "remembered")
    assert status == 0 and "remembered.damaged.json" in err

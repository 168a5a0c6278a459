"""lowcarbon read and check on the shipped examples: exit statuses, JSON, several applicants, files and folders."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pypdf
import pytest

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.cli.main import main

XIAMEN, BAODING, COMPARISON = (str(resource("examples", f"{name}.xlsx"))
                               for name in ("xiamen", "baoding", "comparison"))
CUT = "targets.co2-2015.province"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str, lang: str = "en") -> tuple[int, str, str]:
        status = main([*arguments, "--lang", lang], lambda files: 0)
        out, err = capsys.readouterr()
        return status, out, err
    return run


@pytest.fixture
def checked(run):
    """The plain data of a check, and its exit status."""
    def checked(*arguments: str) -> tuple[int, object]:
        status, out, _ = run("check", *arguments, "--format", "json")
        return status, json.loads(out)
    return checked


def outcome(plain: dict, criterion: str = CUT) -> str:
    return next(finding["outcome"] for finding in plain["findings"] if finding["criterion"] == criterion)


def regions(several: list[dict]) -> list[str]:
    return [each["plan"].get("region", "error") for each in several]


def test_a_failed_must_is_1_and_open_musts_are_counted_on_standard_error(run, checked) -> None:
    status, plain = checked(XIAMEN)
    assert (status, plain["schema"], outcome(plain)) == (1, "lowcarbon/check/1", "fail")
    must = plain["counts"]["must"]
    _, out, err = run("check", XIAMEN)
    assert err == f"Xiamen: 'must' criteria: {must['pass']} pass, {must['fail']} fail, {must['open']} open\n"
    assert "17.5" in out


def test_text_speaks_the_chosen_language(run) -> None:
    assert "必须项" in run("check", XIAMEN, lang="zh")[1]
    assert "必须项" not in run("check", XIAMEN, lang="en")[1]


def test_one_applicant_is_an_object_and_several_are_an_array(checked) -> None:
    assert isinstance(checked(XIAMEN)[1], dict)
    assert regions(checked(XIAMEN, "--as", "array")[1]) == ["厦门"]
    assert regions(checked(XIAMEN, BAODING, XIAMEN)[1]) == ["厦门", "保定", "厦门"]
    assert len(checked(COMPARISON)[1]) == 13


def test_an_unreadable_plan_among_several_stands_in_its_place(checked, run, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(b"PK\x03\x04 not a workbook")
    status, several = checked(XIAMEN, str(damaged), BAODING)
    assert status == 3
    assert regions(several) == ["厦门", "error", "保定"]
    assert several[1]["plan"] == {"file": "damaged.xlsx"}
    assert several[1]["error"]
    status, out, err = run("check", str(damaged))
    assert (status, out) == (3, "")
    assert err.count("damaged.xlsx") == 1


def test_a_missing_plan_is_3(run) -> None:
    for verb in ("read", "check"):
        status, out, err = run(verb, "no-such-plan.xlsx")
        assert (status, out) == (3, "")
        assert "no-such-plan.xlsx" in err


def test_a_rubric_is_looked_at_before_any_plan(run, tmp_path: Path) -> None:
    (tmp_path / "rubric.yaml").write_text("id: a\n", "utf-8")
    status, out, err = run("check", "no-such-plan.xlsx", "--rubric", str(tmp_path))
    assert (status, out) == (2, "")
    assert "no-such-plan" not in err


def test_the_region_picks_one_of_several_and_a_wrong_one_is_wrong_use(checked, run) -> None:
    assert checked(COMPARISON, "--region", "厦门")[1]["plan"]["region"] == "厦门"
    assert run("check", COMPARISON, "--region", "夏门")[0] == 2
    assert run("check", XIAMEN, "--region", "夏门")[0] == 2


def test_an_entered_line_stands_above_the_provinces(checked) -> None:
    assert outcome(checked(XIAMEN, "--line", "co2_per_gdp_cut@2010-2015=17")[1]) == "pass"
    assert outcome(checked(XIAMEN, "--line", "co2_per_gdp_cut@2010-2015=17.1")[1]) == "fail"
    assert outcome(checked(XIAMEN, "--line", "厦门市:co2_per_gdp_cut@2010-2015=17")[1]) == "pass"


def test_with_several_applicants_a_line_names_its_own(checked, run) -> None:
    status, _, err = run("check", XIAMEN, BAODING, "--line", "co2_per_gdp_cut@2010-2015=17")
    assert status == 2
    assert "厦门:co2_per_gdp_cut@..." in err
    assert run("check", XIAMEN, BAODING, "--line", "北京:co2_per_gdp_cut@2010-2015=17")[0] == 2
    _, (xiamen, baoding) = checked(XIAMEN, BAODING, "--line", "保定:co2_per_gdp_cut@2010-2015=18.5")
    assert [outcome(xiamen), outcome(baoding)] == ["fail", "fail"]
    _, (_, baoding) = checked(XIAMEN, BAODING)
    assert outcome(baoding) == "pass"


@pytest.mark.parametrize("typed", ["co2_per_gdp_cut=17", "co2_per_gdp_cut@2015", "@2010-2015=17", "17"])
def test_a_line_in_another_form_is_wrong_use_and_shown_how(run, typed: str) -> None:
    status, out, err = run("check", XIAMEN, "--line", typed)
    assert (status, out) == (2, "")
    assert "co2_per_gdp_cut@2010-2015=18" in err


def test_the_date_decides_which_lines_are_in_force(checked) -> None:
    before, after = (checked(XIAMEN, "--as-of", day)[1] for day in ("2011-11-30", "2011-12-01"))
    assert (before["plan"]["as_of"], outcome(before)) == ("2011-11-30", "not_applicable")
    assert outcome(after) == "fail"


def test_stated_facts_are_judged(checked, run, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("leading_group: {state: stated, source: 第 3 页}\n", "utf-8")
    _, plain = checked(XIAMEN, "--facts", str(facts))
    assert outcome(plain, "organisation.leading-group") == "pass"
    status, _, err = run("check", XIAMEN, BAODING, "--facts", str(facts))
    assert status == 2
    assert "--facts is for one applicant and here are 2" in err
    facts.write_text("leading_grup: {state: stated}\n", "utf-8")
    assert run("check", XIAMEN, "--facts", str(facts))[0] == 2


def test_corrections_are_applied(checked, tmp_path: Path) -> None:
    corrections = tmp_path / "corrections.yaml"
    corrections.write_text("corrections:\n  - {file: xiamen.xlsx, sheet: 指标表, cell: D9, printed: '17', "
                           "corrected: '17.5'}\n", "utf-8")
    _, plain = checked(XIAMEN, "--corrections", str(corrections))
    assert outcome(plain) == "pass"


def test_the_result_goes_into_a_file_whole(run, tmp_path: Path) -> None:
    out = tmp_path / "findings.json"
    status, printed, err = run("check", XIAMEN, "--format", "json", "--output", str(out))
    assert (status, printed) == (1, "")
    assert f"Written: {out}" in err
    assert json.loads(out.read_text("utf-8"))["plan"]["region"] == "厦门"
    status, _, err = run("check", XIAMEN, "--output", str(tmp_path / "missing" / "findings.txt"))
    assert status == 2
    assert [each.name for each in tmp_path.iterdir()] == ["findings.json"]


def test_one_applicant_is_printed_into_a_file_and_several_into_a_folder(run, tmp_path: Path) -> None:
    one = tmp_path / "xiamen.pdf"
    assert run("check", XIAMEN, "--pdf", str(one))[0] == 1
    assert one.read_bytes().startswith(b"%PDF")
    status, out, err = run("check", XIAMEN, BAODING, "--pdf", str(one))
    assert (status, out) == (2, "")
    assert "--pdf must be a folder" in err
    assert run("check", XIAMEN, XIAMEN, BAODING, "--pdf", str(tmp_path / "all"))[0] == 1
    assert sorted(each.name for each in (tmp_path / "all").iterdir()) == ["保定.pdf", "厦门-2.pdf", "厦门.pdf"]


def test_the_notes_are_printed_into_the_report(run, tmp_path: Path) -> None:
    notes = tmp_path / "notes.yaml"
    notes.write_text("notes: {targets.co2-2015.province: please send the document}\n", "utf-8")
    assert run("check", XIAMEN, "--notes", str(notes), "--pdf", str(tmp_path / "with.pdf"), "--lang", "en")[0] == 1
    pages = pypdf.PdfReader(tmp_path / "with.pdf").pages
    assert "please send the document" in " ".join("".join(page.extract_text() for page in pages).split())
    assert run("check", XIAMEN, BAODING, "--notes", str(notes))[0] == 2
    notes.write_text("notes: {targets.co2-2015.provinc: x}\n", "utf-8")
    status, _, err = run("check", XIAMEN, "--notes", str(notes), "--lang", "en")
    assert status == 2 and "targets.co2-2015.province" in err


def test_a_folder_is_one_application(checked, tmp_path: Path) -> None:
    shutil.copy(XIAMEN, tmp_path)
    _, plain = checked(str(tmp_path))
    assert [each["file"] for each in plain["plan"]["files"]] == ["xiamen.xlsx"]


def test_read_shows_values_with_their_places(run) -> None:
    status, out, err = run("read", XIAMEN)
    assert (status, err) == (0, "")
    assert "指标表!D9" in out
    plain = json.loads(run("read", XIAMEN, "--format", "json")[1])
    assert plain["schema"] == "lowcarbon/read/1"
    assert plain["tables"]
    assert len(json.loads(run("read", COMPARISON, "--format", "json")[1])) == 13


def test_the_same_input_gives_the_same_output(run) -> None:
    assert run("check", XIAMEN, "--format", "json") == run("check", XIAMEN, "--format", "json")


def test_every_form_of_the_answer_satisfies_the_shipped_schema(run, checked, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"no workbook")
    schemas = {name: jsonschema.Draft202012Validator(json.loads(
        resource("schemas", f"{name}-1.schema.json").read_text("utf-8"))) for name in ("check", "read")}
    one, several, unreadable = (checked(*plans)[1] for plans in ((XIAMEN,), (XIAMEN, str(bad), BAODING), (str(bad),)))
    for answer in (one, several, unreadable):
        schemas["check"].validate(answer)
    assert unreadable == several[1] == {"plan": {"file": "bad.xlsx"}, "error": unreadable["error"]}
    status, out, err = run("read", str(bad), "--format", "json")
    assert (status, json.loads(out)) == (3, unreadable)
    assert unreadable["error"] in err
    for arguments in ((XIAMEN,), (COMPARISON,), (str(bad),)):
        schemas["read"].validate(json.loads(run("read", *arguments, "--format", "json")[1]))
    for wrong in ({}, {"plan": {"file": "x"}}, [{"error": "x"}], "x", {**one, "findings": None}):
        assert not schemas["check"].is_valid(wrong)


@pytest.mark.parametrize("option", ["--pdf", "--output"])
def test_a_draft_that_is_read_is_not_written_over(run, tmp_path: Path, option: str) -> None:
    draft = tmp_path / "厦门.xlsx"
    shutil.copy(XIAMEN, draft)
    before = draft.read_bytes()
    status, _, err = run("check", str(draft), option, str(draft))
    assert status == 2 and option in err and draft.read_bytes() == before


def test_parts_of_a_file_that_no_option_asks_for_are_told(run, tmp_path: Path) -> None:
    stated = tmp_path / "said.yaml"
    stated.write_text("facts:\n  co2_peak_year: 2020\ncorrections: []\n", encoding="utf-8")
    assert "--corrections" in run("check", XIAMEN, "--facts", str(stated))[2]
    assert "also holds" not in run("check", XIAMEN, "--facts", str(stated), "--corrections", str(stated))[2]


@pytest.mark.parametrize("one, other", [("xiamen", "hangzhou"), ("nanchang", "baoding")])
def test_workbooks_of_two_cities_in_a_folder_are_asked_about(run, tmp_path: Path, one: str, other: str) -> None:
    for name in (one, other):
        shutil.copy(resource("examples", f"{name}.xlsx"), tmp_path)
    status, out, err = run("check", str(tmp_path), "--format", "json")
    assert status == 0 and json.loads(out)["plan"]["region"] is None and "--region" in err
    assert not any(each["outcome"] == "pass" and each["severity"] == "must" for each in json.loads(out)["findings"])

"""lowcarbon review and compare, as scripts of users call them."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from pypdf import PdfReader

from lowcarbon_desktop.assets import resource, rubrics
from lowcarbon_desktop.cli.main import main

NATION, PROVINCE, ENERGY = "targets.co2-2015.nation", "targets.co2-2015.province", "targets.energy-2015.nation"
TABLE = ("{place}市低碳城市试点工作实施方案指标表\n指标,单位,2015 年\n单位GDP二氧化碳排放比2010年下降率,%,{co2}\n"
         "单位GDP能耗比2010年下降率,%,{energy}\n")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lowcarbon_desktop.store.places.data_folder", lambda: tmp_path / "own data")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object, lang: str = "en") -> tuple[int, str, str]:
        status = main([*map(str, arguments), "--lang", lang], lambda files: 0)
        out, err = capsys.readouterr()
        return status, out, err
    return run


@pytest.fixture
def plain(run: Run) -> Callable[..., dict]:
    def plain(*arguments: object, status: int = 0) -> dict:
        found, out, err = run(*arguments, "--format", "json")
        assert found == status, err
        result = json.loads(out)
        schema = resource("schemas", result["schema"].removeprefix("lowcarbon/").replace("/", "-") + ".schema.json")
        if "verify" not in result["schema"]:
            jsonschema.validate(result, json.loads(schema.read_text("utf-8")))
        return result
    return plain


def draft(name: str = "a.csv", place: str = "厦门", co2: object = 17, energy: object = 10) -> Path:
    path = Path(name)
    path.write_text(TABLE.format(place=place, co2=co2, energy=energy), encoding="utf-8")
    return path


@pytest.fixture
def begun(run: Run) -> Callable[..., str]:
    def begun(name: str = "f.lcreview", reviewer: str = "张三", plan: Path | None = None, *options: object) -> str:
        status, _, err = run("review", "new", plan or draft(), "--reviewer", reviewer, "--out", name, *options)
        assert status == 0, err
        return name
    return begun


def item(shown: dict, criterion: str) -> dict:
    return next(each for each in shown["items"] if each["criterion"] == criterion)


def test_a_review_needs_nothing_beside_it(run: Run, plain: Callable[..., dict], begun: Callable[..., str]) -> None:
    f = begun()
    Path("a.csv").unlink()
    shown = plain("review", "show", f)
    assert (shown["schema"], shown["reviewer"], shown["round"], shown["status"]) == (
        "lowcarbon/review/1", "张三", 1, "in_work")
    check = json.loads(resource("schemas", "check-1.schema.json").read_text("utf-8"))
    jsonschema.validate({"schema": "lowcarbon/check/1", "lang": "en", "plan": shown["plan"], "rubric": shown["rubric"],
                         "findings": [each["machine"] for each in shown["items"]], "counts": shown["counts"],
                         "score": shown["score"], "lines_entered": [], "least_change": [], "instruments": None}, check)
    assert item(shown, PROVINCE)["machine"]["outcome"] == "fail"
    assert {**item(shown, PROVINCE), "machine": 0} == {
        "criterion": PROVINCE, "machine": 0, "verdict": None, "points": None, "points_most": 8, "comment": "",
        "reply": "", "note": "", "change": None, "stale": False, "earlier": []}
    assert run("review", "correct", f, "--cell", "C3", "--value", "18", "--reason", "笔误")[0] == 0
    assert item(plain("review", "show", f), PROVINCE)["machine"]["outcome"] == "pass"
    assert run("review", "verify", f)[0] == 0


def test_an_override_needs_a_reason_and_an_agreement_does_not(run: Run, plain: Callable[..., dict],
                                                              begun: Callable[..., str]) -> None:
    f = begun()
    status, _, err = run("review", "set", f, "--criterion", PROVINCE, "--outcome", "pass")
    assert status == 2 and "reason" in err
    assert item(plain("review", "show", f), PROVINCE)["verdict"] is None
    assert run("review", "set", f, "--criterion", NATION, "--outcome", "pass")[0] == 0
    before = plain("review", "show", f)["score"]["low"]
    assert run("review", "set", f, "--criterion", PROVINCE, "--outcome", "pass", "--reason", "省里另有文件",
               "--points", 2.5, "--comment", "请附文件", "--reply", "已附")[0] == 0
    shown = plain("review", "show", f)
    said = item(shown, PROVINCE)
    assert said["machine"]["outcome"] == "fail" and shown["score"]["low"] > before
    assert {**said["verdict"], "at": ""} == {"outcome": "pass", "reason": "省里另有文件", "by": "张三", "at": "",
                                             "machine": "fail", "outdated": False}
    assert (said["points"], said["comment"], said["reply"]) == (2.5, "请附文件", "已附")
    assert run("review", "set", f, "--criterion", PROVINCE, "--outcome", "none")[0] == 0
    assert item(plain("review", "show", f), PROVINCE)["verdict"] is None
    _, out, _ = run("review", "show", f, lang="zh")
    assert "程序判定：不通过" in out and "给申报单位的意见：请附文件" in out


@pytest.mark.parametrize("wrong", [
    ["set", "f", "--criterion", "no.such", "--outcome", "pass"], ["set", "f", "--criterion", NATION],
    ["set", "f", "--criterion", NATION, "--outcome", "good"], ["set", "f", "--criterion", NATION, "--points", "99"],
    ["set", "f", "--criterion", NATION, "--points", "-1"], ["set", "f", "--criterion", NATION, "--points", "nan"],
    ["set", "f", "--criterion", NATION, "--points", "many"], ["set", "f", "--outcome", "pass"],
    ["set", "f", "--criterion", NATION, "--comment", "x", "--reason", "alone"],
    ["set", "f", "--criterion", NATION, "--comment", "x" * 20_001], ["show", "none"], ["verify", "none"],
    ["note", "f", "--criterion", "no.such", "--text", "x"], ["conclude", "f", "--outcome", "passes", "--words", " "],
    ["conclude", "f", "--outcome", "passes_once_revised", "--words", "好"], ["conclude", "f", "--outcome", "wins"],
    ["new", "a.csv", "--reviewer", "李四", "--out", "f"], ["new", "a.csv", "--reviewer", " ", "--out", "g"],
    ["new", "a.csv", "--out", "g"], ["new", "a.csv", "--reviewer", "李四"], ["fact", "f", "--fact", "no_such"],
    ["fact", "f", "--fact", "co2_peak_year", "--value", "soon"],
    ["fact", "f", "--fact", "energy_cap", "--say", "confirm"], ["correct", "f", "--cell", "Z9", "--value", "1"],
    ["correct", "f", "--cell", "C3"], ["merge", "f"],
    ["seal", "f", "--return"], ["next", "f", "a.csv"], ["report", "f"], ["rescue", "f", "--out", "f"],
])
def test_wrong_use_is_2_and_changes_nothing(run: Run, begun: Callable[..., str], wrong: list[str]) -> None:
    f = Path(begun("f"))
    before = f.read_bytes()
    status, out, err = run("review", *wrong)
    assert (status, out) == (2, "") and err.startswith("lowcarbon: ")
    assert f.read_bytes() == before and not Path("g").exists()


def test_a_plan_that_cannot_be_read_is_3(run: Run) -> None:
    assert run("review", "new", "none.xlsx", "--reviewer", "张三", "--out", "f")[0] == 3
    assert not Path("f").exists()


def test_facts_are_stated_confirmed_refused_and_taken_back(run: Run, plain: Callable[..., dict],
                                                           begun: Callable[..., str]) -> None:
    f = begun()
    assert run("review", "fact", f, "--fact", "co2_peak_year", "--value", "2020", "--source", "第 12 页")[0] == 0
    fact = plain("review", "show", f)["plan"]["facts"]["co2_peak_year"]
    assert (fact["value"], fact["settled"], fact["by"]) == (2020, True, "reviewer")
    assert run("review", "fact", f, "--fact", "co2_peak_year", "--say", "withdraw")[0] == 0
    assert plain("review", "show", f)["plan"]["facts"]["co2_peak_year"]["state"] == "unknown"


def test_a_verdict_on_what_is_found_no_longer_is_open_again(run: Run, plain: Callable[..., dict],
                                                            begun: Callable[..., str]) -> None:
    f = begun()
    run("review", "set", f, "--criterion", PROVINCE, "--outcome", "fail")
    assert PROVINCE not in plain("review", "show", f)["missing"]
    run("review", "correct", f, "--cell", "C3", "--value", "18")
    shown = plain("review", "show", f)
    assert item(shown, PROVINCE)["verdict"]["outdated"] and PROVINCE in shown["missing"]


def test_sealing_lists_what_is_missing_and_closes(run: Run, plain: Callable[..., dict],
                                                  begun: Callable[..., str]) -> None:
    f = begun()
    status, out, err = run("review", "seal", f, "--dry-run")
    assert status == 0 and "peak.year-stated" in err and plain("review", "show", f)["status"] == "in_work"
    run("review", "conclude", f, "--outcome", "passes_once_revised", "--words", "总体可行", "--revise", "补峰值年份")
    status, out, err = run("review", "seal", f)
    assert status == 0 and "conclusion" not in err
    head = plain("review", "verify", f)["head"]
    assert head in out and plain("review", "show", f)["status"] == "sealed"
    for closed in (["set", f, "--criterion", NATION, "--outcome", "pass"], ["seal", f],
                   ["note", f, "--criterion", NATION, "--text", "x"],
                   ["conclude", f, "--outcome", "fails", "--words", "x"],
                   ["fact", f, "--fact", "co2_peak_year", "--value", "2020"],
                   ["correct", f, "--cell", "C3", "--value", "18"]):
        assert run("review", *closed)[0] == 2
    assert run("review", "seal", f, "--return")[0] == 0 and plain("review", "show", f)["status"] == "returned"
    assert run("review", "report", f, "--pdf", "f.pdf")[0] == 0
    printed = "".join(page.extract_text() for page in PdfReader("f.pdf").pages).replace("\n", "")
    assert head in printed and "总体可行" in printed
    assert run("review", "seal", f, "--reopen")[0] == 0
    assert run("review", "set", f, "--criterion", NATION, "--outcome", "pass")[0] == 0


def test_private_notes_are_not_printed(run: Run, begun: Callable[..., str]) -> None:
    f = begun()
    run("review", "note", f, "--criterion", PROVINCE, "--text", "Confidential")
    run("review", "set", f, "--criterion", PROVINCE, "--outcome", "pass", "--reason", "Becausewesayso")
    assert run("review", "report", f, "--pdf", "f.pdf")[0] == 0
    printed = "".join(page.extract_text() for page in PdfReader("f.pdf").pages)
    assert "Becausewesayso" in printed and "Confidential" not in printed


@pytest.mark.parametrize("statement", [
    "UPDATE item SET outcome = 'fail'", "UPDATE entry SET payload = replace(payload, '张三', '李四')",
    "DELETE FROM entry WHERE number = 2", "DELETE FROM item", "UPDATE chunk SET data = x'00' WHERE name = 'file:a.csv'",
    "CREATE TABLE more (a)"])
def test_a_tampered_file_is_1_and_says_where(run: Run, plain: Callable[..., dict], begun: Callable[..., str],
                                             statement: str) -> None:
    f = begun()
    run("review", "set", f, "--criterion", NATION, "--outcome", "pass")
    assert plain("review", "verify", f)["whole"]
    raw = sqlite3.connect(f)
    raw.execute(statement)
    raw.commit()
    raw.close()
    assert plain("review", "verify", f, status=1)["faults"]
    status, out, _ = run("review", "verify", f)
    assert status == 1 and len(out.splitlines()) > 1
    assert run("review", "merge", f, "--dry-run")[0] == 2


def test_the_next_round(run: Run, plain: Callable[..., dict], begun: Callable[..., str]) -> None:
    f = begun()
    run("review", "set", f, "--criterion", PROVINCE, "--outcome", "fail", "--comment", "请提高")
    run("review", "set", f, "--criterion", ENERGY, "--comment", "请提高到 16")
    run("review", "fact", f, "--fact", "co2_peak_year", "--value", "2020", "--source", "第 12 页")
    assert run("review", "seal", f)[0] == 0
    status, _, err = run("review", "next", f, draft("b.csv", co2=18), "--out", "f2.lcreview")
    assert status == 0 and "Year of the CO2 peak" in err
    shown = plain("review", "show", "f2.lcreview")
    assert (shown["round"], shown["status"], shown["reviewer"]) == (2, "in_work", "张三")
    mended, still = item(shown, PROVINCE), item(shown, ENERGY)
    assert (mended["change"], mended["stale"], mended["comment"], mended["verdict"]) == ("mended", True, "请提高", None)
    assert (still["change"], still["stale"]) == ("still", False)
    assert [(each["round"], each["outcome"], each["comment"]) for each in mended["earlier"]] == [(1, "fail", "请提高")]
    found = plain("compare", f, "f2.lcreview")
    (cell,) = [each for each in found["indicators"] if each["change"] != "same"]
    assert (cell["id"], cell["change"], cell["old"]["printed"], cell["new"]["printed"]) == (
        "co2_per_gdp_cut", "changed", "17", "18")
    assert {each["criterion"]: (each["old"], each["new"]) for each in found["findings"] if each["change"] != "same"
            }[PROVINCE] == ("fail", "pass")
    assert [each["id"] for each in found["facts"] if each["change"] != "same"] == ["co2_peak_year"]


def test_the_rounds_side_by_side_from_one_file_or_several(run: Run, plain: Callable[..., dict],
                                                          begun: Callable[..., str]) -> None:
    f = begun()
    run("review", "set", f, "--criterion", PROVINCE, "--outcome", "fail", "--comment", "请提高", "--points", 2)
    run("review", "conclude", f, "--outcome", "passes_once_revised", "--words", "可行", "--revise", "提高目标")
    run("review", "seal", f)
    _, _, err = run("review", "next", f, "a.csv", "--out", "same.lcreview")
    assert "same as in the round before" in err
    _, _, err = run("review", "next", f, draft("b.csv", co2=18), "--out", "2.lcreview")
    assert "same as" not in err
    run("review", "set", "2.lcreview", "--criterion", PROVINCE, "--outcome", "pass", "--reply", "已改为 18")
    assert "not sealed" in run("review", "next", "2.lcreview", draft("c.csv", co2=16), "--out", "3.lcreview")[2]
    found = plain("review", "rounds", "3.lcreview")
    assert [(each["round"], each["files"][0]["file"], each["conclusion"]) for each in found["rounds"]] == [
        (1, "a.csv", "passes_once_revised"), (2, "b.csv", None), (3, "c.csv", None)]
    boxes = next(each for each in found["items"] if each["criterion"] == PROVINCE)["rounds"]
    assert [(each["outcome"], each["by"], each["points"], each["change"]) for each in boxes] == [
        ("fail", "张三", 2, None), ("pass", "张三", None, "mended"), ("fail", "", None, "new")]
    assert [each["reply"] for each in boxes] == ["", "已改为 18", ""]
    asked = next(each for each in found["asked"] if each["criterion"] == PROVINCE)
    assert (asked["answer"], asked["before"], asked["now"], asked["stale"]) == ("worse", "pass", "fail", True)
    assert asked["evidence"]["place"].endswith("C3") and "16" in asked["evidence"]["text"]
    assert plain("review", "rounds", "2.lcreview", f, "3.lcreview") == found
    _, out, _ = run("review", "rounds", "3.lcreview", lang="zh")
    for said in ("第 1 轮：张三，已封存；文稿 a.csv", "修改要求：提高目标", "申报单位答复：已改为 18"):
        assert said in out
    assert run("review", "verify", "3.lcreview")[0] == 0
    assert run("review", "report", "3.lcreview", "--pdf", "3.pdf")[0] == 0
    printed = "".join(page.extract_text() for page in PdfReader("3.pdf").pages).replace("\n", "")
    assert "Round by round" in printed and "已改为 18" in printed
    run("review", "report", f, "--pdf", "1.pdf")
    assert "Round by round" not in "".join(page.extract_text() for page in PdfReader("1.pdf").pages)


def test_a_copy_without_notes_has_none_of_an_earlier_round_either(run: Run, begun: Callable[..., str]) -> None:
    f = begun()
    run("review", "note", f, "--criterion", NATION, "--text", "Confidential")
    run("review", "next", f, draft("b.csv", co2=18), "--out", "2.lcreview")
    run("review", "copy", "2.lcreview", "--out", "mail", "--without-notes", "--without-files")
    import zlib
    raw = sqlite3.connect("mail")
    packed = b"".join(zlib.decompressobj().decompress(data) for name, part, data in raw.execute(
        "SELECT name, part, data FROM chunk ORDER BY name, part") if part == 0)
    raw.close()
    assert b"Confidential" not in Path("mail").read_bytes() and b"Confidential" not in packed
    assert run("review", "rounds", "mail")[0] == 0


def test_drafts_are_compared_cell_by_cell(run: Run, plain: Callable[..., dict]) -> None:
    old, new = draft(), draft("b.csv", energy=16)
    new.write_text(new.read_text("utf-8") + "森林覆盖率,%,45\n", encoding="utf-8")
    changes = {each["id"]: each["change"] for each in plain("compare", old, new)["indicators"]}
    assert changes == {"co2_per_gdp_cut": "same", "energy_per_gdp_cut": "changed", "forest_coverage": "added"}
    assert {each["change"] for each in plain("compare", new, new)["indicators"]} == {"same"}
    status, out, _ = run("compare", new, old)
    assert status == 0 and '"16" became "10"' in out and '"45" was removed' in out


def test_experts_are_merged_in_any_order_and_grouping(run: Run, plain: Callable[..., dict],
                                                      begun: Callable[..., str]) -> None:
    files = [begun(f"{name}.lcreview", name) for name in ("张三", "李四", "王五")]
    for f, outcome in zip(files, ("pass", "fail", "fail"), strict=True):
        run("review", "set", f, "--criterion", PROVINCE, "--outcome", outcome, "--reason", f"见{outcome}",
            "--points", 1)
        run("review", "set", f, "--criterion", NATION, "--outcome", "pass", "--points", 6)
        assert run("review", "seal", f)[0] == 0
    merged = plain("review", "merge", *files, "--out", "m.lcreview")
    assert merged["schema"] == "lowcarbon/merge/1" and sorted(merged["reviewers"]) == sorted(("张三", "李四", "王五"))
    first = merged["items"][0]
    assert (first["criterion"], first["spread"], round(first["percent"], 1)) == (PROVINCE, 1.0, 33.3)
    assert first["verdicts"] == {"张三": "pass", "李四": "fail", "王五": "fail"}
    assert first["reasons"]["李四"] == "见fail" and first["points"]["王五"] == 1
    assert merged["items"][1]["percent"] == 100 and round(merged["agreement"]["percent"], 1) == 66.7
    assert run("review", "merge", *files[:2], "--out", "n.lcreview")[0] == 0
    for again in ([*files[::-1]], ["n.lcreview", files[2]], [files[2], "n.lcreview", files[0]], ["m.lcreview", *files],
                  ["m.lcreview"]):
        assert plain("review", "merge", *again, "--dry-run") == merged
    assert run("review", "merge", *files, "--out", "m.lcreview")[0] == 2
    assert run("review", "set", "m.lcreview", "--criterion", PROVINCE, "--outcome", "pass", "--reason", "会议")[0] == 0
    assert run("review", "verify", "m.lcreview")[0] == 0
    again = plain("review", "merge", "m.lcreview", "--dry-run")
    assert again["items"] == merged["items"] and merged["agreed"] == []
    (agreed,) = again["agreed"]
    assert [agreed[name] for name in ("criterion", "outcome", "reason", "by")] == [PROVINCE, "pass", "会议", "Meeting"]
    assert agreed["at"] and again["meetings"] == ["Meeting"]
    _, out, err = run("review", "merge", "m.lcreview", *files, "--dry-run", lang="zh")
    assert "会议结果：通过——Meeting" in out and "逐条会商" in out
    assert f"{files[0]}：张三的评审（已封存）：参加比较" in err
    assert run("review", "report", "m.lcreview", "--merge", "--pdf", "m.pdf")[0] == 0
    assert "--merge prints what each" in run("review", "report", "m.lcreview", "--pdf", "plain.pdf")[2]
    printed = "".join(page.extract_text() for page in PdfReader("m.pdf").pages).replace("\n", "")
    assert "Items on which they differ" in printed and "见fail" in printed and "会议" in printed
    assert run("review", "report", files[0], "--merge", "--pdf", "n.pdf")[0] == 2 and not Path("n.pdf").exists()


def test_nothing_is_seen_before_it_is_sealed(run: Run, plain: Callable[..., dict], begun: Callable[..., str]) -> None:
    files = [begun(f"{name}.lcreview", "张三") for name in "ab"]
    for f in files:
        run("review", "set", f, "--criterion", NATION, "--outcome", "pass")
    run("review", "seal", files[0])
    merged = plain("review", "merge", *files, "--dry-run")
    assert len(merged["items"][0]["verdicts"]) == 1 and merged["remarks"][0]["code"] == "merge-blind"
    assert len(set(merged["reviewers"])) == 2 and merged["agreement"]["alpha"] is None
    assert run("review", "merge", *files, "--out", "m.lcreview")[0] == 0
    run("review", "seal", files[1])
    assert len(plain("review", "merge", "m.lcreview", files[1], "--dry-run")["items"][0]["verdicts"]) == 2


def test_what_does_not_belong_together_is_refused_with_all_reasons(run: Run, begun: Callable[..., str]) -> None:
    one = begun("1.lcreview", "张三")
    shutil.copytree(rubrics() / "second-batch", "mine")
    text = Path("mine", "rubric.yaml").read_text("utf-8")
    Path("mine", "rubric.yaml").write_text(re.sub(r"(?m)^version: .*$", 'version: "9.9"', text), encoding="utf-8")
    other = begun("2.lcreview", "李四", draft("b.csv", co2=18), "--rubric", "mine")
    status, _, err = run("review", "merge", one, other, "--out", "m.lcreview")
    assert status == 2 and "another draft" in err and "another version" in err and "9.9" in err
    assert not Path("m.lcreview").exists()


def test_a_copy_to_mail_keeps_nothing_of_what_is_left_out(run: Run, plain: Callable[..., dict],
                                                           begun: Callable[..., str]) -> None:
    f = begun()
    run("review", "note", f, "--criterion", NATION, "--text", "Confidential")
    run("review", "set", f, "--criterion", NATION, "--outcome", "pass")
    assert "Private notes in the copy: 1; --without-notes leaves them out" in run(
        "review", "copy", f, "--out", "whole")[2]
    status, _, err = run("review", "copy", f, "--out", "g", "--without-files", "--without-notes")
    assert status == 0 and "Private notes" not in err
    shown = plain("review", "show", "g")
    assert item(shown, NATION)["verdict"]["outcome"] == "pass" and item(shown, NATION)["note"] == ""
    assert b"Confidential" in Path(f).read_bytes() and b"Confidential" not in Path("g").read_bytes()
    found = plain("review", "verify", "g")
    assert found["whole"] and found["remarks"][0]["code"] == "log-left-out"
    assert found["head"] == plain("review", "verify", f)["head"]
    assert run("review", "fact", "g", "--fact", "co2_peak_year", "--value", "2020")[0] == 2
    assert run("review", "copy", f, "--out", "h")[0] == 0
    assert run("review", "fact", "h", "--fact", "co2_peak_year", "--value", "2020")[0] == 0
    assert run("review", "copy", f, "--out", "h")[0] == run("review", "copy", f, "--out", "no/such/folder")[0] == 2


def test_what_is_good_of_a_damaged_file_is_rescued(run: Run, plain: Callable[..., dict],
                                                   begun: Callable[..., str]) -> None:
    f = begun()
    run("review", "set", f, "--criterion", NATION, "--outcome", "pass", "--comment", "很好")
    raw = sqlite3.connect(f)
    raw.execute("DROP TABLE line")
    raw.close()
    assert run("review", "show", f)[0] == 2
    assert run("review", "rescue", f, "--out", "g.lcreview")[0] == 0
    assert item(plain("review", "show", "g.lcreview"), NATION)["comment"] == "很好"
    assert run("review", "verify", "g.lcreview")[0] == 0


def test_reviews_as_of_different_days_are_not_merged(run: Run, begun: Callable[..., str]) -> None:
    plan = draft()
    begun("1.lcreview", "张三", plan, "--as-of", "2012-06-30")
    begun("2.lcreview", "李四", plan, "--as-of", "2013-06-30")
    status, _, err = run("review", "merge", "1.lcreview", "2.lcreview", "--out", "m.lcreview")
    assert status == 2 and "2012-06-30" in err and "2013-06-30" in err
    assert not Path("m.lcreview").exists()
    assert run("review", "merge", "1.lcreview", "1.lcreview", "--dry-run")[0] == 0

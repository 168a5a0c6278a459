"""check --applicant and --watch: what is left to mend, ticked off as the draft improves, and never a point."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import pypdf
import pytest

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.cli import watch
from lowcarbon_desktop.cli.main import main

PROVINCE, NATION, ENERGY = "targets.co2-2015.province", "targets.co2-2015.nation", "targets.energy-2015.province"
TABLE = ("厦门市低碳城市试点工作实施方案指标表\n指标,单位,2015 年\n单位GDP二氧化碳排放比2010年下降率,%,{co2}\n"
         "单位GDP能耗比2010年下降率,%,{energy}\n")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object, lang: str = "en") -> tuple[int, str, str]:
        return main(["check", *map(str, arguments), "--applicant", "--lang", lang],
                    lambda files: 0), *capsys.readouterr()
    return run


@pytest.fixture
def draft(tmp_path: Path) -> Callable[..., Path]:
    def draft(co2: object = 17, energy: object = 16) -> Path:
        path = tmp_path / "draft.csv"
        path.write_text(TABLE.format(co2=co2, energy=energy), "utf-8")
        return path
    return draft


def states(plain: dict) -> dict[str, str]:
    return {each["criterion"]: each["state"] for each in plain["items"]}


def test_the_list_says_what_where_and_the_least_change_under_the_reviewers_ids(run: Run, draft) -> None:
    status, out, _ = run(draft(), "--format", "json")
    plain = json.loads(out)
    jsonschema.validate(plain, json.loads(resource("schemas", "applicant-1.schema.json").read_text("utf-8")))
    item = next(each for each in plain["items"] if each["criterion"] == PROVINCE)
    assert (status, plain["schema"], item["state"]) == (1, "lowcarbon/applicant/1", "mend")
    assert "17.5" in item["action"]
    assert item["evidence"][0]["cell"] == "C3"
    assert NATION not in states(plain)


def test_no_points_and_nothing_that_only_reviewers_judge(run: Run, draft, tmp_path: Path) -> None:
    _, out, _ = run(draft(), "--format", "json")
    assert "score" not in out
    assert "points" not in json.loads(out)
    _, shown, _ = run(draft())
    assert "27 more criteria are judged by the reviewers alone" in shown
    run(draft(), "--pdf", tmp_path / "list.pdf", lang="zh")
    paper = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "list.pdf").pages)
    assert "17.5%" in paper
    assert "满分" not in paper


def test_what_cannot_be_told_is_never_held_to_be_done(run: Run, draft) -> None:
    _, out, _ = run(draft(co2=18), "--format", "json")
    plain = json.loads(out)
    assert plain["left"]["clear"] > 10
    assert not any(each["ticked"] for each in plain["items"])


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def saves(*each: Callable[[], object]) -> None:
        def saved(path: Path) -> Iterator[None]:
            for change in each:
                change()
                yield None
            raise KeyboardInterrupt
        monkeypatch.setattr(watch, "saved", saved)
    return saves


def test_a_watch_ticks_off_what_is_mended_and_tells_what_became_worse(run: Run, draft, saves) -> None:
    path = draft(co2=17, energy=16)
    saves(lambda: draft(co2=17.5, energy=16), lambda: path.write_bytes(b"\xff\xfe\x00"),
          lambda: draft(co2=17.5, energy=10))
    status, out, err = run(path, "--watch")
    assert status == 130
    first, second, third = (f"{each}\n" for each in out.split("Xiamen · ")[1:])
    assert f"[x] Target-2 CO2 per GDP cut for 2015 at least the assigned line ({PROVINCE}, Must)" not in first
    assert f"({PROVINCE}, Must)" in second.split("\nMended\n")[1]
    assert f"[!] Target-6 Energy per GDP cut for 2015 at least the assigned line ({ENERGY}, Must)" in third
    assert "waiting for the next save" in err


def test_a_watch_follows_one_plan(run: Run, draft) -> None:
    assert run(draft(), draft(), "--watch")[0] == 2
    assert run("no-such.xlsx", "--watch")[0] == 3


def test_a_save_is_told_once_it_is_whole_whatever_the_editor_does(tmp_path: Path) -> None:
    path = tmp_path / "draft.csv"
    path.write_text("one")
    steps = iter([lambda: path.write_text("half"), lambda: path.write_text("written"), lambda: None,  # told
                  lambda: path.rename(tmp_path / "away"), lambda: None,  # a moment without a file
                  lambda: (tmp_path / "away").write_text("put in place") and (tmp_path / "away").rename(path),
                  lambda: None,  # told
                  lambda: None])

    def pause(_seconds: float) -> None:
        next(steps)()
    told = watch.saved(path, pause)
    assert next(told)[0][2] == len("written")
    assert next(told)[0][2] == len("put in place")
    with pytest.raises((StopIteration, RuntimeError)):
        next(told)


def test_a_part_of_an_application_says_nothing_by_its_silence(capsys: pytest.CaptureFixture[str],
                                                              tmp_path: Path) -> None:
    path = tmp_path / "方案.html"
    sentences = "<p>到 2015 年，单位 GDP 二氧化碳排放比 2010 年下降 18%。全市将推进低碳发展。</p>" * 20
    path.write_text(f"<html><body><h1>厦门市低碳城市试点工作实施方案</h1>{sentences}</body></html>", "utf-8")

    def facts(*options: str) -> tuple[bool, set[str]]:
        main(["check", str(path), "--format", "json", *options], lambda files: 0)
        plan = json.loads(capsys.readouterr().out)["plan"]
        return plan["whole"], {fact["state"] for fact in plan["facts"].values()}
    whole, states = facts()
    assert (whole, "absent" in states) == (True, True)
    whole, states = facts("--part")
    assert (whole, "absent" in states) == (False, False)

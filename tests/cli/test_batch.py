"""lowcarbon batch: every plan of a folder, the bad ones too, and nothing of anybody's is overwritten."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import jsonschema
import openpyxl
import pypdf
import pytest

from lowcarbon_desktop.app import batch, crew
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.cli.main import main
from lowcarbon_desktop.errors import Cancelled
from lowcarbon_desktop.progress import Progress

Run = Callable[..., tuple[int, str, str]]
PLAN = "{place}市低碳城市试点工作实施方案指标表\n指标,单位,2015 年\n单位GDP二氧化碳排放比2010年下降率,%,{co2}\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object, lang: str = "en") -> tuple[int, str, str]:
        status = main(["batch", *map(str, arguments), "--lang", lang], lambda files: 0)
        return status, *capsys.readouterr()
    return run


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for place, co2 in (("厦门", 17), ("保定", 18)):
        (folder / f"{place}.csv").write_text(PLAN.format(place=place, co2=co2), "utf-8")
    (folder / "damaged.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    together = folder / "泉州"
    together.mkdir()
    (together / "table.csv").write_text(PLAN.format(place="泉州", co2="=1+1"), "utf-8")
    return folder


def written(out: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted(out.iterdir())}


def test_each_plan_has_a_report_and_a_bad_one_stops_nobody(run: Run, plans: Path, tmp_path: Path) -> None:
    status, out, err = run(plans, "--out", tmp_path / "out", "--jobs", 1)
    assert status == 3
    assert err.count("damaged.xlsx") == 1
    assert [name for name in ("厦门市", "保定市", "泉州市") if name not in out and name[:-1] not in out] == []
    names = sorted(written(tmp_path / "out"))
    assert names == sorted(["summary.json", "summary.pdf", "summary.xlsx", "厦门.pdf", "保定.pdf", "泉州.pdf"])
    plain = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    jsonschema.validate(plain, json.loads(resource("schemas", "batch-1.schema.json").read_text("utf-8")))
    assert (plain["schema"], plain["status"]) == ("lowcarbon/batch/1", 3)
    by_file = {each["plan"]["file"]: each for each in plain["plans"]}
    assert by_file["damaged.xlsx"]["error"]
    assert [each["criterion"] for each in by_file["厦门.csv"]["failing"]] == ["targets.co2-2015.province"]
    assert (by_file["厦门.csv"]["status"], by_file["厦门.csv"]["pdf"]) == (1, "厦门.pdf")
    assert by_file["泉州"]["plan"]["region"] == "泉州"


@pytest.mark.skipif(os.name == "nt", reason="a link needs a right there")
def test_a_link_that_leads_round_to_itself_stops_nobody(run: Run, plans: Path, tmp_path: Path) -> None:
    (plans / "loop.csv").symlink_to("loop.csv")
    status, _, err = run(plans, "--out", tmp_path / "out")
    assert status == 3 and "loop.csv" in err and (tmp_path / "out" / "保定.pdf").exists()


def test_the_summary_is_on_paper_and_in_a_workbook_too(run: Run, plans: Path, tmp_path: Path) -> None:
    run(plans, "--out", tmp_path / "out", "--jobs", 1, lang="zh")
    paper = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "out" / "summary.pdf").pages)
    for each in ("damaged.xlsx", "厦门市", "目标-2", "共评审 3 份方案"):
        assert each in paper.replace("\n", "")
    sheet, by_criterion, *_, basis = openpyxl.load_workbook(tmp_path / "out" / "summary.xlsx").worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 5
    assert len({len(row) for row in rows}) == 1
    assert [cell.value for cell in by_criterion[1]][3:] == ["保定市", "厦门市", "泉州市"]
    assert len(basis["B3"].value) == 64


def test_a_tailoring_is_named_with_its_hash_in_every_result(run: Run, plans: Path, tmp_path: Path) -> None:
    made = tmp_path / "tailoring.yaml"
    made.write_text("name: 省专家组\nrubric: second-batch\nversion: '1.0'\nleave_out:\n"
                    "  - {criterion: caps.per-head, remark: 另有口径}\n", "utf-8")
    out = tmp_path / "out"
    _, text, _ = run(plans, "--out", out, "--jobs", 1, "--tailoring", made)
    hash = json.loads((out / "summary.json").read_text("utf-8"))["rubric"]["tailoring"]["sha256"]
    sheets = openpyxl.load_workbook(out / "summary.xlsx").worksheets
    cells = "".join(str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    for said in (text, cells, *("".join(page.extract_text() for page in pypdf.PdfReader(out / name).pages)
                                for name in ("summary.pdf", "厦门.pdf"))):
        said = said.replace("\n", "")
        assert ("省专家组" in said, hash in said) == (True, True)


def test_any_number_of_processes_writes_the_same_bytes(run: Run, plans: Path, tmp_path: Path) -> None:
    run(plans, "--out", tmp_path / "one", "--jobs", 1)
    run(plans, "--out", tmp_path / "three", "--jobs", 3)
    assert written(tmp_path / "one") == written(tmp_path / "three")


def test_what_is_there_already_is_kept_unless_it_may_be_replaced(run: Run, plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "厦门.pdf").write_text("somebody's own")
    status, _, err = run(plans, "--out", out, "--jobs", 1)
    assert (status, [each.name for each in out.iterdir()]) == (2, ["厦门.pdf"])
    assert "厦门.pdf" in err
    assert run(plans, "--out", out, "--jobs", 1, "--replace")[0] == 3
    assert (out / "厦门.pdf").read_bytes().startswith(b"%PDF")


def test_results_are_never_taken_for_plans(run: Run, plans: Path) -> None:
    run(plans, "--out", plans / "results", "--jobs", 1)
    status, _, err = run(plans, "--out", plans / "results", "--jobs", 1, "--replace")
    assert (status, err.count("damaged.xlsx")) == (3, 1)
    _, _, err = run(plans, "--out", plans.parent / "other", "--jobs", 1)
    assert "The folder results holds the results of an earlier run" in err
    assert not (plans.parent / "other" / "results.pdf").exists()
    assert run(plans, "--out", plans)[0] == 2


def test_two_plans_of_one_name_and_several_applicants_of_a_file_get_reports_of_their_own(
        run: Run, plans: Path, tmp_path: Path) -> None:
    (plans / "厦门.tsv").write_text(PLAN.format(place="厦门", co2=18).replace(",", "\t"), "utf-8")
    shutil.copy(resource("examples", "comparison.xlsx"), plans)
    run(plans, "--out", tmp_path / "out", "--jobs", 1)
    names = set(written(tmp_path / "out"))
    assert {"厦门.pdf", "厦门-2.pdf", "comparison-天津.pdf"} <= names
    assert sum(name.startswith("comparison-") for name in names) == 13


@pytest.mark.parametrize("arguments", [(), ("--jobs", "0"), ("--jobs", "many"), ("--rubric", "no-such")])
def test_wrong_use_is_2(run: Run, plans: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    out = () if not arguments else ("--out", tmp_path / "out")
    assert run(plans, *out, *arguments)[0] == 2
    assert run(tmp_path / "no-such", "--out", tmp_path / "out")[0] == 2
    assert not (tmp_path / "out").exists()


def test_a_cancelled_batch_leaves_no_summary(plans: Path, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done > 5:
            progress.cancel()
    progress = Progress(stop)
    with pytest.raises(Cancelled):
        batch.run(batch.Asked(plans, tmp_path / "out"), progress)
    assert not list((tmp_path / "out").glob("summary*"))


def test_a_fault_of_the_program_on_one_plan_is_told_and_costs_no_other(
        run: Run, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(path: Path, *rest: object) -> object:
        if path.name == "厦门.csv":
            raise ZeroDivisionError("of all things")
        return open_plan(path, *rest)
    open_plan = batch.open_plan
    monkeypatch.setattr(batch, "open_plan", faulty)
    status, _, err = run(plans, "--out", tmp_path / "out", "--jobs", 1)
    assert (status, "of all things" in err) == (4, True)
    assert (tmp_path / "out" / "保定.pdf").exists()


def _die_at_three(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number * number


def _answers() -> Iterator[int | None]:
    return crew.answers(_die_at_three, range(6), 3)


def test_a_process_that_dies_takes_nobody_along() -> None:
    assert list(_answers()) == [0, 1, 4, None, 16, 25]


def _wait(number: int) -> int:
    time.sleep(60 if number else 0)
    return number


def test_closed_before_the_end_the_processes_end_at_once() -> None:
    before = set(active_children())
    answered = crew.answers(_wait, range(4), 2)
    assert next(answered) == 0
    answered.close()
    assert set(active_children()) <= before


def test_what_cannot_be_carried_to_another_process_is_done_here() -> None:
    assert list(crew.answers(len, [{}.keys(), {1: 2}.keys()], 2)) == [0, 1]


def test_what_was_found_in_a_document_can_be_carried_to_another_process() -> None:
    plans = [("咸宁", plan) for plan in batch._read(resource("examples", "xianning.docx"))]
    (entry,) = batch._judged(plans, batch.load_rubric(batch.DEFAULT_RUBRIC))
    assert entry.assessment.matrix is not None
    assert crew._packed(batch._print, [entry]) is not None

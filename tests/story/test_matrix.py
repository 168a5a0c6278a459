"""The 13 regions of the source report through the real command line: the whole matrix, from xlsx and from csv."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.cli.main import main

PAGE = yaml.safe_load(Path(__file__).with_name("matrix.yaml").read_text("utf-8"))
COMPARISON, OWN = PAGE.values()


def no_window(files: list[str]) -> int:
    raise AssertionError(files)


def checked(capsys: pytest.CaptureFixture[str], paths: list[Path]) -> tuple[int, list[dict]]:
    status = main(["check", *map(str, paths), "--format", "json", "--as", "array"], no_window)
    return status, json.loads(capsys.readouterr().out)


def said(result: dict, criterion: str) -> str:
    finding = next(each for each in result["findings"] if each["criterion"] == f"targets.{criterion}")
    margin = finding["margin"]
    if finding["outcome"] in ("pass", "fail"):
        return f"{finding['outcome']} {f'{margin:+g}' if margin else '0'}"
    return finding["outcome"]


def matrix(results: list[dict], page: dict) -> dict:
    by_region = {result["plan"]["region"]: result for result in results}
    return {region: {criterion: said(result, criterion) for criterion in page[region]}
            for region, result in by_region.items()}


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_table_16(suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, results = checked(capsys, [resource("examples", f"comparison.{suffix}")])
    assert matrix(results, COMPARISON) == COMPARISON
    assert status == 1


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_the_plans_own_tables(suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [path for path in sorted(resource("examples").glob(f"*.{suffix}")) if path.stem != "comparison"]
    _, results = checked(capsys, paths)
    assert matrix(results, OWN) == OWN
    assert {result["plan"]["as_of"] for result in results} == {"2012-05-31"}


def test_a_slash_is_never_zero(capsys: pytest.CaptureFixture[str]) -> None:
    _, results = checked(capsys, [resource("examples", "comparison.xlsx")])
    slashes = [each for result in results for each in result["plan"]["indicators"] if each["printed"] == "/"]
    assert len(slashes) == 4
    assert all(each["value"] is None for each in slashes)


@pytest.mark.parametrize(("slug", "other"), [("xiamen", "杭州"), ("hangzhou", "厦门")])
def test_the_copied_table_names_both(slug: str, other: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, (result,) = checked(capsys, [resource("examples", f"{slug}.xlsx")])
    finding = next(each for each in result["findings"] if each["criterion"] == "consistency.copied-table")
    assert finding["outcome"] == "fail"
    assert "厦门" in finding["message"] and "杭州" in finding["message"] and other in finding["message"]


def test_another_table_of_that_place_in_the_run_hides_no_copy(capsys: pytest.CaptureFixture[str]) -> None:
    """Table 16 holds three values of Hangzhou: too few to be alike, and its own table has all that were copied."""
    _, results = checked(capsys, [resource("examples", f"{slug}.xlsx") for slug in ("xiamen", "comparison")])
    finding = next(each for each in results[0]["findings"] if each["criterion"] == "consistency.copied-table")
    assert finding["outcome"] == "fail" and "杭州" in finding["message"]


def test_the_traps_that_the_tables_set(capsys: pytest.CaptureFixture[str]) -> None:
    def details(slug: str, criterion: str) -> str:
        _, (result,) = checked(capsys, [resource("examples", f"{slug}.xlsx")])
        finding = next(each for each in result["findings"] if each["criterion"] == criterion)
        return json.dumps(finding, ensure_ascii=False)

    assert "万千万" in details("liaoning", "consistency.units")
    shenzhen = details("shenzhen", "consistency.labels")
    assert "41.2" in shenzhen and "45.3" in shenzhen and "40.8" in shenzhen and "从 7 跳到 9" in shenzhen
    assert "从 3 跳到 5" in details("yunnan", "consistency.labels")
    assert "从 4 跳到 6" in details("hubei", "consistency.labels")
    nanchang = details("nanchang", "targets.co2-2020.nation")
    assert "20.0 %" in nanchang and "16.7 %" in nanchang
    assert "5.43" in details("chongqing", "consistency.kaya")


KAYA = {"shenzhen": "1.86", "tianjin": "1.22", "liaoning": "1.20", "guangdong": "2.44", "chongqing": "1.19",
        "hubei": "1.19", "shaanxi": "1.19", "guiyang": "2.38", "baoding": "2.38", "yunnan": "5.88"}


@pytest.mark.parametrize(("slug", "implied"), KAYA.items())
def test_the_implied_cut_of_co2_per_unit_of_energy(slug: str, implied: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, (result,) = checked(capsys, [resource("examples", f"{slug}.xlsx")])
    finding = next(each for each in result["findings"] if each["criterion"] == "consistency.kaya")
    assert f"= {implied} %" in json.dumps(finding, ensure_ascii=False)

"""Installed as a wheel, far from the source tree, the program has its rubrics, its data and its fonts with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
                    "--no-index", "--wheel-dir", str(folder), str(ROOT)], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target",
                    str(folder), str(wheel)], check=True)
    return folder


def run(installed: Path, elsewhere: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "XDG_DATA_HOME": str(elsewhere)}
    return subprocess.run([sys.executable, "-P", *words], cwd=elsewhere, env=environment, capture_output=True,
                          encoding="utf-8", check=False)


def test_what_travels_in_it(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    data = {path.relative_to(ROOT).as_posix() for folder in ("resources", "rubrics")
            for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert "resources/examples/xiamen.xlsx" in data and "rubrics/second-batch/rubric.yaml" in data
    assert {f"lowcarbon_desktop/_data/{name}" for name in data} <= inside
    assert not any(name.startswith(("tests/", "build_spec/")) for name in inside)


def test_it_runs_from_where_it_was_put(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "-c", "import lowcarbon_desktop; print(lowcarbon_desktop.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(installed)
    assert (installed / "bin" / "lowcarbon").exists() or (installed / "bin" / "lowcarbon.exe").exists()


def test_the_rubrics_are_there(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "-m", "lowcarbon_desktop", "rubric", "list")
    assert done.returncode == 0 and "second-batch" in done.stdout


def test_it_checks_an_example_from_inside_itself_and_prints_it(installed: Path, tmp_path: Path) -> None:
    example = installed / "lowcarbon_desktop" / "_data" / "resources" / "examples" / "xiamen.xlsx"
    done = run(installed, tmp_path, "-m", "lowcarbon_desktop", "check", str(example), "--format", "json",
               "--pdf", "xiamen.pdf")
    assert done.returncode == 1, done.stderr
    findings = {each["criterion"]: each["outcome"] for each in json.loads(done.stdout)["findings"]}
    assert findings["targets.co2-2015.province"] == "fail"
    assert (tmp_path / "xiamen.pdf").read_bytes().startswith(b"%PDF-")

"""What the window shows as its command gives the same findings when it is typed."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from lowcarbon_desktop.app.present import check_plain
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.review import StatedFact

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="quoted for another shell")


def typed(command: str, elsewhere: Path) -> dict:
    words = shlex.split(command)
    done = subprocess.run([sys.executable, "-m", "lowcarbon_desktop", *words[1:], "--format", "json"],
                          cwd=elsewhere, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
                          capture_output=True, encoding="utf-8")
    assert words[0] == "lowcarbon" and done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "it's 一个 文件夹"
    inside.mkdir()
    for name in ("xiamen.xlsx", "comparison.csv"):
        (inside / name).write_bytes(resource("examples", name).read_bytes())
    return inside


def test_after_a_review(folder: Path, tmp_path: Path) -> None:
    opened = Session.open(folder / "xiamen.xlsx")
    opened.correct(next(each.where for each in opened.plan.readings if each.printed == "17"), "17.50")
    opened.state_fact(StatedFact("co2_peak_year", "stated", 2020, "第 12 页"))
    opened.state_fact(StatedFact("leading_group_head", "stated", "governor_or_mayor"))
    opened.enter_lines(("energy_per_gdp_cut@2010-2015=10",))
    opened.note("peak.year-stated", "在报告里")
    assert typed(opened.command_line(), tmp_path) == json.loads(json.dumps(check_plain(opened.assessment, "zh")))


def test_one_applicant_of_several(folder: Path, tmp_path: Path) -> None:
    opened = Session.open(folder / "comparison.csv", region="保定")
    assert typed(opened.command_line(), tmp_path) == json.loads(json.dumps(check_plain(opened.assessment, "zh")))

"""The program as a shell sees it: UTF-8 whatever the locale, quiet on a broken pipe, quick."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lowcarbon(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    clean = {key: value for key, value in os.environ.items() if key not in ("LOWCARBON_LANG", "PYTHONIOENCODING")}
    return subprocess.run([sys.executable, "-m", "lowcarbon_desktop", *arguments], capture_output=True, timeout=60,
                          cwd=ROOT, env={**clean, **environment}, check=False)


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
                                    {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "gbk"}])
def test_output_is_utf8_in_every_locale(locale: dict[str, str]) -> None:
    assert "低碳试点方案评审" in lowcarbon("--help", **locale).stdout.decode("utf-8")
    assert "没有命令" in lowcarbon("chek", **locale).stderr.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipe on Windows")
def test_a_reader_that_has_gone_away_is_no_fault() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run([sys.executable, "-m", "lowcarbon_desktop", "--help"], stdout=write_end,
                              stderr=subprocess.PIPE, timeout=60, cwd=ROOT, check=False)
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        buffered = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
        done = subprocess.run([sys.executable, "-m", "lowcarbon_desktop", "--help"], stdout=full,
                              stderr=subprocess.PIPE, timeout=60, cwd=ROOT, env=buffered, check=False)
    assert done.returncode == 2
    assert "标准输出" in done.stderr.decode("utf-8").splitlines()[0]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_the_window_is_refused_in_words() -> None:
    done = lowcarbon("open", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 2
    assert "没有图形界面" in done.stderr.decode("utf-8")


@pytest.mark.parametrize("arguments", [["--help"], ["rubric", "list"]])
def test_nothing_heavy_is_imported_for_light_work(arguments: list[str]) -> None:
    code = ("import sys; from lowcarbon_desktop.cli.main import main; main(sys.argv[1:], None); "
            "print([n for n in ('pandas','numpy','openpyxl','reportlab','matplotlib','PySide6','python_calamine')"
            " if n in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, timeout=60, cwd=ROOT,
                          check=False)
    assert done.stdout.decode("utf-8").splitlines()[-1] == "[]"

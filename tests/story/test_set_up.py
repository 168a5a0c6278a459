"""The set-up on a machine that lacks something: it mends what it may, and says what it may not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the scripts are for Linux")

EVERYTHING = ("libGL.so.1 libEGL.so.1 libglib-2.0.so.0 libxkbcommon.so.0 libfontconfig.so.1 libdbus-1.so.3 "
              "libxcb-cursor.so.0 libxkbcommon-x11.so.0 libxcb-icccm.so.4 libxcb-keysyms.so.1 libxcb-shape.so.0 ")


class Machine:
    """A machine with these libraries and this user, where nothing is really installed; `log` has what was asked."""

    def __init__(self, folder: Path, libraries: str, user: int) -> None:
        self.folder, self.log = folder, folder / "log"
        self.log.write_text("")
        self.put("ldconfig", f"printf '\\t%s (libc6,x86-64) => /lib\\n' {libraries}")
        self.put("id", f"echo {user}")
        self.put("apt-get", f'echo "$@" >> "{self.log}"')
        self.put("Xvfb", "")
        self.put("xauth", "")

    def put(self, name: str, does: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{does}\n")
        path.chmod(0o755)

    def run(self, script: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["/bin/sh", str(ROOT / "build_spec" / script), *words], cwd=self.folder, check=False,
                              capture_output=True, encoding="utf-8",
                              env={"PATH": f"{self.folder}:{os.defpath}", "HOME": str(self.folder), **environment})


def test_with_everything_there_nothing_is_asked_for(tmp_path: Path) -> None:
    machine = Machine(tmp_path, EVERYTHING, 0)
    for need in ("offscreen", "show", "test"):
        done = machine.run("system_libraries.sh", need, DISPLAY=":0")
        assert (done.returncode, done.stderr) == (0, "")
    assert machine.log.read_text() == ""


def test_root_gets_only_what_is_missing(tmp_path: Path) -> None:
    machine = Machine(tmp_path, EVERYTHING.replace("libEGL.so.1 ", "").replace("libxcb-cursor.so.0 ", ""), 0)
    assert machine.run("system_libraries.sh", "offscreen").returncode == 0
    assert machine.log.read_text().splitlines()[-1].split()[-1] == "libegl1"
    assert "libgl1 " not in machine.log.read_text() and "xcb" not in machine.log.read_text()
    assert machine.run("system_libraries.sh", "show", WAYLAND_DISPLAY="wayland-0").returncode == 0
    assert machine.log.read_text().splitlines()[-1].endswith("libegl1 libxcb-cursor0")


def test_a_user_is_told_the_one_line(tmp_path: Path) -> None:
    machine = Machine(tmp_path, EVERYTHING.replace("libEGL.so.1 ", ""), 1000)
    done = machine.run("system_libraries.sh", "offscreen")
    assert done.returncode == 1 and machine.log.read_text() == ""
    assert done.stderr.splitlines()[-1].strip() == "apt-get install --yes --no-install-recommends libegl1"


def test_without_a_screen_to_borrow_a_user_tests_the_rest(tmp_path: Path) -> None:
    machine = Machine(tmp_path, EVERYTHING.replace("libxcb-shape.so.0 ", ""), 1000)
    done = machine.run("system_libraries.sh", "test")
    assert done.returncode == 0 and "libxcb-shape0" in done.stderr


def test_an_old_python_is_refused_in_words(tmp_path: Path) -> None:
    machine = Machine(tmp_path, EVERYTHING, 1000)
    for name in ("python3", "python3.14", "python3.13", "python3.12", "python3.11"):
        machine.put(name, 'case "$*" in *version_info*) exit 1;; esac; echo Python 3.9.2')
    done = machine.run("environment.sh")
    assert done.returncode == 2 and "3.11" in done.stderr and "Python 3.9.2" in done.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.fixture
def installed(tmp_path: Path) -> Machine:
    """A machine whose `lowcarbon` writes down what it was asked and ends with the status in the file `status`."""
    machine = Machine(tmp_path, EVERYTHING, 1000)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    machine.put(".venv/bin/lowcarbon", f'echo "$@" >> "{machine.log}"; exit $(cat "{tmp_path}/status-$1")')
    for verb, status in (("open", 0), ("check", 1)):
        (tmp_path / f"status-{verb}").write_text(str(status))
    return machine


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_the_makefile_knows_every_script() -> None:
    for target in ("run", "test", "pictures", "lock", "clean"):
        shown = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
        for word in shown.stdout.split():
            assert not word.startswith("build_spec/") or (ROOT / word).is_file()


def test_with_a_display_the_window_opens(installed: Machine) -> None:
    done = installed.run("first_run.sh", DISPLAY=":0")
    assert done.returncode == 0 and installed.log.read_text() == "open resources/examples/xiamen.xlsx\n"


def test_without_a_display_the_same_job_is_done_and_a_failing_must_is_no_crash(installed: Machine) -> None:
    done = installed.run("first_run.sh")
    assert done.returncode == 0 and "没有显示器" in done.stderr
    assert installed.log.read_text() == "check resources/examples/xiamen.xlsx --pdf out/xiamen.pdf\n"
    assert done.stderr.splitlines()[-1].endswith(f"{installed.folder}/out/xiamen.pdf")


def test_a_display_that_cannot_be_opened_is_as_none(installed: Machine) -> None:
    (installed.folder / "status-open").write_text("134")
    done = installed.run("first_run.sh", DISPLAY=":99")
    assert done.returncode == 0 and installed.log.read_text().splitlines()[-1].startswith("check ")


@pytest.mark.parametrize("status", [2, 3, 4])
def test_a_real_failure_is_handed_on(installed: Machine, status: int) -> None:
    (installed.folder / "status-check").write_text(str(status))
    assert installed.run("first_run.sh").returncode == status

"""The arrows that must never exist, small rooms, and a sentence for each."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import lowcarbon_desktop

PACKAGE = Path(lowcarbon_desktop.__file__).parent
ROOT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_the_contracts_hold() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    done = subprocess.run([sys.executable, "-c", linter], cwd=ROOT, env=environment, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_has_its_sentence() -> None:
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_no_room_is_overfull() -> None:
    assert {path.name: lines for path in MODULES if (lines := len(path.read_text("utf-8").splitlines())) > 300} == {}


def test_no_room_is_for_odds_and_ends() -> None:
    assert {path.stem for path in MODULES} & {"utils", "util", "common", "helpers", "misc"} == set()


def test_the_program_opens_no_network_connection() -> None:
    forbidden = {"socket", "http", "urllib.request", "requests", "ftplib", "smtplib", "ssl", "QtNetwork"}
    found = [(path.name, name) for path in MODULES for node in ast.walk(ast.parse(path.read_text("utf-8")))
             for name in _imported(node) if name in forbidden or name.split(".")[0] in forbidden
             or name.endswith("QtNetwork")]
    assert found == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []

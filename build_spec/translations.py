"""Brings the window's translation up to date and compiles it: `python -m build_spec.translations`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "translations" / "lowcarbon_zh.ts"


def _tool(name: str) -> str:
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    found = beside or shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is missing; it comes with PySide6")
    return found


def update(translation: Path = SOURCE) -> None:
    """Take up the strings that are new in the code and drop those that are gone."""
    modules = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "lowcarbon_desktop" / "ui").glob("*.py"))
    subprocess.run([_tool("pyside6-lupdate"), "-silent", "-no-obsolete", "-locations", "none",
                    "-source-language", "en", "-target-language", "zh_CN", *modules, "-ts", str(translation)],
                   cwd=ROOT, check=True)


def release() -> None:
    """Compile what the window loads."""
    compiled = str(SOURCE.with_suffix(".qm"))
    subprocess.run([_tool("pyside6-lrelease"), "-silent", str(SOURCE), "-qm", compiled], check=True)


if __name__ == "__main__":
    update()
    release()

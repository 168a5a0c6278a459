"""Tells the user's desktop that a double click on a review file opens it with this program, and takes that back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import OutputError, UsageError, message

SUFFIX, TYPE, NAME = ".lcreview", "application/x-lowcarbon-review", "lowcarbon-desktop"
_CLASS, _CLASSES = "LowCarbonDesktop.Review", r"Software\Classes"
_ZH, _EN = "低碳试点方案评审文件", "Low-carbon pilot review"
_REFRESH = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))


def program() -> tuple[str, ...]:
    """The command that opens the window, without a console where there is such a script."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    beside = shutil.which(NAME, path=str(Path(sys.executable).parent))
    return (beside,) if beside is not None else (sys.executable, "-m", "lowcarbon_desktop", "open")


def associate(command: tuple[str, ...], environ: Mapping[str, str] = os.environ,
              platform: str = sys.platform) -> tuple[str, ...]:
    """Make the association for this user alone; what was written. Raises UsageError, OutputError."""
    if platform == "win32":
        return _in_registry(" ".join(f'"{part}"' for part in (*command, "%1")))
    home, icon = _home(environ, platform), resource("icons", "lowcarbon.svg").read_text("utf-8")
    texts = dict(zip(_paths(home), (_mime(), _entry(command), icon), strict=True))
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    except OSError as error:
        raise OutputError(message("associate-not-written", path=str(path))) from error
    _refresh(home)
    return tuple(map(str, texts))


def dissociate(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Take the association back; nothing where there is none. Raises UsageError, OutputError."""
    if platform == "win32":
        return _out_of_registry()
    home = _home(environ, platform)
    for path in _paths(home):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(message("associate-not-written", path=str(path))) from error
    return _refresh(home)


def _home(environ: Mapping[str, str], platform: str) -> Path:
    if platform == "darwin":  # there the type belongs to an application bundle, which pip does not make
        raise UsageError(message("associate-macos"))
    given = Path(environ.get("XDG_DATA_HOME", ""))
    return given if given.is_absolute() else Path.home() / ".local" / "share"


def _paths(home: Path) -> tuple[Path, Path, Path]:
    return (home / "mime" / "packages" / f"{NAME}.xml", home / "applications" / f"{NAME}.desktop",
            home / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg")


def _mime() -> str:
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
            f'  <mime-type type="{TYPE}">\n    <comment>{escape(_EN)}</comment>\n'
            f'    <comment xml:lang="zh_CN">{escape(_ZH)}</comment>\n    <icon name="{NAME}"/>\n'
            f'    <glob pattern="*{SUFFIX}" weight="80"/>\n  </mime-type>\n</mime-info>\n')


def _entry(command: tuple[str, ...]) -> str:
    """The desktop entry; four signs are escaped within the quotes of its Exec key, and every backslash of the file."""
    parts = (re.sub(r'(["`$\\])', r"\\\1", part).replace("\\", "\\\\").replace("%", "%%") for part in command)
    quoted = " ".join(f'"{part}"' for part in parts)
    return ("[Desktop Entry]\nType=Application\nName=LowCarbon Desktop\nName[zh_CN]=低碳试点方案评审\n"
            f"Exec={quoted} %F\nIcon={NAME}\nTerminal=false\nCategories=Office;\nMimeType={TYPE};\n")


def _refresh(home: Path) -> None:
    """Let the desktop read it anew; one that lacks these tools reads it at the next login."""
    for tool, folder in _REFRESH:
        found = shutil.which(tool)
        if found is not None and (home / folder).is_dir():
            subprocess.run([found, str(home / folder)], check=False, capture_output=True, timeout=30)


def _in_registry(command: str) -> tuple[str, ...]:
    import winreg

    keys = {f"{_CLASSES}\\{SUFFIX}": _CLASS, f"{_CLASSES}\\{_CLASS}": _ZH,
            f"{_CLASSES}\\{_CLASS}\\shell\\open\\command": command}
    try:
        for key, value in keys.items():
            winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, value)
    except OSError as error:
        raise OutputError(message("associate-not-written", path=key)) from error
    return tuple(f"HKEY_CURRENT_USER\\{key}" for key in keys)


def _out_of_registry() -> None:
    import winreg

    inner = ("\\shell\\open\\command", "\\shell\\open", "\\shell", "")
    for key in (*(f"{_CLASSES}\\{_CLASS}{part}" for part in inner), f"{_CLASSES}\\{SUFFIX}"):
        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise OutputError(message("associate-not-written", path=key)) from error

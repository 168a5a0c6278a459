"""A double click on a review file: what is written for the user's desktop, and that all of it can be taken back."""

from __future__ import annotations

import configparser
import shlex
import sys
import types
from xml.etree import ElementTree

import pytest

from lowcarbon_desktop.app import association
from lowcarbon_desktop.errors import OutputError, UsageError

ODD = r'/opt/低碳 $HOME/"a`b\c 100%'


def entry(home):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(home / "applications" / "lowcarbon-desktop.desktop", "utf-8")
    return parser["Desktop Entry"]


def test_a_linux_desktop_is_told_type_program_and_icon(tmp_path):
    written = association.associate((ODD, "open"), {"XDG_DATA_HOME": str(tmp_path)}, "linux")
    assert all((tmp_path / each).is_file() for each in written) and len(written) == 3
    mime = ElementTree.parse(tmp_path / "mime" / "packages" / "lowcarbon-desktop.xml")
    (glob,) = mime.iter("{http://www.freedesktop.org/standards/shared-mime-info}glob")
    assert glob.get("pattern") == "*.lcreview"
    assert entry(tmp_path)["mimetype"] == f"{association.TYPE};"


def test_a_program_with_odd_signs_in_its_path_is_still_found(tmp_path):
    association.associate((ODD, "open"), {"XDG_DATA_HOME": str(tmp_path)}, "linux")
    key = entry(tmp_path)["exec"].replace("\\\\", "\\")  # first a string is unescaped, then the quotes of the key
    assert shlex.split(key.replace("%%", "%").replace("\\`", "`").replace("\\$", "$")) == [ODD, "open", "%F"]


def test_the_association_is_taken_back_without_a_trace(tmp_path):
    environ = {"XDG_DATA_HOME": str(tmp_path)}
    association.associate(("lowcarbon-desktop",), environ, "linux")
    association.dissociate(environ, "linux")
    association.dissociate(environ, "linux")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not any("lowcarbon" in path.read_text("utf-8", "replace") for path in files)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "mime").write_text("")
    with pytest.raises(OutputError) as error:
        association.associate(("lowcarbon-desktop",), {"XDG_DATA_HOME": str(tmp_path)}, "linux")
    assert error.value.message.code == "associate-not-written"


def test_macos_says_why_not():
    with pytest.raises(UsageError) as error:
        association.associate(("lowcarbon-desktop",), {}, "darwin")
    assert error.value.message.code == "associate-macos"


def test_windows_has_it_in_the_users_part_of_the_registry(monkeypatch):
    kept: dict[str, str] = {}
    registry = types.ModuleType("winreg")
    registry.HKEY_CURRENT_USER, registry.REG_SZ = "HKCU", 1
    registry.SetValue = lambda root, key, kind, value: kept.update({f"{root}\\{key}": value})
    registry.DeleteKey = lambda root, key: kept.pop(f"{root}\\{key}", None)
    monkeypatch.setitem(sys.modules, "winreg", registry)
    association.associate((r"C:\Program Files\低碳\lowcarbon-desktop.exe",), {}, "win32")
    assert kept[r"HKCU\Software\Classes\.lcreview"] == "LowCarbonDesktop.Review"
    assert kept[r"HKCU\Software\Classes\LowCarbonDesktop.Review\shell\open\command"] == (
        r'"C:\Program Files\低碳\lowcarbon-desktop.exe" "%1"')
    association.dissociate({}, "win32")
    assert kept == {}

"""The window's Chinese is complete and up to date."""

from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from build_spec import translations


def entries(path: Path) -> dict[tuple[str, str], str]:
    """(context, source) -> translation."""
    root = ElementTree.parse(path).getroot()
    return {(context.findtext("name"), message.findtext("source")): message.findtext("translation")
            for context in root.iter("context") for message in context.iter("message")}


def test_no_string_is_unfinished():
    root = ElementTree.parse(translations.SOURCE).getroot()
    unfinished = [message.findtext("source") for message in root.iter("message")
                  if message.find("translation").get("type") or not message.findtext("translation")]
    assert unfinished == []


def test_places_and_mnemonics_are_kept():
    for (context, source), translation in entries(translations.SOURCE).items():
        names = {part.split("}")[0] for part in source.split("{")[1:]}
        assert names == {part.split("}")[0] for part in translation.split("{")[1:]}, (context, source)
        assert source.count("&") == translation.count("&"), (context, source)


def test_the_translation_has_every_string_of_the_code_and_no_other(tmp_path):
    if shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent)) is None:
        pytest.skip("pyside6-lupdate is not beside this Python")
    copy = tmp_path / "copy.ts"
    shutil.copy(translations.SOURCE, copy)
    translations.update(copy)
    assert entries(copy) == entries(translations.SOURCE)


def test_the_compiled_translation_is_that_of_the_source(tmp_path):
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.skip("pyside6-lrelease is not beside this Python")
    made = tmp_path / "made.qm"
    subprocess.run([tool, "-silent", str(translations.SOURCE), "-qm", str(made)], check=True)
    assert made.read_bytes() == translations.SOURCE.with_suffix(".qm").read_bytes()

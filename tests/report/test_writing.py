"""Writing beside and renaming: all of it or nothing, and a message for every cause."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from lowcarbon_desktop.errors import Cancelled, OutputError
from lowcarbon_desktop.report.writing import write_beside
from lowcarbon_desktop.wording import LANGUAGES, say


def refused(path: Path, data: bytes = b"new") -> str:
    """The code of the message, which has a wording in both languages that names the path."""
    with pytest.raises(OutputError) as caught:
        write_beside(path, data)
    for lang in LANGUAGES:
        assert str(path) in say(caught.value.message, lang)
    return caught.value.message.code


def test_it_is_written_and_nothing_else_is_there(tmp_path):
    write_beside(tmp_path / "报告.pdf", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("报告.pdf", b"new")]


def test_what_was_there_is_replaced_and_keeps_its_rights(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_beside(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_of_a_link_the_target_is_replaced(tmp_path):
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to("target")
    write_beside(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "target").read_bytes() == b"new"


def test_no_such_folder(tmp_path):
    assert refused(tmp_path / "none" / "a.pdf") == "output-no-folder"


def test_a_file_in_the_place_of_a_folder(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert refused(tmp_path / "file" / "a.pdf") == "output-no-folder"


def test_a_folder_in_the_place_of_the_file(tmp_path):
    assert refused(tmp_path) == "output-is-folder"


def test_a_name_that_is_too_long(tmp_path):
    assert refused(tmp_path / ("长" * 200 + ".pdf")) == "output-name-too-long"


def test_a_device_is_written_to_and_not_replaced():
    assert refused(Path("/dev/full")) == "output-disk-full"
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize(("number", "code"), [
    (errno.ENOSPC, "output-disk-full"), (errno.EACCES, "output-no-right"), (errno.EROFS, "output-no-right"),
    (errno.EIO, "output-failed")])
def test_a_failure_on_the_way_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch, number, code):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    assert refused(path) == code
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.pdf", b"old")]


def test_a_file_that_another_program_holds_open(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def held(_self, _target):
        raise PermissionError(errno.EACCES, "sharing violation")

    monkeypatch.setattr(Path, "replace", held)
    assert refused(path) == "output-in-use"
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]


def test_a_stop_before_the_rename_leaves_nothing(tmp_path):
    def stop():
        raise Cancelled

    with pytest.raises(Cancelled):
        write_beside(tmp_path / "a.pdf", b"new", before_rename=stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [b"PK\3\4...", b"SQLite format 3\0", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_draft_or_a_review_is_not_written_over_by_a_report(tmp_path, there):
    (tmp_path / "a").write_bytes(there)
    assert refused(tmp_path / "a", b"%PDF-1.4 new") == refused(tmp_path / "a", b"{}") == "output-is-other"
    assert (tmp_path / "a").read_bytes() == there


def test_a_report_takes_the_place_of_an_older_one(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 old")
    write_beside(tmp_path / "a.pdf", b"%PDF-1.7 new")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-1.7 new"

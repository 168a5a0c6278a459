"""Writes a result beside its place and renames it, so that nobody ever sees half a file."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from lowcarbon_desktop.errors import OutputError, message

_CAUSES = {
    errno.ENOENT: "output-no-folder", errno.ENOTDIR: "output-no-folder",
    errno.EISDIR: "output-is-folder",
    errno.ENOSPC: "output-disk-full", errno.EDQUOT: "output-disk-full", errno.EFBIG: "output-disk-full",
    errno.EACCES: "output-no-right", errno.EPERM: "output-no-right", errno.EROFS: "output-no-right",
    errno.ENAMETOOLONG: "output-name-too-long",
}

_KINDS = (b"%PDF", b"PK\3\4", b"\xd0\xcf\x11\xe0", b"SQLite format 3")


def write_beside(path: Path, data: bytes, before_rename: Callable[[], None] | None = None) -> None:
    """Put `data` into the place of `path`: all of it or nothing. A device is written to, never replaced.

    A file of another kind, a draft or a review in the place of a report, is left alone.
    `before_rename` may still raise (Cancelled), and then nothing is left. Raises OutputError, which says why.
    """
    try:
        place = Path(os.path.realpath(path))  # of a link its target is replaced, not the link
        if place.is_dir():
            raise OutputError(message("output-is-folder", path=str(path)))
        if place.exists() and not place.is_file():
            place.write_bytes(data)
            return
        if place.exists():
            with place.open("rb") as held:
                there = _kind(held.read(16))
            if there and there != _kind(data):
                raise OutputError(message("output-is-other", path=str(path)))
        _replace(place, data, before_rename)
    except OSError as error:
        code = _CAUSES.get(error.errno, "output-failed")
        if code == "output-no-folder" and path.parent.is_dir():
            code = "output-no-right"  # as /proc answers: it is there and takes no new file
        reason = error.strerror or str(error)
        raise OutputError(message(code, path=str(path), folder=str(path.parent), reason=reason)) from error


def _kind(data: bytes) -> bytes:
    """By which first bytes it is known for a PDF, a workbook or document, or a review; b"" for text and for nothing."""
    return next((sign for sign in _KINDS if data.startswith(sign)), b"")


def _replace(place: Path, data: bytes, before_rename: Callable[[], None] | None) -> None:
    beside = place.with_name(f".{place.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            beside.chmod(place.stat().st_mode & 0o777)
        if before_rename is not None:
            before_rename()
        _rename(beside, place)
    finally:
        beside.unlink(missing_ok=True)


def _rename(beside: Path, place: Path) -> None:
    """On Windows a file that another program holds open cannot be replaced."""
    try:
        beside.replace(place)
    except PermissionError as error:
        if place.exists():
            raise OutputError(message("output-in-use", path=str(place))) from error
        raise

"""The bytes of a file: read once, in pieces between which the work can be stopped, and looked at again afterwards."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.limits import MAX_BYTES
from lowcarbon_desktop.progress import Progress

_PIECE = 1 << 20


def read_bytes(path: Path, name: str = "", progress: Progress | None = None) -> bytes:
    """The bytes of a file, which messages call `name`.

    Raises PlanUnreadable: missing, locked by another program, no ordinary file, too large, changed meanwhile, empty.
    """
    name, progress = name or path.name, progress or Progress()
    try:
        before = path.stat()
        if not stat.S_ISREG(before.st_mode) and not stat.S_ISDIR(before.st_mode):
            raise PlanUnreadable(message("file-special", file=name))
        if before.st_size > MAX_BYTES:
            raise _too_large(name, before.st_size)
        data = _pieces(path, before.st_size, progress)
        after = path.stat()
    except FileNotFoundError:
        raise PlanUnreadable(message("file-missing", file=str(path))) from None
    except PermissionError:
        raise PlanUnreadable(message("file-locked", file=name)) from None
    except (OSError, ValueError) as error:
        raise PlanUnreadable(message("file-failed", file=name, reason=getattr(error, "strerror", "") or str(error)
                                     )) from None
    if len(data) > MAX_BYTES:
        raise _too_large(name, after.st_size)
    if (_state(before), before.st_size) != (_state(after), len(data)):
        raise PlanUnreadable(message("file-changing", file=name))
    if not data:
        raise PlanUnreadable(message("file-empty", file=name))
    return data


def _pieces(path: Path, size: int, progress: Progress) -> bytes:
    """The file piece by piece, for a share may be slow; no further than the cap, for a file may grow meanwhile."""
    pieces: list[bytes] = []
    done = 0
    with path.open("rb") as file:
        while done <= MAX_BYTES and (piece := file.read(_PIECE)):
            pieces.append(piece)
            done += len(piece)
            if len(piece) == _PIECE:
                progress.step(min(done, size), size)
    return b"".join(pieces)


def _state(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns


def _too_large(name: str, size: int) -> PlanUnreadable:
    return PlanUnreadable(message("file-too-large", file=name, size=size // 2**20, cap=MAX_BYTES // 2**20))

"""Who has a review file open: a lock of the operating system beside it, which ends with the process that holds it."""

from __future__ import annotations

import atexit
import os
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

_AT = 1 << 20
"""The byte that is locked on Windows: beyond what is written, so that others can read who holds the file."""


class Owner(NamedTuple):
    """Who holds a file: what the machine calls the user and itself, "" where that cannot be read."""

    user: str
    machine: str


class _Hold:
    """One lock of this process, for as many as ask for it here."""

    def __init__(self, file: BinaryIO, beside: Path) -> None:
        self.file, self.beside, self.users = file, beside, 1


_holds: dict[Path, _Hold] = {}


def hold(path: Path) -> Owner | None:
    """Hold a review file for this process; or, where another process holds it, who does.

    A place where nothing can be locked, such as a read-only one, is held by nobody: None is answered as well.
    """
    path = path.resolve()
    if path in _holds:
        _holds[path].users += 1
        return None
    beside = path.with_name(f".~lock.{path.name}#")
    for _ in range(3):
        try:
            file = beside.open("r+b" if beside.exists() else "x+b")
        except FileExistsError:
            continue
        except OSError:
            return None
        if not _locked(file):
            with file:
                return _owner(file)
        if _same(file, beside):
            if not _holds:
                atexit.register(_let_go)
            _holds[path] = _Hold(file, beside)
            _sign(file)
            return None
        file.close()  # who held it before has taken the name away meanwhile
    return None


def release(path: Path) -> None:
    """Let a file go that was held."""
    path = path.resolve()
    held = _holds.get(path)
    if held is None:
        return
    held.users -= 1
    if held.users == 0:
        del _holds[path]
        try:
            if sys.platform != "win32":
                held.beside.unlink(missing_ok=True)  # while it is locked, so that nobody waits on a name that is gone
            held.file.close()
            if sys.platform == "win32":
                held.beside.unlink(missing_ok=True)
        except OSError:
            held.file.close()


def _let_go() -> None:
    """Leave nothing behind when the program ends in an orderly way."""
    for path, held in tuple(_holds.items()):
        held.users = 1
        release(path)


def _locked(file: BinaryIO) -> bool:
    """Whether the lock could be taken. Where the place knows no locks it counts as taken: nobody is shut out."""
    import errno

    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_AT)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def _same(file: BinaryIO, beside: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), beside.stat())
    except OSError:
        return False


def _sign(file: BinaryIO) -> None:
    import getpass

    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    try:
        file.seek(0)
        file.truncate()
        file.write(f"{user}\n{_machine()}\n".encode("utf-8", "replace"))
        file.flush()
    except OSError:
        pass  # a full disk: it is held all the same, nobody knows by whom


def _machine() -> str:
    """What the machine calls itself; the module platform would tell too, but to import it takes longer than the rest.
    """
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _owner(file: BinaryIO) -> Owner:
    """What stands in the file, believed only as far as it can be shown."""
    try:
        file.seek(0)
        lines = file.read(400).decode("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    user, machine = ("".join(sign for sign in line[:60] if sign.isprintable()) for line in [*lines, "", ""][:2])
    return Owner(user, machine)

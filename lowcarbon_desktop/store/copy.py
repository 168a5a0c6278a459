"""A copy of a review file to mail; of the applicant's files and private notes that are left out nothing stays in it."""

from __future__ import annotations

import tempfile
from contextlib import closing, suppress
from pathlib import Path
from shutil import copyfile

from lowcarbon_desktop.errors import OutputError, UsageError, message
from lowcarbon_desktop.store.connect import transaction
from lowcarbon_desktop.store.pieces import FORMER


def copy(path: Path, out: Path, *, without: str = "", notes: bool = True) -> None:
    """Copy `path` to `out`, which must not be there; leave out the bytes of pieces whose name begins with `without`.

    The history stays whole: it has the hashes of what was left out, and of notes never more. What notes said once and
    do not say any more is nobody else's business in any copy. Raises OutputError.
    """
    import sqlite3

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made = Path(folder) / "copy"
        try:
            with transaction(path, UsageError):  # nobody writes meanwhile, and what a crash left is put in order
                copyfile(path, made)
            with closing(sqlite3.connect(made, isolation_level=None)) as connection:
                connection.execute("PRAGMA trusted_schema = OFF")
                for start in (FORMER, without) if without else (FORMER,):
                    connection.execute("DELETE FROM chunk WHERE substr(name, 1, ?) = ?", (len(start), start))
                if not notes:
                    connection.execute("DELETE FROM note")
                connection.execute("VACUUM")
            _put(made, out)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise OutputError(message("review-not-copied", path=str(out), reason=reason)) from error


def _put(made: Path, out: Path) -> None:
    """All of it or nothing. Raises OSError."""
    try:
        copyfile(made, out)
    except OSError:
        with suppress(OSError):
            out.unlink(missing_ok=True)
        raise

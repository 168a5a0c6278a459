"""Keeps an older review file beside the one that it is made into."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

from lowcarbon_desktop.errors import OutputError, message


def back_up(path: Path, version: int) -> Path:
    """Copy a file that nobody is writing to `<name>.v2.bak` beside it, numbered where there is one already.

    Raises OutputError; then the file must not be changed.
    """
    number = 1
    while True:
        beside = path.with_name(f"{path.name}.v{version}{f'-{number}' if number > 1 else ''}.bak")
        try:
            with beside.open("xb"):
                pass
            copyfile(path, beside)
        except FileExistsError:
            number += 1
        except OSError as error:
            raise OutputError(message("review-no-backup", path=str(path), reason=error.strerror or "?")) from error
        else:
            return beside

"""Whether something lies at a path: a share that is gone is not an empty one."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.errors import Message, UsageError, message


def there(path: Path) -> bool:
    """Whether something lies there. Raises UsageError where nobody can tell."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UsageError(unreachable(error, path)) from error
    return True


def in_reach(path: Path) -> bool:
    """Whether something lies there and can be reached now, for a face that greys out what cannot."""
    try:
        return there(path)
    except UsageError:
        return False


def unreachable(error: OSError, path: Path | str) -> Message:
    """What to say of a place that answers with an error."""
    return message("place-unreachable", path=str(path), reason=error.strerror or "?")

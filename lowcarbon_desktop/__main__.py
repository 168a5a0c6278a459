"""Where the program begins: nothing or `open` is the window, everything else the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from lowcarbon_desktop.cli.main import main
from lowcarbon_desktop.errors import UsageError, message


def console() -> int:
    """The command `lowcarbon`."""
    return main(sys.argv[1:], _open_window)


def window() -> int:
    """The command `lowcarbon-desktop`, which on Windows has no console."""
    return main(["open", *sys.argv[1:]], _open_window)


def _open_window(files: list[str]) -> int:
    if sys.platform.startswith("linux") and not any(
            os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise UsageError(message("cli-no-display"))  # Qt would end the program without a word to the user
    try:
        from lowcarbon_desktop.ui.main import run
    except ImportError as error:
        raise UsageError(message("cli-no-window", reason=str(error))) from None
    return run([Path(file) for file in files])


if __name__ == "__main__":
    sys.exit(console())

"""Where the program begins: nothing or `open` is the window, everything else the command line."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

_SELDOM = 200_000
"""New objects until garbage is looked for in a window: usually that is 700, and a review is many thousands."""
_TURN = 0.0005
"""Seconds after which a thread that is at work lets another one go on, while that wants to."""
if getattr(sys, "frozen", False):  # a packaged program starts itself again for each process of a batch
    from multiprocessing import freeze_support

    freeze_support()


def console() -> int:
    """The command `lowcarbon`.

    Looking for garbage, while importing and on the way out, would take a tenth of the time of a short run, and what
    is imported is none: so it is put off before the first import.
    """
    gc.set_threshold(100_000)
    from lowcarbon_desktop.cli.main import main

    status = main(sys.argv[1:], _open_window)
    gc.freeze()
    return status


def window() -> int:
    """The command `lowcarbon-desktop`, which on Windows has no console."""
    from lowcarbon_desktop.cli.main import main

    return main(["open", *sys.argv[1:]], _open_window)


def spare_the_window() -> None:
    """Look for garbage seldom, but do: a quarter of the time of opening a review went into it, and found little.

    A thread that reads or judges lets the window go on ten times as often as usual, or a key would wait for it.
    """
    gc.set_threshold(_SELDOM)
    sys.setswitchinterval(_TURN)


def _open_window(files: list[str]) -> int:
    from lowcarbon_desktop.errors import UsageError, message

    if sys.platform.startswith("linux") and not any(
            os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise UsageError(message("cli-no-display"))  # Qt would end the program without a word to the user
    spare_the_window()
    try:
        from lowcarbon_desktop.ui.main import run
    except ImportError as error:
        raise UsageError(message("cli-no-window", reason=str(error))) from None
    return run([Path(file) for file in files])


if __name__ == "__main__":
    sys.exit(console())

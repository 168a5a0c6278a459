"""A fault of the program is shown in the window, which stays alive, instead of ending it."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from lowcarbon_desktop.ui.notice import Notice
from lowcarbon_desktop.ui.window import Window


def tell_faults(window: Window) -> None:
    """Let `window` tell every exception that nobody caught; Ctrl+C still ends the program."""
    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        print(details, file=sys.stderr)
        told = f"{kind.__name__}: {error}"
        window.desk.tell(Notice("error", lambda: QCoreApplication.translate(
            "Faults",
            "A fault of the program: {error}. Your work is kept; please send the details to the makers.").format(
                error=told), lambda: details))

    sys.excepthook = tell

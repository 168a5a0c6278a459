"""Put on PYTHONPATH, makes PySide6 unfindable, as on a machine that has only the command line."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder


class _NoQt(MetaPathFinder):
    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, _NoQt())

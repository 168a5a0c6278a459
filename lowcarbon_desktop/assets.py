"""Finds resources/ and rubrics/: in the source tree, inside an installed wheel, or in a frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    for root in (package / "_data", Path(frozen) if frozen else package, package.parent):
        if (root / "resources").is_dir() and (root / "rubrics").is_dir():
            return root
    raise FileNotFoundError("resources/ and rubrics/ are missing: the installation is damaged")


def resource(*parts: str) -> Path:
    """A file or folder below resources/, e.g. resource("lines", "national.csv")."""
    return _root().joinpath("resources", *parts)


def rubrics() -> Path:
    """The folder of the shipped rubrics, one folder a programme."""
    return _root() / "rubrics"

"""Where the review of a plan lies: beside it, or in the program's own folder where that is not allowed."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

SUFFIX = ".lcreview"


def data_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The program's own folder, by the rules of the platform; it need not exist yet."""
    if platform == "win32":
        base = Path(environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        given = Path(environ.get("XDG_DATA_HOME", ""))
        base = given if given.is_absolute() else Path.home() / ".local" / "share"
    return base / "LowCarbonDesktop"


def review_path(plan: Path, *, shipped: Path, applicant: str | None = None, own: Path | None = None) -> Path:
    """The path of the review of `plan`, a file or folder, which may not exist yet.

    A review that is there already is found wherever it lies, the one beside the plan first. `applicant` tells the
    reviews of one comparison table apart. Nothing is put below `shipped`. `own` is for `data_folder()`.
    """
    plan = plan.resolve()
    who = "" if applicant is None else "." + re.sub(r"[^\w-]", "_", applicant)
    beside = plan.with_name(plan.name + who + SUFFIX)
    short = sha256(os.fsencode(plan)).hexdigest()[:10]
    away = (own or data_folder()) / "reviews" / f"{plan.name}{who}-{short}{SUFFIX}"
    if plan.is_relative_to(shipped.resolve()):
        return away
    if taken(beside) or (not taken(away) and _writable(beside.parent)):
        return beside
    return away


def taken(path: Path) -> bool:
    """Where nobody can tell, it is taken to be there: opening it then says why it cannot be reached."""
    try:
        return path.exists()
    except OSError:
        return True


def _writable(folder: Path) -> bool:
    """Tried, not asked: Windows answers yes for every folder."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False

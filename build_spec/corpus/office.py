"""Converts files of the corpus with LibreOffice, the office suite that a clerk without Word or WPS would use."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

FILTERS = {".docx": "docx:MS Word 2007 XML", ".xlsx": "xlsx:Calc MS Excel 2007 XML", ".xls": "xls:MS Excel 97",
           ".doc": "doc:MS Word 97"}


def convert(source: Path, target: Path) -> Path:
    """Convert a file into the kind that the target's ending names."""
    kind = FILTERS.get(target.suffix, target.suffix[1:])
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(tempfile.gettempdir()) / "lo-corpus"
        subprocess.run(["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind,
                        "--outdir", folder, str(source)], check=True, capture_output=True, timeout=120)
        shutil.move(Path(folder) / source.with_suffix(target.suffix).name, target)
    return target

"""Compiles resources/locale/*/*.po into one lowcarbon.mo a language: `python build_spec/catalogues.py`.

And what else is compiled before it is shipped, the YAML of build_spec/compiled.py.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"


def merged(lang: str) -> polib.POFile:
    """All catalogues of a language as one. Raises ValueError where a code has two wordings."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": lang}
    seen: dict[str, str] = {}
    for path in sorted((LOCALE / lang).glob("*.po")):
        for entry in polib.pofile(str(path)):
            if entry.msgid in seen:
                raise ValueError(f"{lang}: {entry.msgid!r} stands in {seen[entry.msgid]} and in {path.name}")
            seen[entry.msgid] = path.name
            catalogue.append(entry)
    return catalogue


if __name__ == "__main__":
    for lang in ("zh", "en"):
        compiled = LOCALE / lang / "LC_MESSAGES" / "lowcarbon.mo"
        compiled.parent.mkdir(exist_ok=True)
        merged(lang).save_as_mofile(str(compiled))
    subprocess.run([sys.executable, "-m", "build_spec.compiled"], cwd=ROOT, check=True)

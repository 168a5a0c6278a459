"""How the files of a draft stand on disk, to tell whether somebody has saved them."""

from __future__ import annotations

from pathlib import Path

State = tuple[tuple[str, int, int], ...]


def state(path: Path) -> State:
    """Name, moment and size of every file; nothing where there is none."""
    try:
        files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
        return tuple((str(each), (stat := each.stat()).st_mtime_ns, stat.st_size) for each in files
                     if not each.name.startswith((".", "~$")) and each.suffix != ".lcreview")
    except OSError:
        return ()

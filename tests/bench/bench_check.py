"""How long a cold `lowcarbon check` takes against a bare interpreter: `python tests/bench/bench_check.py`.

Both are whole processes, run in turn and measured by their own time, so that other work on the machine does not count;
the ratio of the medians does.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
LIMIT = 15
CHECK = "import sys; from lowcarbon_desktop.__main__ import console; sys.exit(console())"


def took(arguments: list[str], environ: dict[str, str]) -> float:
    """Milliseconds of the processor that one process takes."""
    start = _spent()
    subprocess.run([sys.executable, *arguments], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   check=False)
    return 1000 * (_spent() - start)


def _spent() -> float:
    """Seconds that all processes took that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(rounds: int = 15) -> tuple[float, float]:
    """The medians of a bare interpreter and of a check of one xlsx with the whole rubric, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": folder}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        bare, check = ["-c", "pass"], ["-c", CHECK, "check", str(ROOT / "resources" / "examples" / "xiamen.xlsx")]
        took(bare, environ), took(check, environ)
        pairs = [(took(bare, environ), took(check, environ)) for _ in range(rounds)]
    return median(first for first, _ in pairs), median(second for _, second in pairs)


if __name__ == "__main__":
    floor, whole = measure()
    print(f"cold check: bare interpreter {floor:.0f} ms, check {whole:.0f} ms, "
          f"ratio {whole / floor:.1f} (at most {LIMIT})")

"""python -m tests.corpus [PART OF A FILE'S NAME]: the table of results by format and by trap, and each miss."""

from __future__ import annotations

import sys

from tests.corpus.run import good, misses, results, table, totals


def main() -> int:
    """Print; 1 where the corpus is not read well enough."""
    found = results(sys.argv[1] if len(sys.argv) > 1 else "")
    print(misses(found))
    print(table(found))
    return 0 if good(totals(found)) else 1


if __name__ == "__main__":
    sys.exit(main())

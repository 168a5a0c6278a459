"""Random edits of a review, the same for the same seed: `python -m tests.store.edits FILE SEED COUNT [BYTES]`."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from lowcarbon_desktop.plan import SourceFile
from lowcarbon_desktop.review import Review, StatedFact
from lowcarbon_desktop.review.verdict import OUTCOMES, Item, Reviewer, Verdict
from lowcarbon_desktop.store import Kept, ReviewFile


def edited(review: Review, chance: random.Random) -> Review:
    """The review after one more edit."""
    criterion = f"c{chance.randrange(30)}"
    match chance.randrange(4):
        case 0:
            return review.with_note(criterion, "注" * chance.randrange(1, 400))
        case 1:
            return review.with_fact(StatedFact(f"f{chance.randrange(9)}", "stated", chance.randrange(1900, 2100)))
        case 2:
            return review.with_item(criterion, Item(comment="意见" * chance.randrange(1, 400)))
    verdict = Verdict(chance.choice(OUTCOMES), "理由" * chance.randrange(300), "王", "2012-06-30T08:00:00Z", "fail")
    return review.with_item(criterion, Item(verdict, float(chance.randrange(5))))


def said_after(seed: int, count: int) -> Review:
    """The review after so many edits."""
    chance = random.Random(seed)
    review = Review(reviewer=Reviewer("1", "王"))
    for _ in range(count):
        review = edited(review, chance)
    return review


def main(path: Path, seed: int, count: int, most: int | None = None) -> None:
    """Make the edits one by one, and say the number of each once it is in the file; `most` is the size of the disk."""
    if most is not None:
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    chance, file, review = random.Random(seed), ReviewFile(path), Review(reviewer=Reviewer("1", "王"))
    file.save(Kept(review, (SourceFile("厦门.xlsx", "ab" * 32),)))
    print(0, flush=True)
    for number in range(1, count + 1):
        review = edited(review, chance)
        file.save(Kept(review, (SourceFile("厦门.xlsx", "ab" * 32),)))
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))

"""The counts of one file and the list of what was missed in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.corpus.pages import Case


@dataclass
class Result:
    """`values`, `facts` and `judged` are [right, expected]; a miss is (what sort, where, words)."""

    case: Case
    values: list[int] = field(default_factory=lambda: [0, 0])
    facts: list[int] = field(default_factory=lambda: [0, 0])
    judged: list[int] = field(default_factory=lambda: [0, 0])
    wrong_bases: int = 0
    wrong_passes: int = 0
    misses: list[tuple[str, ...]] = field(default_factory=list)

    def count(self, which: list[int], right: bool, *miss: str) -> None:
        """Count one thing as right or, with its miss, as wrong."""
        which[0] += right
        which[1] += 1
        if not right:
            self.misses.append(miss)

    def wrong_pass(self, *miss: str) -> None:
        """Count what must never happen."""
        self.wrong_passes += 1
        self.misses.append(miss)

"""By what the reviewer chose to judge a plan: a rubric, what tailors it, and the day as of which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Yardstick:
    """`rubric` is the id of a shipped rubric or a path; no day means the plan's own, else the rubric's."""

    rubric: str
    tailoring: str | None = None
    as_of: date | None = None

"""One reference line with its document, the day it came into force, and whether its value is confirmed."""

from __future__ import annotations

from datetime import date

from lowcarbon_desktop.frozen import frozen

NATION = "全国"
SENSES = ("at_least", "at_most", "more_than", "before", "info")
STATUSES = ("confirmed", "unconfirmed", "stated", "entered")


@frozen
class Line:
    """What a value is held to.

    `low` is the floor; `high`, where given, the mark of ambition (40-45 %). `sense` is one of SENSES, of which "info"
    is shown and never judged. `status` is one of STATUSES: stated is by the plan itself, entered by the user.
    """

    indicator: str
    region: str
    base_year: int | None
    target_year: int
    low: float
    high: float | None
    unit: str
    sense: str
    in_force_from: date
    document: str
    status: str
    source: str

    @property
    def settled(self) -> bool:
        """Whether a judgement on this line is final as far as the line goes."""
        return self.status in ("confirmed", "entered")

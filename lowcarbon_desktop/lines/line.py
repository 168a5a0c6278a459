"""One reference line with its document, the day it came into force, and whether its value is confirmed."""

from __future__ import annotations

from datetime import date

from lowcarbon_desktop.errors import Text
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.plan import Region

NATION = "全国"
SENSES = ("at_least", "at_most", "more_than", "before", "info")
STATUSES = ("confirmed", "unconfirmed", "stated", "entered", "tailored")


@frozen(slots=True)
class Line:
    """What a value is held to.

    `low` is the floor; `high`, where given, the mark of ambition (40-45 %). `sense` is one of SENSES, of which "info"
    is shown and never judged. `status` is one of STATUSES: stated is by the plan itself, entered by the user,
    tailored by a tailoring of the rubric, whose name is the document.
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
        return self.status in ("confirmed", "entered", "tailored")

    def whose(self, region: Region | None) -> Text:
        """Whose line it is in both languages, as far as the applicant's region knows the English name."""
        if self.region == NATION:
            return Text(NATION, "the nation")
        if region is not None and self.region == region.province:
            return Text(self.region, region.province_english or self.region)
        if region is not None and self.region in (region.name, region.full_name):
            return Text(self.region, region.english or self.region)
        return Text(self.region, self.region)

"""An amount with its bound and its unit; a bare float never leaves the reader."""

from __future__ import annotations

from lowcarbon_desktop.frozen import frozen

BOUNDS = ("exact", "range", "at_least", "at_most", "more_than", "less_than", "about")


def number(value: float) -> str:
    """A number as a person writes it: 17.0 is "17", 17.50 is "17.5", 0.30000000000000004 is "0.3"."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


@frozen(slots=True)
class Quantity:
    """A value as understood: `low` and `high` are its ends in `unit` (None where it is open), `bound` one of BOUNDS.

    "17" is (17, 17, exact); "25-28" (25, 28, range); "40以上" (40, None, at_least); "约17" (17, 17, about).
    `stretch` is the further aim beside a commitment ("17，力争20" has stretch 20) and never counts for passing.
    """

    low: float | None
    high: float | None
    bound: str = "exact"
    unit: str | None = None
    stretch: float | None = None

    def times(self, factor: float, unit: str) -> Quantity:
        """The same quantity in another unit: 1.2 亿吨 times 10000 is 12000 万吨."""
        low, high, stretch = (float(f"{end * factor:.9g}") if end is not None else None
                              for end in (self.low, self.high, self.stretch))
        return Quantity(low, high, self.bound, unit, stretch)

    def __str__(self) -> str:
        unit = self.unit or ""
        if self.low is not None and self.high is not None and self.low != self.high:
            return f"{number(self.low)}–{number(self.high)}{unit}"
        sign = {"at_least": "≥", "more_than": "＞", "at_most": "≤", "less_than": "＜", "about": "≈"}.get(self.bound, "")
        end = self.low if self.low is not None else self.high
        return f"{sign}{number(end)}{unit}" if end is not None else "?"

"""What a figure of a sentence stands for: whose it is, target or not, and why it may be none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.prose.frames import unaimed
from lowcarbon_desktop.ingest.prose.phrases import words
from lowcarbon_desktop.ingest.prose.spoken import Whose
from lowcarbon_desktop.plan import Indicator, Reading

TOTALS = ("co2_total", "ghg_total", "energy_total")
_FIELDS = {"industry": ("工业", "制造", "产业"), "energy": ("能源",),
           "transport": ("交通",), "buildings": ("建筑",)}
_WHOLE = ("领域", "部门", "行业", "系统", "工业", "建筑", "交通")


def open_doubts(indicator: Indicator, clause: str, printed: str, hoped: bool,
                foreseen: str) -> Iterator[Message]:
    """Why a value may be less than a promise: it is hoped for, foreseen or proposed, or a total that nothing limits."""
    if hoped:
        yield message("doubt-hope", printed=printed)
    forecast = words("forecast").search(clause) or words("proposed").search(clause)
    if why := forecast[0] if forecast is not None else foreseen or unaimed(clause):
        yield message("doubt-supposed", words=why)
    elif indicator.id in TOTALS and words("limit").search(clause) is None:
        yield message("doubt-no-limit", printed=printed)


def pairing(amounts: int, names: int, years: int, bases: int, listed: bool) -> tuple[Message, ...]:
    """A doubt where several amounts do not go with names, with years or with base years one by one."""
    if amounts == 1 and names <= 1:
        return ()
    by_name = names == amounts > 1 and years <= 1 and bases <= 1
    by_year = names == 1 and years in (amounts, 1) and bases in (amounts, 0, 1) and amounts in (years, bases)
    return () if by_name or (listed and by_year) else (message("doubt-pairing"),)


def owned(reading: Reading, whose: Whose, sector: str | None) -> Reading:
    """The reading as that of whom the clause speaks; a field's indicator is the applicant's target in that field."""
    if whose.kind == "own":
        return reading if whose.sure else replace(
            reading, doubts=(*reading.doubts, message("doubt-whose", words=whose.name)))
    field = any(word in whose.name for word in _FIELDS.get(sector or "", ()))
    if whose.kind == "part" and field and whose.name.endswith(_WHOLE):
        return reading
    region = None if whose.kind == "assigned" else whose.name
    doubts = reading.doubts if whose.sure else (*reading.doubts, message("doubt-whose", words=whose.name))
    return replace(reading, region=region, kind="context", doubts=doubts)


def restricted(reading: Reading, said: Message) -> Reading:
    """A target of the applicant's own with what is said against it: that it leaves out a part, that it is not settled.
    """
    own = reading.kind == "target" and reading.region is None and said not in reading.doubts
    return replace(reading, doubts=(*reading.doubts, said)) if own else reading


def as_context(reading: Reading, said: Message) -> Reading:
    return replace(reading, kind="context", doubts=(*reading.doubts, said))

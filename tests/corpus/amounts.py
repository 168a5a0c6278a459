"""Whether a value that was read is the value that a person wrote down, whatever unit either of them uses."""

from __future__ import annotations

import re
from functools import cache

import yaml

from lowcarbon_desktop.assets import resource

_WRITTEN = re.compile(r"(?P<sign>[≥≤><≈])?\s*(?P<low>-?[\d.]+)(?:–(?P<high>[\d.]+))?\s*(?P<unit>.*?)"
                      r"(?:\s*力争\s*(?P<stretch>[\d.]+))?")
_BOUNDS = {"≥": "at_least", "≤": "at_most", ">": "more_than", "<": "less_than", "≈": "about", None: "exact"}
_SAME = {"mass-co2": "mass"}


@cache
def _units() -> dict[str, tuple[str, float]]:
    listed = yaml.safe_load(resource("units.yaml").read_text("utf-8"))
    return {name: (_SAME.get(each["dimension"], each["dimension"]), float(each["factor"]))
            for each in listed for name in (each["id"], *each["aliases"])}


def same(written: str | None, value: dict | None, unit: str | None) -> bool:
    """Whether a value of the JSON with its unit says what was written: ends, bound, stretch and unit."""
    if written is None or value is None:
        return written is None and value is None
    found = _WRITTEN.fullmatch(written)
    assert found is not None, f"no value: {written}"
    bound = "range" if found["high"] and found["sign"] is None else _BOUNDS[found["sign"]]
    low = float(found["low"])
    ends = {"at_least": (low, None), "more_than": (low, None), "at_most": (None, low), "less_than": (None, low)}.get(
        bound, (low, float(found["high"] or low)))
    stretch = float(found["stretch"]) if found["stretch"] else None
    factor = _factor(found["unit"], unit)
    return factor is not None and value["bound"] == bound and all(
        _near(one, other, factor) for one, other in zip((*ends, stretch), (value["low"], value["high"],
                                                        value.get("stretch")), strict=True))


def _factor(written: str, unit: str | None) -> float | None:
    """What a number in the unit read must be multiplied with; None where the units measure different things."""
    if written == (unit or ""):
        return 1.0
    one, other = _units().get(written), _units().get(unit or "")
    return other[1] / one[1] if one is not None and other is not None and one[0] == other[0] else None


def _near(written: float | None, read: float | None, factor: float) -> bool:
    if written is None or read is None:
        return written is read
    return abs(read * factor - written) <= 1e-4 * max(1.0, abs(written))

"""Builds the indicator register from plain data, with all faults of the data at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lowcarbon_desktop.errors import Fault, FaultyData, Message, Text, message
from lowcarbon_desktop.plan.indicator import KINDS, Indicator, Register

_KEYS = {"id", "zh", "en", "unit", "kind", "stricter", "patterns", "sector"}
_DIRECTIONS = ("more", "less", "none")
_WILD = re.compile(r"\\[wWsSdD]|(?<!\\)\.|\[\^|\[[^\]]*-[^\]]*\]")
_PART = re.compile(r"\$\{(\w+)\}")


def register_from(data: Mapping[str, object], file: str) -> Register:
    """The register that `data` (parts and indicators, as in indicators.yaml) describes.

    Raises FaultyData with every unknown key, missing key, double id, unknown part and pattern with a wild card.
    """
    parts = data.get("parts", {})
    entries = data.get("indicators", [])
    faults: list[Fault] = []
    indicators: dict[str, Indicator] = {}
    if not isinstance(parts, Mapping) or not isinstance(entries, Sequence):
        raise FaultyData((Fault(file, 1, 1, message("register-form")),))
    for position, entry in enumerate(entries, 1):
        wrong = _wrong(entry)
        if not wrong:
            try:
                patterns = tuple(_expanded(str(each), parts) for each in entry["patterns"])
            except KeyError as error:
                wrong = message("register-pattern", id=entry["id"], reason=str(error))
            else:
                wild = next((each for each in patterns if _WILD.search(each)), None)
                if wild is not None:
                    wrong = message("register-wild", id=entry["id"], pattern=wild)
                if entry["id"] in indicators:
                    wrong = message("register-twice", id=entry["id"])
                indicators[entry["id"]] = Indicator(
                    entry["id"], Text(entry["zh"], entry["en"]), entry["unit"], entry["kind"], entry["stricter"],
                    patterns, entry.get("sector"))
        if wrong:
            faults.append(Fault(file, 0, 0, message("register-entry", position=position, what=wrong)))
    if faults:
        raise FaultyData(tuple(faults))
    return Register(indicators)


def _wrong(entry: Mapping[str, object]) -> Message | None:
    unknown, missing = set(entry) - _KEYS, _KEYS - {"sector"} - set(entry)
    if unknown or missing:
        return message("register-keys", unknown=tuple(sorted(unknown)), missing=tuple(sorted(missing)))
    if entry["kind"] not in KINDS:
        return message("register-kind", value=str(entry["kind"]), known=KINDS)
    if entry["stricter"] not in _DIRECTIONS:
        return message("register-kind", value=str(entry["stricter"]), known=_DIRECTIONS)
    return None


def _expanded(pattern: str, parts: Mapping[str, str]) -> str:
    for _ in range(5):
        if "${" not in pattern:
            break
        pattern = _PART.sub(lambda found: parts[found[1]], pattern)
    return pattern

"""What of a reading can be corrected: its fields as words, what a correction may say, and how it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lowcarbon_desktop.app.stated import YEARS
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.plan import Indicator, Reading
from lowcarbon_desktop.review.state import FIELDS
from lowcarbon_desktop.wording.meant import meant

if TYPE_CHECKING:
    from lowcarbon_desktop.app.reference import Reference
    from lowcarbon_desktop.plan import Register

KINDS = ("target", "actual", "context")
YES = "yes"


def field_of(reading: Reading, field: str) -> str:
    """What was understood of a reading, as a correction writes it: "2015", "" for none."""
    value = getattr(reading, field)
    return "" if value is None else str(value)


def understood(reading: Reading, field: str) -> str:
    """What a correction of the field rests on: the printed name and the field; for a nod, all that it nods to.

    The kind is left out, for it turns with the day by which a plan is judged.
    """
    if field != "confirmed":
        return f"{reading.name} | {field_of(reading, field) if field != 'kind' else ''}"
    value = reading.value
    ends = () if value is None else (value.low, value.high, value.bound, value.stretch)
    parts = (reading.name, *(field_of(reading, each) for each in FIELDS[1:-1]), *ends,
             *sorted({doubt.code for doubt in reading.doubts}))
    return " | ".join(map(str, parts))


def canonical(field: str, value: str, reference: Reference) -> str:
    """The value as it is kept: a unit and a place by the name that the program prints; what is not known, as given."""
    if field == "unit":
        unit = reference.units.find(value) if value else None
        return value if unit is None else unit.id
    if field == "region":
        found = reference.places.find(value)
        return found[0].name if found else value.strip()
    return value.strip() if field != "text" else value


def lacks_base(reading: Reading, register: Register) -> bool:
    """Whether it is a target of the applicant's own that no line can be held to: a cut or an increase on no year."""
    known = register.indicators.get(reading.indicator or "")
    return (known is not None and known.kind in ("cut", "increase") and reading.base_year is None
            and reading.kind == "target" and reading.region is None and reading.value is not None
            and reading.repeats is None)


def value_misfit(field: str, value: str, reference: Reference) -> Message | None:
    """What is wrong with a correction's field or value; None where it can be one."""
    if field not in FIELDS:
        return field_misfit(field)
    known: tuple[str, ...] = ()
    if field == "indicator":
        known = tuple(each.id for each in reference.register)
        wrong = value != "" and value not in known
    elif field in ("base_year", "target_year"):
        wrong = value != "" and not (value.isascii() and value.isdigit() and int(value) in YEARS)
    elif field == "unit":
        known = reference.units.ids()
        wrong = value != "" and reference.units.find(value) is None
    elif field == "region":
        known = reference.places.names() if value else ()
        wrong = value != "" and not reference.places.find(value)
    else:
        known = {"kind": KINDS, "confirmed": (YES,)}.get(field, ())
        wrong = field != "text" and value not in known
    if not wrong:
        return None
    return message(f"correction-no-{field.replace('_', '-')}", given=value, meant=meant(value, known))


def field_misfit(field: str) -> Message:
    """That there is no such field."""
    return message("correction-field-unknown", field=field, fields=FIELDS, meant=meant(field, FIELDS))


def unit_misfit(unit: str, indicator: Indicator | None, reference: Reference) -> Message | None:
    """Why a unit cannot measure an indicator; None where it can, or where there is no indicator."""
    from lowcarbon_desktop.ingest.values import fits

    if unit == "" or indicator is None or fits(unit, indicator, reference.units):
        return None
    return message("doubt-unit-kind", unit=unit, indicator=indicator.name, expected=indicator.unit)


def said(field: str, value: str, reference: Reference) -> Message | Text | str:
    """A value in words: the indicator's name, 申报地区 for nobody else's."""
    if value == "" and field != "text":
        return message("field-own" if field == "region" else "field-none")
    if field == "indicator":
        return reference.register.name(value)
    return message(f"field-kind-{value}") if field == "kind" and value in KINDS else value


def change_said(field: str, was: str, now: str, reference: Reference) -> Message:
    """One correction in words: 指标由“…”更正为“…”."""
    return message("field-changed", field=name_of(field), was=said(field, was, reference),
                   now=said(field, now, reference))


def name_of(field: str) -> Message:
    """What a field is called."""
    return message(f"field-{field.replace('_', '-')}")

"""Signs of a bound that stand apart from their numbers: in a heading, in a name, or in a column of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.ingest.headings import SIGN, Heading
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.text.amount import amount
from lowcarbon_desktop.text.rare import Rare

_SIGN = Rare(SIGN, "≥≤<>≧≦⩾⩽于过")


def with_signs(sheet: Sheet, columns: tuple[Heading, ...], first: int, end: int) -> tuple[Heading, ...]:
    """A column with nothing but signs belongs to the numbers beside it, and a heading over it to them as well."""
    read = list(columns)
    for index, heading in enumerate(columns):
        if heading.role not in ("value", "other", "remark", "attribute", "category") or not (
                _only_signs(sheet, index, first, end)):
            continue
        behind = index + 1
        if heading.role == "value" and behind < len(read) and not read[behind].text:
            read[behind] = heading
        read[index] = replace(heading, role="sign")
    return tuple(read)


def sign_beside(texts: Sequence[str], columns: Sequence[Heading], column: int) -> str:
    """The sign of a row that belongs to the value in a column: on its left where signs stand left of values."""
    at = [index for index, heading in enumerate(columns) if heading.role == "sign"]
    if not at:
        return ""
    leading = at[0] < next(index for index, heading in enumerate(columns) if heading.role == "value")
    near = [index for index in at if index < column][-1:] if leading else [index for index in at if index > column][:1]
    return texts[near[0]] if near else ""


def signed(text: str, *signs: str) -> str:
    """The text of a cell with the signs that stand elsewhere for it; what states nothing stays as it is."""
    front = "".join(dict.fromkeys(sign for sign in signs if sign))
    return f"{front}{text}" if front and amount(text).stated else text


def _only_signs(sheet: Sheet, column: int, first: int, end: int) -> bool:
    texts = {text for row in range(first, end) if (text := sheet.text(row, column)) and text != "-"}
    return bool(texts) and all(_SIGN.fullmatch(text) for text in texts)

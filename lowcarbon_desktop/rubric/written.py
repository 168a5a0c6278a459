"""Writes a value as YAML in the way a person would, in the style of what stood there before."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal

from lowcarbon_desktop.rubric.nodes import MOST_DEPTH

WIDTH = 120
_SHORT = 16
_PLAIN = re.compile(r"(?![\-?&*!|>'\"%@`~=<])[^\s:#,\[\]{}]+(?: [^\s:#,\[\]{}]+)*")
_NUMBER = re.compile(r"[-+.\d][-+.\d_eE:]*")
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off"))


def scalar(value: object, style: str = "") -> str:
    """A text, number or flag on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    text = str(value)
    single = style == "'" and "\n" not in text and "\r" not in text and text.isprintable()
    if single:
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and _is_plain(text):
        return text
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def inline(value: object) -> str:
    """Any value on one line: {zh: 先进, en: with merit}."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(inline, value)) + "]"
    return scalar(value)


def block(value: object, indent: int, style: str = "") -> str:
    """What stands after "key:" on lines of their own, `indent` being the column of that key (from 0).

    It begins with a space or a line break. Lists of words and small mappings are written in one line.
    """
    if isinstance(value, str) and "\n" in value and style not in ("'", '"') and (literal := _literal(value, indent)):
        return literal
    if isinstance(value, str | int | float):
        return " " + scalar(value, "" if style in ("|", ">") else style)
    margin = "\n" + " " * (indent + 2)
    if isinstance(value, Mapping):
        if style != "map" and value and _fits(value, indent):
            return " " + inline(value)
        return "".join(f"{margin}{scalar(key)}:{block(each, indent + 2)}" for key, each in value.items()) or " {}"
    items = list(value) if isinstance(value, list | tuple) else []
    if all(not isinstance(each, Mapping | list | tuple) for each in items):
        return " " + inline(items)
    return "".join(f"{margin}- {item(each, indent + 4)}" for each in items)


def item(value: object, indent: int) -> str:
    """What stands after the dash of a list, `indent` being the column where it begins."""
    nested = isinstance(value, Mapping) and any(isinstance(each, Mapping) and "zh" not in each
                                                for each in value.values())
    if isinstance(value, Mapping) and value and (nested or not _fits(value, indent, keys=3)):
        return ("\n" + " " * indent).join(
            f"{scalar(key)}:{block(each, indent, 'map' if _prose(each) else '')}" for key, each in value.items())
    return inline(value)


def _prose(value: object) -> bool:
    """Whether it is a text in two languages that wants a line for each: long, or still to be written."""
    return isinstance(value, Mapping) and set(value) == {"zh", "en"} and not all(
        0 < len(str(each)) <= _SHORT for each in value.values())


def _fits(value: Mapping, indent: int, keys: int = MOST_DEPTH) -> bool:
    """Whether it is small enough for one line: no text of several lines, and not too wide."""
    text = inline(value)
    return len(value) <= keys and "\\n" not in text and indent + 12 + sum(1 + (not c.isascii()) for c in text) <= WIDTH


def _literal(text: str, indent: int) -> str | None:
    """Lines below a |, where they can stand there just as they are."""
    body = text.rstrip("\n")
    if not body or body[0] in " \n" or text not in (body, body + "\n") or not all(
            line.isprintable() for line in body.split("\n")):
        return None
    margin = "\n" + " " * (indent + 2)
    return (" |" if text != body else " |-") + "".join(margin + line if line else "\n" for line in body.split("\n"))


def _is_plain(text: str) -> bool:
    return (_PLAIN.fullmatch(text) is not None and text.isprintable() and not _NUMBER.fullmatch(text)
            and text.casefold() not in _WORDS)


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

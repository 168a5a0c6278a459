"""Reads the arguments of a verb by its table of options, and writes its help from the same table."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterable
from types import SimpleNamespace as Namespace

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.verb import Option, Verb
from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.wording.meant import meant

HELP = ("-h", "--help")


def parse(verb: Verb, arguments: list[str]) -> Namespace:
    """The options as a namespace. Raises UsageError.

    argparse would do it too, in English and for a thirtieth of a short run: it looks for its own translations first.
    """
    options = [option for option in verb.options if option.name.startswith("-")]
    works_on = [option for option in verb.options if not option.name.startswith("-")]
    before, plain = _split(arguments)
    known, rest = _known(options, before)
    for each in rest:
        if each.startswith("-") and each != "-":
            name = each.partition("=")[0]
            raise UsageError(message("cli-unknown-option", option=name, verb=verb.name,
                                     meant=meant(name, [option.name for option in options if option.help])))
    _take(verb, works_on, rest + plain, known)
    missing = tuple(option.name for option in options if option.required and getattr(known, _key(option)) is None)
    if missing:
        raise UsageError(message("cli-incomplete", what=missing, verb=verb.name, usage=_usage(verb)))
    return known


def _known(options: list[Option], arguments: list[str]) -> tuple[Namespace, list[str]]:
    """What the options say, by their names, and what is left."""
    by_name = {option.name: option for option in options}
    known = Namespace(**{_key(option): False if option.flag else option.default for option in options})
    rest: list[str] = []
    left = deque(arguments)
    while left:
        word = left.popleft()
        name, given, text = word.partition("=")
        option = by_name.get(name)
        if option is None:
            rest.append(word)
            continue
        if not option.flag and not given and left and not _is_option(left[0]):
            given, text = "=", left.popleft()
        if option.flag == bool(given):
            raise UsageError(message("cli-needs-value", option=option.name))
        value = True if option.flag else _value(option, text)
        setattr(known, _key(option), [*(getattr(known, _key(option)) or ()), value] if option.many else value)
    return known, rest


def _is_option(text: str) -> bool:
    """Whether it cannot be a value: -5 can, and so can what has a space in it."""
    return text.startswith("-") and text != "-" and " " not in text and not re.fullmatch(r"-\d+|-\d*\.\d+", text)


def _key(option: Option) -> str:
    return option.name.strip("-").replace("-", "_")


def _value(option: Option, text: str) -> object:
    if option.choices and text not in option.choices:
        raise UsageError(message("cli-choice", option=option.name, value=text, choices=option.choices,
                                 meant=meant(text, option.choices)))
    return option.read(text)


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """What stands before "--", and what stands after it and is no option whatever it looks like."""
    if "--" not in arguments:
        return arguments, []
    end = arguments.index("--")
    return arguments[:end], arguments[end + 1:]


def _take(verb: Verb, works_on: list[Option], given: list[str], into: Namespace) -> None:
    for option in works_on:
        if not given and option.needed:
            raise UsageError(message("cli-incomplete", what=option.name, verb=verb.name, usage=_usage(verb)))
        taken = given if option.many else given[:1]
        values = [option.read(each) for each in taken]
        setattr(into, option.name.lower(), values if option.many else values[0])
        given = given[len(taken):]
    if given:
        raise UsageError(message("cli-too-much", what=given[0], verb=verb.name))


def help_text(verb: Verb, console: Console) -> str:
    """The help of one verb."""
    shown = [option for option in verb.options if option.help]
    lines = [console.say(_usage(verb)), "", console.say(message(verb.help)),
             "", *table([(_heading(option), console.say(message(option.help))) for option in shown]),
             "", console.say(message("cli-status"))]
    return "\n".join(lines) + "\n"


def table(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Two columns; a Chinese sign is two places wide."""
    rows = list(rows)
    wide = max(map(_width, (left for left, _ in rows)), default=0)
    return [f"  {left}{' ' * (wide - _width(left))}  {right}" for left, right in rows]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _heading(option: Option) -> str:
    value = "|".join(option.choices) or option.value
    return f"{option.name} {value}".strip()


def _usage(verb: Verb) -> Message:
    """What cannot be left out, as it is typed."""
    shown = [option for option in verb.options if option.help and (option.required or not option.name.startswith("-"))]
    works_on = sorted(shown, key=lambda option: option.name.startswith("-"))
    return message("cli-usage-of", verb=" ".join([verb.name, *map(_in_usage, works_on)]))


def _in_usage(option: Option) -> str:
    text = _heading(option)
    text += "..." if option.many else ""
    return text if option.needed else f"[{text}]"

"""Reads the arguments of a verb by its table of options, and writes its help from the same table."""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Callable, Iterable

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.verb import Option, Verb
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.wording.meant import meant

HELP = ("-h", "--help")


def parse(verb: Verb, arguments: list[str]) -> argparse.Namespace:
    """The options as a namespace. Raises UsageError.

    argparse reads only the options; its own messages are English, so whatever it could complain of is found here.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    options = [option for option in verb.options if option.name.startswith("-")]
    works_on = [option for option in verb.options if not option.name.startswith("-")]
    for option in options:
        if option.flag:
            parser.add_argument(option.name, action="store_true")
        else:
            parser.add_argument(option.name, type=_reader(option), default=option.default,
                                action="append" if option.many else "store")
    before, plain = _split(arguments)
    try:
        known, rest = parser.parse_known_args(before)
    except argparse.ArgumentError as error:
        raise UsageError(message("cli-needs-value", option=error.argument_name or "?")) from None
    for each in rest:
        if each.startswith("-") and each != "-":
            name = each.partition("=")[0]
            raise UsageError(message("cli-unknown-option", option=name, verb=verb.name,
                                     meant=meant(name, [option.name for option in options if option.help])))
    _take(verb, works_on, rest + plain, known)
    for option in options:
        if option.required and getattr(known, option.name.strip("-").replace("-", "_")) is None:
            raise UsageError(message("cli-missing", what=option.name, verb=verb.name))
    return known


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """What stands before "--", and what stands after it and is no option whatever it looks like."""
    if "--" not in arguments:
        return arguments, []
    end = arguments.index("--")
    return arguments[:end], arguments[end + 1:]


def _reader(option: Option) -> Callable[[str], object]:
    def read(text: str) -> object:
        if option.choices and text not in option.choices:
            raise UsageError(message("cli-choice", option=option.name, value=text, choices=option.choices,
                                     meant=meant(text, option.choices)))
        return option.read(text)
    return read


def _take(verb: Verb, works_on: list[Option], given: list[str], into: argparse.Namespace) -> None:
    for option in works_on:
        if not given and option.needed:
            raise UsageError(message("cli-missing", what=option.name, verb=verb.name))
        taken = given if option.many else given[:1]
        values = [option.read(each) for each in taken]
        setattr(into, option.name.lower(), values if option.many else values[0])
        given = given[len(taken):]
    if given:
        raise UsageError(message("cli-too-much", what=given[0], verb=verb.name))


def help_text(verb: Verb, console: Console) -> str:
    """The help of one verb."""
    shown = [option for option in verb.options if option.help]
    works_on = [_in_usage(option) for option in shown if not option.name.startswith("-")]
    usage = " ".join([f"lowcarbon {verb.name}", *works_on, console.say(message("cli-options"))])
    lines = [f"{console.say(message('cli-usage'))}{usage}", "", console.say(message(verb.help)),
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


def _in_usage(option: Option) -> str:
    text = _heading(option)
    text += "..." if option.many else ""
    return text if option.needed else f"[{text}]"

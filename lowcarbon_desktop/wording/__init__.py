"""Turns a message into a Chinese or English sentence, from gettext catalogues that every face shares."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from functools import cache

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import Message, Text

LANGUAGES = ("zh", "en")


@cache
def catalogue(lang: str) -> gettext.GNUTranslations:
    """The catalogue of a language, "zh" or "en"."""
    with resource("locale", lang, "LC_MESSAGES", "lowcarbon.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def known(code: str, lang: str) -> bool:
    """Whether the catalogue of `lang` has a wording for `code`."""
    return catalogue(lang).gettext(code) != code


def say(said: Message | Text | str, lang: str, face: str = "") -> str:
    """The sentence for a message in `lang`: say(message("below-line", ...), "zh").

    A `Text` gives its wording in that language and a str itself. A code without a wording is a fault of the program:
    raises KeyError. Where the catalogue has "code@window", the `face` of that name says it so: the window names its
    menus, where the command line names its options.
    """
    if isinstance(said, str):
        return said
    if isinstance(said, Text):
        return said.of(lang)
    if not said.args:
        return _bare(said.code, lang, face)
    wording = _wording(said.code, lang, face)
    if lang == "zh" and "place" in said.args:
        place = spoken(said.args["place"], lang, face)
        wording = _closed_up(wording, place[:1] > _CHINESE, place[-1:] > _CHINESE)
    return wording.format_map(_Spoken(said.args, lang, face))


_CHINESE = "\u2e80"


@cache
def _closed_up(wording: str, before: bool, after: bool) -> str:
    """A cell's name stands apart from Chinese signs (F3 的), a place in Chinese words does not (第 3 段的)."""
    parts = wording.split("{place}")
    for at in range(len(parts) - 1):
        if before and parts[at].endswith(" ") and parts[at][-2:-1] > _CHINESE:
            parts[at] = parts[at][:-1]
        if after and parts[at + 1].startswith(" ") and parts[at + 1][1:2] > _CHINESE:
            parts[at + 1] = parts[at + 1][1:]
    return "{place}".join(parts)


@cache
def _bare(code: str, lang: str, face: str) -> str:
    """The sentence of a message without arguments: most are a few words, said hundreds of times."""
    return _wording(code, lang, face).format_map({})


def _wording(code: str, lang: str, face: str) -> str:
    if face and known(own := f"{code}@{face}", lang):
        return catalogue(lang).gettext(own)
    wording = catalogue(lang).gettext(code)
    if wording == code:
        raise KeyError(code)
    return wording


class _Spoken(dict[str, str]):
    """The arguments of a message, each said in the language when it is asked for."""

    def __init__(self, args: Mapping[str, object], lang: str, face: str) -> None:
        super().__init__()
        self._args, self._lang, self._face = args, lang, face

    def __missing__(self, name: str) -> str:
        value = self._args[name]
        if self._lang == "en" and isinstance(value, str) and (name == "document" or name.endswith("unit")):
            return by_name("document" if name == "document" else "report-unit", value, "en")
        return spoken(value, self._lang, self._face)


def by_name(kind: str, name: str, lang: str) -> str:
    """What the data calls by a Chinese name, in `lang`: a unit, a line's document. What is not known stays as it is."""
    code = f"{kind}-{name}"
    return _bare(code, lang, "") if known(code, lang) else name


def spoken(value: object, lang: str, face: str = "") -> str:
    """One argument in words: numbers without needless digits, tuples joined as a list, None as nothing."""
    if value is None:
        return ""
    if isinstance(value, Message | Text | str):
        return say(value, lang, face)
    if isinstance(value, tuple | list):
        return ("、" if lang == "zh" else ", ").join(spoken(each, lang, face) for each in value)
    if isinstance(value, float):
        return f"{round(value, 6):.6f}".rstrip("0").rstrip(".") or "0"
    return str(value)

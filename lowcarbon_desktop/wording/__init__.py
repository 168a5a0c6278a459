"""Turns a message into a Chinese or English sentence, from gettext catalogues that every face shares."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import Message, Text

LANGUAGES = ("zh", "en")


class Catalogue:
    """A compiled gettext catalogue, of which only what is said is decoded.

    It is two tables of lengths and places. Reading them takes a fifth of what the standard library takes at each start.
    """

    def __init__(self, data: bytes) -> None:
        order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
        count, *tables = struct.unpack_from(f"{order}3I", data, 8)
        codes, wordings = (struct.unpack_from(f"{order}{2 * count}I", data, table) for table in tables)
        self._data = data
        self._places = {data[start:start + length]: (begin, begin + size) for length, start, size, begin
                        in zip(codes[::2], codes[1::2], wordings[::2], wordings[1::2], strict=True)}

    def gettext(self, code: str) -> str:
        """The wording of a code; the code itself where there is none."""
        place = self._places.get(code.encode())
        return self._data[slice(*place)].decode() if place is not None else code


@cache
def catalogue(lang: str) -> Catalogue:
    """The catalogue of a language, "zh" or "en"."""
    return Catalogue(resource("locale", lang, "LC_MESSAGES", "lowcarbon.mo").read_bytes())


def known(code: str, lang: str) -> bool:
    """Whether the catalogue of `lang` has a wording for `code`."""
    return catalogue(lang).gettext(code) != code


def say(said: Message | Text | str, lang: str) -> str:
    """The sentence for a message in `lang`: say(message("below-line", ...), "zh").

    A `Text` gives its wording in that language and a str itself. A code without a wording is a fault of the program:
    raises KeyError.
    """
    if isinstance(said, str):
        return said
    if isinstance(said, Text):
        return said.of(lang)
    if not said.args:
        return _bare(said.code, lang)
    return _wording(said.code, lang).format_map(_Spoken(said.args, lang))


@cache
def _bare(code: str, lang: str) -> str:
    """The sentence of a message without arguments: most are a few words, said hundreds of times."""
    return _wording(code, lang).format_map({})


@cache
def _wording(code: str, lang: str) -> str:
    wording = catalogue(lang).gettext(code)
    if wording == code:
        raise KeyError(code)
    return wording


class _Spoken(dict[str, str]):
    """The arguments of a message, each said in the language when it is asked for."""

    def __init__(self, args: Mapping[str, object], lang: str) -> None:
        super().__init__()
        self._args, self._lang = args, lang

    def __missing__(self, name: str) -> str:
        return spoken(self._args[name], self._lang)


def spoken(value: object, lang: str) -> str:
    """One argument in words: numbers without needless digits, tuples joined as a list, None as nothing."""
    if value is None:
        return ""
    if isinstance(value, Message | Text | str):
        return say(value, lang)
    if isinstance(value, tuple | list):
        return ("、" if lang == "zh" else ", ").join(spoken(each, lang) for each in value)
    if isinstance(value, float):
        return f"{round(value, 6):.6f}".rstrip("0").rstrip(".") or "0"
    return str(value)

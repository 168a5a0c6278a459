"""Signs that deceive: one that looks like another, and one that nobody sees. Each is told with its code point."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lowcarbon_desktop.errors import Fault, Message, message

_ID = re.compile(r"[a-z0-9_]+(?:[.-][a-z0-9_]+)*")
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")
_HIDDEN = "[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"


def hidden_signs(raw: bytes, file: str) -> Iterator[Fault]:
    """A warning for each line with such a sign, at its first one; bytes that are no UTF-8 are told elsewhere."""
    for line, text in enumerate(raw.decode("utf-8", "replace").split("\n"), 1):
        found = re.search(_HIDDEN, text)
        if found is not None:
            yield Fault(file, line, found.start() + 1, message("yaml-hidden-sign", sign=f"U+{ord(found[0]):04X}"), True)


def is_id(word: str) -> bool:
    """Whether a word can be an id: a-z, 0-9 and _, with single dots and hyphens between."""
    return _ID.fullmatch(word) is not None


def look_alike(word: str) -> Message | None:
    """What is wrong with a word that would be an id but for a sign that looks like another: ｉｄ, or a hidden space."""
    plain = _plain(word)
    return _told(word, plain) if plain != word and is_id(plain) else None


def look_alike_number(word: str) -> Message | None:
    """The same of a number, day or per cent: １７, －5, 17％, 2012－06－30."""
    plain = _plain(word)
    number = plain != word and plain.strip("+-%").replace(".", "").replace("-", "").isdecimal()
    return _told(word, plain.rstrip("%")) if number else None


def _plain(word: str) -> str:
    normal = unicodedata.normalize("NFKC", word).translate(_HYPHENS)
    return "".join(sign for sign in normal if unicodedata.category(sign) != "Cf" and not sign.isspace())


def _told(word: str, plain: str) -> Message:
    sign = next((sign for sign in word if not sign.isascii() or sign.isspace()), word[0])
    return message("yaml-look-alike", word=word, sign=f"U+{ord(sign):04X}", plain=plain)

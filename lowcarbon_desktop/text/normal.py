"""Brings signs to one form: full-width to half-width, dashes to one dash, footnote marks away."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_SIGNS = dict.fromkeys(map(ord, "†‡※★☆§¶⁽⁾"))
_CIRCLED = dict.fromkeys((*range(0x2460, 0x2500), *range(0x2776, 0x2794), *range(0x1D43, 0x1D5C)))
_MAY_BE_A_NOTE = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹[［〔【注*＊#＃")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―─━−﹣－ー⸺⸻", "-"))
_WAVES = _SIGNS | _CIRCLED | str.maketrans(dict.fromkeys("～〜∼˜", "~"))
_SPACE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")

_ATTRIBUTE = re.compile(r"\((?:约束性?|预期性?|引导性|控制性|指导性)(?:指标|目标)?\)")


@lru_cache(maxsize=8192)
def squeezed(text: str) -> str:
    """The text without spaces and footnote marks, in half-width signs: "１７．５　％①" is "17.5%".

    CO₂ becomes CO2 and m³ m3, but a raised ² behind a number is a footnote and goes, so that 17² never reads 172. A
    bracket that stands alone, [18], is no footnote.
    """
    if not _MAY_BE_A_NOTE.isdisjoint(text):
        text = _footnote().sub("", text)
    text = unicodedata.normalize("NFKC", text.translate(_WAVES))
    return _SPACE.sub("", text.translate(_DASHES).translate(_WAVES))


@cache
def _footnote() -> re.Pattern[str]:
    """Marks of notes, compiled when the first text that may have one is met."""
    return re.compile(r"(?<![A-Za-z])[⁰¹²³⁴-⁹]+"
                      r"|(?<=\S)(?:\[注?\d*\]|［注?\d*］|〔\d+〕|【注?\d*】|[(（]注[\d一二三四五]*[)）]|(?<=[\d%％])注$"
                      r"|注\d+$)|(?<=[^*＊#＃])[*＊#＃]+$|^[*＊]+(?=.)")


def without_attribute(text: str) -> str:
    """A squeezed text without the bracket that says how binding it is: 17.5%(约束性) is 17.5%."""
    return _ATTRIBUTE.sub("", text)

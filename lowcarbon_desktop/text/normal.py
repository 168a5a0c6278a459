"""Brings signs to one form: full-width to half-width, traditional to simplified, dashes to one dash, no footnotes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from lowcarbon_desktop.text.rare import Rare
from lowcarbon_desktop.text.traditional import SIMPLIFIED

_SIGNS = dict.fromkeys(map(ord, "†‡※★☆§¶⁽⁾"))
_CIRCLED = dict.fromkeys((*range(0x2460, 0x2500), *range(0x2776, 0x2794), *range(0x1D43, 0x1D5C)))
_MAY_BE_A_NOTE = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹[［〔【注*＊#＃")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―─━−﹣－ー⸺⸻", "-"))
_WAVES = _SIGNS | _CIRCLED | SIMPLIFIED | str.maketrans(dict.fromkeys("～〜∼˜", "~"))
_YEAR = Rare("二[〇○零][〇○零一二三四五六七八九]{2}(?=年)", "〇○零")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
ROUND = str.maketrans("[]【】〔〕", "()()()")
"""All brackets that are not round, as round ones."""
HAN = r"[^\W\dA-Za-z_]"
"""A Chinese sign in a squeezed text; as a range, 一-龥, it is gone through sign by sign whenever one is compiled."""
_SPACE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")

_ENGLISH = re.compile("[A-Za-z]{4,}|[Nn]o\\.")
_ATTRIBUTE = Rare(r"\((?:(?:约束性?|预期性?|引导性|控制性|指导性)(?:指标|目标)?"
                  r"|(?:规划|计划|预期)?目标值?)\)|[,、](?:约束|预期)性?$", "约预引控指目")


@lru_cache(maxsize=8192)
def squeezed(text: str) -> str:
    """The text without spaces and footnote marks, in half-width signs: "１７．５　％①" is "17.5%".

    CO₂ becomes CO2 and m³ m3, but a raised ² behind a number is a footnote and goes, so that 17² never reads 172. A
    bracket that stands alone, [18], is no footnote. The year 二〇一五年 becomes 2015年, and a traditional
    sign the one that the names are known by.
    """
    if not _MAY_BE_A_NOTE.isdisjoint(text):
        text = _footnote().sub("", text)
    text = unicodedata.normalize("NFKC", text.translate(_WAVES))
    text = _SPACE.sub("", text.translate(_DASHES).translate(_WAVES))
    return _YEAR.sub(_digits, text)


def in_chinese(text: str) -> str:
    """A squeezed heading or name with its English words in Chinese."""
    if _ENGLISH.search(text) is None:
        return text
    from lowcarbon_desktop.text.english import chinese  # most plans have none
    return chinese(text)


def _digits(year: re.Match[str]) -> str:
    return year[0].translate(_DIGITS)


@cache
def _footnote() -> re.Pattern[str]:
    """Marks of notes, compiled when the first text that may have one is met."""
    return re.compile(r"(?<![A-Za-z])[⁰¹²³⁴-⁹]+"
                      r"|(?<=[\d%％])\s+[\[【〔［]注\d*[\]】〕］]$|(?<=\S)(?:[\[［【](?:注\d*|\d+)[\]］】]|〔\d+〕|[(（]注[\d一二三四五]*[)）]|(?<=[\d%％])注$"
                      r"|注\d+$)|(?<=[^*＊#＃])[*＊#＃]+$|^[*＊]+(?=.)")


def without_attribute(text: str) -> str:
    """A squeezed text without the bracket that says how binding it is: 17.5%(约束性) is 17.5%."""
    return _ATTRIBUTE.sub("", text)

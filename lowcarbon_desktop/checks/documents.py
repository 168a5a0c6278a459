"""What a sentence says of a document: how far it has come, its number and its date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.text.normal import squeezed

_NOT_YET = (r"正在|着手|启动(?=.{0,4}编制)|尽快|抓紧|即将|(?<![模虚])拟|将(?=于|在|尽快|编制|制定|出台|印发|发布)"
            r"|计划(?:编制|制定|出台|完成)|筹备|草案|初稿|征求意见")
_DONE = r"已|印发|颁布|发布|出台了?|批准|批复|通过|编制完成|编制了|制定了|实施了"


def state_in(sentence: str) -> str:
    """"stated", "in_preparation" or, where it only has the name, "mentioned"."""
    text = squeezed(sentence)
    if _pattern(_NOT_YET).search(text):
        return "in_preparation"
    return "stated" if _pattern(_DONE).search(text) or number_in(text) else "mentioned"


def clause_of(sentence: str, words: Sequence[str]) -> str:
    """What a sentence says of the document that one of the words names, without what it says of other documents."""
    parts = re.split(r"[,，;；]", sentence)
    mine = [any(squeezed(word) in squeezed(part) for word in words) for part in parts]
    if not any(mine):
        return sentence
    first = mine.index(True)
    other = [bool(_pattern("规划|方案|《").search(part)) for part in parts]
    begin, end = first, first + 1
    while end < len(parts) and not other[end]:
        end += 1
    while begin > 0 and not any(other[:begin]):
        begin -= 1
    return "，".join(parts[begin:end])


def number_in(sentence: str) -> str:
    """The document number as printed, 鄂政发〔2012〕18号; "" where there is none."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", sentence))  # 〔2012〕 is no footnote
    found = _pattern(r"[\u4e00-\u9fff]{1,8}[\[(〔【](?:19|20)\d\d[\])〕】]\d{1,4}号").search(plain)
    return found[0] if found else ""


def date_in(sentence: str) -> str:
    """The day or month that it prints, 2012年3月; "" where there is none."""
    found = _pattern(r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?").search(squeezed(sentence))
    return found[0] if found else ""


def printed(sentence: str) -> Message | str:
    """Number and date as far as they stand there; "" where neither does."""
    found = tuple(each for each in (number_in(sentence), date_in(sentence)) if each)
    return message("document-printed", printed=found) if found else ""


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)

"""Who a document says it is of where no title of a plan does: its first line, who signs it, where it says it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lowcarbon_desktop.lines import Places
from lowcarbon_desktop.plan import Passage
from lowcarbon_desktop.text.normal import squeezed

_OFFICE = (r"(?:人民政府|政府)(?:办公[厅室])?|(?:发展和?改革|发改)(?:委员会|委|局)"
           r"|(?:[^,。]{0,8})(?:低碳|气候|节能)[^,。]{0,16}(?:领导小组|委员会)(?:办公室)?")
_LIES = r"(?:位于|地处|坐落[于在]|处于)"
_NO_TITLE = r"文件$|[〔\[(]20\d\d[〕\])]\d*号"
_LONGEST = 45
_OPENING, _CLOSING = 8, 6
_ENDS = tuple("。；;，,、：:！")


def opening_lines(passages: Sequence[Passage], places: Places) -> list[str]:
    """The first line of each document that begins with a place: 盐城市节能降碳目标."""
    first = (next((text for passage in each if (text := squeezed(passage.text))), "")
             for _, each in groupby(passages, key=lambda passage: passage.where.file))
    return [text for text in first if places.leading(text.removeprefix("关于")) and len(text) <= _LONGEST
            and not text.endswith(_ENDS) and re.search(_NO_TITLE, text) is None]


def signatures(passages: Sequence[Passage], places: Places) -> list[str]:
    """The places whose government or office stands alone on a line of a cover or at a document's end."""
    found = []
    for document in _documents(passages):
        for text in (*document[:_OPENING], *document[-_CLOSING:]):
            place = places.leading(text)
            if place and re.fullmatch(_OFFICE, text[len(place):]):
                found.append(place)
    return list(dict.fromkeys(found))


def where_it_lies(passages: Sequence[Passage], places: Places) -> list[str]:
    """The places of which a document says where they lie: 盐城市位于江苏省沿海中部."""
    begun = (text for document in _documents(passages) for text in document)
    return list(dict.fromkeys(place for text in begun if (place := places.leading(text))
                              and re.match(_LIES, text[len(place):])))


def _documents(passages: Sequence[Passage]) -> Iterator[list[str]]:
    for _, each in groupby(passages, key=lambda passage: passage.where.file):
        yield [text for passage in each if (text := squeezed(passage.text))]

"""What the title of a paper says of it: by which five-year plan it is, and by which short name it calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.plan import Region
from lowcarbon_desktop.text.years import PLAN_END

_FIVE_YEAR_PLAN = re.compile(
    r"第(十[一二三四]?)个五年规划|[\"“](十[一二三四]?)五[\"”](?:时期)?[^,;\"“]{0,24}(?:规划|纲要|方案)$")
_OTHER_TIME = re.compile(r"过去|以往|以?来,|年来|[远长]期|远景|展望|愿景|此后|以后|今后|未来|[已曾了原]"
                         r"|(?<![比较])(?:[\"“]?十[一三四]?五|(?:19|20)\d\d)")
_KIND = re.compile(r"(?:工作|试点|规划)?(?:实施|行动|总体)?(?:方案|规划|纲要|计划|意见)"
                   r"(?=(?:的通知)?(?:\([^()]*\))?$)")
_CITED = re.compile("《([^》]+)》")


def title_of(sentences: Sequence[Sentence]) -> str:
    """The title at the head of a paper, squeezed; "" where it begins with a sentence."""
    return "" if not sentences or sentences[0].plain.endswith("。") else sentences[0].plain


def plan_of_the_title(sentences: Sequence[Sentence]) -> int | None:
    """The year in which the five-year plan ends that a paper is by its title: ……第十二个五年规划纲要; else None."""
    found = _FIVE_YEAR_PLAN.search(title_of(sentences))
    return PLAN_END[found[1] or found[2]] if found is not None else None


def in_plan(paragraph: Sequence[Sentence], plan: int | None) -> int | None:
    """The plan's last year where a paragraph may be of it, for it speaks of no other time: 过去五年, 远期, 2020年."""
    return None if plan is None or any(_OTHER_TIME.search(each.plain) for each in paragraph) else plan


def short_names(sentences: Sequence[Sentence], applicant: Region | None) -> tuple[str, ...]:
    """The short names by which the applicant's paper calls itself: 《纲要》, 《规划纲要》 of ……发展规划纲要.

    None where it cites another paper of that kind, which 《纲要》 may be as well.
    """
    title = title_of(sentences)
    kind = _KIND.search(title)
    if applicant is None or kind is None or applicant.name not in title:
        return ()
    short = kind[0][-2:]
    cited = {name for each in sentences for name in _CITED.findall(each.plain)}
    others = {name for name in cited if name.endswith(short) and name not in (short, kind[0]) and name not in title}
    return () if others else tuple(dict.fromkeys((kind[0], short)))

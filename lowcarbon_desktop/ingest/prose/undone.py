"""What takes the place of a figure, and what the words behind it make of it: 修改为17.5%, 16%以上的企业."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.prose.amounts import Found
from lowcarbon_desktop.ingest.prose.around import unknown_bracket, words_behind
from lowcarbon_desktop.ingest.prose.bases import instead
from lowcarbon_desktop.ingest.prose.heard import Heard
from lowcarbon_desktop.ingest.prose.parts import OF_ALL
from lowcarbon_desktop.ingest.prose.phrases import Phrase
from lowcarbon_desktop.ingest.prose.provisos import of_others
from lowcarbon_desktop.ingest.prose.standing import as_context, restricted
from lowcarbon_desktop.plan import Reading

_REVISED = re.compile("(?:现|已|后|将|经[^,]{0,8})*(?:调整|修订|修改|变更|核定|改)(?:为|到|至|成)")
_OUTDATES = re.compile("的(?:目标|指标|任务)?值?(?:现|已|后|再|将|由|统一|经[^,]{0,8})*"
                       "(?:调整|修订|修改|变更|核定|改|[上下]调|调[高低]|提高|提升|降低|替换|更正)(?:为|到|至|成)"
                       "(?:累计)?(?:下降|降低)?")
_BACK = re.compile("(?:这[一个]?|该|此|上述)(?:项)?(?:比[重例]|占比|指标)")


def revises(heard: Heard, found: Found) -> bool:
    """Whether an amount is what the one before it was changed to: 由20%修订为17%."""
    return heard.changes and _REVISED.fullmatch(found.before) is not None


def outdates(heard: Heard, found: Found) -> bool:
    """Whether an amount takes the place of the one before it in its clause."""
    return bool(heard.figures) and found.start > len(found.before) and _OUTDATES.fullmatch(found.before) is not None


def replaced(heard: Heard, said: Phrase, found: Sequence[Found]) -> Reading | None:
    """The value that this one takes the place of, be it the nation's or an outdated one: 我市确定的目标为19%."""
    against = said.years.bases or heard.times.waiting
    goes_on = (said.further or (against and not heard.figures)) and said.change == "cut" and (
        not heard.topic.bare(said.core))  # “十三五”期间再下降18%；。到2020年，较2005年降低40%
    back = _BACK.search(found[0].before) is not None and not heard.figures  # 。到2020年该比重达到12%
    if len(found) > 1 or "%" not in found[0].text or not (
            goes_on or back or instead(found[0].before) or _REVISED.fullmatch(found[0].before)
            or outdates(heard, found[0])):
        return None
    last = heard.figures[-1].reading if heard.figures else heard.before
    return last if last is not None and last.unit == "%" else None


def relative(heard: Heard, said: Phrase, found: Found) -> bool:
    """Whether a value is told in percent of an earlier one: 下降到2010年的83%."""
    from_it = found.before.startswith(("提高", "上升", "增加", "下降", "降低", "减少")) and heard.changes
    return said.change == "level" and "%" in found.text and not said.origin and not from_it and any(
        year <= heard.past for year in said.years.targets)


def told_behind(heard: Heard, begun: int, found: Found, after: str) -> None:
    """Heed the words right behind the last amount, and its bracket: 下降16%以上的企业, 16%所需投资, 16%（参考）."""
    if why := of_others(heard.text.text[found.end:]):
        told = message("doubt-supposed", words=why)
        heard.figures[begun:] = [replace(each, reading=as_context(each.reading, told))
                                for each in heard.figures[begun:]]
        return
    last = found.end + len(after) == len(heard.text.text) or after.startswith(("所", "需"))
    if why := unknown_bracket(found.bracket) or (words_behind(after) if last else ""):
        told = message("doubt-supposed", words=why)
        heard.figures[begun:] = [replace(each, reading=restricted(each.reading, told))
                                if each.reading.indicator in OF_ALL else each for each in heard.figures[begun:]]

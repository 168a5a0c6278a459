"""The share of measures that are only something else: how much of a low-carbon plan is only energy saving?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import PERCENT, Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.text.normal import squeezed

if TYPE_CHECKING:
    from lowcarbon_desktop.checks.measures import Measure

_SHOWN = 3


def judge(parameters: Arguments, context: Context) -> Judgement:
    """A measure is only energy saving where it has a word of that list and none of low-carbon work.

    Without `most` the reviewer judges; with it more than that share is a warning, which the reviewer has to confirm.
    """
    if not context.plan.passages:
        return Judgement((Detail("judgement", message("passages-no-text")),))
    from lowcarbon_desktop.checks.measures import measures  # only a text has measures

    found = measures(context.plan, _words(parameters["outside"]))
    own = _words(parameters["own"])
    other = [each for each in found if not _has(each, own)]
    saving = [each for each in other if _has(each, _words(parameters["saving"]))]
    circular = [each for each in other if each not in saving and _has(each, _words(parameters["circular"]))]
    least = int(str(parameters["least"]))
    if len(found) < least:
        return Judgement((Detail("judgement" if parameters["most"] is None else "cannot_tell",
                                 message("measures-few", count=len(found), least=least), settled=False),))
    share = 100 * (len(saving) + len(circular)) / len(found)
    outcome, code = _outcome(share, parameters["most"])
    head = message(code, count=len(found), saving=len(saving), circular=len(circular), share=number(round(share, 1)),
                   most=parameters["most"])
    return Judgement((Detail(outcome, head, settled=False),
                      *_shown(outcome, "measures-saving", saving), *_shown(outcome, "measures-circular", circular)))


def _outcome(share: float, most: object) -> tuple[str, str]:
    if most is None:
        return "judgement", "measures-share"
    return ("fail", "measures-above") if share > float(str(most)) else ("pass", "measures-below")


def _shown(outcome: str, code: str, found: Sequence[Measure]) -> tuple[Detail, ...]:
    said: Message = message(code, count=len(found), shown=min(len(found), _SHOWN))
    evidence = tuple(each.evidence for each in found[:_SHOWN])
    return (Detail(outcome, said, evidence=evidence, settled=False),) if found else ()


def _words(words: object) -> tuple[str, ...]:
    assert isinstance(words, tuple)
    return tuple(squeezed(str(word)).casefold() for word in words)


def _has(measure: Measure, words: Sequence[str]) -> bool:
    return any(word in measure.plain for word in words)


KIND = Kind(
    "measure-share", Text("只讲节能或循环经济的措施占比", "Measures that are only energy saving or circular economy"),
    (Parameter("own", "texts", Text("说明属于低碳工作的词语", "words of low-carbon work proper")),
     Parameter("saving", "texts", Text("节能的词语", "words of energy saving")),
     Parameter("circular", "texts", Text("循环经济的词语", "words of circular economy")),
     Parameter("outside", "texts", Text("标题中有这些词语的章不算措施", "chapters with these words hold no measures")),
     Parameter("least", "int", Text("至少多少项措施才计算占比", "fewest measures of which a share is said"),
               low=2, high=50, unit=Text("项", "measures")),
     Parameter("most", "number", Text("超过百分之几就预警，不写则只提示", "share above which it warns, if at all"),
               required=False, low=1, high=100, unit=PERCENT)),
    judge)

"""A clause and whose it is, and what it hands on to the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass

FIGURE = re.compile(r"\d(?:%|个?百分点|[万亿]?吨)|分之")
_TASK = re.compile(r"(?:完成|实现|确保|达到).*(?:\d%|百分点|吨).*(?:目标|任务|指标|要求)$")
_ON_TOP = re.compile("(?:并|且|而|同时|要|(?:[我全本]市|我[州盟])将?)*在")
_ANNOUNCED = re.compile(r"(?:目标|指标|任务|要求|如下)(?:分别)?(?:为|是)?$|[为是]$")


@dataclass(frozen=True, slots=True)
class Whose:
    """Of whom a clause speaks.

    `kind` is own, assigned (a line that the applicant was given), nation, province, place, district or part (a sector,
    an enterprise, a park); `name` the other place's name, or the words. `sure` is False where the text leaves it open:
    a name that may mean two places, a subject carried over a full stop, a demand quoted.
    """

    kind: str = "own"
    name: str = ""
    sure: bool = True

    @property
    def own(self) -> bool:
        """Whether the clause surely speaks of the applicant as a whole."""
        return self.kind == "own" and self.sure


@dataclass(frozen=True, slots=True)
class Spoken:
    """A clause between commas, squeezed, and whose it is; `named` is True where it says so itself.

    `ended` is the sign that ends it: a comma, a semicolon, a colon, or "" for the last one. `aside` is True within
    brackets: what it names is not spoken of behind them.
    """

    text: str
    whose: Whose
    named: bool = False
    ended: str = ""
    aside: bool = False


OWN = Whose()


def handed_on(text: str, whose: Whose) -> Whose:
    """Whose the next clause is: an assigned line without a figure of its own says nothing of it: 按照下达的任务."""
    text = text.rstrip("。")
    if text.endswith(("基础上", "前提下")):  # what is built on a task with its figure is more than the task
        more = FIGURE.search(text) is not None and _ON_TOP.match(text) is not None
        return whose if whose.kind == "own" else OWN if more else Whose("own", text, False)
    if whose.kind == "assigned" and _TASK.search(text):
        return Whose("own", text, False)  # 完成省下达的17.5%的目标，力争……下降20%
    if whose.kind != "assigned" or FIGURE.search(text) or _ANNOUNCED.search(text):
        return whose
    return Whose("own", text, False)

"""A clause and whose it is, and what it hands on to the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass

FIGURE = re.compile(r"\d(?:%|个?百分点|[万亿]?吨)|分之")
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
    if text.endswith(("基础上", "前提下")):
        return whose if whose.kind == "own" else Whose("own", text, False)
    if whose.kind != "assigned" or FIGURE.search(text) or _ANNOUNCED.search(text):
        return whose
    return Whose("own", text, False)

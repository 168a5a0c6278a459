"""What a file's name, its folder's and the title of a document say against its values being the applicant's own."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.about import region_of
from lowcarbon_desktop.ingest.captions import scope_of_caption
from lowcarbon_desktop.ingest.no_plan import no_plan, withdrawn, without_end
from lowcarbon_desktop.ingest.scope import OWN, SECTOR, UNSURE, Scope
from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.plan import Reading, Region
from lowcarbon_desktop.text.normal import squeezed

_WORDS = {
    "title": r"""(?:方案|规划|纲要|意见|计划|申[报请]书?|请示|通知|报告|材料|研究|课题|总结|回顾|综述|论文|办法|标准
        |细则|规则|指南|指引|须知|手册|大纲|提纲|汇编|选编|简报|经验|案例|说明|样[例表本]|示例|范例|范本|模[板版]
        |建议|结论|纪要|目标|指标|体系|任务|表)$""",
    "of a table": r"^[续附]?表|(?:目标|指标|体系|任务|表)$",
    "applies": "申[报请]|请示|试点|示范",
    "rules": r"方案|规划|纲要|通知|意见|计划|决定|目标|任务|指标|附[表件]",
    "nation": r"(?:国家|全国|国务院|中国|我国)(?!级|低碳|试点|示范|生态|园林|森林|可持续|发展和?改革)",
    "assigns": r"(?:省|自治区)(?!会)(?:[级里直]|政府|委|人民政府)?",
    "shared out": r"(?:各|分)?(?:县|区县|县区|市县|县市区?)(?:[、(][市区、]+\)?)?(?:目标|指标|任务)*(?=分解|汇总|责任)",
    "serial": r"^[\s\d.、_\-()]*(?:(?:附[件表录]|资料|材料)[\d一二三四五六七八九十]*)?[\s.:、_\-()]*(?=.{2})",
    "item": r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十\d]+[章节部]|[目前摘]\s*[录言要]",
    "bracket": r"[(（\[【〔][^()（）]*[)）\]】〕]",
}
_LONGEST = 45
_LINES = 8
_ENDS = tuple("。；;，,、：:！")


class Paper(NamedTuple):
    """One file of an application, and the lines of its title where it is a document."""

    file: str
    titles: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the path says, squeezed, without ending and number: 附件2 惠州市方案.docx is 惠州市方案."""
        return tuple(_words("serial").sub("", squeezed(part))
                     for part in re.sub(r"\.\w{2,5}$", "", self.file).split("/"))

    @property
    def no_plan(self) -> bool:
        """Whether it says of itself, whoever it is of, that it is no plan; then it does not tell who applies either."""
        return any(no_plan(text) or withdrawn(text) for text in (*self.names, *map(squeezed, self.titles)))

    @property
    def applies(self) -> bool:
        """Whether it is a paper by which somebody applies."""
        return any(_words("applies").search(text) for text in (*self.names, *map(squeezed, self.titles)))


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(_WORDS[name], re.VERBOSE)


def titles_of(opening: Sequence[str], captions: Container[str] = ()) -> tuple[str, ...]:
    """The lines that a document's title consists of: those before its first sentence or numbered heading.

    A line 表1 … or that names the targets of the table below it is that table's alone.
    """
    found: list[str] = []
    for line in opening[:_LINES]:
        if len(line) > _LONGEST or line.endswith(_ENDS) or _words("item").match(line):
            break
        if found and _words("bracket").fullmatch(line):
            found[-1] += line
        else:
            found.append(line)
    bare = {line: without_end(squeezed(line)) for line in found}
    return tuple(line for line in found if _words("title").search(bare[line]) and not (
        line in captions and _words("of a table").search(bare[line])))


@lru_cache(maxsize=256)
def scope_of_paper(paper: Paper, applicant: Region | None, places: Places, alone: bool) -> Scope:
    """Whose a file's values are: the applicant's own as a rule, another place's, a sector's, in doubt.

    The name of a file that is the whole application (`alone`) was chosen by whoever opened it, and says less.
    """
    said = {text: _said(text, applicant, places, alone) for text in map(squeezed, paper.titles)}
    for text in paper.names:
        said[text] = _by_name_alone(text, places) if alone else _said(text, applicant, places, False)
    title, scope = next(((text, each) for text, each in said.items() if each != OWN), ("", OWN))
    if scope.region is not None:
        ours = any(applicant in region_of(text, places) for text, each in said.items() if each.region is None)
        found = places.find(scope.region)
        return Scope(unsure=title) if ours else scope._replace(
            region=found[0].name if len(found) == 1 else scope.region)
    return scope._replace(sector=title if scope.sector else "", unsure=title if scope.unsure else "")


def _said(text: str, applicant: Region | None, places: Places, alone: bool) -> Scope:
    bare = text[len(places.leading(text)):] if UNSURE.search(text) else text  # 巴中方案 is no 中方案
    scope = scope_of_caption(_words("shared out").sub("", text if UNSURE.search(bare) else bare), applicant, places)
    if scope.region is not None:
        return scope
    if no_plan(text) or withdrawn(text):
        return Scope(unsure=text)
    above = _of_those_above(text, applicant, places)
    return (Scope(unsure=text) if alone else Scope(above, "context")) if above else scope


def _by_name_alone(text: str, places: Places) -> Scope:
    bare = text[len(places.leading(text)):]
    return Scope(sector=text if SECTOR.search(bare) else "", unsure=text if UNSURE.search(bare) else "")


def _of_those_above(text: str, applicant: Region | None, places: Places) -> str:
    """The province or the nation whose own paper a title says it is: 广东省“十二五”控制温室气体排放工作方案."""
    if applicant is None or not _words("rules").search(text) or _words("applies").search(text):
        return ""
    if _words("nation").match(text):
        return NATION
    named = region_of(text, places)
    if applicant.level not in ("city", "county") or applicant in named:
        return ""
    theirs = [each.name for each in named] == [applicant.province] or (not named and _words("assigns").match(text))
    return applicant.province if theirs else ""


def as_of(reading: Reading, scope: Scope) -> Reading:
    """A value as what the paper in which it stands makes of it."""
    if scope == OWN or reading.region is not None:
        return reading
    if scope.region is not None:
        return replace(reading, region=scope.region, kind="context")
    words = scope.open(squeezed(reading.name))
    if not words or reading.kind != "target":
        return reading
    return replace(reading, doubts=(*reading.doubts, message("doubt-paper", words=words)))

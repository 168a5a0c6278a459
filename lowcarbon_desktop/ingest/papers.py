"""Whose paper each file of an application is, and which is a draft, a sample or a study, by its name and its head."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.about import below, region_of
from lowcarbon_desktop.ingest.captions import scope_of_caption
from lowcarbon_desktop.ingest.context import Papers
from lowcarbon_desktop.ingest.drafts import drafts_among, of_draft, put_aside
from lowcarbon_desktop.ingest.grid import Source
from lowcarbon_desktop.lines import Places
from lowcarbon_desktop.plan import Region
from lowcarbon_desktop.text.normal import squeezed

if TYPE_CHECKING:
    from lowcarbon_desktop.ingest.found import Found
    from lowcarbon_desktop.ingest.surroundings import Cover

_ASIDE = (r"^(?:附件|附表|附录|附)|参[考阅]|借鉴|背景|资料|样[例表]|范例|示例|模板|旧|作?废|初稿|草稿|批复|通知|课题"
          r"|研究|评审|专家|意见|对[比标照]|经验|省(?:级|里)?(?:工作)?方案")
_NOT_A_PLAN = (r"样[例表]|范例|示例|模板|填[写表报](?:说明|指南|要求)|课题|研究(?:报告|成果)|情景|潜力|预测|评审|专家"
               r"|建议稿|参[考阅]|借鉴|对标|评分|考核办法|指南|总结|汇编|经验")
_ABOVE = r"^(?:附[件表录]?\d*)?(?:国家|省(?:级|里|政府|发改委)?|自治区)(?!级?低碳|试点|城市)"
_NUMBERED = r"^(?:附[件表录]?[\d一二三四五六七八九十]*|[\d一二三四五六七八九十]+)[、.\-_:]*"


def papers_in(source: Source, tables: Sequence[Found], covers: Mapping[str, Cover], region: Region | None,
              places: Places) -> Papers:
    """What the files of an application, their names and their heads say of whose they are, and which are drafts."""
    voices: dict[str, list[str]] = {file.name: [] for file in source.files}
    for file, cover in covers.items():
        voices.setdefault(file, []).extend((cover.about.region, *cover.titles))
    for found in tables:
        voices.setdefault(found.sheet.grid.file, []).extend((found.about.region, found.title))
    said = papers_of(voices, region, places) if len(source.files) > 1 else Papers()
    return said._replace(doubts={**_drafts(tables), **said.doubts})


def _drafts(tables: Sequence[Found]) -> dict[tuple[str, str | None], Message]:
    """The doubt against the tables of a sheet, or of a file, that is a draft beside another one."""
    places = {(found.sheet.grid.file, found.sheet.grid.sheet): found.sheet.grid for found in tables}
    files = drafts_among([file for file, _ in places])
    found: dict[tuple[str, str | None], Message] = {(file, None): of_draft(file) for file in files}
    for file in {file for file, _ in places}:
        sheets = drafts_among([sheet or "" for (held, sheet), grid in places.items() if held == file
                               and grid.table is None])
        found.update({(file, sheet): of_draft(sheet) for sheet in sheets if sheet})
    return found


def papers_of(voices: Mapping[str, Sequence[str]], region: Region | None, places: Places) -> Papers:
    """`voices` are, for each file, what says whose it is, the surest first: labels, titles, captions.

    The name of the file comes last. An annex has no say where the main papers have one.
    """
    votes = {file: found for file, texts in voices.items()
             if (found := _vote([*texts, _stem(file)], places)) is not None}
    main = {vote for file, vote in votes.items() if not _aside(file)} or set(votes.values())
    asked = () if region is not None or len(main) < 2 or _one_within(main) else tuple(
        sorted(main, key=lambda each: [*votes.values()].index(each)))
    own = region if region is not None else next(iter(main)) if len(main) == 1 else None
    spoken_for = own is not None and own in votes.values()
    whose = {file: vote.full_name for file, vote in votes.items() if spoken_for and vote != own}
    doubts = {(file, None): said for file in voices
              if file not in whose and (said := _doubt(file, own, places)) is not None}
    return Papers(whose, doubts, asked)


def _vote(texts: Sequence[str], places: Places) -> Region | None:
    """The one place that the first of the texts to name any is of."""
    for text in map(squeezed, texts):
        found = region_of(text, places)
        if len(found) == 1 and not below(text, places):
            return found[0]
    return None


def _one_within(regions: set[Region]) -> bool:
    """Whether they are a province and places in it, between which other words decide."""
    return any(each.level in ("province", "municipality") and all(other.province == each.name for other in regions)
               for each in regions)


def _aside(file: str) -> bool:
    return any(re.search(_ASIDE, squeezed(part)) for part in _parts(file))


def _doubt(file: str, own: Region | None, places: Places) -> Message | None:
    """What the name of a file, or of the folder that it lies in, says against its being the plan's own targets."""
    if put_aside(file):
        return of_draft(file)
    for part in _parts(file):
        text = re.sub(_NUMBERED, "", squeezed(part))
        scope = scope_of_caption(text, own, places)
        if scope.unsure or scope.sector or scope.region or re.search(_NOT_A_PLAN, text) or re.search(_ABOVE, text):
            return message("doubt-paper", file=file)
    return None


def _parts(file: str) -> list[str]:
    *folders, name = file.replace("\\", "/").split("/")
    return [*folders, _stem(name)]


def _stem(file: str) -> str:
    return re.sub(r"\.\w{2,5}$", "", file.replace("\\", "/").rpartition("/")[2])

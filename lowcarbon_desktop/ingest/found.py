"""The tables of an application with what stands around them, and what that says before a row is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.ingest.about import About, answered, labelled, region_of, title_of
from lowcarbon_desktop.ingest.applicant import Applicant
from lowcarbon_desktop.ingest.blocks import Block, Sheet, find_blocks
from lowcarbon_desktop.ingest.captions import (
    behind_county,
    scope_of_caption,
    scope_of_sheet,
    stated_by_us,
    strange,
    topic_of,
)
from lowcarbon_desktop.ingest.grid import Grid, Source
from lowcarbon_desktop.ingest.limits import MAX_OPENING
from lowcarbon_desktop.ingest.notices import Notices, notices_of, paragraphs_before
from lowcarbon_desktop.ingest.pairs import form_blocks, is_name
from lowcarbon_desktop.ingest.rows import Context, Tools
from lowcarbon_desktop.ingest.scope import OWN, SECTOR, UNSURE, Scope, scopes_for
from lowcarbon_desktop.ingest.taken_back import doubt_of_notes
from lowcarbon_desktop.ingest.times import (
    BaseNote,
    base_note,
    brackets_cumulate,
    footnotes,
    phases_in,
    years_of_caption,
)
from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.plan import Region
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.rare import Rare

if TYPE_CHECKING:
    from lowcarbon_desktop.ingest.files import Files
    from lowcarbon_desktop.ingest.surroundings import Cover

_FORM_ROWS = 30
_PHASE_LINES = 4
_LEADING = 3
_MAY_TELL = Rare("(?:以上|上述|表中|本表|表列).*[为是系]|[我本](?:市|州|省|盟|地区|自治区)|全(?:省|自治区)|来源.*《",
                 "为是系我本全《")
_PLACE_COLUMNS = 3
_WITH_OTHERS = "(?:与|和|同|及)(?:周边|其[他它]|全国|全省|省内|国内|先进|同类|兄弟|部分|相邻|邻近)"
_WORDS = re.compile(r"[^\d%一二两三四五六七八九十百千万—–/~≥≤<>-]{2,}")  # of no number at all
_DUE = re.compile(r"(?:19|20)\d\d")
_SHARED_OUT = Rare(r"(?<![省家级市里])分解(?:到[^,]{0,4}(?:部门|单位))?"
                   r"(?=(?:一览|落实|情况|方案|计划)?表?(?:$|[(])|如下|[见列]下)", "解")
"""Among whom nobody says: its departments; 指标分解表 holds the applicant's own targets."""
# 低碳指标（现状为2010年，近期为2015年）
_WHEN = Rare(r"[(（][^()（）]*(?:现状|基期|[近中远]期)[^()（）]*20\d\d[^()（）]*[)）]", "现期")
_COMPARES = ("对照", "对比", "比较", "相比")
_MAY_NOTE = "[基均都比较]|统一|一律|[=为]100"


@frozen()
class Found:
    """A table found in a sheet, with the rows above it that belong to it, its lead-in and the headings."""

    sheet: Sheet
    block: Block
    above: tuple[int, ...]
    about: About
    about_rows: tuple[int, ...]
    title: str
    sentence: str = ""
    headings: tuple[str, ...] = ()

    @cached_property
    def notices(self) -> Notices:
        """What stands around it for or against its values, whoever the applicant is."""
        return notices_of(self.sheet, self.block, self.above, self.title)


def tables_of(grid: Grid, tools: Tools) -> tuple[Found, ...]:
    """The tables of a sheet; one that is as it was met before is not looked through again."""
    return tools.memory.table(grid.place)(0, (grid,), lambda _: tuple(_tables_in(Sheet(grid), tools)))


def _tables_in(sheet: Sheet, tools: Tools) -> Iterator[Found]:
    before = 0
    scopes = scopes_for(None, tools.places)
    blocks = [block for block in find_blocks(sheet, tools.headings, lambda text: is_name(text, scopes, tools))
              if not _of_measures(sheet, block, tools.places)]
    for block in sorted((*blocks, *form_blocks(sheet, blocks, tools)), key=lambda each: each.top):
        above = tuple(row for row in range(before, block.top) if not sheet.blank(row))
        about, about_rows = labelled(sheet, above)
        title = title_of(sheet, [row for row in above if row not in about_rows])
        if sheet.grid.table is None:
            yield Found(sheet, block, above, about, about_rows, title, _sentence_above(sheet, above))
        else:
            from lowcarbon_desktop.ingest.surroundings import said_around
            said = said_around(sheet.grid.around)
            heads = any(len(set(sheet.row(row)) - {""}) > 1 for row in above if row not in about_rows)
            sentence = said.sentence or (said.title if title and not heads else "")  # what stands above both is heard
            title = f"{said.title} {title}".strip() if heads else title or said.title  # 节能目标 | 产业目标 is no title
            yield Found(sheet, block, above, about.or_else(said.about), about_rows, title, sentence,
                        said.headings)
        before = block.end


def _sentence_above(sheet: Sheet, above: Sequence[int]) -> str:
    """The sentence that leads to the table of a sheet, in a row of its own; most sheets have none."""
    alone = [texts.pop() for row in above[-_LEADING:]
             if len(texts := {cell.text for cell in sheet.grid.rows[row] if cell.text}) == 1]
    if not any("。" in text for text in alone):
        return ""
    from lowcarbon_desktop.ingest.surroundings import leading_sentence
    return leading_sentence(alone)


def _of_measures(sheet: Sheet, block: Block, places: Places) -> bool:
    """Whether a table has nothing but words where its values would be: a form, tasks, measures and who is in charge.

    Its sentences are read as prose, unless the time of each stands beside it.
    """
    rows = range(block.first, block.end)
    written = [["。" in text for text in sheet.row(row)[1:] if text] for row in rows]
    if any(map(any, written)) and (_heads_a_form(block, places) or (block.shape == "rows" and all(map(all, written)))):
        return True
    if sheet.grid.table is None or block.shape != "years":
        return False
    held = [text for row in rows for column in block.values if (text := sheet.text(row, column))]
    dated = any(_DUE.match(text) and len(text) < 12 for row in rows for text in sheet.row(row))
    return len(held) > 1 and not dated and all(_WORDS.fullmatch(text) for text in held)


def _heads_a_form(block: Block, places: Places) -> bool:
    """Whether its heading is a label and a place that answers it, 申报城市 | 山东省淄博市（盖章）."""
    said = [heading for heading in block.columns if heading.text]
    return not any(heading.year is not None for heading in said) and any(
        (label.role == "regions" or label.text == "项目名称") and places.mentioned(answer.text)
        for label, answer in pairwise(said))


def context_of(found: Found, region: Region | None, tools: Tools, whose: str | None, one: bool) -> Context:
    """What is known of a table before its rows are read; `one` is False where it holds several applicants."""
    title = squeezed(stated_by_us(found.title))
    title = _SHARED_OUT.sub("", _WHEN.sub("", title))
    behind = behind_county(title, region, tools.places)
    title = behind if behind is not None else title
    if found.block.shape == "districts":  # what the applicant shares out among its districts was not assigned to it
        title = re.sub("分解|下达(?=到?各)", "", title)
    said = scopes_for(region, tools.places).text(title) if one and not _tells_whose(found, title) else OWN
    scope = Scope(whose, "context") if whose is not None else Scope(
        NATION if said.region == NATION else None, said.kind)
    grid = found.sheet.grid
    sheet = "" if grid.table is not None else grid.sheet or ""
    one_place = found.block.shape not in ("rows", "districts")
    if one and sheet:
        scope = scope.under(scope_of_sheet(sheet, scopes_for(region, tools.places)))
    headings = tuple(map(stated_by_us, found.headings))
    for words in (_WHEN.sub("", stated_by_us(found.title)), sheet, found.sentence, *headings) if one else ():
        scope = scope.under(scope_of_caption(words, region, tools.places, one_place))
        if one_place and scope == OWN:
            scope = strange(words, region, tools.places, words is found.sentence, words in headings)
    years = years_of_caption(found.title, sheet)
    notes = found.notices.notes
    base, marks, cumulates, doubt = _noted(notes)
    joined = paragraphs_before(found.sheet)[-_PHASE_LINES:] if grid.boxes else ()
    phases = phases_in((*notes, *grid.around.before[-_PHASE_LINES:], *joined))
    doubt = doubt or found.notices.doubt
    if one and doubt is None and region is not None:
        doubt = _of_others((*notes, *grid.around.before[-_LEADING:]), region, tools.places)
    return Context(found.title, region, found.about.unit, scope, years, base or _sure(base_note(joined)),
                   topic_of(found.title, scopes_for(region, tools.places), tools.namer), marks, cumulates,
                   doubt, found.notices.reservations, found.notices.unseen, phases)


@lru_cache(maxsize=1024)
def _of_others(texts: tuple[str, ...], region: Region, places: Places) -> Message | None:
    """The doubt where a note says that all values are somebody else's: 以上为苏州市目标."""
    near = [text for text in texts if _MAY_TELL.search(text)]
    if not near:
        return None
    from lowcarbon_desktop.ingest.whose_words import names_of, told_of_others  # patterns that most tables never need
    words = told_of_others(near, names_of(region, places))
    return message("doubt-words-around", words=words) if words else None


@lru_cache(maxsize=1024)
def _noted(notes: tuple[str, ...]) -> tuple[BaseNote | None, tuple[tuple[str, str], ...], bool, Message | None]:
    """What notes say of their whole table: the base year, footnotes, that brackets hold sums, and a doubt."""
    return (base_note(text for text in notes if re.search(_MAY_NOTE, text)), footnotes(notes),
            brackets_cumulate(notes), doubt_of_notes(list(notes)))


def drafts_of(tables: Sequence[Found]) -> dict[tuple[str, str | None], Message]:
    """The doubt against the tables of a sheet that is a draft beside another one, by file and sheet."""
    places = {(found.sheet.grid.file, found.sheet.grid.sheet): found.sheet.grid for found in tables}
    if len(places) < 2 and not any("废" in (sheet or "") for _, sheet in places):
        return {}
    from lowcarbon_desktop.ingest.drafts import drafts_among, of_draft
    found: dict[tuple[str, str | None], Message] = {}
    for file in {file for file, _ in places}:
        sheets = drafts_among([sheet or "" for (held, sheet), grid in places.items() if held == file
                               and grid.table is None])
        found.update({(file, sheet): of_draft(sheet) for sheet in sheets})
    return found


def files_of(source: Source, tables: Sequence[Found], places: Places) -> Files | None:
    """What the names and titles of the files say; None for a lone workbook, whose name says nothing as a rule."""
    name = squeezed(source.files[0].name)
    if len(source.files) == 1 and not source.passages and not (
            "废" in name or UNSURE.search(name) or SECTOR.search(name)):
        return None
    from lowcarbon_desktop.ingest.files import Files
    labels: dict[str, str] = {}
    for found in tables:
        labels[found.sheet.grid.file] = labels.get(found.sheet.grid.file) or found.about.region or found.title
    return Files(source, {found.title for found in tables}, places, labels)


def _sure(note: BaseNote | None) -> BaseNote | None:
    """A note that gives a base year; one that leaves it open was not meant for the table."""
    return note if note is not None and (note.year is not None or note.each) else None


def compares_itself(title: str, places: Places) -> bool:
    """Whether a title says who compares itself with others: 晋城市与周边城市2015年低碳目标比较."""
    text = squeezed(title)
    own = places.leading(text)
    return bool(own) and own != NATION and re.match(_WITH_OTHERS, text[len(own):]) is not None and (
        any(word in text for word in _COMPARES))


def speaks_of_us(found: Found) -> bool:
    """Whether one of the places of a comparison is 我市: the others are what it compares itself with."""
    block = found.block
    texts = [heading.text for heading in block.columns] if block.shape == "columns" else [
        text for row in found.sheet.rows[block.first:block.end] for text in row[:_PLACE_COLUMNS]]
    return any(text[:2] in ("我市", "本市", "我州", "本州", "我省", "本省", "我盟", "本盟") for text in texts)


def of_another(found: Found, places: Places) -> bool:
    """Whether a title names a place that is none of those compared, nor their province: it looks at what others do."""
    named = [each for each in region_of(squeezed(found.title), places) if each.name != NATION]
    block = found.block
    texts = [heading.text for heading in block.columns] if block.shape == "columns" else [
        text for row in found.sheet.rows[block.first:block.end] for text in row[:_PLACE_COLUMNS]]
    compared = {each for text in texts for each in places.find(text)}
    within = {each.province for each in compared}
    return bool(named) and bool(compared) and not any(
        each in compared or (each.name == each.province and each.name in within) for each in named)


def _tells_whose(found: Found, title: str) -> bool:
    """Whether a title only compares, 与省下达指标对照, and the table's own headings say which value is whose."""
    return any(word in title for word in _COMPARES) and any(
        heading.role == "regions" or (heading.role == "value" and (heading.region or heading.kind == "context"))
        for heading in found.block.columns)


def kind_of(found: Found, tools: Tools) -> str:
    """What the title of a comparison makes of its values: 下达 makes them context, 完成情况 actual."""
    scope = scopes_for(None, tools.places).text(squeezed(found.title))
    return scope.kind if scope.region is None else "target"


def elsewhere(found: Found, applicant: Applicant, tools: Tools) -> str | None:
    """Whose table it is where not the applicant's: by its title, or by the sentence before it where no title says."""
    if region_of(squeezed(found.title), tools.places) or not found.sentence:
        return applicant.elsewhere(stated_by_us(found.title), tools.places)
    return applicant.elsewhere(found.sentence, tools.places)


def covers_of(source: Source) -> dict[str, Cover]:
    """How each document begins, by its file."""
    if not source.passages:
        return {}
    from lowcarbon_desktop.ingest.surroundings import cover_of
    texts = {file: [passage.text for passage in passages]
             for file, passages in groupby(source.passages, key=lambda passage: passage.where.file)}
    return {file: cover_of(lines[:MAX_OPENING], lines[-MAX_OPENING:]) for file, lines in texts.items()}


def abouts_of(tables: Sequence[Found], covers: dict[str, Cover], forms: Sequence[About]) -> list[About]:
    """All that is said by labels: on the covers first, then in forms, then at the tables."""
    return [*(cover.about for cover in covers.values()), *forms, *(found.about for found in tables)]


def forms_of(grids: Sequence[Grid], tables: Sequence[Found]) -> list[About]:
    """What forms say of the applicant: sheets, and tables of documents, without indicators and not of facts."""
    sheets = [Sheet(grid) for grid in grids if all(
        found.sheet.grid.place != grid.place or found.block.shape == "form" for found in tables)]
    return [answered(sheet, range(min(sheet.height, _FORM_ROWS))) for sheet in sheets]

"""From the sheets of an application to its plan, or to one plan for each applicant of a comparison table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import Message, PlanUnreadable, message
from lowcarbon_desktop.ingest.about import About, day_in, day_of, region_of
from lowcarbon_desktop.ingest.applicant import Applicant, applicant_of, of_part
from lowcarbon_desktop.ingest.fact_sheet import FactSheets, read_facts, start_of, with_read
from lowcarbon_desktop.ingest.facts import facts_in
from lowcarbon_desktop.ingest.form_rows import is_form, rows_left_empty
from lowcarbon_desktop.ingest.found import (
    Found,
    abouts_of,
    compares_itself,
    context_of,
    covers_of,
    drafts_of,
    elsewhere,
    files_of,
    forms_of,
    kind_of,
    of_another,
    speaks_of_us,
    tables_of,
)
from lowcarbon_desktop.ingest.grid import Grid, RawCell, Source
from lowcarbon_desktop.ingest.rows import TableReader, Tools
from lowcarbon_desktop.ingest.shown import is_table, left_table, nothing_of_its_own, rows_above, table_of
from lowcarbon_desktop.ingest.times import FIRST_YEAR
from lowcarbon_desktop.plan import Fact, Passage, Plan, Reading, Region, Table
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.rare import Rare

if TYPE_CHECKING:  # read only where there is a document, since each start counts
    from lowcarbon_desktop.ingest.files import Files
    from lowcarbon_desktop.ingest.prose.reading import Prose
    from lowcarbon_desktop.progress import Progress

_COVER_ROWS = 30
_AIMED = Rare(r"(?:下降|降低|达到)\d", "降达")
_PLAN_TITLE = re.compile(r"(?:方案|规划|纲要|意见|申[报请][书表]?|材料|报告|(?:指标|目标)体?系?)\s*$")


def build(source: Source, tools: Tools, region: str | None, as_of: date | None,
          progress: Progress | None = None) -> tuple[Plan, ...]:
    """Understand a source: one plan, or one for each applicant where the only table compares regions.

    `region` names the applicant, or picks one of several. Raises PlanUnreadable where there is neither a table nor a
    text, UsageError for a region that nobody knows.
    """
    remarks = list(source.remarks)
    seen = [grid for grid in source.grids if not grid.hidden and grid.left is None]
    plain = [grid for grid in seen if start_of(grid) is None]
    sheets = read_facts([grid for grid in seen if all(grid is not each for each in plain)], tools.facts)
    tables = [found for grid in plain for found in tables_of(grid, tools)]
    remarks += [message("sheet-hidden", sheet=grid.sheet or grid.file) for grid in source.grids if grid.hidden]
    passages = _passages(source, plain, tables)
    files = files_of(source, tables, tools.places)
    silent = files.silent if files is not None else ()
    covers = {file: cover for file, cover in covers_of(source).items() if file not in silent}
    forms = forms_of([grid for grid in plain if grid.file not in silent], tables)
    telling = [found for found in tables if found.sheet.grid.file not in silent]
    abouts = abouts_of(telling, covers, forms)
    titles = [title for cover in covers.values() for title in cover.titles]
    if len(tables) == 1 and not sheets.tables and tables[0].block.shape in ("columns", "rows") and not _tells_whose(
            tables[0], abouts, titles, tools):
        from lowcarbon_desktop.ingest.comparison import applicants_in, only_shown, picked
        whole = _plan(source, tables, tools, None, ())
        written = _written(tables, abouts_of(tables, covers, forms))
        several = applicants_in(whole, tools, kind_of(tables[0], tools), remarks, only_shown(tables[0], tools))
        plans = tuple(_dated(plan, *written, as_of) for plan in several)
        return plans if region is None else picked(plans, region, tools)
    sheetwise = [grid for grid in source.grids if grid.table is None and grid.file not in silent]
    lines = [grid.sheet or "" for grid in sheetwise] + [text for grid in sheetwise for text in _cover(grid)]
    lines += [notice for cover in covers.values() for notice in cover.notices]
    applicant = applicant_of(abouts, titles, [found.title for found in telling], lines,
                             [file.name for file in source.files if file.name not in silent], region, tools.places,
                             files.open if files is not None else (),
                             [each for each in source.passages if each.where.file not in silent])
    theirs = files.theirs(applicant.region) if files is not None else {}
    remarks += [message("file-elsewhere", file=file, region=name) for file, name in theirs.items()]
    written, remark = _written(telling, abouts)
    prose = _prose(passages, applicant.region, tools, written, files, progress)
    if not tables and not sheets.tables and source.grids and not source.passages and (
            prose is None or not prose.readings):
        from lowcarbon_desktop.ingest.no_table import nothing_found
        raise PlanUnreadable(nothing_found(source, tools))
    plan = _plan(source, tables, tools, applicant.region, (*remarks, *applicant.remarks), applicant, prose, files)
    if applicant.part:
        plan = replace(plan, readings=of_part(plan.readings, applicant.part))
    if passages:
        plan = replace(plan, passages=passages, whole=source.whole and prose is not None and prose.spoken)
    return (_dated(_with_form(plan, sheets), written, remark, as_of),)


def _tells_whose(found: Found, abouts: Sequence[About], titles: Sequence[str], tools: Tools) -> bool:
    """Whether something says whose application the one table is of, so that it holds no applicants side by side."""
    return (any(about.region for about in abouts) or any(region_of(squeezed(title), tools.places) for title in titles)
            or compares_itself(found.title, tools.places) or of_another(found, tools.places) or speaks_of_us(found))


def _passages(source: Source, grids: Sequence[Grid], tables: Sequence[Found]) -> tuple[Passage, ...]:
    """The paragraphs of the documents, and the cells with words that belong to no table of indicators."""
    found = list(source.passages)
    for grid in grids:
        here = [each.block for each in tables if each.sheet.grid.place == grid.place]
        if not (_wordy(grid) or any(block.pairs for block in here)):
            continue
        from lowcarbon_desktop.ingest.prose.cells import cell_passages
        taken = {row for block in here if block.shape != "form" for row in range(block.top, block.end)}
        read = {(pair.row, column) for block in here for pair in block.pairs for column in (pair.label, pair.value)}
        read |= {(row, column) for block in here for column in block.values for row in range(block.first, block.end)}
        found += cell_passages(grid, taken, read)
    return tuple(found)


def _wordy(grid: Grid) -> bool:
    """Whether some cell may hold a sentence, or the grid is a form of a document."""
    return grid.table is not None or any(map(_has_a_sentence, grid.rows))


@lru_cache(maxsize=2048)
def _has_a_sentence(cells: tuple[RawCell, ...]) -> bool:
    return any("。" in cell.text or "，" in cell.text or _AIMED.search(cell.text) or (
        cell.text[:2] == "20" and cell.text[-1] in "%％" and ("比" in cell.text or "较" in cell.text))
        for cell in cells)


def _prose(passages: Sequence[Passage], region: Region | None, tools: Tools, written: date | None,
           files: Files | None, progress: Progress | None) -> Prose | None:
    """What the passages say; they stay as they are when a cell is corrected, and are not read again then."""
    if not passages:
        return None
    from lowcarbon_desktop.ingest.prose.reading import read_prose
    past = (written.year - 1,) if written is not None else ()
    own, theirs = files.apart(passages, region) if files is not None else (passages, ())
    recall = tools.memory.table("prose")

    def said(which: int, among: Sequence[Passage]) -> Prose:
        return recall(which, (tuple(among), region, past),
                      lambda _: read_prose(among, region, tools, *past, progress=progress))

    prose = said(0, own)
    more = said(1, theirs).readings if theirs else ()
    readings = (*prose.readings, *more)
    return replace(prose, readings=tuple(files.standing(readings, region)) if files is not None else readings)


def _cover(grid: Grid) -> list[str]:
    """Lines of a sheet that may name the plan: 厦门市低碳城市试点实施方案 on a cover."""
    return [text for row in grid.rows[:_COVER_ROWS] for text in _titles(row)]


@lru_cache(maxsize=1024)
def _titles(cells: tuple[RawCell, ...]) -> tuple[str, ...]:
    return tuple([cell.text for cell in cells if len(cell.text) <= 60 and _PLAN_TITLE.search(cell.text)])


def _written(tables: Sequence[Found], abouts: Sequence[About]) -> tuple[date | None, Message | None]:
    """The day that an application states itself."""
    stated = next((about.date for about in abouts if about.date), "")
    return day_of(stated) if stated else day_in(squeezed(" ".join(found.title for found in tables)))


def _dated(plan: Plan, written: date | None, remark: Message | None, as_of: date | None) -> Plan:
    """The plan as of the day that the user gives, else that which it states itself, else of none yet."""
    if remark is not None:
        plan = replace(plan, remarks=(*plan.remarks, remark))
    if as_of is not None:
        return plan.dated(as_of, "option", written)
    return plan.dated(written, "plan") if written is not None else plan.achieved_before(FIRST_YEAR)


def _plan(source: Source, tables: Sequence[Found], tools: Tools, region: Region | None, remarks: Sequence[Message],
          applicant: Applicant | None = None, prose: Prose | None = None, files: Files | None = None) -> Plan:
    readings: list[Reading] = []
    read: list[Table] = []
    drafts = drafts_of(tables)
    theirs = files.theirs(region) if files is not None else {}
    for found in tables:
        whose = theirs.get(found.sheet.grid.file) or (
            elsewhere(found, applicant, tools) if applicant is not None else None)
        context = context_of(found, region, tools, whose, applicant is not None)
        if drafts and context.doubt is None:
            context = context._replace(doubt=drafts.get((found.sheet.grid.file, found.sheet.grid.sheet)))
        reader = TableReader(found.sheet, found.block, context, tools, len(readings))
        rows = (*rows_above(found), *reader.rows())
        readings += reader.readings
        read.append(table_of(found, rows, reader.readings, whose))
    read += [left_table(grid) for grid in source.grids if grid.table is not None and not grid.hidden
             and all(found.sheet.grid.place != grid.place for found in tables) and is_table(grid)]
    taken = [table for table in read if table.taken]
    apart = [table for found, table in zip(tables, read, strict=False)  # those of a form belong together
             if table.taken and not is_form(table) and found.block.shape != "form"]
    readings = files.standing(readings, region) if files is not None else readings
    if prose is not None and prose.limits is not None:
        from lowcarbon_desktop.ingest.prose.standing import restricted
        readings = [restricted(each, prose.limits) for each in readings]
    spoken = _spoken(prose, readings, tools)
    more = [message("tables-several", count=len(apart), tables=tuple(table.where.start for table in apart))
            ] if len(apart) > 1 else nothing_of_its_own(read, region) if not taken and not any(spoken) else []
    return Plan(source.files, region, None, None, (*readings, *spoken[0]), tuple(read),
                with_read(spoken[1], facts_in(readings)), (*remarks, *more))


def _spoken(prose: Prose | None, readings: Sequence[Reading],
            tools: Tools) -> tuple[tuple[Reading, ...], Mapping[str, Fact]]:
    """What sentences add to the tables: readings and facts."""
    if prose is None:
        return (), {}
    from lowcarbon_desktop.ingest.prose.beside import beside
    return beside(prose.readings, readings, tools.units), prose.facts


def _with_form(plan: Plan, sheets: FactSheets) -> Plan:
    """The plan with the sheets of facts, and with what was left empty in a form."""
    return replace(plan, tables=(*plan.tables, *sheets.tables), facts=with_read(sheets.facts, plan.facts),
                   remarks=(*plan.remarks, *rows_left_empty(plan.tables), *sheets.remarks))

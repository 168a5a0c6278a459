"""Reads one value: what its name, heading, section and cell say together, and every reason to doubt it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.against import Against
from lowcarbon_desktop.ingest.blocks import Block
from lowcarbon_desktop.ingest.cell_text import said_in, words_in
from lowcarbon_desktop.ingest.changes import Changes
from lowcarbon_desktop.ingest.context import NO_YEARS, Context, Place, Tools
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.headings import BARE_TO_BASE, without_sign
from lowcarbon_desktop.ingest.names import SUMMED, Named
from lowcarbon_desktop.ingest.row_units import RowUnits
from lowcarbon_desktop.ingest.scope import OWN, Scope, scopes_for
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.ingest.signs import sign_beside, signed
from lowcarbon_desktop.ingest.times import FIRST_YEAR, based_on, bases_in_name, phase_year
from lowcarbon_desktop.ingest.values import conversion, in_per_cent, quantity_of, sums
from lowcarbon_desktop.plan import Reading, Where
from lowcarbon_desktop.plan.where import cell_name
from lowcarbon_desktop.text.normal import in_chinese, squeezed
from lowcarbon_desktop.text.rare import Rare
from lowcarbon_desktop.text.years import Years

_OTHER_HALF = r"([一-龥A-Z][^\d]{1,20}?)((?:达到?|为|约|不[低高]于|控制在)?\d.*)"  # 非化石能源 | 占一次能源消费8%
_YEARS = 4
_YEARLY = "(?:比|较)上一?年度?|年均|每年|逐年"
_AS_DEFINED = (r"[(（](?:其?中?含|包括|包含)(?:(?:水|核|风|光伏|光|生物质)电?能?(?:发电)?"
               r"|太阳能|可再生能源|[、,，和及])+[)）]$")
_BY_PLAN = Rare("[“\"‘]?十[一二三四]?五[”\"’]?(?:规划|期?末|期间|时期)?(?:目标|规划)?值?", "十")  # “十二五”目标
_COMPARED = r"(?:比|较|相对于?|与|同|以|在)[“\"‘]?(?:(?:19|20)\d\d|十[一二三四]?五)"


class ValueReader:
    """Reads the values of one block."""

    def __init__(self, sheet: Sheet, block: Block, context: Context, tools: Tools) -> None:
        self._sheet, self._block, self._context, self._tools = sheet, block, context, tools
        self.scopes = scopes_for(context.applicant, tools.places)
        self._against = Against(sheet, block, context, tools.places)
        self.named = lru_cache(maxsize=1024)(self._named)
        self._has_signs = any(heading.role == "sign" for heading in block.columns)
        self._units = RowUnits(sheet, block, context, tools)
        self._changes = Changes(sheet, block, context, tools, self.named)

    def read(self, at: Place, cell: RawCell) -> Reading:
        """The reading of one cell; a cell that states nothing is a reading without a value."""
        text, at = self._changes.uncovered(cell.text, self._changes.above(at))
        text = re.sub(_AS_DEFINED, "", text) if "非化石" in at.name else text
        heading = at.heading
        name, sign = without_sign(at.name)
        if sign and self.named(name, heading.change, "", heading.text)[0].indicator is not None:
            at, text = at._replace(name=name), signed(text, sign)
        if heading.sign or self._has_signs:
            text = signed(text, heading.sign, sign_beside(self._sheet.row(at.row), self._block.columns, at.column))
        said, inside = said_in(text)
        if said.stated and said.low is None and said.high is None and (
                halves := re.fullmatch(_OTHER_HALF, squeezed(text))) is not None and (
                self.named(at.name + halves[1], heading.change, "", heading.text)[0].indicator is not None):
            at, (said, inside) = at._replace(name=at.name + halves[1]), said_in(halves[2])
        of_cell = "" if text.endswith("↑") else words_in(said, inside)  # 12↑ is 12 and rising, or a rise by 12
        named, scope = self.named(at.name, heading.change, of_cell, heading.text)
        printed_unit = self.printed(at.row, self._block.left_of(at.column, "unit"))
        if named.indicator is None and at.name.endswith(SUMMED) and (unit := printed_unit or said.unit or heading.unit):
            named, scope = self.named(f"{at.name}({unit})", heading.change, "", heading.text)
        if self._falls_yearly(named, at):
            named = self.named("年均" + at.name, heading.change, "", heading.text)[0]
        if said.low is not None and said.low < 0 and named.by_cell and not said.change:
            said = said._replace(low=-said.low, high=-said.low, doubts=())
        scope = scope.under(self._scope(at))
        base, target, doubts, custom = self._years(named, at, inside)
        if said.low == 0 and base == target:
            doubts = [each for each in doubts if each.code != "doubt-base-after"]  # no cut yet in the base year
        indicator = self._tools.register[named.indicator] if named.indicator is not None else None
        noted, in_name = None, None
        if indicator is not None and indicator.kind in ("cut", "increase"):
            in_name = bases_in_name(at.printed_name) if named.doubts else None
            noted = in_name or self._against.base_note(at, target) or self._context.note
            if noted is not None and not noted.speaks_of(in_chinese(at.name)):
                noted = None
        if noted is not None:
            base, noted, more = based_on(noted, base, target, at.heading.kind, custom)
            doubts += more
        elif custom and indicator is not None and indicator.kind in ("cut", "increase") and (
                other := self._against.other_base(at, base, target)) is not None:
            doubts.append(other)
        if base is not None and noted is None and indicator is not None and indicator.kind in ("cut", "increase") and (
                another := self._against.another_base(at, base)) is not None:
            doubts.append(another)
        if in_name is not None and noted is not None:  # the two years of the name are not in doubt: each has its base
            named = named._replace(doubts=tuple(each for each in named.doubts if each.code != "doubt-years"))
        if base is not None and indicator is not None and indicator.kind in ("share", "level") and (
                not inside.bases and not re.search(
                    _COMPARED, at.name if sums(heading, indicator) else f"{at.name}|{heading.text}")):
            base = None  # “十二五”期末 森林覆盖率 is a level of 2015, whatever year the plan began with
            doubts = [each for each in doubts if each.code != "doubt-span"]
        if target is not None and target < FIRST_YEAR and scope.kind == "target" and heading.promises:
            scope = scope._replace(kind="context")  # an old target is neither achieved nor aimed at
        unit = self._units.of(at, named, printed_unit, said.unit, indicator)
        value, unit_id, more = quantity_of(said, cell, unit, indicator, self._tools.units)
        if target is None and value is not None and scope.kind == "target" and indicator is not None and (
                indicator.unit != "年"):
            doubts.append(message("doubt-yearless"))
        if said.low is not None and 0 < said.low < 1 and in_per_cent(
                said.low, [self._sheet.text(at.row, column) for column in self._block.values]):
            more = tuple(each for each in more if each.code != "doubt-fraction")
        doubts += more
        if words := scope.open(at.name):
            doubts.append(message("doubt-scope", scope=words))
        changes = indicator is not None and indicator.kind in ("cut", "increase")
        if heading.unknown and not (changes and re.fullmatch(BARE_TO_BASE, heading.unknown)):
            doubts.append(message("doubt-heading", words=heading.unknown))
        if value is not None and scope.kind == "target":
            doubts += self._against.doubts(at, cell.text, target)
            if changes and indicator is not None and indicator.kind == "cut" and (
                    differs := self._against.difference(at, cell.text)) is not None:
                doubts.append(differs)
        if not said.stated:
            doubts = []
        if cell.trouble is not None:
            doubts.append(cell.trouble)
        if self._sheet.merged(at.row, at.column) and value is not None:
            doubts.append(message("doubt-merged", cell=cell_name(at.row, at.column)))
        rule = message("rule", name=named.rule or named.why or message("name-unknown"),
                       amount=said.rule or message("amount-not-understood"))
        if noted is not None:
            rule = message("rule-base-noted", rule=rule, base=str(base), note=noted.text)
        return Reading(
            named.indicator, at.printed_name, cell.text, self.where(at.row, at.column), at.name_where, value, unit_id,
            printed_unit, base, target, scope.region, scope.kind,
            "entered" if cell.was is not None else "read", cell.was,
            conversion(rule, value, indicator, self._tools.units),
            tuple(dict.fromkeys((*named.doubts, *doubts) if said.stated else doubts)))

    def _named(self, name: str, change: str, of_cell: str, heading: str = "") -> tuple[Named, Scope]:
        """What the name means once the words that say whose it is are taken off its front, and that scope.

        A name without a word of change takes it from the heading, else from the cell (下降18%, 年均下降3.5%).
        """
        bare, scope = self.scopes.name(in_chinese(name))
        understand = self._tools.namer.understand
        named = understand(bare + change, self._context.caption)
        if named.indicator is None and self._context.topic and (said := self._only_a_heading(bare)) is not None:
            bare, scope = self._context.topic + bare, scope.under(said)
            named = understand(bare + change if said == OWN else self._context.topic + change, "")
        if of_cell and not change.replace("变化", ""):
            changed = understand(bare + of_cell.removeprefix("-"), self._context.caption)
            if of_cell.startswith("年均"):
                named = changed  # a yearly change in the cell is never one over all the years
            elif changed.indicator is not None:
                named = changed._replace(by_cell=changed.indicator != named.indicator)
        if "累计" in heading and (whole := re.sub(_YEARLY, "", bare)) != bare:
            named = understand(whole + change, self._context.caption)  # 比上年下降 in the column 五年累计
        if named.indicator is None and scope != OWN and understand(name, self._context.caption).indicator is not None:
            return understand(name, self._context.caption), OWN
        return named, scope

    def _falls_yearly(self, named: Named, at: Place) -> bool:
        """Whether a cut without any base year stands among those of the years before and after, all alike."""
        written = [years for years in (at.heading.years, at.section.years, self._context.years)
                   if years is not None and years.bases]
        if named.indicator is None or named.base_year is not None or written or self._context.note is not None or (
                len(self._block.values) < _YEARS or self._tools.register[named.indicator].kind != "cut"):
            return False
        from lowcarbon_desktop.ingest.annual import year_by_year  # which few tables need
        return year_by_year(self._sheet, self._block, at.row, at.column)

    def cut_of(self, level: str, cut: str) -> bool:
        """Whether one indicator is a level and the other a cut."""
        return [self._tools.register[each].kind for each in (level, cut)] == ["level", "cut"]

    def _only_a_heading(self, bare: str) -> Scope | None:
        """What a name says that is only 目标值, 完成值 or 下降率（%）, so that the caption says of what it is."""
        heading = self._tools.headings.read(bare)
        if heading.role == "value" and not heading.group:
            return Scope(heading.region, heading.kind)
        why = self._tools.namer.understand(bare, "").why
        return OWN if not bare or heading.role == "name" or (why is not None and why.code == "name-empty") else None

    def _scope(self, at: Place) -> Scope:
        """Whose value it is by the heading, else by the row's columns of places and groups, the section, the title."""
        heading = at.heading
        if heading.region is not None:
            own = self._context.applicant
            return OWN if own is not None and heading.region == own.name else Scope(heading.region, "context")
        scope = Scope(None, heading.kind)
        if heading.group:
            scope = scope.under(self.scopes.group(heading.group))
        for role, text in self._block.beside(self._sheet, at.row, at.column):
            scope = scope.under(self.scopes.place(text) if role == "regions" else self.scopes.group(text))
        scope = scope.under(at.whose).under(self._context.scope)
        return scope._replace(kind="target") if scope.kind == "actual" and heading.promises else scope

    def _years(self, named: Named, at: Place, inside: Years) -> tuple[int | None, int | None, list[Message], bool]:
        """Base year and target year by the name, the cell, the heading and the section, and where they disagree.

        And whether the base year is written nowhere, being only the one that a five-year plan has.
        """
        doubts: list[Message] = []
        heading, section, caption = at.heading.years or NO_YEARS, at.section.years or NO_YEARS, self._context.years
        phase = phase_year(at.heading.text, self._context.caption) if not heading.targets else None
        if phase is None and self._context.phases and not heading.targets:
            phase = dict(self._context.phases).get(at.heading.text[:2])
        heading = heading if phase is None else replace(heading, targets=(phase,))
        past = self._context.scope.kind == "actual" and max(caption.targets, default=FIRST_YEAR) < FIRST_YEAR
        if heading.targets or inside.targets or section.targets or (at.heading.kind == "actual" and not past) or (
                named.target_year not in (None, *caption.targets)):
            caption = NO_YEARS  # a caption gives its year to what has none
        based = [years for years in (inside, heading, section, caption) if years.bases]
        around = next((years for years in based if not years.by_custom), based[0] if based else NO_YEARS)
        written = around.bases and not around.by_custom
        said = None if named.by_custom and written else named.base_year
        if around.assumed and said is None:
            doubts.append(message("doubt-span", base=str(around.bases[0])))
        base = said if said is not None else around.bases[0] if len(around.bases) == 1 else None
        against = around is not section and around is not caption and not around.ended and said is not None
        against = against and (around is not heading or _BY_PLAN.fullmatch(at.heading.text) is None)
        if named.base_year is not None and around.bases and named.base_year not in around.bases and against:
            doubts.append(message("doubt-two-bases", name=str(named.base_year), heading=str(around.bases[0])))
        elif section.bases and not (section.by_custom or section.assumed or section.ended or named.by_custom) and (
                named.base_year not in (None, *section.bases)):  # （二）较2005年 over 比2010年下降
            doubts.append(message("doubt-two-bases", name=str(named.base_year), heading=str(section.bases[0])))
        years = [years.targets[0] for years in (heading, inside) if len(years.targets) == 1]
        target = years[0] if years else named.target_year if named.target_year is not None else at.section.year
        if target is None and len(caption.targets) == 1:
            target = caption.targets[0]
        if len(set(years)) > 1:
            doubts.append(message("doubt-year-in-cell", cell=str(years[1]), heading=str(years[0])))
        if years and named.target_year not in (None, years[0]):
            doubts.append(message("doubt-year-disagrees", name=str(named.target_year), heading=str(years[0])))
        if base is not None and target is not None and target <= base and at.heading.kind != "actual":
            doubts.append(message("doubt-base-after", base=str(base), target=str(target)))
        custom = base is not None and (around.by_custom if said is None else named.by_custom)
        return base, target, doubts, custom

    def printed(self, row: int, column: int | None) -> str:
        """What a cell, or the merged cell that covers it, prints."""
        return self._sheet.covering(row, column).text if column is not None else ""

    def where(self, row: int, column: int) -> Where:
        """The place of a cell, or of the merged cell that covers it."""
        return self._sheet.place(*self._sheet.anchor(row, column))

"""What is said against a value beside it or below its table: a remark, a footnote, a note, a revised figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.blocks import Block
from lowcarbon_desktop.ingest.context import Context, Place
from lowcarbon_desktop.ingest.grid import EMPTY
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.ingest.taken_back import of_another_year, remarked
from lowcarbon_desktop.ingest.times import BaseNote, against_base, base_of_row, beside_base, marked
from lowcarbon_desktop.lines import Places
from lowcarbon_desktop.text.amount import amount
from lowcarbon_desktop.text.normal import squeezed

_BESIDE = ("remark", "attribute", "other")
_MAY_LIMIT = frozenset("不除扣剔抵仅只")
_REVISES = "调整|修[订改正]|更[正改]|核定|审定|批[复准]|变更|最终|确定|确认|新目标|下调|上调|[报送]批|定稿"

_ROUNDED = 0.02
_A_WORD = 6
_HOLDERS = "对象|主体|适用范围"
_OFFICES = "责任|牵头|部门|单位|主管|实施|权重|分值|得分|排"
_COUNTED = "(?:测算|核算|统计|监测|普查|调查)(?:数据?|结果|资料|年鉴|年报)?"
_PLAIN = "(?:约束|预期)性?(?:指标)?|累计(?:下降)?|当年值?|[^,。]{0,20}(?:[局委办厅]|部门)(?:牵头|负责)?|"


class Against:
    """Looks beside and below the values of one block."""

    def __init__(self, sheet: Sheet, block: Block, context: Context, places: Places) -> None:
        self._sheet, self._block, self._context, self._places = sheet, block, context, places
        self._unseen = dict(context.unseen)
        self._telling = [(index, heading.role) for index, heading in enumerate(block.columns)
                         if heading.role in _BESIDE and not re.search(_OFFICES, heading.text)]
        self._revising = [(index, heading.text) for index, heading in enumerate(block.columns)
                          if heading.role == "value" and heading.unknown and re.search(_REVISES, heading.unknown)]
        self._silent = not (self._telling or self._revising or context.marks or context.reservations)

    def base_note(self, at: Place, target: int | None) -> BaseNote | None:
        """The base year that the row's own remark or footnote states."""
        return None if self._silent else next((note for text in self._beside(at, ("remark",))
                     if (note := base_of_row(text, target)) is not None), None)

    def another_base(self, at: Place, base: int) -> Message | None:
        """The doubt that the row's remark or footnote raises where it speaks of another base than its name."""
        said = [] if self._silent else [text for text in self._beside(at, ("remark",)) if against_base(text, base)]
        return message("doubt-base-note", note=said[0]) if said else None

    def doubts(self, at: Place, cell: str, target: int | None) -> list[Message]:
        """What is said against a target beside it or under the table: 暂定, 待审定, 工业领域."""
        said = [] if self._silent else self._said_beside(at, cell, target)
        said += self._unseen_words(at)
        return [each for each in (self._context.doubt, *said) if each is not None]

    def _said_beside(self, at: Place, cell: str, target: int | None) -> list[Message | None]:
        roles = _BESIDE if self._block.shape == "years" else ()
        beside = _but_for_bases(self._beside(at, roles, cell), target)
        said: list[Message | None] = [remarked(text, cell, target) for text in beside]
        if any("口径" in text or not _MAY_LIMIT.isdisjoint(text) for text in beside):
            from lowcarbon_desktop.ingest.reservations import left_out  # patterns that most tables never need
            found = [left_out(squeezed(text), at.name) for text in beside]
            said += [message("doubt-limited", words=why) for why in found if why]
        if remarks := [text for text in _but_for_bases(self._beside(at, ("remark",)), target) if not (
                re.fullmatch(_PLAIN, text) or of_another_year(text, target))]:
            from lowcarbon_desktop.ingest.row_remarks import remark_reserves
            found = [remark_reserves(squeezed(text)) for text in remarks]
            found += [text for text in remarks if self._of_others(text, at)]
            said += [message("doubt-remark", words=words) for words in dict.fromkeys(found) if words]
        starred = [squeezed(words).rstrip("。") for mark, words in self._context.marks if marked(mark, cell)]
        if any(len(words) <= _A_WORD for words in starred):
            from lowcarbon_desktop.ingest.standing_by import words_of
            said += [message("doubt-remark", words=words) for words in starred if words_of("sort").fullmatch(words)]
        said += self._revised(at, cell)
        number = self._number(at.row) if self._context.reservations else ""
        return said + [each.why for each in self._context.reservations if each.speaks_of(number, squeezed(at.name))]

    def _unseen_words(self, at: Place) -> list[Message | None]:
        """The doubt where the heading or the name of a value is not to be seen, while it is itself."""
        if self._sheet.grid.cell(at.row, at.column).trouble is not None:
            return []
        name = self._block.left_of(at.column, "name")
        cell = self._sheet.covering(at.row, name) if name is not None else EMPTY
        hidden = cell.trouble if cell.trouble is not None and cell.trouble.code == "cell-unseen" else None
        return [self._unseen.get(at.column), hidden]

    def _beside(self, at: Place, roles: tuple[str, ...], cell: str = "") -> list[str]:
        """What the columns of these roles say in the row, and the footnotes to its name or to the cell.

        Columns of offices and points say nothing of a value.
        """
        said = [text for index, role in self._telling if role in roles and index != at.column
                and (text := self._sheet.covering(at.row, index).text) and not (
                    "来源" in self._block.columns[index].text and re.fullmatch(_COUNTED, text))]
        return said + [
            words for mark, words in self._context.marks if marked(mark, at.printed_name) or marked(mark, cell)]

    def _of_others(self, remark: str, at: Place) -> bool:
        """Whether a remark says that the value is somebody else's: 苏州市目标, or 重点企业 in a column 对象."""
        from lowcarbon_desktop.ingest.whose_words import names_of, remark_of_others
        holder = any(self._sheet.covering(at.row, index).text == remark and re.search(
            _HOLDERS, self._block.columns[index].text) for index, _ in self._telling)
        applicant = self._context.applicant
        return applicant is not None and remark_of_others(remark, names_of(applicant, self._places), holder)

    def _revised(self, at: Place, cell: str) -> list[Message]:
        """The doubt that a column 调整值 or 核定数 beside a value raises where it holds another one."""
        return [message("doubt-tentative", words=heading + printed) for index, heading in self._revising
                if index != at.column and (printed := self._sheet.covering(at.row, index).text)
                and amount(printed).low not in (None, amount(cell).low)]

    def other_base(self, at: Place, base: int | None, target: int | None) -> Message | None:
        """The doubt that an old year in the row raises where no base year is written: 18 | 2005年."""
        for text in self._sheet.row(at.row):
            found = re.fullmatch(r"((?:19|20)\d\d)(?:\.0)?年?(?:水平|数|末|底)?", text)
            if found is not None and int(found[1]) != base and int(found[1]) < (target or 0) - 1:
                return message("doubt-base-note", note=text)
        return None

    def difference(self, at: Place, cell: str) -> Message | None:
        """The doubt that a change raises that is just what the row's two levels differ by: 2 | 1.6 | -0.4."""
        change = amount(cell)
        if not at.heading.change or at.heading.unit or change.unit or change.low is None:
            return None
        levels = [amount(self._sheet.covering(at.row, index).text).low
                  for index, heading in enumerate(self._block.columns) if heading.role == "value"
                  and heading.year is not None and not heading.change]
        first, last = levels if len(levels) == 2 else (None, None)
        if first is None or last is None or abs(abs(first - last) - abs(change.low)) > _ROUNDED * abs(change.low) or (
                first and abs(abs(first - last) / first * 100 - abs(change.low)) <= 1):
            return None
        return message("doubt-difference", printed=cell)

    def _number(self, row: int) -> str:
        """The serial number of a row as notes call it, else which row with a name it is."""
        serial = self._block.column("serial")
        if serial is not None:
            return re.sub(r"\D", "", self._sheet.text(row, serial).removesuffix(".0"))
        named = self._block.column("name") or 0
        return str(len({self._sheet.text(each, named) for each in range(self._block.first, row + 1)} - {""}))


def _but_for_bases(remarks: Sequence[str], target: int | None) -> list[str]:
    """The remarks; of one that states a base year beside other words, these words: 省下达 of 比2010年；省下达."""
    return [clause for text in remarks for clause in (
        beside_base(text, target) if base_of_row(text, target) is not None else (text,))]

"""xlsx, xlsm (macros never run), xls and ods, each cell as it looks."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from lowcarbon_desktop.errors import Message, PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import EMPTY, Content, Grid, RawCell
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS
from lowcarbon_desktop.ingest.readers.package import unpacked
from lowcarbon_desktop.ingest.readers.xlsx_marks import marks_of
from lowcarbon_desktop.ingest.readers.xlsx_sweep import Mark, Marks
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.plan.where import cell_name
from lowcarbon_desktop.progress import Progress

Table = Sequence[Sequence[object]]
_MOST_LOOKS, _LONG = 20_000, 200
_LOOKS: dict[type, dict[object, RawCell]] = {}
"""How values look that were met before, by type, since for a dict True is 1."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(name: str, data: bytes, progress: Progress, archive: zipfile.ZipFile | None = None) -> Content:
    """All sheets in order; `archive` is the zip in the bytes where it is open already.

    Raises PlanUnreadable: no workbook, encrypted, damaged, or beyond the caps.
    """
    import python_calamine

    xlsx = data.startswith(b"PK")
    if not xlsx and not data.startswith(_OLE):
        raise PlanUnreadable(message("not-a-workbook", file=name))
    if not xlsx and "EncryptedPackage".encode("utf-16-le") in data:
        raise PlanUnreadable(message("workbook-encrypted", file=name))
    marks = _marks(name, data, archive)
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        sheets = book.sheets_metadata[:MAX_SHEETS]
        grids = []
        for position, about in enumerate(sheets):
            progress.step(position, len(sheets))
            if about.typ == python_calamine.SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(about.name)
                hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
                grids.append(_grid(name, sheet, marks.get(about.name, Marks()), hidden))
    except python_calamine.PasswordError:
        raise PlanUnreadable(message("workbook-encrypted", file=name)) from None
    except (python_calamine.CalamineError, python_calamine.ZipError, python_calamine.XmlError, OSError,
            ValueError) as error:
        raise PlanUnreadable(message("workbook-damaged", file=name, reason=str(error)[:120])) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the reader's own faults come, which no file may show a user
            raise
        raise PlanUnreadable(message("workbook-damaged", file=name, reason=str(error)[:120])) from None
    left = len(book.sheets_metadata) - len(sheets)
    told = (message("too-many-sheets", file=name, count=left, cap=MAX_SHEETS),) if left else ()
    return Content(tuple(grids), complete=not left, remarks=(*told, *macros_of(name, data)))


def macros_of(name: str, data: bytes) -> tuple[Message, ...]:
    """The remark that a file has macros, which nothing here ever runs; zip and old container name their parts in clear.
    """
    parts = (b"vbaProject.bin", "_VBA_PROJECT".encode("utf-16-le"))
    return (message("macros-not-run", file=name),) if any(part in data for part in parts) else ()


def _marks(name: str, data: bytes, opened: zipfile.ZipFile | None) -> dict[str, Marks]:
    if not data.startswith(b"PK"):
        from lowcarbon_desktop.ingest.readers import xls_marks
        return xls_marks.marks_of(name, data)
    with unpacked(name, data, "workbook", opened) as archive:
        parts = archive.namelist()
        if "xl/workbook.xml" in parts:
            shared = "xl/sharedStrings.xml"  # as long as it says that it is, or damaged
            return marks_of(name, archive, archive.read(shared) if shared in parts else b"")
        if "mimetype" in parts and "content.xml" in parts:
            from lowcarbon_desktop.ingest.readers import ods_marks
            return ods_marks.marks_of(name, archive)
    raise PlanUnreadable(message("not-a-workbook", file=name))


def _grid(name: str, sheet, marks: Marks, hidden: bool) -> Grid:
    if sheet.total_height > MAX_ROWS:
        raise PlanUnreadable(message("too-many-rows", file=name, sheet=sheet.name, cap=MAX_ROWS))
    if sheet.total_width > MAX_COLUMNS or sheet.total_height * sheet.total_width > MAX_CELLS:
        raise PlanUnreadable(message("too-many-columns", file=name, sheet=sheet.name, cap=MAX_COLUMNS))
    table = sheet.to_python(skip_empty_area=False)
    rows = _marked(table, marks.cells) if marks.cells else _unmarked(table)
    if marks.raised:
        from lowcarbon_desktop.ingest.readers.xlsx_raised import with_raised
        rows = with_raised(rows, marks.raised)
    if marks.unseen is not None:
        from lowcarbon_desktop.ingest.readers.xlsx_unseen import troubled
        rows = troubled(rows, marks.unseen)
    if marks.formulas:
        from lowcarbon_desktop.ingest.readers.formulas import doubted
        rows = doubted(rows, table, marks.formulas, marks.pending)
    merges = (*((*start, *end) for start, end in sheet.merged_cell_ranges or ()), *marks.merges)
    return Grid(name, sheet.name, rows, merges, hidden)


def _marked(table: Table, marks: Mapping[tuple[int, int], Mark]) -> tuple[tuple[RawCell, ...], ...]:
    return tuple(tuple([_cell(value, marks, r, c) for c, value in enumerate(row)]) for r, row in enumerate(table))


def _unmarked(table: Table) -> tuple[tuple[RawCell, ...], ...]:
    """Sheets say the same words and numbers many times, which look the same where no cell is marked."""
    try:
        cells = [_LOOKS[type(value)][value] for row in table for value in row]
    except KeyError:
        try:
            cells = [_look(value) for row in table for value in row]
        except _Troubled:
            return _marked(table, {})
    ends = list(accumulate(map(len, table), initial=0))
    return tuple([tuple(cells[begin:end]) for begin, end in pairwise(ends)])


class _Troubled(Exception):
    """A cell whose trouble names its place."""


def _look(value: object) -> RawCell:
    known = _LOOKS.setdefault(type(value), {})
    cell = known.get(value)
    if cell is None:
        cell = _plain_number(value) if type(value) is float else _cell(value, {}, 0, 0)
        if cell.trouble is not None:
            raise _Troubled
        if len(known) >= _MOST_LOOKS:
            known.clear()
        if len(cell.text) < _LONG:
            known[value] = cell
    return cell


def _plain_number(held: float) -> RawCell:
    """A number of the general format; one that is short as it stands has nothing to be rounded."""
    whole, _, rest = repr(held).partition(".")
    if not 0 < len(rest) < 6 or "e" in rest or whole == "-0":
        return _number(held, False, None)
    return RawCell(whole if rest == "0" else f"{whole}.{rest}")


def _cell(value: object, marks: Mapping[tuple[int, int], Mark], row: int, column: int) -> RawCell:
    mark = marks.get((row, column)) if marks else None
    if mark is not None and (mark.struck or mark.unseen) and value not in ("", None):
        if mark.struck:
            return RawCell("", trouble=message("words-struck"))
        return _cell(value, {(row, column): mark._replace(unseen=False)}, row, column)._replace(
            trouble=message("cell-unseen", cell=cell_name(row, column)))
    if isinstance(value, str):
        return _text(value, marks, row, column)
    if isinstance(value, bool):
        return RawCell("TRUE" if value else "FALSE")
    if isinstance(value, (int, float)):
        if mark is None:
            return _number(value, False, None)
        cell = _number(value, mark.percent, mark.decimals)
        return cell._replace(text=f"{mark.before}{cell.text}{mark.behind}") if mark.before or mark.behind else cell
    if mark is not None and mark.year and isinstance(value, datetime.date):
        return RawCell(f"{value.year}年")
    return RawCell(value.date().isoformat() if isinstance(value, datetime.datetime) else str(value).strip())


def _text(value: str, marks: Mapping[tuple[int, int], Mark], row: int, column: int) -> RawCell:
    mark = marks.get((row, column)) if marks else None
    failed = mark.error if mark is not None else ""
    if not value and not failed:
        if mark is not None and mark.formula:
            return RawCell("", trouble=message("formula-without-value", cell=cell_name(row, column)))
        return EMPTY
    text = value.strip() or failed
    if failed or (text[:1] == "#" and text.endswith(("!", "?", "/A"))):
        return RawCell(text, trouble=message("formula-error", cell=cell_name(row, column), printed=text))
    return RawCell(text)


def _number(held: float, percent: bool, decimals: int | None) -> RawCell:
    """The number as the cell shows it, and the exact one where the display rounds it: 0.17 as "17%"."""
    exact = round(held * 100, 9) if percent else held
    shown = number(exact) if decimals is None else f"{exact:.{decimals}f}"
    rounded = abs(float(shown) - exact) > 1e-9
    return RawCell(shown + "%" if percent else shown, float(exact) if rounded else None)

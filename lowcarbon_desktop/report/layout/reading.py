"""The plan as it was read, on paper: its tables row by row, every value as understood, its facts."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable

from lowcarbon_desktop.report.content import Content
from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.grid import grid
from lowcarbon_desktop.report.layout.styles import paragraph
from lowcarbon_desktop.report.reading_said import RowSaid, TableSaid

_MOST_COLUMNS = 8
_SHADED = ("header", "section")


def tables(content: Content) -> list[Flowable]:
    """Each table that was taken, row by row with its roles; of one that was left only why."""
    if not content.tables:
        return [paragraph(content.word("no-tables"), styles.BODY)]
    parts: list[Flowable] = [paragraph(remark, styles.BODY) for remark in content.remarks]
    for table in content.tables:
        parts.append(CondPageBreak(90))
        said = content.word("table-taken" if table.taken else "table-left", place=table.place, why=table.why,
                            title=table.title or content.word("untitled"))
        parts.append(paragraph(said, styles.SUBHEADING if table.taken else styles.BODY))
        if table.taken:
            parts += _table(content, table)
    return parts


def _table(content: Content, table: TableSaid) -> list[Flowable]:
    rows = [row for row in table.rows if row.role != "blank"]
    count = max((len(row.cells) for row in rows), default=0)
    used = [column for column in range(count) if any(column < len(row.cells) and row.cells[column] for row in rows)]
    parts: list[Flowable] = []
    for first in range(0, len(used), _MOST_COLUMNS):
        parts.append(_part(content, rows, used[first:first + _MOST_COLUMNS]))
    parts += [paragraph(content.word("row-remark", number=row.number, label=row.label, remark=row.remark), styles.SMALL)
              for row in rows if row.remark]
    return parts


def _part(content: Content, rows: list[RowSaid], columns: list[int]) -> Flowable:
    """Some columns of a table: row number, role, cells as printed; rows that were not understood stand out."""
    cells = [[row.number, row.label, *(row.cells[each] if each < len(row.cells) else "" for each in columns)]
             for row in rows]
    commands: list[tuple[object, ...]] = []
    for position, row in enumerate(rows, start=1):
        if row.role == "unrecognised":
            commands.append(("LINEBEFORE", (0, position), (0, position), 2.5, styles.ALARM))
        if row.role in _SHADED:
            commands.append(("BACKGROUND", (0, position), (-1, position), styles.SHADE))
        if _alone(row):
            commands.append(("SPAN", (2, position), (-1, position)))
    heads = [content.word("row"), content.word("role"), *(_letters(rows, each) for each in columns)]
    return grid(heads, cells, [1] * len(heads), commands)


def _alone(row: RowSaid) -> bool:
    """A title, group or note in the first cell of an otherwise empty row, which may run over the whole row."""
    return row.role in ("title", "about", "section", "note") and bool(row.cells) and not any(row.cells[1:])


def _letters(rows: list[RowSaid], column: int) -> str:
    return next((row.columns[column] for row in rows if column < len(row.columns)), "")


def readings(content: Content) -> list[Flowable]:
    """Every value: where, for what it was taken, what is printed and how that was understood; then the doubts.

    Sentences that only say such a value again are counted, not listed.
    """
    told = [each for each in content.readings if not each.repeats]
    if not told:
        return [paragraph(content.word("no-values"), styles.BODY)]
    heads = [content.word(code) for code in ("place", "indicator", "years-heading", "printed", "unit", "understood")]
    rows = [[each.place, each.indicator, each.years, each.printed, each.unit, each.value] for each in told]
    parts: list[Flowable] = [grid(heads, rows, (65, 165, 95, 70, 40, 70))]
    doubts = [(each.place, doubt) for each in told for doubt in each.doubts]
    if len(told) < len(content.readings):
        again = content.word("repeated", count=len(content.readings) - len(told))
        parts.append(paragraph(again, styles.SMALL))
    if doubts:
        parts += [CondPageBreak(60), paragraph(content.word("doubts-heading"), styles.SUBHEADING)]
        parts += [paragraph(content.word("pair", label=place, value=doubt), styles.BODY) for place, doubt in doubts]
    return parts


def facts(content: Content) -> list[Flowable]:
    """Every kind of fact with its state, value and source."""
    heads = [content.word(code) for code in ("fact", "state", "value", "stated-by", "source")]
    rows = [[each.name, each.label, each.value, each.by, "\n".join(each.sources)] for each in content.facts]
    if not rows:
        return [paragraph(content.word("no-facts"), styles.BODY)]
    parts: list[Flowable] = [grid(heads, rows, (130, 60, 70, 90, 150))]
    parts += [paragraph(content.word(f"{state}-means"), styles.SMALL) for state in ("absent", "unknown")
              if any(each.state == state for each in content.facts)]
    return parts

"""The findings on paper: what must be mended, what is open, and every one of them by section."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table

from lowcarbon_desktop.report.content import Content
from lowcarbon_desktop.report.items import DetailSaid, ItemSaid
from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.fonts import BOLD, REGULAR
from lowcarbon_desktop.report.layout.grid import grid
from lowcarbon_desktop.report.layout.marks import Mark
from lowcarbon_desktop.report.layout.styles import labelled, marked, paragraph, paragraphs

_INDENT, _RIGHT = 16.0, 110.0
_FEW, _SHORT, _QUOTED = 8, 400, 4


def mend(content: Content) -> list[Flowable]:
    """Every settled failure with its place, what is printed there, its line, its margin and its remedy; musts first."""
    if not content.mend:
        return [paragraph(content.word("nothing-to-mend"), styles.BODY)]
    parts: list[Flowable] = []
    for severity, items in groupby(content.mend, lambda item: item.severity):
        heading = paragraph(content.word(f"mend-group-{severity}"), styles.SUBHEADING)
        parts += _headed(heading, [(item, _failure(content, item)) for item in items])
    return parts


def _failure(content: Content, item: ItemSaid) -> list[Flowable]:
    failing = [each for each in item.details if each.outcome == item.outcome] or [item.worst]
    parts = [*_headline(item), *_behind(content, item, failing), *_person(item)]
    if item.remedy:
        parts += labelled(content.word("remedy-label"), item.remedy, styles.INDENTED)
    return parts


def still_open(content: Content) -> list[Flowable]:
    """Every open item in a row with what settles it, and room to write; what was found stands with all findings."""
    if not content.open:
        return [paragraph(content.word("nothing-open"), styles.BODY)]
    rows = [(f"{item.number}  {item.title}", item.severity_label, item.label, item.needs, "") for item in content.open]
    heads = [content.word(code) for code in ("item", "severity", "outcome", "needs-heading", "written")]
    return [grid(heads, rows, (150, 40, 80, 175, 55))]


def by_section(content: Content) -> list[Flowable]:
    """Every finding with all its rows and the reviewer's note."""
    parts: list[Flowable] = []
    for section in content.sections:
        heading = marked(paragraph(section.title, styles.SUBHEADING), section.title, level=1)
        parts += _headed(heading, [(item, _finding(content, item)) for item in section.items])
    return parts


def _finding(content: Content, item: ItemSaid) -> list[Flowable]:
    parts = [*_headline(item), *_behind(content, item, item.details)]
    parts += [paragraph(step, styles.INDENTED_SMALL) for step in item.worst.steps if len(item.details) == 1]
    quoted = dict.fromkeys(each for detail in item.details if not _listed(detail) for each in detail.evidence)
    if quoted:
        parts += paragraphs(content.word("evidence-said", quoted=tuple(quoted)), styles.INDENTED_SMALL)
    if item.citation:
        parts.append(paragraph(content.word("citation-said", text=item.citation), styles.INDENTED_SMALL))
    parts += _person(item)
    if item.note:
        parts += labelled(content.word("note-label"), item.note, styles.NOTE)
    return parts


def _person(item: ItemSaid) -> list[Flowable]:
    return [paragraph(line, styles.NOTE) for line in item.person]


def _headed(heading: Flowable, items: Sequence[tuple[ItemSaid, list[Flowable]]]) -> list[Flowable]:
    """Items under a heading, which never stands at the foot of a page without the first of them, that asks for 84."""
    (first, parts), *others = items
    return [CondPageBreak(130), *_together(first, [heading, *parts]),
            *(part for item, parts in others for part in _together(item, parts))]


def _together(item: ItemSaid, parts: list[Flowable]) -> list[Flowable]:
    """An item of few rows is not torn apart by a page; one of many rows, or with a long note, may be."""
    if len(item.details) > _FEW or len(item.note) + sum(map(len, item.person)) > _SHORT:
        return parts
    return [KeepTogether(parts)]


def _headline(item: ItemSaid) -> list[Flowable]:
    """Mark, number and title, severity and outcome; kept with what follows."""
    verdict = f"{item.severity_label} · {item.label}"
    title = paragraph(f"{item.number}  {item.title}", styles.STRONG)
    widths = [_INDENT, styles.WIDTH - _INDENT - _RIGHT, _RIGHT]
    head = Table([[Mark(item.outcome, not item.open), title, verdict]], colWidths=widths, style=[
        ("FONTNAME", (0, 0), (-1, -1), REGULAR), ("FONTNAME", (2, 0), (2, 0), BOLD), ("FONTSIZE", (2, 0), (2, 0), 8.5),
        ("TEXTCOLOR", (2, 0), (2, 0), styles.ALARM if item.outcome == "fail" and not item.open else styles.INK),
        ("ALIGN", (2, 0), (2, 0), "RIGHT"), ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (0, 0), 3.5),
        ("LEADING", (2, 0), (2, 0), 14.5), ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (1, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("LINEABOVE", (0, 0), (-1, 0), 0.3, styles.FAINT)])
    return [CondPageBreak(84), Spacer(0, 5), head]


def _behind(content: Content, item: ItemSaid, details: Sequence[DetailSaid]) -> list[Flowable]:
    """What was found: one row with its message above, or all rows, each with its own; then places too many to quote.

    Where a person spoke, the program's message stands with that person's words.
    """
    if len(details) > 1:
        parts = _rows(content, details)
    else:
        said = item.message if details[0] is item.worst else details[0].message
        parts = [*([] if item.person else paragraphs(said, styles.INDENTED)), *_held(content, details)]
    for detail in details:
        if _listed(detail):
            parts.append(_places(content, detail))
    return parts


def _listed(detail: DetailSaid) -> bool:
    """Whether it cites more places than a sentence holds."""
    return len(detail.places) > _QUOTED


def _places(content: Content, detail: DetailSaid) -> Flowable:
    """All places that a detail cites with what is printed there, in three pairs of columns."""
    pairs = [*detail.places, *[("", "")] * (-len(detail.places) % 3)]
    high = len(pairs) // 3
    rows = [[text for column in range(3) for text in pairs[column * high + row]] for row in range(high)]
    return grid([content.word("place"), content.word("printed")] * 3, rows, (90, 70) * 3, indent=_INDENT)


def _held(content: Content, details: Sequence[DetailSaid]) -> list[Flowable]:
    """Place, what is printed, the line and the margin, one row a place; nothing where there is neither."""
    if any(_listed(each) for each in details):
        return []
    rows = [(each.place, each.printed, each.value, each.line, each.margin) for each in details
            if each.printed or each.line]
    if rows:
        return [_inset(content, ("place", "printed", "understood", "line-heading", "margin"), rows,
                       (72, 60, 62, 220, 95))]
    return [paragraph(content.word("place-said", text=each.place), styles.INDENTED_SMALL)
            for each in details if each.place and not each.evidence]


def _rows(content: Content, details: Sequence[DetailSaid]) -> list[Flowable]:
    """All rows behind a finding, each with its own words and outcome."""
    rows = [(each.place, "\n".join([each.message, *each.steps]), each.line, each.margin, each.label)
            for each in details]
    return [_inset(content, ("place", "says", "line-heading", "margin", "outcome"), rows, (70, 185, 120, 70, 50))]


def _inset(content: Content, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Flowable:
    """A grid under an item, without the columns that nothing stands in."""
    used = [column for column in range(len(heads)) if any(row[column] for row in rows)]
    if len(used) == len(rows) == 1:
        said = content.word("pair", label=content.word(heads[used[0]]), value=rows[0][used[0]])
        return paragraph(said, styles.INDENTED_SMALL)
    return grid([content.word(heads[each]) for each in used], [[row[each] for each in used] for row in rows],
                [widths[each] for each in used], indent=_INDENT)

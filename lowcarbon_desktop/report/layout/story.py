"""The report from its first flowable to its last, with the headings that become bookmarks."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable

from lowcarbon_desktop.report.content import Content
from lowcarbon_desktop.report.figures import targets_figure
from lowcarbon_desktop.report.layout import advice, back, findings, front, reading, rounds, styles
from lowcarbon_desktop.report.layout.styles import marked, paragraph

_MOST_BARS = 12


def story(content: Content) -> list[Flowable]:
    """Everything, in the order in which it is read."""
    parts = (
        *([("rounds-heading", rounds.rounds(content))] if content.rounds is not None else []),
        ("mend-heading", [*findings.mend(content), *advice.changes(content)]),
        ("open-heading", findings.still_open(content)),
        ("chart-heading", _chart(content)),
        ("findings-heading", findings.by_section(content)),
        ("tables-heading", reading.tables(content)),
        ("readings-heading", reading.readings(content)),
        ("facts-heading", reading.facts(content)),
        *([("instruments-heading", advice.matrix(content))] if content.matrix is not None else []),
        ("provenance-heading", back.provenance(content)))
    first, *told = front.front(content)
    told = [marked(first, content.word("conclusion-heading")), *told]
    for number, (code, flowables) in enumerate(parts, start=1):
        heading = content.word("numbered", number=content.word(f"number-{number}"), heading=content.word(code))
        tallest = _height(flowables[0]) if code in ("chart-heading", "provenance-heading") else 0
        told += [CondPageBreak(tallest + 100), marked(paragraph(heading, styles.HEADING), heading), *flowables]
    return [*told, back.signatures(content)]


def _height(flowable: Flowable) -> float:
    """How high it will be, at most what a page holds beside its heading: what is higher is split in any case."""
    return min(flowable.wrap(styles.WIDTH, styles.PAGE[1])[1], styles.PAGE[1] - styles.TOP - styles.BOTTOM - 100)


def _chart(content: Content) -> list[Flowable]:
    """The chart, in as many parts as it takes for each to fit on a page."""
    if all(bar.untold for bar in content.bars):
        return [paragraph(content.word("nothing-to-draw"), styles.BODY)]
    from lowcarbon_desktop.report.layout.figure import Drawing

    parts = [content.bars[first:first + _MOST_BARS] for first in range(0, len(content.bars), _MOST_BARS)]
    return [*(Drawing(targets_figure(bars)) for bars in parts), paragraph(content.word("chart-caption"), styles.SMALL)]

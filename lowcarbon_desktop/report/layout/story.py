"""The report from its first flowable to its last, with the headings that become bookmarks."""

from __future__ import annotations

from reportlab.platypus import Flowable

from lowcarbon_desktop.report.content import Content
from lowcarbon_desktop.report.figures import targets_figure
from lowcarbon_desktop.report.layout import back, findings, front, reading, styles
from lowcarbon_desktop.report.layout.styles import marked, paragraph


def story(content: Content) -> list[Flowable]:
    """Everything, in the order in which it is read."""
    parts = (
        ("mend-heading", findings.mend(content)),
        ("open-heading", findings.still_open(content)),
        ("chart-heading", _chart(content)),
        ("findings-heading", findings.by_section(content)),
        ("tables-heading", reading.tables(content)),
        ("readings-heading", reading.readings(content)),
        ("facts-heading", reading.facts(content)),
        ("provenance-heading", back.provenance(content)))
    first, *told = front.front(content)
    told = [marked(first, content.word("conclusion-heading")), *told]
    for number, (code, flowables) in enumerate(parts, start=1):
        heading = content.word("numbered", number=content.word(f"number-{number}"), heading=content.word(code))
        told += [marked(paragraph(heading, styles.HEADING), heading), *flowables]
    return [*told, back.signatures(content)]


def _chart(content: Content) -> list[Flowable]:
    figure = targets_figure(content.bars)
    if figure is None:
        return [paragraph(content.word("nothing-to-draw"), styles.BODY)]
    from lowcarbon_desktop.report.layout.figure import Drawing

    return [Drawing(figure), paragraph(content.word("chart-caption"), styles.SMALL)]

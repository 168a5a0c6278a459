"""A paragraph of a document as printed, with the place of each of its lines."""

from __future__ import annotations

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.plan.where import Where


@frozen(slots=True)
class Passage:
    """One paragraph, or one cell that holds sentences. `heading` is True for a line that names what follows it.

    `starts` are (offset in `text`, place) of the lines after the first, where a page or a box is known: a paragraph
    may run over pages. `trouble` is why its words may not be what stands on the page.
    """

    text: str
    where: Where
    heading: bool = False
    starts: tuple[tuple[int, Where], ...] = ()
    trouble: Message | None = None

    def at(self, offset: int) -> Where:
        """The place of what stands at an offset of the text."""
        found = self.where
        for start, where in self.starts:
            if start > offset:
                break
            found = where
        return found

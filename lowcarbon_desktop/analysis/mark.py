"""What a reviewer says of the matrix of instruments: a cell is used or not, a sentence belongs into it or not."""

from __future__ import annotations

from lowcarbon_desktop.frozen import frozen


@frozen(slots=True)
class Mark:
    """One word of the reviewer on the cell (measure, instrument); with `text`, on that sentence in the cell alone.

    `holds` is yes or no, `reason` why. `rests_on` stands for what was found in the cell when it was said, or for the
    draft where nothing was found: where that is different now, the mark is void. A sentence stands for itself.
    """

    measure: str
    instrument: str
    holds: bool
    text: str = ""
    reason: str = ""
    rests_on: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Measure, instrument and sentence: one mark each."""
        return (self.measure, self.instrument, self.text)

    @property
    def cell(self) -> tuple[str, str]:
        """Measure and instrument."""
        return (self.measure, self.instrument)

"""A correction of meaning as it is remembered: by its heading, not by its cell, so that other drafts can be helped."""

from __future__ import annotations

from dataclasses import dataclass

Heading = tuple[str, tuple[str, ...], str]
"""The row's name, the headings of the column from the top, and the printed unit, each squeezed."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a value under this heading meant to the reviewer, where the program understood something else (`was`).

    `field`, `was` and `value` are as in a `Correction`; `file` is the draft in which it was corrected, `when` the day.
    """

    heading: Heading
    field: str
    was: str
    value: str
    file: str
    when: str

    @property
    def key(self) -> tuple[Heading, str, str]:
        """What a reading must bear to be meant."""
        return (self.heading, self.field, self.was)

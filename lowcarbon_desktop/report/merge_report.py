"""What the report of a merge says: the experts, how far they agree, where they differ and why, and the meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from lowcarbon_desktop.report import words
from lowcarbon_desktop.report.provenance import Provenance


class ExpertSaid(NamedTuple):
    """An expert: name, status, strictness in words, conclusion, and the interest that was declared."""

    name: str
    status: str
    strictness: str
    conclusion: str
    interest: str


class VoiceSaid(NamedTuple):
    """What one expert says of a criterion; `outcome` is its id, "" for points alone."""

    name: str
    outcome: str
    label: str
    points: str
    reason: str


class RowSaid(NamedTuple):
    """A criterion on which somebody spoke: how far apart, in how many pairs equal, and what was agreed."""

    title: str
    spread: str
    percent: str
    differs: bool
    machine: str
    voices: tuple[VoiceSaid, ...]
    agreed: tuple[str, ...]
    agreed_label: str


@dataclass(frozen=True)
class MergeContent:
    """Everything that the report says, in one language, in the order in which it is said."""

    lang: str
    title: str
    applicant: str
    programme: str
    provenance: Provenance
    judged_by: tuple[tuple[str, str], ...]
    agreement: tuple[str, ...]
    experts: tuple[ExpertSaid, ...]
    remarks: tuple[str, ...]
    rows: tuple[RowSaid, ...]
    meeting: tuple[str, ...]

    def word(self, code: str, **args: object) -> str:
        """A heading or label of this package in the content's language."""
        return words.word(code, self.lang, **args)

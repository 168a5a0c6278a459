"""A review file as it lies there: its pieces, its history, the rounds before, who has it open."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from lowcarbon_desktop.app.review_pieces import ASSESSMENT, VOICE, rounds_in
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.review.log import Entry
from lowcarbon_desktop.review.rounds import Past, past
from lowcarbon_desktop.store import Kept, ReviewFile
from lowcarbon_desktop.store.held import Owner
from lowcarbon_desktop.store.verify import Verified, verify


class Shelved:
    """Readable: `path`, `assessment` (the machine's), `review` (what was said so far)."""

    def __init__(self, file: ReviewFile, kept: Kept, assessment: Assessment) -> None:
        self.path, self.assessment, self._file, self._files = file.path, assessment, file, kept.files
        self.review = kept.review
        self._anew: Mapping[str, bytes] = {}

    @property
    def left_out(self) -> tuple[str, ...]:
        """Files of the applicant that were too large to be kept."""
        return tuple(name.partition(":")[2] for name in self._file.left_out)

    @property
    def held_by_other(self) -> Owner | None:
        """Who has the file open in another program: while it is so, changes are refused. None where nobody has."""
        owner = self._file.hold()
        self._file.release()
        return owner

    def open_anyway(self) -> None:
        """Change the file although another program has it open."""
        self._file.open_anyway()

    def verified(self) -> Verified:
        """The file held against its own history."""
        return verify(self._file.inside())

    @property
    def assessment_hash(self) -> str:
        """By which assessments are put in an order that is the same everywhere."""
        return sha256(self._anew[ASSESSMENT]).hexdigest() if self._anew else str(self._file.pieces[ASSESSMENT][1])

    def pieces(self) -> Mapping[str, bytes]:
        """The bytes of the assessment and of the applicant's files, as far as they are kept."""
        found = {name: self._file.piece(name) for name in self._file.pieces}
        return {**{name: data for name, data in found.items() if data is not None}, **self._anew}

    def voices(self) -> Mapping[str, bytes]:
        """The pieces of a merged file that hold what each expert said."""
        return {name: data for name, data in self.pieces().items() if name.startswith(VOICE)}

    @property
    def round(self) -> Past:
        """This round as it stands."""
        return past(self.assessment, self.review, self.sealed_by() or self.verified().head)

    def rounds(self) -> tuple[Past, ...]:
        """The rounds before this one, the first one first. Raises UsageError."""
        return rounds_in(self._file)

    def passed(self, length: int, head: str) -> bool:
        """Whether its history once ended with this entry: whether it goes on from a file that ends with it."""
        entries = self._file.entries()
        return 0 < length <= len(entries) and entries[length - 1].hash == head

    def sealed_by(self) -> str | None:
        """The hash of the entry that sealed the review last; None where it is not sealed."""
        from lowcarbon_desktop.app.sealing import sealed_by

        return sealed_by(self._file, self.review)

    def entries(self) -> tuple[Entry, ...]:
        """The history as it is kept, the first change first. Raises UsageError."""
        return self._file.entries()

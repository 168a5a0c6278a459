"""A rubric that is open for editing: its history, the draft that is kept beside it, and saving once it lints."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.app.present import make_folder, write_result
from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.rubric_diff import Difference, differences
from lowcarbon_desktop.app.rubric_draft import Draft
from lowcarbon_desktop.app.rubric_examined import Examined, examine
from lowcarbon_desktop.app.rubrics import shipped
from lowcarbon_desktop.assets import rubrics
from lowcarbon_desktop.errors import LowCarbonError, Message, OutputError, UsageError, message
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import History, Undoable
from lowcarbon_desktop.rubric.load import examine as examine_files
from lowcarbon_desktop.rubric.model import FILE

DRAFT = ".draft"
BASE = "base"
_WORDING = ("title", "rationale", "remedy", "evidence", "number", "serves", "source")


class Editing(Undoable[Draft]):
    """One rubric's folder. Every change is a step to undo; `keep` puts the draft beside the files it is made from.

    Readable at any time: `folder`, `draft`, `shipped` (it can only be looked at), `recovered` (a draft of an earlier
    run was taken up), `outdated` (its files were changed since by somebody else), `to_undo`, `to_redo`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder if folder.is_dir() else folder.parent
        self.shipped = self.folder.resolve().is_relative_to(rubrics().resolve())
        self._base = Draft.load(self.folder)
        kept = None if self.shipped else self._kept()
        self.recovered = kept is not None and kept != self._base
        self.outdated = self.recovered and self._made_from() != _digest(self._base)
        self._history: History[Draft] = History(self._base)
        self._last: tuple[Draft, Examined] | None = None
        if kept is not None and self.recovered:
            self._history = self._history.do(kept, message("edit-recovered"))

    @property
    def draft(self) -> Draft:
        """The rubric as it is being edited."""
        return self._history.present

    @property
    def changed(self) -> bool:
        """Whether anything is not saved yet."""
        return self.draft != self._base

    def do(self, change: Callable[[Draft], Draft], what: Message) -> None:
        """Make a change; where it raises, nothing is changed. Raises UsageError, also for a shipped rubric."""
        if self.shipped:
            raise UsageError(message("edit-shipped"))
        draft = change(self.draft)
        going_on = what.args.get("field") and _same(self.to_undo, what) and self.changed
        self._history = self._history.amend(draft) if going_on else self._history.do(draft, what)

    @cached_property
    def draft_folder(self) -> Path:
        """Where the draft is kept."""
        return self.folder / DRAFT

    def keep(self, draft: Draft) -> Path:
        """Keep a draft on disk and give its folder: the rubric's own where nothing differs. Raises OutputError."""
        if draft == self._base:
            self.forget()
            return self.folder
        make_folder(self.draft_folder / "cases")
        write_result(self.draft_folder / BASE, _digest(self._base))
        _write(self.draft_folder, draft, self._on_disk(self.draft_folder))
        return self.draft_folder

    def examined(self, draft: Draft, reference: Reference, progress: Progress | None = None) -> Examined:
        """Keep the draft, lint it and run its cases; what was found last is remembered. Raises LowCarbonError."""
        folder, last = self.keep(draft), self._last
        if last is None or last[0] != draft:
            self._last = last = (draft, examine(draft, folder, reference, progress))
        return last[1]

    def differences(self) -> tuple[Difference, ...]:
        """What the draft changes of the rubric as it was saved last."""
        if not self.changed:
            return ()
        return differences(examine_files(self.folder)[0], examine_files(self.keep(self.draft))[0])

    def next_version(self) -> str | None:
        """The version to propose: None where it was raised already, or only wording has changed."""
        found = self.differences()
        said = {each.what for each in found}
        if "version" in said or all(each.partition(".")[0] in _WORDING for each in said):
            return None
        return raised(str(self.draft.head.get("version", "")))

    def save(self, reference: Reference, *, over: bool = False) -> Path:
        """Put the draft into the place of the rubric's files, once it lints.

        Raises UsageError where it does not, or where the files were changed by somebody else and not `over`;
        OutputError where a file cannot be written, and then the draft is still there.
        """
        draft = self.draft
        refused = self.examined(draft, reference).refused
        if refused:
            raise UsageError(message("edit-faulty", count=len(refused)))
        id = str(draft.head.get("id", ""))
        if id in shipped():
            raise UsageError(message("rubric-id-taken", id=id))
        on_disk = self._on_disk(self.folder)
        if on_disk != self._base and not over:
            raise UsageError(message("edit-changed-outside", folder=str(self.folder)))
        _write(self.folder, draft, on_disk)
        self._base, self.recovered, self.outdated = draft, False, False
        self.forget()
        return self.folder

    def discard(self) -> None:
        """Go back to the rubric as it is on disk; undo brings the draft back."""
        self._base = Draft.load(self.folder)
        self._history = self._history.do(self._base, message("edit-discarded"))
        self.forget()

    def forget(self) -> None:
        """Take the draft away from the disk."""
        shutil.rmtree(self.draft_folder, ignore_errors=True)

    def _kept(self) -> Draft | None:
        try:
            return Draft.load(self.draft_folder) if (self.draft_folder / FILE).is_file() else None
        except LowCarbonError:
            return None

    def _made_from(self) -> str:
        try:
            return (self.draft_folder / BASE).read_text("utf-8")
        except OSError:
            return ""

    @staticmethod
    def _on_disk(folder: Path) -> Draft:
        try:
            return Draft.load(folder)
        except LowCarbonError:
            return Draft({})


def has_draft(folder: Path) -> bool:
    """Whether a rubric has changes that are not saved yet."""
    return (folder / DRAFT / FILE).is_file()


def raised(version: str) -> str:
    """The next version: 1.0 -> 1.1, 2012 -> 2013, 0.1-b -> 0.1-b.1."""
    found = re.search(r"\d+$", version)
    return f"{version[:found.start()]}{int(found[0]) + 1}" if found else f"{version}.1"


def _same(one: Message | None, other: Message) -> bool:
    """Whether two changes are of the same field; the title of its criterion may be what is being typed."""
    def field(what: Message) -> dict[str, object]:
        return {key: each for key, each in what.args.items() if key != "criterion"}

    return one is not None and (one.code, field(one)) == (other.code, field(other))


def _write(folder: Path, draft: Draft, on_disk: Draft) -> None:
    """Write what differs, and take away what is no more."""
    for name, text in draft.texts.items():
        if on_disk.texts.get(name) != text:
            make_folder((folder / name).parent)
            write_result(folder / name, text)
    try:
        for name in set(on_disk.texts) - set(draft.texts):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(message("rubric-no-access", file=str(folder), reason=error.strerror or "?")) from None


def _digest(draft: Draft) -> str:
    return sha256(repr(sorted(draft.texts.items())).encode()).hexdigest()

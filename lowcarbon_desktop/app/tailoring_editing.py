"""A tailoring that is open for editing: its differences with their remarks, what lint says, saving once it lints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from lowcarbon_desktop.app.present import write_result
from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.rubric_lint import lint
from lowcarbon_desktop.app.rubrics import find_rubric
from lowcarbon_desktop.app.tailoring_rows import ADD, CHANGE, LEAVE_OUT, Row, as_map, rows_in, ruled
from lowcarbon_desktop.checks.table import KINDS
from lowcarbon_desktop.errors import Message, Text, UsageError, message
from lowcarbon_desktop.review import History, Undoable
from lowcarbon_desktop.rubric import Rubric, edit_list
from lowcarbon_desktop.rubric.edit import drop, plain_of, put
from lowcarbon_desktop.rubric.edit_data import value_at
from lowcarbon_desktop.rubric.load import load
from lowcarbon_desktop.rubric.spans import marks

_ORDER = ("name", "rubric", "version", LEAVE_OUT, CHANGE, ADD)


class Said(NamedTuple):
    """What lint says; `path` is the entry that it stands at, () for the file."""

    path: tuple[str | int, ...]
    said: Message
    warning: bool


class TailoringEditing(Undoable[str]):
    """The text of a tailoring with its history. Until it lints, it is kept beside its file as a draft."""

    def __init__(self, path: Path, rubric: str | None = None) -> None:
        """Open a file that is there, with its draft, or begin one upon `rubric`. Raises UsageError, FaultyData."""
        self.path, self.draft_path = path, path.with_name(f".{path.name}.draft")
        self._base = _read(path)
        if self._base is None and rubric is None:
            raise UsageError(message("tailoring-no-file", file=str(path)))
        kept = _read(self.draft_path)
        self.recovered = kept is not None and kept != self._base
        text = kept if kept is not None else self._base
        if text is None:
            based = load(find_rubric(str(rubric)))
            text = put("name: x\n", ("name",), path.stem)
            for key, value in (("rubric", based.id), ("version", based.version)):
                text = put(text, (key,), value)
        self._history: History[str] = History(text)
        named = as_map(plain_of(text)).get("rubric")
        if named is None:
            raise UsageError(message("yaml-missing-key", key="rubric"))
        self.rubric: Rubric = load(find_rubric(str(named)))

    @property
    def text(self) -> str:
        """The file as it is being edited."""
        return self._history.present

    @property
    def changed(self) -> bool:
        """Whether anything is not saved yet."""
        return self.text != self._base

    @property
    def rows(self) -> tuple[Row, ...]:
        """All differences, as they are written."""
        return rows_in(self.text, self.rubric)

    def keys(self, criterion: str) -> tuple[tuple[str, Message | Text], ...]:
        """What can be changed of a criterion, with names: severity, points, the line, the parameters of its kind."""
        kind = KINDS[self.rubric.criterion(criterion).check]
        line = (("line", message("rubric-key-line")),) if kind.margins else ()
        return (("points", message("rubric-key-points")), *line, ("severity", message("rubric-key-severity")),
                *((f"with.{each.name}", each.hint) for each in kind.parameters if each.type != "table"))

    def now(self, criterion: str, what: str) -> object:
        """The value that the rubric has, None where it has none; of the line, that of the nation."""
        return ruled(self.rubric, criterion, what)

    def leave_out(self, criterion: str, remark: str) -> None:
        """Leave a criterion out, with the reason."""
        self._do(lambda text: _appended(text, LEAVE_OUT, {"criterion": criterion, "remark": remark}),
                 message("edit-left-out", criterion=criterion))

    def change(self, criterion: str, what: str, value: object, remark: str) -> None:
        """Put another value in the place of one of `keys`, with the reason."""
        data = as_map(plain_of(self.text)).get(CHANGE)
        entries = data if isinstance(data, list) else []
        place = next((n for n, each in enumerate(entries) if as_map(each).get("criterion") == criterion), None)

        def changed(text: str) -> str:
            if place is None:
                made: dict[str, object] = {"criterion": criterion}
                key, _, name = what.partition(".")
                made[key] = {name: value} if name else value
                return _appended(text, CHANGE, {**made, "remark": remark})
            return put(put(text, (CHANGE, place, *what.split(".", 1)), value), (CHANGE, place, "remark"), remark)

        self._do(changed, message("edit-tailored", criterion=criterion))

    def remark(self, row: Row, remark: str) -> None:
        """Give another reason."""
        self._do(lambda text: put(text, (*row.path[:2], "remark"), remark),
                 message("edit-tailored", criterion=row.criterion))

    def take_back(self, row: Row) -> None:
        """Let the criterion be as the rubric has it; undo brings the difference back."""
        section, place = str(row.path[0]), int(row.path[1])
        entry = as_map(value_at(plain_of(self.text), row.path[:2]))
        left = [each for each in self.rows if each.path[:2] == row.path[:2]]

        def without(text: str) -> str:
            if section == CHANGE and len(left) > 1:
                alone = len(row.path) == 4 and len(as_map(entry.get("with"))) == 1
                return drop(text, row.path[:3] if alone else row.path)
            whole = value_at(plain_of(text), (section,))
            return drop(text, (section,)) if isinstance(whole, list) and len(whole) == 1 else edit_list.remove(
                text, (section,), place)

        self._do(without, message("edit-tailored", criterion=row.criterion))

    def examined(self, known: Reference) -> tuple[Said, ...]:
        """Keep the draft and lint it. Raises OutputError."""
        if not self.changed:
            self.draft_path.unlink(missing_ok=True)
        else:
            write_result(self.draft_path, self.text)
        where = marks(self.text)
        faults = lint(str(self.draft_path if self.changed else self.path), known)
        return tuple(Said(where.get((each.line, each.column), ())[:2], _inner(each.message), each.warning)
                     for each in faults)

    def save(self, known: Reference) -> None:
        """Put the draft into the file's place, once it lints. Raises UsageError, OutputError."""
        refused = [each for each in self.examined(known) if not each.warning]
        if refused:
            raise UsageError(message("edit-faulty", count=len(refused)))
        write_result(self.path, self.text)
        self._base = self.text
        self.draft_path.unlink(missing_ok=True)

    def _do(self, change: Callable[[str], str], what: Message) -> None:
        self._history = self._history.do(change(self.text), what)


def _appended(text: str, section: str, entry: Mapping[str, object]) -> str:
    listed = as_map(plain_of(text)).get(section)
    if isinstance(listed, list) and listed:
        return edit_list.insert(text, (section,), len(listed), entry)
    return put(text, (section,), [entry], _ORDER)


def _inner(said: Message) -> Message:
    what = said.args.get("what")
    return what if said.code == "rubric-criterion" and isinstance(what, Message) else said


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise UsageError(message("edit-not-utf8", file=str(path))) from None
    except OSError as error:
        raise UsageError(message("tailoring-no-access", file=str(path), reason=error.strerror or "?")) from None

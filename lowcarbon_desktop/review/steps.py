"""The history as steps that can be taken back: one step is all that one change wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.review.log import SECRET, Change, Entry, Row, Rows, change_of, logged
from lowcarbon_desktop.rubric import Rubric

_FOLLOWS = ("piece", "source")
"""Tables that only follow from what was said: what is judged anew writes them anew."""
_JUDGED = ("fact", "correction", "nod", "line", "mark")
_YARDSTICK = ("region", "part", "rubric", "tailoring", "as_of")
_OF_THE_WHOLE = (*_YARDSTICK, "begun", "ticks")


@dataclass(frozen=True, slots=True)
class Step:
    """One change: the number of its first entry, what each of its entries says, and the number of each."""

    number: int
    changes: tuple[Change, ...]
    numbers: tuple[int, ...]

    @property
    def said(self) -> tuple[Change, ...]:
        """What was said, without what only follows from it."""
        return tuple(each for each in self.changes if each.table not in _FOLLOWS)

    @property
    def obstacle(self) -> str:
        """Why it cannot be taken back: "beginning" (who, which round, a seal); else ""."""
        fixed = [each for each in self.changes if each.table == "meta" and not (
            each.key[0] in _OF_THE_WHOLE or str(each.key[0]).startswith("conclusion."))]
        return "beginning" if fixed else ""

    @property
    def judged(self) -> bool:
        """Whether the findings rest on what was changed."""
        return any(each.table in _JUDGED or (each.table == "meta" and each.key[0] in _YARDSTICK)
                   for each in self.changes)

    def what(self, rubric: Rubric) -> Message:
        """What was said, in a few words."""
        first = self.said[0]
        if first.table in ("item", SECRET):
            return message(f"change-{first.table}", criterion=rubric.called(str(first.key[0])))
        if first.table == "meta" and str(first.key[0]).startswith("conclusion."):
            return message("change-conclusion")
        return message("history-step", number=self.number)


@dataclass(frozen=True, slots=True)
class Steps:
    """All that was said, in order; `to_undo` is what stands and was done last, `to_redo` what was undone last."""

    every: tuple[Step, ...]
    to_undo: Step | None
    to_redo: Step | None


def steps_of(entries: Iterable[Entry]) -> Steps:
    """The steps of a history. Raises ValueError for what is no history."""
    grouped: dict[int, list[tuple[Change, int]]] = {}
    for each in entries:
        change = change_of(each)
        grouped.setdefault(change.step or each.number, []).append((change, each.number))
    every = tuple(Step(first, *zip(*changes, strict=True)) for first, changes in grouped.items())
    done: list[Step] = []
    undone: list[Step] = []
    for step in every:
        if not step.said:
            continue
        way = step.changes[0].of.partition(":")[0]
        if way == "undo" and done:
            undone.append(done.pop())
        elif way == "redo" and undone:
            done.append(undone.pop())
        elif not way:
            done.append(step)
            undone.clear()
    return Steps(every, done[-1] if done else None, undone[-1] if undone else None)


def stepped(rows: Rows, step: Step, former: Callable[[str], str], *, back: bool) -> Rows:
    """The rows with a step taken back, or made once more; `former` gives the text of a note by its hash.

    Raises ValueError where they are not as it left them, LookupError where the text of a note is not kept.
    """
    made = {table: dict(each) for table, each in rows.items()}
    for change in reversed(step.said) if back else step.said:
        expected, wanted = (change.after, change.before) if back else (change.before, change.after)
        table = made.setdefault(change.table, {})
        there = table.get(change.key)
        if logged(change.table, there) != expected:
            left_out = change.table == SECRET and there is None
            raise (LookupError if left_out else ValueError)(f"{change.table} {change.key}")
        if wanted is None:
            table.pop(change.key, None)
        else:
            table[change.key] = _whole(change.table, wanted, former)
    return made


def _whole(table: str, row: Row, former: Callable[[str], str]) -> Row:
    return (row[0], former(str(row[1]))) if table == SECRET else row

"""Reads whatever is YAML by its parser, and tells what is wrong with it as YAML, with line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from lowcarbon_desktop.errors import Fault, Message, message
from lowcarbon_desktop.rubric.model import Mark
from lowcarbon_desktop.rubric.nodes import MOST_DEPTH, Item, scalar

_DECEIVING = "[\u00a0\u3000\ufeff\u200b\uff1a\t]"


def composed(text: str, file: str) -> tuple[Item | None, list[Fault]]:
    """What stands in the text, and what is wrong with it as YAML. None where nothing can be made of it."""
    composer = _Composer(text, file)
    try:
        return composer.document(), composer.faults
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [_syntax(text, file, mark.line, mark.column, error.problem)]
    except yaml.reader.ReaderError as error:
        return None, [_syntax(text, file, text.count("\n", 0, error.position), 0, error.reason)]
    except _TooDeep as deep:
        return None, [Fault(file, deep.line, deep.column, message("yaml-depth", most=MOST_DEPTH))]


class _TooDeep(Exception):
    def __init__(self, event: yaml.Event) -> None:
        self.line, self.column = event.start_mark.line + 1, event.start_mark.column + 1


class _Composer:
    """Builds the items straight from the parser's events.

    PyYAML's own composer recurses in C without a limit: a line of 100 000 brackets would end the program.
    """

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self._next = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text).get_event

    def document(self) -> Item | None:
        """The one document of the stream."""
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            self.faults.append(Fault(self.file, 0, 0, message("yaml-empty")))
            return None
        if start.tags:
            self._fault(start, message("yaml-anchor"))
        item = self._item(self._next(), None, 0)
        self._next()
        more = self._next()
        if not isinstance(more, yaml.StreamEndEvent):
            self._fault(more, message("yaml-documents"))
        return item

    def _item(self, event: yaml.Event, key: yaml.Event | None, depth: int) -> Item:
        if event.anchor or getattr(event, "tag", None):
            self._fault(event, message("yaml-anchor"))
        start = (event if key is None else key).start_mark
        mark = Mark(self.file, start.line + 1, start.column + 1)
        kind = type(event)
        if kind is yaml.ScalarEvent:
            text = event.value
            return Item(text if event.style else scalar(text), mark, text)
        if kind is yaml.AliasEvent:
            return Item("", mark)
        if depth == MOST_DEPTH:
            raise _TooDeep(event)
        if kind is yaml.SequenceStartEvent:
            return Item([self._item(each, None, depth + 1) for each in self._until(yaml.SequenceEndEvent)], mark)
        return Item(self._mapping(depth), mark)

    def _mapping(self, depth: int) -> dict[str, Item]:
        items: dict[str, Item] = {}
        for key in self._until(yaml.MappingEndEvent):
            plain = type(key) is yaml.ScalarEvent
            if not plain or key.anchor or key.tag:
                self._item(key, None, depth + 1)
            item = self._item(self._next(), key, depth + 1)
            if not plain:
                self._fault(key, message("yaml-key"))
            elif key.value in items:
                self._fault(key, message("yaml-twice", key=key.value, line=items[key.value].mark.line))
            else:
                items[key.value] = item
        return items

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        following = self._next
        while type(event := following()) is not end:
            yield event

    def _fault(self, event: yaml.Event, said: Message) -> None:
        self.faults.append(Fault(self.file, event.start_mark.line + 1, event.start_mark.column + 1, said))


def _syntax(text: str, file: str, line: int, column: int, problem: str | None) -> Fault:
    near = "\n".join(text.split("\n")[max(0, line - 1):line + 1])
    deceiving = re.search(_DECEIVING, near)
    hint = message("yaml-deceiving", sign=f"U+{ord(deceiving[0]):04X}") if deceiving else None
    return Fault(file, line + 1, column + 1, message("yaml-syntax", problem=problem or "?", hint=hint))

"""The YAML that rubrics are usually written in, read line by line, which takes a third of reading any YAML."""

from __future__ import annotations

import re

from lowcarbon_desktop.rubric.model import Mark
from lowcarbon_desktop.rubric.nodes import Item, scalar

_DEEPEST = 8
_NAME = r"([^\W\d][\w.-]{0,60}):"
_QUOTED = r'"([^"\\]*)"'
_FIRST = r"(?:[^-?:,\[\]{}#&*!|>'\"%@`\s]|-(?=\d))"
_PLAIN = rf"({_FIRST}(?:[^:#]|:(?=\S)|(?<=\S)#)*)"
_KEY = re.compile(rf"{_NAME}(?: +(?:{_QUOTED}|{_PLAIN}|(.+))|)")
_WORD = re.compile(_PLAIN)
_ESCAPED = re.compile(r'"((?:[^"\\]|\\[\\"])*)"')
_SINGLE = re.compile("'([^']*)'")
_SIMPLE = rf"(?:(?:{_QUOTED}|({_FIRST}[^:#,\[\]{{}}]*)) *([,\]}}]) *|)"
_ENTRY = re.compile(rf"{_NAME} +{_SIMPLE}")
_ELEMENT = re.compile(rf"(){_SIMPLE}")  # of a list, in the same groups
_END = re.compile(r" *([,\]}]) *")


def usual(text: str, file: str) -> Item | None:
    """What stands in the text; None where some of it is not of the usual kind, or may be wrong.

    Usual are keys and dashes with deeper lines below them, and behind them a word, or one in quotes, or [] and {}.
    """
    if not text.replace("\n", "").isprintable():
        return None
    try:
        return _Lines(text, file).document()
    except _Unusual:
        return None


class _Unusual(Exception):
    """What only a parser of all of YAML can tell the meaning, or the fault, of."""


class _Lines:
    """The lines that say something, each with its number, how far it is indented, and its text; `_at` is the next."""

    def __init__(self, text: str, file: str) -> None:
        self.file, self._at = file, 0
        self._lines = [(number, len(line) - len(said), said.rstrip(" "))
                       for number, line in enumerate(text.split("\n"), start=1)
                       if (said := line.lstrip(" ")) and said[0] != "#"]
        self._lines.append((0, -1, ""))

    def document(self) -> Item:
        """The whole text."""
        item = self._block(self._lines[0][1], 0, None)
        if self._at != len(self._lines) - 1:
            raise _Unusual
        return item

    def _block(self, indent: int, depth: int, mark: Mark | None) -> Item:
        """The lines from the next on that are indented as far, with those below them."""
        number, _, said = self._lines[self._at]
        if indent < 0 or depth > _DEEPEST:
            raise _Unusual
        data = self._sequence(indent, depth) if said[0] == "-" else self._mapping(indent, depth)
        if self._lines[self._at][1] > indent:
            raise _Unusual
        return Item(data, mark or Mark(self.file, number, indent + 1))

    def _mapping(self, indent: int, depth: int) -> dict[str, Item]:
        items: dict[str, Item] = {}
        while (line := self._lines[self._at])[1] == indent:
            found = _KEY.fullmatch(line[2])
            if found is None or (key := found[1]) in items:
                raise _Unusual
            _, quoted, plain, other = found.groups()
            mark = Mark(self.file, line[0], indent + 1)
            self._at += 1
            below = self._lines[self._at][1]
            if other is not None:
                items[key] = self._value(other, mark, indent, indent + found.start(4), depth + 1)
            elif quoted is None and plain is None:
                items[key] = self._block(below, depth + 1, mark) if below > indent else Item("", mark)
            elif below > indent:
                raise _Unusual
            else:
                items[key] = Item(quoted, mark, quoted) if plain is None else Item(scalar(plain), mark, plain)
        return items

    def _sequence(self, indent: int, depth: int) -> list[Item]:
        items: list[Item] = []
        while (line := self._lines[self._at])[1] == indent:
            number, _, said = line
            inner = said[1:].lstrip(" ")
            column = indent + len(said) - len(inner)
            if said[:2] != "- ":
                raise _Unusual
            if inner[:2] == "- " or _KEY.fullmatch(inner):
                self._lines[self._at] = (number, column, inner)
                items.append(self._block(column, depth + 1, None))
            else:
                self._at += 1
                items.append(self._value(inner, Mark(self.file, number, column + 1), indent, column, depth + 1))
        return items

    def _value(self, text: str, mark: Mark, indent: int, column: int, depth: int) -> Item:
        """What stands behind a key or a dash; `column` is where, from 0."""
        if text[0] in "{[":
            flow = _Flow(self, text, mark.line, column, indent)
            item = Item(flow.read(0, depth), mark)
            if flow.at != len(flow.text):
                raise _Unusual
        elif text[0] == '"' or text[0] == "'":
            item, end = _quoted(text, 0, mark)
            if end != len(text):
                raise _Unusual
        elif _WORD.fullmatch(text):
            item = Item(scalar(text), mark, text)
        else:
            raise _Unusual
        if self._lines[self._at][1] > indent:
            raise _Unusual
        return item

    def more(self, indent: int) -> tuple[int, int, str]:
        """The next line, which goes on one that is indented as far as said."""
        line = self._lines[self._at]
        if line[1] <= indent:
            raise _Unusual
        self._at += 1
        return line


class _Flow:
    """What stands between brackets, on one line or on several; `at` is how far of the `text` it was read."""

    def __init__(self, lines: _Lines, text: str, line: int, column: int, indent: int) -> None:
        self.text, self.at = text, 0
        self._lines, self._line, self._column, self._indent = lines, line, column, indent
        self._file = lines.file

    def read(self, at: int, depth: int) -> list[Item] | dict[str, Item]:
        """The list or mapping that begins there."""
        if depth > _DEEPEST:
            raise _Unusual
        close = "}" if self.text[at] == "{" else "]"
        pattern = _ENTRY if close == "}" else _ELEMENT
        listed: list[Item] = []
        named: dict[str, Item] = {}
        at += 1
        if self.text[at:at + 1] == close:
            self.at = at + 1
            return named if close == "}" else listed
        while True:
            if at == len(self.text):
                self._line, self._column, self.text = self._lines.more(self._indent)
                at = 0
            found = pattern.match(self.text, at)
            if found is None or found[1] in named:
                raise _Unusual
            mark = Mark(self._file, self._line, self._column + at + 1)
            key, quoted, plain, sign = found.groups()
            at = found.end()
            if sign is None:
                item = self._item(at, mark, depth)
                end = _END.match(self.text, self.at)
                if end is None:
                    raise _Unusual
                sign, at = end[1], end.end()
            elif plain is None:
                item = Item(quoted, mark, quoted)
            else:
                plain = plain.rstrip(" ")
                item = Item(scalar(plain), mark, plain)
            if close == "}":
                named[key] = item
            else:
                listed.append(item)
            if sign != ",":
                if sign != close:
                    raise _Unusual
                self.at = at
                return named if close == "}" else listed

    def _item(self, at: int, mark: Mark, depth: int) -> Item:
        """What is neither a plain word nor one in quotes without escapes."""
        if self.text[at:at + 1] in ("{", "["):
            return Item(self.read(at, depth + 1), mark)
        item, self.at = _quoted(self.text, at, mark)
        return item


def _quoted(text: str, at: int, mark: Mark) -> tuple[Item, int]:
    """A value in quotes, and where it ends."""
    found = _ESCAPED.match(text, at) or _SINGLE.match(text, at)
    if found is None:
        raise _Unusual
    said = found[1]
    if "\\" in said and text[at] == '"':
        said = re.sub(r'\\([\\"])', r"\1", said)
    return Item(said, mark, said), found.end()

"""What a document's text is made of, as every reader of documents collects it: paragraphs, headings, tables."""

from __future__ import annotations

from dataclasses import dataclass, field


class Heading(str):
    """A paragraph that its style makes a heading."""

    __slots__ = ()


class Struck(str):
    """A paragraph out of which words are struck by hand."""

    __slots__ = ()


class Faint(str):
    """A paragraph of which words are too small to be seen, or have the colour of what lies under them."""

    __slots__ = ()


class Sample(str):
    """A paragraph with words that a form shows where nobody has written anything."""

    __slots__ = ()


class Commented(str):
    """A paragraph with a comment that may change what it says."""

    __slots__ = ()


@dataclass
class BodyCell:
    """A cell as Word keeps it: `span` columns wide; `below` where it goes on the cell above it.

    `struck` is True where words of it are struck by hand; they are left out. `faint` where words cannot be seen on
    the `ground`, the colour that the cell is filled with; `sample` where words are a mere placeholder.
    """

    column: int
    span: int = 1
    below: bool = False
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    struck: bool = False
    faint: bool = False
    sample: bool = False
    ground: str = ""


@dataclass
class BodyTable:
    """A table: its rows of cells, the widths of its columns, and the text before it where it stands in a cell."""

    number: int
    widths: list[int] = field(default_factory=list)
    rows: list[list[BodyCell]] = field(default_factory=list)
    inner: tuple[str, ...] = ()

"""What stands in the source, as it looks, for a face that shows it beside what was understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Grid, Source
from lowcarbon_desktop.ingest.readers.raw import read_bytes
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.plan.where import cell_name, cell_position


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a document, or a line of a PDF page."""

    text: str
    where: Where
    heading: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet, or a table of a document: texts as printed, ragged, and merged cells as (r0, c0, r1, c1)."""

    file: str
    name: str | None
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False

    @cached_property
    def width(self) -> int:
        """How many columns the longest row has."""
        return max(map(len, self.rows), default=0)

    def text(self, row: int, column: int) -> str:
        """What is printed there, both counted from 0; "" beyond the end of a row."""
        return self.rows[row][column] if column < len(self.rows[row]) else ""

    def where(self, row: int, column: int) -> Where:
        """The place of a cell as far as it names it: file, sheet and cell."""
        return Where(self.file, self.name, cell_name(row, column))

    def position(self, where: Where) -> tuple[int, int] | None:
        """Row and column of a place; None where it lies elsewhere."""
        if (where.file, where.sheet) != (self.file, self.name) or where.cell is None:
            return None
        try:
            row, column = cell_position(where.cell)
        except ValueError:  # an amount in a sentence
            return None
        return (row, column) if row < len(self.rows) and column < self.width else None


@dataclass(frozen=True)
class Leaf:
    """What is shown as one leaf: a sheet, a whole document, or a PDF, whose `blocks` serve where it cannot be drawn.

    `kind` is sheet, document or pdf. `path` and `sha256` are those of the file as it was read.
    """

    kind: str
    path: Path
    sha256: str
    blocks: tuple[Paragraph | Sheet, ...]
    inside: Callable[[str], bytes | None] | None = None
    """Where the file lies inside a review file: gives the bytes of a name."""

    @property
    def file(self) -> str:
        """The name of the file, as places bear it."""
        return self.path.name

    @property
    def sheet(self) -> Sheet | None:
        """The sheet of a leaf that is one."""
        return self.blocks[0] if self.kind == "sheet" else None

    def holds(self, where: Where) -> bool:
        """Whether a place lies on this leaf."""
        return where.file == self.file and (self.kind != "sheet" or where.sheet == self.blocks[0].name)


def leaves(source: Source, path: Path, inside: Callable[[str], bytes | None] | None = None) -> tuple[Leaf, ...]:
    """The leaves of an application read from `path`: its files in order, each sheet of a workbook a leaf of its own."""
    made: list[Leaf] = []
    if not source.grids and not source.passages:
        return ()  # a copy without the applicant's files
    for file in source.files:
        at = path if path.name == file.name and not path.is_dir() else path / file.name
        grids = [grid for grid in source.grids if grid.file == file.name]
        if all(grid.table is None for grid in grids) and grids:
            made += (Leaf("sheet", at, file.sha256, (_sheet(grid),)) for grid in grids)
        else:
            kind = "pdf" if at.suffix.lower() == ".pdf" else "document"
            made.append(Leaf(kind, at, file.sha256, _blocks(file.name, source, grids), inside))
    return tuple(made)


def bytes_as_read(leaf: Leaf) -> bytes:
    """The file's bytes, if they are still those that were read. Raises PlanUnreadable where it is gone or changed."""
    data = leaf.inside(leaf.file) or b"" if leaf.inside is not None else read_bytes(leaf.path)
    if sha256(data).hexdigest() != leaf.sha256:
        raise PlanUnreadable(message("source-changed", file=leaf.file))
    return data


def _sheet(grid: Grid) -> Sheet:
    rows = tuple(tuple(cell.text for cell in row) for row in grid.rows)
    return Sheet(grid.file, grid.sheet, rows, grid.merges, grid.hidden)


def _blocks(file: str, source: Source, grids: Iterable[Grid]) -> tuple[Paragraph | Sheet, ...]:
    """Paragraphs and tables in reading order."""
    # A passage may also be a cell that holds sentences: that one stands in its table.
    paragraphs = [Paragraph(each.text, each.where, each.heading) for each in source.passages
                  if each.where.file == file and each.where.cell is None]
    blocks: list[Paragraph | Sheet] = []
    told = 0
    for grid in grids:
        until = max(told, _before(grid, paragraphs))
        blocks += paragraphs[told:until]
        told = until
        blocks.append(_sheet(grid))
    return (*blocks, *paragraphs[told:])


def _before(grid: Grid, paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs stand before a table: as it says itself, or as far as they begin above it on the pages."""
    if grid.paragraph is not None:
        return grid.paragraph
    if not grid.boxes or not grid.boxes[0]:
        return len(paragraphs)
    page, box = grid.boxes[0][0]
    return sum((each.where.page or 0, each.where.box[1] if each.where.box else 0.0) < (page, box[1])
               for each in paragraphs)

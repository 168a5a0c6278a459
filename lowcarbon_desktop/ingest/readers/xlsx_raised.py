"""Raised and struck-out letters in an xlsx: to a fast reader 28 and a footnote are 283, and 9 for a struck 8 is 89."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.readers.package import parse_pieces
from lowcarbon_desktop.plan.where import cell_position

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class _Text:
    """A text as it is being read run by run; behind a letter raised digits are a power, as in km²."""

    def __init__(self) -> None:
        self.shown = ""
        self.raised = self.struck = self._high = self._gone = self._inside = False
        self._spelt = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "vertAlign":
            self._high = attributes.get("val") == "superscript"
        elif tag == "strike":
            self._gone = attributes.get("val", "1") not in ("0", "false")
        self._high, self._gone = self._high and tag != "r", self._gone and tag != "r"
        self._spelt = self._spelt or tag == "rPh"
        self._inside = tag == "t" and not self._spelt

    def end(self, tag: str) -> None:
        self._inside = False
        self._high, self._gone = self._high and tag != "r", self._gone and tag != "r"
        self._spelt = self._spelt and tag != "rPh"

    def said(self, text: str) -> None:
        if not self._inside:
            return
        if self._gone:
            self.struck = self.struck or bool(text.strip())
            return
        before = self.shown.rstrip()[-1:]
        if self._high and not (before.isascii() and before.isalpha()):
            self.raised = True
            text = text.translate(_RAISED)
        self.shown += text

    @property
    def cell(self) -> RawCell | None:
        """The cell of this text; None where nothing in it is raised or struck out."""
        if not (self.raised or self.struck):
            return None
        return RawCell(self.shown.strip(), trouble=message("words-struck") if self.struck else None)


def raised_cells(file: str, strings: bytes, xml: bytes) -> Mapping[tuple[int, int], RawCell]:
    """The cells of a sheet with letters raised or struck out, by (row, column); `strings` are the shared ones."""
    shared: dict[str, RawCell] = {}
    found: dict[tuple[int, int], RawCell] = {}
    numbers = 0
    place, kind, held = "", "", ""

    def keep(text: _Text) -> None:
        nonlocal numbers
        if text.cell is not None:
            shared[str(numbers)] = text.cell
        numbers += 1

    def inline(text: _Text) -> None:
        if text.cell is not None and place:
            found[cell_position(place)] = text.cell

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal place, kind, held
        if tag == "c":
            place, kind, held = attributes.get("r", ""), attributes.get("t", ""), ""

    def end(tag: str, text: str) -> None:
        if tag == "v" and kind == "s" and text.strip() in shared and place:
            found[cell_position(place)] = shared[text.strip()]

    _read(file, strings, "si", keep)
    _read(file, xml, "is", inline, start, end)
    return found


def _read(file: str, xml: bytes, around: str, done: Callable[[_Text], None],
          start: Callable[[str, dict[str, str]], None] | None = None,
          end: Callable[[str, str], None] | None = None) -> None:
    """Hand each text on when it ends, and the other tags with what stands in them."""
    if not xml:
        return
    text: _Text | None = None
    last: list[str] = []

    def begins(tag: str, attributes: dict[str, str]) -> None:
        nonlocal text
        last.clear()
        if tag == around:
            text = _Text()
        elif text is not None:
            text.start(tag, attributes)
        elif start is not None:
            start(tag, attributes)

    def ends(tag: str) -> None:
        nonlocal text
        if tag == around and text is not None:
            done(text)
            text = None
        elif text is not None:
            text.end(tag)
        elif end is not None:
            end(tag, "".join(last))

    def said(words: str) -> None:
        last.append(words)
        if text is not None:
            text.said(words)

    parse_pieces(file, "workbook", (xml,), start=begins, end=ends, said=said)


def with_raised(rows: Sequence[Sequence[RawCell]],
                raised: Mapping[tuple[int, int], RawCell]) -> tuple[tuple[RawCell, ...], ...]:
    """The rows with these cells; what else is wrong with one stays."""
    return tuple(tuple(cell if (new := raised.get((r, c))) is None else
                       cell._replace(text=new.text, trouble=cell.trouble or new.trouble)
                       for c, cell in enumerate(row)) for r, row in enumerate(rows))

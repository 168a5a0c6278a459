"""Lays out a page of a PDF within the caps, stopping when asked, and sees which of its text can be seen at all."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace

from lowcarbon_desktop.ingest.limits import MAX_DRAWN, MAX_STREAM
from lowcarbon_desktop.ingest.readers.pdf_orders import interpreter
from lowcarbon_desktop.ingest.readers.pdf_sight import Sight, layers_off

_OFTEN = 2000
_FORM = 20  # a form drawn in a form is how a small file draws without end
_BLOCK = 200  # 4 kB of orders count too: those that draw nothing take time as well
_INVISIBLE = 3
_COUNT: ContextVar[Callable[[int], None]] = ContextVar("count", default=lambda weight: None)


class TooMuch(Exception):
    """A page or a stream beyond the caps."""


@dataclass(frozen=True, slots=True)
class Laid:
    """How many signs a page draws, and how many of them nobody sees: drawn invisibly, or below a picture."""

    signs: int
    unseen: int


def lay_out(page, step: Callable[[], None]) -> Laid:
    """Lay out a page of pdfplumber, which keeps the result. Raises TooMuch, Cancelled, and what the library raises."""
    guard_streams()
    device = _device()(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    device.step, device.sight = step, Sight(layers_off(page.pdf.doc.catalog))
    token = _COUNT.set(device.count)
    try:
        interpreter()(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    finally:
        _COUNT.reset(token)
    page._layout = device.get_result()
    return Laid(device.signs, max(device.invisible, device.covered))


@cache
def _device() -> type:
    from pdfminer.layout import LTRect
    from pdfplumber.page import PDFPageAggregatorWithMarkedContent

    class Bounded(PDFPageAggregatorWithMarkedContent):
        """Counts what is drawn."""

        drawn = signs = invisible = covered = 0
        render = 0
        step: Callable[[], None]
        sight: Sight

        def count(self, weight: int = 1) -> None:
            if (self.drawn + weight) // _OFTEN > self.drawn // _OFTEN:
                self.step()
            self.drawn += weight
            if self.drawn > MAX_DRAWN:
                raise TooMuch

        def render_string(self, textstate, *rest) -> None:
            self.render = textstate.render
            super().render_string(textstate, *rest)

        def render_char(self, *rest):
            self.count()
            self.signs += 1
            self.invisible += self.render == _INVISIBLE
            wide = super().render_char(*rest)
            self.sight.look(self.cur_item._objs[-1], self.render)
            return wide

        def render_image(self, *rest) -> None:
            self.count()
            self.covered = self.signs
            super().render_image(*rest)

        def paint_path(self, graphicstate, stroke, fill, evenodd, path) -> None:
            self.count(len(path))
            super().paint_path(graphicstate, stroke, fill, evenodd, path)
            drawn = self.cur_item._objs[-1] if self.cur_item._objs and fill and path else None
            if isinstance(drawn, LTRect):
                self.sight.paint(drawn.pts)

        def begin_figure(self, *rest) -> None:
            self.count(_FORM)
            super().begin_figure(*rest)

    return Bounded


@cache
def guard_streams() -> None:
    """Keep the library from unpacking a stream beyond the cap, and let it count the orders of a page as it reads them.

    A few bytes may unpack to more than there is memory, and to orders that nobody would see the end of.
    """
    from pdfminer import pdftypes
    from pdfminer.pdfinterp import PDFContentParser

    def fillbuf(parser: PDFContentParser) -> None:
        if parser.charpos >= len(parser.buf):
            _COUNT.get()(_BLOCK)
        fill(parser)

    fill, PDFContentParser.fillbuf = PDFContentParser.fillbuf, fillbuf

    pdftypes.zlib = SimpleNamespace(decompress=inflated, error=zlib.error)
    pdftypes.decompress_corrupted = _salvaged


def inflated(data: bytes) -> bytes:
    """The unpacked bytes. Raises TooMuch beyond the cap, zlib.error where they are damaged or cut short."""
    unpack = zlib.decompressobj()
    found = unpack.decompress(data, MAX_STREAM)
    if unpack.unconsumed_tail:
        raise TooMuch
    if not unpack.eof:
        raise zlib.error("cut short")
    return found


def _salvaged(data: bytes) -> bytes:
    """As much of a damaged stream as can be unpacked."""
    unpack, found = zlib.decompressobj(), b""
    try:
        found = unpack.decompress(data, MAX_STREAM)
        if unpack.unconsumed_tail:
            raise TooMuch
    except zlib.error:
        unpack, pieces = zlib.decompressobj(), []
        try:
            for start in range(0, len(data), 64):
                pieces.append(unpack.decompress(data[start:start + 64], MAX_STREAM))
        except zlib.error:
            pass
        found = b"".join(pieces)
    return found

"""Reads a page's orders as the library does, and follows what it leaves out: transparency, clipping, layers, fonts."""

from __future__ import annotations

from functools import cache

from lowcarbon_desktop.ingest.readers.pdf_fonts import unreadable


@cache
def interpreter() -> type:
    """The library's reader of a page's orders, which tells its device's `sight` what it leaves out itself."""
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdftypes import dict_value, resolve1
    from pdfminer.psparser import literal_name
    from pdfminer.utils import apply_matrix_pt

    class Seeing(PDFPageInterpreter):
        """Follows transparency, clipping and layers."""

        def init_resources(self, resources) -> None:
            super().init_resources(resources)
            held = resolve1(resources.get("Font")) if resources else None
            for name, spec in (held if isinstance(held, dict) else {}).items():
                font = self.fontmap.get(name)
                if font is not None and not hasattr(font, "known"):
                    font.known = not unreadable(resolve1(spec))
                    if not font.known:
                        font.to_unichr = lambda cid: "\ufffd"

        def do_q(self) -> None:
            super().do_q()
            self.device.sight.keep()

        def do_Q(self) -> None:
            super().do_Q()
            self.device.sight.restore()

        def do_gs(self, name) -> None:
            states = resolve1(self.resources.get("ExtGState")) or {}
            held, sight = dict_value(states.get(literal_name(name), {})), self.device.sight
            ink, blend = resolve1(held.get("ca")), resolve1(held.get("BM"))
            sight.ink = float(ink) if isinstance(ink, (int, float)) else sight.ink
            sight.plain = sight.plain if blend is None else getattr(blend, "name", "") in ("Normal", "Compatible")

        def do_W(self) -> None:
            points = [segment[at:at + 2] for segment in self.curpath for at in range(1, len(segment) - 1, 2)]
            if points:
                self.device.sight.cut([apply_matrix_pt(self.ctm, point) for point in points])

        do_W_a = do_W

        def do_BMC(self, tag) -> None:
            super().do_BMC(tag)
            self.device.sight.hidden.append(False)

        def do_BDC(self, tag, props) -> None:
            super().do_BDC(tag, props)
            named = resolve1(self.resources.get("Properties")) or {}
            layer = getattr(tag, "name", "") == "OC" and named.get(getattr(props, "name", None))
            self.device.sight.hidden.append(bool(layer) and self.device.sight.layer(layer))

        def do_EMC(self) -> None:
            super().do_EMC()
            if self.device.sight.hidden:
                self.device.sight.hidden.pop()

        def do_Do(self, xobjid_arg) -> None:
            form = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
            layer = getattr(form, "attrs", {}).get("OC")
            sight = self.device.sight
            kept, marks = sight.keep(), len(sight.hidden)
            sight.hidden.append(layer is not None and sight.layer(layer))
            super().do_Do(xobjid_arg)
            del sight.hidden[marks:]
            sight.restore(kept)

    return Seeing

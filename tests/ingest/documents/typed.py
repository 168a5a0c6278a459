"""PDF as Word and WPS draw it: a font of two-byte codes, signs set one by one, rules as thin filled rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.ingest.documents.bombs import pdf, stream

SIZE = 10.0
_HIGH = 842
_ROWS = b"\n".join(b"<%02X00> <%02XFF> <%02X00>" % (row, row, row) for row in range(256))
_CODES = stream(b"/CIDInit /ProcSet findresource begin begincmap /CMapName /A def 1 begincodespacerange <0000> <FFFF> "
                b"endcodespacerange 100 beginbfrange\n" + _ROWS + b"\nendbfrange endcmap end")
_PART = (b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)>>/DW 1000"
         b"/W[32 126 500]>>")
_FONT = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]%s>>"
_BARE = (b"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+FZFS/FirstChar 0/LastChar 255/Widths[%s]"
         b"/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+FZFS/Flags 4>>>>" % (b"1000 " * 256))
_EXTRA = b"/ExtGState<</Sheer<</ca 0>>>>/Properties<</Off 11 0 R>>"


def wide(text: str) -> float:
    """How wide a text is."""
    return sum(SIZE if ord(sign) > 0x2000 else SIZE / 2 for sign in text)


def said(text: str, x: float, y: float, *, font: str = "W", size: float = SIZE, turn: str = "1 0 0 1") -> str:
    """The orders for a text at a place from the upper left corner; font U has no codes of its own, font B no names."""
    codes = "".join(f"{ord(sign) & 0xFF:02X}" if font == "B" else f"{ord(sign):04X}" for sign in text)
    return f"BT /{font} {size} Tf {turn} {x} {_HIGH - y - SIZE} Tm <{codes}> Tj ET\n"


def box(x: float, y: float, width: float, height: float) -> str:
    """A filled rectangle."""
    return f"{x} {_HIGH - y - height} {width} {height} re f*\n"


def table(rows: Sequence[Sequence[str]], widths: Sequence[int], y: float = 200, x: float = 60) -> str:
    """A table as Word draws it: every edge of every cell a thin rectangle, every sign placed."""
    drawn = ""
    for row in rows:
        left = x
        for text, width in zip(row, widths, strict=True):
            drawn += box(left, y, width, .5) + box(left, y, .5, 20) + box(left + width, y, .5, 20) + box(
                left, y + 20, width, .5)
            drawn += "".join(said(sign, left + 4 + wide(text[:at]), y + 4) for at, sign in enumerate(text))
            left += width
        y += 20
    return drawn


def save(path: Path, *orders: str, annotations: str = "") -> Path:
    """A page of these orders; layer /Off is switched off."""
    drawn = stream("".join(orders).encode())
    data = pdf(b"<</Type/Pages/Kids[3 0 R]/Count 1>>", drawn, _EXTRA, _FONT % b"/ToUnicode 8 0 R", _PART, _CODES,
               _FONT % b"", _BARE, b"<</Type/OCG/Name(x)>>")
    data = data.replace(b"<</F 5 0 R>>", b"<</F 5 0 R/W 6 0 R/U 9 0 R/B 10 0 R>>").replace(
        b"/Type/Catalog", b"/Type/Catalog/OCProperties<</OCGs[11 0 R]/D<</OFF[11 0 R]>>>>").replace(
        b"/Type/Page/", b"/Type/Page/Annots[%s]/" % annotations.encode())
    path.write_bytes(data)  # the places of the objects are found anew by the reader, as of any mended file
    return path

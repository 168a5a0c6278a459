"""Small files that ask for much: PDF written by hand, so that a test says exactly what stands in it."""

from __future__ import annotations

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_TEXT = b"BT /F 9 Tf 20 20 Td (x) Tj ET"


def pdf(tree: bytes = b"<</Type/Pages/Kids[3 0 R]/Count 1>>", drawn: bytes = b"", extra: bytes = b"",
        *more: bytes) -> bytes:
    """A PDF of one page, or of the tree of pages that is given; `more` are the objects from the sixth on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>" % extra
    found, places = b"%PDF-1.4\n", []
    for number, body in enumerate((b"<</Type/Catalog/Pages 2 0 R>>", tree, page, drawn or stream(_TEXT), _FONT, *more),
                                  start=1):
        places.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return found + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(places) + 1, table, len(places) + 1, len(found))


def stream(data: bytes, keys: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), keys, data)


def content(packed: bytes) -> bytes:
    """A page whose orders unpack from these bytes."""
    return pdf(drawn=stream(packed, b"/Filter/FlateDecode"))


def forms() -> bytes:
    """Twelve forms, each of which draws the next one ten times."""
    made = [stream(b"/X Do " * 10 if depth < 11 else _TEXT, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<"
                   b"/XObject<</X %d 0 R>>/Font<</F 5 0 R>>>>" % (7 + depth)) for depth in range(12)]
    return pdf(b"<</Type/Pages/Kids[3 0 R]/Count 1>>", stream(b"/X Do"), b"/XObject<</X 6 0 R>>", *made)


def pages(count: int) -> bytes:
    """So many pages with a sign each."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 6 + count))
    return pdf(b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids), b"", b"", *[page] * count)

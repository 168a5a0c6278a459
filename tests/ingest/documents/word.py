"""Writes docx by hand, so that a test can say exactly what stands in the XML, tracked changes and merges and all."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from tests.plans.write_examples import block, source

_TYPES = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
          '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
          'wordprocessingml.document.main+xml"/></Types>')
_RELATIONS = ('<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
              'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
              'relationships/officeDocument" Target="word/document.xml"/></Relationships>')
_DOCUMENT = ('<?xml version="1.0" encoding="UTF-8"?>{head}<w:document '
             'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
             'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
             'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
             '<w:body>{body}<w:sectPr/></w:body></w:document>')


def run(text: str, properties: str = "") -> str:
    """One run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """A paragraph of runs; a bare text is one run."""
    return "<w:p>" + "".join(each if each.startswith("<") else run(each) for each in runs) + "</w:p>"


def cell(*content: str, span: int = 1, merge: str = "") -> str:
    """A cell of paragraphs (a bare text is one); `merge` is "restart" or "continue"."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    inside = "".join(each if each.startswith("<") else paragraph(each) for each in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}<w:p/></w:tc>" if inside.endswith("</w:tbl>") else (
        f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or '<w:p/>'}</w:tc>")


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; a bare text is one cell."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>" + "".join(
        each if each.startswith("<") else cell(each) for each in cells) + "</w:tr>"


RULED = ("top", "left", "bottom", "right", "insideH", "insideV")
HALF = ("top", "bottom", "insideH")


def table(*rows: str | list[str], widths: tuple[int, ...] = (), rules: tuple[str, ...] = ()) -> str:
    """A table of rows; a list of texts is one row."""
    drawn = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="auto"/>' for side in rules)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr><w:tblBorders>{drawn}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>" + "".join(
        each if isinstance(each, str) else row(*each) for each in rows) + "</w:tbl>"


def save(path: Path, *body: str, head: str = "") -> Path:
    """A document of these parts; a bare text is one paragraph."""
    parts = "".join(each if each.startswith("<") else paragraph(each) for each in body)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _RELATIONS),
                           ("word/document.xml", _DOCUMENT.format(head=head, body=parts))):
            archive.writestr(zipfile.ZipInfo(name, (2012, 5, 31, 0, 0, 0)), text)
    return path


def example(slug: str, path: Path, rules: tuple[str, ...] = ()) -> Path:
    """One of the examples as a Word document: its labelled lines are paragraphs, its sections and categories merged."""
    plan, written = source(), path
    printed = next(each for each in plan["tables"] if each["slug"] == slug)
    above = ["：".join(line) for line in block(printed, plan["plan_date"]) if line]
    width = len(printed["header"])
    rows = [row(*printed["header"])]
    merged = {number: "restart" if number == first else "continue"
              for first, last in printed.get("merged", ()) for number in range(first, last + 1)}
    for number, texts in enumerate(printed["rows"], start=1):
        if not any(texts[1:]) and printed["header"][0] == "序号":
            rows.append(row(cell(texts[0], span=width)))
        else:
            rows.append(row(cell(texts[0], merge=merged.get(number, "")), *texts[1:]))
    return save(written, *above, table(*rows, widths=_widths(width), rules=rules))


def _widths(columns: int) -> tuple[int, ...]:
    """The second column, which holds the names, wide and the others narrow, 8 500 twentieths of a point together."""
    if columns > 8:
        return (1500, *[500] * (columns - 1))
    return (900, 7600 - 900 * (columns - 1), *[900] * (columns - 2))

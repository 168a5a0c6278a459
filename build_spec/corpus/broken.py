"""Writes what should not be read: old formats, pictures, bombs, locked and damaged files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from build_spec.corpus import office, print_paper, word_paper, workbooks
from build_spec.corpus.markup import Part, document

_DAY = (2012, 5, 31, 0, 0, 0)
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HTML = ('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta charset="utf-8"><table><tr><td>指标</td>'
         "<td>2015年</td></tr><tr><td>单位GDP二氧化碳排放比2010年下降（%）</td><td>25</td></tr></table></html>")


def write(folder: Path, work: Path) -> None:
    """Write all of them."""
    paper = word_paper.write(work / "zunyi.docx", document("zunyi"))
    old = office.convert(paper, folder / "bad-word97.doc")
    (folder / "bad-wps.wps").write_bytes(old.read_bytes())
    sheet = workbooks.write(work / "encodings.xlsx", document("encodings"))
    (folder / "bad-wps-sheet.et").write_bytes(office.convert(sheet, work / "old.xls").read_bytes())
    _zip(folder / "bad-ofd.ofd", {"OFD.xml": "<ofd/>", "Doc_0/Document.xml": "<d/>"})
    _zip(folder / "bad-bomb.xlsx", {"xl/workbook.xml": " " * 280_000_000})
    entities = "".join(f'<!ENTITY {one} "{f"&{two};" * 10}">'
                       for one, two in zip("bcdefghij", "abcdefghi", strict=True))
    _docx(folder / "bad-entities.docx", "<w:p><w:r><w:t>&j;</w:t></w:r></w:p>",
          f'<!DOCTYPE a [<!ENTITY a "低碳">{entities}]>')
    opened, closed = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    _docx(folder / "bad-nested.docx", opened * 60 + "<w:p/>" + closed * 60)
    (folder / "bad-cut.docx").write_bytes(paper.read_bytes()[:9000])
    (folder / "bad-html.xls").write_text(_HTML, "utf-8")
    (folder / "bad-nul.csv").write_bytes("指标,2015年\r\n森林\0覆盖率,42\r\n".encode("gbk"))
    (folder / "bad-noise.csv").write_bytes(bytes(range(255, 0, -1)) * 4)
    workbooks.write(folder / "bad-empty.xlsx", [Part("sheet", "Sheet1")])
    _papers(folder, work)


def _papers(folder: Path, work: Path) -> None:
    from pypdf import PdfReader, PdfWriter
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    source = print_paper.write(work / "zunyi.pdf", document("zunyi"))
    locked = PdfWriter(clone_from=PdfReader(source))
    locked.encrypt("2012", algorithm="AES-128")
    locked.write(folder / "bad-locked.pdf")
    scan = Canvas(str(folder / "bad-scan.pdf"), invariant=1)
    picture = ImageReader(_picture())
    for _ in range(3):
        scan.drawImage(picture, 40, 40, 500, 760)
        scan.showPage()
    scan.save()
    (folder / "bad-2000-pages.pdf").write_bytes(_many_pages(2000))


def _many_pages(count: int) -> bytes:
    """A PDF of so many empty pages, written by hand because that keeps it small."""
    kids = " ".join(f"{number} 0 R" for number in range(3, count + 3))
    bodies = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {count}/MediaBox[0 0 595 842]/Kids[{kids}]>>"]
    bodies += ["<</Type/Page/Parent 2 0 R>>"] * count
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(bodies) + 1}/Root 1 0 R>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def _picture() -> io.BytesIO:
    from PIL import Image, ImageDraw

    page = Image.new("L", (500, 760), 245)
    draw = ImageDraw.Draw(page)
    for y in range(60, 700, 24):
        draw.line((40, y, 460 - (y * 7) % 90, y), 60, 3)
    file = io.BytesIO()
    page.save(file, "PNG")
    file.seek(0)
    return file


def _docx(path: Path, body: str, head: str = "") -> None:
    _zip(path, {"[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/'
                '2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxml'
                'formats-officedocument.wordprocessingml.document.main+xml"/></Types>',
                "word/document.xml": f'<?xml version="1.0"?>{head}<w:document {_WORD}><w:body>{body}</w:body>'
                                     "</w:document>"})


def _zip(path: Path, files: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)

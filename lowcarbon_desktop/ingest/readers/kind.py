"""What a file really is: its first bytes tell, for endings are often wrong, and old systems export csv as xls."""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePosixPath

from lowcarbon_desktop.ingest.readers.package import DAMAGED

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST = ((b"{\\rtf", ".rtf"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"II*\0", ".tif"), (b"MM\0*", ".tif"),
          (b"GIF8", ".gif"), (b"Rar!", ".rar"), (b"7z\xbc\xaf", ".7z"), (b"\x1f\x8b", ".gz"))
_INSIDE = (("xl/workbook.xml", ".xlsx"), ("word/document.xml", ".docx"), ("xl/workbook.bin", ".xlsb"),
           ("OFD.xml", ".ofd"), ("ppt/presentation.xml", ".pptx"), ("Index/Document.iwa", ".pages"))
_OPEN = {b"application/vnd.oasis.opendocument.spreadsheet": ".ods", b"application/vnd.oasis.opendocument.text": ".odt"}
_FLAT = (".fods", ".fodt", ".uot", ".uos", ".uof", ".slk", ".dif")  # of text too
_SHEETS = (".xls", ".xlsx", ".xlsm")
_PACKED = {".docx", ".xlsx", ".xlsm", ".ods", ".odt", ".pages", ".numbers", ".key", ".wps", ".et", ".dps", ".sxw",
           ".sxc", ".xps", ".oxps", ".uot", ".uos", ".uof", ".gd"}
_OWN_NAME = (".wps", ".et")  # WPS's own formats, which only WPS can be trusted to open


def kind_of(name: str, data: bytes, archive: zipfile.ZipFile | None) -> str:
    """The ending that the file should have; the one it has where the bytes, or the archive in them, do not say."""
    suffix = PurePosixPath(name).suffix.lower()
    if data.startswith(b"PK"):
        return _packed(suffix, archive) if archive is not None else suffix
    if data.startswith(_OLE):
        return _old(suffix, data)
    found = next((kind for mark, kind in _FIRST if data.startswith(mark)), None)
    if found is not None:
        return found
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    return _written(suffix, data)


def _packed(suffix: str, archive: zipfile.ZipFile) -> str:
    try:
        names = set(archive.namelist())
        if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
            kind = _OPEN.get(archive.read("mimetype").strip().removesuffix(b"-template"))
            if kind is not None:
                return kind
    except DAMAGED:
        return suffix
    found = next((kind for part, kind in _INSIDE if part in names), None)
    if found == ".pages" and suffix in (".numbers", ".key"):
        return suffix
    if found == ".xlsx" and suffix == ".xlsm":
        return suffix
    return found or (suffix if suffix in _PACKED else ".zip")


def _old(suffix: str, data: bytes) -> str:
    from lowcarbon_desktop.ingest.readers.ole import Container

    names = Container(data).names
    if suffix in _OWN_NAME or "EncryptedPackage" in names:
        return suffix
    if "WordDocument" in names:
        return suffix if suffix == ".docx" else ".doc"  # the reader of docx says that only the ending was changed
    return ".xls" if {"Workbook", "Book"} & set(names) else suffix


def _written(suffix: str, data: bytes) -> str:
    """A file of text: a web page or XML that an old system calls xls or doc, or a csv that it calls xls."""
    if suffix in (".csv", ".tsv", *_FLAT):
        return suffix
    head = data[:4096].replace(b"\0", b"").lower()
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<"):
        if re.search(rb"<(?:html|table|body)\b|<!doctype html", head):
            return ".html"
        if re.search(rb"<\?xml|<\?mso-application", head):
            return ".xml"
    if b"mime-version:" in head[:512]:
        return ".mht"
    if suffix not in _SHEETS:
        return suffix
    from lowcarbon_desktop.ingest.readers.csv_text import is_delimited
    return ".csv" if is_delimited(data) else suffix

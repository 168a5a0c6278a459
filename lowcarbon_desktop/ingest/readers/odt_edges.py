"""What an odt has beside its text: the running head that tells whose paper it is, and documents embedded in it."""

from __future__ import annotations

import re
import zipfile

from lowcarbon_desktop.ingest.readers.package import parse

_MANIFEST = "META-INF/manifest.xml"
_OBJECT = re.compile(rb'<[^<>]*full-path="[^"]+/"[^<>]*>')
_OF_ITS_OWN = re.compile(rb"opendocument\.(?:spreadsheet|text)")


def embedded(archive: zipfile.ZipFile) -> int:
    """How many texts and sheets of their own are embedded; a formula and a chart are none."""
    if _MANIFEST not in archive.namelist():
        return 0
    return sum(_OF_ITS_OWN.search(entry) is not None for entry in _OBJECT.findall(archive.read(_MANIFEST)))


def heads_of(file: str, archive: zipfile.ZipFile) -> tuple[str, ...]:
    """The lines of the running head; none where the pages have several, for nobody knows which is the first page's."""
    if "styles.xml" not in archive.namelist():
        return ()
    heads: list[list[str]] = []
    inside = 0

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal inside
        if tag in ("header", "header-first"):
            heads.append([""])
        inside += tag in ("header", "header-first")

    def end(tag: str) -> None:
        nonlocal inside
        inside -= tag in ("header", "header-first")
        if inside and tag == "p":
            heads[-1].append("")

    def said(text: str) -> None:
        if inside:
            heads[-1][-1] += text

    parse(file, "document", archive, "styles.xml", start=start, end=end, said=said)
    different = {tuple(line.strip() for line in head if line.strip()) for head in heads} - {()}
    return different.pop() if len(different) == 1 else ()

def centimetres(text: str) -> float:
    """A length in centimetres; 0 where it is none."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(cm|in|mm|pt)", text)
    return float(found[1]) / {"cm": 1, "in": 0.3937, "mm": 10, "pt": 28.35}[found[2]] if found is not None else 0.0

"""The footnotes and endnotes of a Word document, which may say what a number above them means."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping

from lowcarbon_desktop.ingest.readers.package import parse, plain
from lowcarbon_desktop.ingest.taken_back import weighs

_PARTS = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml", "comment": "word/comments.xml"}
_MEANS = re.compile(r"\d{4}|\d\s*[%％]|基[准年期]|预期|约束|口径|以[上下内]|不[含包]|包[括含]|剔除|扣除|力争|争取"
                    r"|暂|初步|全国|全省|国家|省[级下]|估|待|未|供|参考|建议|调整|不[作做予是再]|作废|有误|误差|左右|累计|年均|同比|单位")
_SOURCE = re.compile(r"(?:数据|资料|图表)?(?:来源|出处)\s*[:：]|参?见《|引自")


def notes_of(file: str, archive: zipfile.ZipFile) -> Mapping[tuple[str, str], str]:
    """The notes by kind and id."""
    names = set(archive.namelist())
    return {key: text for kind, part in _PARTS.items() if part in names
            for key, text in _read(file, archive, kind, part).items() if kind != "comment" or weighs(text)}


def matters(note: str) -> bool:
    """Whether a note may change what a number means: one that only says where it is from does not."""
    return _MEANS.search(note) is not None and _SOURCE.match(note.strip()) is None


def _read(file: str, archive: zipfile.ZipFile, kind: str, part: str) -> dict[tuple[str, str], str]:
    notes: dict[tuple[str, str], list[str]] = {}
    texts: list[str] | None = None
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal texts, inside
        inside = tag == "t"
        if tag == kind:
            held = plain(attributes)
            texts = notes.setdefault((kind, held.get("id", "")), []) if "eparator" not in held.get("type", "") else None

    def end(_: str) -> None:
        nonlocal inside
        inside = False

    def said(text: str) -> None:
        if inside and texts is not None:
            texts.append(text)

    parse(file, "document", archive, part, start=start, end=end, said=said)
    return {key: "".join(held).strip() for key, held in notes.items()}

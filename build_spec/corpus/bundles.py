"""Writes applications of several files, and a workbook with macros."""

from __future__ import annotations

import zipfile
from pathlib import Path

from build_spec.corpus import office, print_paper, word_paper, workbooks
from build_spec.corpus.markup import document

_DAY = (2012, 5, 31, 0, 0, 0)
_PLAIN = b"openxmlformats-officedocument.spreadsheetml.sheet.main"
_MACRO = b"ms-excel.sheet.macroEnabled.main"


def write(files: Path, work: Path) -> None:
    """Write the folders of Wenzhou and of Huai'an, and groups-macros.xlsm."""
    wenzhou, huaian = files / "wenzhou", files / "huaian"
    for folder in (wenzhou, huaian):
        folder.mkdir(exist_ok=True)
    word_paper.write(wenzhou / "实施方案.docx", document("wenzhou-report"))
    workbooks.write(wenzhou / "附件1-指标表.xlsx", document("wenzhou-table"))
    print_paper.write(wenzhou / "附件2-清单摘要.pdf", document("wenzhou-annex"))
    office.convert(workbooks.write(work / "huaian.xlsx", document("huaian-table")), huaian / "淮安市目标表.xls")
    (huaian / "扫描件.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    office.convert(word_paper.write(work / "zunyi.docx", document("zunyi")), huaian / "正文.doc")
    _macros(workbooks.write(work / "groups.xlsx", document("groups")), files / "groups-macros.xlsm")


def _macros(source: Path, target: Path) -> None:
    """The workbook as one with macros, of which only the outside is real."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name).replace(_PLAIN, _MACRO)
            new.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
        new.writestr(zipfile.ZipInfo("xl/vbaProject.bin", _DAY),
                     b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Attribute VB_Name = AutoOpen" * 20)

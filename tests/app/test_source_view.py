"""What is shown of the source: sheets, documents and pages, in which every value can be found where it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.app.source_view import Paragraph, Sheet, bytes_as_read
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import PlanUnreadable
from lowcarbon_desktop.plan import Where
from tests.ingest.documents.word import paragraph, save, table

SAMPLES = Path(__file__).parents[1] / "ingest" / "documents" / "samples"
FILES = [resource("examples", name) for name in ("xiamen.xlsx", "nanchang.csv", "comparison.xlsx")] + [
    SAMPLES / "chongqing-libreoffice.docx", SAMPLES / "xiamen-ruled-libreoffice.pdf"]


def opened(tmp_path: Path, file: Path) -> Session:
    return Session.open(Path(shutil.copy(file, tmp_path / file.name)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_value_stands_on_a_leaf_as_it_is_printed(tmp_path, file):
    session = opened(tmp_path, file)
    assert session.plan.readings
    for reading in session.plan.readings:
        (leaf,) = (leaf for leaf in session.leaves if leaf.holds(reading.where))
        found = [(sheet, spot) for sheet in leaf.blocks if isinstance(sheet, Sheet)
                 and (spot := sheet.position(reading.where)) is not None]
        assert [sheet.text(*spot) for sheet, spot in found] == [reading.printed]


def test_each_sheet_of_a_workbook_is_a_leaf_with_its_merges_and_the_hidden_one_says_so(tmp_path):
    path = tmp_path / "厦门.xlsx"
    book = openpyxl.load_workbook(resource("examples", "xiamen.xlsx"))
    book.active.merge_cells("A1:E1")
    draft = book.create_sheet("旧稿")
    draft["B2"], draft.sheet_state = "碳强度", "hidden"
    book.save(path)
    leaves = Session.open(path).leaves
    assert [(leaf.kind, leaf.sheet.name, leaf.sheet.hidden) for leaf in leaves] == [
        ("sheet", "指标表", False), ("sheet", "旧稿", True)]
    assert (0, 0, 0, 4) in leaves[0].sheet.merges
    assert leaves[1].sheet.text(1, 1) == "碳强度"
    assert leaves[1].holds(Where("厦门.xlsx", "旧稿", "B2")) and not leaves[0].holds(Where("厦门.xlsx", "旧稿", "B2"))


def test_a_document_is_one_leaf_in_reading_order(tmp_path):
    head, rows = ["指标", "2015年"], ["单位GDP二氧化碳排放比2010年下降率（%）", "18"]
    path = save(tmp_path / "厦门市方案.docx", paragraph("厦门市低碳试点方案"), paragraph("表1 主要指标"),
                table(head, rows), paragraph("上表为约束性目标。"), table(["部门", "职责"], ["发改委", "牵头"]))
    (leaf,) = Session.open(path).leaves
    assert leaf.kind == "document"
    assert [each.text if isinstance(each, Paragraph) else each.name for each in leaf.blocks] == [
        "厦门市低碳试点方案", "表1 主要指标", "T1", "上表为约束性目标。", "T2"]


def test_an_amount_in_a_sentence_is_no_cell_of_a_sheet():
    sheet = Sheet("a.docx", None, (("1",),))
    assert sheet.position(Where("a.docx", None, "P12.2")) is None
    assert sheet.position(Where("a.docx", None, "B1")) is None
    assert sheet.position(Where("a.docx", None, "A1")) == (0, 0)


def test_pages_are_shown_only_of_the_file_that_was_read(tmp_path):
    session = opened(tmp_path, SAMPLES / "xiamen-ruled-libreoffice.pdf")
    (leaf,) = session.leaves
    assert leaf.kind == "pdf"
    assert bytes_as_read(leaf) == session.path.read_bytes()
    session.path.write_bytes(session.path.read_bytes() + b"\n")
    with pytest.raises(PlanUnreadable) as error:
        bytes_as_read(leaf)
    assert error.value.message.code == "source-changed"
    session.path.unlink()
    with pytest.raises(PlanUnreadable):
        bytes_as_read(leaf)


def test_a_folder_has_the_leaves_of_all_its_files(tmp_path):
    folder = tmp_path / "厦门"
    folder.mkdir()
    shutil.copy(resource("examples", "xiamen.xlsx"), folder / "1.xlsx")
    shutil.copy(SAMPLES / "chongqing-libreoffice.docx", folder / "2.docx")
    leaves = Session.open(folder).leaves
    assert [(leaf.kind, leaf.file, leaf.path) for leaf in leaves] == [
        ("sheet", "1.xlsx", folder / "1.xlsx"), ("document", "2.docx", folder / "2.docx")]

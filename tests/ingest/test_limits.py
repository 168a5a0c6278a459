"""Folders, files that are no files or change meanwhile, and bombs: told, bounded, and never waited for in vain."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import open_plan, read_source
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import Cancelled, PlanUnreadable
from lowcarbon_desktop.ingest import limits
from lowcarbon_desktop.ingest.readers import raw, read_content
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.wording import say
from tests.ingest.documents import word
from tests.ingest.documents.bombs import content, forms, pages, pdf

XIAMEN = resource("examples", "xiamen.xlsx").read_bytes()
PROSE = ("厦门市低碳试点实施方案", "到2015年，全市单位GDP二氧化碳排放比2010年下降17%，森林覆盖率达到42%。",
         "成立由市长任组长的低碳试点工作领导小组，统筹推进全市低碳试点工作，办公室设在市发展改革委。")


def told(path: Path) -> str:
    with pytest.raises(PlanUnreadable) as error:
        open_plan(path, reference())
    assert path.name in say(error.value.message, "zh")
    return error.value.message.code


def test_a_folder_with_annexes_is_read_one_level_deep(tmp_path: Path) -> None:
    word.save(tmp_path / "方案.docx", *PROSE)
    (tmp_path / "附件" / "底稿").mkdir(parents=True)
    (tmp_path / "附件" / "xiamen.xlsx").write_bytes(XIAMEN)
    for litter in ("~$方案.docx", ".DS_Store", "Thumbs.db", "desktop.ini", "a.tmp"):
        (tmp_path / litter).write_bytes(b"x")
    source = read_source(tmp_path)
    assert [file.name for file in source.files] == ["方案.docx", "附件/xiamen.xlsx"]
    assert source.grids[0].where(0, 0).file == "附件/xiamen.xlsx"
    assert [each.code for each in source.remarks] == ["folder-too-deep"] and not source.whole


def test_the_same_file_twice_counts_once(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(XIAMEN)
    (plan,) = open_plan(tmp_path, reference())
    assert len(plan.readings) == 14 and [each.code for each in plan.remarks] == ["file-twin"]


@pytest.mark.parametrize(("printed", "kept"), [(PROSE, 3), ((PROSE[0], PROSE[1].replace("17", "18"), PROSE[2]), 6)])
def test_a_pdf_beside_its_docx_counts_once_unless_a_number_differs(printed: tuple[str, ...], kept: int,
                                                                   tmp_path: Path) -> None:
    from tests.ingest.documents import paper
    word.save(tmp_path / "方案.docx", *PROSE)
    paper.save(tmp_path / "方案.pdf", *printed)
    source = read_source(tmp_path)
    assert len(source.passages) == kept and source.whole
    assert [each.code for each in source.remarks] == (["file-twin"] if kept == 3 else [])


def test_one_unreadable_file_among_others_makes_the_application_less_than_whole(tmp_path: Path) -> None:
    word.save(tmp_path / "方案.docx", *PROSE)
    assert read_source(tmp_path).whole
    (tmp_path / "领导小组.jpg").write_bytes(b"\xff\xd8\xff")
    source = read_source(tmp_path)
    assert not source.whole and [each.code for each in source.remarks] == ["kind-picture"]


def test_more_files_than_the_cap_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lowcarbon_desktop.app.folder.MAX_FILES", 2)
    for name in ("a", "b", "c"):
        word.save(tmp_path / f"{name}.docx", name, *PROSE)
    source = read_source(tmp_path)
    assert len(source.files) == 2 and not source.whole
    assert "2" in say(source.remarks[0], "zh") and "3" in say(source.remarks[0], "zh")


def test_reading_a_folder_stops_within_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pages(6))
    seen: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: (seen.append((done, total)), progress.cancel() if len(seen) == 3 else None))
    with pytest.raises(Cancelled):
        read_source(tmp_path, progress)
    assert seen == [(0, 1)] * 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.csv")
    assert told(tmp_path / "plan.csv") == "file-special"
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "plan.xlsx").write_bytes(XIAMEN)
    source = read_source(tmp_path)
    assert [file.name for file in source.files] == ["plan.xlsx"]
    assert {each.code for each in source.remarks} == {"file-special", "file-failed"}


@pytest.mark.parametrize("change", [lambda path: path.write_bytes(XIAMEN + b"x"), lambda path: os.utime(path, (1, 1))])
def test_a_file_that_changes_while_it_is_read(change, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, pieces = tmp_path / "plan.xlsx", raw._pieces
    path.write_bytes(XIAMEN)

    def read(*arguments: object) -> bytes:
        data = pieces(*arguments)
        change(path)
        return data

    monkeypatch.setattr(raw, "_pieces", read)
    assert told(path) == "file-changing"


def test_a_share_that_goes_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.BytesIO):
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    path = tmp_path / "plan.xlsx"
    path.write_bytes(XIAMEN)
    monkeypatch.setattr(Path, "open", lambda *_: Gone())
    assert told(path) == "file-failed"


def test_a_slow_file_is_stopped_between_its_pieces(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(b"a,b\n" * (1 << 20))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        read_source(path, progress)


def test_a_csv_of_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    assert told(path) == "file-too-large"


def test_a_name_of_odd_signs(tmp_path: Path) -> None:
    path = tmp_path / "方案 {0} %s \u202e'\"最终版(1).xlsx"
    path.write_bytes(XIAMEN)
    (plan,) = open_plan(path, reference())
    assert plan.readings[0].where.file == path.name


def zipped(**parts: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_x", ".x"), data)
    return kept.getvalue()


def lying(data: bytes) -> bytes:
    """A zip that says of its parts that they unpack to ten bytes."""
    held = bytearray(data)
    at = -1
    while (at := held.find(b"PK\x01\x02", at + 1)) >= 0:
        held[at + 24:at + 28] = (10).to_bytes(4, "little")
    return bytes(held)


SPACE = b" " * (40 << 20)
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
REPEATED = (b'<d xmlns:t="t" xmlns:o="o"><t:table t:name="a"><t:table-row t:number-rows-repeated="1048576">'
            b'<t:table-cell t:number-columns-repeated="1024" o:value-type="float" o:value="1"/>'
            b'</t:table-row></t:table></d>')
CELL = b'<worksheet><sheetData><row><c r="%s"><v>1</v></c></row></sheetData></worksheet>'
RELATED = (b'<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s.xml"/></Relationships>')
BOOK = b'<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'


def book(cell: bytes) -> bytes:
    return zipped(xl__workbook_xml=BOOK, xl__worksheets__s_xml=CELL % cell) if not cell else zipped(
        **{"xl__workbook_xml": BOOK, "xl___rels__workbook_xml.rels": RELATED, "xl__worksheets__s_xml": CELL % cell})


BOMBS = {
    "zeros.xlsx": (lambda: zipped(xl__workbook_xml=SPACE * 7), "workbook-bomb"),
    "lying.xlsx": (lambda: lying(zipped(xl__workbook_xml=BOOK, xl__sharedStrings_xml=SPACE)), "workbook-damaged"),
    "lying.docx": (lambda: lying(zipped(word__document_xml=SPACE)), "document-damaged"),
    "repeated.ods": (lambda: zipped(mimetype=ODS, content_xml=REPEATED), "too-many-rows"),
    "far.xlsx": (lambda: book(b"A99999999"), "workbook-damaged"),
    "wide.xlsx": (lambda: book(b"ZZZ1"), "too-many-columns"),
    "large.xlsx": (lambda: book(b"SA19999"), "too-many-columns"),
    "flate.pdf": (lambda: content(zlib.compress(b" " * (100 << 20))), "pdf-heavy"),
    "forms.pdf": (forms, "pdf-heavy"),
    "orders.pdf": (lambda: content(zlib.compress(b"q Q " * (2 << 20))), "pdf-heavy"),
    "pages.pdf": (lambda: pages(2000), "pdf-too-many-pages"),
    "endless.pdf": (lambda: pdf(b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2000000000>>"), None),
    "wide.csv": (lambda: b"a," * 1_000_000, "csv-too-many-columns"),
    "long.csv": (lambda: b"a\n" * 1_000_000, "csv-too-many-rows"),
    "quoted.csv": (lambda: b'"' + b"x,\n" * 1_000_000, "csv-broken"),
    "endless.txt": (lambda: "低碳".encode() * 600_000, "document-too-much-text"),
    "endless.docx": (lambda: zipped(word__document_xml=b"<d><p><r><t>" + b"x" * 1_100_000 + b"</t></r></p></d>"),
                     "document-too-much-text"),
    "endless.html": (lambda: b"<html><p>" + b"x" * 1_100_000, "document-too-much-text"),
    "parts.docx": (lambda: zipped(**{f"word__{n}": b"" for n in range(10_001)}), "package-too-many-parts"),
    "wide.html": (lambda: b"<table><tr><td colspan=99999>x</table>", "too-many-columns"),
    "deep.html": (lambda: b"<table><tr><td>" * 100_000, "document-too-deep"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_told_and_takes_no_memory(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made, code = BOMBS[name]
    monkeypatch.setattr("lowcarbon_desktop.ingest.readers.pdf_bounds.MAX_DRAWN", 5000)  # that many are soon drawn
    data = made()
    read_content("warm.docx", zipped(word__document_xml=b"<d><p><r><t>x</t></r></p></d>"), Progress())
    tracemalloc.start()
    try:
        read_content(name, data, Progress())
        found = None
    except PlanUnreadable as error:
        found = error.message.code
    finally:
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert found == code
    assert most < 160 << 20


def test_every_cap_has_its_place_in_one_module() -> None:
    caps = {name for name in vars(limits) if name.isupper()}
    assert {"MAX_BYTES", "MAX_UNPACKED", "MAX_ROWS", "MAX_PAGES", "MAX_FILES", "MAX_STREAM"} <= caps


def test_a_paragraph_without_an_end_is_read_in_pieces_cut_at_a_comma() -> None:
    text = "到2015年森林覆盖率达到42%，" * 1000 + "完。"
    (content,) = [read_content("a.txt", text.encode(), Progress())]
    assert "".join(passage.text for passage in content.passages) == text
    assert all(len(passage.text) <= limits.MAX_SENTENCE for passage in content.passages)
    assert all(passage.text[-1] in "，。" for passage in content.passages)
    assert [each.where.paragraph for each in content.passages] == list(range(1, len(content.passages) + 1))

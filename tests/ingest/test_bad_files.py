"""What bad input gets: a clear message, the right exit status, and never a wrong value."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.cli.main import main
from lowcarbon_desktop.errors import PlanUnreadable


def sheet(path: Path, rows: list[list[object]]) -> Path:
    import openpyxl
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def rezipped(path: Path, change: dict[str, tuple[bytes, bytes]]) -> Path:
    """The Xiamen example with some of its parts changed."""
    with zipfile.ZipFile(resource("examples", "xiamen.xlsx")) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            before, after = change.get(name, (b"", b""))
            data = old.read(name)
            assert before in data
            new.writestr(name, data.replace(before, after) if before else data)
    return path


def made(kind: str, folder: Path) -> Path:
    path = folder / f"{kind}.xlsx"
    example = resource("examples", "xiamen.xlsx").read_bytes()
    raw = {"no workbook": b"hello", "nothing": b"", "cut short": example[:len(example) // 2],
           "encrypted": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")}
    if kind in raw:
        path.write_bytes(raw[kind])
        return path
    if kind == "flipped byte":
        at = example.index(b"sheetData") + 40
        path.write_bytes(example[:at] + bytes([example[at] ^ 0xFF]) + example[at + 1:])
        return path
    if kind == "bomb":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/workbook.xml", b" " * 300_000_000)
        return path
    if kind == "entities":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY x "y">]><workbook/>')
        return path
    if kind == "a cell at the far end":
        return rezipped(path, {"xl/worksheets/sheet1.xml": (b'r="A1"', b'r="XFD1048576"')})
    rows = {"empty sheet": [], "no table": [["会议纪要"], ["今天讨论了低碳工作"]],
            "100 000 rows": [["指标", "单位", 2015]] + [["森林覆盖率", "%", 42]] * 100_000}
    return sheet(path, rows[kind])


BAD = {"no workbook": "not-a-workbook", "nothing": "file-empty", "cut short": "workbook-damaged",
       "encrypted": "workbook-encrypted", "flipped byte": "workbook-damaged", "bomb": "workbook-bomb",
       "entities": "xml-entities", "a cell at the far end": "too-many-rows", "empty sheet": "sheets-empty",
       "no table": "no-table", "100 000 rows": "too-many-rows"}


@pytest.mark.parametrize(("kind", "code"), BAD.items())
def test_a_bad_workbook(kind: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(kind, tmp_path)
    with pytest.raises(PlanUnreadable) as error:
        open_plan(path, reference())
    assert error.value.message.code == code
    assert main(["check", str(path)], lambda files: 0) == 3
    said = capsys.readouterr()
    assert path.name in said.err and said.out == ""


@pytest.mark.parametrize(("data", "code"), [
    (bytes(range(256)) * 8, "csv-encoding"), (b"a,b\0,c\n", "csv-encoding"), (b"\n\n", "sheets-empty"),
    ('序号,指标,单位,2015\n1,"森林覆盖率,%,42\n2,x,y,3\n'.encode(), "csv-broken"),
])
def test_a_bad_csv(data: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(data)
    with pytest.raises(PlanUnreadable) as error:
        open_plan(path, reference())
    assert error.value.message.code == code


@pytest.mark.parametrize(("name", "code"), [
    ("missing.xlsx", "file-missing"), ("report.ofd", "kind-ofd"), ("table.et", "kind-old-workbook"),
    ("report.doc", "kind-old-document"),
    ("scan.png", "kind-picture"), ("report.docx", "not-a-document"), ("scan.pdf", "not-a-pdf"),
    ("x.zip", "kind-archive"),
    ("x.ppt", "kind-slides"), ("x.dwg", "kind-unknown"),
])
def test_a_file_that_is_not_there_or_not_read_yet(name: str, code: str, tmp_path: Path) -> None:
    if code != "file-missing":
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(PlanUnreadable) as error:
        open_plan(tmp_path / name, reference())
    assert error.value.message.code == code


def test_a_locked_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sheet(tmp_path / "plan.xlsx", [["指标", "单位", 2015], ["森林覆盖率", "%", 42]])

    def locked(self: Path, mode: str) -> None:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(PlanUnreadable) as error:
        open_plan(path, reference())
    assert error.value.message.code == "file-locked"


def test_a_formula_without_a_cached_value_is_doubted_and_never_zero(tmp_path: Path) -> None:
    path = sheet(tmp_path / "plan.xlsx", [["厦门市"], ["指标", "单位", 2015],
                                          ["单位GDP二氧化碳排放比2010年下降", "%", "=10+8"]])
    (plan,) = open_plan(path, reference())
    assert plan.readings[0].value is None
    assert [each.code for each in plan.readings[0].doubts] == ["formula-without-value"]


def test_a_merged_monster_is_read_no_further_than_the_sheet(tmp_path: Path) -> None:
    sheet_xml = "xl/worksheets/sheet1.xml"
    path = rezipped(tmp_path / "plan.xlsx", {sheet_xml: (
        b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A30:XFD1048576"/></mergeCells>')})
    (plan,) = open_plan(path, reference())
    assert len(plan.readings) == 14


def test_a_value_merged_over_two_years_is_doubted(tmp_path: Path) -> None:
    import openpyxl
    path = sheet(tmp_path / "plan.xlsx", [["厦门市"], ["指标", "单位", 2015, 2020], ["森林覆盖率", "%", 42]])
    book = openpyxl.load_workbook(path)
    book.active.merge_cells("C3:D3")
    book.save(path)
    (plan,) = open_plan(path, reference())
    assert [each.code for each in plan.readings[0].doubts] == ["doubt-merged"]


def test_a_rounded_display_counts_with_its_weaker_number(tmp_path: Path) -> None:
    import openpyxl
    row = ["单位GDP二氧化碳排放比2010年下降", "%", 17.46]
    path = sheet(tmp_path / "plan.xlsx", [["厦门市"], ["指标", "单位", 2015], row])
    book = openpyxl.load_workbook(path)
    book.active["C3"].number_format = "0.0"
    book.save(path)
    (plan,) = open_plan(path, reference())
    reading = plan.readings[0]
    assert reading.printed == "17.5" and reading.value is not None and reading.value.low == 17.46


def test_a_folder_is_one_application(tmp_path: Path) -> None:
    (tmp_path / "xiamen.xlsx").write_bytes(resource("examples", "xiamen.xlsx").read_bytes())
    (tmp_path / "report.ofd").write_bytes(b"x")
    (plan,) = open_plan(tmp_path, reference())
    assert plan.name == "厦门" and [each.code for each in plan.remarks] == ["kind-ofd"]

"""Old and open workbooks: what a condition, a comment or a format hides, and formulas that are out of date."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.errors import PlanUnreadable
from lowcarbon_desktop.ingest.readers import read_content
from lowcarbon_desktop.ingest.readers.formulas import value_of
from lowcarbon_desktop.ingest.readers.ods_marks import marks_of
from lowcarbon_desktop.ingest.readers.xls_formulas import formulas_of
from lowcarbon_desktop.ingest.readers.xls_struck import struck_texts
from lowcarbon_desktop.progress import Progress

HERE = Path(__file__).parent
"""D3 below 17.5 is white by a condition, E5 struck by another, E4 has a comment, E6 the format ;;;. H3 is 21,
D5 =H3*2, D6 =ROUND(SUM(H3,2)/2,1)."""


def troubles(name: str, data: bytes) -> dict[str, str]:
    """The trouble of each troubled cell."""
    (grid,) = read_content(name, data, Progress()).grids
    return {grid.where(r, c).cell: cell.trouble.code for r, row in enumerate(grid.rows) for c, cell in enumerate(row)
            if cell.trouble is not None}


HIDDEN = {"D3": "cell-unseen", "E4": "cell-comment", "E5": "cell-unseen", "E6": "cell-unseen"}


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_what_conditions_comments_and_formats_hide_is_doubted(kind: str) -> None:
    assert troubles(f"a.{kind}", HERE.joinpath(f"hiding-libreoffice.{kind}").read_bytes()) == HIDDEN


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_cell_with_letters_struck_out_gives_no_number(kind: str) -> None:
    """C3 is a struck 8 and 9, C4 a struck 1 and 6."""
    data = HERE.joinpath(f"struck-libreoffice.{kind}").read_bytes()
    assert troubles(f"a.{kind}", data) == {"C3": "words-struck", "C4": "words-struck"}


def test_a_struck_run_is_found_in_texts_that_go_on_in_the_next_record() -> None:
    plain = struct.pack("<HB", 3, 0) + b"abc"
    rich = struct.pack("<HBH", 4, 1 | 8, 1) + "甲乙".encode("utf-16-le")
    rest = b"\x01" + "丙丁".encode("utf-16-le") + struct.pack("<HH", 2, 6)
    records = [(0x00FC, struct.pack("<II", 3, 3) + plain + rich), (0x003C, rest + plain), (0x00FF, b"")]
    assert struck_texts(records, {5}) == {1}  # there is no font of the number 4
    assert struck_texts(records, {6}) == struck_texts(records, ()) == struck_texts(records[:1], {5}) == frozenset()


def test_an_xls_formula_whose_cells_have_changed_is_doubted() -> None:
    data = HERE.joinpath("hiding-libreoffice.xls").read_bytes()
    for number in (42.0, 11.5):
        kept, at = struct.pack("<d", number), 0
        while (at := data.find(kept, at)) >= 0:
            if data[at - 6:at - 4] in (b"\x04\x00", b"\x05\x00"):  # a row of the sheet, before the value of a formula
                data = data[:at] + struct.pack("<d", number + 6) + data[at + 8:]
            at += 8
    assert troubles("a.xls", data) == HIDDEN | {"D5": "formula-stale", "D6": "formula-stale"}


def repacked(data: bytes, old: bytes, new: bytes) -> bytes:
    """The ods with some words of its content changed."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(kept, "w") as made:
        for name in book.namelist():
            held = book.read(name)
            assert name != "content.xml" or old in held
            made.writestr(name, held.replace(old, new))
    return kept.getvalue()


@pytest.mark.parametrize(("old", "new", "changed"), [
    (b'office:value="21"', b'office:value="24"', {"D5": "formula-stale", "D6": "formula-stale"}),
    (b'calcext:value="&lt;17.5"', b'calcext:value="&gt;17.5"', {"E3": "cell-unseen"}),
    (b'calcext:value="&lt;17.5"', b'calcext:value="between(10,20)"', {"E3": "cell-unseen"}),
    (b'calcext:value="&lt;17.5"', b'calcext:value="is-error"', {}),
])
def test_an_ods_with_another_value_or_condition(old: bytes, new: bytes, changed: dict[str, str]) -> None:
    data = repacked(HERE.joinpath("hiding-libreoffice.ods").read_bytes(), old, new)
    assert changed.items() <= troubles("a.ods", data).items()


def test_a_style_has_the_look_of_the_one_that_it_comes_from_and_a_column_gives_its_own() -> None:
    styles = (b'<s:styles xmlns:s="s" xmlns:f="f"><s:style s:name="A"><s:text-properties f:color="#ffffff"/></s:style>'
              b'<s:style s:name="Dark" s:parent-style-name="A"><s:table-cell-properties f:background-color="#000000"/>'
              b'</s:style></s:styles>')
    cell = b'<t:table-cell%s o:value-type="float" o:value="%d"><x:p>%d</x:p></t:table-cell>'
    content = (b'<d xmlns:t="t" xmlns:o="o" xmlns:x="x" xmlns:s="s"><s:style s:name="ce1" s:parent-style-name="A"/>'
               b'<t:table t:name="a"><t:table-column t:default-cell-style-name="A"/><t:table-column/>'
               b'<t:table-row>%s%s%s%s</t:table-row></t:table></d>') % (
        cell % (b"", 1, 1), cell % (b"", 2, 2), cell % (b' t:style-name="ce1"', 3, 3),
        cell % (b' t:style-name="Dark"', 4, 4))
    with zipfile.ZipFile(io.BytesIO(), "w") as book:
        book.writestr("styles.xml", styles)
        book.writestr("content.xml", content)
        found = marks_of("a.ods", book)["a"].cells
    assert [place for place, mark in found.items() if mark.unseen] == [(0, 0), (0, 2)]


def formula(tokens: bytes, row: int = 0, column: int = 3) -> list[tuple[int, bytes]]:
    return [(0x0006, struct.pack("<HHHdHIH", row, column, 0, 0.0, 0, 0, len(tokens)) + tokens)]


A1, B1 = b"\x44\x00\x00\x00\xc0", b"\x44\x00\x00\x01\xc0"
WRITTEN = {
    A1 + B1 + b"\x03": 18.0, A1 + b"\x13": -8.0, A1 + b"\x14": 0.08, A1 + b"\x1e\x02\x00\x07": 64.0,
    b"\x25\x00\x00\x00\x00\x00\x00\x01\x00\x19\x10\x00\x00": 18.0, A1 + B1 + b"\x42\x02\x05\x00": 9.0,
    A1 + b"\x1e\x03\x00\x06\x1e\x01\x00\x41\x1b\x00": 2.7, b"\x19\x40\x00\x00" + A1: 8.0,
    A1 + B1: None, b"\x03": None, b"\x17\x01\x00x": None, A1 + b"\x41\x22\x00": None, A1[:3]: None,
}


@pytest.mark.parametrize("tokens", WRITTEN)
def test_the_tokens_of_a_sum_come_to_what_it_says(tokens: bytes) -> None:
    written = formulas_of(formula(tokens)).get((0, 3), "")
    assert value_of(written, ((8.0, 10.0),)) == WRITTEN[tokens]


def test_a_shared_formula_is_read_from_the_cell_that_it_stands_in() -> None:
    shared = (0x04BC, struct.pack("<HHBBBBH", 0, 1, 3, 3, 0, 2, 9) + b"\x4c\x00\x00\xfe\xc0\x1e\x02\x00\x05")
    pointer = b"\x01\x00\x00\x03\x00"
    found = formulas_of([*formula(pointer), shared, *formula(pointer, 1)])
    assert found == {(0, 3): "(B1*2)", (1, 3): "(B2*2)"}


@given(st.binary(max_size=80))
def test_any_tokens_are_written_or_left(tokens: bytes) -> None:
    formulas_of(formula(tokens))


@given(st.integers(0, 7000), st.binary(min_size=1, max_size=12))
def test_an_xls_with_any_bytes_changed_is_read_or_refused(at: int, changed: bytes) -> None:
    data = bytearray(HERE.joinpath("hiding-libreoffice.xls").read_bytes())
    data[at:at + len(changed)] = changed
    with contextlib.suppress(PlanUnreadable):
        read_content("a.xls", bytes(data), Progress())

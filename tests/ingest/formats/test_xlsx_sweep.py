"""The one sweep over a sheet as it is usually written finds what the careful look finds, cell by cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.errors import PlanUnreadable
from lowcarbon_desktop.ingest.readers import xlsx_sweep
from lowcarbon_desktop.ingest.readers.xlsx_scan import scan
from lowcarbon_desktop.ingest.readers.xlsx_sweep import Mark

FORMATS = [Mark(), Mark(True, 0), Mark(False, 1), Mark(), Mark(True, 2)]
SHOWN = {str(number).encode(): mark for number, mark in enumerate(FORMATS) if mark != Mark()}
STYLES = ("", ' s="0"', ' s="1"', ' s="2"', " s='4'", ' s = "1"', ' s="14"', ' t="n" s="1"')
INSIDE = ("/>", "><v>0.17</v></c>", "><is><t>c 17%</t></is></c>", "><f>A1</f></c>", "><f>A1</f><v>2</v></c>")


def swept(xml: str):
    return xlsx_sweep.swept("a.xlsx", "Sheet", xml.encode(), SHOWN).cells


def sheet(cells: str) -> str:
    return f"<worksheet><cols><col/></cols><sheetData>{cells}</sheetData></worksheet>"


@given(st.lists(st.tuples(st.sampled_from("ABZ"), st.integers(1, 40), st.sampled_from(STYLES),
                          st.sampled_from(INSIDE)), max_size=12))
def test_both_find_the_same(cells):
    xml = sheet("".join(f'<row r="{row}"><c r="{letter}{row}"{style}{inside}</row>'
                        for letter, row, style, inside in cells))
    assert swept(xml) == scan("a.xlsx", "Sheet", xml.encode(), SHOWN).cells


@pytest.mark.parametrize(("cells", "marks"), [
    ('<row r="2"><c r="B2" s="1"><v>0.17</v></c></row>', {(1, 1): FORMATS[1]}),
    ('<row r="2"><c s="1" r="B2"><v>0.17</v></c></row>', {(1, 1): FORMATS[1]}),
    ('<x:row r="2"><x:c r="B2" s="1"><x:v>0.17</x:v></x:c></x:row>', {(1, 1): FORMATS[1]}),
    ('<row><c s="1"><v>0.17</v></c><c s="2"><v>1</v></c></row>', {(0, 0): FORMATS[1], (0, 1): FORMATS[2]}),
    ('<row r="1"><!-- <c r="A1" s="1"/> --><c r="B1"/></row>', {}),
    ('<row r="1"><c r="A1"><f>B1</f></c></row>', {(0, 0): Mark(formula=True)}),
    ('<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c></row>', {(0, 0): Mark(error="#DIV/0!")}),
    ("<row r='1'><c r='A1' t = 'e'><v>#DIV/0!</v></c></row>", {(0, 0): Mark(error="#DIV/0!")}),
    ("", {})])
def test_however_it_is_written(cells, marks):
    assert swept(sheet(cells)) == marks


@pytest.mark.parametrize("cells", [
    '<c r="XFD1"><v>1</v></c>', '<c r="A9999999"><f>1</f></c>', '<c r="A1"/><x:c r="XFD1048576"><x:v>1</x:v></x:c>',
    '<c r="A1"/><c\nr="XFD1048576"><v>1</v></c>'])
def test_a_cell_beyond_the_caps_is_refused_before_room_is_made_for_it(cells):
    with pytest.raises(PlanUnreadable):
        swept(sheet(f"<row>{cells}</row>"))

"""A place as a sentence names it."""

from __future__ import annotations

from lowcarbon_desktop.plan import Where


def test_a_place_in_a_table_of_a_document_is_counted_as_people_count() -> None:
    docx = Where("方案.docx", "T1", "F2", table=1, row=2, column=6)
    pdf = Where("方案.pdf", "T5", "A1", page=11, table=5, row=1, column=1)
    assert (docx.spot.zh, docx.spot.en) == ("第 1 个表第 2 行第 6 列", "table 1, row 2, column 6")
    assert pdf.spot.zh == "第 11 页，全文第 5 个表第 1 行第 1 列"
    assert (pdf.start.zh, pdf.start.en) == ("第 11 页，全文第 5 个表", "page 11, table 5 of all")
    assert docx.start == docx.spot, "no table begins in its second row"
    assert (str(docx), str(pdf)) == ("T1!F2", "p.11 T5!A1"), "what a correction goes by stays"

"""Text PDF: the examples read as from a workbook in every kind of ruling, and every trap that a page sets."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Spacer

from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.cli.main import main
from lowcarbon_desktop.errors import Cancelled, PlanUnreadable
from lowcarbon_desktop.ingest.limits import MAX_PAGES
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import Correction
from tests.ingest.documents import paper
from tests.plans.write_examples import source

SLUGS = [each["slug"] for each in source()["tables"]]
SAMPLES = Path(__file__).with_name("samples")
HEADER = ["序号", "指标", "单位", "2015", "2020"]
CUT = "单位GDP二氧化碳排放比2010年下降率"


def said(plan: Plan) -> tuple:
    return (plan.region, plan.as_of, [
        (each.indicator, each.base_year, each.target_year, each.value, each.unit, each.kind, each.region,
         "".join(each.printed.split()), [doubt.code for doubt in each.doubts]) for each in plan.readings])


def read(path: Path) -> Plan:
    (plan,) = open_plan(path, reference())
    return plan


def values(plan: Plan) -> list[tuple]:
    return [(each.indicator, each.target_year, str(each.value), each.region) for each in plan.readings
            if each.value is not None]


def original(slug: str) -> list[tuple]:
    return [said(plan) for plan in open_plan(resource("examples", f"{slug}.xlsx"), reference())]


@pytest.mark.parametrize("rules", paper.RULES)
@pytest.mark.parametrize("slug", SLUGS)
def test_an_example_reads_as_from_the_workbook(slug: str, rules: str, tmp_path: Path) -> None:
    path = paper.example(slug, tmp_path / "plan.pdf", rules)
    plans = open_plan(path, reference())
    assert [said(plan) for plan in plans] == original(slug)
    assert not any(plan.whole for plan in plans)


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_a_file_of_another_producer(path: Path) -> None:
    assert [said(plan) for plan in open_plan(path, reference())] == original(path.name.split("-")[0])


def test_a_place_is_a_page_and_a_box_and_can_be_corrected(tmp_path: Path) -> None:
    path = paper.save(tmp_path / "plan.pdf", "厦门市低碳方案", PageBreak(), "表 1 目标",
                      paper.table([HEADER, ["1", CUT, "%", "17", ""]]))
    where = read(path).readings[0].where
    assert (where.page, where.table, where.row, where.column, str(where)) == (2, 1, 2, 4, "p.2 T1!D2")
    assert where.box is not None
    left, top, right, bottom = where.box
    page = pypdf.PdfReader(path).pages[1].mediabox
    assert 70 < left < right < page.width and 70 < top < bottom < 200 and right - left == pytest.approx(50, abs=1)
    (plan,) = open_plan(path, reference(), corrections=[Correction("plan.pdf", "T1", "D2", "17", "18")])
    assert str(plan.readings[0].value) == "18%"


@pytest.mark.parametrize("repeat", [0, 1])
@pytest.mark.parametrize("rules", ["all", "open", "across"])
def test_a_table_over_pages_is_one(rules: str, repeat: int, tmp_path: Path) -> None:
    rows = [HEADER, *([str(n), f"森林覆盖率比{1950 + n}年提高", "个百分点", str(n), ""] for n in range(1, 91))]
    path = paper.save(tmp_path / "plan.pdf", "厦门市低碳方案", paper.table(rows, rules, repeat=repeat), "后文。",
                      head="厦门市低碳试点实施方案")
    plan = read(path)
    assert len(plan.tables) == 1
    assert [each.printed for each in plan.readings] == [str(n) for n in range(1, 91)]
    assert sorted({each.where.page for each in plan.readings}) == [1, 2, 3]


def test_two_tables_on_two_pages_are_two(tmp_path: Path) -> None:
    rows = [HEADER, ["1", CUT, "%", "17", ""]]
    other = [HEADER, ["1", CUT, "%", "20", ""]]
    path = paper.save(tmp_path / "plan.pdf", "厦门市低碳方案", "表1 厦门市目标", paper.table(rows), PageBreak(),
                      "表2 杭州市低碳目标", paper.table(other))
    plan = read(path)
    assert values(plan) == [("co2_per_gdp_cut", 2015, "17%", None), ("co2_per_gdp_cut", 2015, "20%", "杭州")]


def test_a_heading_merged_over_two_years(tmp_path: Path) -> None:
    rows = [["序号", "指标", "单位", "目标", ""], ["", "", "", "2015", "2020"], ["1", CUT, "%", "17", ""]]
    spans = [(0, 3, 0, 4), *((0, column, 1, column) for column in range(3))]
    plan = read(paper.save(tmp_path / "plan.pdf", "厦门市低碳方案", paper.table(rows, spans=spans)))
    assert values(plan) == [("co2_per_gdp_cut", 2015, "17%", None)] and not plan.readings[0].doubts


def drawn(path: Path, draw) -> Path:
    """A page with a ruled table of one row, whose value is drawn by `draw(canvas, x, y)`."""
    paper.line("")
    canvas = Canvas(str(path), invariant=1)
    canvas.setFont(paper.FONT, 10)
    edges = (60, 260, 320, 380)
    canvas.drawString(60, 760, "厦门市低碳方案")
    for row, texts in enumerate((("指标", "单位", "2015"), (CUT, "%", ""))):
        for left, text in zip(edges, texts, strict=False):
            canvas.drawString(left + 4, 706 - 20 * row, text)
    for y in (720, 700, 680):
        canvas.line(edges[0], y, edges[-1], y)
    for x in edges:
        canvas.line(x, 720, x, 680)
    draw(canvas, 324, 686)
    canvas.save()
    return path


def bold(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "17")
    canvas.drawString(x + 0.3, y, "17")


def raised(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "17")
    canvas.setFont(paper.FONT, 6)
    canvas.drawString(x + 12, y + 4, "1")


def apart(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "17")
    canvas.drawString(x + 30, y, "20")


@pytest.mark.parametrize(("draw", "value"), [(bold, "17%"), (raised, "17%"), (apart, None)])
def test_signs_that_a_page_draws_oddly(draw, value: str | None, tmp_path: Path) -> None:
    (reading,) = read(drawn(tmp_path / "plan.pdf", draw)).readings
    assert (str(reading.value) if reading.value is not None else None) == value
    assert value is not None or reading.doubts


def scanned(path: Path) -> Path:
    from PIL import Image
    canvas = Canvas(str(path))
    canvas.drawInlineImage(Image.new("L", (40, 40), 128), 50, 500, 300, 300)
    canvas.save()
    return path


def sealed(path: Path) -> Path:
    writer = pypdf.PdfWriter(clone_from=paper.example("xiamen", path))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    return path


def long(path: Path) -> Path:
    writer = pypdf.PdfWriter()
    for _ in range(MAX_PAGES + 1):
        writer.add_blank_page(100, 100)
    writer.write(path)
    return path


BAD = {
    "pdf-picture": scanned, "pdf-encrypted": sealed, "pdf-too-many-pages": long,
    "not-a-pdf": lambda path: path.write_bytes(b"PK hello"),
    "pdf-damaged": lambda path: path.write_bytes(paper.example("xiamen", path).read_bytes()[:900]),
}


@pytest.mark.parametrize("code", BAD)
def test_a_bad_pdf(code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.pdf"
    BAD[code](path)
    with pytest.raises(PlanUnreadable) as error:
        open_plan(path, reference())
    assert error.value.message.code == code
    assert main(["check", str(path)], lambda files: 0) == 3
    assert "plan.pdf" in capsys.readouterr().err


def test_every_cut_of_a_pdf_is_read_or_told(tmp_path: Path) -> None:
    whole = paper.example("xiamen", tmp_path / "whole.pdf").read_bytes()
    for share in range(1, 20):
        (tmp_path / "plan.pdf").write_bytes(whole[:len(whole) * share // 20])
        with pytest.raises(PlanUnreadable):
            open_plan(tmp_path / "plan.pdf", reference())


def test_it_stops_at_the_next_page(tmp_path: Path) -> None:
    path = paper.save(tmp_path / "plan.pdf", *[part for _ in range(5) for part in ("厦门", PageBreak())], Spacer(1, 1))
    seen: list[int] = []
    progress = Progress(lambda done, total: (seen.append(done), progress.cancel() if done == 2 else None))
    with pytest.raises(Cancelled):
        open_plan(path, reference(), progress=progress)
    assert seen == [0, 1, 2]


def test_a_scanned_page_among_others_is_told(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=paper.example("xiamen", tmp_path / "text.pdf"))
    writer.append(io.BytesIO(scanned(tmp_path / "scan.pdf").read_bytes()))
    writer.write(tmp_path / "plan.pdf")
    plan = read(tmp_path / "plan.pdf")
    assert [table.why.code for table in plan.tables] == ["table-taken", "pdf-pages-picture"]


@pytest.mark.parametrize("name", ["xiamen-ruled-libreoffice.pdf", "xiamen-libreoffice.docx"])
def test_a_reading_is_corrected_under_review_and_judged_anew(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes((SAMPLES / name).read_bytes())
    session = Session.open(path)
    where = session.plan.readings[1].where
    session.correct(where, "18")
    assert (session.plan.readings[1].printed, session.plan.readings[1].was) == ("18", "17")
    again = Session.open(path)
    assert again.plan.readings[1].printed == "18" and again.plan.readings[1].where == where

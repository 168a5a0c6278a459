"""The bundled fonts have every sign that a plan or a report prints, and their licence lies beside them."""

from pathlib import Path

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.ttLib import TTFont
from reportlab.pdfbase.ttfonts import TTFont as PdfFont

FOLDER = Path(__file__).parents[1] / "resources" / "fonts"
STYLES = {"Regular": 400, "Bold": 700}
PRINTED = (
    "低碳试点二氧化碳排放镕堃喆亳漯衢儋國 ABCxyz0189 αβγΔΣ →←↑↓ ≥≤≠≈±×÷−∑√ ①⑩⑳⒈⑴㈠ Ⅰⅹ ┌─┬┐│├┼┤└┴┘ ■□▲△●○◆◇★☆✓"
    " ㎡℃‰％㎏㎞°′″ —–…“”‘’《》【】〔〕「」、。，；：？！（）～·￥€ ０９Ａｚ．－ ₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ ü é"
)


def path(style):
    return FOLDER / f"LowCarbonSansSC-{style}.ttf"


@pytest.fixture(params=STYLES)
def style(request):
    return request.param


@pytest.fixture
def font(style):
    with TTFont(path(style)) as opened:
        yield opened


def test_names_and_weight(font, style):
    assert font["name"].getDebugName(1) == "LowCarbon Sans SC"
    assert font["name"].getDebugName(2) == style
    assert font["name"].getDebugName(6) == f"LowCarbonSansSC-{style}"
    assert font["OS/2"].usWeightClass == STYLES[style]
    assert "Adobe" in font["name"].getDebugName(0)
    assert "Open Font License" in font["name"].getDebugName(13)


def test_every_printed_sign_has_a_glyph(font):
    glyphs = font.getBestCmap()
    assert [sign for sign in PRINTED if ord(sign) not in glyphs] == []


def test_all_of_gb2312_has_glyphs(font):
    glyphs = font.getBestCmap()
    pairs = (bytes((lead, trail)) for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFF))
    ideographs = "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)
    assert len(ideographs) == 6763
    assert [sign for sign in ideographs if ord(sign) not in glyphs] == []


def test_outlines_run_clockwise_so_that_nothing_is_inverted(font):
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    for sign in "国回口O8₂①":
        pen = AreaPen(glyphs)
        glyphs[names[ord(sign)]].draw(pen)
        assert pen.value < 0, sign


def test_the_pdf_library_takes_it(style):
    widths = PdfFont(f"LowCarbon{style}", str(path(style))).face.charWidths
    assert widths[ord("碳")] == 1000
    assert 0 < widths[ord("₂")] < widths[ord("2")]


def test_it_is_small_enough_to_ship(style):
    assert path(style).stat().st_size < 8_000_000


def test_the_licence_lies_beside_it():
    text = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert text.startswith("Copyright 2014-2021 Adobe")
    assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in text
    assert text.endswith("OTHER DEALINGS IN THE FONT SOFTWARE.\n")

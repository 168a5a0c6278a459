"""Makes the bundled font from Noto Sans CJK: Simplified Chinese, GBK level, TrueType outlines.

    python build_spec/fonts/make_fonts.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc resources/fonts

The PDF library takes only TrueType outlines, the originals have PostScript ones. Made twice, the bytes are the same.
"""

import sys
from pathlib import Path

from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

FAMILY = "LowCarbon Sans SC"
SIMPLIFIED_CHINESE = 2  # its number within the collection
MAX_ERROR = 1.0  # of the curves, in thousandths of an em

BLOCKS = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x017F),
    (0x01CD, 0x01DC),  # pinyin
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x218F),  # letter-like signs, Roman numbers
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x24FF),  # enclosed numbers
    (0x2500, 0x257F),  # box drawing
    (0x2580, 0x26FF),  # blocks, shapes, marks
    (0x2700, 0x27BF),
    (0x3000, 0x303F),  # CJK signs and punctuation
    (0x3200, 0x33FF),  # enclosed ideographs, units
    (0xFF00, 0xFFEF),  # full-width forms
)
DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx")

# The originals lack nearly all small digits, and CO₂ stands on every page. Those with a raised form are moved, the
# others scaled to the same height.
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+−", strict=True))
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+−", strict=True))
BELOW_BASELINE = -120  # where a subscript digit stands


def repertoire():
    """Every character that GBK can write, and the blocks above."""
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    gbk = {ord(sign) for pair in pairs for sign in pair.decode("gbk", errors="ignore") if len(sign) == 1}
    return gbk | {code for first, last in BLOCKS for code in range(first, last + 1)}


def subset(path):
    options = Options()
    options.drop_tables += DROPPED
    options.layout_features = []
    options.name_IDs = [0, 5, 8, 9, 10, 11, 12, 13, 14]
    options.name_languages = [0x0409]
    options.notdef_outline = True
    options.recalc_average_width = True
    options.hinting = False
    font = TTFont(path, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=repertoire())
    subsetter.subset(font)
    return font


def drawn(glyphs, name, transform=None):
    """The glyph with quadratic curves, turned round as TrueType has it."""
    pen = TTGlyphPen(None)
    quadratic = Cu2QuPen(pen, MAX_ERROR, reverse_direction=True)
    glyphs[name].draw(TransformPen(quadratic, transform) if transform else quadratic)
    return pen.glyph()


def bounds(glyphs, name):
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return pen.bounds


def small_digits(glyphs, cmap):
    """Those of the small digits that the font lacks: character -> (glyph name to draw, transform)."""
    _, raised_from, _, raised_to = bounds(glyphs, cmap[ord("²")])
    _, _, _, height = bounds(glyphs, cmap[ord("2")])
    scale = (raised_to - raised_from) / height
    down = Transform().translate(0, BELOW_BASELINE - raised_from)
    made = {}
    for small, plain in SUPERSCRIPTS.items():
        if ord(small) not in cmap:
            made[small] = (cmap[ord(plain)], Transform().translate(0, raised_from).scale(scale))
    for small, raised in zip(SUBSCRIPTS, SUPERSCRIPTS, strict=True):
        name, transform = made.get(raised, (cmap.get(ord(raised)), Transform()))
        made[small] = (name, down.transform(transform))
    return made


def convert(font):
    """PostScript outlines to TrueType outlines, in place."""
    glyphs, order, cmap = font.getGlyphSet(), font.getGlyphOrder(), font.getBestCmap()
    widths = font["hmtx"].metrics
    outlines = {name: drawn(glyphs, name) for name in order}
    added = []
    for small, (name, transform) in small_digits(glyphs, cmap).items():
        new = f"uni{ord(small):04X}"
        outlines[new] = drawn(glyphs, name, transform)
        widths[new] = (round(widths[name][0] * transform[0]), 0)
        added.append((ord(small), new))

    del font["CFF "]
    font.sfntVersion = "\0\1\0\0"
    font.setGlyphOrder([*order, *(new for _, new in added)])
    for table in font["cmap"].tables:
        table.cmap.update(added)
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = outlines
    for name, outline in outlines.items():
        outline.recalcBounds(glyf)
        widths[name] = (widths[name][0], getattr(outline, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    maxp.maxTwilightPoints = maxp.maxStorage = maxp.maxStackElements = 0
    maxp.maxFunctionDefs = maxp.maxInstructionDefs = maxp.maxSizeOfInstructions = 0
    maxp.maxComponentElements = 0
    font["post"].formatType = 3.0
    font["gasp"] = gasp = newTable("gasp")
    gasp.version, gasp.gaspRange = 1, {0xFFFF: 0x000A}  # no hints: smooth at every size


def rename(font, style):
    """Keeps the credits; the family name is ours, since a changed font must not pass for the original."""
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    version = font["name"].getDebugName(5).split(";")[0]
    for number, text in (
        (1, FAMILY),
        (2, style),
        (3, f"{version};{postscript}"),
        (4, FAMILY if style == "Regular" else f"{FAMILY} {style}"),
        (5, f"{version}; subset of Noto Sans CJK SC with TrueType outlines"),
        (6, postscript),
    ):
        font["name"].setName(text, number, 3, 1, 0x0409)


def make(source, style, target):
    font = subset(source)
    convert(font)
    rename(font, style)
    font.save(target, reorderTables=True)


def main():
    regular, bold, folder = map(Path, sys.argv[1:])
    for style, source in (("Regular", regular), ("Bold", bold)):
        make(source, style, folder / f"{FAMILY.replace(' ', '')}-{style}.ttf")


if __name__ == "__main__":
    main()

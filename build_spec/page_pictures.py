"""Makes one picture of all pages of the reviewer PDF of a shipped example: `python -m build_spec.page_pictures`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from lowcarbon_desktop.app.print_report import print_report
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.session import Session

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTH, COLUMNS, GAP = 520, 4, 12


def pages(pdf: Path) -> list[QImage]:
    """Every page on white paper, WIDTH pixels wide."""
    document = QPdfDocument()
    if document.load(str(pdf)) != QPdfDocument.Error.None_:
        raise OSError(f"{pdf} cannot be shown")
    taken = []
    for page in range(document.pageCount()):
        points = document.pagePointSize(page)
        size = QSize(WIDTH, round(WIDTH * points.height() / points.width()))
        paper = QImage(size, QImage.Format.Format_RGB32)
        paper.fill(QColor("white"))
        with QPainter(paper) as painter:
            painter.drawImage(0, 0, document.render(page, size))
        taken.append(paper)
    document.close()
    return taken


def sheet(taken: list[QImage]) -> QImage:
    """The pages side by side in reading order, COLUMNS in a row, on grey."""
    high = taken[0].height()
    rows = -(-len(taken) // COLUMNS)
    whole = QImage(COLUMNS * (WIDTH + GAP) + GAP, rows * (high + GAP) + GAP, QImage.Format.Format_RGB32)
    whole.fill(QColor("#d9dcda"))
    with QPainter(whole) as painter:
        for number, page in enumerate(taken):
            row, column = divmod(number, COLUMNS)
            painter.drawImage(GAP + column * (WIDTH + GAP), GAP + row * (high + GAP), page)
    return whole


def save_small(picture: QImage, path: Path) -> None:
    """As a png of 64 colours without dithering: print has few, and the repository is fetched by everybody."""
    picture.save(str(path))
    with Image.open(path) as whole:
        small = whole.convert("RGB").quantize(64, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    PICTURES.mkdir(parents=True, exist_ok=True)
    assessment = Session.open(ROOT / "resources" / "examples" / "xiamen.xlsx").assessment
    with TemporaryDirectory() as folder:
        pdf = Path(folder) / "xiamen.pdf"
        print_report(assessment, reference(), pdf, lang="zh", notes={})
        save_small(sheet(pages(pdf)), PICTURES / "pages.png")

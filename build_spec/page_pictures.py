"""Takes a picture of every page of the reviewer PDF of a shipped example: `python -m build_spec.page_pictures`."""

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
WIDTH = 800


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


def save_small(picture: QImage, path: Path) -> None:
    """As a png of 64 colours without dithering: print has few, and the repository is fetched by everybody."""
    picture.save(str(path))
    with Image.open(path) as whole:
        small = whole.convert("RGB").quantize(64, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("page-*.png"):
        old.unlink()
    assessment = Session.open(ROOT / "resources" / "examples" / "xiamen.xlsx").assessment
    with TemporaryDirectory() as folder:
        pdf = Path(folder) / "xiamen.pdf"
        print_report(assessment, reference(), pdf, lang="zh", notes={})
        for number, picture in enumerate(pages(pdf), 1):
            save_small(picture, PICTURES / f"page-{number}.png")

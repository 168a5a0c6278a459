"""The only module that knows QtPdf: shows a PDF inside the window and puts its pages on a printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

_DPI = 300


def load(path: Path) -> QPdfDocument:
    """The document of a file; raises OSError where it is no readable PDF."""
    # Its parent is the application: a document that dies before the view that shows it takes the program with it.
    document = QPdfDocument(QCoreApplication.instance())
    if document.load(str(path)) != QPdfDocument.Error.None_:
        raise OSError(f"{path} is not a readable PDF")
    return document


class PaperView(QPdfView):
    """All pages below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(1.25)

    def show_file(self, path: Path) -> None:
        """Show a PDF in place of the last one."""
        old = self.document()
        self.setDocument(load(path))
        if old is not None:
            old.close()
            old.deleteLater()

    def fit(self) -> None:
        """As wide as the window."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def zoom(self, factor: float) -> None:
        """Nearer or farther."""
        now = self.zoomFactor()
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(4.0, max(0.25, now * factor)))


def put_on_printer(path: Path, printer: QPrinter) -> int:
    """Print the pages that the printer's dialog chose; says how many."""
    document = load(path)
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    painter = QPainter(printer)
    count = 0
    for number in range(first - 1, min(last, document.pageCount())):
        if count:
            printer.newPage()
        points = document.pagePointSize(number)
        size = QSize(round(points.width() / 72 * _DPI), round(points.height() / 72 * _DPI))
        image = document.render(number, size, QPdfDocumentRenderOptions())
        sheet = QRectF(painter.viewport())
        scale = min(sheet.width() / size.width(), sheet.height() / size.height())
        painter.drawImage(QRectF(0, 0, size.width() * scale, size.height() * scale), image)
        count += 1
    painter.end()
    return count

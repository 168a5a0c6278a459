"""The only module that knows QtPdf: shows a PDF inside the window and puts its pages on a printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QRectF, QSize, QSizeF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer
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


class Pages(QObject):
    """The pages of a PDF as pictures: `drawn` carries the number of a page, from 1, and its picture.

    Qt's own renderer draws on a thread of its own; what was asked for last is drawn last. Raises ValueError for bytes
    that are no readable PDF.
    """

    drawn = Signal(int, QImage)

    def __init__(self, data: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # In this order they are taken down: what draws before the document, the document before its bytes.
        self._renderer, self._document, self._buffer = QPdfPageRenderer(self), QPdfDocument(self), QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        if self._document.error() != QPdfDocument.Error.None_ or not self._document.pageCount():
            raise ValueError("no readable PDF")
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._drawn)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def size(self, page: int) -> QSizeF:
        """Width and height of a page, counted from 1, in points."""
        return self._document.pagePointSize(page - 1)

    def draw(self, page: int, size: QSize) -> None:
        """Ask for the picture of a page."""
        self._renderer.requestPage(page - 1, size)

    def finish(self) -> None:
        """Wait until the thread is gone: one that still draws while it is taken down takes the program with it."""
        if self._renderer.renderMode() == QPdfPageRenderer.RenderMode.MultiThreaded:
            self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.SingleThreaded)

    def _drawn(self, page: int, size: QSize, picture: QImage) -> None:
        self.drawn.emit(page + 1, picture)


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

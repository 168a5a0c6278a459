"""The report as a PDF: pages, footers and bookmarks; the same content gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from lowcarbon_desktop.report import words
from lowcarbon_desktop.report.content import Content
from lowcarbon_desktop.report.layout import fonts, story, styles
from lowcarbon_desktop.report.merge_report import MergeContent

_TOTAL = "page-total"


class Paper(NamedTuple):
    """What a document says of itself: in which language, its title, what it is about, and its footer."""

    lang: str
    title: str
    subject: str
    footer: str


def pdf(content: Content | MergeContent, on_page: Callable[[int], None] = lambda number: None,
        tell: Callable[..., list[Flowable]] = story.story) -> bytes:
    """Lay it out as `tell` does; `on_page` is told the number of every page begun and may raise to stop."""
    paper = Paper(content.lang, content.word("pair", label=content.title, value=content.applicant),
                  content.word("pair", label=content.programme, value=content.applicant), content.provenance.footer)
    return bound(paper, tell(content), on_page)


def bound(paper: Paper, told: Sequence[Flowable], on_page: Callable[[int], None] = lambda number: None) -> bytes:
    """Any document of ours: its flowables on numbered pages."""
    file = BytesIO()
    _Document(file, paper, on_page).build(list(told), canvasmaker=_canvas(paper))
    return file.getvalue()


class _Document(BaseDocTemplate):
    """One kind of page, with a footer; a flowable with a bookmark becomes an entry of the outline."""

    def __init__(self, file: BytesIO, paper: Paper, on_page: Callable[[int], None]) -> None:
        super().__init__(
            file, pagesize=styles.PAGE, invariant=1, lang="zh-CN" if paper.lang == "zh" else "en",
            title=paper.title, subject=paper.subject,
            author="LowCarbon Desktop", creator="LowCarbon Desktop", producer="LowCarbon Desktop",
            displayDocTitle=True, pageCompression=1)
        self._paper, self._on_page, self._told, self._bookmarks = paper, on_page, 0, 0
        frame = Frame(styles.SIDE, styles.BOTTOM, styles.WIDTH, styles.PAGE[1] - styles.TOP - styles.BOTTOM,
                      leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        self.addPageTemplates([PageTemplate("page", [frame], onPage=self._footer)])

    def _footer(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setStrokeColor(styles.FAINT)
        canvas.setLineWidth(0.5)
        canvas.line(styles.SIDE, styles.BOTTOM - 10, styles.SIDE + styles.WIDTH, styles.BOTTOM - 10)
        canvas.setFillColor(styles.SOFT)
        canvas.setFont(fonts.REGULAR, 7.5)
        total = canvas.stringWidth(words.word("page-total", self._paper.lang, total=44), fonts.REGULAR, 7.5)
        right = styles.SIDE + styles.WIDTH - total - 2
        page = words.word("page-number", self._paper.lang, page=document.page)
        room = right - styles.SIDE - canvas.stringWidth(page, fonts.REGULAR, 7.5) - 12
        canvas.drawString(styles.SIDE, styles.BOTTOM - 21, _fitted(self._paper.footer, room))
        canvas.drawRightString(right, styles.BOTTOM - 21, page)
        canvas.translate(styles.SIDE + styles.WIDTH, styles.BOTTOM - 21)
        canvas.doForm(_TOTAL)
        canvas.restoreState()

    def afterFlowable(self, flowable: Flowable) -> None:
        if self.page != self._told:  # not where the page begins: what is raised there reportlab makes anew, and cannot
            self._told = self.page
            self._on_page(self.page)
        bookmark = getattr(flowable, "bookmark", None)
        if bookmark is None:
            return
        title, level = bookmark
        self._bookmarks += 1
        key = f"section-{self._bookmarks}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(title, key, level=level, closed=False)


def _canvas(paper: Paper) -> type[Canvas]:
    """A canvas that writes the number of pages, known only at the end, into the form that every footer shows."""

    class _Paged(Canvas):
        def save(self) -> None:
            self.beginForm(_TOTAL, -100, -10, 10, 20)
            self.setFillColor(styles.SOFT)
            self.setFont(fonts.REGULAR, 7.5)
            self.drawRightString(0, 0, words.word("page-total", paper.lang, total=self.getPageNumber() - 1))
            self.endForm()
            self.showOutline()
            super().save()

    return _Paged


def _fitted(text: str, room: float) -> str:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    if stringWidth(text, fonts.REGULAR, 7.5) <= room:
        return text
    while text and stringWidth(f"{text}…", fonts.REGULAR, 7.5) > room:
        text = text[:-1]
    return f"{text}…"

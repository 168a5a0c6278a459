"""The sign of an outcome, drawn as vectors because no font has all of them; its shape tells it, not its colour."""

from __future__ import annotations

from reportlab.platypus import Flowable

from lowcarbon_desktop.report.layout import styles


class Mark(Flowable):
    """A tick, a cross on a dark square, a ring with a dash in it, a diamond, or a dash, on a square of `size` points.

    What is still open is drawn hollow, what is settled filled.
    """

    def __init__(self, outcome: str, settled: bool = True, size: float = 9) -> None:
        super().__init__()
        self.outcome, self.settled = outcome, settled
        self.width = self.height = self.size = size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.size, self.size

    def draw(self) -> None:
        pen, size = self.canv, self.size
        pen.saveState()
        pen.setLineWidth(size / 8)
        pen.setLineCap(1)
        pen.setLineJoin(1)
        ink = {"pass": styles.ACCENT, "fail": styles.ALARM, "rubric_error": styles.ALARM}.get(self.outcome, styles.INK)
        pen.setStrokeColor(ink)
        pen.setFillColor(ink)
        {"pass": self._tick, "fail": self._cross, "rubric_error": self._cross, "cannot_tell": self._ring,
         "judgement": self._diamond}.get(self.outcome, self._dash)()
        pen.restoreState()

    def _lines(self, *points: tuple[float, float]) -> None:
        path = self.canv.beginPath()
        path.moveTo(points[0][0] * self.size, points[0][1] * self.size)
        for x, y in points[1:]:
            path.lineTo(x * self.size, y * self.size)
        self.canv.drawPath(path, stroke=1, fill=0)

    def _tick(self) -> None:
        if not self.settled:
            self.canv.circle(self.size / 2, self.size / 2, self.size * 0.45, stroke=1, fill=0)
            self._lines((0.28, 0.50), (0.45, 0.33), (0.74, 0.66))
            return
        self.canv.setLineWidth(self.size / 6)
        self._lines((0.10, 0.48), (0.38, 0.18), (0.92, 0.82))

    def _cross(self) -> None:
        self.canv.rect(0.06 * self.size, 0.06 * self.size, 0.88 * self.size, 0.88 * self.size, stroke=1,
                       fill=1 if self.settled else 0)
        if self.settled:
            self.canv.setStrokeColorRGB(1, 1, 1)
        self._lines((0.28, 0.28), (0.72, 0.72))
        self._lines((0.28, 0.72), (0.72, 0.28))

    def _ring(self) -> None:
        self.canv.circle(self.size / 2, self.size / 2, self.size * 0.42, stroke=1, fill=0)
        self._lines((0.32, 0.5), (0.68, 0.5))

    def _diamond(self) -> None:
        self._lines((0.5, 0.04), (0.96, 0.5), (0.5, 0.96), (0.04, 0.5), (0.5, 0.04))

    def _dash(self) -> None:
        self._lines((0.2, 0.5), (0.8, 0.5))

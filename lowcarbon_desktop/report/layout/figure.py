"""Draws a matplotlib figure onto the page as vectors, its words in the fonts that the page embeds anyway."""

from __future__ import annotations

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path as Outline
from matplotlib.transforms import Transform
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import getAscentDescent, stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from lowcarbon_desktop.report.layout.fonts import BOLD, REGULAR


class Drawing(Flowable):
    """A figure in its own size. It must have been made with 72 dots an inch, so that a dot is a point."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.figure = figure
        self.width, self.height = (72 * inches for inches in figure.get_size_inches())

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.figure.draw(_Renderer(self.canv, self.width, self.height))


class _Renderer(RendererBase):
    """What matplotlib asks of a renderer, told to a reportlab canvas; images and hatches are not among it."""

    def __init__(self, canvas: Canvas, width: float, height: float) -> None:
        super().__init__()
        self._canvas, self._size = canvas, (width, height)

    def draw_path(self, gc: GraphicsContextBase, path: Outline, transform: Transform, rgbFace=None) -> None:
        pen = self._canvas
        pen.saveState()
        self._clip(gc)
        stroke = gc.get_linewidth() > 0 and gc.get_rgb()[3] > 0
        fill = rgbFace is not None and (len(rgbFace) < 4 or rgbFace[3] > 0)
        if fill:
            pen.setFillColor(Color(*rgbFace[:3]))
        if stroke:
            pen.setStrokeColor(Color(*gc.get_rgb()[:3]))
            pen.setLineWidth(gc.get_linewidth())
            offset, dashes = gc.get_dashes()
            if dashes is not None:
                pen.setDash([float(dash) for dash in dashes], float(offset))
        if stroke or fill:
            pen.drawPath(self._outline(path, transform), stroke=int(stroke), fill=int(fill))
        pen.restoreState()

    def _outline(self, path: Outline, transform: Transform):
        outline = self._canvas.beginPath()
        last = (0.0, 0.0)
        for points, code in path.iter_segments(transform, simplify=False):
            numbers = [float(point) for point in points]
            if code == Outline.MOVETO:
                outline.moveTo(*numbers)
            elif code == Outline.LINETO:
                outline.lineTo(*numbers)
            elif code == Outline.CURVE4:
                outline.curveTo(*numbers)
            elif code == Outline.CURVE3:
                (x0, y0), (cx, cy, x1, y1) = last, numbers
                outline.curveTo(x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3, x1 + (cx - x1) * 2 / 3,
                                y1 + (cy - y1) * 2 / 3, x1, y1)
            elif code == Outline.CLOSEPOLY:
                outline.close()
                continue
            last = (numbers[-2], numbers[-1])
        return outline

    def _clip(self, gc: GraphicsContextBase) -> None:
        box = gc.get_clip_rectangle()
        if box is not None:
            outline = self._canvas.beginPath()
            outline.rect(*(float(each) for each in box.bounds))
            self._canvas.clipPath(outline, stroke=0, fill=0)

    def draw_text(self, gc, x, y, s, prop, angle, ismath=False, mtext=None) -> None:
        pen = self._canvas
        pen.saveState()
        pen.setFillColor(Color(*gc.get_rgb()[:3]))
        pen.translate(float(x), float(y))
        pen.rotate(float(angle))
        pen.setFont(_name(prop), prop.get_size_in_points())
        pen.drawString(0, 0, s)
        pen.restoreState()

    def get_text_width_height_descent(self, s, prop, ismath) -> tuple[float, float, float]:
        name, size = _name(prop), prop.get_size_in_points()
        ascent, descent = getAscentDescent(name, size)
        return stringWidth(s, name, size), ascent - descent, -descent

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def points_to_pixels(self, points: float) -> float:
        return points

    def flipy(self) -> bool:
        return False


def _name(prop: FontProperties) -> str:
    return BOLD if BOLD in str(prop.get_file()) else REGULAR

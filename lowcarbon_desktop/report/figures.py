"""The chart of targets against their lines, as a matplotlib Figure that the paper and the window both can draw."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.report.comparison import Bar

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

REGULAR, BOLD = "LowCarbonSansSC-Regular", "LowCarbonSansSC-Bold"
WIDTH = 482.0
"""In points, the width of the text on A4."""
_ROW, _EDGE, _BARS, _TOP = 44.0, 20.0, 0.58, 0.41
_INK, _FILL, _GRID = "#1b1f1d", "#c8d2cc", "#dfe3e0"


def targets_figure(bars: Sequence[Bar]) -> Figure | None:
    """One row a target: the bar is what was promised, the marks its lines, the words the margins.

    A range or an open end is a dashed frame beyond the weaker end. What cannot be told has marks and words but no bar,
    so that it never looks like zero. None where there is nothing to draw.
    """
    if not bars:
        return None
    _settle_matplotlib()
    from matplotlib.figure import Figure

    groups = [list(group) for _unit, group in groupby(sorted(bars, key=lambda bar: bar.unit), lambda bar: bar.unit)]
    height = len(bars) * _ROW + len(groups) * _EDGE
    figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=72, facecolor="none")
    top = height
    for group in groups:
        tall = len(group) * _ROW
        axes = figure.add_axes((0.004, (top - tall) / height, _BARS, tall / height), facecolor="none")
        _draw_group(axes, group)
        top -= tall + _EDGE
    return figure


def _draw_group(axes: Axes, bars: Sequence[Bar]) -> None:
    """All bars of one unit on one scale that begins at zero."""
    numbers = [0.0, *(end for bar in bars for end in (bar.low, bar.high) if end is not None),
               *(mark.value for bar in bars for mark in bar.marks)]
    right = max(numbers) * 1.08 or 1.0
    axes.set_xlim(min(numbers), right)
    axes.set_ylim(len(bars), 0)
    axes.set_yticks([])
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_INK)
    axes.spines["bottom"].set_linewidth(0.6)
    axes.tick_params(axis="x", length=2.5, width=0.6, color=_INK)
    for label in axes.get_xticklabels():
        label.set_fontproperties(_font(REGULAR, 7))
        label.set_parse_math(False)
    _write(axes, 1.0, len(bars), bars[0].unit, size=7, below=True)
    ticks = [tick for tick in axes.get_xticks() if min(numbers) <= tick <= right]
    for row, bar in enumerate(bars):
        axes.vlines(ticks, row + _TOP, row + 1, color=_GRID, linewidth=0.5, zorder=0)  # not through the title
        _draw_bar(axes, row, bar, right)


def _draw_bar(axes: Axes, row: int, bar: Bar, right: float) -> None:
    _write(axes, 0.0, row + 0.2, f"{bar.label} · {bar.untold}" if bar.untold else bar.label, bold=True)
    middle, tall = row + 0.67, 0.32
    if not bar.untold:
        weak = bar.low if bar.low is not None else 0.0
        far = bar.high if bar.high is not None else right
        axes.barh(middle, weak, tall, color=_FILL, edgecolor=_INK, linewidth=0.6)
        if far != weak:
            axes.barh(middle, far - weak, tall, left=weak, color="none", edgecolor=_INK, linewidth=0.6,
                      linestyle=(0, (2, 2)))
        _write(axes, 0.012, middle, bar.value, bold=True)
    for number, mark in enumerate(bar.marks):
        axes.vlines(mark.value, middle - 0.22, middle + 0.22, color=_INK, linewidth=1.2 if mark.nation else 2.4,
                    linestyle=(0, (3, 1.5)) if mark.nation else "solid")
        if mark.nation:  # its head is seen where the assigned line covers it
            axes.plot([mark.value], [row + _TOP], marker="v", markersize=4, color=_INK, markeredgewidth=0,
                      clip_on=False)
        _write(axes, 1.03, row + 0.26 + 0.3 * (number + (len(bar.marks) == 1)), mark.said, size=7.5)


def _write(axes: Axes, x: float, y: float, text: str, *, bold: bool = False, size: float = 8,
           below: bool = False) -> None:
    """Text at a fraction of the axes' width and a row; nothing in it is mathematics."""
    axes.text(x, y, text, transform=axes.get_yaxis_transform(), fontproperties=_font(BOLD if bold else REGULAR, size),
              color=_INK, parse_math=False, clip_on=False, ha="right" if below else "left",
              va="bottom" if below else "center")


def _font(name: str, size: float) -> object:
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=str(resource("fonts", f"{name}.ttf")), size=size)


def _settle_matplotlib() -> None:
    """Before the first import: matplotlib keeps its list of fonts in this program's cache, not in the user's home."""
    if "matplotlib" not in sys.modules:
        os.environ.setdefault("MPLCONFIGDIR", str(_cache() / "matplotlib"))


def _cache() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "lowcarbon-desktop"

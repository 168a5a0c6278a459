"""Every colour, icon and font of the window; the only module that names a colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from lowcarbon_desktop.assets import resource

if TYPE_CHECKING:  # no icon is drawn before the first paint
    from PySide6.QtGui import QIcon, QPixmap

FAMILY = "LowCarbon Sans SC"


class Shades(NamedTuple):
    """The colours of one look: the palette's roles, and one for each outcome."""

    roles: tuple[tuple[QPalette.ColorRole, str], ...]
    disabled: str
    ink: dict[str, str]


_Role = QPalette.ColorRole
_LIGHT = Shades(
    ((_Role.Window, "#f4f5f7"), (_Role.WindowText, "#1f2328"), (_Role.Base, "#ffffff"),
     (_Role.AlternateBase, "#f8f9fa"), (_Role.Text, "#1f2328"), (_Role.Button, "#fbfbfc"),
     (_Role.ButtonText, "#1f2328"), (_Role.BrightText, "#c0291d"), (_Role.ToolTipBase, "#ffffff"),
     (_Role.ToolTipText, "#1f2328"), (_Role.PlaceholderText, "#6b7480"), (_Role.Highlight, "#dcefec"),
     (_Role.HighlightedText, "#10302c"), (_Role.Link, "#0f766e"), (_Role.Accent, "#0f766e"),
     (_Role.Light, "#ffffff"), (_Role.Midlight, "#eceef1"), (_Role.Mid, "#d5d9de"), (_Role.Dark, "#b4bac2"),
     (_Role.Shadow, "#8a929c")),
    "#7f8790",
    {"fail": "#b3261e", "cannot_tell": "#8a5a00", "judgement": "#4b50b0", "pass": "#13743d",
     "not_applicable": "#5c6670", "rubric_error": "#8b1a8b", "accent": "#0f766e", "muted": "#5b646e"})
_DARK = Shades(
    ((_Role.Window, "#1f2225"), (_Role.WindowText, "#e4e7ea"), (_Role.Base, "#17191b"),
     (_Role.AlternateBase, "#1c1f22"), (_Role.Text, "#e4e7ea"), (_Role.Button, "#2a2e32"),
     (_Role.ButtonText, "#e4e7ea"), (_Role.BrightText, "#ff8a80"), (_Role.ToolTipBase, "#2a2e32"),
     (_Role.ToolTipText, "#e4e7ea"), (_Role.PlaceholderText, "#8d969f"), (_Role.Highlight, "#123f3a"),
     (_Role.HighlightedText, "#eafaf7"), (_Role.Link, "#4fd1c1"), (_Role.Accent, "#2fb5a5"),
     (_Role.Light, "#3a3f45"), (_Role.Midlight, "#2b2f33"), (_Role.Mid, "#3b4147"), (_Role.Dark, "#4a5159"),
     (_Role.Shadow, "#0c0d0e")),
    "#7f8790",
    {"fail": "#ff8f85", "cannot_tell": "#f0c34e", "judgement": "#aab0ff", "pass": "#70d197",
     "not_applicable": "#a0a9b2", "rubric_error": "#f0a3f0", "accent": "#4fd1c1", "muted": "#a0a9b2"})


_SIZES = (16, 24, 32, 64)
"""Pixels of a drawn icon; the last two where a screen has more of them to a point."""
_FIELDS = ("QTreeView", "QTableView", "QListView", "QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox")


def palette(look: str) -> QPalette:
    """The palette of a look; "system" follows what the desktop says."""
    # The style's own palette follows the desktop; asking for Qt.ColorScheme would load all of Qt's enums first.
    standard = QApplication.style().standardPalette()
    dark = look == "dark" or (look == "system" and standard.color(_Role.Window).lightness() < 128)
    shades = _DARK if dark else _LIGHT
    made = QPalette()
    for role, colour in shades.roles:
        made.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(shades.disabled))
    return made


def apply(look: str) -> None:
    """Dress the application; safe at any time."""
    made = palette(look)
    QApplication.setPalette(made)
    dark = made.color(_Role.Window).lightness() < 128
    rims = {mark: made.color(_Role.PlaceholderText) for mark in ("QRadioButton", "QCheckBox")} | {
        field: made.color(_Role.Dark).lighter(130) for field in _FIELDS}
    for kind, colour in rims.items():
        if dark:
            made.setColor(_Role.Window, colour)  # the style draws the rims a shade darker than the window
        QApplication.setPalette(made, kind)
    QApplication.setPalette(palette(look), "QHeaderView")  # which else takes after its table


def ink(name: str, on: QPalette) -> QColor:
    """The colour of an outcome, "accent" or "muted" that is readable on this palette."""
    shades = _DARK if on.color(_Role.Base).lightness() < 128 else _LIGHT
    return QColor(shades.ink[name])


def tint(name: str, on: QPalette, strength: float = 0.12) -> QColor:
    """That colour as a thin wash over the palette's base."""
    top, base = ink(name, on), on.color(_Role.Base)
    mixed = (round(t * strength + b * (1 - strength)) for t, b in zip(top.getRgb()[:3], base.getRgb()[:3], strict=True))
    return QColor(*mixed)


def icon(name: str, on: QPalette, colour: str | None = None) -> QIcon:
    """A drawn icon in the palette's own text colour, or in that of an outcome (an outcome's icon has its own)."""
    if colour is None and name in _LIGHT.ink:
        colour = name
    tone = ink(colour, on) if colour else on.color(_Role.ButtonText)
    fine = any(screen.devicePixelRatio() > 1 for screen in QGuiApplication.screens())
    return _drawn(name, tone.name(), on.color(QPalette.ColorGroup.Disabled, _Role.ButtonText).name(), fine)


@cache
def _drawn(name: str, tone: str, faint: str, fine: bool) -> QIcon:
    from PySide6.QtGui import QIcon

    drawing = resource("icons", f"{name}.svg").read_text("utf-8")
    made = QIcon()
    looks = [(tone, (QIcon.Mode.Normal, QIcon.Mode.Selected))]
    if name not in _LIGHT.ink:  # of an outcome's own colour Qt makes a faint one where that is ever wanted
        looks.append((faint, (QIcon.Mode.Disabled,)))
    for colour, modes in looks:
        for pixmap in _pixmaps(drawing.replace("#000000", colour), _SIZES if fine else _SIZES[:2]):
            for mode in modes:
                made.addPixmap(pixmap, mode)
    return made


def _pixmaps(drawing: str, sizes: Iterable[int]) -> Iterator[QPixmap]:
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer  # after the first paint: the library takes time to load

    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    for size in sizes:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        yield pixmap


def application_icon() -> QIcon:
    """The product's own icon."""
    from PySide6.QtGui import QIcon

    return QIcon(str(resource("icons", "lowcarbon.svg")))


def load_fonts() -> None:
    """Load the bundled Chinese font, so that no desk shows boxes; on Linux it is the window's own font."""
    _load("Regular")
    if FAMILY not in QFontDatabase.families():
        return
    font, own = QApplication.font(), QApplication.font().family()
    native = QGuiApplication.platformName() in ("windows", "cocoa")
    font.setFamilies([own, FAMILY] if native else [FAMILY, own])
    QApplication.setFont(font)


def load_bold() -> None:
    """Load the bold weight; after the first paint, which makes do with a bold that Qt draws itself."""
    _load("Bold")


def _load(weight: str) -> None:
    for file in sorted(resource("fonts").glob(f"*-{weight}.ttf")):
        QFontDatabase.addApplicationFont(str(file))

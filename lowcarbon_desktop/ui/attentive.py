"""Widgets that hear of another language or another look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

_Widget = QWidget if TYPE_CHECKING else object


class Attentive(_Widget):
    """Stands before the Qt class of a widget: it says all anew in another language, and draws anew in another look."""

    def retranslate(self) -> None:
        """Say all that is said, in the language that is now spoken."""
        raise NotImplementedError

    def recolour(self) -> None:
        """Draw what has colours of its own in those of the look that is now worn."""

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language or another look."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.recolour()
        super().changeEvent(event)

"""Widgets whose text changes with every edit, held at the largest size that they had.

Qt lays the whole window out anew, and paints it, when a widget may have become another size; not for one of fixed size.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_ANY = (1 << 24) - 1  # Qt's own QWIDGETSIZE_MAX, which PySide does not have


def hold(widget: QWidget) -> None:
    """As large as it wants to be now, or as it was."""
    wanted = widget.sizeHint().expandedTo(widget.minimumSize())
    if wanted != widget.minimumSize() or wanted != widget.maximumSize():
        widget.setFixedSize(wanted)


def free(widget: QWidget) -> None:
    """Any size again, before it says something of another kind."""
    widget.setMinimumSize(0, 0)
    widget.setMaximumSize(_ANY, _ANY)

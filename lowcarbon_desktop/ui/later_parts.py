"""The parts of the window that are made when they are first asked for: questions, a batch, reviews, the editor."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.asking import Asking
    from lowcarbon_desktop.ui.batching import Batching
    from lowcarbon_desktop.ui.editor_opening import Editors
    from lowcarbon_desktop.ui.review_pages import ReviewPages
    from lowcarbon_desktop.ui.reviewing import Reviewing
    from lowcarbon_desktop.ui.unopened import Unopened


class LaterParts(QMainWindow):
    """A window whose first paint waits for none of these."""

    @cached_property
    def asking(self) -> Asking:
        """The questions about files and lines, made when one is first asked."""
        from lowcarbon_desktop.ui.asking import Asking
        return Asking(self)

    @cached_property
    def batching(self) -> Batching:
        """What checks a whole folder, made when that is first asked for."""
        from lowcarbon_desktop.ui.batching import Batching
        return Batching(self.desk, self.tasks, self)

    @cached_property
    def reviewing(self) -> Reviewing:
        """What is done with a review as a whole, made when it is first used."""
        from lowcarbon_desktop.ui.reviewing import Reviewing
        return Reviewing(self)

    @cached_property
    def unopened(self) -> Unopened:
        """What tells of files that could not be opened, made with the first one."""
        from lowcarbon_desktop.ui.unopened import Unopened
        return Unopened(self.desk, self.messages, lambda path: self.reviewing.rescue(path))

    @cached_property
    def reviews(self) -> ReviewPages:
        """The commands about rounds and experts, made when one is first used."""
        from lowcarbon_desktop.ui.review_pages import ReviewPages
        return ReviewPages(self)

    @cached_property
    def editors(self) -> Editors:
        """The rubric editor, made when it is first wanted."""
        from lowcarbon_desktop.ui.editor_opening import Editors
        return Editors(self)

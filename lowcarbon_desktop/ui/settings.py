"""What the window remembers between runs: language, look, geometry, recent files, filter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_MAX = 12


def told_apart(paths: Sequence[Path]) -> tuple[str, ...]:
    """The names of the files, each with its folder where several bear it: 方案.xlsx — 厦门."""
    names = []
    for path in paths:
        others = [each for each in paths if each != path and each.name == path.name]
        folder = path.parent.name if all(each.parent.name != path.parent.name for each in others) else path.parent
        names.append(f"{path.name} — {folder}" if others else path.name)
    return tuple(names)


class Settings:
    """A typed coat over QSettings. Tests hand in one that writes to a file of their own."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store if store is not None else QSettings("LowCarbon", "LowCarbon Desktop")
        self._lang = ""

    @property
    def lang(self) -> str:
        """The language of the window and of what the core says; Chinese until the user says otherwise."""
        if not self._lang:  # it is asked for with every word
            self._lang = "en" if self._store.value("lang", "zh") == "en" else "zh"
        return self._lang

    @lang.setter
    def lang(self, lang: str) -> None:
        self._lang = "en" if lang == "en" else "zh"
        self._store.setValue("lang", lang)

    @property
    def look(self) -> str:
        """Light, dark or as the system has it."""
        look = self._store.value("look", "system")
        return look if look in ("light", "dark") else "system"

    @look.setter
    def look(self, look: str) -> None:
        self._store.setValue("look", look)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The plans opened last, the newest first; some may be gone by now."""
        return tuple(Path(each) for each in self._strings("recent"))

    def remember(self, path: Path) -> None:
        """Put a plan at the head of the recent ones."""
        kept = [str(path), *(str(each) for each in self.recent if each != path)]
        self._store.setValue("recent", kept[:RECENT_MAX])

    def forget_recent(self) -> None:
        """Empty the list of recent plans."""
        self._store.setValue("recent", [])

    @property
    def reviewer(self) -> str:
        """The name of whoever reviewed last on this desk."""
        return str(self._store.value("reviewer", "") or "")

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._store.setValue("reviewer", name)

    @property
    def outcomes(self) -> frozenset[str]:
        """The outcomes that the findings are filtered to; none means all."""
        return frozenset(self._strings("outcomes"))

    @outcomes.setter
    def outcomes(self, outcomes: frozenset[str]) -> None:
        self._store.setValue("outcomes", sorted(outcomes))

    @property
    def applicant(self) -> bool:
        """Whether plans are shown as their applicants see them."""
        return self._store.value("applicant") == "yes"

    @applicant.setter
    def applicant(self, applicant: bool) -> None:
        self._store.setValue("applicant", "yes" if applicant else "no")

    @property
    def watch(self) -> bool:
        """Whether the draft is checked again whenever it is saved."""
        return self._store.value("watch", "yes") == "yes"

    @watch.setter
    def watch(self, watch: bool) -> None:
        self._store.setValue("watch", "yes" if watch else "no")

    @property
    def criterion_page(self) -> bool:
        """Whether the page of the criterion is shown beside a finding, instead of what was found."""
        return str(self._store.value("criterion_page", "false")) == "true"

    @criterion_page.setter
    def criterion_page(self, shown: bool) -> None:
        self._store.setValue("criterion_page", "true" if shown else "false")

    def layout(self, name: str) -> QByteArray | None:
        """The remembered geometry of a window or splitter."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else None

    def keep_layout(self, name: str, layout: QByteArray) -> None:
        """Remember the geometry of a window or splitter."""
        self._store.setValue(f"layout/{name}", layout)

    def _strings(self, key: str) -> tuple[str, ...]:
        # An ini file gives back a list of one as a plain string and an empty one as None.
        value = self._store.value(key)
        if value is None or value == "":
            return ()
        return (value,) if isinstance(value, str) else tuple(str(each) for each in value)

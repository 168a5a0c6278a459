"""How the letters of a Word document look: hidden, struck out, white, tiny, by their own word or their style's."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lowcarbon_desktop.ingest.readers.docx_colours import WHITE, colour, ground, marker, unseen
from lowcarbon_desktop.ingest.readers.docx_styles import OFF, Style, Styles
from lowcarbon_desktop.ingest.readers.docx_tables import Tables, whole
from lowcarbon_desktop.ingest.readers.package import plain

_NO_STYLE = Style()
_SMALLEST = 5  # half points


@dataclass
class Run:
    """How the letters of a run look."""

    hidden: bool = False
    raised: bool = False
    struck: bool = False
    tiny: bool = False
    ink: str = ""
    ground: str = ""


@dataclass
class Paragraph:
    """A paragraph as it is being read."""

    text: list[str] = field(default_factory=list)
    style: str = ""
    own: Style = field(default_factory=Style)
    notes: list[str] = field(default_factory=list)
    struck: bool = False
    faint: bool = False
    ground: str = ""
    commented: bool = False
    sample: bool = False


class Looks(Tables):
    """Hears what is said of runs, and of the ground that they stand on."""

    def __init__(self, file: str, styles: Styles) -> None:
        super().__init__(file)
        self._styles = styles
        self._path: list[str] = []
        self._texts: list[Paragraph] = []
        self._run = Run()
        self._samples: list[bool] = []  # of each content control that is open, whether it shows a mere placeholder

    def _begin_r(self, *_: object) -> None:
        self._run = Run()
        style = self._texts[-1].style if self._texts else ""
        if style:
            self._looks(style)

    def _begin_rStyle(self, parent: str, value: str, _: object) -> None:
        if parent == "rPr" and self._path[-3:-2] == ["r"]:
            self._looks(value)

    def _looks(self, name: str) -> None:
        """A run looks as the style of its paragraph, or its own, says."""
        style = self._styles.of(name, _NO_STYLE)
        self._run.hidden |= bool(style.hidden)
        self._run.struck |= bool(style.struck)
        self._run.ink = style.ink or self._run.ink
        self._run.ground = style.ground or self._run.ground

    @property
    def _unseen(self) -> bool:
        """Whether the letters of the run are too small to be read, or have the colour of what lies under them."""
        cell = self._cells[-1] if self._cells else None
        below = self._run.ground or (self._texts[-1].ground if self._texts else "") or (
            cell.ground if cell is not None else "")
        return self._run.tiny or unseen(self._run.ink, below or WHITE)

    def _begin_color(self, parent: str, value: str, attributes: dict[str, str]) -> None:
        if parent == "rPr" and self._path[-3:-2] == ["r"]:
            self._run.ink = colour(value, plain(attributes).get("themeColor", ""))

    def _begin_sz(self, parent: str, value: str, _: object) -> None:
        self._run.tiny |= parent == "rPr" and self._path[-3:-2] == ["r"] and 0 < whole(value) < _SMALLEST

    def _begin_shd(self, parent: str, _: str, attributes: dict[str, str]) -> None:
        """White letters on a coloured ground can be read, be it the run's, the paragraph's or the cell's."""
        below = ground(plain(attributes))
        if parent == "rPr" and self._path[-3:-2] == ["r"]:
            self._run.ground = below or self._run.ground
        elif parent == "pPr" and self._texts:
            self._texts[-1].ground = below
        elif parent == "tcPr" and self._cells and self._cells[-1] is not None:
            self._cells[-1].ground = below

    def _begin_highlight(self, parent: str, value: str, _: object) -> None:
        if parent == "rPr" and self._path[-3:-2] == ["r"]:
            self._run.ground = marker(value) or self._run.ground

    def _begin_sdt(self, *_: object) -> None:
        self._samples.append(False)

    def _begin_showingPlcHdr(self, parent: str, value: str, _: object) -> None:
        """The control shows what it asks for, not what anybody has written into it."""
        if parent == "sdtPr" and self._samples:
            self._samples[-1] = value not in OFF

    def _finish_sdt(self) -> None:
        if self._samples:
            self._samples.pop()

    def _finish_r(self) -> None:
        self._run = Run()

    def _begin_vanish(self, parent: str, value: str, _: object) -> None:
        self._run.hidden = parent == "rPr" and self._path[-3:-2] == ["r"] and value not in OFF

    def _begin_strike(self, parent: str, value: str, _: object) -> None:
        if parent == "rPr" and self._path[-3:-2] == ["r"]:
            self._run.struck = value not in OFF

    _begin_dstrike = _begin_strike

    def _begin_vertAlign(self, parent: str, value: str, _: object) -> None:
        self._run.raised = parent == "rPr" and self._path[-3:-2] == ["r"] and value == "superscript"

    def _begin_hidden(self, parent: str, value: str, _: object) -> None:
        if parent == "trPr" and self._deleted and value not in OFF:
            self._deleted[-1] = True  # a row that is not printed

    def _begin_outlineLvl(self, parent: str, value: str, _: object) -> None:
        if parent == "pPr" and self._texts:
            self._texts[-1].own = replace(self._texts[-1].own, outline=whole(value))

    def _begin_numId(self, parent: str, value: str, _: object) -> None:
        if parent == "numPr" and self._texts:
            self._texts[-1].own = replace(self._texts[-1].own, number=value)

    def _begin_ilvl(self, parent: str, value: str, _: object) -> None:
        if parent == "numPr" and self._texts:
            self._texts[-1].own = replace(self._texts[-1].own, level=whole(value))

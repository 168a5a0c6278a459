"""The band at the top: whose plan it is, as of when, the counts by severity, and the score as an interval."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lowcarbon_desktop.checks import Assessment, Counts
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.rubric.model import SEVERITIES
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.details_html import place_name
from lowcarbon_desktop.ui.markup import escape
from lowcarbon_desktop.ui.region_chooser import RegionChooser
from lowcarbon_desktop.ui.score_bar import ScoreBar
from lowcarbon_desktop.ui.steady import free, hold

_ABOUT = 34
"""Characters that what it is about needs beside the numbers."""


class SummaryBand(QFrame):
    """Counts by severity come first; the points stand beside them and never hide what is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title, self.about = QLabel(self), QLabel(self)
        self.about.setWordWrap(True)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.about.linkActivated.connect(lambda _: self.ask_yardstick())
        self.chooser = RegionChooser(desk, self)
        self.counts = {severity: QLabel(self) for severity in SEVERITIES}
        self.points, self.bar = QLabel(self), ScoreBar(self)
        for label in (self.title, self.about, self.points, *self.counts.values()):
            label.setTextFormat(Qt.TextFormat.RichText)
        who = self._who = QVBoxLayout()
        who.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title)
        first.addWidget(self.chooser)
        first.addStretch()
        who.addLayout(first)
        who.addWidget(self.about)
        score = QVBoxLayout()
        score.setSpacing(5)
        score.addStretch()
        score.addWidget(self.points, 0, Qt.AlignmentFlag.AlignLeft)
        score.addWidget(self.bar)
        score.addStretch()
        self._numbers = QHBoxLayout()
        self._numbers.setSpacing(26)
        for label in self.counts.values():
            self._numbers.addWidget(label)
        self._numbers.addLayout(score, 1)
        box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        box.setContentsMargins(14, 9, 14, 9)
        box.setSpacing(26)
        box.addLayout(who, 1)
        box.addLayout(self._numbers, 1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)

    def refresh(self) -> None:
        """Say what is so now."""
        session = self._desk.current
        if session is None:
            return
        assessment = session.weighed  # once a person has spoken, that counts
        self._say_who(assessment)
        self.chooser.refresh(session)
        for severity, label in self.counts.items():
            _put(label, self._count(severity, assessment.counts[severity]))
        self._say_score(assessment)

    def minimumSizeHint(self) -> QSize:
        """The numbers fit; whose plan it is goes above them where it would have little room beside them."""
        left, _, right, _ = self.layout().getContentsMargins()
        return QSize(self._numbers.minimumSize().width() + left + right, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        box = self.layout()
        room = self.width() - self._numbers.minimumSize().width()
        narrow = room < max(self.fontMetrics().averageCharWidth() * _ABOUT, self._who.minimumSize().width() + 60)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if box.direction() != way:
            box.setDirection(way)
            box.setSpacing(8 if narrow else 26)

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language or another look."""
        if event.type() == QEvent.Type.LanguageChange:
            for label in (self.points, *self.counts.values()):
                free(label)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and self.title.text():
            self.refresh()
        super().changeEvent(event)

    def _say_who(self, assessment: Assessment) -> None:
        plan, rubric, lang = assessment.plan, assessment.rubric, self._desk.settings.lang
        if plan.region is None:
            name, province = self.tr("Place not known"), ""
        else:
            name = plan.region.english if lang == "en" else plan.region.full_name
            province = "" if plan.region.province == plan.region.name else place_name(self._desk, plan.region.province)
        muted = theme.ink("muted", self.palette()).name()
        _put(self.title, f"<span style='font-size:x-large'><b>{escape(name)}</b></span>"
             f"<span style='color:{muted}'> &nbsp;{escape(province)}</span>")
        files = ("、" if lang == "zh" else ", ").join(each.name for each in plan.files)
        as_of = ""
        if plan.as_of is not None:
            why = self._desk.word(f"date-{plan.as_of_from}")
            day = self._desk.word("as-of-from", date=plan.as_of.isoformat(), source=why)
            as_of = self._desk.word("as-of-said", date=day)
        title = f"{self._desk.say(rubric.title)} {rubric.version}"
        link = f"<a href='yardstick' style='color:{muted}'>{escape(title)}</a>"
        text = " &nbsp;·&nbsp; ".join((*(escape(part) for part in (files, as_of) if part), link))
        _put(self.about, f"<span style='color:{muted}'>{text}</span>")
        how = self.tr("Another rubric, tailoring or date: Ctrl+Shift+R")
        self.about.setToolTip("\n".join((files, as_of, title, how)))

    def ask_yardstick(self) -> None:
        """Let the user choose by what the plan is judged."""
        from lowcarbon_desktop.ui.yardstick_dialog import YardstickDialog

        YardstickDialog(self._desk, self.window()).exec()

    def _count(self, severity: str, counts: Counts) -> str:
        palette = self.palette()
        muted = theme.ink("muted", palette).name()
        parts = []
        for count, word, shade in ((counts.failed, "failed", "fail"), (counts.open, "open", "cannot_tell"),
                                   (counts.passed, "passed", "pass")):
            tone = theme.ink(shade, palette).name() if count else muted
            strong = f"<span style='font-size:large'><b>{count}</b></span>" if count else "0"
            parts.append(f"<span style='color:{tone}'>{strong} {escape(self._desk.word(word))}</span>")
        return (f"<span style='color:{muted}'>{escape(self._desk.word(severity))}</span><br>"
                + " &nbsp; ".join(parts))

    def _say_score(self, assessment: Assessment) -> None:
        score, muted = assessment.score, theme.ink("muted", self.palette()).name()
        ends = number(score.low) if score.final else f"{number(score.low)}–{number(score.high)}"
        state = self.tr("final") if score.final else self.tr("{count} open").format(count=score.open)
        heading = escape(self.tr("Score"))
        if assessment.rubric.own_points:
            state += " · " + self.tr("own points")
            self.points.setToolTip(self._desk.word("own-points"))
        _put(self.points, f"<span style='color:{muted}'>{heading}</span> &nbsp;<b>{ends}</b>"
             f" <span style='color:{muted}'>/ 100 &nbsp; {escape(state)}</span>")
        self.bar.show_score(score)
        self.bar.setAccessibleName(self.tr("Score from {low} to {high} of 100").format(
            low=number(score.low), high=number(score.high)))
        self.bar.setToolTip(self.tr("Solid: points that are settled. Hatched: what the open items may still bring."))


def _put(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
        if not label.wordWrap():
            hold(label)

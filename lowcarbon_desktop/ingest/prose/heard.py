"""What a sentence has said so far: of what, when, how firmly, of which part, and the figures in it."""

from __future__ import annotations

from lowcarbon_desktop.ingest.prose.bases import Calendar
from lowcarbon_desktop.ingest.prose.figure import Figure
from lowcarbon_desktop.ingest.prose.names import Names
from lowcarbon_desktop.ingest.prose.parts import Parts
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.spoken import OWN, Spoken
from lowcarbon_desktop.ingest.prose.times import Times
from lowcarbon_desktop.ingest.prose.tone import Tone
from lowcarbon_desktop.ingest.prose.topic import Topic
from lowcarbon_desktop.ingest.rows import Tools
from lowcarbon_desktop.plan import Reading
from lowcarbon_desktop.text.numerals import Digits

_NO_CALENDAR = Calendar()


class Heard:
    """The state of a sentence while its clauses are heard; `clause` is the last one, `text` that in digits.

    What is said of `past` and the years before it is no target. `before` is the only value of the sentence before,
    `calendar` holds the years of the whole application, `behind` is the sentence before it in its paragraph.
    `since` is the year from which a change starts, `changes` whether the amount before is such an origin, `passing`
    whether it was a part of the way, `announced` what a colon stands behind: 碳排放总量控制目标：2015年2800万吨.
    """

    def __init__(self, sentence: Sentence, times: Times, names: Names, tools: Tools, past: int,
                 before: Reading | None = None, calendar: Calendar = _NO_CALENDAR, behind: str = "") -> None:
        self.sentence, self.times, self.names, self.tools, self.past = sentence, times, names, tools, past
        self.before, self.calendar = before, calendar
        self.topic = Topic(names, sentence.headings[-1] if sentence.headings else "")
        self.tone, self.parts = Tone(sentence), Parts(sentence, before=behind)
        self.clause, self.text = Spoken("", OWN), Digits("", "")
        self.outside: tuple[int, ...] = ()
        self.since: tuple[int, ...] = ()
        self.changes = self.passing = False
        self.announced = ""
        self.figures: list[Figure] = []

    def base_all(self, base: int) -> None:
        """Give a base year to the changes of the sentence that have none."""
        self.figures = [each.based(base, self.tools.register) for each in self.figures]

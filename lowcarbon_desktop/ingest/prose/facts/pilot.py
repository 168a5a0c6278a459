"""The pilot implementation plan: as a rule the very document, known by its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lowcarbon_desktop.ingest.prose.facts.clauses import Text
from lowcarbon_desktop.ingest.prose.facts.mood import mood
from lowcarbon_desktop.ingest.prose.facts.saying import Saying
from lowcarbon_desktop.ingest.prose.facts.things import Thing, statements

_NAME = r"低碳[^,;。《》:]{0,12}?试点[^,;。《》:]{0,10}?方案"
_TITLE = (rf"[^,;。:《》]{{0,30}}?{_NAME}(?:\([^()]{{1,24}}\))*[》]?(?:\(?(?:征求意见稿|送审稿|报批稿|初稿|讨论稿"
          rf"|修改稿|草案)\)?)?")
_OPENING = 40
PILOT = Thing(("试点",), rf"(?P<phrase>[^,;。的了《》:]{{0,24}}?){_NAME}(?:\([^()]{{1,20}}\))*[》]?",
              "编制完成|编制|制定|制订|印发|上报|报送|批复|批准|实施|提交|形成|完成|起草|修改", ready="批复|上报"
                                                                                                      "|报送|印发"
                                                                                                      "|批准"
                                                                                                      "|编制完成"
                                                                                                      "|通过",
              bare="in_preparation", label="试点(?:工作)?(?:实施)?方案")
_THIS = re.compile(r"(?:制定|编制|形成)(?:了)?本(?:实施)?方案")


@cache
def _title() -> re.Pattern[str]:
    return re.compile(_TITLE)


def pilot_plan(text: Text) -> Iterator[Saying]:
    """A document that bears the title is the plan; otherwise what is said of it counts, as for other documents."""
    file, first = None, 0
    for sentence in text.sentences:
        if sentence.where.file != file:
            file, first = sentence.where.file, sentence.paragraph
        title = sentence.plain.removeprefix("《")
        titled = sentence.paragraph - first < _OPENING and _title().fullmatch(title) is not None
        if titled and text.actors.named(title) is not False:
            yield Saying("stated", sentence)
    for clause in text.clauses:
        this = _THIS.search(clause.text)
        if this is not None and clause.states and "试点" in clause.about and "低碳" in clause.about:
            near = clause.text[clause.text.rfind(",", 0, this.start()) + 1:this.end()]
            yield Saying(mood(near) or "stated", clause.sentence)
        for each in statements(clause, PILOT, text.actors):
            if each.own and not _title().fullmatch(clause.text.removeprefix("《")):
                yield Saying(each.state, clause.sentence)

"""The leading group: set up, planned or denied in words, or shown by who heads it."""

from __future__ import annotations

from collections.abc import Iterator

from lowcarbon_desktop.ingest.prose.facts.clauses import Text
from lowcarbon_desktop.ingest.prose.facts.groups import THING, gone, kind_of
from lowcarbon_desktop.ingest.prose.facts.heads import leading_group_head
from lowcarbon_desktop.ingest.prose.facts.offices import leading_group_office
from lowcarbon_desktop.ingest.prose.facts.saying import Saying
from lowcarbon_desktop.ingest.prose.facts.things import statements


def leading_group(text: Text) -> Iterator[Saying]:
    """What is said of it; one for energy saving alone, or a department's, is a mention that the reviewer looks at."""
    said = tuple(_said(text))
    yield from said
    if {each.state for each in said} <= {"unknown"}:  # what has an office is set up
        yield from (Saying("stated", each.sentence) for each in leading_group_office(text) if each.state == "stated")


def _said(text: Text) -> Iterator[Saying]:
    known = False
    for clause in text.clauses:
        for each in statements(clause, THING, text.actors):
            kind = kind_of(each.name, each.verb, clause, text)
            known = known or kind == "own"
            this = known and kind != "foreign" and each.name["phrase"].endswith(("该", "此", "上述"))
            if (kind == "own" or this) and clause.states and gone(clause, each.name):
                replaced = "原" in each.name["phrase"]  # 原低碳领导小组已撤销，新成立……
                yield Saying("unknown" if replaced else "absent", clause.sentence)
            elif kind in ("own", "unsure"):
                yield Saying(each.state if kind == "own" else "unknown", clause.sentence)
    for head in leading_group_head(text):
        if head.state in ("stated", "in_preparation"):
            yield Saying(head.state, head.sentence)

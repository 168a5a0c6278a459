"""A coverage matrix: each document of the planning system present, in preparation or absent, with number and date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Known, Parameter
from lowcarbon_desktop.checks.passages import passages_with
from lowcarbon_desktop.checks.topics import faulty
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.plan import Evidence

_RANK = ("stated", "in_preparation", "mentioned")
_MOST = 50


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One cell a document: first those that are facts, then those that are looked for by their names."""
    topics = parameters["topics"]
    assert isinstance(topics, Mapping)
    cells = [_fact(str(id), context) for id in parameters["facts"]]  # type: ignore[attr-defined]
    cells += [_topic(topic, context) for topic in topics.values()]
    states = Counter(state for state, _ in cells)
    head = message("matrix-count", of=len(cells), stated=states["stated"], preparing=states["in_preparation"],
                   absent=states["absent"], open=states["mentioned"] + states["conflict"] + states["unknown"])
    return Judgement((Detail("judgement", head, settled=False), *(detail for _, detail in cells)))


def _fact(id: str, context: Context) -> tuple[str, Detail]:
    fact = context.plan.fact(id)
    words = fact.evidence[0].text if fact.evidence else ""
    return _cell(fact.state, context.facts[id].name, fact.evidence, words, fact.settled)


def _topic(topic: Mapping[str, object], context: Context) -> tuple[str, Detail]:
    words = topic["words"]
    assert isinstance(words, list)
    name = Text(str(topic["zh"]), str(topic["en"]))
    found, _ = passages_with(context.plan, words, _MOST)
    if not found:
        return _cell("absent" if context.plan.whole else "unknown", name, (), "")
    from lowcarbon_desktop.checks.documents import clause_of, state_in

    said = {clause_of(each.text, words): each for each in reversed(found)}
    best = min(reversed(said), key=lambda each: _RANK.index(state_in(each)))
    return _cell(state_in(best), name, (said[best],), best)


def _cell(state: str, name: Text, evidence: tuple[Evidence, ...], words: str,
          settled: bool = False) -> tuple[str, Detail]:
    about: Message | str = ""
    if words:
        from lowcarbon_desktop.checks.documents import printed

        about = printed(words)
    said = message(f"matrix-{state.replace('_', '-')}", document=name, printed=about)
    return state, Detail("judgement", said, evidence=evidence, settled=settled)


def verify(parameters: Arguments, known: Known) -> tuple[tuple[str, Message], ...]:
    """Every document that is looked for needs a name in both languages and words."""
    return faulty(parameters, "topics")


KIND = Kind(
    "coverage-matrix", Text("文件覆盖表", "Coverage matrix"),
    (Parameter("facts", "facts", Text("作为事项识别的文件", "documents that are facts")),
     Parameter("topics", "table", Text("按名称查找的文件：名称和词语", "documents looked for by name"))),
    judge, verify)

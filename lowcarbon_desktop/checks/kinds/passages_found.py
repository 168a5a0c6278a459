"""Passages for the reviewer: where does the plan speak of a thing? The judgement stays with the reviewer."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Known, Parameter
from lowcarbon_desktop.checks.passages import passages_with
from lowcarbon_desktop.checks.topics import faulty
from lowcarbon_desktop.errors import Message, Text, message


def judge(parameters: Arguments, context: Context) -> Judgement:
    """First a word on the whole, then one detail a topic with its passages; found or not, the outcome is judgement.

    With a `concern` it says which weakness it points to that a whole document is silent on a topic.
    """
    if not context.plan.passages:
        return Judgement((Detail("judgement", message("passages-no-text")),))
    topics = parameters["topics"]
    assert isinstance(topics, Mapping)
    details = tuple(_topic(topic, context) for topic in topics.values())
    missing = tuple(Text(topic["zh"], topic["en"]) for topic, detail in zip(topics.values(), details, strict=True)
                    if not detail.evidence)
    if parameters.get("concern") is not None and missing and context.plan.whole:
        head = message("passages-concern", concern=parameters["concern"], missing=missing)
        return Judgement((Detail("judgement", head, settled=False), *details))
    code = "passages-all" if not missing else "passages-none" if len(missing) == len(details) else "passages-some"
    head = message(code, found=len(details) - len(missing), of=len(details), missing=missing)
    return Judgement((Detail("judgement", head, settled=False), *details))


def _topic(topic: Mapping[str, object], context: Context) -> Detail:
    words = topic["words"]
    assert isinstance(words, list)
    evidence, count = passages_with(context.plan, words)
    name = Text(str(topic["zh"]), str(topic["en"]))
    if not evidence:
        return Detail("judgement", message("passages-topic-none", topic=name, words=tuple(words)), settled=False)
    return Detail("judgement", message("passages-topic", topic=name, count=count), evidence=evidence, settled=False)


def verify(parameters: Arguments, known: Known) -> tuple[tuple[str, Message], ...]:
    """Every topic needs a name in both languages and at least one word to look for."""
    return faulty(parameters, "topics")


KIND = Kind(
    "passages-found", Text("查找有关段落", "Passages found"),
    (Parameter("topics", "table", Text("要查找的内容：名称和词语", "what to look for: its name and the words")),
     Parameter("concern", "wording", Text("全文缺少任一项时提示的不足", "what a missing topic points to"),
               required=False)),
    judge, verify)

"""Topics: things to look for in a text, each with a name in both languages and the words that show it."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.errors import Message, message

_TOPIC = {"zh", "en", "words"}


def faulty(parameters: Mapping[str, object], name: str) -> tuple[tuple[str, Message], ...]:
    """(parameter, what is wrong) for every topic of this parameter that lacks a name or words."""
    topics = parameters[name]
    assert isinstance(topics, Mapping)
    return tuple((name, message("rubric-topic", topic=str(id))) for id, topic in topics.items() if not _right(topic))


def _right(topic: object) -> bool:
    if not isinstance(topic, dict) or set(topic) != _TOPIC:
        return False
    named = all(isinstance(topic[lang], str) and topic[lang].strip() for lang in ("zh", "en"))
    words = topic["words"]
    return named and isinstance(words, list) and bool(words) and all(
        isinstance(word, str) and len(word.strip()) > 1 for word in words)

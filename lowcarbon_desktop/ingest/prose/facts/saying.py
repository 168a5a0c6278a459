"""What one sentence says of a fact, and what all of them say together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.plan import Evidence, Fact

MOST = 5  # sentences kept as evidence: a reviewer reads the first and looks up the others
_ORDER = ("stated", "in_preparation", "absent", "unknown")


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence and what it says of a fact.

    `state` is stated, in_preparation, absent (denied in words) or unknown (spoken of, but neither said nor denied).
    `beside` is the next cell of a form, where it holds a part of what is said. Values of one `key` exclude each other,
    those of several add up: two funds, inventories of two years.
    """

    state: str
    sentence: Sentence
    value: str | None = None
    beside: Sentence | None = None
    key: str = ""


def fact_of(id: str, sayings: Sequence[Saying]) -> Fact | None:
    """The fact by all that is said of it, the decisive sentence first; None where nothing is.

    What is stated outweighs what was still planned or only mentioned elsewhere; but stated and denied, or stated with
    two values, is a conflict.
    """
    sayings = [each if each.sentence.trouble is None else replace(each, state="unknown", value=None)
               for each in sayings]  # words that may be misread show where to look, and state nothing
    by_state = {state: [each for each in sayings if each.state == state] for state in _ORDER}
    state = next((state for state in _ORDER if by_state[state]), None)
    if state is None:
        return None
    decisive = by_state[state]
    values = _distinct(decisive)
    keys = [each.key for each in values]
    denied = [each for each in by_state["absent"] if not each.key or each.key in keys]  # not 2011年清单尚未编制
    if state == "stated" and (denied or len(set(keys)) < len(keys)):
        return Fact(id, "conflict", evidence=_evidence([decisive[0], *values, *denied, *decisive]),
                    values=tuple(str(each.value) for each in values))
    value = "；".join(str(each.value) for each in values) or None if state in ("stated", "in_preparation") else None
    others = by_state["unknown"] if state == "unknown" else [each for each in sayings if each.state != "unknown"]
    return Fact(id, state, value, evidence=_evidence([*values, *decisive, *others]))


def _distinct(sayings: Sequence[Saying]) -> list[Saying]:
    """One saying a value, without those that say no more than another does: a fund named again without its amount."""
    first = {each.value: each for each in reversed(sayings) if each.value is not None}
    return [each for each in sayings if first.get(each.value) is each
            and not any(str(each.value) in str(other) for other in first if other != each.value)]


def _evidence(sayings: Iterable[Saying]) -> tuple[Evidence, ...]:
    kept = dict.fromkeys((sentence.text, sentence.where) for each in sayings
                         for sentence in (each.sentence, each.beside) if sentence is not None)
    return tuple(Evidence(text, where) for text, where in list(kept)[:MOST])

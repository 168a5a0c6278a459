"""The thresholds that a criterion's words quote, {line} or {tolerance}: they stand once, and are put in when bound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lowcarbon_desktop.checks.kind import Known
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.rubric import Criterion
from lowcarbon_desktop.wording.meant import meant

TEXTS = ("title", "rationale", "remedy", "evidence")


def quoting(criterion: Criterion) -> bool:
    """Whether its words have any place to be filled."""
    return any("{" in text.zh or "{" in text.en or "}" in text.zh or "}" in text.en
               for text in (criterion.title, criterion.rationale, criterion.remedy, criterion.evidence))


def filled(criterion: Criterion, parameters: Mapping[str, object], line: Line | None,
           known: Known) -> tuple[Criterion, list[tuple[str, Message]]]:
    """The criterion with every {place} filled, and (".title", what is wrong) for those that cannot be.

    A place is the name of a parameter, or of the nation's line that it is held to: line, ambition, document.
    """
    values = {**_of_parameters(parameters, known), **_of_line(line)}
    wrong: list[tuple[str, Message]] = []
    texts: dict[str, Text] = {}
    for key in TEXTS:
        text: Text = getattr(criterion, key)
        zh, en = (_fill(getattr(text, lang), values, lang, f".{key}", wrong) for lang in ("zh", "en"))
        texts[key] = Text(zh, en)
    return replace(criterion, **texts), list(dict.fromkeys(wrong))


def _of_parameters(parameters: Mapping[str, object], known: Known) -> dict[str, Text]:
    return {name: in_words(value, known) for name, value in parameters.items() if value is not None}


def _of_line(line: Line | None) -> dict[str, Text]:
    if line is None:
        return {}
    values = {"line": _amount(line.low, line.unit), "document": Text(line.document, line.document)}
    return values if line.high is None else {**values, "ambition": _amount(line.high, line.unit)}


def _amount(value: float, unit: str) -> Text:
    return Text(f"{number(value)}{unit}", f"{number(value)} {unit}")


def in_words(value: object, known: Known) -> Text:
    """A bound parameter in words: the name of an indicator or fact, a number as people write it, a list, topics."""
    if isinstance(value, Text):
        return value
    if isinstance(value, tuple):
        each = [in_words(one, known) for one in value]
        return Text("、".join(one.zh for one in each), ", ".join(one.en for one in each))
    if isinstance(value, Mapping):  # topics: a name and the words to look for
        topics = [(str(one["zh"]), str(one["en"]), "、".join(one["words"])) for one in value.values()]
        return Text("；".join(f"{zh}（{words}）" for zh, _, words in topics),
                    "; ".join(f"{en} ({words})" for _, en, words in topics))
    if isinstance(value, float):
        return Text(number(value), number(value))
    word = str(value)
    if word in known.register.indicators:
        return known.register.name(word)
    return known.facts[word].name if word in known.facts else Text(word, word)


def _fill(text: str, values: Mapping[str, Text], lang: str, path: str, wrong: list[tuple[str, Message]]) -> str:
    parts = text.split("{")
    done = [parts[0]]
    if "}" in parts[0]:
        wrong.append((path, message("rubric-brace")))
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        if not closed or "}" in rest:
            wrong.append((path, message("rubric-brace")))
        elif name not in values:
            wrong.append((path, _unknown(name, values)))
        else:
            done.append(values[name].of(lang))
        done.append(rest)
    return "".join(done)


def _unknown(name: str, values: Iterable[str]) -> Message:
    return message("rubric-no-place", place=name, known=tuple(values), meant=meant(name, values))

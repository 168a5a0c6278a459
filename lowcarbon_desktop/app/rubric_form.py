"""The form of a criterion: its fields as their types want them, those of its kind of check among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.rubric_draft import Draft, Entry, Where, text_of
from lowcarbon_desktop.checks.kind import NO_UNIT, Parameter
from lowcarbon_desktop.checks.parameters import SINGULAR, YEARS
from lowcarbon_desktop.checks.table import KINDS
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.rubric.criterion import KEYS
from lowcarbon_desktop.rubric.edit_data import value_at
from lowcarbon_desktop.rubric.model import ERRORS, EXECUTABILITIES, LEVELS, SEVERITIES
from lowcarbon_desktop.wording import known

Choice = tuple[str, Message | Text]


class FormField(NamedTuple):
    """One field. `value` is what is written, None where nothing is.

    `type` is: id, line, both (a text in two languages), number, flag, day, choice, choices, words, topics, grades,
    headings, or stranger (a parameter that the kind does not have). `choices` are (value, name); a `choice` that is
    not `required` may be left open. `low` and `high` bound a number, which is `whole` or not.
    """

    path: Where
    label: Message | Text
    type: str
    value: object = None
    required: bool = True
    choices: tuple[Choice, ...] = ()
    low: float | None = None
    high: float | None = None
    whole: bool = False
    unit: Text = NO_UNIT
    hint: Message | Text | None = None


class Group(NamedTuple):
    """Fields under one heading; `words` stand below it."""

    heading: Message
    fields: tuple[FormField, ...]
    words: Message | None = None


def form(entry: Entry, draft: Draft, reference: Reference) -> tuple[Group, ...]:
    """The groups of fields of a criterion, as its kind of check asks for them now."""
    data = entry.data
    dimensions = tuple((str(each.get("id")), text_of(each.get("title"))) for each in _maps(draft.head, "dimensions"))
    kind = KINDS.get(str(data.get("check", "")))
    kinds = tuple((each.id, each.name) for each in KINDS.values())
    indicators = _indicators(reference)
    check = [FormField(("check",), _key("check"), "choice", data.get("check"), choices=kinds)]
    check += [_parameter(each, value_at(data, ("with", each.name)), reference) for each in
              (kind.parameters if kind is not None else ())]
    check += _strangers(data, {each.name for each in kind.parameters} if kind is not None else set())
    grades = [FormField(("grades",), _key("grades"), "grades", data.get("grades"), False,
                        hint=message("form-grades-hint"))] if kind is None or kind.margins or "grades" in data else []
    return (
        Group(message("form-about"), (
            FormField(("id",), _key("id"), "id", data.get("id"), hint=message("form-id-hint")),
            *_both(data, "number", "title", "rationale"))),
        Group(message("form-weight"), (
            FormField(("severity",), _key("severity"), "choice", data.get("severity"),
                      choices=_choices("rubric-severity", SEVERITIES)),
            FormField(("dimension",), _key("dimension"), "choice", data.get("dimension"), choices=dimensions),
            FormField(("points",), _key("points"), "number", data.get("points"), low=0),
            FormField(("executability",), _key("executability"), "choice", data.get("executability"),
                      choices=_choices("page-executability", EXECUTABILITIES)),
            FormField(("errs",), _key("errs"), "choice", data.get("errs"), data.get("executability") != "automatic",
                      _choices("page-errs", ERRORS)),
            FormField(("locked",), _key("locked"), "flag", data.get("locked"), False,
                      hint=message("rubric-locked")))),
        Group(_key("check"), (*check, *grades), message(f"kind-{kind.id}") if kind is not None else None),
        Group(_key("applies"), (
            FormField(("applies", "levels"), message("form-levels"), "choices", value_at(data, ("applies", "levels")),
                      False, _choices("rubric-level", LEVELS)),
            FormField(("applies", "indicators"), message("form-indicators"), "choices",
                      value_at(data, ("applies", "indicators")), False, indicators),
            *(FormField(("applies", key), message(f"form-{key}"), "day", value_at(data, ("applies", key)), False)
              for key in ("since", "until")))),
        Group(message("form-grounds"), (
            FormField(("source", "section"), message("form-section"), "line", value_at(data, ("source", "section"))),
            FormField(("source", "table"), message("form-table"), "line", value_at(data, ("source", "table")), False),
            FormField(("source", "document"), message("form-document"), "both",
                      value_at(data, ("source", "document")), False, hint=message("form-document-hint")),
            *_both(data, "remedy", "evidence"),
            FormField(("former",), _key("former"), "words", data.get("former"), False))))


def head_form(draft: Draft) -> tuple[Group, ...]:
    """The fields of the rubric itself."""
    head = draft.head
    return (Group(message("form-rubric"), (
        FormField(("id",), _key("id"), "line", head.get("id"), hint=message("form-rubric-id-hint")),
        FormField(("version",), _key("version"), "line", head.get("version"), hint=message("form-version-hint")),
        *(FormField((key,), _key(key), "both", head.get(key)) for key in ("title", "serves")),
        FormField(("date",), _key("date"), "day", head.get("date"), hint=message("form-date-hint")),
        FormField(("document",), message("form-document"), "both", head.get("document")),
        *(FormField((key,), _key(key), "headings", head.get(key), hint=message("form-headings-hint"))
          for key in ("sections", "dimensions")),
        FormField(("own_points",), _key("own_points"), "flag", head.get("own_points"), False),
        FormField(("total_points",), message("form-total"), "number", head.get("total_points"), False, low=0))),)


def _parameter(each: Parameter, value: object, reference: Reference) -> FormField:
    one = SINGULAR.get(each.type, each.type)
    many = each.type in SINGULAR
    path = ("with", each.name)
    hint = message("form-parameter", name=each.name)
    if one in ("indicator", "fact", "choice"):
        choices = {"indicator": _indicators(reference), "choice": _named(each.choices), "fact": tuple(
            (id, kind.name) for id, kind in reference.facts.items())}[one]
        return FormField(path, each.hint, "choices" if many else "choice", value, each.required, choices, hint=hint)
    type_ = {"year": "number", "int": "number", "text": "line", "wording": "both", "table": "topics"}.get(one, one)
    low, high = (each.low, each.high) if one != "year" else (each.low or YEARS[0], each.high or YEARS[1])
    return FormField(path, each.hint, "words" if many else type_, value, each.required, (), low, high,
                     one in ("year", "int"), each.unit, hint)


def _strangers(data: Mapping[str, object], names: Iterable[str]) -> list[FormField]:
    """Parameters that the kind does not have: shown, so that they can be taken away."""
    given = data.get("with")
    return [FormField(("with", name), message("form-stranger", name=str(name)), "stranger", value, False)
            for name, value in (given.items() if isinstance(given, Mapping) else ()) if name not in set(names)]


def _both(data: Mapping[str, object], *keys: str) -> tuple[FormField, ...]:
    return tuple(FormField((key,), _key(key), "both", data.get(key), KEYS[key]) for key in keys)


def _key(name: str) -> Message:
    return message(f"rubric-key-{name.replace('_', '-')}")


def _choices(prefix: str, values: Iterable[str]) -> tuple[Choice, ...]:
    return tuple((each, message(f"{prefix}-{each.replace('_', '-')}")) for each in values)


def _named(values: Iterable[str]) -> tuple[Choice, ...]:
    return tuple((each, choice_said(each)) for each in values)


def choice_said(value: str) -> Message | Text:
    """A choice of a parameter, in words where there are some."""
    code = f"form-choice-{value}"
    return message(code) if known(code, "zh") else Text(value, value)


def _indicators(reference: Reference) -> tuple[Choice, ...]:
    return tuple((each.id, each.name) for each in reference.register)


def _maps(head: Mapping[str, object], key: str) -> list[Mapping]:
    value = head.get(key)
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []

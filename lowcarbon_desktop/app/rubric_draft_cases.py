"""Changes to the cases of a criterion while its rubric is edited: put, add, duplicate, remove."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.app.rubric_draft import Draft, Where, as_list
from lowcarbon_desktop.rubric import edit_list
from lowcarbon_desktop.rubric.edit import drop, plain_of, put

ORDER = ("name", "region", "as_of", "whole", "table", "text", "facts", "lines", "plan", "peers", "outcome", "severity",
         "code", "margin", "settled")


def cases(draft: Draft, id: str) -> tuple[Mapping[str, object], ...]:
    """The cases of a criterion as they are written; none where the file cannot be read."""
    text = draft.texts.get(_file(id))
    data = _plain(text) if text is not None else {}
    return tuple(each if isinstance(each, Mapping) else {} for each in as_list(data.get("cases")))


def put_case(draft: Draft, id: str, place: int, path: Where, value: object) -> Draft:
    """Another value of one field of a case, ("plan", "region"); None takes the key away. Raises UsageError."""
    text, where = draft.texts[_file(id)], ("cases", place, *path)
    return draft.with_text(_file(id), put(text, where, value, ORDER) if value is not None else drop(text, where))


def add_case(draft: Draft, id: str, name: str) -> Draft:
    """One more case at the end, of a plan of which nothing is known yet."""
    made = {"name": name, "plan": {"whole": False}, "outcome": "cannot_tell"}
    text = draft.texts.get(_file(id))
    if text is None:
        return draft.with_text(_file(id), put(f"criterion: {id}\ncases: []\n", ("cases",), [made]))
    return draft.with_text(_file(id), edit_list.insert(text, ("cases",), len(cases(draft, id)), made))


def duplicate_case(draft: Draft, id: str, place: int, name: str) -> Draft:
    """A case a second time, right after the first, under another name."""
    draft = draft.with_text(_file(id), edit_list.duplicate(draft.texts[_file(id)], ("cases",), place))
    return put_case(draft, id, place + 1, ("name",), name)


def remove_case(draft: Draft, id: str, place: int) -> Draft:
    """The draft without a case; with the last one the file goes."""
    if len(cases(draft, id)) <= 1:
        return draft.without_file(_file(id))
    return draft.with_text(_file(id), edit_list.remove(draft.texts[_file(id)], ("cases",), place))


def _file(id: str) -> str:
    return f"cases/{id}.yaml"


def _plain(text: str) -> Mapping[str, object]:
    from lowcarbon_desktop.errors import UsageError

    try:
        data = plain_of(text)
    except UsageError:
        return {}
    return data if isinstance(data, Mapping) else {}

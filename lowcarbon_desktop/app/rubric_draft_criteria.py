"""Changes to a criterion of a rubric that is edited, or to its head: another value, another id, one more or less."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.app.rubric_draft import Draft, Entry, Where, as_list, maps_in, text_of
from lowcarbon_desktop.errors import Text, UsageError, message
from lowcarbon_desktop.rubric import edit_list
from lowcarbon_desktop.rubric.criterion import KEYS
from lowcarbon_desktop.rubric.edit import drop, put
from lowcarbon_desktop.rubric.model import FILE
from lowcarbon_desktop.rubric.signs import is_id

ORDER = tuple(KEYS)


def put_field(draft: Draft, id: str, path: Where, value: object) -> Draft:
    """Another value of one field of a criterion; None takes the key away, and what is left empty round it."""
    entry = draft.entry(id)
    text, place = draft.texts[entry.file], (*entry.path, *path)
    if value is not None:
        return draft.with_text(entry.file, put(text, place, value, ORDER))
    above = entry.data
    for step in path[:-1]:
        above = above.get(step) if isinstance(above, Mapping) else None
    alone = len(path) > 1 and isinstance(above, Mapping) and set(above) <= {path[-1]}
    return draft.with_text(entry.file, drop(text, place[:-1] if alone else place))


def put_head(draft: Draft, path: Where, value: object) -> Draft:
    """Another value of one field of rubric.yaml; None takes it away."""
    text = draft.texts[FILE]
    return draft.with_text(FILE, put(text, path, value) if value is not None else drop(text, path))


def rename(draft: Draft, old: str, new: str) -> Draft:
    """Another id of a criterion, the old one kept among its former ones. Raises UsageError."""
    _free(draft, new)
    former = [each for each in as_list(draft.entry(old).data.get("former")) if each != new]
    draft = put_field(draft, old, ("id",), new)
    draft = put_field(draft, new, ("former",), [*former, old])
    return _cases_of(draft, old, new, keep=False)


def add(draft: Draft, section: str, after: str | None = None) -> tuple[Draft, str]:
    """A new criterion at the end of a section, or after another one; gives its id. Raises UsageError."""
    id = free_id(draft, f"{section}.new")
    entry = next((each for each in draft.entries if each.id == after and each.section == section), None)
    last = entry or next((each for each in reversed(draft.entries) if each.section == section), None)
    made = {"id": id, "number": _numbered(draft, section), "title": {"zh": "", "en": ""},
            "rationale": {"zh": "", "en": ""}, "severity": "should", "dimension": _dimension(draft, last), "points": 0,
            "executability": "automatic", "check": "fact-stated", "source": {"section": ""},
            "remedy": {"zh": "", "en": ""}}
    file = last.file if last is not None else f"{section}.yaml"
    if last is None and file not in draft.texts:
        text = f"section: {section}\ncriteria: []\n"
        return draft.with_text(file, put(text, ("criteria",), [made])), id
    path = last.path[:-1] if last is not None else ("criteria",)
    return draft.with_text(file, edit_list.insert(
        draft.texts[file], path, int(last.path[-1]) + 1 if last is not None else 0, made)), id


def duplicate(draft: Draft, id: str) -> tuple[Draft, str]:
    """The criterion a second time, right after the first, with its cases; gives the id of the second."""
    entry = draft.entry(id)
    new = free_id(draft, f"{id}-2")
    text = edit_list.duplicate(draft.texts[entry.file], entry.path[:-1], int(entry.path[-1]))
    second = (*entry.path[:-1], int(entry.path[-1]) + 1)
    text = put(text, (*second, "id"), new)
    text = put(text, (*second, "number"), _numbered(draft, entry.section))
    text = drop(drop(text, (*second, "former")), (*second, "locked"))
    return _cases_of(draft.with_text(entry.file, text), id, new, keep=True), new


def remove(draft: Draft, id: str) -> Draft:
    """The draft without a criterion and its cases. Raises UsageError for the last one of a section."""
    entry = draft.entry(id)
    if sum(each.section == entry.section for each in draft.entries) == 1:
        raise UsageError(message("edit-last-of-section", section=dict(draft.sections)[entry.section]))
    text = edit_list.remove(draft.texts[entry.file], entry.path[:-1], int(entry.path[-1]))
    return draft.with_text(entry.file, text).without_file(f"cases/{id}.yaml")


def move(draft: Draft, id: str, step: int) -> Draft:
    """The criterion one place up (-1) or down (1) within its section; the same draft at its end."""
    entry = draft.entry(id)
    here = int(entry.path[-1])
    if not 0 <= here + step < sum(each.path[:-1] == entry.path[:-1] and each.file == entry.file
                                  for each in draft.entries):
        return draft
    return draft.with_text(entry.file, edit_list.move(draft.texts[entry.file], entry.path[:-1], here, here + step))


def free_id(draft: Draft, wanted: str) -> str:
    """An id that no criterion has or had: the wanted one, or that with a number."""
    taken = _taken(draft)
    return next(id for number in range(len(taken) + 2) if (id := wanted if not number else f"{wanted}-{number + 1}")
                not in taken)


def _free(draft: Draft, id: str) -> None:
    if not is_id(id):
        raise UsageError(message("yaml-id", value=id))
    if id in _taken(draft):
        raise UsageError(message("edit-id-taken", id=id))


def _taken(draft: Draft) -> set[str]:
    return {id for each in draft.entries for id in (each.id, *map(str, as_list(each.data.get("former"))))}


def _numbered(draft: Draft, section: str) -> dict[str, str]:
    """A short number that is not taken yet: 目标-13."""
    title = dict(draft.sections).get(section, Text(section, section))
    like = [text_of(each.data.get("number")) for each in draft.entries if each.section == section]
    heads = Text(*(one.rpartition("-")[0] or getattr(title, lang) for lang, one in (
        ("zh", like[0].zh if like else ""), ("en", like[0].en if like else ""))))
    taken = {part for each in draft.entries for part in (text_of(each.data.get("number")).zh,
                                                         text_of(each.data.get("number")).en)}
    number = next(n for n in range(len(like) + 1, len(like) + len(taken) + 2)
                  if not {f"{heads.zh}-{n}", f"{heads.en}-{n}"} & taken)
    return {"zh": f"{heads.zh}-{number}", "en": f"{heads.en}-{number}"}


def _dimension(draft: Draft, like: Entry | None) -> str:
    known = [str(each.get("id", "")) for each in maps_in(draft.head.get("dimensions"))]
    given = str(like.data.get("dimension", "")) if like is not None else ""
    return given if given in known else next(iter(known), "")


def _cases_of(draft: Draft, old: str, new: str, *, keep: bool) -> Draft:
    """The cases of a criterion under another id, the old file kept or not."""
    text = draft.texts.get(f"cases/{old}.yaml")
    if text is None:
        return draft
    draft = draft.with_text(f"cases/{new}.yaml", put(text, ("criterion",), new))
    return draft if keep else draft.without_file(f"cases/{old}.yaml")

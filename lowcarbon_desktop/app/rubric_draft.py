"""A rubric while it is edited: the texts of its files, and the changes to a criterion or to its head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from lowcarbon_desktop.errors import Text, UsageError, message
from lowcarbon_desktop.rubric import edit_list
from lowcarbon_desktop.rubric.criterion import KEYS
from lowcarbon_desktop.rubric.edit import drop, put
from lowcarbon_desktop.rubric.load import FILE
from lowcarbon_desktop.rubric.nodes import read
from lowcarbon_desktop.rubric.signs import is_id

ORDER = tuple(KEYS)
Where = tuple[str | int, ...]


class Entry(NamedTuple):
    """A criterion as it is written: in which file, under which path, and what it says without places."""

    id: str
    section: str
    file: str
    path: Where
    data: Mapping[str, object]


@dataclass(frozen=True)
class Draft:
    """The texts of a rubric's files by name: "rubric.yaml", "targets.yaml", "cases/targets.co2.yaml"."""

    texts: Mapping[str, str]

    @classmethod
    def load(cls, folder: Path) -> Draft:
        """The files of a folder as they are. Raises UsageError where there is no rubric that can be read."""
        try:
            files = [folder / FILE, *sorted(set(folder.glob("*.yaml")) - {folder / FILE}),
                     *sorted(folder.glob("cases/*.yaml"))]
            return cls({file.relative_to(folder).as_posix(): file.read_bytes().decode("utf-8-sig") for file in files})
        except FileNotFoundError:
            raise UsageError(message("rubric-no-file", file=str(folder / FILE))) from None
        except UnicodeDecodeError:
            raise UsageError(message("edit-not-utf8", file=str(folder))) from None
        except OSError as error:
            raise UsageError(message("rubric-no-access", file=str(folder), reason=error.strerror or "?")) from None

    @cached_property
    def head(self) -> Mapping[str, object]:
        """What rubric.yaml says, {} where it is no YAML."""
        found = _plain(self.texts[FILE])
        return found if isinstance(found, Mapping) else {}

    @cached_property
    def sections(self) -> tuple[tuple[str, Text], ...]:
        """The ids and titles of the sections, in order."""
        return tuple((str(each.get("id", "")), text_of(each.get("title"))) for each in _maps(self.head.get("sections")))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All criteria that can be made out, in the order of the sections."""
        found: list[Entry] = []
        for place, section in enumerate(_maps(self.head.get("sections"))):
            id = str(section.get("id", ""))
            file, path = (FILE, ("sections", place, "criteria")) if "criteria" in section else (
                f"{id}.yaml", ("criteria",))
            data = section if file == FILE else _plain(self.texts.get(file, ""))
            listed = data.get("criteria") if isinstance(data, Mapping) else None
            found += (Entry(str(each.get("id", "")), id, file, (*path, number), each)
                      for number, each in enumerate(listed if isinstance(listed, list) else ())
                      if isinstance(each, Mapping))
        return tuple(found)

    def entry(self, id: str) -> Entry:
        """The criterion with this id. Raises KeyError."""
        for each in self.entries:
            if each.id == id:
                return each
        raise KeyError(id)

    def with_text(self, file: str, text: str) -> Draft:
        """The draft with another text of one file, the others as they are."""
        return replace(self, texts={**self.texts, file: text})

    def without_file(self, file: str) -> Draft:
        """The draft without one file."""
        return replace(self, texts={name: text for name, text in self.texts.items() if name != file})


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


def text_of(value: object) -> Text:
    """A text in two languages as far as it is one."""
    given = value if isinstance(value, Mapping) else {}
    return Text(str(given.get("zh", "")), str(given.get("en", "")))


def as_list(value: object) -> list:
    """A list as it is, [] for anything else."""
    return list(value) if isinstance(value, list | tuple) else []


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
    known = [str(each.get("id", "")) for each in _maps(draft.head.get("dimensions"))]
    given = str(like.data.get("dimension", "")) if like is not None else ""
    return given if given in known else next(iter(known), "")


def _cases_of(draft: Draft, old: str, new: str, *, keep: bool) -> Draft:
    """The cases of a criterion under another id, the old file kept or not."""
    text = draft.texts.get(f"cases/{old}.yaml")
    if text is None:
        return draft
    draft = draft.with_text(f"cases/{new}.yaml", put(text, ("criterion",), new))
    return draft if keep else draft.without_file(f"cases/{old}.yaml")


def _maps(value: object) -> Iterable[Mapping]:
    return [each if isinstance(each, Mapping) else {} for each in as_list(value)]


@lru_cache(maxsize=256)
def _plain(text: str) -> object:
    found, _ = read(text.encode("utf-8", "surrogatepass"), "")
    return found.plain() if found is not None else None

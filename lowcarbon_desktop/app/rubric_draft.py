"""A rubric while it is edited: the texts of its files, and the criteria that can be made out in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from lowcarbon_desktop.errors import Text, UsageError, message
from lowcarbon_desktop.rubric.model import FILE
from lowcarbon_desktop.rubric.nodes import read

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
        listed = maps_in(self.head.get("sections"))
        return tuple((str(each.get("id", "")), text_of(each.get("title"))) for each in listed)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All criteria that can be made out, in the order of the sections."""
        found: list[Entry] = []
        for place, section in enumerate(maps_in(self.head.get("sections"))):
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


def text_of(value: object) -> Text:
    """A text in two languages as far as it is one."""
    given = value if isinstance(value, Mapping) else {}
    return Text(str(given.get("zh", "")), str(given.get("en", "")))


def as_list(value: object) -> list:
    """A list as it is, [] for anything else."""
    return list(value) if isinstance(value, list | tuple) else []


def maps_in(value: object) -> Iterable[Mapping]:
    """The mappings of a list, {} for what is none."""
    return [each if isinstance(each, Mapping) else {} for each in as_list(value)]


@lru_cache(maxsize=256)
def _plain(text: str) -> object:
    found, _ = read(text.encode("utf-8", "surrogatepass"), "")
    return found.plain() if found is not None else None

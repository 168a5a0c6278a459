"""Reads the keys of one mapping of a YAML file as what they should be, and keeps every fault."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from lowcarbon_desktop.errors import Fault, Message, Text, message
from lowcarbon_desktop.rubric.model import Mark
from lowcarbon_desktop.rubric.nodes import Item
from lowcarbon_desktop.rubric.signs import is_id, look_alike, look_alike_number
from lowcarbon_desktop.wording.meant import meant

EPOCH = date(1900, 1, 1)
_PLAIN = ("yaml-number", "yaml-any-number", "yaml-flag")
_BOTH = {"zh": False, "en": False}


class Fields:
    """One mapping: `keys` says of each key that it may have whether it must.

    What is missing or wrong is a fault, and a stand-in is given in its place, so that the rest can be looked at too.
    `within` is wrapped round each fault: within(message) might say in which criterion.
    """

    def __init__(self, item: Item, keys: Mapping[str, bool], faults: list[Fault], within: str = "") -> None:
        self.mark = item.mark
        self._faults, self._within = faults, within
        self.items: dict[str, Item] = item.data if isinstance(item.data, dict) else {}
        if not isinstance(item.data, dict):
            self.fault(item.mark, message("yaml-type", wanted=message("yaml-mapping")))
            return
        for key in self.items:
            if key not in keys:
                self.fault(self.items[key].mark, look_alike(key) or message(
                    "yaml-unknown-key", key=key, meant=meant(key, keys)))
        for key, must in keys.items():
            if must and key not in self.items:
                self.fault(item.mark, message("yaml-missing-key", key=key))

    def fault(self, mark: Mark, said: Message) -> None:
        """Keep a fault at a place."""
        if self._within:
            said = message("rubric-criterion", criterion=self._within, what=said)
        self._faults.append(Fault(mark.file, mark.line, mark.column, said))

    def wrong(self, key: str, wanted: str) -> None:
        """Keep the fault that the value of `key` is not what is wanted ("yaml-number")."""
        self.fault(self.items[key].mark, message("yaml-value", key=key, wanted=message(wanted)))

    def of(self, item: Item, keys: Mapping[str, bool], named: str = "") -> Fields:
        """A mapping below this one, with its faults beside those of this one.

        `named` is the key by which it says of which criterion it is, where it does.
        """
        return Fields(item, keys, self._faults, called(item, named) if named else self._within)

    def below(self, key: str, keys: Mapping[str, bool]) -> Fields:
        """The mapping under a key that is there."""
        return self.of(self.items[key], keys)

    def __contains__(self, key: str) -> bool:
        return key in self.items

    def word(self, key: str, stand_in: str = "") -> str:
        """A text that is not empty."""
        value = self._of(key, str, "yaml-text", stand_in)
        if key in self.items and not value.strip() and isinstance(self.items[key].data, str):
            self.wrong(key, "yaml-text")
        return value

    def id(self, key: str) -> str:
        """An id: small letters, digits, dot, hyphen and underscore, with no sign that only looks like one of them."""
        value = self.word(key)
        if value.strip():
            self._check_id(self.items[key].mark, value)
        return value

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of ids, none twice; empty where the key is not there."""
        values = self.words(key)
        for position, value in enumerate(values):
            mark = self.items[key].data[position].mark
            self._check_id(mark, value)
            if value in values[:position]:
                self.fault(mark, message("rubric-parameter-twice", name=key, value=value))
        return tuple(values)

    def _check_id(self, mark: Mark, value: str) -> None:
        if not is_id(value):
            self.fault(mark, look_alike(value) or message("yaml-id", value=value))

    def one_of(self, key: str, choices: Collection[str], stand_in: str) -> str:
        """One of the choices."""
        value = self.word(key, stand_in)
        if value.strip() and value not in choices:
            self.choice(key, value, choices)
            return stand_in
        return value

    def choice(self, key: str, value: str, choices: Collection[str]) -> None:
        """Keep the fault that the value is none of the choices."""
        self.fault(self.items[key].mark, look_alike(value) or message(
            "yaml-choice", key=key, value=value, choices=tuple(choices), meant=meant(value, choices)))

    def number(self, key: str, *, below_zero: bool = False) -> float:
        """A number that is not below 0, or any."""
        wanted = "yaml-any-number" if below_zero else "yaml-number"
        value = self._of(key, (int, float), wanted, 0)
        if value < 0 and not below_zero:
            self.wrong(key, wanted)
        return float(value)

    def flag(self, key: str, stand_in: bool) -> bool:
        """true or false."""
        return self._of(key, bool, "yaml-flag", stand_in)

    def day(self, key: str, stand_in: date = EPOCH) -> date:
        """A day, 2012-06-30."""
        value = self._of(key, str, "yaml-day", "")
        if key not in self.items or not isinstance(self.items[key].data, str):
            return stand_in
        try:
            return date.fromisoformat(value)
        except ValueError:
            sign = look_alike_number(value)
            if sign is not None:
                self.fault(self.items[key].mark, sign)
            else:
                self.wrong(key, "yaml-day")
            return stand_in

    def text(self, key: str) -> Text:
        """A text in both languages, neither empty."""
        if key not in self.items:
            return Text("", "")
        item = self.items[key]
        if not isinstance(item.data, dict):
            self.wrong(key, "yaml-both")
            return Text("", "")
        below = self.of(item, _BOTH)
        for lang in ("zh", "en"):
            if lang not in below or not str(below.items[lang].data).strip():
                self.fault(item.mark, message("yaml-translation", key=key, lang=message(f"yaml-{lang}")))
            elif not isinstance(below.items[lang].data, str):
                self.fault(below.items[lang].mark, message("yaml-value", key=lang, wanted=message("yaml-text")))
        return Text(*(str(below.items[lang].data) if lang in below else "" for lang in ("zh", "en")))

    def several(self, key: str) -> list[Item]:
        """A list with at least one item."""
        items = self._of(key, list, "yaml-list", [])
        if key in self.items and not items and isinstance(self.items[key].data, list):
            self.wrong(key, "yaml-list")
        return items

    def words(self, key: str) -> list[str]:
        """A list of texts."""
        items = self.several(key)
        if any(not isinstance(item.data, str) for item in items):
            self.wrong(key, "yaml-texts")
            return []
        return [str(item.data) for item in items]

    def table(self, key: str) -> Item | None:
        """A mapping as it stands, or None."""
        if key in self.items and not isinstance(self.items[key].data, dict):
            self.wrong(key, "yaml-mapping")
            return None
        return self.items.get(key)

    def _of(self, key: str, type_: type | tuple[type, ...], wanted: str, stand_in: object) -> object:
        if key not in self.items:
            return stand_in
        value = self.items[key].data
        if isinstance(value, type_) and (type_ is bool or not isinstance(value, bool)):
            return value
        sign = look_alike_number(value) if isinstance(value, str) and wanted in _PLAIN else None
        if sign is not None:
            self.fault(self.items[key].mark, sign)
        else:
            self.wrong(key, wanted)
        return stand_in


def called(item: Item, key: str) -> str:
    """What a mapping calls itself by a key, "?" where it does not."""
    name = item.data.get(key) if isinstance(item.data, dict) else None
    return name.written if name is not None and name.written else "?"

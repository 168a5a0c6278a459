"""Changes one value of a YAML text and leaves every other byte of it, remarks and blank lines too, as it was.

A value is named by its path: ("criteria", 3, "with", "tolerance"). What was written is read again and compared with
what was meant; where the text is written in a way that cannot be changed so, the entry round it is written anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.rubric.edit_data import Plain, same, value_at, with_value, without
from lowcarbon_desktop.rubric.nodes import read
from lowcarbon_desktop.rubric.spans import Path, Span, spans
from lowcarbon_desktop.rubric.written import block, inline, item, scalar


def plain_of(text: str) -> Plain:
    """What stands in a text, without places. Raises UsageError where it is no YAML."""
    found, faults = read(text.encode("utf-8", "surrogatepass"), "")
    if found is None or faults:
        raise UsageError(message("edit-no-yaml"))
    return found.plain()


def put(text: str, path: Path, value: Plain, order: Sequence[str] = ()) -> str:
    """The text with `value` under `path`; a key that is new stands behind those before it in `order`."""
    before = plain_of(text)
    old = value_at(before, path)
    if same(old, value):
        return text
    if isinstance(old, Mapping) and isinstance(value, Mapping) and old and value:
        key_by_key = _put_below(text, path, old, value, order)
        if list(_mapping(value_at(plain_of(key_by_key), path))) == list(value):
            return key_by_key
    return checked(text, path, lambda: _put(text, path, value, order), with_value(before, path, value))


def drop(text: str, path: Path) -> str:
    """The text without the key that `path` names; without change where there is none."""
    before = plain_of(text)
    if spans(text).at(path) is None:
        return text
    return checked(text, path, lambda: _drop(text, path), without(before, path))


def checked(text: str, path: Path, change: Callable[[], str | None], wanted: Plain) -> str:
    """What `change` makes of a text, if that says what is wanted; else with the entry round the path written anew."""
    for attempt in (change, lambda: _anew(text, path, wanted)):
        made = attempt()
        if made is not None and _says(made, wanted):
            return made
    raise UsageError(message("edit-refused"))


def newline(text: str) -> str:
    """The line break of a text."""
    return "\r\n" if "\r\n" in text else "\n"


def end_of_line(text: str, position: int) -> int:
    """Where the line of a position ends, before its line break."""
    found = text.find("\n", position)
    end = len(text) if found < 0 else found
    return end - 1 if end > position and text[end - 1] == "\r" else end


def column(text: str, position: int) -> int:
    """The column of a position, from 0."""
    return position - text.rfind("\n", 0, position) - 1


def _put_below(text: str, path: Path, old: Mapping, value: Mapping, order: Sequence[str]) -> str:
    """Only the keys that differ, so that the others stay as they are written."""
    for key, each in value.items():
        text = put(text, (*path, key), each, order)
    for key in old.keys() - value.keys():
        text = drop(text, (*path, key))
    return text


def _mapping(value: Plain) -> Mapping:
    return value if isinstance(value, Mapping) else {}


def _says(made: str, wanted: Plain) -> bool:
    try:
        return same(plain_of(made), wanted)
    except UsageError:
        return False


def _put(text: str, path: Path, value: Plain, order: Sequence[str]) -> str | None:
    root = spans(text)
    old = root.at(path)
    if isinstance(value, str) and "\n" in value and (unfolded := _unfolded(text, path, value)) is not None:
        return unfolded
    if old is not None:
        around = root.at(path[:-1])
        inside = not path or isinstance(path[-1], int) or (around is not None and around.flow)
        return _replaced(text, old, value, on_a_line=inside)
    holder = root.at(path[:-1])
    if holder is None:
        return _put(text, path[:-1], {path[-1]: value}, order)
    if holder.style != "map":
        return None
    key = str(path[-1])
    before = [each for each in holder.below if each in order and key in order
              and order.index(str(each)) < order.index(key)]
    after = holder.below[before[-1]] if before else max(holder.below.values(), key=lambda each: each.end, default=None)
    if after is None:
        return text[:holder.start] + inline({key: value}) + text[holder.end:]
    if holder.flow:
        return text[:after.end] + f", {scalar(key)}: {inline(value)}" + text[after.end:]
    place, indent = end_of_line(text, after.end), column(text, after.key)
    made = ("\n" + " " * indent + f"{scalar(key)}:" + block(value, indent)).replace("\n", newline(text))
    return text[:place] + made + text[place:]


def _unfolded(text: str, path: Path, value: str) -> str | None:
    """With lines of their own for the keys of a mapping in braces, for a text of several lines reads badly there."""
    holder, outer = spans(text).at(path[:-1]), spans(text).at(path[:-2])
    if holder is None or not holder.flow or outer is None or outer.flow or not isinstance(path[-2], str):
        return None
    whole = with_value(value_at(plain_of(text), path[:-1]), path[-1:], value)
    new = block(whole, column(text, holder.key), "map").replace("\n", newline(text))
    return text[:_after_key(text, holder)] + new + text[holder.end:]


def _replaced(text: str, old: Span, value: Plain, *, on_a_line: bool) -> str:
    if on_a_line:
        new = inline(value) if isinstance(value, Mapping | list | tuple) else scalar(value, old.style)
        return text[:old.start] + new + text[old.end:]
    colon = _after_key(text, old)
    style = "" if old.flow else old.style
    new = block(value, column(text, old.key), style).replace("\n", newline(text))
    if not isinstance(value, Mapping | list | tuple) and "\n" not in new and old.style not in ("map", "list", "|", ">"):
        return text[:old.start].rstrip(" ") + new + text[old.end:]  # a remark at the end of the line stays
    return text[:colon] + new + text[old.end:]


def _after_key(text: str, old: Span) -> int:
    """The place after the colon of a key; keys of a rubric's language hold none."""
    return text.index(":", old.key) + 1


def _drop(text: str, path: Path) -> str | None:
    root = spans(text)
    holder, old = root.at(path[:-1]), root.at(path)
    if holder is None or old is None or holder.style != "map" or len(holder.below) == 1:
        return None
    keys = list(holder.below)
    if holder.flow:
        place = keys.index(path[-1])
        if place:
            return text[:holder.below[keys[place - 1]].end] + text[old.end:]
        return text[:old.key] + text[holder.below[keys[1]].key:]
    start = text.rfind("\n", 0, old.key) + 1
    if text[start:old.key].strip():
        return None  # it stands behind the dash of a list
    return text[:start] + text[end_of_line(text, old.end):].lstrip("\r").removeprefix("\n")


def _anew(text: str, path: Path, wanted: Plain) -> str | None:
    """The nearest item of a list round a path written anew: its own remarks are lost, all else stays."""
    places = [place for place, step in enumerate(path, 1) if isinstance(step, int)]
    for place in reversed(places):
        around = path[:place]
        old = spans(text).at(around)
        if old is not None:
            value = value_at(wanted, around)
            made = inline(value) if old.flow else item(value, column(text, old.start)).replace("\n", newline(text))
            return text[:old.start] + made + text[old.end:]
    return None

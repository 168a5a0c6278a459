"""YAML or JSON that a reviewer wrote by hand, each value with its line, and all faults at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import Fault, FaultyData, UsageError, message

if TYPE_CHECKING:
    from yaml import Mark, Node

LARGEST = 1_000_000
DEEPEST = 20
_WHOLE, _DECIMAL = re.compile(r"[-+]?\d{1,15}"), re.compile(r"[-+]?\d{1,15}\.\d{1,15}")


class StatedFile:
    """One such file: `root` is its top node, or None where it is empty; faults are gathered by `fault`."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.faults: list[Fault] = []
        self.root = self._compose(_text(path))

    def fault(self, at: Node | Mark | None, code: str, **args: object) -> None:
        """Note a fault at a node."""
        mark = getattr(at, "start_mark", at)
        line, column = (0, 0) if mark is None else (mark.line + 1, mark.column + 1)
        self.faults.append(Fault(self.name, line, column, message(code, **args)))

    def refuse_faults(self) -> None:
        """Raise FaultyData with all faults noted so far, in file order, if there are any."""
        if self.faults:
            raise FaultyData(tuple(sorted(self.faults, key=lambda fault: (fault.line, fault.column))))

    def entries(self, node: Node, what: str) -> Iterator[tuple[str, Node, Node]]:
        """Each key of a mapping as text, its own node, and its value; a key that stands twice comes once."""
        if node.id != "mapping":
            self.fault(node, "stated-shape-mapping", what=what)
            return
        seen: set[str] = set()
        for key, value in node.value:
            if key.id != "scalar":
                self.fault(key, "stated-shape-scalar", key=what)
            elif key.value in seen:
                self.fault(key, "stated-twice", key=key.value)
            else:
                seen.add(key.value)
                yield key.value, key, value

    def items(self, node: Node, what: str) -> Iterator[Node]:
        """Each entry of a list."""
        if node.id == "sequence":
            yield from node.value
        else:
            self.fault(node, "stated-shape-list", what=what)

    def scalars(self, node: Node, what: str, keys: Collection[str]) -> dict[str, Node]:
        """The values of a mapping that may have only `keys` and only single values."""
        found: dict[str, Node] = {}
        for key, at, value in self.entries(node, what):
            if key not in keys:
                self.unknown_key(at, key, keys)
            elif value.id != "scalar":
                self.fault(value, "stated-shape-scalar", key=key)
            else:
                found[key] = value
        return found

    def unknown_key(self, at: Node, key: str, keys: Collection[str]) -> None:
        """Note a key that does not exist, with the one that was probably meant."""
        near = get_close_matches(key, keys, n=1)
        if near:
            self.fault(at, "stated-key-near", key=key, near=near[0])
        else:
            self.fault(at, "stated-key", key=key, keys=tuple(keys))

    def _compose(self, text: str | None) -> Node | None:
        import yaml
        if text is None:
            self.fault(None, "stated-file-not-text")
            self.refuse_faults()
            return None
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        starts = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken,
                  yaml.FlowSequenceStartToken)
        ends = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
        depth = 0
        try:
            # refused before anything is built: a few lines of aliases fill the memory, deep nesting the C stack
            for token in yaml.scan(text, Loader=loader):
                depth += isinstance(token, starts) - isinstance(token, ends)
                if isinstance(token, yaml.AliasToken):
                    self.fault(token, "stated-alias")
                if depth > DEEPEST:
                    self.fault(token, "stated-too-deep")
                    break
            self.refuse_faults()
            return yaml.compose(text, Loader=loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            self.fault(mark, "stated-syntax", problem=getattr(error, "problem", None) or str(error))
            self.refuse_faults()
            return None


def value_of(node: Node) -> str | int | float | None:
    """What a scalar says, as a person reads it: quoted is text, "no" and "1:30" are text too, nothing is None."""
    text: str = node.value
    if getattr(node, "style", None):
        return text
    if text in ("", "~", "null"):
        return None
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _text(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise UsageError(message("stated-file-missing", path=str(path))) from error
    except OSError as error:
        raise UsageError(message("stated-file-unreadable", path=str(path), reason=error.strerror or "")) from error
    if len(data) > LARGEST:
        raise UsageError(message("stated-file-too-large", path=str(path)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    # json may be indented by tabs, which YAML forbids, and has none elsewhere
    return text.replace("\t", " ") if path.suffix.lower() == ".json" else text

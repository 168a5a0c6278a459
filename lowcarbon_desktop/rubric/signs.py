"""Signs that nobody sees: a hidden space, a mark of direction, a byte order mark. Each is told with its code point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lowcarbon_desktop.errors import Fault, message

_HIDDEN = "[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"


def hidden_signs(raw: bytes, file: str) -> Iterator[Fault]:
    """A warning for each line with such a sign, at its first one; bytes that are no UTF-8 are told elsewhere."""
    for line, text in enumerate(raw.decode("utf-8", "replace").split("\n"), 1):
        found = re.search(_HIDDEN, text)
        if found is not None:
            yield Fault(file, line, found.start() + 1, message("yaml-hidden-sign", sign=f"U+{ord(found[0]):04X}"), True)

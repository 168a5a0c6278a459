"""Did you mean: the known name that is nearest to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable

from lowcarbon_desktop.errors import Message, message


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The nearest known name: nearest("lien", ["line", "year"]) is "line"; None where none is near."""
    from difflib import get_close_matches  # only a mistake needs it

    names = list(known)
    folded = {name.casefold(): name for name in reversed(names)}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    if found:
        return folded[found[0]]
    longer = [name for name in names if word and word.casefold() in name.casefold()]
    return longer[0] if len(longer) == 1 else None


def meant(word: str, known: Iterable[str]) -> Message | None:
    """The words "; did you mean ...?" for the end of a message, or None."""
    name = nearest(word, known)
    return message("did-you-mean", name=name) if name is not None else None

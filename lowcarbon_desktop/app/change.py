"""What a change of a review is: the new review, and the words for its undoing."""

from __future__ import annotations

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.review import Review

Change = tuple[Review, Message]


def clean(text: str) -> str:
    """Text that can be written as UTF-8: half of a surrogate pair, which a paste may bring, becomes a question mark.

    A NUL, which ends a text for many a program, is left out.
    """
    return text.encode("utf-8", "replace").decode().replace("\0", "")

"""What meetings agree on beside what each expert said: a meeting that comes after others has the later word."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.review.merge import Voice, Voices
from lowcarbon_desktop.review.state import Review
from lowcarbon_desktop.review.verdict import NOTHING, Conclusion, Item, Reviewer

MEETING = "meeting"
"""With this the id of a meeting begins; no expert's does."""


def meeting(reviewer: Reviewer | None) -> int:
    """How many meetings there were up to this one, itself included; 0 for an expert, who is no meeting."""
    word, _, rest = reviewer.id.partition(":") if reviewer is not None else ("", "", "")
    number = rest.partition(":")[0]
    return 0 if word != MEETING else int(number[:9]) if number.isdecimal() else 1


def meeting_after(meetings: Voices, token: str, name: str) -> Reviewer:
    """The meeting that comes after others; `token` tells it from one that comes after the same.

    Its turn counts, not the clock, which may jump backwards.
    """
    last = max((meeting(each.reviewer) for each in meetings.values()), default=0)
    return Reviewer(f"{MEETING}:{last + 1}:{token}", name)


def own_words(review: Review, before: Mapping[str, Item]) -> Mapping[str, Item]:
    """What a meeting itself said beside what stood `before` it; NOTHING where it took a word back."""
    return {id: review.item(id) for id in dict.fromkeys((*before, *review.items))
            if review.item(id) != before.get(id, NOTHING)}


def agreed_on(meetings: Voices) -> Mapping[str, Item]:
    """What the meetings agreed on: of each criterion the word of the last meeting that had one."""
    found: dict[str, Item] = {}
    for each in sorted(meetings.values(), key=_turn):
        found.update(each.items)
    return {id: found[id] for id in sorted(found) if found[id] != NOTHING}


def concluded(meetings: Voices) -> Conclusion | None:
    """The conclusion of the last meeting that came to one."""
    return next((each.conclusion for each in sorted(meetings.values(), key=_turn, reverse=True)
                 if each.conclusion is not None), None)


def _turn(voice: Voice) -> tuple[int, str, str]:
    """Of two meetings that did not know of each other the one that spoke later."""
    said = max((each.verdict.at for each in voice.items.values() if each.verdict is not None), default="")
    return (meeting(voice.reviewer), said, voice.reviewer.id)

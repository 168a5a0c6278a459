"""Changes to the sections and dimensions of a rubric while it is edited, and moving a criterion to another section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lowcarbon_desktop.app.rubric_draft import Draft, Entry, as_list
from lowcarbon_desktop.app.rubric_draft_criteria import move
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.rubric import edit_list
from lowcarbon_desktop.rubric.edit import put
from lowcarbon_desktop.rubric.model import FILE

Row = tuple[str, str, str]


def headings(draft: Draft, key: str) -> tuple[Row, ...]:
    """The id and both names of each section, or dimension."""
    rows = []
    for each in as_list(draft.head.get(key)):
        given = each if isinstance(each, Mapping) else {}
        title = given.get("title") if isinstance(given.get("title"), Mapping) else {}
        rows.append((str(given.get("id", "")), str(title.get("zh", "")), str(title.get("en", ""))))
    return tuple(rows)


def put_headings(draft: Draft, key: str, rows: Sequence[Row]) -> Draft:
    """Other sections or dimensions. A section that goes takes its last criterion along.

    Raises UsageError where it has more of them, for then they would be gone unseen.
    """
    before = headings(draft, key)
    kept = {row[0] for row in rows}
    if len(rows) < len(before):
        for place in reversed(range(len(before))):
            if before[place][0] not in kept:
                draft = _without(draft, key, place, before[place][0])
    now = headings(draft, key)
    for place, (id, zh, en) in enumerate(rows):
        if place >= len(now):
            made = {"id": id, "title": {"zh": zh, "en": en}}
            draft = draft.with_text(FILE, edit_list.insert(draft.texts[FILE], (key,), place, made))
        elif now[place] != (id, zh, en):
            draft = _renamed(draft, now[place][0], id) if key == "sections" and id else draft
            text = draft.texts[FILE]
            for path, value in ((("id",), id), (("title", "zh"), zh), (("title", "en"), en)):
                text = put(text, (key, place, *path), value)
            draft = draft.with_text(FILE, text)
    return draft


def shift(draft: Draft, id: str, step: int) -> Draft:
    """The criterion one place up (-1) or down (1), at the end of its section into the next one.

    Raises UsageError where it is the last one of its section.
    """
    moved, entry = move(draft, id, step), draft.entry(id)
    ids = [section for section, _ in draft.sections]
    to = ids.index(entry.section) + step
    if moved != draft or not 0 <= to < len(ids):
        return moved
    near = [each for each in draft.entries if each.section == ids[to]]
    if not near:
        return draft
    if sum(each.section == entry.section for each in draft.entries) == 1:
        raise UsageError(message("edit-last-of-section", section=dict(draft.sections)[entry.section]))
    beside = near[-1] if step < 0 else near[0]
    return _over(draft, entry, beside, int(beside.path[-1]) + (1 if step < 0 else 0))


def _over(draft: Draft, entry: Entry, beside: Entry, place: int) -> Draft:
    source, target = draft.texts[entry.file], draft.texts[beside.file]
    text = edit_list.insert(target, beside.path[:-1], place, dict(entry.data),
                            edit_list.entry_text(source, entry.path))
    draft = draft.with_text(beside.file, text)
    source = draft.texts[entry.file]
    return draft.with_text(entry.file, edit_list.remove(source, entry.path[:-1], int(entry.path[-1])))


def _without(draft: Draft, key: str, place: int, id: str) -> Draft:
    if key == "sections":
        inside = [each for each in draft.entries if each.section == id]
        if len(inside) > 1:
            raise UsageError(message("edit-section-full", section=dict(draft.sections)[id], count=len(inside)))
        for each in inside:
            draft = draft.without_file(f"cases/{each.id}.yaml")
        draft = draft.without_file(f"{id}.yaml")
    return draft.with_text(FILE, edit_list.remove(draft.texts[FILE], (key,), place))


def _renamed(draft: Draft, old: str, new: str) -> Draft:
    """The file of a section is called after it."""
    text = draft.texts.get(f"{old}.yaml")
    if old == new or text is None or f"{new}.yaml" in draft.texts:
        return draft
    return draft.without_file(f"{old}.yaml").with_text(f"{new}.yaml", put(text, ("section",), new))

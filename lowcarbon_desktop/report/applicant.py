"""The applicant's list in words: what fails, where, and the least change that mends it; no points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.plan import Evidence
from lowcarbon_desktop.report import provenance, words
from lowcarbon_desktop.report.columns import one_line
from lowcarbon_desktop.report.items import items
from lowcarbon_desktop.review.todo import CLEAR, MEND, MENDED, STATES, Todo, left_to_reviewers


class TodoSaid(NamedTuple):
    """One line. `action` says what to do, `found` what stands there now; `at` is where, None where it is missing."""

    criterion: str
    number: str
    title: str
    severity: str
    state: str
    ticked: bool
    worse: bool
    by_hand: bool
    action: str
    found: str
    place: str
    at: Evidence | None


class ListSaid(NamedTuple):
    """The list. `lead` says how many are left; `rows` are in the order in which they are to be done."""

    lang: str
    title: str
    applicant: str
    about: tuple[str, ...]
    lead: tuple[str, ...]
    rows: tuple[TodoSaid, ...]
    closing: tuple[str, ...]

    def group(self, state: str) -> tuple[TodoSaid, ...]:
        """The rows of one state."""
        return tuple(row for row in self.rows if row.state == state)


def applicant_list(assessment: Assessment, listed: Sequence[Todo], lang: str) -> ListSaid:
    """Say the list in one language."""
    rubric = assessment.rubric
    said = {each.criterion: each for each in items(assessment, {}, lang)}
    changes: dict[str, list[str]] = {}
    for change in assessment.least_change:
        for criterion in change.criteria:
            changes.setdefault(criterion, []).append(wording.say(change.action, lang))
    rows = []
    for each in listed:
        item, at = said[each.criterion], _at(each, assessment)
        silent = each.finding.message.code == "fact-unknown"  # whose words are for a reviewer with the papers at hand
        action = {MEND: ("；" if lang == "zh" else "; ").join(changes.get(each.criterion, (item.remedy,))),
                  CLEAR: item.remedy if silent and item.remedy else item.needs, MENDED: ""}[each.state]
        found = words.word("todo-not-read", lang) if silent and each.state == CLEAR else item.message
        rows.append(TodoSaid(each.criterion, item.number, item.title, item.severity_label, each.state, each.ticked,
                             each.worse, each.by_hand, action, found,
                             words.place(at.where, assessment.plan, lang) if at is not None else "", at))
    about = (rubric.title.of(lang), words.word("as-of-said", lang, date=provenance.as_of(assessment, lang)),
             *(words.word("labelled", lang, label=label, text=text)
               for label, text in provenance.tailoring(rubric, lang)))
    closing = [words.word("todo-reviewers", lang, count=left_to_reviewers(assessment))]
    if not assessment.plan.whole:
        closing.append(words.word("todo-part", lang))
    return ListSaid(lang, words.word("todo-title", lang), words.applicant(assessment.plan, lang), about,
                    _lead(listed, lang), tuple(rows), tuple(closing))


def _lead(listed: Sequence[Todo], lang: str) -> tuple[str, ...]:
    mend = [each for each in listed if each.state == MEND]
    clear = [each for each in listed if each.state == CLEAR and not each.ticked]
    lead = [words.word("todo-left" if mend or clear else "todo-none", lang, mend=len(mend), clear=len(clear),
                       must=sum(each.finding.severity == "must" for each in mend))]
    counted = (("todo-mended-said", sum(each.state == MENDED for each in listed)),
               ("todo-ticked", sum(each.state == CLEAR and each.ticked for each in listed)),
               ("todo-worse", sum(each.worse for each in listed)))
    return (*lead, *(words.word(code, lang, count=count) for code, count in counted if count))


def _at(each: Todo, assessment: Assessment) -> Evidence | None:
    """The place of the worst detail that has one."""
    finding = each.finding
    for detail in (finding.worst, *finding.details):
        if detail.reading is not None:
            reading = assessment.plan.readings[detail.reading]
            return Evidence(reading.printed, reading.where)
        found = next((cited for cited in detail.evidence if cited.where is not None), None)
        if found is not None:
            return found
    return None


def sign(row: TodoSaid) -> str:
    """[x] for what is done, [!] for what has become worse, else [ ]."""
    return "[x]" if row.ticked else "[!]" if row.worse else "[ ]"


def applicant_text(said: ListSaid) -> str:
    """The list for a terminal or a letter, ending with a line break."""
    lines = [f"{said.applicant} · {said.title}", *said.about, "", *said.lead]
    for state in STATES:
        rows = said.group(state)
        if rows:
            lines += ["", words.word(f"todo-{state}", said.lang)]
        for row in rows:
            lines.append(one_line(f"{sign(row)} {row.number} {row.title} ({row.criterion}, {row.severity})"))
            if row.worse:
                lines.append(f"    {words.word('todo-became-worse', said.lang)}")
            parts = (("todo-found", row.found), ("todo-place", row.place), ("todo-action", row.action))
            lines += [f"    {one_line(words.word(code, said.lang, text=text))}" for code, text in parts
                      if text and row.state != MENDED]
    return "\n".join([*lines, "", *said.closing]) + "\n"

"""The history of a review file as plain data ("lowcarbon/history/1"), as text, and a step of it in words."""

from __future__ import annotations

from dataclasses import asdict

from lowcarbon_desktop.app.history_said import HIDDEN, told, unlisted
from lowcarbon_desktop.app.history_written import as_text
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.review.steps import Step
from lowcarbon_desktop.wording import say

SCHEMA = "lowcarbon/history/1"


def history_plain(book: Book, lang: str) -> dict[str, object]:
    """The object of `review history --format json`: a step is all that one change wrote, with what it undoes."""
    rows = {each.number: asdict(each) for each in told(book.entries(), book.assessment.rubric, lang, folded=False)}
    return {"schema": SCHEMA, "lang": lang, "steps": [{
        "number": step.number, "of": step.changes[0].of or None, "changes": [{
            **rows[number], "table": change.table, "key": list(change.key)}
            for number, change in zip(step.numbers, step.changes, strict=True)],
    } for step in book.steps().every]}


def history_text(book: Book, lang: str) -> str:
    """A line a change, as the window shows it; the plain data has every entry."""
    entries, rubric = tuple(book.entries()), book.assessment.rubric
    text, silent = as_text(told(entries, rubric, lang), lang), unlisted(entries, rubric, lang)
    return text + (say(message("history-unlisted", count=len(entries), silent=silent), lang) + "\n" if silent else "")


def step_text(book: Book, step: Step, lang: str) -> str:
    """What was said in a step, a line a change."""
    numbers = {number for number, change in zip(step.numbers, step.changes, strict=True)
               if change in step.said and not (change.key and change.key[0] in HIDDEN)}
    rows = told(book.entries(), book.assessment.rubric, lang, folded=False)
    return as_text([each for each in rows if each.number in numbers], lang).rstrip("\n")

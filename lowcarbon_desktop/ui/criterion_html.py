"""The page of a criterion as rich text: what was found here, why it is asked, its examples, how it is computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QPalette

from lowcarbon_desktop.app import said
from lowcarbon_desktop.app.rubric_page import Example, Page
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_groups import Item
from lowcarbon_desktop.ui.markup import escape

_MOST_PLACES = 8


def criterion_html(desk: Desk, sight: Sight, item: Item, page: Page, palette: QPalette) -> str:
    """The page, beginning with what was found on the plan at hand and where."""
    muted = theme.ink("muted", palette).name()
    shade = theme.ink(item.finding.outcome, palette).name()
    found, message_said = said.outcome(item.finding, desk.settings.lang), desk.say(item.finding.message)
    parts = [
        f"<p style='margin:0; color:{muted}'>{escape(page.number)} &nbsp;·&nbsp; {escape(page.criterion)}</p>",
        f"<p style='margin:4px 0 6px 0; font-size:large'><b>{escape(page.title)}</b></p>",
        f"<p style='margin:0'><b style='color:{shade}'>{escape(found)}</b> &nbsp;{escape(message_said)}</p>"]
    places = " &nbsp;".join(_places(desk, sight, item))
    if places:
        parts.append(f"<p style='margin:2px 0 0 0'>{places}</p>")
    parts += _body(desk, page, palette)
    return "".join(parts)


def _body(desk: Desk, page: Page, palette: QPalette) -> Iterator[str]:
    def heading(code: str) -> str:
        return f"<p style='margin:16px 0 3px 0'><b>{escape(desk.say(message(code)))}</b></p>"

    yield f"{heading('page-why')}{_text(page.why)}{_text(page.source)}"
    for code, example in (("page-right", page.right), ("page-wrong", page.wrong), ("page-other", page.other)):
        if example is not None:
            yield heading(code) + _example(desk, example, palette)
    if page.remedy:
        yield heading("page-mend") + _text(page.remedy)
    if page.evidence:
        yield heading("rubric-key-evidence") + _text(page.evidence)
    yield heading("page-how") + _text(page.how) + _pairs(page.parameters, palette)
    yield f"<p style='margin:12px 0 0 0'></p>{_pairs(page.about, palette)}"


def _places(desk: Desk, sight: Sight, item: Item) -> Iterator[str]:
    """A link to each place that the finding rests on, each once; a long list ends where it is no help any more."""
    seen: dict[str, str] = {}
    for number, detail in enumerate(item.finding.details):
        if detail.reading is not None:
            where = sight.plan.readings[detail.reading].where
            seen.setdefault(said.place(where, sight.plan, desk.settings.lang), f"reading:{detail.reading}")
        for position, evidence in enumerate(detail.evidence):
            place = said.place(evidence.where, sight.plan, desk.settings.lang)
            seen.setdefault(place, f"evidence:{number}.{position}")
    seen.pop("", None)
    for place, link in list(seen.items())[:_MOST_PLACES]:
        yield f"<a href='{link}'>{escape(place)}</a>"
    if len(seen) > _MOST_PLACES:
        yield "…"


def _example(desk: Desk, example: Example, palette: QPalette) -> str:
    shade = example.outcome if example.outcome in ("pass", "fail") else "muted"
    rows = "".join(_row(row, "th" if at == 0 else "td") for at, row in enumerate(example.table))
    line = palette.color(QPalette.ColorRole.Mid).name()
    table = (f"<table border='1' cellspacing='0' cellpadding='3' style='border-collapse:collapse; border-color:{line}'>"
             f"{rows}</table>" if rows else "")
    stated = "".join(f"<li>{escape(each)}</li>" for each in example.stated)
    found = desk.say(message("page-found", outcome=example.label, message=example.message))
    return (f"{_text(example.name)}{f'<ul style=margin:2px>{stated}</ul>' if stated else ''}{table}"
            f"<p style='margin:3px 0 0 0; color:{theme.ink(shade, palette).name()}'>{escape(found)}</p>")


def _row(cells: Iterable[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"


def _pairs(pairs: Iterable[tuple[str, str]], palette: QPalette) -> str:
    muted = theme.ink("muted", palette).name()
    rows = "".join(f"<tr><td style='color:{muted}; padding:2px 14px 2px 0'>{escape(label)}</td>"
                   f"<td style='padding:2px 0'>{escape(value)}</td></tr>" for label, value in pairs)
    return f"<table cellspacing='0' cellpadding='0'>{rows}</table>" if rows else ""


def _text(text: str) -> str:
    return f"<p style='margin:0 0 3px 0'>{escape(text)}</p>"

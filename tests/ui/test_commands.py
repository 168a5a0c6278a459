"""Every command can be reached by one key alone, in either language."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from lowcarbon_desktop.ui.command import Command
from lowcarbon_desktop.ui.commands import COMMANDS, FILE, MENUS, TOOLBAR
from tests.ui.test_translations import entries, translations

ALL = tuple(each for each in COMMANDS if isinstance(each, Command))
CHINESE = {source: chinese for (context, source), chinese in entries(translations.SOURCE).items()
           if context == "Commands"}
RECENT = "&Recent plans"
EVERYWHERE = ("MessageBar",)
PAGES = (("StartPage",), ("DetailsPane", "VerdictPane"), ("FactForm",), ("ConclusionPage",), ("InstrumentsCell",),
         ("ApplicantPage",), ("Preview",), ("ReviewFrame", "MergePage"), ("ReviewFrame", "MergeResult", "MeetingForm"),
         ("ReviewFrame", "RoundsPage", "AskedPanel"), ("ReviewFrame", "ChangesPage", "AskedPanel"),
         ("EditorPage", "CasesPanel", "CaseForm"))
"""What stands below the menu bar at the same time, by the names under which it is translated."""
ONE_AT_A_TIME = {"&Note of the reviewer", "Private &note"}


def twice(values: list[str]) -> set[str]:
    return {value for value, count in Counter(values).items() if count > 1}


def labels(menu: str) -> list[str]:
    return [each.label for each in ALL if each.menu == menu] + ([RECENT] if menu == FILE else [])


def test_no_two_commands_share_a_name_or_a_shortcut():
    assert twice([each.id for each in ALL]) == set()
    assert twice([each.shortcut for each in ALL if each.shortcut]) == set()


@pytest.mark.parametrize("menu", [*MENUS, None])
def test_no_two_lines_of_a_menu_share_their_letter(menu):
    said = labels(menu) if menu is not None else list(MENUS)
    for names in (said, [CHINESE.get(label, label) for label in said]):
        assert twice([letter.upper() for name in names for letter in re.findall("&([^&])", name)]) == set()


def test_every_command_is_said_in_both_languages():
    said = {each.label for each in ALL if not each.id.startswith("lang_")} | {each.brief for each in ALL if each.brief}
    assert (said | set(MENUS) | {RECENT}) - set(CHINESE) == set()


def test_the_table_stands_in_the_order_of_the_menus():
    order = [MENUS.index(each.menu) for each in ALL]
    assert order == sorted(order)
    assert {id for id in TOOLBAR if id} <= {each.id for each in ALL}


def letters(said: list[str]) -> list[str]:
    return [letter.upper() for name in said for letter in re.findall("&([^&])", name)]


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_no_letter_of_a_page_is_one_of_the_menu_bar_or_of_its_neighbour(page):
    said = [(source, chinese) for (context, source), chinese in entries(translations.SOURCE).items()
            if context in (*page, *EVERYWHERE) and source not in ONE_AT_A_TIME]
    bar = [(menu, CHINESE[menu] if "Language" not in menu else "语言/&Language") for menu in MENUS]
    once = ("&Note", "备注(&N)") if "DetailsPane" in page else ("", "")
    assert len(letters([source for source, _ in said])) > 1
    for names in zip(*bar, *said, once, strict=True):
        assert twice(letters(list(names))) == set()


def test_every_page_with_letters_is_looked_at():
    window = {context for context, source in entries(translations.SOURCE) if re.search("&[^&]", source)}
    dialogs = {each for each in window if each.endswith("Dialog")} | {
        "Commands", "NewRubric", "TypedTable", "Reviewing"}
    assert window - dialogs == {context for page in PAGES for context in (*page, *EVERYWHERE)}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_dialog_has_a_letter_twice(language):
    said: dict[str, list[str]] = {}
    for (context, source), chinese in entries(translations.SOURCE).items():
        if context != "Commands" and source not in ONE_AT_A_TIME:
            said.setdefault(context, []).append(source if language == "en" else chinese)
    assert {context for context, names in said.items() if twice(letters(names))} == set()

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

"""How options are read: every value has its place, and what cannot be read is named."""

from __future__ import annotations

import pytest

from lowcarbon_desktop.cli.parser import parse
from lowcarbon_desktop.cli.verb import Answer, Option, Verb
from lowcarbon_desktop.errors import UsageError
from lowcarbon_desktop.wording import say

VERB = Verb("try", "", (
    Option("PLAN", "", many=True), Option("--points", "", read=float), Option("--line", "", many=True),
    Option("--as", "", choices=("array",)), Option("--rubric", "", default="second-batch"),
    Option("--dry-run", "", flag=True)), lambda given, console: Answer(""))
NOTHING = {"points": None, "line": None, "as": None, "rubric": "second-batch", "dry_run": False}


@pytest.mark.parametrize(("typed", "said"), [
    ("a", {"plan": ["a"]}),
    ("a b --points 5", {"plan": ["a", "b"], "points": 5.0}),
    ("--points=5 a", {"plan": ["a"], "points": 5.0}),
    ("--points -5 a", {"plan": ["a"], "points": -5.0}),
    ("--points -.5 a", {"plan": ["a"], "points": -0.5}),
    ("--line x=1 a --line=y=2", {"plan": ["a"], "line": ["x=1", "y=2"]}),
    ("--rubric= a", {"plan": ["a"], "rubric": ""}),
    ("--rubric - a", {"plan": ["a"], "rubric": "-"}),
    ("--dry-run a", {"plan": ["a"], "dry_run": True}),
    ("- --dry-run", {"plan": ["-"], "dry_run": True}),
    ("--as array -- --dry-run", {"plan": ["--dry-run"], "as": "array"}),
])
def test_options_may_stand_anywhere(typed: str, said: dict[str, object]) -> None:
    assert vars(parse(VERB, typed.split())) == {**NOTHING, **said}


@pytest.mark.parametrize(("typed", "code"), [
    ("", "cli-incomplete"), ("a --points", "cli-needs-value"), ("a --points --dry-run", "cli-needs-value"),
    ("a --dry-run=yes", "cli-needs-value"), ("a --point 5", "cli-unknown-option"), ("a -p", "cli-unknown-option"),
    ("a --as list", "cli-choice"), ("--as= a", "cli-choice"), ("--points -- a", "cli-needs-value"),
])
def test_what_cannot_be_read_is_named(typed: str, code: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(VERB, typed.split())
    assert error.value.message.code == code


def test_all_that_is_missing_is_named_at_once_with_the_usage() -> None:
    verb = Verb("try", "", (
        Option("--out", "o", value="F", required=True), Option("PLAN", "p"), Option("--lang", "l"),
        Option("--as", "a", choices=("x", "y"), required=True)), lambda given, console: Answer(""))
    with pytest.raises(UsageError) as error:
        parse(verb, ["a"])
    assert say(error.value.message, "en") == (
        "'try' needs --out, --as. Usage: lowcarbon try PLAN --out F --as x|y [OPTIONS]")


def test_a_value_may_have_a_space_behind_its_hyphen() -> None:
    assert vars(parse(VERB, ["a", "--rubric", "- mine"]))["rubric"] == "- mine"

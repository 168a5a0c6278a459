"""review undo, redo and history: every step can be taken back, and that is in the history too."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import jsonschema
import pytest

from lowcarbon_desktop.assets import resource
from tests.cli.test_review import PROVINCE, Run, _here, begun, item, plain, run  # noqa: F401

Plain = Callable[..., dict]


@pytest.fixture
def f(run: Run, begun: Callable[..., str]) -> str:  # noqa: F811
    f = begun()
    assert run("review", "set", f, "--criterion", PROVINCE, "--outcome", "pass", "--reason", "letter")[0] == 0
    assert run("review", "set", f, "--criterion", PROVINCE, "--comment", "=1+1")[0] == 0
    assert run("review", "fact", f, "--fact", "co2_peak_year", "--value", "2020", "--source", "p. 3")[0] == 0
    return f


def verdict(shown: dict) -> tuple[object, str, object]:
    each = item(shown, PROVINCE)
    return each["verdict"] and each["verdict"]["outcome"], each["comment"], shown["plan"]["facts"]["co2_peak_year"][
        "value"]


def test_each_step_is_taken_back_and_brought_back(run: Run, plain: Plain, f: str) -> None:  # noqa: F811
    states = [verdict(plain("review", "show", f))]
    for _ in range(3):
        assert run("review", "undo", f)[0] == 0
        states.append(verdict(plain("review", "show", f)))
    assert states == [("pass", "=1+1", 2020), ("pass", "=1+1", None), ("pass", "", None), (None, "", None)]
    status, _, err = run("review", "undo", f)
    assert (status, "cannot be taken back" in err) == (2, True)
    for state in reversed(states[:-1]):
        assert run("review", "redo", f)[0] == 0
        assert verdict(plain("review", "show", f)) == state
    assert run("review", "redo", f)[0] == 2
    assert run("review", "verify", f)[0] == 0


def test_several_steps_at_once_and_a_new_word_ends_what_can_be_brought_back(
        run: Run, plain: Plain, f: str) -> None:  # noqa: F811
    assert run("review", "undo", f, "--steps", 2)[0] == 0
    assert verdict(plain("review", "show", f)) == ("pass", "", None)
    run("review", "set", f, "--criterion", PROVINCE, "--comment", "new")
    assert run("review", "redo", f)[0] == 2
    assert run("review", "undo", f, "--steps", 5)[0] == 2
    assert verdict(plain("review", "show", f)) == (None, "", None)


def test_taking_back_a_conclusion_tells_only_what_a_person_said(run: Run, f: str) -> None:  # noqa: F811
    run("review", "conclude", f, "--outcome", "fails", "--words", "too weak")
    _, out, _ = run("review", "undo", f)
    assert "too weak" in out
    assert "conclusion." not in out


def test_the_history_says_who_when_what_from_to_and_why(run: Run, plain: Plain, f: str) -> None:  # noqa: F811
    run("review", "undo", f)
    _, out, _ = run("review", "history", f)
    assert "张三" in out
    assert "letter" in out
    assert "undo step" in out
    steps = plain_history(run, f)
    said = next(each for step in steps for each in step["changes"] if each["table"] == "item")
    assert (said["key"], said["by"], said["why"]) == ([PROVINCE], "张三", "letter")
    assert "letter" in said["after"]
    assert steps[-1]["of"] == f"undo:{steps[-2]['number']}"


def plain_history(run: Run, f: str) -> list[dict]:  # noqa: F811
    plain = json.loads(run("review", "history", f, "--format", "json")[1])  # noqa: F811
    jsonschema.validate(plain, json.loads(resource("schemas", "history-1.schema.json").read_text("utf-8")))
    return plain["steps"]


def test_undo_reaches_back_over_private_notes(run: Run, plain: Plain, f: str) -> None:  # noqa: F811
    for text in ("first secret", "second secret", ""):
        run("review", "note", f, "--criterion", PROVINCE, "--text", text)
    told = []
    for way in ("undo", "undo", "undo", "undo", "redo", "redo", "redo"):
        status, out, err = run("review", way, f)
        assert status == 0, err
        assert "secret" not in out
        told.append(item(plain("review", "show", f), PROVINCE)["note"])
    assert told == ["second secret", "first secret", "", "", "", "first secret", "second secret"]
    _, out, _ = run("review", "history", f)
    assert [len(set(re.findall(rf"{way} step (\d+)", out))) for way in ("undo", "redo")] == [4, 3], "each by itself"
    assert run("review", "verify", f)[0] == 0


@pytest.mark.parametrize("without", [(), ("--without-notes",)])
def test_a_copy_to_mail_has_no_note_that_was_replaced(run: Run, f: str, without: tuple[str, ...]) -> None:  # noqa: F811
    for text in ("first secret", "second secret"):
        run("review", "note", f, "--criterion", PROVINCE, "--text", text)
    run("review", "copy", f, "--out", "mail.lcreview", *without)
    assert sum(name.startswith("note:") for name in chunks(f)) == 1
    assert not any(name.startswith("note:") for name in chunks("mail.lcreview"))
    status, _, err = run("review", "undo", "mail.lcreview")
    assert (status, "private note" in err) == (2, True)
    assert run("review", "verify", "mail.lcreview")[0] == 0


def chunks(f: str) -> list[str]:
    with closing(sqlite3.connect(f)) as raw:
        return [name for (name,) in raw.execute("SELECT name FROM chunk")]


def test_a_sealed_review_is_not_taken_back(run: Run, f: str) -> None:  # noqa: F811
    run("review", "seal", f)
    assert run("review", "undo", f)[0] == 2
    assert run("review", "undo", f, "--steps", 0)[0] == 2


def test_undo_needs_nothing_beside_the_file(run: Run, f: str) -> None:  # noqa: F811
    Path("a.csv").unlink()
    assert run("review", "undo", f)[0] == 0


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the clock of the system cannot be set for one program")
def test_the_history_is_told_by_the_clock_of_the_reader_and_kept_in_utc(
        run: Run, f: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    steps = plain_history(run, f)
    at = next(each["at"] for step in steps for each in step["changes"] if each["table"] == "item")
    assert at.endswith("Z")
    with monkeypatch.context() as there:
        there.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        _, out, _ = run("review", "history", f)
        told = (datetime.fromisoformat(at) + timedelta(hours=8)).strftime("%Y-%m-%d %H:%M+08:00")
        assert told in out
        assert at not in out
        assert json.loads(run("review", "history", f, "--format", "json")[1])["steps"] == steps
    time.tzset()

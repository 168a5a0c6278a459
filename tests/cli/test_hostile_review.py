"""A review file made to do harm: every verb answers with words, and nothing of it is run, obeyed, or believed."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from lowcarbon_desktop.review.log import canonical, digest
from tests.cli.test_review import PROVINCE, Run, _here, begun, draft, run  # noqa: F401

Connection = sqlite3.Connection


def piece(file: Connection, name: str, data: bytes) -> None:
    file.execute("DELETE FROM chunk WHERE name = ?", (name,))
    file.execute("INSERT INTO chunk VALUES (?, 0, ?)", (name, zlib.compress(data)))
    file.execute("INSERT OR REPLACE INTO piece VALUES (?, ?, ?)", (name, sha256(data).hexdigest(), len(data)))


def judged(change: Callable[[dict], object]) -> Callable[[Connection], None]:
    """Another assessment, by hashes as whole as the first."""
    def make(file: Connection) -> None:
        parts = file.execute("SELECT data FROM chunk WHERE name = 'assessment' ORDER BY part").fetchall()
        data = json.loads(zlib.decompress(b"".join(part for part, in parts)))
        change(data)
        piece(file, "assessment", json.dumps(data).encode())
    return make


def logged(**words: object) -> Callable[[Connection], None]:
    """Another history, chained anew as whoever knows how can do."""
    def make(file: Connection) -> None:
        previous = "0" * 64
        for number, payload in file.execute("SELECT number, payload FROM entry ORDER BY number").fetchall():
            text = canonical({**json.loads(payload), **words, "previous": previous})
            previous = digest(text)
            file.execute("UPDATE entry SET payload = ?, hash = ? WHERE number = ?", (text, previous, number))
        file.execute("UPDATE head SET value = ? WHERE name = 'hash'", (previous,))
    return make


def sql(statement: str) -> Callable[[Connection], object]:
    return lambda file: file.execute(statement)


def first(data: dict) -> dict:
    return data["findings"][0]


MADE = {
    "a criterion that the rubric has not": judged(lambda data: first(data).update(criterion="magic")),
    "an outcome that there is not": judged(lambda data: first(data).update(outcome="magic")),
    "a finding without details": judged(lambda data: first(data).update(details=[])),
    "no findings at all": judged(lambda data: data.update(findings=[])),
    "a reading that there is not": judged(lambda data: first(data)["details"][0].update(reading=10**9)),
    "an unknown word": judged(lambda data: first(data)["message"].update(code="no-such-word")),
    "a bomb": lambda file: file.execute("UPDATE chunk SET data = ? WHERE name = 'assessment'",
                                        (zlib.compress(bytes(300 << 20)),)),
    "nested": lambda file: piece(file, "assessment", b"[" * 100_000),
    "a key that is a list": logged(key=[["nested"]]),
    "a table of its own": logged(table="x; DROP TABLE item"),
    "no moment": logged(at=12),
    "a step that is a word": logged(step="x"),
    "undoes what never was": logged(of="undo:99999999999999999999"),
    "a clock that jumps": logged(at="9999-12-31T23:59:59Z"),
    "steers the terminal": logged(why="\x1b[2J\x1b]0;title\x07"),
    "steers the terminal by a comment": sql("UPDATE item SET comment = char(27) || '[2J', said_by = char(155)"),
    "a machine's word that there is not": sql("UPDATE item SET machine = 'magic'"),
    "script, format and formula": sql("UPDATE item SET comment = '<script>{0}{x.__class__}%s', reason = '=cmd()'"),
    "a beginning that is none": sql("INSERT INTO meta VALUES ('begun', '{\"a\": [1]}')"),
    "ticks that are none": sql("INSERT INTO meta VALUES ('ticks', '{')"),
    "a way out of its folder": lambda file: (piece(file, "file:../../out.csv", b"a,b"), piece(
        file, "sources", b'{"files": ["../../out.csv"], "whole": true, "remarks": []}')),
    "sources that are none": lambda file: piece(file, "sources", b'{"files": [1, {}], "whole": 1, "remarks": [1]}'),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return {}


@pytest.mark.parametrize("name", MADE)
def test_every_verb_answers_in_words(run: Run, begun, good: dict[str, bytes], name: str,  # noqa: F811
                                     tmp_path: Path) -> None:
    if not good:
        f = begun()
        run("review", "set", f, "--criterion", PROVINCE, "--outcome", "pass", "--reason", "a letter")
        good[f] = Path(f).read_bytes()
    Path("f.lcreview").write_bytes(good["f.lcreview"])
    draft()
    shutil.copy("f.lcreview", "bad.lcreview")
    with closing(sqlite3.connect("bad.lcreview", isolation_level=None)) as file:
        MADE[name](file)
    before = Path("bad.lcreview").read_bytes()
    for verb in (("show",), ("show", "--format", "json"), ("history",), ("verify",), ("report", "--pdf", "bad.pdf"),
                 ("merge", "f.lcreview", "--dry-run"), ("rescue", "--out", "rescued.lcreview")):
        status, out, err = run("review", verb[0], "bad.lcreview", *verb[1:])
        assert status in (0, 1, 2), (verb, err)
        assert not {"\x1b", "\x07", "\x9b"} & set(out + err)
    assert Path("bad.lcreview").read_bytes() == before
    for verb in (("undo",), ("fact", "--fact", "co2_peak_year", "--value", "2020"), ("seal",)):
        assert run("review", verb[0], "bad.lcreview", *verb[1:])[0] in (0, 2, 3), verb
    assert not (tmp_path.parent / "out.csv").exists()
    assert not (tmp_path.parent.parent / "out.csv").exists()


EARLIER = {"an outcome": ("outcome", "magic"), "no details": ("details", []), "a status": ("status", "magic"),
           "a criterion": ("criterion", "magic"), "points": ("points", 1e308)}


def everywhere(data: object, key: str, value: object) -> None:
    """Put a value in the place of whatever bears that name."""
    for each in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        everywhere(each, key, value)
    if isinstance(data, dict) and key in data:
        data[key] = value


@pytest.mark.parametrize("name", EARLIER)
def test_the_rounds_before_are_believed_no_more_than_this_one(run: Run, begun, name: str) -> None:  # noqa: F811
    run("review", "next", begun(), draft("b.csv", co2=18), "--out", "second.lcreview")
    with closing(sqlite3.connect("second.lcreview", isolation_level=None)) as file:
        parts = file.execute("SELECT data FROM chunk WHERE name = 'round:1' ORDER BY part").fetchall()
        data = json.loads(zlib.decompress(b"".join(part for part, in parts)))
        everywhere(data, *EARLIER[name])
        piece(file, "round:1", json.dumps(data).encode())
    for verb in (("show",), ("rounds",), ("report", "--pdf", "second.pdf")):
        assert run("review", verb[0], "second.lcreview", *verb[1:])[0] in (0, 2)
    assert run("review", "rounds", "second.lcreview")[0] == 2


def test_what_turns_a_line_around_is_shown_and_does_nothing(run: Run, begun) -> None:  # noqa: F811
    name, f = "\u202e三张\u2066", "f.lcreview"
    begun(f, name)
    assert run("review", "conclude", f, "--outcome", "fails", "--words", "a\u202eb\x9bc")[0] == 0
    for verb in (("show", f), ("history", f), ("merge", f, "--dry-run")):
        _, out, err = run("review", *verb)
        assert "\\u202e" in out + err and not {"\u202e", "\u2066", "\x9b"} & set(out + err)
    _, out, _ = run("review", "show", f, "--format", "json")
    assert json.loads(out)["reviewer"] == name and json.loads(out)["conclusion"]["words"] == "a\u202eb\x9bc"

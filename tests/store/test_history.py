"""Every change has its entry; whatever is done to the file behind the program's back is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.errors import Message, OutputError, UsageError
from lowcarbon_desktop.plan import SourceFile
from lowcarbon_desktop.review import Correction, Nod, Review, StatedFact
from lowcarbon_desktop.review.log import change_of, digest
from lowcarbon_desktop.review.verdict import Conclusion, Item, Reviewer, Verdict
from lowcarbon_desktop.store import Kept, ReviewFile
from lowcarbon_desktop.store.schema import VERSION, VERSIONS
from lowcarbon_desktop.store.verify import Verified, verify
from tests.store.test_review_file import OLD, reviews

DRAFT = (SourceFile("厦门.xlsx", "ab" * 32),)
AT = "2012-06-30T08:00:00Z"
VERDICT = Verdict("pass", "按全国目标线", "王", AT, "fail")
STEPS = (
    Review(reviewer=Reviewer("1", "王")),
    Review(reviewer=Reviewer("1", "王"), items={"a": Item(VERDICT)}),
    Review(reviewer=Reviewer("1", "王"), items={"a": Item(VERDICT, 2.5, "请补充")}, notes={"a": "私下"}),
    Review(reviewer=Reviewer("1", "王"), items={"b": Item(None, 0, "")}, notes={"a": "私下"}),
    Review(reviewer=Reviewer("1", "王"), status="sealed", conclusion=Conclusion("fails", "不行", "全部", "王", AT)),
)


def made(path: Path, steps: tuple[Review, ...] = STEPS) -> ReviewFile:
    file = ReviewFile(path, lambda: AT)
    for review in steps:
        file.save(Kept(review, DRAFT), {"assessment": b"{}" * 50_000} if review is steps[0] else None, why="because")
    return file


def verified(path: Path) -> Verified:
    return verify(ReviewFile(path).inside())


def behind_its_back(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def said(path: Path) -> list[tuple[str, object]]:
    def bare(first: object) -> object:
        return f"{first.code.removeprefix('log-row-')} {first.args['key']}" if isinstance(first, Message) else first

    return [(each.code, bare(next(iter(each.args.values()), None))) for each in verified(path).faults]


def test_every_change_has_its_entry(tmp_path: Path) -> None:
    file = made(tmp_path / "a.lcreview")
    changes = [change_of(each) for each in file.entries()]
    assert [(each.table, each.key) for each in changes if each.table == "item"] == [
        ("item", ("a",)), ("item", ("a",)), ("item", ("a",)), ("item", ("b",)), ("item", ("b",))]
    second = next(each for each in changes if each.table == "item")
    assert (second.at, second.by, second.why, second.before) == (AT, "王", "because", None)
    assert second.after == ("a", "pass", "按全国目标线", "王", AT, "fail", None, "", "", "")
    assert file.piece("assessment") == b"{}" * 50_000
    assert verified(file.path).faults == verified(file.path).remarks == ()


def test_the_history_keeps_no_private_note(tmp_path: Path) -> None:
    file = made(tmp_path / "a.lcreview")
    assert all("私下" not in each.payload for each in file.entries())
    file.save(Kept(STEPS[-1], DRAFT), {"file:厦门.xlsx": b"x"})
    behind_its_back(file.path, "DELETE FROM note", "DELETE FROM chunk WHERE name LIKE 'file:%'")
    assert verified(file.path).faults == ()
    assert [each.code for each in verified(file.path).remarks] == ["log-left-out"]


@settings(max_examples=25, deadline=None)
@given(st.lists(reviews, min_size=1, max_size=5))
def test_untouched_after_any_changes(tmp_path_factory: pytest.TempPathFactory, steps: list[Review]) -> None:
    file = made(tmp_path_factory.mktemp("review") / "a.lcreview", tuple(steps))
    assert verified(file.path).faults == ()


@pytest.mark.parametrize(("statements", "expected"), [
    (["UPDATE entry SET payload = replace(payload, 'because', 'otherwise') WHERE number = 4"], [("log-altered", 4)]),
    (["DELETE FROM entry WHERE number IN (3, 4)"], [("log-removed", 3)]),
    (["UPDATE entry SET number = 99 WHERE number = 3", "UPDATE entry SET number = 3 WHERE number = 4",
      "UPDATE entry SET number = 4 WHERE number = 99"], [("log-misplaced", 3), ("log-misplaced", 4),
                                                          ("log-misplaced", 5)]),
    (["INSERT INTO entry SELECT number + 1000, payload, hash FROM entry WHERE number = 2"], [("log-removed", 19)]),
    (["DELETE FROM entry WHERE number = (SELECT max(number) FROM entry)"], [("log-cut", 18)]),
    (["UPDATE item SET reason = 'other'", "UPDATE item SET points = 9"], [("log-differs-from", "item b")]),
    (["UPDATE note SET text = 'other'"], [("log-differs-from", "note a")]),
    (["UPDATE piece SET size = 3"], [("log-differs-from", "piece assessment")]),
    (["UPDATE head SET value = 'ab' WHERE name = 'hash'"], [("log-end", None)]),
])
def test_what_was_done_to_it_is_found(tmp_path: Path, statements: list[str], expected: list) -> None:
    unsealed = any(table in statements[0] for table in ("note", "item"))
    path = made(tmp_path / "a.lcreview", STEPS[:4] if unsealed else STEPS).path
    if statements[0].startswith("UPDATE piece"):
        behind_its_back(path, "DELETE FROM chunk")
    behind_its_back(path, *statements)
    assert said(path)[:len(expected)] == expected


def changes() -> Iterator[tuple[str, str, tuple[object, ...]]]:
    """Every kind of naive change, of the first and the last row of every table: what, the statement, what is in it."""
    with TemporaryDirectory() as folder:
        path = noted(Path(folder) / "a.lcreview")
        with closing(sqlite3.connect(path)) as raw:
            for table in VERSIONS[VERSION]:
                rows = raw.execute(f"SELECT * FROM {table.name} ORDER BY {table.columns[0]}").fetchall()
                where = " AND ".join(f"{key} = ?" for key in table.columns[:table.keys])
                places = ", ".join("?" * len(table.columns))
                for row in dict.fromkeys((*rows[:1], *rows[-2:])):
                    key = row[:table.keys]
                    yield f"{table.name} {key} taken out", f"DELETE FROM {table.name} WHERE {where}", key
                    for at, column in enumerate(table.columns):
                        for other in ("x", 7, b"\0", None, f"{row[at]} "):
                            if (other is not None or at >= table.keys) and row[at] != other:
                                yield (f"{table.name} {key} {column} {other!r}",
                                       f"UPDATE OR REPLACE {table.name} SET {column} = ? WHERE {where}", (other, *key))
                    yield (f"{table.name} {key} doubled", f"INSERT INTO {table.name} VALUES ({places})",
                           tuple(f"{value}+" for value in key) + row[table.keys:])


def noted(path: Path) -> Path:
    """A review with a row in every table."""
    file, fact = ReviewFile(path, lambda: AT), StatedFact("peak", "stated", 2020, "第 3 页", "王")
    review = replace(STEPS[2], lines=("a@2010-2015=18",)).with_fact(fact).with_nods((Nod("fund", True),))
    review = review.with_correction(Correction("a.csv", None, "B2", "1", "2")).with_note("b", "也是私下")
    review = review.with_marks((Mark("retrofit", "special-funds", True, "", "见附件三", "ab"),))
    file.save(Kept(review, DRAFT), {"assessment": b"{}", "file:厦门.xlsx": b"x"})
    file.save(Kept(replace(review.with_note("b", "immer noch privat"), round=2), DRAFT))
    return path


def test_every_naive_change_of_any_row_is_found(tmp_path: Path) -> None:
    whole, path = noted(tmp_path / "a.lcreview").read_bytes(), tmp_path / "b.lcreview"
    unseen = []
    for what, statement, given_ in changes():
        path.write_bytes(whole)
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute(statement, given_)
        try:
            if not verified(path).faults:
                unseen.append(what)
        except UsageError as error:
            assert error.message.code == "review-damaged", what
    without = ["chunk ('file:厦门.xlsx', 0) taken out", f"chunk ('note:{digest('也是私下')}', 0) taken out"]
    assert unseen == without  # as copies to mail are


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_changed_byte_of_an_entry_is_found(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = made(tmp_path_factory.mktemp("review") / "a.lcreview").path
    entry = data.draw(st.sampled_from(ReviewFile(path).entries()))
    at = data.draw(st.integers(0, len(entry.payload) - 1))
    sign = data.draw(st.characters(codec="utf-8", exclude_categories=["Cs"]))
    assume(sign != entry.payload[at])
    raw = sqlite3.connect(path)
    raw.execute("UPDATE entry SET payload = ? WHERE number = ?",
                (entry.payload[:at] + sign + entry.payload[at + 1:], entry.number))
    raw.commit()
    raw.close()
    assert ("log-altered", entry.number) in said(path)


def test_an_entry_altered_together_with_its_hash_is_found_by_the_next(tmp_path: Path) -> None:
    path = made(tmp_path / "a.lcreview").path
    entry = ReviewFile(path).entries()[3]
    payload = entry.payload.replace("because", "otherwise")
    raw = sqlite3.connect(path)
    raw.execute("UPDATE entry SET payload = ?, hash = ? WHERE number = 4", (payload, digest(payload)))
    raw.commit()
    raw.close()
    assert said(path) == [("log-misplaced", 5)]


def test_what_was_sealed_meanwhile_is_not_written_to(tmp_path: Path) -> None:
    one = made(tmp_path / "a.lcreview", STEPS[:3])
    other = ReviewFile(one.path)
    other.load()
    one.save(Kept(replace(STEPS[2], status="sealed"), DRAFT))
    before = one.path.read_bytes()
    with pytest.raises(OutputError, match="review-sealed-meanwhile"):
        other.save(Kept(STEPS[3], DRAFT))
    assert one.path.read_bytes() == before
    other.load()
    other.save(Kept(replace(STEPS[2], status="returned"), DRAFT))


def test_a_clock_that_went_back_is_told(tmp_path: Path) -> None:
    moments = iter(["2012-06-30T08:00:00Z", "2012-06-29T08:00:00Z", "2012-07-01T08:00:00Z"])
    file = ReviewFile(tmp_path / "a.lcreview", lambda: next(moments))
    for note in ("1", "2", "3"):
        file.save(Kept(Review(notes={"a": note}), ()))
    result = verified(file.path)
    assert result.faults == () and [(each.code, each.args["number"]) for each in result.remarks] == [("log-clock", 2)]


def test_an_older_file_is_backed_up_before_it_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    raw = sqlite3.connect(path)
    raw.executescript(OLD)
    raw.close()
    before = path.read_bytes()
    (tmp_path / "a.lcreview.v1.bak").write_text("mine")
    file = ReviewFile(path)
    kept = file.load()
    assert kept is not None
    file.save(Kept(kept.review.with_note("x", "y"), ()))
    assert (tmp_path / "a.lcreview.v1.bak").read_text() == "mine"
    assert (tmp_path / "a.lcreview.v1-2.bak").read_bytes() == before
    assert verified(path).faults == () and ReviewFile(path).load() == Kept(kept.review.with_note("x", "y"), ())


@pytest.mark.parametrize(("statement", "writable"), [
    ("UPDATE head SET value = NULL", True), ("UPDATE head SET value = 'many' WHERE name = 'count'", True),
    ("INSERT INTO entry VALUES ('many', 'x', 'y')", False), ("INSERT INTO entry VALUES (999, x'00', 5)", False)])
def test_a_history_of_another_kind_is_told(tmp_path: Path, statement: str, writable: bool) -> None:
    file = made(tmp_path / "a.lcreview", STEPS[:3])
    behind_its_back(file.path, statement)
    codes = [code for code, _ in said(file.path)]
    assert ("log-end" in codes and writable) or "log-unreadable" in codes
    if not writable:
        with pytest.raises(OutputError, match="review-damaged"):
            file.save(Kept(STEPS[3], DRAFT))


def test_a_piece_that_is_too_large_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lowcarbon_desktop.store.pieces.PIECE", 1000)
    file = ReviewFile(tmp_path / "a.lcreview")
    file.save(Kept(Review(), ()), {"source:a": b"x" * 1001, "source:b": b"x" * 1000})
    assert file.left_out == ("source:a",) and file.piece("source:a") is None
    assert file.piece("source:b") == b"x" * 1000


def test_a_piece_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    import zlib

    file = made(tmp_path / "a.lcreview")
    raw = sqlite3.connect(file.path)
    raw.execute("UPDATE chunk SET data = ? WHERE name = 'assessment'", (zlib.compress(b"\0" * 100_000_000),))
    raw.commit()
    raw.close()
    with pytest.raises(UsageError, match="review-damaged"):
        file.piece("assessment")
    assert said(file.path) == [("log-differs-from", "piece assessment")]

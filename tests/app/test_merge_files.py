"""Merging through files: any order, any grouping, older files, and clocks that jump, always come to the same."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app.merge_said import merge_plain
from lowcarbon_desktop.app.review_begun import reviewer_named
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.review_merge import merge, merged_in, outlook, write
from lowcarbon_desktop.app.review_pieces import piece_of
from lowcarbon_desktop.app.verdicts import Said
from lowcarbon_desktop.errors import UsageError
from lowcarbon_desktop.plan import SourceFile
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.verdict import Reviewer
from lowcarbon_desktop.store import Kept, ReviewFile
from tests.review.small import ASSESSMENT

ITEMS = ("cut", "peak")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Three experts' reviews of one draft, two of the same name, and a fourth of another draft."""
    folder = tmp_path_factory.mktemp("begun")
    files = []
    for number, name in enumerate(("张三", "李四", "张三", "王五")):
        draft = (SourceFile("a.csv", "ab" if number < 3 else "cd"),)
        found = replace(ASSESSMENT, plan=replace(ASSESSMENT.plan, files=draft))
        file = ReviewFile(folder / f"{number}.lcreview")
        file.save(Kept(Review(reviewer=Reviewer(f"{number}" * 16, name)), draft), piece_of(found))
        files.append(file.path)
    return tuple(files)


def say(path: Path, criterion: str, outcome: str, at: str, *, reason: str = "见原文") -> None:
    book = Book.open(path)
    book._file._now = lambda: at
    book.say(criterion, Said(at, outcome, reason))


moments = st.integers(0, 60).map(lambda year: f"20{year:02}-06-30T08:00:00Z")
words = st.tuples(st.sampled_from(ITEMS), st.sampled_from(["pass", "fail", "cannot_tell"]), moments)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), words), max_size=6), st.lists(words, min_size=1, max_size=3),
       st.randoms(use_true_random=False))
def test_any_order_any_grouping_older_files_and_clocks_that_jump(begun, said, at_the_meeting, random) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = [Path(shutil.copy(each, folder)) for each in begun[:3]]
        older = []
        for expert, word in said:
            older.append(Path(shutil.copy(files[expert], folder / f"old-{len(older)}.lcreview")))
            say(files[expert], *word)
        for each in files:
            Book.open(each).seal()
        merged, first = merge(files)
        whole = merge_plain(merged, "zh")
        for order in (files[::-1], [*files, *older], [*older[::-1], *files, files[0]]):
            assert merge_plain(merge(order)[0], "zh") == whole
        pair, second = merge(files[:2])
        write(pair, second, folder / "pair.lcreview", "预备会")
        for order in ([folder / "pair.lcreview", files[2]], [files[2], folder / "pair.lcreview", files[0]]):
            assert merge_plain(merge(order)[0], "zh") == whole
        # The meeting speaks, goes on in its own file, and a second meeting follows, whatever the clock shows.
        write(merged, first, folder / "m.lcreview", "评审会")
        copies = []
        for word in at_the_meeting:
            copies.append(Path(shutil.copy(folder / "m.lcreview", folder / f"m-{len(copies)}.lcreview")))
            say(folder / "m.lcreview", *word)
        last = merge([folder / "m.lcreview"])[0]
        assert last.agreed[at_the_meeting[-1][0]].verdict.outcome == at_the_meeting[-1][1]
        given = [folder / "m.lcreview", *copies, *files, folder / "pair.lcreview"]
        random.shuffle(given)
        assert merge_plain(merge(given)[0], "zh") == merge_plain(last, "zh")
        assert merge_plain(last, "zh")["items"] == whole["items"]  # what each had said is never overwritten
        write(*merge([folder / "m.lcreview", files[0]]), folder / "n.lcreview", "第二次会议")
        Book.open(folder / "n.lcreview").take_back(at_the_meeting[0][0])
        after = merge([folder / "n.lcreview", *given])[0]
        assert at_the_meeting[0][0] not in after.agreed
        assert merge_plain(merge([*given[::-1], folder / "n.lcreview"])[0], "zh") == merge_plain(after, "zh")


def test_an_outlook_says_of_every_file_what_would_be_done_and_writes_nothing(begun, tmp_path) -> None:
    files = [Path(shutil.copy(each, tmp_path)) for each in begun]
    newer = Path(shutil.copy(files[0], tmp_path / "newer.lcreview"))
    say(newer, ITEMS[0], "pass", "2012-06-30T08:00:00Z")
    Book.open(newer).seal()
    plan = tmp_path / "a.csv"
    plan.write_text("指标", encoding="utf-8")
    before = {each: each.read_bytes() for each in tmp_path.iterdir()}
    found = {each.path.name: [one.code for one in each.said] for each in outlook([
        *files, newer, tmp_path / "none.lcreview", plan]).files}
    assert found == {
        "0.lcreview": ["merge-will-older"], "1.lcreview": ["merge-will-blind"], "2.lcreview": ["merge-will-blind"],
        "3.lcreview": ["merge-other-draft"], "newer.lcreview": ["merge-will-count"],
        "none.lcreview": ["review-missing"], "a.csv": ["review-not-a-review"]}
    assert outlook([*files, newer]).merged is None and outlook([]).merged is None
    assert {each: each.read_bytes() for each in tmp_path.iterdir()} == before
    fine = outlook([*files[:3], newer]).merged
    assert fine is not None and len(fine.voices) == 3
    with pytest.raises(UsageError) as refused:
        merge([*files, tmp_path / "none.lcreview"])
    assert len(refused.value.message.args["reasons"]) == 2


def test_the_odd_one_out_is_refused_and_not_the_others(begun) -> None:
    assert [bool(each.refused) for each in outlook(begun).files] == [False, False, False, True]
    assert [bool(each.refused) for each in outlook(begun[::-1]).files] == [True, False, False, False]


def test_two_files_of_one_expert_that_went_apart_are_told(begun, tmp_path) -> None:
    one, other = (Path(shutil.copy(begun[0], tmp_path / name)) for name in ("one.lcreview", "other.lcreview"))
    say(one, ITEMS[0], "pass", "2012-06-30T08:00:00Z")
    say(other, ITEMS[0], "fail", "2012-06-30T08:00:00Z")
    say(other, ITEMS[1], "pass", "2012-06-30T08:00:00Z")
    codes = {each.path.name: each.said[0].code for each in outlook([one, other]).files}
    assert codes == {"one.lcreview": "merge-will-diverged", "other.lcreview": "merge-will-blind"}


def test_a_meeting_keeps_who_and_when_and_its_conclusion_through_another_merge(begun, tmp_path) -> None:
    files = [Path(shutil.copy(each, tmp_path)) for each in begun[:2]]
    for each in files:
        say(each, ITEMS[0], "pass", "2012-06-01T08:00:00Z")
        Book.open(each).seal()
    write(*merge(files), tmp_path / "m.lcreview", "第二次评审会")
    say(tmp_path / "m.lcreview", ITEMS[0], "fail", "2012-06-30T08:00:00Z", reason="一致认为")
    Book.open(tmp_path / "m.lcreview").conclude("passes_once_revised", "修改后通过", "见清单")
    write(*merge([tmp_path / "m.lcreview", *files]), tmp_path / "n.lcreview", "第三次评审会")
    book = Book.open(tmp_path / "n.lcreview")
    found = merged_in(book)
    verdict = found.agreed[ITEMS[0]].verdict
    assert (verdict.by, verdict.at, verdict.reason) == ("第二次评审会", "2012-06-30T08:00:00Z", "一致认为")
    assert found.conclusion.revise == book.review.conclusion.revise == "见清单"
    assert {each.items[ITEMS[0]].verdict.outcome for each in found.voices.values()} == {"pass"}
    assert merged_in(Book.open(files[0])) is None


def test_a_change_of_an_open_file_can_be_undone(begun, tmp_path) -> None:
    book = Book.open(Path(shutil.copy(begun[0], tmp_path)))
    assert book.to_undo is None
    book.say(ITEMS[0], Said("2012-06-30T08:00:00Z", "pass", "因为"))
    assert book.to_undo is not None
    book.undo()
    assert book.to_undo is None and Book.open(book.path).review.item(ITEMS[0]).verdict is None
    assert not book.verified().faults


def test_a_name_is_asked_for() -> None:
    with pytest.raises(UsageError):
        reviewer_named(" ")

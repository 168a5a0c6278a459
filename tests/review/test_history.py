"""The laws of do, undo and redo."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.review import History, Review

EDIT = message("change-note", criterion="a")
notes = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.text(min_size=1), max_size=3)
reviews = st.builds(Review, notes=notes)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any history that doing, undoing and redoing can lead to."""
    history = History(draw(reviews))
    for step in draw(st.lists(st.one_of(reviews, st.sampled_from(["undo", "redo"])), max_size=12)):
        history = history.do(step, EDIT) if isinstance(step, Review) else getattr(history, step)()
    return history


@given(histories(), reviews)
def test_undo_after_do_gives_the_same_object_back(history: History, review: Review) -> None:
    done = history.do(review, EDIT)
    assert done.undo().present is history.present if done is not history else done == history


@given(histories(), reviews)
def test_do_clears_the_future_and_keeps_the_past(history: History, review: Review) -> None:
    done = history.do(review, EDIT)
    if review == history.present:
        assert done is history
    else:
        assert done.future == () and done.to_redo is None
        assert done.past[:-1] == history.past and done.to_undo == EDIT


@given(histories())
def test_redo_after_undo_and_undo_after_redo_change_nothing(history: History) -> None:
    assert history.undo().redo() == history or not history.past
    assert history.redo().undo() == history or not history.future


@given(histories())
def test_all_the_way_back_and_forth(history: History) -> None:
    back = history
    for _ in history.past:
        back = back.undo()
    assert back.past == () and back.undo() is back
    assert len(back.future) == len(history.past) + len(history.future)
    for _ in history.past:
        back = back.redo()
    assert back == history


def test_the_words_go_with_the_change() -> None:
    first, second = message("change-note", criterion="a"), message("change-lines")
    history = History(Review()).do(Review(notes={"a": "x"}), first).do(Review(notes={"a": "x"}, lines=("y",)), second)
    assert (history.to_undo, history.to_redo) == (second, None)
    assert (history.undo().to_undo, history.undo().to_redo) == (first, second)


@given(histories(), st.integers(-1, 15))
def test_jumping_is_undoing_or_redoing_so_many_times(history: History, count: int) -> None:
    steps, done = history.steps
    jumped = history.at(count)
    assert jumped.steps == (steps, min(max(count, 0), len(steps)))
    assert jumped.at(done).present == history.present

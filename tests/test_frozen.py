"""A class made by `frozen` is what the library's dataclass would be."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from inspect import signature

import pytest

from lowcarbon_desktop.frozen import frozen


class Slotted:
    """Said."""

    first: int
    second: str | None = None
    third: dict[str, int] = field(default_factory=dict, compare=True)


class Open:
    """Said."""

    first: int
    second: tuple[int, ...] = ()

    @cached_property
    def twice(self) -> int:
        return 2 * self.first


class OwnHash:
    """Said."""

    only: dict[str, int]

    def __hash__(self) -> int:
        return 7


def made(make, slots: bool) -> list[type]:
    """Each class anew, under its own name, as pickle wants it."""
    return [make(type(cls.__name__, (), {**{key: value for key, value in vars(cls).items()
                                           if key not in ("__dict__", "__weakref__")}}))
            for cls in ((Slotted, OwnHash) if slots else (Open, OwnHash))]


PAIRS = [pair for slots in (True, False) for pair in zip(
    made(frozen(slots=slots), slots), made(dataclass(frozen=True, slots=slots), slots), strict=True)]


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_it_is_made_called_shown_and_compared_like_a_dataclass(ours: type, theirs: type) -> None:
    assert is_dataclass(ours) and ours.__match_args__ == theirs.__match_args__ and ours.__doc__ == theirs.__doc__
    assert [each.name for each in fields(ours)] == [each.name for each in fields(theirs)]
    assert hasattr(ours, "__slots__") == hasattr(theirs, "__slots__")
    assert list(signature(ours).parameters) == list(signature(theirs).parameters)
    for given in ((1,), ({},), (2,)):
        one, other = ours(*given), theirs(*given)
        assert repr(one) == repr(other) and asdict(one) == asdict(other)
        assert one == ours(*given) and one != other and one != ours(3)
        assert replace(one, **{fields(ours)[0].name: 5}) == ours(5)
    for given in ((), (1, 2, 3, 4)):
        for each in (ours, theirs):
            with pytest.raises(TypeError):
                each(*given)


@pytest.mark.parametrize("cls", [pair[0] for pair in PAIRS])
def test_nothing_of_it_can_be_changed(cls: type) -> None:
    one = cls(1)
    for name in (fields(cls)[0].name, "other"):
        with pytest.raises(FrozenInstanceError):
            setattr(one, name, 2)
        with pytest.raises(FrozenInstanceError):
            delattr(one, name)


def test_a_default_that_is_made_is_made_each_time() -> None:
    cls = PAIRS[0][0]
    assert cls(1).third == {} and cls(1).third is not cls(1).third and cls(1, third={"a": 1}).third == {"a": 1}


def test_its_hash_is_that_of_its_values_or_its_own() -> None:
    assert hash(PAIRS[2][0](1, (2,))) == hash((1, (2,))) and hash(PAIRS[1][0]({})) == 7
    with pytest.raises(TypeError):
        hash(PAIRS[0][0](1))


def test_what_is_worked_out_once_is_kept() -> None:
    one = PAIRS[2][0](4)
    assert one.twice == 8 and vars(one)["twice"] == 8


@frozen(slots=True)
class Sent:
    first: int
    second: tuple[int, ...] = ()


def test_a_frozen_dataclass_may_inherit_from_it() -> None:
    @dataclass(frozen=True)
    class More(PAIRS[2][0]):
        third: int = 3

    assert More(1) == More(1, (), 3) and More(1) != PAIRS[2][0](1)


def test_it_goes_to_another_process_and_comes_back() -> None:
    assert pickle.loads(pickle.dumps(Sent(1, (2,)))) == Sent(1, (2,)) == copy.deepcopy(Sent(1, (2,)))


def test_what_is_not_to_be_compared_is_not() -> None:
    @frozen()
    class Placed:
        value: int
        place: int = field(default=0, compare=False)

    assert Placed(1, 2) == Placed(1, 3) != Placed(2, 3) and hash(Placed(1, 2)) == hash(Placed(1, 3))
    assert "place=2" in repr(Placed(1, 2))

"""Where a review lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.store import places
from lowcarbon_desktop.store.places import data_folder, review_path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    (tmp_path / "shipped" / "examples").mkdir(parents=True)
    return tmp_path / "shipped"


def test_beside_the_plan(tmp_path: Path, shipped: Path) -> None:
    assert review_path(tmp_path / "厦门.xlsx", shipped=shipped) == tmp_path / "厦门.xlsx.lcreview"


def test_beside_a_folder_that_is_one_application(tmp_path: Path, shipped: Path) -> None:
    (tmp_path / "厦门").mkdir()
    assert review_path(tmp_path / "厦门", shipped=shipped) == tmp_path / "厦门.lcreview"


def test_each_applicant_of_a_comparison_table_has_its_own(tmp_path: Path, shipped: Path) -> None:
    assert review_path(tmp_path / "表16.xlsx", shipped=shipped, applicant="厦门").name == "表16.xlsx.厦门.lcreview"
    assert review_path(tmp_path / "表16.xlsx", shipped=shipped, applicant="../厦门").parent == tmp_path


def test_a_shipped_example_is_kept_in_the_programs_own_folder(tmp_path: Path, shipped: Path) -> None:
    example = shipped / "examples" / "xiamen.xlsx"
    path = review_path(example, shipped=shipped, own=tmp_path / "own")
    assert path.parent == tmp_path / "own" / "reviews"
    assert path.name.startswith("xiamen.xlsx-") and path.suffix == ".lcreview"
    assert path != review_path(shipped / "other" / "xiamen.xlsx", shipped=shipped, own=tmp_path / "own")


def test_a_folder_that_may_not_be_written_to(tmp_path: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own"
    monkeypatch.setattr(places, "_writable", lambda folder: False)
    away = review_path(tmp_path / "a.xlsx", shipped=shipped, own=own)
    assert away.parent == own / "reviews"
    (tmp_path / "a.xlsx.lcreview").write_text("")
    assert review_path(tmp_path / "a.xlsx", shipped=shipped, own=own) == tmp_path / "a.xlsx.lcreview"


def test_a_review_begun_in_the_own_folder_is_found_when_the_plans_folder_can_be_written_again(
        tmp_path: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own"
    monkeypatch.setattr(places, "_writable", lambda folder: False)
    away = review_path(tmp_path / "a.xlsx", shipped=shipped, own=own)
    away.parent.mkdir(parents=True)
    away.write_text("")
    monkeypatch.undo()
    assert review_path(tmp_path / "a.xlsx", shipped=shipped, own=own) == away


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path: Path, shipped: Path) -> None:
    path = review_path(tmp_path / "gone" / "a.xlsx", shipped=shipped, own=tmp_path)
    assert path.parent == tmp_path / "reviews"


def test_the_rules_of_each_platform(tmp_path: Path) -> None:
    assert data_folder({"XDG_DATA_HOME": str(tmp_path)}, "linux") == tmp_path / "LowCarbonDesktop"
    assert data_folder({"XDG_DATA_HOME": "relative"}, "linux") == Path.home() / ".local/share/LowCarbonDesktop"
    assert data_folder({}, "linux") == Path.home() / ".local/share/LowCarbonDesktop"
    assert data_folder({"APPDATA": str(tmp_path)}, "win32") == tmp_path / "LowCarbonDesktop"
    assert data_folder({}, "darwin") == Path.home() / "Library/Application Support/LowCarbonDesktop"

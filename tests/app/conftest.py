"""Every test has a data folder of its own: nothing is remembered on the tester's desk."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own data"
    monkeypatch.setattr("lowcarbon_desktop.store.places.data_folder", lambda: folder)
    return folder

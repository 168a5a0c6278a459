"""A long text is understood step by step, can be stopped on the way, and is not read again for a corrected cell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import build_plans, read_source
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import Cancelled
from lowcarbon_desktop.ingest.memory import Memory
from lowcarbon_desktop.progress import Progress

LINES = 30


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "方案.txt"
    said = [f"到2015年，单位GDP二氧化碳排放比2010年下降{each}%。" for each in range(10, 10 + LINES)]
    path.write_text("\n".join(["厦门市低碳试点实施方案", *said]), "utf-8")
    return path


def test_understanding_tells_how_far_it_is_and_stops(file: Path) -> None:
    known = replace(reference(), tools=replace(reference().tools, memory=Memory()))
    source, seen = read_source(file), []
    progress = Progress(lambda done, total: seen.append((done, total)))
    build_plans(source, known, progress=progress)
    assert seen == sorted(seen) and len(set(seen)) > LINES - 2 and {total for _, total in seen} == {LINES + 1}

    stopped = Progress(lambda done, total: stopped.cancel() if done > 3 else None)
    with pytest.raises(Cancelled):
        build_plans(source, known, region="泉州", progress=stopped)


def test_what_was_read_is_not_read_again(file: Path) -> None:
    known = replace(reference(), tools=replace(reference().tools, memory=Memory()))
    source, seen = read_source(file), []
    first = build_plans(source, known)
    again = build_plans(source, known, progress=Progress(lambda done, total: seen.append(done)))
    assert again == first and not seen

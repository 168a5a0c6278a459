"""What was compiled of the shipped YAML is what its parser reads; what was changed is parsed."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_spec.compiled import compiled as written
from build_spec.compiled import folders
from lowcarbon_desktop.app.check import load_rubric
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubrics import examine_bound, find_rubric, load_bound, shipped
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import FaultyData, Text
from lowcarbon_desktop.rubric import Citation, Criterion
from lowcarbon_desktop.rubric import compiled as module
from lowcarbon_desktop.rubric.compiled import compiled, compiled_rubric, kept
from lowcarbon_desktop.rubric.load import load
from lowcarbon_desktop.rubric.model import Applies, Grade
from lowcarbon_desktop.rubric.nodes import read

DATA = sorted(resource().glob("*.yaml"))
WORDS = st.text("a碳 1：", max_size=4)
TEXTS = st.builds(Text, WORDS, WORDS)
DAYS = st.none() | st.dates(date(2008, 1, 1), date(2030, 1, 1))
CRITERIA = st.builds(
    lambda like, **changed: replace(like, **changed), st.sampled_from(load(find_rubric("second-batch")).criteria),
    title=TEXTS, points=st.floats(0, 100), check=WORDS, citation=st.builds(Citation, TEXTS, WORDS, WORDS),
    parameters=st.dictionaries(WORDS, st.recursive(st.integers() | st.booleans() | WORDS | st.floats(0, 9), st.lists)),
    applies=st.builds(Applies, st.tuples(WORDS), st.lists(WORDS, max_size=2).map(tuple), DAYS, DAYS),
    grades=st.lists(st.builds(Grade, WORDS, TEXTS, st.none() | st.floats(-9, 9)), max_size=3).map(tuple),
    former=st.lists(WORDS, max_size=2).map(tuple), locked=st.booleans(), evidence=TEXTS)


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.stem)
def test_what_is_shipped_was_compiled(file: Path) -> None:
    """Else: python -m build_spec.compiled."""
    item, faults = read(file.read_bytes(), str(file))
    assert item is not None and not faults and compiled(file.read_bytes(), "resources") == item.plain()


@pytest.mark.parametrize("id", shipped())
def test_a_shipped_rubric_is_what_its_files_say(id: str) -> None:
    parsed, held = load(find_rubric(id)), compiled_rubric(find_rubric(id))
    assert held == parsed
    assert [each.marks for each in held] == [{"": each.marks[""]} for each in parsed]


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_nothing_else_was_compiled(folder: Path) -> None:
    assert resource("compiled", f"{folder.name}.json").read_text("utf-8") == written(folder)


@given(st.lists(CRITERIA, max_size=3))
def test_what_is_kept_comes_back(criteria: list[Criterion]) -> None:
    rubric = replace(load(find_rubric("second-batch")), criteria=tuple(criteria))
    files = {Path(each.marks[""].file).name: each.marks[""].file for each in rubric} | {"rubric.yaml": rubric.file}
    assert module._rubric(json.loads(json.dumps(kept(rubric))), files) == rubric


def copied(to: Path, replaced: tuple[str, str] = ("", "")) -> Path:
    folder = shutil.copytree(find_rubric("second-batch"), to / "second-batch")
    targets = folder / "targets.yaml"
    targets.write_bytes(targets.read_bytes().replace(*(each.encode() for each in replaced), 1))
    return folder


def test_a_changed_file_is_parsed(tmp_path: Path) -> None:
    folder = copied(tmp_path, ("points: 8", "points: 9"))
    assert compiled_rubric(folder) is None
    with pytest.raises(FaultyData) as error:
        load_bound(folder, reference())
    assert [fault.message.code for fault in error.value.faults] == ["rubric-points-total"]


def test_a_lost_file_is_missed(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    assert compiled_rubric(folder) is not None
    (folder / "targets.yaml").unlink()
    assert compiled_rubric(folder) is None


@pytest.mark.parametrize("changed", [
    "change: [{criterion: targets.co2-2015.nation, remark: x, with: {base_year: 2009}}]",
    "change: [{criterion: targets.near-and-long-term, remark: x, line: 20}]"])
def test_the_faults_of_a_tailoring_have_the_places_that_the_files_tell(tmp_path: Path, changed: str) -> None:
    tailoring = tmp_path / "own.yaml"
    tailoring.write_text(f"name: 试评\nrubric: second-batch\nversion: '1.0'\n{changed}\n", "utf-8")
    path = find_rubric("second-batch")
    with pytest.raises(FaultyData) as error:
        load_bound(path, reference(), tailoring)
    assert tuple(error.value.faults) == examine_bound(path, reference(), tailoring)[1]


def test_a_check_reads_what_was_compiled_and_a_lint_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    path = find_rubric("second-batch")
    parsed, _ = examine_bound(path, reference())
    assert load_bound(path, reference()) == parsed
    monkeypatch.setattr(module, "_held", lambda folder: {})
    assert load_bound(path, reference()) == parsed
    monkeypatch.setattr("lowcarbon_desktop.rubric.load.read", None)
    with pytest.raises(TypeError):
        examine_bound(path, reference())


def test_a_damaged_file_of_what_was_compiled_is_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "second-batch.json").write_text('{"half', "utf-8")
    monkeypatch.setattr(module, "resource", lambda *parts: tmp_path / parts[-1])
    module._held.cache_clear()
    path = find_rubric("second-batch")
    assert compiled_rubric(path) is None and load_bound(path, reference()).criteria
    module._held.cache_clear()


def test_a_check_does_without_the_parser() -> None:
    import subprocess
    import sys

    code = ("import sys; from lowcarbon_desktop.app.check import load_rubric; load_rubric(); "
            "sys.exit('yaml' in sys.modules or 'lowcarbon_desktop.rubric.nodes' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert load_rubric().criteria

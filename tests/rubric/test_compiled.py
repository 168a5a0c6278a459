"""What was compiled of the shipped YAML is what its parser reads, with the same places; what was changed is parsed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_spec.compiled import compiled as written
from build_spec.compiled import folders
from lowcarbon_desktop.app.check import load_rubric
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubrics import examine_bound, find_rubric, load_bound
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.rubric import compiled as module
from lowcarbon_desktop.rubric.compiled import compiled, plain
from lowcarbon_desktop.rubric.nodes import read

SHIPPED = [file for folder in folders() for file in sorted(folder.glob("*.yaml"))]
WORDS = st.one_of(st.integers(-9, 2015).map(str), st.sampled_from((
    "17.50", "true", "no", "017", '"1"', "'厦门'", "''", "碳 强度", "x: y")))
TEXTS = st.recursive(WORDS, lambda inner: st.one_of(
    st.lists(inner, max_size=4).map(lambda each: f"[{', '.join(each)}]"),
    st.lists(inner, max_size=4).map(lambda each: "{" + ", ".join(f"k{n}: {one}" for n, one in enumerate(each)) + "}")))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_what_is_shipped_was_compiled(file: Path) -> None:
    """Else: python -m build_spec.compiled."""
    item = compiled(file.read_bytes(), str(file))
    assert item is not None and (item, []) == read(file.read_bytes(), str(file))


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_nothing_else_was_compiled(folder: Path) -> None:
    assert resource("compiled", f"{folder.name}.json").read_text("utf-8") == written(folder)


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_what_is_kept_is_what_was_parsed(values: list[str]) -> None:
    text = "".join(f"key{number}:\n  - {value}\n" for number, value in enumerate(values))
    item, _ = read(text.encode(), "a.yaml")
    assert item is None or module._item(json.loads(json.dumps(plain(item))), "a.yaml") == item


def test_a_changed_file_is_parsed(tmp_path: Path) -> None:
    folder = tmp_path / "second-batch"
    folder.mkdir()
    for file in find_rubric("second-batch").glob("*.yaml"):
        text = file.read_text("utf-8")
        text = text.replace("points: 8", "points: 9", 1) if file.stem == "targets" else text
        (folder / file.name).write_text(text, "utf-8")
    changed = (folder / "targets.yaml").read_bytes()
    assert compiled(changed, str(folder / "targets.yaml")) is None
    _, faults = examine_bound(folder, reference(), kept=True)
    assert [fault.message.code for fault in faults] == ["rubric-points-total"]


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
    file = find_rubric("second-batch") / "rubric.yaml"
    assert compiled(file.read_bytes(), str(file)) is None
    module._held.cache_clear()


def test_a_check_does_without_the_parser() -> None:
    import subprocess
    import sys

    code = ("import sys; from lowcarbon_desktop.app.check import load_rubric; load_rubric(); "
            "sys.exit('yaml' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert load_rubric().criteria

"""Makes docs/coverage.md, what serves each row of the source documents: `python -m build_spec.coverage`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from lowcarbon_desktop.app.check import load_rubric
from lowcarbon_desktop.app.rubrics import shipped
from lowcarbon_desktop.rubric import Criterion

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "coverage.md"
_HEAD = """# 报告的每一部分由什么落实 · What serves each part of the source documents

由 `build_spec/coverage.yaml` 生成，请勿手改：`python -m build_spec.coverage`。
Made from `build_spec/coverage.yaml`; do not edit by hand.

| | 内容 What | 条目 Criteria | 数据 Data | 计算 Computations |
|---|---|---|---|---|
"""


def rows() -> Mapping[str, Mapping[str, object]]:
    """The rows as written."""
    return yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))


def criteria() -> dict[str, dict[str, Criterion]]:
    """{rubric: {id: criterion}} of all shipped rubrics, the default one first."""
    names = sorted(shipped(), key=lambda name: (name != "second-batch", name))
    return {name: {each.id: each for each in load_rubric(name)} for name in names}


def page() -> str:
    """The text of docs/coverage.md. Raises ValueError where a name matches nothing, or a row is empty."""
    law = criteria()
    return _HEAD + "".join(_row(id, row, law) for id, row in rows().items())


def _row(id: str, row: Mapping[str, object], law: Mapping[str, Mapping[str, Criterion]]) -> str:
    patterns = _texts(row["criteria"])
    served = {rubric: matching(patterns, ids) for rubric, ids in law.items()}
    _refuse_unknown(id, patterns, [each for ids in law.values() for each in ids])
    kinds = {law[rubric][each].check for rubric, ids in served.items() for each in ids}
    modules = sorted(f"lowcarbon_desktop/checks/kinds/{kind.replace('-', '_')}.py" for kind in kinds)
    data, computations = _files(id, row.get("data", [])), _files(id, row.get("computations", []))
    computations += [] if row.get("summary") else modules
    if not any(served.values()) or not data or not computations:
        raise ValueError(f"{id}: nothing serves it")
    cells = (id, str(row["title"]), _criteria_said(served, bool(row.get("summary"))), _linked(data),
             _linked(computations))
    return "| " + " | ".join(cells) + " |\n"


def matching(patterns: Sequence[str], ids: Iterable[str]) -> list[str]:
    """The ids that one of the patterns stands for, in the order of the rubric."""
    return [each for each in ids if any(fnmatchcase(each, pattern) for pattern in patterns)]


def _criteria_said(served: Mapping[str, Sequence[str]], summary: bool) -> str:
    if summary:
        return "; ".join(f"{rubric}: {len(ids)} 条" for rubric, ids in served.items())
    return "<br>".join(f"{rubric}: {', '.join(ids)}" for rubric, ids in served.items() if ids)


def _files(id: str, patterns: object) -> list[str]:
    found = []
    for pattern in _texts(patterns):
        paths = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern))
        if not paths and "*" not in pattern:
            raise ValueError(f"{id}: no file {pattern}")
        found += paths
    return found


def _refuse_unknown(id: str, patterns: Sequence[str], known: Sequence[str]) -> None:
    for pattern in patterns:
        if "*" not in pattern and pattern not in known:
            raise ValueError(f"{id}: no criterion {pattern}")


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(each) for each in value]


def _linked(paths: Sequence[str]) -> str:
    return ", ".join(f"[{Path(path).name}](../{path})" for path in paths)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")

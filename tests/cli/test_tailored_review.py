"""A review by a tailored rubric says so everywhere, and is merged only with others by the same tailoring."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from tests.cli.test_review import NATION, Run, _here, begun, draft, item, plain, run  # noqa: F401

TAILORING = """\
name: 省专家组
rubric: second-batch
version: '1.0'
change:
  - criterion: targets.co2-2015.nation
    remark: 本省要求更高
    line: {line}
"""
Plain = Callable[..., dict]


@pytest.fixture
def tailoring() -> Callable[[float], Path]:
    def tailoring(line: float) -> Path:
        path = Path(f"tailoring-{line}.yaml")
        path.write_text(TAILORING.format(line=line), "utf-8")
        return path
    return tailoring


def test_the_line_is_the_tailorings_and_not_the_reviewers(run: Run, plain: Plain, begun, tailoring) -> None:  # noqa: F811
    f = begun("t.lcreview", "张三", None, "--tailoring", tailoring(19))
    shown = plain("review", "show", f)
    assert shown["rubric"]["tailoring"]["name"] == "省专家组"
    assert len(shown["rubric"]["tailoring"]["sha256"]) == 64
    machine = item(shown, NATION)["machine"]
    assert (machine["outcome"], machine["line"]["status"], machine["line"]["document"]) == (
        "fail", "tailored", "省专家组")
    assert 'that the tailoring "省专家组" sets, 19' in machine["message"]
    run("review", "report", f, "--pdf", "t.pdf", lang="zh")
    paper = "".join(page.extract_text() for page in pypdf.PdfReader("t.pdf").pages).replace("\n", "")
    assert "调整方案“省专家组”规定的指标线 19%" in paper
    assert "评审人录入" not in paper
    assert "省专家组" in run("review", "show", f)[1].splitlines()[1]


def test_other_tailorings_are_not_merged(run: Run, begun, tailoring) -> None:  # noqa: F811
    plan = draft()
    one, other, none = (begun(f"{name}.lcreview", name, plan, *options) for name, options in (
        ("a", ("--tailoring", tailoring(19))), ("b", ("--tailoring", tailoring(20))), ("c", ())))
    for pair in ((one, other), (one, none)):
        status, _, err = run("review", "merge", *pair, "--dry-run")
        assert (status, "another tailoring" in err) == (2, True)
    assert run("review", "merge", one, one, "--dry-run")[0] == 0


def test_a_merge_names_it_with_its_hash(run: Run, plain: Plain, begun, tailoring) -> None:  # noqa: F811
    plan = draft()
    files = [begun(f"{name}.lcreview", name, plan, "--tailoring", tailoring(19)) for name in "ab"]
    hash = plain("review", "merge", *files, "--dry-run")["rubric"]["tailoring"]["sha256"]
    _, out, _ = run("review", "merge", *files, "--out", "m.lcreview")
    run("review", "report", "m.lcreview", "--merge", "--pdf", "m.pdf")
    paper = "".join(page.extract_text() for page in pypdf.PdfReader("m.pdf").pages).replace("\n", "")
    for said in (out, paper):
        assert ("省专家组" in said, hash in said) == (True, True)


def test_a_part_stays_a_part_in_the_review(run: Run, plain: Plain, begun) -> None:  # noqa: F811
    f = begun("p.lcreview", "张三", None, "--part")
    shown = plain("review", "show", f)
    assert (shown["part"], shown["plan"]["whole"]) == (True, False)
    run("review", "fact", f, "--fact", "co2_peak_year", "--value", "2020", "--source", "p. 3")
    assert plain("review", "show", f)["plan"]["whole"] is False

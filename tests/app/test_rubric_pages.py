"""The page of a criterion: what, why, source, examples from its cases, how to mend, how it is computed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lowcarbon_desktop.app.check import load_rubric
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_cases import run_cases
from lowcarbon_desktop.app.rubric_page import Page, page, page_of
from lowcarbon_desktop.app.rubric_pages import write_pages
from lowcarbon_desktop.app.rubrics import find_rubric, load_bound, shipped
from lowcarbon_desktop.checks.table import KINDS
from lowcarbon_desktop.wording import LANGUAGES, known
from tests.rubric.tailored import ADDED, HEAD, tailored


def pages(rubric: str, lang: str) -> dict[str, Page]:
    path = find_rubric(rubric)
    bound = load_bound(path, reference())
    results = run_cases(path, reference())[1]
    return {each.criterion.id: page(each, bound.rubric, results, reference(), lang) for each in bound}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_check_says_how_it_computes(kind: str, lang: str) -> None:
    assert known(f"kind-{kind}", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rubric", shipped())
def test_every_criterion_has_a_whole_page_with_examples(rubric: str, lang: str) -> None:
    for each in pages(rubric, lang).values():
        assert all((each.number, each.title, each.why, each.source, each.how, each.remedy, each.evidence)), each
        assert (each.right is not None and each.wrong is not None) or each.other is not None, each.criterion
        assert "{" not in f"{each.title}{each.why}{each.remedy}{each.evidence}"


def test_a_page_says_it_in_words() -> None:
    found = pages("second-batch", "zh")["targets.co2-2015.nation"]
    assert dict(found.about) == {
        "级别": "必须项", "由谁判断": "机器自动判断", "机器误报方向": "读数无误时不会误报", "维度": "碳产出",
        "分值": "8 分（分值系本软件自拟，非主管部门规定，仅供参考）", "检查方式": "目标与指标线比较",
        "锁定": "已锁定：调整时不得删去或放宽"}
    assert ("比较哪个指标", "单位 GDP 二氧化碳排放下降率") in found.parameters
    assert ("允许相差的百分点", "1 个百分点") in pages("second-batch", "zh")["consistency.kaya"].parameters
    assert found.source == "依据：第一、二批国家低碳省区和低碳城市试点评估报告 2.3 表16"
    assert found.right is not None and found.wrong is not None
    assert (found.right.outcome, found.wrong.outcome) == ("pass", "fail")
    assert found.right.table[0][0] == "序号"


@pytest.mark.parametrize("criterion", ["targets.co2-2020.nation", "consistency.copied-table", "data.inventory"])
def test_one_page_alone_is_the_same(criterion: str) -> None:
    assert page_of(load_rubric(), criterion, reference(), "zh") == pages("second-batch", "zh")[criterion]


def test_a_page_beside_a_finding_speaks_of_the_tailored_criterion(tmp_path: Path) -> None:
    tailored(tmp_path, HEAD + "change:\n  - {criterion: targets.co2-2015.nation, line: 30, remark: 更严}\n" + ADDED)
    rubric = load_rubric("second-batch", tmp_path / "tailoring.yaml")
    found = page_of(rubric, "targets.co2-2015.nation", reference(), "zh")
    assert "30%" in found.why
    assert found.right is None and found.wrong is not None and "30%" in found.wrong.message
    added = page_of(rubric, "peak.own", reference(), "en")
    assert (added.why, added.right, added.wrong) == ("Asked by the province", None, None)


class _Checked(HTMLParser):
    """Every tag that is opened is closed, and nothing is fetched from anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        assert tag not in ("script", "link", "img", "iframe")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_pages_stand_alone_and_their_links_lead_somewhere(tmp_path: Path) -> None:
    written = write_pages(find_rubric("second-batch"), reference(), tmp_path)
    for file in written:
        text = file.read_text("utf-8")
        parser = _Checked()
        parser.feed(text)
        assert parser.open == []
        assert not re.search(r"https?:|url\(|@import", text)
        assert all((file.parent / link).is_file() for link in parser.links), file


def test_what_a_rubric_says_is_text_and_never_markup(tmp_path: Path) -> None:
    good = (Path(__file__).parents[1] / "rubric" / "data" / "good.yaml").read_text("utf-8")
    path = tmp_path / "rubric.yaml"
    path.write_text(good.replace("en: Say who leads", 'en: "<script>alert(1)</script> & more"'), "utf-8")
    written = write_pages(path, reference(), tmp_path / "pages")
    text = next(each for each in written if each.match("en/organisation*")).read_text("utf-8")
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in text

"""Figures in sentences: a page that an expert can read, and laws that hold for any numbers and years."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.prose.reading import Prose, read_prose
from lowcarbon_desktop.plan import Passage, Reading, Where

PAGE = yaml.safe_load(Path(__file__).with_name("figures.yaml").read_text("utf-8"))
TAKEN_BACK = yaml.safe_load(Path(__file__).with_name("taken_back.yaml").read_text("utf-8"))
AROUND = yaml.safe_load(Path(__file__).with_name("around.yaml").read_text("utf-8"))
VERDICTS = yaml.safe_load(Path(__file__).with_name("verdicts.yaml").read_text("utf-8"))
FACTS = ("co2_peak_year", "total_emission_cap", "per_head_emission_target", "energy_cap")


def read(text: str, at: str = "厦门") -> Prose:
    """What paragraphs say, parted by |; one that begins with # is a heading."""
    passages = [Passage(each.removeprefix("# "), Where("plan.docx", paragraph=number), each.startswith("# "))
                for number, each in enumerate(text.split("|"), 1)]
    return read_prose(passages, reference().places.find(at)[0], reference().tools)


def said(reading: Reading) -> list:
    value = str(reading.value)
    if reading.value is not None and reading.value.stretch is not None:
        value += f"/{reading.value.stretch:g}"
    return [reading.indicator, reading.base_year, reading.target_year, value, reading.kind, reading.region,
            *(["doubt"] if reading.doubts else [])]


@pytest.mark.parametrize("case", PAGE, ids=[case["say"] for case in PAGE])
def test_reads_every_figure(case: dict) -> None:
    prose = read(case["say"], case.get("at", "厦门"))
    if "read" in case:
        assert [said(each) for each in prose.readings] == case["read"]
    facts = [fact for id, fact in prose.facts.items() if id in FACTS]
    assert {fact.id: fact.value if fact.state == "stated" else fact.state for fact in facts} == case.get("facts", {})


CUTS = {"co2_per_gdp_cut": "单位GDP二氧化碳排放", "energy_per_gdp_cut": "单位GDP能耗"}
SHARES = {"nonfossil_share": "非化石能源占一次能源消费比重", "forest_coverage": "森林覆盖率",
          "services_share": "服务业增加值占GDP比重"}
percent = st.integers(10, 990).map(lambda tenths: f"{tenths / 10:g}")
ahead = st.integers(2013, 2050)
IDLE = (
    "加快推进低碳城市建设，着力优化产业结构和能源结构。", "2012年3月，市政府召开专题会议，研究部署20项重点任务。",
    "国家低碳试点城市要走在全国前列，为全国提供可复制的经验。", "项目总投资12.5亿元，其中财政资金占30%。",
    "与全国平均水平相比，我市能源结构仍需优化。", "到2015年，建成绿道300公里，推广新能源汽车2000辆。",
    "大力发展风电、光伏发电等新能源产业，提高能源利用效率。", "杭州市公共自行车系统值得借鉴。",
)


@given(st.sampled_from(sorted(CUTS)), percent, ahead, st.integers(2000, 2010),
       st.sampled_from(["到{year}年，全市{name}比{base}年下降{value}%。", "{name}{year}年比{base}年降低{value}%。",
                        "与{base}年相比，{year}年我市{name}下降{value}%。",
                        "到{year}年{name}下降{value}%（以{base}年为基年）。",
                        "实现{year}年{name}较{base}年累计下降{value}%的目标。"]))
def test_a_cut_reads_back_exactly(id: str, value: str, year: int, base: int, form: str) -> None:
    (found,) = read(form.format(year=year, base=base, name=CUTS[id], value=value)).readings
    assert said(found) == [id, base, year, f"{value}%", "target", None]


@given(st.sampled_from(sorted(SHARES)), percent, ahead,
       st.sampled_from([("到{year}年，全市{name}达到{value}%。", ""), ("{year}年{name}达到{value}%以上。", "≥"),
                        ("到{year}年，{name}不低于{value}%。", "≥"), ("到{year}年，使{name}提高到{value}%左右。", "≈"),
                        ("{name}到{year}年控制在{value}%以内。", "≤")]))
def test_a_share_reads_back_exactly(id: str, value: str, year: int, form: tuple[str, str]) -> None:
    (found,) = read(form[0].format(year=year, name=SHARES[id], value=value)).readings
    assert said(found) == [id, None, year, f"{form[1]}{value}%", "target", None]


OURS = ("全市", "我市", "福建省厦门市", "厦门市", "与杭州市、宁波市相比，",
        "根据《福建省“十二五”控制温室气体排放工作方案》，")
ELSEWHERE = ("杭州市", "思明区", "全国", "全省", "我国", "浙江省", "晋江市", "国家提出", "厦门某某集团公司",
             "各区县", "欧盟", "省下达我市的目标为",
             "我市重点企业", "国家要求我市")


@pytest.mark.parametrize("whose", ELSEWHERE)
@pytest.mark.parametrize("case", [case for case in PAGE if "at" not in case and "#" not in case["say"]
                                  and all(each[4] == "target" for each in case.get("read", []))],
                         ids=lambda case: case["say"])
def test_what_is_said_of_another_is_never_our_own_target(case: dict, whose: str) -> None:
    """Nothing that names nobody is our own once the sentence begins with somebody else."""
    bare = case["say"]
    for own in OURS:
        bare = bare.replace(own, "")
    if "|" in bare or "。" in bare[:-1]:
        bare = bare.partition("|")[0].partition("。")[0] + "。"
    prose = read(f"{whose}{bare}")
    assert [said(each) for each in prose.readings if each.region is None and each.kind == "target"
            and not each.doubts] == []
    assert all(fact.state != "stated" for id, fact in prose.facts.items() if id in FACTS)


@given(st.lists(st.sampled_from(IDLE), max_size=4), st.lists(st.sampled_from(IDLE), max_size=4))
def test_idle_sentences_change_nothing(before: list[str], after: list[str]) -> None:
    text = "到2015年，单位GDP二氧化碳排放比2010年下降17%，森林覆盖率达到43%。力争2020年左右二氧化碳排放达到峰值。"
    alone, among = read(text), read("|".join((*before, text, *after)))
    assert [said(each) for each in alone.readings] == [said(each) for each in among.readings]
    assert {id: fact.value for id, fact in alone.facts.items()} == {
        id: fact.value for id, fact in among.facts.items() if id in FACTS}


@pytest.mark.parametrize("case", TAKEN_BACK, ids=[case["say"] for case in TAKEN_BACK])
def test_a_figure_that_is_taken_back_is_doubted_and_no_other(case: dict) -> None:
    (cut,) = [each for each in read(case["say"]).readings if each.value is not None and each.value.low == 18]
    assert (cut.indicator, cut.base_year, cut.target_year) == ("co2_per_gdp_cut", 2010, 2015)
    surely_ours = cut.kind == "target" and cut.region is None and not cut.doubts
    assert surely_ours != case["doubted"]


def surely_ours(text: str) -> bool:
    (found,) = [each for each in read(text).readings if each.value is not None and each.value.low == 18]
    return found.kind == "target" and found.region is None and not found.doubts


AIM = "到2015年，全市单位GDP二氧化碳排放比2010年下降18%"


@pytest.mark.parametrize("said", VERDICTS["harmful"])
def test_what_no_settled_aim_bears_is_heeded_wherever_it_stands(said: str) -> None:
    assert not any(map(surely_ours, (f"{AIM}，{said}。", f"{AIM}（{said}）。", f"{AIM}。该目标{said}。")))


@pytest.mark.parametrize("said", VERDICTS["leading"])
def test_what_leads_to_no_settled_aim_is_heeded(said: str) -> None:
    for aim in ("", "，"):
        whole = f"{said}{AIM.replace('，全市', aim)}。"
        assert not [each for each in read(whole).readings
                    if each.kind == "target" and each.region is None and not each.doubts]


@pytest.mark.parametrize("said", [*(f"，{each}" for each in VERDICTS["harmless"]),
                                  *(f"。{each}" for each in VERDICTS["sentences"])])
def test_what_is_said_behind_every_settled_aim_raises_no_doubt(said: str) -> None:
    assert surely_ours(f"{AIM}{said}。")


@pytest.mark.parametrize("say", ["全市二氧化碳排放2020年不会达到峰值。",
                                 "2020年是否达到碳排放峰值，还需研究。",
                                 "关于2020年全市碳排放达到峰值的可行性，专家意见不一。",
                                 "有必要研究2025年前全市二氧化碳排放达峰的问题。",
                                 "全市二氧化碳排放2020年达到阶段性峰值。",
                                 "全市二氧化碳排放2020年达到峰值（待定）。", "我市碳排放2020年达到峰值，正在报批。",
                                 "或许我市碳排放2020年达到峰值。", "我市不打算碳排放2020年达到峰值。",
                                 "全市二氧化碳排放2020年达到峰值，但不作为承诺。",
                                 "全市二氧化碳排放2020年达到峰值。上述年份待省里核定。",
                                 "全市二氧化碳排放2020年达到峰值。|【峰值年份待核】",
                                 "除石化基地外，我市二氧化碳排放2020年达到峰值。",
                                 "新区二氧化碳排放总量2020年达到峰值。",
                                 "全市二氧化碳排放拟于2020年达到峰值。", "原则上2020年二氧化碳排放达到峰值。"])
def test_a_peak_that_is_taken_back_is_not_stated(say: str) -> None:
    fact = read(say).facts.get("co2_peak_year")
    assert fact is None or fact.state != "stated"


def sure(text: str, at: str) -> bool:
    """Whether a paragraph gives a target that is surely the place's own."""
    return any(each.kind == "target" and each.region is None and not each.doubts and each.target_year is not None
               for each in read(text, at).readings)


@pytest.mark.parametrize(("list_", "at", "ours"), [("ours", "厦门", True), ("ours in 济源", "济源", True),
                                                   ("others", "厦门", False), ("others in 济源", "济源", False)])
def test_the_places_round_a_figure_tell_whose_it_is(list_: str, at: str, ours: bool) -> None:
    assert [say for say in AROUND[list_] if sure(say, at) != ours] == []


FRAMES = yaml.safe_load(Path(__file__).with_name("frames.yaml").read_text("utf-8"))


@pytest.mark.parametrize("aim", [
    "到2015年单位GDP二氧化碳排放比2010年下降20%", "2015年非化石能源占一次能源消费比重达到12%"])
@pytest.mark.parametrize("frame", FRAMES["aims"])
def test_an_aim_in_a_frame_is_not_surely_ours(frame: str, aim: str) -> None:
    assert sure(frame.format(aim), "厦门") == (frame == "{}。")


@pytest.mark.parametrize("say", FRAMES["peaks"])
def test_a_peak_in_a_frame_is_not_stated(say: str) -> None:
    fact = read(say).facts.get("co2_peak_year")
    assert fact is None or fact.state != "stated"

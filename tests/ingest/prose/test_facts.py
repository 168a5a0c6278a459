"""Facts in prose, by a page of sentences that an expert can check; and laws that hold for all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.prose.astray import astray
from lowcarbon_desktop.ingest.prose.facts import FACTS, facts_said
from lowcarbon_desktop.ingest.prose.reading import read_prose
from lowcarbon_desktop.ingest.prose.sentences import sentences_of
from lowcarbon_desktop.ingest.prose.whose import Owners
from lowcarbon_desktop.ingest.readers.paragraphs import is_heading
from lowcarbon_desktop.plan import Fact, Passage, Where

PAGE = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text("utf-8"))
STATES = {"denied": "absent", "mentioned": "unknown", "silent": None}
PLACES = reference().tools.places


def cases() -> list:
    found = []
    for id, groups in PAGE.items():
        for group, texts in groups.items():
            for each in texts:
                case = each if isinstance(each, dict) else {"text": each}
                found.append(pytest.param(id, STATES.get(group, group), case, id=f"{id}-{group}-{case['text'][:24]}"))
    return found


def passages(text: str) -> list[Passage]:
    lines = [line.strip() for line in re.sub("[【】]", "", text).split("¶")]
    return [Passage(line, Where("plan.docx", paragraph=number), is_heading(line))
            for number, line in enumerate(lines, start=1)]


def read(found: list[Passage], region: str = "厦门") -> dict[str, Fact]:
    (applicant, *_) = PLACES.find(region)
    sentences = sentences_of(found)
    return facts_said(sentences, applicant, PLACES, 2011, astray(sentences, Owners(applicant, PLACES)))


@pytest.mark.parametrize(("id", "state", "case"), cases())
def test_what_a_sentence_says(id: str, state: str | None, case: dict) -> None:
    fact = read(passages(case["text"]), case.get("region", "厦门")).get(id)
    assert (fact.state if fact is not None else None) == state
    if fact is None:
        return
    assert fact.value == case.get("value") or (state == "in_preparation" and "value" not in case)
    assert not fact.settled and fact.by == "machine"
    evidence = "\n".join(each.text for each in fact.evidence)
    for words in re.findall("【(.*?)】", case["text"]):
        assert words in evidence
    assert all(each.where is not None and each.where.paragraph is not None for each in fact.evidence)


def test_where_nobody_knows_whose_plan_it_is_a_named_place_states_nothing() -> None:
    for say in ("杭州市成立了由市长任组长的低碳领导小组，设立低碳专项资金。",
                "杭州市提出到2015年碳强度下降20%；成立了市委书记任组长的低碳领导小组，每年安排低碳专项资金5000万元。"):
        sentences = sentences_of(passages(say))
        found = facts_said(sentences, None, PLACES, 2011, {})
        assert found and {each.state for each in found.values()} == {"unknown"}


ELSEWHERE = yaml.safe_load(Path(__file__).with_name("elsewhere.yaml").read_text("utf-8"))
SAID = [(case.values[0], case.values[2]) for case in cases()]


@settings(max_examples=150, deadline=None)
@given(case=st.sampled_from(SAID), before=st.lists(st.sampled_from(ELSEWHERE), max_size=3),
       after=st.lists(st.sampled_from(ELSEWHERE), max_size=3))
def test_other_sentences_change_nothing(case: tuple[str, dict], before: list[str], after: list[str]) -> None:
    id, said = case
    alone = read(passages(said["text"]), said.get("region", "厦门")).get(id)
    together = read(passages("¶".join(["".join(before), said["text"], "".join(after)])), said.get("region", "厦门"))
    found = together.get(id)
    assert (alone is None) == (found is None)
    if alone is not None and found is not None:
        assert (found.state, found.value) == (alone.state, alone.value)
        assert [each.text for each in found.evidence] == [each.text for each in alone.evidence]


def test_ordinary_sentences_say_nothing() -> None:
    for region in ("厦门", "福建", "天津", "恩施"):
        assert read(passages("¶".join(ELSEWHERE)), region) == {}


DONE = re.compile(
    r"(?:已经|已|均|先后|早在)*(成立|组建|设立|建立健全|建立|建成|构建|编制完成|编制|完成|印发|出台|制定|签订|分解|下达|纳入|列入|写入|调整充实"
    r"|实行|形成|召开|安排|设在|挂靠|担任|任(?=[组双])|为(?=组长)|由(?=[^，]*任)|承担|批准|设专章|明确提出|单列|新设|划拨|获)(?:了)?")


def said_as(word: str, text: str) -> str:
    """The sentence with each of its verbs denied, or put off: 已成立了 becomes 尚未成立."""
    return DONE.sub(lambda found: word + found[1], text)


STATED = [(case.values[0], case.values[2]) for case in cases() if case.values[1] == "stated"
          and said_as("尚未", case.values[2]["text"]) != case.values[2]["text"] and not case.values[2].get("title")]


@pytest.mark.parametrize("word", ["尚未", "没有", "拟", "正在研究", "争取", "计划于明年"])
@pytest.mark.parametrize(("id", "case"), STATED, ids=[f"{id}-{case['text'][:24]}" for id, case in STATED])
def test_denied_or_put_off_is_never_stated(id: str, case: dict, word: str) -> None:
    fact = read(passages(said_as(word, case["text"])), case.get("region", "厦门")).get(id)
    assert fact is None or fact.state != "stated"


@pytest.mark.parametrize("said", ["待批", "正在报批", "尚在论证", "还在测算", "届时再定", "暂定", "未获批准",
                                  "被否决", "有待落实", "视情况而定", "如条件允许"])
@pytest.mark.parametrize("text", ["设立低碳发展专项资金，每年安排2000万元", "成立低碳城市建设领导小组，由市长任组长"])
def test_what_is_said_behind_a_thing_takes_it_back(text: str, said: str) -> None:
    """In a clause of its own and in the next sentence."""
    for whole in (f"{text}，{said}。", f"{text}。该项工作{said}。"):
        assert all(fact.state != "stated" for fact in read(passages(whole), "厦门").values())


def test_each_fact_has_a_page_of_cases() -> None:
    assert set(PAGE) == set(FACTS)
    for groups in PAGE.values():
        assert sum(map(len, groups.values())) >= 15
        assert {"stated", "in_preparation", "denied", "silent", "conflict"} - set(groups) <= {"denied"}


def test_a_whole_plan() -> None:
    whole = yaml.safe_load(Path(__file__).with_name("plan.yaml").read_text("utf-8"))
    found = read(passages(whole["text"].strip().replace("\n", "¶")))
    assert {id: [fact.state, fact.value] for id, fact in found.items()} == whole["facts"]
    assert not any("各地区要加强领导" in each.text for fact in found.values() for each in fact.evidence)


FRAMES = yaml.safe_load(Path(__file__).with_name("frames.yaml").read_text("utf-8"))


@pytest.mark.parametrize("frame", FRAMES["plain"] + FRAMES["frames"])
def test_a_frame_takes_back_whatever_is_told_in_it(frame: str) -> None:
    states = {id: fact.state for id, told in FRAMES["told"].items()
              if (fact := read(passages(frame.format(told)), "厦门").get(id)) is not None}
    if frame in FRAMES["plain"]:
        assert states == dict.fromkeys(FRAMES["told"], "stated")
    assert frame in FRAMES["plain"] or "stated" not in states.values()


def stated(text: str) -> set[str]:
    (applicant,) = PLACES.find("厦门")
    prose = read_prose(passages(text), applicant, reference().tools)
    return {id for id, fact in prose.facts.items() if fact.state == "stated" and id in FRAMES["told"]}


@pytest.mark.parametrize("say", FRAMES["before"] + FRAMES["plain before"])
def test_a_sentence_before_may_make_what_follows_others_words(say: str) -> None:
    told = FRAMES["told"]
    assert [id for id in told if id in stated(f"{say}{told[id]}。")] == (
        [id for id in told if id in stated(f"{told[id]}。")] if say in FRAMES["plain before"] else [])


@pytest.mark.parametrize("say", FRAMES["behind"] + FRAMES["plain behind"])
def test_a_sentence_behind_may_take_back_what_was_told(say: str) -> None:
    told = FRAMES["told"]
    assert [id for id in told if id in stated(f"2011年，我市{told[id]}。{say}")] == (
        list(told) if say in FRAMES["plain behind"] else [])

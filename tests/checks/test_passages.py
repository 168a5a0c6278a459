"""Passages: what is looked for is found with its place, headings last, and no machine says more than that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.checks import passages
from lowcarbon_desktop.checks.kind import Context
from lowcarbon_desktop.checks.kinds.passages_found import KIND
from lowcarbon_desktop.checks.passages import passages_with
from lowcarbon_desktop.plan import Passage, Plan, SourceFile, Where
from lowcarbon_desktop.text.sentences import quotable

TEXT = ("一、公共交通", "优先发展公共交通。建设ＢＲＴ系统，公 共交通分担率提高。优先发展公共交通。", "推广绿色建筑。")
PLAN = Plan((SourceFile("厦门.docx", "0"),), None, None, None, passages=tuple(
    Passage(text, Where("厦门.docx", paragraph=number), number == 1) for number, text in enumerate(TEXT, start=1)))
TOPICS = {"bus": {"zh": "公共交通", "en": "Public transport", "words": ["公共交通", "brt"]},
          "carbon-account": {"zh": "碳账户", "en": "Carbon accounts", "words": ["碳账户"]}}


def context(plan: Plan) -> Context:
    known = reference()
    return Context(plan, known.register, known.facts, known.lines, date(2012, 6, 30))


def test_sentences_come_before_headings_and_each_once() -> None:
    found, count = passages_with(PLAN, ["公共交通", "BRT"])
    assert [each.text for each in found] == ["优先发展公共交通。", "建设ＢＲＴ系统，公 共交通分担率提高。",
                                            "一、公共交通"]
    assert count == 3 and [each.where.paragraph for each in found if each.where] == [2, 2, 1]


def test_a_text_is_cut_into_sentences_once_however_much_is_asked_of_it(monkeypatch) -> None:
    cut: list[str] = []
    monkeypatch.setattr(passages, "quotable", lambda text: cut.append(text) or quotable(text))
    plan = replace(PLAN, passages=(*PLAN.passages, Passage("发展碳汇。", Where("厦门.docx", paragraph=4))))
    for word in ("公共交通", "绿色建筑", "碳汇"):
        assert passages_with(plan, [word])[1] > 0
    assert cut == [*TEXT, "发展碳汇。"]
    again = replace(plan, passages=(*plan.passages, Passage("发展核电。", Where("厦门.docx", paragraph=5))))
    assert passages_with(again, ["核电"])[1] == 1, "what another text says is not answered from this one"


def test_what_was_found_and_what_was_not_is_said_by_topic() -> None:
    head, bus, account = KIND.judge({"topics": TOPICS}, context(PLAN)).details
    assert {each.outcome for each in (head, bus, account)} == {"judgement"}
    assert (head.message.code, bus.message.code, account.message.code) == (
        "passages-some", "passages-topic", "passages-topic-none")
    assert bus.evidence and not account.evidence and not bus.settled


def test_where_no_text_was_read_nothing_is_said_of_the_plan() -> None:
    (only,) = KIND.judge({"topics": TOPICS}, context(replace(PLAN, passages=()))).details
    assert (only.outcome, only.message.code) == ("judgement", "passages-no-text")


def test_a_topic_needs_two_names_and_words_of_two_signs() -> None:
    for wrong in ({"zh": "碳账户", "words": ["碳账户"]}, {"zh": "a", "en": "b", "words": ["碳"]},
                  {"zh": "a", "en": "b", "words": []}, "碳账户"):
        (told,) = KIND.verify({"topics": {"x": wrong}}, reference())
        assert told[1].code == "rubric-topic"

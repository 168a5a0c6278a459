"""What --facts and --corrections name: read with all faults at once, each with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lowcarbon_desktop.app.corrections_file import read_corrections
from lowcarbon_desktop.app.facts_file import read_facts, read_notes
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import FaultyData, UsageError
from lowcarbon_desktop.plan import Evidence
from lowcarbon_desktop.review import Correction, Review, StatedFact
from lowcarbon_desktop.store import Kept, ReviewFile
from lowcarbon_desktop.wording import say
from tests.app.small_world import SmallReference

REFERENCE = SmallReference()
WHOLE = """\
# 评审人填写
facts:
  co2_peak_year: {value: 2020, source: 实施方案第 12 页, by: 王}
  leading_group: {source: 厦府〔2012〕1 号}
  leading_group_head: {value: 省长、市长, source: 同上}
  energy_cap: 1250.5
  ghg_inventory: {state: in_preparation, source: 来函}
corrections:
  - {file: 厦门.xlsx, sheet: 指标表, cell: D5, printed: 17, corrected: 17.50, reason: 笔误}
  - {cell: B2, printed: no, corrected: "1:30"}
"""


def written(folder: Path, text: str, name: str = "facts.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str, read: str = "facts") -> list[tuple[int, str]]:
    path = written(folder, text)
    with pytest.raises(FaultyData) as error:
        if read == "facts":
            read_facts(path, REFERENCE)
        else:
            read_corrections(path, REFERENCE)
    assert all(fault.file == "facts.yaml" for fault in error.value.faults)
    return [(fault.line, fault.message.code) for fault in error.value.faults]


def test_a_whole_file(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE)
    facts = read_facts(path, REFERENCE)
    assert {id: (fact.state, fact.value, fact.settled) for id, fact in facts.items()} == {
        "co2_peak_year": ("stated", 2020, True), "leading_group": ("stated", None, True),
        "leading_group_head": ("stated", "governor_or_mayor", True), "energy_cap": ("stated", 1250.5, False),
        "ghg_inventory": ("in_preparation", None, True)}
    assert facts["co2_peak_year"].evidence == (Evidence("实施方案第 12 页"),)
    assert all(fact.by == "reviewer" for fact in facts.values())
    assert read_corrections(path, REFERENCE) == (Correction("厦门.xlsx", "指标表", "D5", "17", "17.50", "笔误"),
                                      Correction("", None, "B2", "no", "1:30"))


def test_without_a_heading_and_in_short(tmp_path: Path) -> None:
    path = written(tmp_path, "co2_peak_year: 2020\nleading_group: absent\nghg_inventory: 2010\n")
    facts = read_facts(path, REFERENCE)
    assert (facts["co2_peak_year"].value, facts["leading_group"].state) == (2020, "absent")
    assert facts["ghg_inventory"].value == "2010"


def test_json_indented_by_tabs_and_a_byte_order_mark(tmp_path: Path) -> None:
    text = json.dumps({"facts": {"co2_peak_year": {"value": 2020, "source": "第 1 页"}}}, indent="\t")
    path = written(tmp_path, "\ufeff" + text, "facts.json")
    assert read_facts(path, REFERENCE)["co2_peak_year"].settled


@pytest.mark.parametrize("text", ["facts: {}\n", "facts: {}\ncorrections: []\n"])
def test_nothing_in_it(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    assert read_facts(path, REFERENCE) == {} and read_corrections(path, REFERENCE) == ()


def test_a_review_file(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    correction = Correction("a.xlsx", "表", "D5", "17", "18")
    review = Review().with_fact(StatedFact("co2_peak_year", "stated", 2020, "第 1 页"))
    ReviewFile(path).save(Kept(review.with_correction(correction), ()))
    assert read_facts(path, REFERENCE)["co2_peak_year"].settled
    assert read_corrections(path, REFERENCE) == (correction,)


def test_a_review_file_with_a_fact_that_does_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    ReviewFile(path).save(Kept(Review().with_fact(StatedFact("co2_peak_year", "stated", "soon")), ()))
    with pytest.raises(FaultyData) as error:
        read_facts(path, REFERENCE)
    assert [fault.message.code for fault in error.value.faults] == ["fact-needs-year"]


def test_all_faults_of_facts_at_once(tmp_path: Path) -> None:
    assert faults(tmp_path, """\
facts:
  co2_peak_yaer: 2020
  co2_peak_year: soon
  leading_group_head: {value: boss}
  leading_group: yes
  energy_cap:
    valeu: 3
    value: [1]
  ghg_inventory: {state: sure}
  ghg_inventory: twice
  co2_peak: [1]
fcats: 1
other_things: 2
""") == [(2, "fact-id-unknown"), (3, "fact-needs-year"), (4, "fact-needs-choice"), (5, "fact-needs-none"),
         (7, "yaml-unknown-key"), (8, "stated-one-value"), (9, "fact-state"),
         (10, "yaml-twice"), (11, "fact-id-unknown"), (12, "yaml-unknown-key"),
         (13, "yaml-unknown-key")]


def test_all_faults_of_corrections_at_once(tmp_path: Path) -> None:
    assert faults(tmp_path, """\
corrections:
  - {cell: D5, printed: "17"}
  - {cell: 5D, printed: a, corrected: b, shet: c}
  - text
  - {cell: [1], printed: a, corrected: b}
""", "corrections") == [(2, "yaml-missing-key"), (3, "stated-cell"), (3, "yaml-unknown-key"),
                        (4, "yaml-type"), (5, "stated-one-value")]


@pytest.mark.parametrize(("text", "read", "expected"), [
    ("corrections: {a: 1}", "corrections", (1, "stated-list")),
    ("lines: []", "facts", (1, "fact-id-unknown")),
    ("lines: []\ncorrections: []", "corrections", (1, "yaml-unknown-key")),
    ("- a\n- b", "facts", (1, "yaml-type")),
    ("only words", "corrections", (1, "yaml-type")),
    ("facts: 5", "facts", (1, "yaml-type")),
    ("energy_cap:\n  source: 第 1 页", "facts", (1, "fact-needs-number")),
    ("# nothing yet", "facts", (0, "yaml-empty")),
    ("a: &x 1\nb: *x", "facts", (1, "yaml-anchor")),
    ("a: {b\nc: 'd", "facts", (2, "yaml-syntax")),
    ("a: 1\n---\nb: 2", "facts", (2, "yaml-documents")),
    ("[" * 100_000, "facts", (1, "yaml-depth")),
    ("- " * 100_000, "facts", (1, "yaml-depth")),
    ("a: !!python/object/apply:os.system [x]", "facts", (1, "yaml-anchor")),
])
def test_other_faults(tmp_path: Path, text: str, read: str, expected: tuple[int, str]) -> None:
    assert expected in faults(tmp_path, text, read)


def test_not_text_missing_too_large_or_a_folder(tmp_path: Path) -> None:
    (tmp_path / "gbk.yaml").write_bytes("事实".encode("gbk"))
    with pytest.raises(FaultyData) as error:
        read_facts(tmp_path / "gbk.yaml", REFERENCE)
    assert error.value.faults[0].message.code == "yaml-encoding"
    written(tmp_path, "#" * 1_000_001, "large.yaml")
    for name, code in (("none.yaml", "stated-file-missing"), ("", "stated-file-unreadable"),
                       ("large.yaml", "stated-file-too-large")):
        with pytest.raises(UsageError) as wrong:
            read_facts(tmp_path / name, REFERENCE)
        assert wrong.value.message.code == code
    (tmp_path / "b.lcreview").write_text("nothing of the kind")
    with pytest.raises(UsageError) as wrong:
        read_corrections(tmp_path / "b.lcreview", REFERENCE)
    assert wrong.value.message.code == "review-not-a-review"


def test_notes_by_hand_and_from_a_review(tmp_path: Path) -> None:
    path = written(tmp_path, "notes:\n  peak: 请附文件\n  cut: ''\nfacts: {energy_cap: 1}\n")
    assert read_notes(path, ["peak", "cut"]) == {"peak": "请附文件"}
    assert read_notes(written(tmp_path, "facts: {}\n"), ["peak"]) == {}
    ReviewFile(tmp_path / "a.lcreview").save(Kept(Review(notes={"of another rubric": "x"}), ()))
    assert read_notes(tmp_path / "a.lcreview", ["peak"]) == {"of another rubric": "x"}


def test_faulty_notes_are_told_all_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "notes:\n  paek: x\n  cut: [1]\n")
    with pytest.raises(FaultyData) as error:
        read_notes(path, ["peak", "cut"])
    assert [(fault.line, fault.message.code) for fault in error.value.faults] == [
        (2, "stated-note-unknown"), (3, "stated-one-value")]


def test_corrections_of_meaning_by_hand(tmp_path: Path) -> None:
    path = written(tmp_path, """\
corrections:
  - {cell: D6, printed: 10, field: indicator, corrected: energy_per_gdp_cut}
  - {cell: D6, printed: 10, field: base_year, corrected: 2005}
  - {cell: D7, printed: 45.3, field: confirmed, corrected: yes}
  - {cell: D8, printed: 45.3, field: confirmed, corrected: true}
  - {cell: P12.2, printed: 17%, field: region, corrected: ""}
""")
    assert [(each.cell, each.field, each.corrected) for each in read_corrections(path, reference())] == [
        ("D6", "indicator", "energy_per_gdp_cut"), ("D6", "base_year", "2005"), ("D7", "confirmed", "yes"),
        ("D8", "confirmed", "yes"), ("P12.2", "region", "")]


def test_all_faults_of_corrected_meanings_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, """\
corrections:
  - {cell: D6, printed: 10, field: indicator, corrected: energy_per_gdp_ct}
  - {cell: D6, printed: 10, field: unti, corrected: "%"}
  - {cell: D6, printed: 10, field: base_year, corrected: 205}
  - {cell: D6, printed: 10, field: unit, corrected: 万千万}
  - {cell: D6, printed: 10, field: region, corrected: 火星}
  - {cell: D6, printed: 10, field: kind, corrected: targte}
  - {cell: D6, printed: 10, field: confirmed, corrected: no}
  - {cell: D6, printed: 10, corrected: 11}
  - {cell: D6, printed: 10, corrected: 12}
""")
    with pytest.raises(FaultyData) as error:
        read_corrections(path, reference())
    faults = error.value.faults
    assert [(fault.line, fault.message.code) for fault in faults] == [
        (2, "correction-no-indicator"), (3, "correction-field-unknown"), (4, "correction-no-base-year"),
        (5, "correction-no-unit"), (6, "correction-no-region"), (7, "correction-no-kind"),
        (8, "correction-no-confirmed"), (10, "stated-twice")]
    assert "did you mean 'energy_per_gdp_cut'" in say(faults[0].message, "en")
    assert "did you mean 'unit'" in say(faults[1].message, "en") and "'target'" in say(faults[5].message, "en")

"""A tailoring: only the differences, each with its reason, and nothing that a locked criterion forbids."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest
import yaml

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.present import check_plain, check_text
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.report.provenance import provenance
from tests.rubric.tailored import ADDED, HEAD, tailored

GOOD = HEAD + """\
leave_out:
  - {criterion: caps.per-head, remark: 本省另有人均口径}
change:
  - {criterion: consistency.kaya, with: {tolerance: 2}, points: 3, severity: should, remark: 能源统计口径粗}
  - {criterion: targets.co2-2015.nation, line: 18, remark: 本省要求更高}
""" + ADDED


def test_every_difference_is_kept_with_its_reason(tmp_path: Path) -> None:
    rubric, faults = tailored(tmp_path, GOOD)
    assert faults == []
    assert rubric.tailoring is not None
    assert rubric.tailoring.sha256 == sha256(GOOD.encode()).hexdigest()
    assert [(each.criterion, each.what, each.before, each.after, each.remark) for each in rubric.tailoring.changes] == [
        ("caps.per-head", "left_out", "", "", "本省另有人均口径"),
        ("consistency.kaya", "severity", "note", "should", "能源统计口径粗"),
        ("consistency.kaya", "points", "2", "3", "能源统计口径粗"),
        ("consistency.kaya", "with.tolerance", "1", "2", "能源统计口径粗"),
        ("targets.co2-2015.nation", "line", "17", "18", "本省要求更高"),
        ("peak.own", "added", "", "", "本省要求")]


def test_the_changed_rubric_has_what_was_said_and_the_rest_as_it_was(tmp_path: Path) -> None:
    rubric, _ = tailored(tmp_path, GOOD)
    plain = load_rubric()
    ids = [each.id for each in rubric]
    assert "caps.per-head" not in ids
    assert ids.index("peak.own") < ids.index("organisation.leading-group")
    kaya = rubric.criterion("consistency.kaya")
    assert (kaya.severity, kaya.points, kaya.parameters["tolerance"]) == ("should", 3, 2)
    assert "2 个百分点" in kaya.rationale.zh
    assert "18%" in rubric.criterion("targets.co2-2015.nation").rationale.zh
    changed = {"consistency.kaya", "targets.co2-2015.nation", "caps.per-head", "peak.own"}
    assert all(rubric.criterion(each.id) == each for each in plain if each.id not in changed)


def test_a_result_names_the_tailoring_with_its_hash_and_changes(tmp_path: Path) -> None:
    tailored(tmp_path, GOOD)
    rubric = load_rubric("second-batch", tmp_path / "tailoring.yaml")
    plan, = open_plan(resource("examples", "xiamen.xlsx"), reference())
    assessment, = check([plan], rubric, reference())
    plain = check_plain(assessment, "zh")
    jsonschema.validate(plain, json.loads(resource("schemas", "check-1.schema.json").read_text("utf-8")))
    assert plain["rubric"]["tailoring"]["name"] == "试评"
    assert [each["what"] for each in plain["rubric"]["tailoring"]["changes"]] == [
        "left_out", "severity", "points", "with.tolerance", "line", "added"]
    text = check_text([assessment], reference(), "zh")
    assert f"评审标准调整：试评（SHA-256 {sha256(GOOD.encode()).hexdigest()}）" in text
    assert "调整内容：一致-2 consistency.kaya：参数 tolerance 由 1 改为 2（能源统计口径粗）" in text
    assert "目标-1 targets.co2-2015.nation：指标线由 17 改为 18（本省要求更高）" in text
    about = provenance(assessment, reference().register, "en").about
    assert ("Change", "left out: caps.per-head (本省另有人均口径)") in about
    finding, = (each for each in plain["findings"] if each["criterion"] == "targets.co2-2015.nation")
    assert (finding["outcome"], finding["line"]["low"], finding["margin"]) == ("fail", 18, -1)


def test_without_a_tailoring_the_result_says_so() -> None:
    plan, = open_plan(resource("examples", "xiamen.xlsx"), reference())
    assessment, = check([plan], load_rubric(), reference())
    assert check_plain(assessment, "zh")["rubric"]["tailoring"] is None
    assert "调整" not in check_text([assessment], reference(), "zh").splitlines()[2]


REFUSED = yaml.safe_load((Path(__file__).parent / "tailorings.yaml").read_text("utf-8"))


@pytest.mark.parametrize("text, line, words", [
    *((each["text"], each["line"], each["said"]) for each in REFUSED),
    (ADDED.replace("peak.own", "peak.plausible"), 8, "'id' peak.plausible is taken"),
    (ADDED.replace("Peak-9", "Peak-1"), 9, "'number' Peak-1 is taken"),
    (ADDED.replace("section: peak", "section: paek"), 5, "did you mean 'peak'?"),
    (ADDED.replace("check: fact-stated", "check: fact-state"), 16, "did you mean 'fact-stated'?"),
    (ADDED.replace(", document: {zh: 省文件, en: The province's document}", ""), 18, "must name the document"),
])
def test_a_fault_has_its_line_in_the_tailoring(tmp_path: Path, text: str, line: int, words: str) -> None:
    found = tailored(tmp_path, HEAD + text)[1]
    assert any(at == line and words in said for at, said in found), found


@pytest.mark.parametrize("old, new, line, words", [
    ("'1.0'", "'0.9'", 3, "for version 0.9, not for 1.0"),
    ("second-batch", "first-batch", 2, "for rubric 'first-batch', not for 'second-batch'"),
    ("name: 试评\n", "", 1, "'name' is missing")])
def test_it_is_for_one_rubric_and_version(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    found = tailored(tmp_path, GOOD.replace(old, new))[1]
    assert any(at == line and words in said for at, said in found), found


def test_a_locked_criterion_may_be_made_stricter(tmp_path: Path) -> None:
    text = HEAD + "change:\n  - {criterion: targets.co2-2015.nation, points: 10, line: 18, remark: 更严}\n"
    rubric, faults = tailored(tmp_path, text)
    assert faults == []
    assert rubric.criterion("targets.co2-2015.nation").points == 10


def test_a_former_id_goes_on_working_and_says_so(tmp_path: Path) -> None:
    good = (Path(__file__).parent / "data" / "good.yaml").read_text("utf-8")
    path = tmp_path / "rubric.yaml"
    path.write_text(good.replace("errs: both", "errs: both\n        former: [organisation.group]"), "utf-8")
    text = "name: 试评\nrubric: pilot\nversion: '1.0'\nleave_out:\n  - {criterion: organisation.group, remark: 略}\n"
    rubric, faults = tailored(tmp_path, text, rubric=tmp_path)
    assert faults == []
    assert [each.id for each in rubric] == ["targets.co2-2015.nation"]
    assert rubric.tailoring is not None
    assert [each.args for each in rubric.tailoring.remarks] == [
        {"old": "organisation.group", "new": "organisation.leading-group"}]

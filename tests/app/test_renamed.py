"""A criterion that was renamed: what was said of it by its old id is kept, and the new id is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lowcarbon_desktop.app import opened
from lowcarbon_desktop.app.renamed import by_present_ids
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.cli.main import main
from lowcarbon_desktop.wording import say
from tests.app.small_world import RUBRIC, World, installed

RENAMED = replace(RUBRIC, criteria=(replace(RUBRIC.criteria[0], id="carbon.cut", former=("cut",)), RUBRIC.criteria[1]))


@pytest.mark.parametrize("notes, present, said", [
    ({"cut": "补文件"}, {"carbon.cut": "补文件"}, ["criterion cut is called carbon.cut now; please use the new id"]),
    ({"cut": "旧", "carbon.cut": "新"}, {"carbon.cut": "新\n旧"},
     ["criterion cut is called carbon.cut now; please use the new id"]),
    ({"carbon.cut": "新", "gone": "别的标准"}, {"carbon.cut": "新", "gone": "别的标准"}, [])])
def test_notes_are_taken_along_and_none_is_lost(notes: dict[str, str], present: dict[str, str],
                                                said: list[str]) -> None:
    found, remarks = by_present_ids(notes, RENAMED)
    assert (dict(found), [say(each, "en") for each in remarks]) == (present, said)


def test_a_review_under_an_old_id_goes_on_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    installed(World({"厦门": [["指标", "2015 年"], ["碳强度", "17"]]}), monkeypatch, tmp_path)
    Session.open(tmp_path / "厦门.xlsx").note("cut", "补文件")
    monkeypatch.setattr(opened, "load_rubric", lambda name, tailoring: RENAMED)
    session = Session.open(tmp_path / "厦门.xlsx")
    assert session.review.notes == {"carbon.cut": "补文件"}
    assert [each.code for each in session.remarks] == ["session-resumed", "rubric-renamed"]
    session.note("cut", "又一条")
    assert session.review.notes == {"carbon.cut": "又一条"}


def test_notes_by_hand_under_an_old_id_are_taken_and_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    good = (Path(__file__).parents[1] / "rubric" / "data" / "good.yaml").read_text("utf-8")
    good = good.replace("errs: both", "former: [organisation.group]\n        errs: both")
    (tmp_path / "rubric.yaml").write_text(good, "utf-8")
    (tmp_path / "notes.yaml").write_text("notes: {organisation.group: 补文件}\n", "utf-8")
    (tmp_path / "a.csv").write_text("目标项,单位,2015\n单位GDP二氧化碳排放比2010年下降率,%,18\n", "utf-8")
    assert main(["check", str(tmp_path / "a.csv"), "--rubric", str(tmp_path), "--notes", str(tmp_path / "notes.yaml"),
                 "--lang", "en"], lambda files: 0) == 0
    assert "criterion organisation.group is called organisation.leading-group now" in capsys.readouterr().err

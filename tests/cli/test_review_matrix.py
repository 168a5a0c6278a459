"""lowcarbon review matrix: what is said of the matrix of instruments on the command line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.cli.main import main

CELL = ("--instrument", "special-funds", "--sector", "retrofit")


def run(*arguments: object) -> int:
    return main([str(each) for each in arguments], lambda _: 0)


@pytest.fixture
def review(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "a.lcreview"
    assert run("review", "new", resource("examples", "xianning.docx"), "--reviewer", "王", "--out", path) == 0
    capsys.readouterr()
    return path


def matrix(path: Path, capsys: pytest.CaptureFixture[str]) -> dict:
    assert run("review", "matrix", path, "--format", "json") == 0
    return json.loads(capsys.readouterr().out)


def cells(shown: dict) -> dict[tuple[str, str], list[str]]:
    return {(measure["id"], instrument): [each["text"] for each in found] for field in shown["fields"]
            for measure in field["measures"] for instrument, found in measure["cells"].items()}


def test_a_cell_is_said_to_be_used_by_id_or_name_and_taken_back(review: Path, capsys) -> None:
    assert run("review", "matrix", review, *CELL, "--yes") == 2
    assert "请写明理由" in capsys.readouterr().err
    assert run("review", "matrix", review, "--instrument", "专项资金", "--sector", "既有建筑改造", "--yes", "--reason",
               "见附件三") == 0
    shown = matrix(review, capsys)
    assert cells(shown)["retrofit", "special-funds"] == ["见附件三"]
    assert shown["corrections"] == [{"measure": "retrofit", "instrument": "special-funds", "holds": True, "text": None,
                                     "reason": "见附件三", "void": False}]
    assert run("review", "history", review) == 0
    assert "政策工具矩阵：既有建筑改造，专项资金；原为：—；改为：采用；理由：见附件三" in capsys.readouterr().out
    assert run("review", "verify", review) == 0
    capsys.readouterr()
    assert run("review", "matrix", review, *CELL, "--say", "withdraw") == 0
    assert ("retrofit", "special-funds") not in cells(matrix(review, capsys))


def test_a_sentence_is_moved_and_put_aside(review: Path, capsys) -> None:
    text = cells(matrix(review, capsys))["new-energy", "command-and-control"][0]
    here = ("--instrument", "command-and-control", "--sector", "new-energy", "--sentence", text)
    assert run("review", "matrix", review, *here, "--to-sector", "retrofit") == 0
    now = cells(matrix(review, capsys))
    assert now["retrofit", "command-and-control"] == [text] and ("new-energy", "command-and-control") not in now
    assert run("review", "matrix", review, "--instrument", "command-and-control", "--sector", "retrofit",
               "--sentence", text, "--no") == 0
    assert ("retrofit", "command-and-control") not in cells(matrix(review, capsys))


@pytest.mark.parametrize(("arguments", "said"), [
    (("--instrument", "special-fund", "--sector", "retrofit", "--yes"), "special-funds"),
    (("--instrument", "special-funds", "--yes"), "--sector"),
    ((*CELL, "--yes", "--no"), "只能给一个"),
    (CELL, "--yes | --no"),
    ((*CELL, "--sentence", "没有这一句", "--yes"), "没有这一句"),
    ((*CELL, "--to-sector", "research"), "--sentence")])
def test_wrong_use_is_told_and_changes_nothing(review: Path, capsys, arguments, said: str) -> None:
    before = review.read_bytes()
    assert run("review", "matrix", review, *arguments) == 2
    assert said in capsys.readouterr().err and review.read_bytes() == before


def test_check_review_show_and_the_report_say_the_same(review: Path, capsys, tmp_path: Path) -> None:
    assert run("review", "matrix", review, *CELL, "--yes", "--reason", "见附件三") == 0
    assert run("check", resource("examples", "xianning.docx"), "--corrections", review, "--format", "json") == 1
    checked = json.loads(capsys.readouterr().out)
    assert run("review", "show", review, "--format", "json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert checked["instruments"] == shown["instruments"] and checked["instruments"]["corrections"]
    assert run("review", "show", review) == 0
    assert "既有建筑改造 · 专项资金：是（见附件三）" in capsys.readouterr().out
    assert run("review", "report", review, "--pdf", tmp_path / "a.pdf") == 0


def revised(draft: Path, to: Path) -> Path:
    """A draft with one more paragraph."""
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                at = data.rindex(b"<w:sectPr") if b"<w:sectPr" in data else data.rindex(b"</w:body>")
                data = data[:at] + "<w:p><w:r><w:t>补充说明：本方案经修订。</w:t></w:r></w:p>".encode() + data[at:]
            new.writestr(name, data)
    return to


def test_a_revised_draft_voids_what_rests_on_the_earlier_one_and_it_is_told(review: Path, capsys, tmp_path) -> None:
    assert run("review", "matrix", review, *CELL, "--yes", "--reason", "见附件三") == 0
    draft = revised(resource("examples", "xianning.docx"), tmp_path / "revised.docx")
    after = tmp_path / "b.lcreview"
    assert run("review", "next", review, draft, "--out", after) == 0
    assert "已失效" in capsys.readouterr().err
    assert ("retrofit", "special-funds") not in cells(matrix(after, capsys))
    assert matrix(after, capsys)["corrections"][0]["void"] and Book.open(after).review.marks

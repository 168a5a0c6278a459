"""Wrong use of the command line: every mistake is named in the chosen language, with the nearest right word."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lowcarbon_desktop.cli.console import chosen_language
from lowcarbon_desktop.cli.main import VERBS, main
from lowcarbon_desktop.cli.parser import table


def run(capsys: pytest.CaptureFixture[str], *arguments: str, window=lambda files: 0) -> tuple[int, str, str]:
    status = main(list(arguments), window)
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOWCARBON_LANG", "")


@pytest.mark.parametrize("arguments, words", [
    (["chek", "a.xlsx"], "no command 'chek' (see lowcarbon --help); did you mean 'check'?"),
    (["rubric", "lst"], "no command 'rubric lst' (see lowcarbon --help); did you mean 'rubric list'?"),
    (["check"], "'check' needs PLAN"),
    (["read", "a", "b"], "'read' does not take 'b'"),
    (["check", "a", "--fromat", "json"], "no option --fromat; did you mean '--format'?"),
    (["check", "a", "--forma=json"], "no option --forma; did you mean '--format'?"),
    (["check", "a", "--format", "jsn"], "--format cannot be 'jsn', only one of: text, json; did you mean 'json'?"),
    (["check", "a", "--as", "list"], "--as cannot be 'list', only one of: array"),
    (["check", "a", "--as-of", "2012-02-30"], "'2012-02-30' is not a date; write it like 2012-06-30"),
    (["check", "a", "--as-of", "30.6.2012"], "'30.6.2012' is not a date"),
    (["check", "a", "--region"], "Option --region needs a value"),
    (["check", "a", "--tailoring", "no-such.yaml"], "There is no tailoring file no-such.yaml"),
    (["rubric", "pages", "second-batch"], "'rubric pages' needs --out"),
    (["rubric", "show"], "'rubric show' needs ID"),
    (["rubric", "show", "no-such-rubric"], "There is no rubric 'no-such-rubric'"),
])
def test_a_mistake_is_named(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    status, out, err = run(capsys, *arguments, "--lang", "en")
    assert (status, out) == (2, "")
    assert words in err


def test_chinese_comes_first_and_english_by_choice(capsys: pytest.CaptureFixture[str],
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    assert "没有命令“chek”" in run(capsys, "chek")[2]
    assert "no command" in run(capsys, "--lang", "en", "chek")[2]
    assert "no command" in run(capsys, "chek", "--lang=en")[2]
    monkeypatch.setenv("LOWCARBON_LANG", "en")
    assert "no command" in run(capsys, "chek")[2]
    assert "没有命令" in run(capsys, "chek", "--lang", "zh")[2]
    monkeypatch.setenv("LOWCARBON_LANG", "klingon")
    assert "没有命令" in run(capsys, "chek")[2]


def test_an_unknown_language_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "a", "--lang", "fr")[::2] == (2, "lowcarbon: 选项 --lang 不能是“fr”，可选：zh、en\n")
    assert chosen_language(["--lang"]) == "zh"


@pytest.mark.parametrize("name", VERBS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_verb_has_its_help(capsys: pytest.CaptureFixture[str], name: str, lang: str) -> None:
    status, out, err = run(capsys, *name.split(), "--help", "--lang", lang)
    assert (status, err) == (0, "")
    assert out.startswith(("用法：" if lang == "zh" else "Usage: ") + f"lowcarbon {name}")
    assert "--lang zh|en" in out
    assert ("--tailoring" in out) == (name in ("check", "rubric show", "batch", "review new"))


def test_the_overview_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "--help")
    assert all(f"  {name}" in out for name in VERBS)
    assert run(capsys, "rubric", "-h")[1].count("rubric ") == 7


def test_columns_stand_under_one_another_in_chinese_too() -> None:
    assert table([("中文", "x"), ("en", "y")]) == ["  中文  x", "  en    y"]


def test_nothing_or_open_opens_the_window(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[list[str]] = []

    def window(files: list[str]) -> int:
        opened.append(files)
        return 0

    assert run(capsys, window=window) == (0, "", "")
    assert run(capsys, "open", "厦门.xlsx", "--", "--odd.csv", window=window)[0] == 0
    assert run(capsys, "open", "--fast", window=window)[0] == 2
    assert opened == [[], ["厦门.xlsx", "--odd.csv"]]


def test_the_window_is_told_a_language_only_if_one_is_chosen(capsys: pytest.CaptureFixture[str],
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    spoken: list[str | None] = []

    def window(files: list[str]) -> int:
        spoken.append(os.environ.get("LOWCARBON_LANG"))
        return 0

    monkeypatch.delenv("LOWCARBON_LANG")
    run(capsys, "open", window=window)
    run(capsys, "open", "--lang", "en", window=window)
    assert spoken == [None, "en"]


def test_ctrl_c_is_130(capsys: pytest.CaptureFixture[str]) -> None:
    def window(files: list[str]) -> int:
        raise KeyboardInterrupt

    assert run(capsys, "open", window=window)[::2] == (130, "lowcarbon: 已取消，已写出的文件保留\n")


def test_a_fault_of_the_program_is_4_and_shows_its_trace_only_when_asked(
        capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def window(files: list[str]) -> int:
        raise ZeroDivisionError("by zero")

    monkeypatch.delenv("LOWCARBON_DEBUG", raising=False)
    status, _, err = run(capsys, "open", window=window)
    assert (status, "Traceback" in err, "ZeroDivisionError: by zero" in err) == (4, False, True)
    monkeypatch.setenv("LOWCARBON_DEBUG", "1")
    assert "Traceback" in run(capsys, "open", window=window)[2]


def test_a_faulty_rubric_is_told_line_by_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "rubric.yaml").write_text("id: a\n")
    status, out, err = run(capsys, "rubric", "show", str(tmp_path), "--lang", "en")
    assert (status, out) == (2, "")
    assert f"{tmp_path / 'rubric.yaml'}:1: 'version' is missing\n" in err
    assert err.endswith("faults; nothing was judged\n")

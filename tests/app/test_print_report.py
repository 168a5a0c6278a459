"""Printing and exporting as verbs: progress, a stop, a folder that is not there, no heavy import before they run."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pytest

from lowcarbon_desktop.app.export_workbook import export_workbook
from lowcarbon_desktop.app.print_report import print_report, report_pdf
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import Cancelled, OutputError
from lowcarbon_desktop.progress import Progress
from tests.report import samples

REFERENCE = SimpleNamespace(register=samples.REGISTER, facts=samples.KINDS)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_file_is_what_the_report_says_and_nothing_is_left_beside_it(tmp_path, lang):
    print_report(samples.ORDINARY, REFERENCE, tmp_path / "a.pdf", lang=lang, notes=samples.NOTES)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == report_pdf(samples.ORDINARY, REFERENCE, lang=lang, notes=samples.NOTES)


def test_progress_goes_forward_to_its_end(tmp_path):
    seen = []
    print_report(samples.ORDINARY, REFERENCE, tmp_path / "a.pdf", progress=Progress(lambda *step: seen.append(step)))
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == ((0, 4), (4, 4))


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_a_stop_at_any_step_leaves_the_old_file(tmp_path, step):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def tell(done: int, _total: int) -> None:
        if done == step:
            progress.cancel()
            progress.step(done, _total)

    progress = Progress(tell)
    with pytest.raises(Cancelled):
        print_report(samples.ORDINARY, REFERENCE, path, progress=progress)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.pdf", b"old")]


@pytest.mark.parametrize("write", [
    lambda path: print_report(samples.ORDINARY, REFERENCE, path),
    lambda path: export_workbook([samples.ORDINARY], REFERENCE, path)])
def test_a_place_that_cannot_be_written_is_an_output_error(tmp_path, write):
    with pytest.raises(OutputError) as caught:
        write(tmp_path / "none" / "result")
    assert caught.value.message.code == "output-no-folder"
    assert caught.value.status == 2


def test_the_workbook_is_written_whole(tmp_path):
    export_workbook([samples.ORDINARY], REFERENCE, tmp_path / "a.xlsx", notes=[samples.NOTES])
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_nothing_heavy_is_loaded_before_something_is_printed():
    program = ("import sys; sys.path.insert(0, sys.argv[1]); import lowcarbon_desktop.app.print_report, "
               "lowcarbon_desktop.app.export_workbook, lowcarbon_desktop.report.plain, "
               "lowcarbon_desktop.report.plain_text, lowcarbon_desktop.report.content; "
               "print(sorted({'reportlab', 'matplotlib', 'pandas', 'openpyxl', 'PySide6'} & set(sys.modules)))")
    said = subprocess.run([sys.executable, "-c", program, str(resource().parent)], capture_output=True, text=True,
                          check=True).stdout
    assert said == "[]\n"

"""The PDFs of a check: where each goes, and their printing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace as Namespace

from lowcarbon_desktop.app.present import make_folder
from lowcarbon_desktop.app.print_report import print_report
from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.errors import UsageError, message


def paths_of(pdf: Path, names: Sequence[str], *, several: bool) -> list[Path]:
    """Where the PDF of each applicant goes: the path itself, or <name>.pdf in the folder that it then is.

    Raises UsageError where several applicants would be printed into one file.
    """
    if not several and not pdf.is_dir():
        return [pdf]
    if pdf.suffix.lower() == ".pdf" and not pdf.is_dir():
        raise UsageError(message("cli-pdf-folder", path=str(pdf), count=len(names)))
    paths: list[Path] = []
    for name in names:
        stem = Path(name).stem
        same = sum(1 for each in names[:len(paths)] if Path(each).stem == stem)
        paths.append(pdf / (f"{stem}-{same + 1}.pdf" if same else f"{stem}.pdf"))
    return paths


def print_pages(assessments: Sequence[Assessment], pdfs: Sequence[Path], notes: Mapping[str, str], known: Reference,
                given: Namespace, begun: Mapping[str, str], console: Console) -> None:
    """Print the report of each assessment, or the applicant's list, where it goes. Raises OutputError."""
    if len(pdfs) > 1:
        make_folder(pdfs[0].parent)
    for assessment, path in zip(assessments, pdfs, strict=True):
        if given.applicant:
            from lowcarbon_desktop.app import applicant
            applicant.print_list(applicant.said(assessment, console.lang, begun), path)
        else:
            print_report(assessment, known, path, lang=console.lang, notes=notes, progress=console.progress(path))
        console.tell(message("cli-written", path=str(path)))

"""Writes all files of tests/corpus/files anew, as recipes.yaml says.

Needs python-docx, Pillow and LibreOffice (`soffice`), which the tests themselves do not: the files are committed.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import yaml

from build_spec.corpus import broken, bundles, delimited, flat_odt, office, print_paper, word_paper, workbooks
from build_spec.corpus.long_plan import long_plan
from build_spec.corpus.markup import Part, document

FILES = Path(__file__).parents[2] / "tests" / "corpus" / "files"
RECIPES = yaml.safe_load(Path(__file__).with_name("recipes.yaml").read_text("utf-8"))
LONG = "wuhan"


def main(only: str = "") -> None:
    """Write all files whose name holds `only`; folders and bad files only together with everything."""
    FILES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for kind, make in (("papers", _paper), ("sheets", _sheet)):
            for name, endings in RECIPES[kind].items():
                for ending in endings.split():
                    target = FILES / f"{name}{'-' if '.' in ending else '.'}{ending}"
                    if only in target.name:
                        make(name, ending, target, work)
        for file, (name, encoding) in RECIPES["texts"].items():
            if only in file:
                _text(FILES / file, name, encoding)
        if not only:
            bundles.write(FILES, work)
            broken.write(FILES, work)


def _paper(name: str, ending: str, target: Path, work: Path) -> None:
    parts = long_plan() if name == LONG else document(name)
    how, _, kind = ending.rpartition(".")
    if how == "odt":
        office.convert(flat_odt.write(work / f"{name}.fodt", parts), target)
    elif not how:
        word_paper.write(target, parts, name == LONG)
    elif how.startswith("lo"):
        rules = how.removeprefix("lo").removeprefix("-")
        parts = [replace(part, rules=rules or part.rules) for part in parts]
        source = word_paper.write(work / f"{name}.docx", parts, name == LONG)
        if kind == "docx":
            source = office.convert(source, work / f"{name}.odt")
        office.convert(source, target)
    elif how == "repeat":
        print_paper.write(target, [replace(part, repeat=True) for part in parts])
    else:
        print_paper.write(target, [replace(part, rules=how) for part in parts])


def _sheet(name: str, ending: str, target: Path, work: Path) -> None:
    if ending == "xlsx":
        workbooks.write(target, document(name))
    else:
        office.convert(workbooks.write(work / f"{name}.xlsx", document(name)), target)


def _text(target: Path, name: str, encoding: str) -> None:
    rare = [Part("paragraph", "填表人：王䶮")] if encoding == "gb18030" else []  # a sign that GBK lacks
    delimited.write(target, [*document(name), *rare], encoding, "\t" if target.suffix == ".tsv" else ",")


if __name__ == "__main__":
    main(*sys.argv[1:])

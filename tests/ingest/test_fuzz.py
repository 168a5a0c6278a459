"""Three hundred seeded mutations of a file of each format: each is read or told, and nothing else ever happens."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import PlanUnreadable
from lowcarbon_desktop.ingest.readers import read_content
from lowcarbon_desktop.progress import Progress
from tests.ingest.documents import word

SAMPLES = Path(__file__).with_name("documents") / "samples"
ROUNDS = 300
KINDS = ("xlsx", "xls", "ods", "csv", "txt", "html", "docx", "odt", "pdf")
TEXT = "厦门市低碳试点方案\n　　到2015年森林覆盖率达到42%。\n指标\t单位\t2015\n森林覆盖率\t%\t42\n"


def sample(kind: str, folder: Path) -> bytes:
    if kind == "xlsx":
        return resource("examples", "xiamen.xlsx").read_bytes()
    if kind == "csv":
        return resource("examples", "xiamen.csv").read_bytes()
    if kind == "txt":
        return TEXT.encode("gb18030")
    if kind == "docx":
        return word.example("xiamen", folder / "plan.docx").read_bytes()
    name = "xiamen-ruled-libreoffice.pdf" if kind == "pdf" else f"xiamen-libreoffice.{kind}"
    return (SAMPLES / name).read_bytes()


def repacked(data: bytes, chance: random.Random) -> bytes:
    """A zip whose parts are mutated and packed again, so that the mutation is not met by its checksum."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice([name for name in names if name.endswith(".xml")])
        for name in names:
            part = old.read(name)
            new.writestr(name, mutated(part, chance) if name == chosen else part)
    return kept.getvalue()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Some bytes flipped, the rest cut off, or a piece of it put somewhere else."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return repacked(data, chance)
    how, at = chance.randrange(4), chance.randrange(max(len(data), 1))
    if how == 0:
        held = bytearray(data)
        for _ in range(chance.randrange(1, 12)):
            held[chance.randrange(len(held))] = chance.randrange(256)
        return bytes(held)
    if how == 1:
        return data[:at]
    piece = data[at:at + chance.randrange(1, 400)]
    to = chance.randrange(len(data))
    if how == 2:
        return data[:to] + piece * chance.randrange(1, 4) + data[to:]
    digits = [place for place, byte in enumerate(data) if 0x30 <= byte <= 0x39]
    if not digits:
        return data[:at] + data[at + len(piece):]
    place = chance.choice(digits)
    return data[:place] + chance.choice([b"-1", b"99999999", b"0", b"", b"1e9", b"\xff"]) + data[place + 1:]


@pytest.mark.parametrize("kind", KINDS)
def test_a_mutated_file_is_read_or_told(kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole = sample(kind, tmp_path)
    for seed in range(ROUNDS):
        data = mutated(whole, random.Random(f"{kind} {seed}"))
        try:
            read_content(f"plan.{kind}", data or b"x", Progress())
        except PlanUnreadable as told:
            assert told.message.code, seed
        except BaseException as fault:  # a panic of a library is no Exception
            raise AssertionError(f"{kind}, seed {seed}: {type(fault).__name__}: {fault}") from fault

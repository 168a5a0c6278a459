"""What a generated plan says is what is read, for any values, in every format that can be written."""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.plan import Reading
from tests.app.filling import empty_form, fill, plain_amount
from tests.ingest.formats.writers import WRITERS, docx, xlsx

CITIES = ("厦门市", "保定市", "延安市", "呼伦贝尔市", "恩施土家族苗族自治州")
TITLE = "{}低碳城市试点主要目标"
YEARS = (2015, 2020)


class Asked(NamedTuple):
    """An indicator as the generated plans call it; `in_words` is how a sentence says it."""

    id: str
    base: int | None
    name: str
    unit: str
    in_words: str


ASKED = (
    Asked("co2_per_gdp_cut", 2010, "单位GDP二氧化碳排放比2010年下降率", "%", "单位GDP二氧化碳排放比2010年下降{}%"),
    Asked("co2_per_gdp_cut", 2005, "单位GDP二氧化碳排放比2005年下降率", "%", "碳排放强度比2005年下降{}%"),
    Asked("energy_per_gdp_cut", 2010, "单位GDP能耗比2010年下降率", "%", "单位GDP能耗较2010年降低{}%"),
    Asked("nonfossil_share", None, "非化石能源占一次能源消费比重", "%", "非化石能源占一次能源消费比重达到{}%"),
    Asked("forest_coverage", None, "森林覆盖率", "%", "森林覆盖率达到{}%"),
    Asked("services_share", None, "服务业增加值占GDP比重", "%", "服务业增加值占GDP比重提高到{}%"),
    Asked("co2_total", None, "二氧化碳排放总量", "万吨", "二氧化碳排放总量控制在{}万吨"),
)
VALUE = st.decimals(Decimal(1), Decimal(99), places=1).map(lambda value: f"{value.normalize():f}")
PLANS = st.lists(st.sampled_from(ASKED), min_size=1, unique=True).flatmap(lambda asked: st.tuples(
    st.just(asked), st.lists(st.lists(VALUE | st.just(""), min_size=2, max_size=2).filter(any),
                             min_size=len(asked), max_size=len(asked))))
Plan = tuple[Sequence[Asked], Sequence[Sequence[str]]]


def rows_of(plan: Plan) -> list[list[str]]:
    """The table of a generated plan."""
    return [["指标", "单位", *(f"{year}年" for year in YEARS)],
            *([asked.name, asked.unit, *values] for asked, values in zip(*plan, strict=True))]


def said_in(plan: Plan) -> list[tuple[str, int | None, int, str]]:
    """What must be read of it."""
    return [(asked.id, asked.base, year, value) for asked, values in zip(*plan, strict=True)
            for year, value in zip(YEARS, values, strict=True) if value]


def read(path: Path, city: str) -> list[tuple[str | None, int | None, int | None, str]]:
    """What is read of a file: the applicant's own values, none of them in doubt."""
    plan, = open_plan(path, reference())
    assert plan.region is not None and plan.region.full_name == city
    own = [each for each in plan.told if each[1].value is not None]
    assert [(each.kind, each.region, each.doubts) for _, each in own] == [("target", None, ())] * len(own)
    return [(each.indicator, each.base_year, each.target_year, _number(each)) for _, each in own]


def _number(reading: Reading) -> str:
    assert reading.value is not None
    end = reading.value.low if reading.value.low is not None else reading.value.high
    return f"{Decimal(str(end)).normalize():f}"


@pytest.mark.parametrize("kind", WRITERS)
@settings(max_examples=8, deadline=None)
@given(plan=PLANS, city=st.sampled_from(CITIES))
def test_a_table_is_read_as_it_was_written(kind: str, plan: Plan, city: str) -> None:
    suffix, write = WRITERS[kind]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{suffix}"
        write(path, TITLE.format(city), rows_of(plan))
        assert read(path, city) == said_in(plan)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@settings(max_examples=8, deadline=None)
@given(plan=PLANS, city=st.sampled_from(CITIES))
def test_sentences_are_read_as_they_were_written(encoding: str, plan: Plan, city: str) -> None:
    lines = [f"{city}低碳城市试点实施方案"]
    for asked, values in zip(*plan, strict=True):
        lines += [f"到{year}年，全市{asked.in_words.format(value)}。"
                  for year, value in zip(YEARS, values, strict=True) if value]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"
        path.write_bytes("\n".join(lines).encode(encoding))
        assert read(path, city) == said_in(plan)


def _generated(number: int) -> tuple[Plan, str]:
    """A plan made of nothing but a number, so that one conversion serves many."""
    chance = random.Random(number)
    asked = chance.sample(ASKED, chance.randint(3, len(ASKED)))
    values = [[str(Decimal(chance.randint(10, 990)) / 10), chance.choice(["", str(chance.randint(1, 99))])]
              for _ in asked]
    return (asked, values), chance.choice(CITIES)


OFFICE = [("xls", xlsx, ".xlsx", "xls:MS Excel 97"), ("ods", xlsx, ".xlsx", "ods"), ("pdf", docx, ".docx", "pdf")]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice, which writes xls, ods and pdf, is missing")
@pytest.mark.parametrize(("suffix", "write", "before", "kind"), OFFICE, ids=[each[0] for each in OFFICE])
def test_what_an_office_suite_writes_is_read_as_it_was_written(tmp_path: Path, suffix, write, before, kind) -> None:
    made = {number: _generated(number) for number in range(12)}
    for number, (plan, city) in made.items():
        write(tmp_path / f"{number}{before}", TITLE.format(city), rows_of(plan))
    subprocess.run(["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless", "--convert-to",
                    kind, "--outdir", str(tmp_path), *(str(tmp_path / f"{number}{before}") for number in made)],
                   check=True, capture_output=True, timeout=180)
    for number, (plan, city) in made.items():
        wanted = [(id, base, year, f"{Decimal(value).normalize():f}") for id, base, year, value in said_in(plan)]
        assert read(tmp_path / f"{number}.{suffix}", city) == wanted


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice, which writes xls and ods, is missing")
def test_the_filled_form_says_the_same_when_an_office_suite_has_saved_it(tmp_path: Path) -> None:
    form = empty_form(tmp_path)
    fill(form, plain_amount)
    wanted, = open_plan(form, reference())
    for kind in ("ods", "xls:MS Excel 97"):
        subprocess.run(["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless",
                        "--convert-to", kind, "--outdir", str(tmp_path), str(form)],
                       check=True, capture_output=True, timeout=180)
        found, = open_plan(form.with_suffix(f".{kind.partition(':')[0]}"), reference())
        assert [_said(each) for each in found.readings] == [_said(each) for each in wanted.readings]
        assert {id: (each.state, each.value) for id, each in found.facts.items()} == {
            id: (each.state, each.value) for id, each in wanted.facts.items()}
        assert found.remarks == wanted.remarks == ()


def _said(reading: Reading) -> tuple:
    return (reading.indicator, reading.base_year, reading.target_year, reading.value, reading.kind, reading.doubts)

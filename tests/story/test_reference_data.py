"""The reference data that the product ships: lines, tables to look for copies in, units of the register."""

from __future__ import annotations

from datetime import date

import pytest

from build_spec.data.make_reference_tables import tables
from lowcarbon_desktop.app.check import parse_line
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import UsageError

REFERENCE = reference()


def test_the_tables_for_copies_are_those_of_the_examples() -> None:
    assert resource("reference-tables.json").read_text("utf-8") == tables()


def test_every_unit_and_line_of_the_register_exists() -> None:
    assert [each.id for each in REFERENCE.register if REFERENCE.units.find(each.unit) is None] == []
    assert {line.indicator for line in REFERENCE.lines.lines if line.indicator not in REFERENCE.register} == set()


def test_every_province_has_both_assigned_lines() -> None:
    provinces = {line.region for line in REFERENCE.lines.lines} - {"全国", "咸宁市"}
    assert len(provinces) == 31
    for name in provinces:
        region = next(each for each in REFERENCE.places.find(name) if each.level != "city")
        for indicator in ("co2_per_gdp_cut", "energy_per_gdp_cut"):
            assert REFERENCE.lines.assigned(indicator, 2010, 2015, date(2012, 5, 31), region) is not None


def test_unconfirmed_lines_stay_unconfirmed() -> None:
    unconfirmed = [line for line in REFERENCE.lines.lines if line.status == "unconfirmed"]
    assert len(unconfirmed) == 15 and not any(line.settled for line in unconfirmed)


def test_a_plan_is_never_held_to_a_later_line() -> None:
    lines = REFERENCE.lines
    assert lines.nation("co2_per_gdp_cut", 2015, 2020, date(2012, 5, 31)) is None
    assert lines.nation("co2_per_gdp_cut", 2010, 2015, date(2011, 11, 30)) is None
    assert lines.nation("co2_per_gdp_cut", 2010, 2015, date(2011, 12, 1)) is not None
    later = lines.nation("co2_per_gdp_cut", 2005, 2030, date(2021, 1, 1))
    assert later is not None and later.sense == "more_than"


def test_lines_for_information_are_never_binding() -> None:
    assert REFERENCE.lines.nation("forest_stock_increase", 2010, 2015, date(2012, 5, 31)) is None


@pytest.mark.parametrize(("typed", "region", "years", "low"), [
    ("co2_per_gdp_cut@2010-2015=18", None, (2010, 2015), 18), ("nonfossil_share@2015=12.5%", None, (None, 2015), 12.5),
    ("厦门:co2_per_gdp_cut@2010-2015=18", "厦门", (2010, 2015), 18)])
def test_a_line_as_typed(typed: str, region: str, years: tuple, low: float) -> None:
    whose, line = parse_line(typed, REFERENCE)
    assert (whose, (line.base_year, line.target_year), line.low) == (region, years, low)


@pytest.mark.parametrize(("typed", "code"), [
    ("co2_per_gdp_cut=18", "line-form"), ("co2_per_gdp_cut@2015=18", "line-needs-base"),
    ("nonfossil_share@2010-2015=12", "line-without-base"), ("co2_per_gdp_cat@2010-2015=18", "line-indicator"),
    ("co2_per_gdp_cut@2015-2010=18", "line-form"), ("co2_per_gdp_cut@2010-2015=nan", "line-form")])
def test_a_line_that_cannot_be_typed(typed: str, code: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_line(typed, REFERENCE)
    assert error.value.message.code == code

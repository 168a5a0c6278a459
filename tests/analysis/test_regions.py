"""Tables 1 and 2 of the source as data: what is printed is there, what is blank stays blank, and the types follow."""

from __future__ import annotations

import pytest

from lowcarbon_desktop.analysis.ratio import apart
from lowcarbon_desktop.analysis.standing import type_of
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import FaultyData
from lowcarbon_desktop.lines.regions import Regions

REGIONS = reference().regions
BLANK = {"呼伦贝尔", "淮安", "池州", "南平", "广元", "延安"}
TYPES = {"high-low": {"广东"}, "high-high": {"深圳", "杭州", "厦门", "天津", "南昌", "辽宁"},
         "low-high": {"贵阳", "湖北", "重庆", "陕西"}, "low-low": {"保定", "云南"}}


def test_every_pilot_and_the_nation_is_there() -> None:
    assert [sum(row.batch == batch for row in REGIONS) for batch in (0, 1, 2)] == [1, 13, 29]
    nation = REGIONS.nation
    assert nation is not None and (nation.gdp_per_head, nation.co2_per_head) == (29943, 5.5)


def test_blanks_are_blank_and_nothing_else_is() -> None:
    assert {row.region for row in REGIONS if row.gdp is None} == BLANK
    assert all((row.population is None) == (row.co2_per_head is None) == (row.gdp is None) for row in REGIONS)


def test_the_first_batch_falls_into_the_four_types_that_the_report_names() -> None:
    found: dict[str, set[str]] = {}
    for row in REGIONS:
        if row.batch == 1 and row.gdp_per_head is not None and row.co2_per_head is not None:
            found.setdefault(type_of(row.gdp_per_head, row.co2_per_head, 29943, 5.5), set()).add(row.region)
    assert found == TYPES


def test_gdp_by_population_is_gdp_per_head() -> None:
    for row in REGIONS:
        if row.gdp is not None and row.population is not None and row.gdp_per_head is not None:
            assert abs(apart(row.gdp_per_head, 10000 * row.gdp / row.population)) < 2, row.region


def test_a_name_of_two_places_is_told_apart_by_its_level() -> None:
    city, province = sorted(reference().places.find("吉林"), key=lambda each: each.level)
    assert (city.level, province.level) == ("city", "province")
    assert REGIONS.of(city) is not None and REGIONS.of(province) is None and REGIONS.of(None) is None


HEAD = "region,level,batch,population,gdp,gdp_per_head,co2_per_head,co2_cut_2015,source"


@pytest.mark.parametrize("text", [["region,level"], [HEAD, "厦门,city,1,many,,,,,x"], [HEAD, "厦门,city,first,,,,,,x"]])
def test_a_faulty_file_is_refused(text: list[str]) -> None:
    with pytest.raises(FaultyData):
        Regions.from_csv("regions.csv", text)

"""The JSON: the fixed keys, against the shipped schemas, and every number finite."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.plan import Quantity
from lowcarbon_desktop.report.plain import check_plain, read_plain
from tests.report import samples
from tests.report.samples import EMPTY, ORDINARY, PLAN

ALL = [ORDINARY, EMPTY, samples.large()]


def schema(name: str) -> jsonschema.Draft202012Validator:
    data = json.loads(resource("schemas", f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(data)
    return jsonschema.Draft202012Validator(data)


def through_json(plain: dict[str, object]) -> dict[str, object]:
    return json.loads(json.dumps(plain, ensure_ascii=False, allow_nan=False))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("assessment", ALL, ids=["ordinary", "empty", "large"])
def test_output_satisfies_its_schema(assessment, lang):
    assert list(schema("check-1").iter_errors(through_json(check_plain(assessment, lang)))) == []
    assert list(schema("read-1").iter_errors(through_json(read_plain(assessment.plan, lang)))) == []


@pytest.mark.parametrize("path", [("findings", 0, "outcome"), ("findings", 1, "line", "status"),
                                  ("plan", "indicators", 0, "kind"),
                                  ("plan", "facts", "leading_group", "state"), ("counts", "must"),
                                  ("score", "dimensions")])
def test_the_schema_refuses_a_missing_key_and_a_wrong_word(path):
    for spoil in (lambda holder, key: holder.pop(key), lambda holder, key: holder.__setitem__(key, "nonsense")):
        plain = through_json(check_plain(ORDINARY, "zh"))
        holder = plain
        for key in path[:-1]:
            holder = holder[key]
        spoil(holder, path[-1])
        assert list(schema("check-1").iter_errors(plain))


def test_a_finding_has_its_line_margin_and_places():
    finding = check_plain(ORDINARY, "zh")["findings"][1]
    assert finding["criterion"] == "targets.co2-2015.province"
    assert (finding["outcome"], finding["severity"]) == ("fail", "must")
    assert finding["margin"] == -0.5
    assert {key: finding["line"][key] for key in ("low", "high", "unit", "sense", "region", "document", "status")} == {
        "low": 17.5, "high": None, "unit": "%", "sense": "at_least", "region": "福建", "document": "国发[2011]41号附件",
        "status": "confirmed"}
    assert finding["indicators"] == [0]
    assert finding["evidence"] == [{"file": samples.FILE, "sheet": "指标表", "cell": "D5", "page": None, "text": "17"}]


def test_an_unsettled_pass_counts_as_open():
    plain = check_plain(ORDINARY, "zh")
    finding = next(each for each in plain["findings"] if each["criterion"] == "targets.energy-2015.province")
    assert (finding["outcome"], finding["settled"], finding["line"]["status"]) == ("pass", False, "unconfirmed")
    assert plain["counts"]["must"] == {"pass": 2, "fail": 1, "open": 2, "not_applicable": 0}
    assert plain["score"]["open"] == 4 and plain["score"]["final"] is False
    assert plain["score"]["dimensions"]["policy"] == {
        "low": 50.0, "high": 100.0, "open": 1, "final": False}


def test_readings_keep_print_and_understanding_apart():
    indicators = check_plain(ORDINARY, "zh")["plan"]["indicators"]
    assert indicators[1]["value"] == {"low": 40, "high": 45, "bound": "range"}
    assert (indicators[2]["origin"], indicators[2]["was"]) == ("entered", "10")
    assert (indicators[3]["value"], indicators[3]["printed"], indicators[3]["doubt"]) == (None, "——", None)
    assert indicators[4]["id"] is None and "2020" in indicators[4]["doubt"]
    assert indicators[0]["where"] == {"file": samples.FILE, "sheet": "指标表", "cell": "D5", "page": None}


def test_a_fact_keeps_its_page_and_words():
    assert check_plain(ORDINARY, "zh")["plan"]["facts"]["co2_peak_year"] == {
        "state": "stated", "value": 2020, "settled": False, "by": "machine",
        "evidence": [{"file": "实施方案.docx", "sheet": None, "cell": None, "page": 12, "text": "力争2020年达到峰值"}]}


def test_a_table_left_says_why():
    left = read_plain(PLAN, "en")["tables"][1]
    assert (left["taken"], left["why"]) == (False, "no column of years: not an indicator table")


def test_no_number_is_infinite():
    odd = replace(samples.READINGS[0], value=Quantity(40, float("inf"), "at_least", "%", stretch=float("nan")))
    plan = replace(PLAN, readings=(odd, *samples.READINGS[1:]))
    value = through_json(check_plain(replace(ORDINARY, plan=plan), "zh"))["plan"]["indicators"][0]["value"]
    assert value == {"low": 40, "high": None, "bound": "at_least", "stretch": None}

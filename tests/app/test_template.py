"""The empty form: asks what the rubric asks, guards its cells, and reads back without a single doubt."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubrics import find_rubric, load_bound
from lowcarbon_desktop.app.template import write_template
from lowcarbon_desktop.checks.asked import asked_of
from lowcarbon_desktop.errors import OutputError, UsageError
from lowcarbon_desktop.report.template_content import Line, Template, template
from lowcarbon_desktop.report.template_workbook import SHEETS
from tests.app.filling import TABLES, empty_form, fact_rows, fill, plain_amount, value_cells

KNOWN = reference()
BOUND = load_bound(find_rubric("second-batch"), KNOWN)


def content() -> Template:
    return template(BOUND, KNOWN.register, KNOWN.facts, ("福建",), None)


def open_entries() -> list[tuple[str, int | None, int]]:
    said = content()
    lines = [*(line for group in said.groups for line in group.lines), *said.basic]
    return [(line.indicator.id, line.base_year, entry.year) for line in lines for entry in line.entries if entry.open]


def test_every_value_and_fact_that_the_rubric_names_has_its_cell() -> None:
    asked = asked_of(BOUND, KNOWN.register)
    assert ("co2_per_gdp_cut", 2010, 2015) in asked.values
    assert ("co2_per_gdp_cut", 2005, 2020) in asked.values
    assert set(asked.values) <= set(open_entries())
    assert {kind.id for kind in content().facts} == set(asked.facts) == set(KNOWN.facts)
    sectors = {line.indicator.sector for group in content().groups for line in group.lines}
    assert set(asked.sectors) <= sectors


def test_nothing_is_asked_twice() -> None:
    assert len(open_entries()) == len(set(open_entries()))


@pytest.mark.parametrize("indicator", list(KNOWN.register), ids=lambda each: each.id)
def test_any_indicator_reads_back_by_the_name_that_the_form_gives_it(indicator) -> None:
    base = 2010 if indicator.kind in ("cut", "increase") else None
    named = KNOWN.tools.namer.understand(Line(indicator, base, ()).name, "低碳试点方案目标指标填报表")
    assert (named.indicator, named.base_year, named.doubts) == (indicator.id, base, ())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_only_cells_to_fill_are_open_and_each_has_its_check(tmp_path: Path, lang: str) -> None:
    book = load_workbook(empty_form(tmp_path, lang=lang))
    assert tuple(book.sheetnames) == SHEETS
    for sheet in book:
        assert sheet.protection.sheet and sheet.protection.password is None
    for name in TABLES:
        sheet = book[name]
        checked = {span for check in sheet.data_validations.dataValidation for span in str(check.sqref).split()}
        for row, cell in value_cells(book):
            if cell.parent is sheet:
                assert any(_covers(span, cell.coordinate) for span in checked), (row, cell.coordinate)
    states = fact_rows(book)
    assert set(states) == set(KNOWN.facts)
    assert book["事项"].column_dimensions["A"].hidden
    for id, (state, value, source) in states.items():
        assert not state.protection.locked and not source.protection.locked
        assert value.protection.locked == (KNOWN.facts[id].value == "none")


def _covers(span: str, cell: str) -> bool:
    left, top, right, bottom = range_boundaries(span)
    column, row, _, _ = range_boundaries(cell)
    return left <= column <= right and top <= row <= bottom


def test_a_percentage_is_asked_as_17_and_not_as_a_fraction(tmp_path: Path) -> None:
    sheet = load_workbook(empty_form(tmp_path))["指标表"]
    checks = [check for check in sheet.data_validations.dataValidation if check.type == "custom"]
    assert checks
    for each in checks:
        cell = str(each.sqref)
        assert each.formula1 == f"OR({cell}=0,AND({cell}>=1,{cell}<=100))"
        assert "17% 填 17，不要填 0.17" in each.prompt and each.error


def test_drop_downs_and_hints_fit_what_excel_takes(tmp_path: Path) -> None:
    for lang in ("zh", "en"):
        for sheet in load_workbook(empty_form(tmp_path, lang=lang)):
            for each in sheet.data_validations.dataValidation:
                assert len(each.prompt or "") <= 255 and len(each.error or "") <= 225
                assert each.type != "list" or len(each.formula1) <= 257


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_filled_in_it_reads_without_a_doubt_and_every_criterion_is_judged(tmp_path: Path, lang: str) -> None:
    path = empty_form(tmp_path, lang=lang)
    fill(path, plain_amount)
    plan, = open_plan(path, KNOWN)
    assert (plan.name, plan.region.province, str(plan.as_of)) == ("厦门", "福建", "2012-05-31")
    assert plan.remarks == ()
    assert [reading for reading in plan.readings if reading.doubts or reading.indicator is None] == []
    assert [row for table in plan.tables for row in table.rows if row.role == "unrecognised"] == []
    assert {id: (fact.state, fact.settled, fact.by) for id, fact in plan.facts.items()} == dict.fromkeys(
        KNOWN.facts, ("stated", False, "machine"))
    assessment, = check([plan], load_rubric(), KNOWN)
    waiting = {each.criterion for each in assessment.findings if each.outcome == "cannot_tell"}
    assert waiting == {"instruments.fields", "instruments.kinds"}  # a form is no text to find instruments in


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_whatever_is_filled_in_is_what_is_read(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = empty_form(Path(folder))
        written: list[float] = []

        def amount(name: str, cell) -> float:
            percent = cell.parent.cell(cell.row, 3).value == "%"
            number = data.draw(st.decimals(1 if percent else 0, 100 if percent else 10**7, places=2))
            written.append(float(number))
            return float(number)

        fill(path, amount)
        plan, = open_plan(path, KNOWN)
    read = [(each.indicator, each.base_year, each.target_year, each.value.low, each.value.high, each.unit)
            for each in plan.readings]
    assert read == [(id, base, year, number, number, KNOWN.register[id].unit)
                    for (id, base, year), number in zip(open_entries(), written, strict=True)]
    assert [each.doubts for each in plan.readings if each.doubts] == []


def test_reading_back_an_empty_form_says_what_is_missing(tmp_path: Path) -> None:
    plan, = open_plan(empty_form(tmp_path), KNOWN)
    said = {remark.code: remark.args for remark in plan.remarks}
    assert set(said) == {"form-rows-empty", "form-groups-empty", "form-facts-empty"}
    assert said["form-groups-empty"]["groups"] == ("三、能源结构", "四、交通", "五、建筑")
    rows = [row for remark in plan.remarks if remark.code == "form-rows-empty" for row in remark.args["rows"]]
    assert "单位 GDP 二氧化碳排放下降率（比 2010 年）（B8）" in rows
    assert "常住人口（B4）" in rows
    assert not any("林木覆盖率" in row for row in rows)
    assert said["form-facts-empty"]["count"] == len(KNOWN.facts)
    assert {fact.state for fact in plan.facts.values()} == {"unknown"}
    assert [table.taken for table in plan.tables] == [True, True, False]
    assert check([plan], load_rubric(), KNOWN)[0].findings


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_where_one_of_several_rows_will_do_one_is_enough(tmp_path: Path, lang: str) -> None:
    def needs() -> dict[str, str]:
        return {line.name: line.need.of(lang) for group in content().groups for line in group.lines}

    one = {"zh": "至少一项", "en": "one of these"}[lang]
    assert needs()["核电装机容量"] == needs()["公共交通出行分担率"] == one
    assert needs()["非化石能源占一次能源消费比重"] == {"zh": "必填", "en": "required"}[lang]
    path = empty_form(tmp_path, lang=lang)
    book = load_workbook(path)
    for name, cell in value_cells(book):
        if name in ("新能源装机容量", "公共交通出行分担率") and cell.column == 6:
            cell.value = 30
    book.save(path)
    plan, = open_plan(path, KNOWN)
    groups, = (remark.args["groups"] for remark in plan.remarks if remark.code == "form-groups-empty")
    assert len(groups) == 1 and ("五、建筑" if lang == "zh" else "(5)") in groups[0]


def test_labels_without_values_are_no_title(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    write_template(path, KNOWN)
    plan, = open_plan(path, KNOWN)
    assert plan.region is None
    assert plan.tables[0].title == "低碳试点方案目标指标填报表"


def test_a_form_that_was_filled_in_is_never_written_over(tmp_path: Path) -> None:
    path = empty_form(tmp_path)
    write_template(path, KNOWN)  # an empty one may go
    fill(path, plain_amount)
    kept = path.read_bytes()
    with pytest.raises(OutputError) as told:
        write_template(path, KNOWN)
    assert told.value.message.code == "form-exists"
    assert path.read_bytes() == kept
    write_template(path, KNOWN, replace=True)
    assert path.read_bytes() != kept


def test_any_other_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"minutes of a meeting")
    with pytest.raises(OutputError):
        write_template(path, KNOWN)
    assert path.read_bytes() == b"minutes of a meeting"


@pytest.mark.parametrize(("wrong", "code"), [
    ({"region": "火星"}, "region-unknown"), ({"region": "吉林"}, "region-ambiguous-option"),
    ({"rubric": "third-batch"}, "rubric-unknown")])
def test_what_is_not_known_is_refused_and_nothing_is_written(tmp_path: Path, wrong: dict[str, str], code: str) -> None:
    path = tmp_path / "form.xlsx"
    with pytest.raises(UsageError) as told:
        write_template(path, KNOWN, **wrong)
    assert told.value.message.code == code
    assert list(tmp_path.iterdir()) == []


def test_the_form_is_a_workbook_and_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        write_template(tmp_path / "form.csv", KNOWN)
    assert told.value.message.code == "form-ending"

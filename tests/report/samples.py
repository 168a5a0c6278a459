# ruff: noqa: E501 - sentences in two languages side by side
"""Hand-made assessments: an ordinary plan with every outcome, an empty one, and one of 300 rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lowcarbon_desktop.checks import Assessment, Detail, Finding
from lowcarbon_desktop.errors import Text, message
from lowcarbon_desktop.lines import NATION, Line
from lowcarbon_desktop.plan import (
    Cell,
    Evidence,
    Fact,
    FactKind,
    Indicator,
    Plan,
    Quantity,
    Reading,
    Region,
    Register,
    Row,
    SourceFile,
    Table,
    Where,
)
from lowcarbon_desktop.rubric import Citation, Criterion, Rubric, Section

FILE = "厦门市指标表.xlsx"
SHEET = "指标表"
XIAMEN = Region("厦门", "厦门市", "city", "福建", "Xiamen")


def said(zh: str, en: str = ""):
    """A message whose words are given: the sentences of checks have their own tests."""
    return message("doubts", doubts=Text(zh, en or zh))  # a wording that adds nothing of its own


REGISTER = Register({each.id: each for each in (
    Indicator("co2_per_gdp_cut", Text("单位国内生产总值二氧化碳排放下降率", "Cut of CO2 per unit of GDP"), "%", "cut", "more"),
    Indicator("energy_per_gdp_cut", Text("单位国内生产总值能耗下降率", "Cut of energy per unit of GDP"), "%", "cut", "more"),
    Indicator("nonfossil_share", Text("非化石能源占一次能源消费比重", "Non-fossil share of primary energy"), "%", "share",
              "more"))})

KINDS = {each.id: each for each in (
    FactKind("co2_peak_year", Text("二氧化碳排放达峰年份", "Year of peak CO2 emission"), "year", Text("", "")),
    FactKind("leading_group", Text("低碳试点工作领导小组", "Leading group"), "none", Text("", "")),
    FactKind("leading_group_head", Text("领导小组组长", "Head of the leading group"), "choice", Text("", ""),
             (("leader", Text("党政主要领导", "Party secretary or mayor")),)),
    FactKind("dedicated_fund", Text("低碳发展专项资金", "Dedicated fund"), "text", Text("", "")))}


def line(indicator: str, region: str, base: int | None, target: int, low: float, document: str,
         status: str = "confirmed", high: float | None = None) -> Line:
    return Line(indicator, region, base, target, low, high, "%", "at_least", date(2011, 12, 1), document, status, "source")


NATION_CO2 = line("co2_per_gdp_cut", NATION, 2010, 2015, 17, "国发[2011]41号")
FUJIAN_CO2 = line("co2_per_gdp_cut", "福建", 2010, 2015, 17.5, "国发[2011]41号附件")
NATION_2020 = line("co2_per_gdp_cut", NATION, 2005, 2020, 40, "2009年11月国务院常务会议", high=45)
NATION_ENERGY = line("energy_per_gdp_cut", NATION, 2010, 2015, 16, "国发[2011]26号")
FUJIAN_ENERGY = line("energy_per_gdp_cut", "福建", 2010, 2015, 16, "国发[2011]26号附件", "unconfirmed")
NATION_NONFOSSIL = line("nonfossil_share", NATION, None, 2015, 11.4, "“十二五”规划纲要")


def at(cell: str) -> Where:
    return Where(FILE, SHEET, cell)


def reading(indicator: str | None, name: str, cell: str, printed: str, value: Quantity | None, base: int | None = None,
            target: int | None = 2015, **more: object) -> Reading:
    row = "".join(sign for sign in cell if sign.isdigit())
    return Reading(indicator, name, printed, at(cell), at(f"B{row}"), value, "%" if value is not None else None, "%",
                   base, target, **more)


def percent(low: float | None, high: float | None = None, bound: str = "exact") -> Quantity:
    return Quantity(low, low if high is None and bound == "exact" else high, bound, "%")


READINGS = (
    reading("co2_per_gdp_cut", "单位GDP二氧化碳排放比2010年下降率", "D5", "17", percent(17), 2010,
            rule=said("单元格中的数与表头单位一致", "a number in the column's unit")),
    reading("co2_per_gdp_cut", "单位GDP二氧化碳排放比2005年下降率", "E5", "40—45", percent(40, 45, "range"), 2005, 2020),
    reading("energy_per_gdp_cut", "单位GDP能耗比2010年下降率", "D6", "16.5", percent(16.5), 2010, origin="entered", was="10"),
    reading("nonfossil_share", "非化石能源占一次能源消费比重", "D7", "——", None),
    reading(None, "2020年居民绿色出行率", "D8", "70", percent(70), doubts=(
        said("名称中的年份 2020 与所在列的年份 2015 不一致", "the year 2020 in the name disagrees with the column's 2015"),)),
)


def _row(role: str, number: int, *texts: str, readings: dict[int, int] | None = None, **more: object) -> Row:
    readings = readings or {}
    return Row(role, tuple(Cell(text, at(f"{'ABCDE'[column]}{number}"), (readings[column],) if column in readings else (),
                                corrected=(number, column) == (6, 3)) for column, text in enumerate(texts)), **more)


TABLE = Table("厦门市低碳试点主要指标表", at("A1"), True, said("有指标名称列和年份列", "it has names and years"), (
    _row("title", 1, "厦门市低碳试点主要指标表", "", "", "", ""),
    _row("header", 3, "序号", "指标", "单位", "2015年", "2020年"),
    _row("section", 4, "一、总体目标", "", "", "", ""),
    _row("indicator", 5, "1", "单位GDP二氧化碳排放比2010年下降率", "%", "17", "40—45", readings={3: 0, 4: 1}),
    _row("indicator", 6, "2", "单位GDP能耗比2010年下降率", "%", "16.5", "", readings={3: 2}),
    _row("indicator", 7, "3", "非化石能源占一次能源消费比重", "%", "——", "", readings={3: 3}),
    _row("unrecognised", 8, "4", "2020年居民绿色出行率", "%", "70", "", readings={3: 4},
         remark=said("指标登记册中没有这一指标", "the register has no such indicator")),
    _row("note", 9, "注：2010年为基年", "", "", "", "")))
LEFT = Table("项目表", Where(FILE, "重点项目"), False, said("没有年份列，不是指标表", "no column of years: not an indicator table"))

FACTS = {each.id: each for each in (
    Fact("co2_peak_year", "stated", 2020, evidence=(Evidence("力争2020年达到峰值", Where("实施方案.docx", page=12)),)),
    Fact("leading_group", "stated", None, True, "reviewer", (Evidence("实施方案第 12 页"),)),
    Fact("leading_group_head", "stated", "leader"))}

PLAN = Plan((SourceFile(FILE, "ab" * 32),), XIAMEN, date(2012, 5, 31), "plan", READINGS, (TABLE, LEFT), FACTS,
            (said("工作表“重点项目”是隐藏的，也已读取", "the sheet 重点项目 is hidden; it was read too"),))

_SOURCE = Text("国家低碳省区和低碳城市试点评估报告", "Evaluation report on the national low-carbon pilots")


def criterion(id: str, number: str, title: tuple[str, str], severity: str = "must", section: str = "targets",
              points: float = 10) -> Criterion:
    zh, digit = number.split("-")
    return Criterion(id, Text(number, f"{ {'目标': 'T', '峰值': 'P', '组织': 'O', '一致': 'C'}[zh]}-{digit}"), section,
                     Text(*title), Text("", ""), severity,
                     "policy" if section == "organisation" else "carbon", points, "kind", {}, Citation(_SOURCE, "2.3", "表16"),
                     Text("改正", "mend it"), "automatic")


CRITERIA = (
    criterion("targets.co2-2015.nation", "目标-1", ("2015 年碳强度下降率不低于全国指标", "CO2 cut 2015 not below the nation's"),
              "should"),
    criterion("targets.co2-2015.province", "目标-2", ("2015 年碳强度下降率不低于下达本省的指标",
                                                    "CO2 cut 2015 not below the line assigned to the province")),
    criterion("targets.co2-2020.nation", "目标-3", ("2020 年碳强度下降率不低于全国指标", "CO2 cut 2020 not below the nation's")),
    criterion("targets.energy-2015.province", "目标-4", ("2015 年能耗强度下降率不低于下达本省的指标",
                                                       "Energy cut 2015 not below the line assigned to the province")),
    criterion("targets.nonfossil-2015.nation", "目标-5", ("2015 年非化石能源比重不低于全国指标",
                                                        "Non-fossil share 2015 not below the nation's"), "should"),
    criterion("peak.year-stated", "峰值-1", ("提出二氧化碳排放达峰年份", "A year of peak emission is stated"), "must", "peak"),
    criterion("organisation.leading-group", "组织-1", ("成立低碳试点工作领导小组", "A leading group is set up"), "must",
              "organisation"),
    criterion("organisation.fit", "组织-2", ("职责分工清楚、符合本地实际", "Responsibilities are clear and fit the place"),
              "should", "organisation"),
    criterion("consistency.units", "一致-1", ("计量单位规范", "Units exist"), "note", "consistency", 0),
    criterion("consistency.kaya", "一致-2", ("能耗强度与碳强度目标相互协调", "Energy and carbon targets agree"), "note",
              "consistency", 0))

RUBRIC = Rubric(
    "second-batch", "1.0", Text("第二批国家低碳试点评审细则", "Rubric of the second batch of national low-carbon pilots"),
    Text("", ""), date(2012, 6, 30), True,
    (Section("targets", Text("目标与指标线", "Targets and lines")), Section("peak", Text("排放峰值", "Peak")),
     Section("organisation", Text("组织保障", "Organisation")), Section("consistency", Text("一致性", "Consistency"))),
    CRITERIA, (Section("carbon", Text("碳产出", "Carbon output")), Section("policy", Text("低碳政策", "Low-carbon policy")),
               Section("empty", Text("低碳资源", "Low-carbon resources"))), "c0ffee" + "0" * 58, "second-batch.yaml")


def finding(id: str, outcome: str, severity: str, *details: Detail, remedy: Text | None = None,
            settled: bool = True) -> Finding:
    return Finding(id, outcome, severity, settled, details[0].message, details, remedy)


FINDINGS = (
    finding("targets.co2-2015.nation", "pass", "should", Detail(
        "pass", said("2015 年单位 GDP 二氧化碳排放下降 17 %，达到全国的 17 %", "CO2 per GDP falls by 17 % by 2015: meets the nation's 17 %"),
        0, percent(17), NATION_CO2, 0.0)),
    finding("targets.co2-2015.province", "fail", "must", Detail(
        "fail", said("2015 年单位 GDP 二氧化碳排放下降 17 %，低于福建省下达的 17.5 %（差 0.5 个百分点）",
                     "CO2 per GDP falls by 17 % by 2015: below the 17.5 % assigned to 福建 (short by 0.5 points)"),
        0, percent(17), FUJIAN_CO2, -0.5),
        remedy=Text("提高到 17.5 % 以上，或说明省级下达指标的出处", "raise it to 17.5 % or more, or show the line that was assigned")),
    finding("targets.co2-2020.nation", "pass", "must", Detail(
        "pass", said("以区间较弱一端 40 % 判断，达到全国的 40 %", "judged by the weaker end, 40 %: meets the nation's 40 %"), 1,
        percent(40, 45, "range"), NATION_2020, 0.0, grade=Text("合格", "sufficient"))),
    finding("targets.energy-2015.province", "pass", "must", Detail(
        "pass", said("2015 年单位 GDP 能耗下降 16.5 %，高于福建省的 16 %", "energy per GDP falls by 16.5 %: above 福建's 16 %"), 2,
        percent(16.5), FUJIAN_ENERGY, 0.5, settled=False), settled=False),
    finding("targets.nonfossil-2015.nation", "cannot_tell", "should", Detail(
        "cannot_tell", said("2015 年非化石能源比重未给出数值（原文“——”）", "no value is stated for 2015 (printed “——”)"), 3, None,
        NATION_NONFOSSIL), remedy=Text("补充 2015 年的数值", "state the value for 2015")),
    finding("peak.year-stated", "pass", "must", Detail(
        "pass", said("提出 2020 年达峰", "a peak in 2020 is stated"), evidence=FACTS["co2_peak_year"].evidence, settled=False),
        settled=False),
    finding("organisation.leading-group", "pass", "must", Detail(
        "pass", said("已成立领导小组", "a leading group is set up"), evidence=FACTS["leading_group"].evidence)),
    finding("organisation.fit", "judgement", "should", Detail(
        "judgement", said("没有找到有关段落，请评审人判断", "no passage was found; for the reviewer to judge"))),
    finding("consistency.units", "fail", "note",
            Detail("fail", said("单位“万千万”不存在", "the unit 万千万 does not exist"), 4),
            Detail("pass", said("单位“%”规范", "the unit % exists"), 0), remedy=Text("改为规范的计量单位", "use a unit that exists")),
    finding("consistency.kaya", "not_applicable", "note", Detail(
        "not_applicable", said("缺少非化石能源比重，不作推算", "without the non-fossil share nothing is derived"),
        steps=("1 − (1 − 17 %) ÷ (1 − 16.5 %) = 0.6 %",))))

ORDINARY = Assessment(PLAN, RUBRIC, FINDINGS)
EMPTY = Assessment(
    Plan((SourceFile("空表.xlsx", "00" * 32),), None, None, None),
    RUBRIC, tuple(finding(each.id, "cannot_tell", each.severity, Detail("cannot_tell", said("没有读到数值", "no value was read")))
                  for each in CRITERIA))
NOTES = {"targets.co2-2015.province": "请说明为何低于省里下达的指标。\n第二次会议再议。"}


def large(rows: int = 300, findings: int = 46) -> Assessment:
    """A plan of many rows with long names, judged by many criteria with many details."""
    name = "规模以上工业企业单位增加值能源消耗量（按当年价格计算，含自备电厂）比2010年累计下降率"
    readings = tuple(reading("energy_per_gdp_cut", f"{name}{row}", f"D{row + 3}", str(row % 40), percent(row % 40), 2010)
                     for row in range(rows))
    table = replace(TABLE, rows=(TABLE.rows[1], *(
        _row("indicator", row + 3, str(row + 1), f"{name}{row}", "%", str(row % 40), "", readings={3: row})
        for row in range(rows))))
    criteria = tuple(replace(CRITERIA[number % len(CRITERIA)], id=f"criterion-{number}") for number in range(findings))
    judged = tuple(Finding(each.id, ("pass", "fail", "cannot_tell")[number % 3], each.severity, True,
                           said(f"第 {number} 条：" + "各部门职责分工不清，" * (number % 7 + 1) + "应予补充", f"finding {number}"),
                           tuple(Detail(("pass", "fail", "cannot_tell")[number % 3], said(f"第 {row} 行", f"row {row}"), row,
                                        percent(row % 40), FUJIAN_ENERGY, float(row % 40 - 16))
                                 for row in range(number, rows, 60)), Text("提高目标值", "raise the target"))
                   for number, each in enumerate(criteria))
    return Assessment(replace(PLAN, readings=readings, tables=(table,)), replace(RUBRIC, criteria=criteria), judged)

"""Which columns hold the names of the indicators, also those of a second table beside the first."""

from __future__ import annotations

import re

from lowcarbon_desktop.ingest.headers import MOSTLY_NUMBER, is_part
from lowcarbon_desktop.ingest.headings import Heading, Headings
from lowcarbon_desktop.ingest.named_cells import Known
from lowcarbon_desktop.ingest.sheet import Sheet

_ROWS = 5
_OF_WHOM = r"(?:其中:?)?(?:.{1,7}[区县旗镇]|[全本我]市|(?:规模以上|重点)?(?:工业|建筑|交通|企业).{0,4})"
_PHASE_NAMES = r"(?:近|中|远|中远|长)期指标(?:名称)?"
TOPIC = (r"(?:[一二三四五]、|\([一二三四五]\))?"
         r"(?:强度|总量|效率|效益|水平|质量|规模|特色|核心|基本|主要|关键|专项|其[他它]|约束性?|预期性?|引导性"
         r"|碳排放|温室气体|排放|碳汇|森林|生态|环境|资源|能源|能耗|节能|降碳|减排|产业|结构|经济|社会|低碳|绿色"
         r"|生产|领域|发展|消费|建设|生活|控制|扩展|拓展|基础|重点|辅助|支撑|特征|与|和|及|、|类|方面|指标)+(?:\([一二三四五]\))?")


def with_phase_names(columns: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """近期指标 | 2015年 | 远期指标 | 2020年: what stands right before a year holds the names of a table of its own."""
    if not any("期指标" in heading.text and heading.role == "other" and re.fullmatch(_PHASE_NAMES, heading.text)
               for heading in columns):
        return columns
    named = {index for index, heading in enumerate(columns) if heading.role == "other"
             and re.fullmatch(_PHASE_NAMES, heading.text) and _leads_to_a_year(columns[index + 1:])}
    return tuple(Heading("name", heading.text) if index in named else heading
                 for index, heading in enumerate(columns)) if len(named) > 1 else columns


def with_topics(sheet: Sheet, columns: tuple[Heading, ...], row: int) -> tuple[Heading, ...]:
    """碳排放 | 2015年 | 2020年 | 能源 | 2015年 | 2020年: two tables side by side, the corner of each being its topic.

    Only words of topics make it so: what else stands there (岛内, 工业领域, 甲方案) says whose the values are.
    """
    topics = [index for index, heading in enumerate(columns) if heading.role == "other" and heading.text]
    if len(topics) < 2 or topics[0] != next(i for i, heading in enumerate(columns) if heading.text) or any(
            re.fullmatch(TOPIC, columns[index].text) is None for index in topics):
        return columns
    parts = [columns[start + 1:end] for start, end in zip(topics, [*topics[1:], len(columns)], strict=True)]
    years = {tuple(heading.year for heading in part if heading.role == "value") for part in parts}
    said = {heading.role for part in parts for heading in part if heading.text}
    if len(years) != 1 or None in (first := years.pop()) or not first or not said <= {"value", "unit", "attribute"} or (
            row + 1 >= sheet.height or any(not (text := sheet.text(row + 1, index)) or re.match(MOSTLY_NUMBER, text)
                                           for index in topics)):
        return columns
    return tuple(Heading("name", heading.text) if index in topics else heading for index, heading in enumerate(columns))


def _leads_to_a_year(columns: tuple[Heading, ...]) -> bool:
    """Whether a year stands next, a unit or an attribute before it left aside."""
    following = next((heading for heading in columns if heading.role not in ("unit", "measure", "attribute")), None)
    return following is not None and following.year is not None


def with_name_column(sheet: Sheet, columns: tuple[Heading, ...], first: int) -> tuple[Heading, ...]:
    """Where no heading says so, the first column with words in the rows below is the name."""
    if any(heading.role in ("name", "regions") for heading in columns):
        return columns
    part = next((index for index, heading in enumerate(columns) if is_part(heading)), None)
    if part is not None:
        return (*columns[:part], Heading("regions", columns[part].text), *columns[part + 1:])
    begun = next((index for index, heading in enumerate(columns) if heading.role in ("unit", "value")), len(columns))
    words = {index: texts for index, heading in enumerate(columns) if heading.role in ("other", "category")
             and (texts := words_below(sheet, index, first))}
    if not words:
        return columns
    before = {index: texts for index, texts in words.items() if index < begun} or words
    most = max(map(len, before.values()))
    at = next(index for index, texts in before.items() if len(texts) == most)  # groups stand before what they hold
    return (*columns[:at], Heading("name", columns[at].text), *columns[at + 1:])


def with_split_names(sheet: Sheet, columns: tuple[Heading, ...], first: int, known: Known,
                     headings: Headings) -> tuple[Heading, ...]:
    """项目 over two columns, 单位GDP | 能耗比2010年下降: what stands under a blank heading belongs to the name.

    But only what the name needs, being none without it; units there are units.
    """
    at = next((index for index, heading in enumerate(columns[:-1]) if heading.role == "name"), None)
    if at is None or columns[at + 1].text or columns[at + 1].role != "other":
        return columns
    pairs = [(sheet.text(row, at), said) for row in range(first, min(first + _ROWS, sheet.height))
             if (said := sheet.text(row, at + 1))]
    if pairs and all(headings.read(said).role == "measure" for _, said in pairs):
        return (*columns[:at + 1], Heading("unit"), *columns[at + 2:])
    if any(headings.names_place(said) or re.fullmatch(_OF_WHOM, said) for _, said in pairs):
        return (*columns[:at + 1], Heading("category"), *columns[at + 2:])  # 思明区 under a blank heading
    split = bool(pairs) and not any(known(name) for name, _ in pairs) and any(
        known(said) or known(name + said) for name, said in pairs)
    return (*columns[:at + 1], columns[at], *columns[at + 2:]) if split else columns


def words_below(sheet: Sheet, index: int, first: int) -> set[str]:
    """The different words in the first rows of a column, numbers apart."""
    return {text for row in range(first, min(first + 5, sheet.height))
            if len(text := sheet.text(row, index)) > 2 and not text.replace(".", "").isdigit()}

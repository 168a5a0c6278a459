"""The year in which the applicant's own total CO2 emission peaks, as far as a sentence states one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from lowcarbon_desktop.ingest.prose.bases import as_revised
from lowcarbon_desktop.ingest.prose.facts.boxes import boxed
from lowcarbon_desktop.ingest.prose.facts.clauses import is_labelled
from lowcarbon_desktop.ingest.prose.parts import Parts
from lowcarbon_desktop.ingest.prose.provisos import limited, questioned, supposed
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.spoken import Spoken
from lowcarbon_desktop.ingest.prose.whose import Owners
from lowcarbon_desktop.ingest.taken_back import taken_back
from lowcarbon_desktop.plan import Evidence, Fact
from lowcarbon_desktop.text.numerals import in_digits
from lowcarbon_desktop.text.years import PLAN_END

PEAK = "co2_peak_year"
_YEAR = r"(?:19|20)\d\d"
_OUTDATED = re.compile(rf".*原(?:方案|规划|计划|目标|定)的?(?:于|在)?|{_YEAR}年(?:左右|前后|底?前|底|末)?")
_TITLE = re.compile("《[^》]*》")
_WORDS = {
    "peak": r"(?<![比较离距])峰值|达峰|达到?(?:最)?高峰|到达?峰|见顶|达到?(?:最高[点值]|顶点|最大值)|不再增[长加]"
            r"|(?:出现|到达?|迎来|前后)[^,;]{0,3}拐点",
    # what peaks but is not emission: loads, traffic, floods, meetings
    "other": r"""负荷|用电|电力|电网|高峰(?:期|时段|小时)|尖峰|削峰|调峰|峰谷|洪峰|客流|车流|人口|峰会|论坛|用水
        |产量|产能|浓度
        |联盟[^,]{0,6}(?:提出|承诺|倡议|要求)|倡议""",
    "carbon": r"(?:二氧化碳|CO2|碳|温室气体)(?:的)?(?:总?排放|达峰|峰值|总量)",
    # what peaks but is not the total
    "partial": r"""人均|阶段性|(?:增速|增幅|增长率)(?![^,;]{0,4}(?:放缓|趋缓|减缓|下降|回落))|增量|强度
        |单位(?:GDP|地区|生产|国内)|生产总值|万元|煤炭|煤
        |能源消费(?!(?:活动)?(?:所?产生)?的?(?:二氧化碳|碳|CO2))|能耗|化石能源(?!消费)|石油|工业|建筑|交通
        |钢铁|水泥|电力|行业|领域|部门|企业|园区|开发区|甲烷|部分|非二氧化碳|公共机构|居民|农业
        |服务业|废弃物|新区|城区|县区|区县|示范区|社区|试点区""",
    # somebody else's year: 早于国家2030年左右达峰的目标
    "theirs": rf"""(?:早于|先于|优于|在|比|较|与|对接|衔接|落实|服务|支撑|助力|围绕|响应|按照|根据)[^,;]{{0,8}}(?:全国
        |国家|我国|全省|省|中国|世界|全球)
        [^,;]{{0,14}}{_YEAR}年?(?:左右|前后|前|之前)?[^,;]{{0,14}}?(?:目标|时间|承诺|要求|提前|提早|之?前|$)""",
    # what is striven for or expected counts where nothing firmer is said; what is only possible does not
    "hope": "力争|争取|努力|预计|预期(?!目标)",
    "foreseen": "(?<![模虚草])拟(?!定的)|原则上|奋斗|冲刺|希望|建议|有条件|条件成熟|设想|有望|可能|预测|专家"
                "|研究表明|估计|或将",
    "beside": rf"[,、]?(?:力争|争取|努力)(?:到|至|于|在|提前)*{_YEAR}年?(?:左右|前后|前|底)?(?:率先|实现|[,、]|达峰)*",
    "promise": "确保|保证|必须",
    "base": rf"(?:比|较|以|在){_YEAR}年的?(?:基础|水平|增长|增加|下降)",
    "both": "总量(?:和|、|与|及)人均[^,]*?(?=双|均|都|同时|同步|20|在|于|达|$)",
    "announced": "峰值(?:年份?|时间|目标)?$|达峰(?:年份?|时间|目标)$",
    "span": rf"({_YEAR})年?[-~至到和、或]({_YEAR})年",
    "year": rf"({_YEAR})年(?!以来|相比|水平|的水平|基础)",
    # no year by which it has peaked: 不会早于2025年, 2025年以后
    "open": rf"(?<!不)[不未]\w{{0,2}}早于[^,;]{{0,2}}{_YEAR}|{_YEAR}年(?:以|之)?后",
    "plan": r"[\"“]?(十[一二三四五]?)五[\"”]?(?:规划)?(?:期间|时期|期末|末期|末)",
    "study": r"(?:研究|探索|论证|分析|测算|开展|提出|制定|明确|确定)[^,;]{0,16}(?:峰值|达峰)",
    "not": r"未(?:提出|确定|明确|达)|尚未|没有|不(?:提出|设)|无法|难以|不会(?!早|晚|迟|再|超|高于|突破)|不可能",
    # what a promise is founded on: 经测算论证，我市承诺……
    "grounds": r"(?:经过?|通过|据|根据|在)(?!初步)[^,;]{0,14}(?:测算|论证|研究|分析|预测|评估|咨询)[^,;]{0,8},"
               r"(?=[^,;]{0,12}(?:承诺|确定|提出|明确|决定))",
    "unnamed": rf"^(?:(?:并|且|而)?(?:力争|争取|努力|预计|计划|将|可|到|于|在|至|提前|率先|实现|达到?|出现|左右|前后|底|前|[\"“”]?十[一二三四五]五[\"”]?(?:期间|末)?)"
               rf"|{_YEAR}年?|[-~、])*$",
    "done": r"已经?[^,;]{0,6}(?:峰|顶)|曾|达到了?历史",
}


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(_WORDS[name], re.VERBOSE)


def peak_fact(sentences: Sequence[Sentence], owners: Owners, past: int, strays: Container[int]) -> Fact | None:
    """The fact, with every sentence that gives a year; two different years are a conflict.

    A year that is striven for (力争) is stated where no firmer one is. One that is only possible, or that stands in
    words which may be misread or in one of the `strays`, which may speak of another place, is shown and states nothing;
    but where such a year is later than the one that is stated, it contradicts that.
    """
    stated: list[tuple[int, Evidence]] = []
    striven: list[tuple[int, Evidence]] = []
    still_open: list[tuple[int, Evidence]] = []
    studied: list[Evidence] = []
    mentioned: list[Evidence] = []
    parts = [(position, part) for position, each in enumerate(sentences) for part in _parts(each)]
    others = {id(part) for position, part in parts if position in strays}
    for sentence, spoken in _spoken([part for _, part in parts], owners):
        evidence = Evidence(sentence.text, sentence.where)
        if supposed(_TITLE.sub("", sentence.plain), sentence.headings) or _unnamed(sentence, spoken):
            if any(_words("peak").search(each.text) and each.whose.kind == "own" for each in spoken):
                mentioned.append(evidence)  # what is only supposed, or not said of what, contradicts nothing
            continue
        years = [each for each in _years(sentence, spoken) if each[0] > past]
        for year, aim in years:
            doubtful = id(sentence) in others or boxed(sentence.plain) or any(
                said(sentence.plain) for said in (questioned, taken_back, limited))
            sure = not doubtful and sentence.trouble is None
            (still_open if not sure or aim == "open" else stated if aim == "firm" else striven).append((year, evidence))
        if not years and any(_words("study").search(clause.text) and clause.whose.own
                                and not _words("not").search(clause.text) for clause in spoken):
            studied.append(evidence)
    still_open, stated = (still_open + striven, stated) if stated else (still_open, striven)
    found = {year for year, _ in stated}
    later = [each for each in still_open if found and each[0] > min(found)]
    if len(found) > 1 or later:
        return Fact(PEAK, "conflict", None, False, "machine", _shown([*stated, *later]))
    if found:
        return Fact(PEAK, "stated", found.pop(), False, "machine", _shown(stated))
    if still_open:
        return Fact(PEAK, "unknown", None, False, "machine", (*_shown(still_open), *studied))
    if studied:
        return Fact(PEAK, "in_preparation", None, False, "machine", tuple(studied))
    return Fact(PEAK, "unknown", None, False, "machine", tuple(dict.fromkeys(mentioned))) if mentioned else None


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence as it holds now; where only a part of it supposes, its parts: 基准情景下……；我市承诺……"""
    if _words("peak").search(sentence.plain) is None:
        yield sentence
        return
    plain = _words("grounds").sub("", _revised(sentence.plain) if "原" in sentence.plain else sentence.plain)
    split = ";" in plain and supposed(plain, ())
    for part in plain.split(";") if split else (plain,):
        yield replace(sentence, plain=part if part == plain or part.endswith("。") else f"{part}。")


def _unnamed(sentence: Sentence, spoken: Sequence[Spoken]) -> bool:
    """Whether a peak is told of nothing that the sentence names as the total: ……比2010年下降18%，2020年左右达到峰值."""
    found = [(each, peak) for each in spoken if (peak := _words("peak").search(each.text)) is not None]
    bare = [each for each, peak in found if _words("unnamed").match(each.text[:peak.start()])]
    return len(bare) == len(found) and not any(True for _ in _years(sentence, spoken)) and any(
        _year(each.text) is not None for each in bare)


def _revised(plain: str) -> str:
    """A sentence with the year that holds now, and the peak of which it speaks: 原定2030年达峰，现提前至2025年."""
    revised = as_revised(plain)
    spoken = next((each for each in plain.split(",") if _words("peak").search(each)), "")
    if not spoken or _words("peak").search(revised):
        return revised
    return f"{revised.rstrip('。')},{_OUTDATED.sub('', spoken)}。"


def _shown(years: Sequence[tuple[int, Evidence]]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for _, evidence in years))


def _spoken(sentences: Sequence[Sentence], owners: Owners) -> Iterator[tuple[Sentence, tuple[Spoken, ...]]]:
    """The sentences that speak of a peak of emission, clause by clause."""
    for _, group in groupby(sentences, key=lambda each: each.paragraph):
        paragraph = tuple(group)
        near = [*(each.plain for each in paragraph), *paragraph[0].headings[-1:]]
        if all(any(_words(sign).search(each) for each in near) for sign in ("peak", "carbon")):
            yield from ((sentence, spoken) for sentence, spoken in zip(
                paragraph, owners.paragraph(paragraph), strict=True) if (not sentence.heading or is_labelled(sentence))
                and _of_emission(sentence))


def _of_emission(sentence: Sentence) -> bool:
    untitled = _TITLE.sub("", sentence.plain)  # 测算依据见《……情景研究》 supposes nothing
    return _words("peak").search(untitled) is not None and _words("other").search(untitled) is None


def _years(sentence: Sentence, spoken: Sequence[Spoken]) -> Iterator[tuple[int, str]]:
    """The peak years that a sentence gives for the applicant's own total emission, each firm, striven for or open."""
    carbon = _words("carbon").search(sentence.plain) is not None
    if not carbon and not any(_words("carbon").search(each) for each in sentence.headings[-1:]):
        return
    year: int | None = None
    parts = Parts(sentence, sectors=True)
    subject, announced, hope, foreseen, open_ended = "", False, False, False, False
    for clause in spoken:
        said = in_digits(clause.text).text
        promised = _words("promise").search(said) is not None
        text = _words("beside").sub("", said) if promised else said
        text = _words("both").sub("总量", _words("base").sub("", _words("theirs").sub("", text)))
        hopes = _words("hope").search(text)
        foreseen = not promised and (foreseen or _words("foreseen").search(text) is not None)
        hope = not promised and (hope or (hopes is not None and hopes.start() < 2))
        ours = clause.whose.kind == "own"
        parts.hear(clause)
        if _year(text) is not None:
            open_ended = _words("open").search(text) is not None
        sure = clause.whose.sure and not (foreseen or open_ended or parts.spoken_of)
        aim = "open" if not sure else "striven" if hope or (hopes is not None and not promised) else "firm"
        if announced and ours and (named := _year(text)) is not None:  # 碳排放峰值年份：2020年
            yield named, aim
        announced = clause.ended == ":" and _words("announced").search(text) is not None
        year = _year(text) or year
        peak = _words("peak").search(text)
        if _words("carbon").search(text) is not None or _words("partial").search(text) is not None:
            subject = text[:peak.start()] if peak is not None else text
        if peak is None:
            if clause.ended == ";":
                year, subject, hope, foreseen = None, "", False, False
            continue
        plain = _words("partial").search(subject) is None and _words("not").search(text) is None
        if plain and ours and year is not None and _words("done").search(text) is None:
            yield year, aim
        year = None


def _year(text: str) -> int | None:
    """The year of a clause; of a span, or of a five-year plan, its end: the weaker promise."""
    span = _words("span").search(text)
    if span is not None:
        return max(int(span[1]), int(span[2]))
    years = [int(found[1]) for found in _words("year").finditer(text)]
    if years:
        return years[-1] if len(set(years)) == 1 else None
    plan = _words("plan").search(text)
    return PLAN_END[plan[1]] if plan is not None else None

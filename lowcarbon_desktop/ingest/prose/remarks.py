"""What later words say against a sentence: 该目标未经审定 behind it, 【此数待核】 below it, a note that it calls."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.prose.provisos import against, questioned
from lowcarbon_desktop.ingest.prose.sentences import Sentence

_MARK = re.compile(r"[①-⑳*※¹²³⁴-⁹]|[\[［〔【(（]注?\d{1,2}[\]］〕】)）]|注\d{1,2}(?=[:：、.．\s])")
_CALL = r"(?<=[\d%％吨年亩米元瓦时点右内上下标值）)])"  # a mark is called behind a figure, and never opens an item
_LEADS = (r"[-—(\[]*(?:注|说明|备注)?\d?[:、]?(?:[^,;。\d]{2,16},)?"
          r"(?:但是?|然而|不过|目前|其中|需要?(?:说明|指出|注意)的是|由于|鉴于|[,:])*")
_THIS = (r"(?:该|此|这一?|这个|这些|上述|以上|前述)(?:(?!投资|资金|人口|项目|面积)[^,;。]){0,6}?"
         r"(?:目标|指标|数|任务|年份?|时间|降幅|比[例重]|幅度)"
         r"|(?:这|此|以上|上述|前述|本[条项款数])(?:内容|目标|数[据字])?(?:[仅只均都也]|[是为系指]|[摘引录]|需|待|尚)"
         r"|(?:有关|具体|相关|目标)?数[据值字](?:正在|尚|还|仍|需|待|有待)|[摘引]自|(?:此处|下同)?待(?:补充|填|核)")
_REJECTED = (r"(?:[^,;。]{0,6},)?(?:该|此|以?上述?)?(?:意见|建议|提法)?(?:但|最终|均|暂|经研究)*"
             r"[未没不][^,;。\d]{0,4}(?:采纳|采用|批准|通过|同意)[^,;。]{0,4}。$")
_NO_MORE = (r"(?:[^,;。\d]{2,16},)?不再[^,;。\d]{0,8}(?:目标|指标|任务|要求|数)"
            r"|[^。]{0,10}请?(?:替换|改)[为成](?:本地|实际|自己)")
_OTHERWISE = (r"(?:但是?|然而|不过|实际上|事实上)(?![^。]*(?:覆盖率|比重|占比|蓄积|投资))"
              r"[^。]*?(?:目标|下降|降低|减少|只能|达峰|峰值)[^。]*?\d")
_LOOKS_BACK = re.compile(rf"{_LEADS}(?:{_THIS})|{_REJECTED}|{_NO_MORE}|{_OTHERWISE}")
_ASIDE = re.compile(r"[-—]*[\[【(][^\[\]【】()]{2,40}[\]】)][。;]?|(?:注|备注|说明)\d?:.{2,60}|[-—]+[摘引]自.{2,40}")
_BACK = re.compile(
    r"(?:难以|无法|不能|未能|很难|只能)(?:如期|按期|按时)?(?:完成|实现|达到|下降|降低)|[被已][^,;。\d]{0,6}(?:取代|替代|取消|否决|推翻|撤回|撤销)"
    r"|[偏过][高大]|初步(?:测算|估算|匡算|设想|意见|考虑|结果|数)|有待[^,;]{0,8}(?:论证|研究|明确|确定|核实)"
    r"|(?:调整|修订|修改|下调|更正|改|确定|定)(?:为|到|至|成)[^,;]{0,4}\d"
    r"|以[^,;。]{2,24}为(?:前提|条件)|前提(?:条件)?[是为]|取决于|有赖于|视[^,;。]{1,12}(?:而定|确定|调整)"
    r"|不(?:准确|可靠|一致|属实|可行)|错误|存疑|填报|笔误|漏填|待补充|[摘引录][自于]|举例|例子"
    r"|[仅只](?:[是为系])?(?:一[种个]|作为|适用|指|针对|限|供|用于)|[是为系](?:力争|争取|远期|设想|愿景|理想|假设|估计)"
    r"|[是为系](?![我本]|全[市省州]|市委|市政府|州)[^,;。]{0,10}(?:国家?|省|市|县|区|领域|行业|部门|企业|园)"
    r"(?:提出|确定|下达|制定|规定|对[^,;。]{1,4})?的(?:目标|要求|指标|任务|数)"
    r"|正在[^,;。]{0,4}(?:核实|核对|论证|测算|协商)|(?:需|待|须)[^,;。]{0,8}(?:核实|核对|论证|批准|确认|同意|审定|批复)")
_UNLESS = re.compile("[如若]不|不采取|否则|除非")
_FIGURE = re.compile(r"\d")


def remarks(sentences: Sequence[Sentence]) -> Mapping[int, Message]:
    """What is said against the sentences at these positions, by a sentence that looks back on them."""
    found: dict[int, Message] = {}
    for position, each in enumerate(sentences):
        mark = _MARK.match(each.text)
        aside = each.offset == 0 and each.where.cell is None and _ASIDE.fullmatch(each.plain) is not None
        back = aside or (not each.heading and _LOOKS_BACK.match(each.plain) is not None)
        if (mark is None and not back) or (said := _objection(each.plain)) is None:
            continue
        if mark is not None:
            call = _call(mark[0])
            found |= {at: said for at, other in enumerate(sentences) if at != position and call.search(other.text, 1)}
        if back and (before := _before(sentences, position, aside)) is not None:
            found.setdefault(before, said)
    return found


def _before(sentences: Sequence[Sentence], position: int, aside: bool) -> int | None:
    """The last sentence with a figure, in the same paragraph or the one before; an aside may stand as a heading."""
    each = sentences[position]
    for at in range(position - 1, -1, -1):
        other = sentences[at]
        if (other.heading and not aside) or each.paragraph - other.paragraph > 1 or other.where.file != each.where.file:
            return None
        if _FIGURE.search(other.plain) is not None:
            return at
    return None


@cache
def _call(mark: str) -> re.Pattern[str]:
    """How a mark is called in the text: ① as it is, [1] and 注1 by their number."""
    number = re.search(r"[0-9]+", mark)
    return re.compile(re.escape(mark) if number is None else
                      rf"{_CALL}(?:[\[［〔【(（]注?{number[0]}[\]］〕】)）]|注{number[0]}(?!\d))")


def _objection(plain: str) -> Message | None:
    said = against(plain)
    if said is not None or _UNLESS.search(plain):
        return said
    found = _BACK.search(plain) or re.match(_OTHERWISE, plain) or re.match(_NO_MORE, plain)
    words = found[0] if found is not None else questioned(plain)
    return message("doubt-tentative", words=words) if words else None

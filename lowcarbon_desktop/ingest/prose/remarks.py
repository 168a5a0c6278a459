"""What later words say against a sentence: 该目标未经审定 behind it, 【此数待核】 below it, a note that it calls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.prose.provisos import against, questioned
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.whose import Owners

_MARK = re.compile(r"[①-⑳*※¹²³⁴-⁹]|[\[［〔【(（]注?\d{1,2}[\]］〕】)）]|注\d{1,2}(?=[:：、.．\s])")
_CALL = r"(?<=[\d%％吨年亩米元瓦时点右内上下标值）)])"  # a mark is called behind a figure, and never opens an item
_LEADS = (r"[-—(\[]*(?:注|说明|备注)?\d?[:、]?(?:[^,;。\d]{2,16},)?"
          r"(?:但是?|然而|不过|目前|其中|需要?(?:说明|指出|注意)的是|由于|鉴于|[,:])*"
          r"(?:[^,;。\d]{0,8}(?:专家|部门|评审|各方|代表|委员)[^,;。\d]{0,6}(?:认为|提出|指出|建议|反映),?)?")
_THIS = (r"(?:该|此|这一?|这个|这些|上述|以上|前述)(?:(?!投资|资金|人口|项目|面积)[^,;。]){0,6}?"
         r"(?:目标|指标|数|任务|年份?|时间|降幅|比[例重]|幅度|表述|提法|说法|意见|观点|看法|设想)"
         r"|(?:该|此|上述|前述)(?:方案|规划|计划|文件)(?=[^,;。]{0,6}(?:废止|失效|作废|[取替]代|停止执行))"
         r"|[我本][市省州](?:目前)?[暂尚]?[不未](?:提出|设定|确定)(?:具体|这一|该)[^,;。]{0,4}(?:目标|指标)"
         r"|(?:这|此)(?:有赖|依赖|取决|离不开|必?须|要)|目标(?:能否|是否|的(?:实现|完成))|对此"
         r"|(?:[我本][市省州]|目前|当前)*(?:没有|不具备|缺乏)(?:这样|这种|此|相应|上述|该)"
         r"|(?:[^,;。\d]{2,14},)?(?:现|后|已|拟)*(?:调整|修订|修改|下调|更正|核定|改)(?:为|到|至|成)[^,;。]{0,4}\d"
         r"|(?:这|此|以上|上述|前述|本[条项款数])(?:内容|目标|数[据字])?(?:[仅只均都也不未]|[是为系指]|[摘引录]|需|待|尚)"
         r"|(?:有关|具体|相关|目标)?数[据值字](?:正在|尚|还|仍|需|待|有待)|[摘引]自|(?:此处|下同)?待(?:补充|填|核)")
_REJECTED = (r"(?:[^,;。]{0,6},)?(?:该|此|以?上述?)?(?:意见|建议|提法)?(?:但|最终|均|暂|经研究)*"
             r"[未没不][^,;。\d]{0,4}(?:采纳|采用|批准|通过|同意)[^,;。]{0,4}。$")
_NO_MORE = (r"(?:[^,;。\d]{2,16},)?不再[^,;。\d]{0,8}(?:目标|指标|任务|要求|数)"
            r"|[^。]{0,10}请?(?:替换|改)[为成](?:本地|实际|自己)")
_OTHERWISE = (r"(?:但是?|然而|不过|实际上?|事实上)(?![^。]*(?:覆盖率|比重|占比|蓄积|投资))"
              r"[^。]*?(?:目标|下降|降低|减少|只能|达峰|峰值)[^。]*?\d"
              r"|[^。]{0,6}到20(?:1[2-9]|2\d)年[^,。]{0,6}(?:实际|仅|只)(?:可|能|可能)?(?:下降|降低|完成|达到)[^。]*?\d")
_LOOKS_BACK = re.compile(rf"{_LEADS}(?:{_THIS})|{_REJECTED}|{_NO_MORE}|{_OTHERWISE}")
_ASIDE = re.compile(r"[-—]*[\[【(][^\[\]【】()]{2,40}[\]】)][。;]?|(?:注|备注|说明)\d?:.{2,60}|[-—]+[摘引]自.{2,40}")
_BACK = re.compile(
    r"(?:难以|无法|不能|未能|很难|只能)(?:如期|按期|按时)?(?:完成|实现|达到|下降|降低)|[被已][^,;。\d]{0,6}(?:取代|替代|取消|否决|推翻|撤回|撤销|删除|废止|作废|推迟|搁置|暂缓)"
    r"|[未没]有?(?:写入|列入|纳入)[^,;。]{0,8}(?:方案|规划|文本|文件)"
    r"|保留(?:意见|态度)|不同意见|异议|质疑|反对|依赖于|能否|没有[^,;。]{0,6}(?:条件|能力|基础)|不具备|缺乏"
    r"|(?:来自|源自|出自|引自)[^,;。]{0,8}(?:媒体|报道|网络|专家|课题|研究|外地|其他|国家|省|自治区)"
    r"|(?:是指|指的是|系指)[^,;。]{0,8}(?:工业|领域|部门|行业|城区|市区|园区|企业|区域|试点)"
    r"|[是为系](?:(?:19|200)\d|2010)年[^,;。]{0,10}(?:规划|目标|数|方案|指标)"
    r"|[偏过][高大]|初步(?:测算|估算|匡算|设想|意见|考虑|结果|数)|有待[^,;]{0,8}(?:论证|研究|明确|确定|核实)"
    r"|(?:调整|修订|修改|下调|更正|改|确定|定)(?:为|到|至|成)[^,;]{0,4}\d"
    r"|以[^,;。]{2,24}为(?:前提|条件)|前提(?:条件)?[是为]|取决于|有赖于|视[^,;。]{1,12}(?:而定|确定|调整)"
    r"|不(?:准确|可靠|一致|属实|可行)|错误|存疑|填报|笔误|漏填|待补充|[摘引录][自于]|举例|例子"
    r"|[仅只](?:[是为系])?(?:一[种个]|作为|适用|指|针对|限|供|用于)|[是为系](?:力争|争取|远期|设想|愿景|理想|假设|估计)"
    r"|[是为系](?![我本]|全[市省州]|市委|市政府|州)[^,;。]{0,10}(?:国家?|省|市|县|区|领域|行业|部门|企业|园)"
    r"(?:提出|确定|下达|制定|规定|对[^,;。]{1,4})?的(?:目标|要求|指标|任务|数|做法|经验|方案|规划|内容)"
    r"|正在[^,;。]{0,4}(?:核实|核对|论证|测算|协商)|(?:需|待|须)[^,;。]{0,8}(?:核实|核对|论证|批准|确认|同意|审定|批复)")
_UNLESS = re.compile("[如若]不|不采取|否则|除非")
_APPROVED = re.compile("[^。不未难偏过但]*认为[^。不未难偏过但]*(?:可行|合理|科学|先进|切合实际)[^。不未难偏过但]*。")
_AHEAD = re.compile("以下|下面|下列|下述|如下|(?:假[设定]|设想|建议)[:。]$")
_NO_AIM = re.compile("^(?!.*(?:以下|如下|下列)[^,]{0,4}目标|.*目标(?:如下|为|是))"
                     ".*(?:摘[自录引]|转载|引自|假[设定]|设想|情景|建议|外[地省]|曾[^,]*考虑|示例|比选|预测)")
_IS = re.compile("(?:以下|下面|下列|下述)[^,]{0,4}(?:[是为系]|来自|介绍)(.+)")
_WE = re.compile("[我本][市省州]")
_ANNOUNCEMENT = 30
_FIGURE = re.compile(r"\d")


def remarks(sentences: Sequence[Sentence], owners: Owners) -> Mapping[int, Message]:
    """What is said against the sentences at these positions, by one that looks back on them or announces them."""
    found = dict(_announced(sentences, owners))
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


def _announced(sentences: Sequence[Sentence], owners: Owners) -> Iterator[tuple[int, Message]]:
    """The sentences under one that makes them no aims of ours, 以下为情景分析结果, until 我市 or a heading comes."""
    said: Message | None = None
    for position, each in enumerate(sentences):
        if each.heading or _WE.search(each.plain):
            said = None
        elif said is not None and _FIGURE.search(each.plain):
            yield position, said
        if len(each.plain) <= _ANNOUNCEMENT and not _FIGURE.search(each.plain) and _AHEAD.search(each.plain):
            whose = next((owners.clause(rest[1]) for rest in _IS.finditer(each.plain)), None)
            if _NO_AIM.search(each.plain) or (whose is not None and not whose.own):
                said = message("doubt-tentative", words=each.plain.rstrip("。:"))


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
    if said is not None or _UNLESS.search(plain) or _APPROVED.match(plain):
        return said
    found = _BACK.search(plain) or re.match(_OTHERWISE, plain) or re.match(_NO_MORE, plain)
    words = found[0] if found is not None else questioned(plain)
    return message("doubt-tentative", words=words) if words else None

"""Sentences that say of whom the next ones are, 专家组提出以下建议, or that take back those before: 但至今没有落实."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.prose.provisos import supposed
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.whose import Owners

_ABOVE = "国家|国务院|省里?|省委|省政府|自治区|上级|中央|部里|厅里"
_WORDS = {
    # others who say, reckon or ask what comes next, papers that no longer hold, what is still wanting
    "others": rf"""(?<!经)(?:专家|学者|课题组?|研究组|咨询|研究机构|机构|有人|有关人士|媒体|某[^,;]{{1,8}}|企业
        |市民|代表|委员|顾问|高校|大学|协会)
            [^,;。]{{0,16}}(?:建议|意见|设想|预测|测算|主张|认为|方案)
        |(?:原(?:方案|计划|规划|稿)|初稿|征求意见稿|讨论稿|送审稿|旧方案|上一版|前期方案)[^。]*(?:目标|指标|内容|写明|提出|如下)
        |(?:基准|低碳|照常|参考|理想|不同|[两三]种|强化)[^,;]{{0,6}}情景
        |(?:恳请|请求|希望)(?:国家|省|上级|自治区)|(?:如|若|如果|一旦)获?(?:批准|批复|支持|列入)|获批后
        |(?:申报|评审|评选|验收|考核|准入)[^,;。]{{0,6}}(?:要求|条件|标准|指南)|(?:{_ABOVE})[^,;。我]{{0,10}}(?:要求|规定|部署)(?!我市)
        |^(?:{_ABOVE})[^,;。]{{0,8}}(?:印发|发布|出台|制定|下发|颁布)了?《
        |(?:先进|同类|兄弟|其他|周边|沿海)[^,;]{{0,4}}城市(?!相比)[^,;。]{{0,12}}(?:目标|做法|经验|水平)""",
    "lack": "(?!.*[但却])(?:存在|还有|主要有)[^,;。针]{0,8}(?:不足|问题|差距|短板|薄弱)[^,;。]{0,4}[。:]$"
            "|差距主要|不足之处",
    "ahead": "以下|下面|下列|下述|如下|(?:假[设定]|设想|建议|预测|测算)[:。]$|[:]$",
    "denied": rf"""^(?:但是?|然而|不过|可是?|目前|现)*
            (?: (?:上述|以上|前述|该|此|这[一些项个]?|对此)[^,;。]{{0,10}}|(?<=[但而过是]))(?:均|都|皆|各项|也
            |至今|迄今|一直|始终|目前|仍|还|尚)*
            (?:没有|未能?|尚未|没)(?:得到|真正|正式|予以|能够?|获得?|被)*
            (?:落实|开展|启动|实施|执行|兑现|到位|成立|建立|运行|批准|通过|采纳|采用|研究|印发|出台|完成)(?=[,;。]|$)
        |^(?:但|后来?|不过)*(?:上述|以上|该|此|这[一些项个]?)[^,;。]{{0,8}}?(?:后来|已|被|现)*(?:被)?
            (?:叫停|停止|中止|终止|取消|撤销|废止|搁置|解散|否决|推翻)(?=[,;。]|$)
        |^(?:以上|上述|这|此)(?:内容|工作|做法|措施|目标|各项|事项)?(?:均|都|皆|主要)*(?:为|是|系|属于?|来自|引自|摘自)
            (?![^。]*(?:[我本全][市州]|市委|市政府))[^,;。]*
            (?:{_ABOVE}|专家|课题组?|咨询|建议|设想|意见|情景|预测|[一-龥]{{2,3}}市的|外地|其他|企业|评审|申报)
        |^(?:上述|以上|该|此)[^,;。]{{0,8}}(?:待|须|需)[^,;。]{{0,12}}(?:批准|审批|同意|获批|批复|审定)
        |^(?:以上|上述)[^,;。]{{0,6}}由(?:{_ABOVE})[^,;。]*(?:负责|承担|组织|实施)""",
    "all": "上述|以上|前述|各项",
}
_WE = re.compile("[我本][市省州区县盟]|[我本]地区|本(?:方案|规划)")
_TO_US = re.compile("(?:对|给|为|向|帮助|协助)[我本][市省州区县盟]")
_THEIRS = re.compile("(?:目标|做法|要求|建议|经验|意见|规定|部署|任务|指标|实践|案例|举措|措施)$")
_OUR_DOING = re.compile("争[当创做]|建设|服务|打造|融入|借鉴|应对|实施|落实|贯彻|对接|创建|学习|第[一二三]批|试点"
                        "|确定|协同|联动|响应|参与")
_DENIES = re.compile("尚未|还未|还没有|也没有|仍未|没有|未能|缺乏|缺少|空白")
_LONGEST = 40
_FIGURE = re.compile(r"\d(?:%|个?百分点|[百千]?[万亿]?[吨元])")


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(_WORDS[name], re.VERBOSE)


def announced(sentences: Sequence[Sentence], owners: Owners) -> Mapping[int, Message]:
    """The sentences that one before them makes others' words, until 我市, a heading, or the paragraph ends.

    One that announces them by 如下, or a colon, speaks for the next paragraphs too.
    """
    found: dict[int, Message] = {}
    said, paragraph, reaches = "", -1, False
    for position, each in enumerate(sentences):
        if each.heading or _WE.search(each.plain) or (each.paragraph != paragraph and not reaches):
            said, reaches = "", False
        if said and not _DENIES.search(each.plain):  # what is wanting is told as wanting: 存在以下不足。尚未设立……
            found[position] = message("doubt-tentative", words=said)
        if not each.heading and len(each.plain) <= _LONGEST and _FIGURE.search(each.plain) is None:
            ahead = _words("ahead").search(each.plain) is not None
            ours = _WE.search(_TO_US.sub("", each.plain)) is not None
            lacks = _words("lack").search(each.plain) is not None
            if lacks or (_words("others").search(each.plain) and not ours) or (ahead and _others(each, owners)):
                said, reaches = each.plain.rstrip("。:"), ahead
        paragraph = each.paragraph
    return found


def _others(sentence: Sentence, owners: Owners) -> bool:
    """Whether the last clause of a sentence that announces others names somebody else: 省下达我市的指标如下."""
    whose = owners.clause(sentence.plain.rstrip("。:").rpartition(",")[2])
    return whose is not None and whose.kind in ("nation", "province", "place", "assigned")


def denied(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Message]]:
    """The sentences that one behind them takes back, the one before it or, by 上述, all of the paragraph before it."""
    for position, each in enumerate(sentences):
        if position and (found := _words("denied").search(each.plain)) is not None:
            told = message("doubt-tentative", words=found[0].rstrip("。"))
            whole = _words("all").search(found[0]) is not None
            first = sentences[position - 1].paragraph
            if first != each.paragraph and not whole:
                continue
            for at in range(position - 1, -1, -1):
                listed = whole and sentences[at].mark != "" and sentences[position - 1].mark != ""
                if sentences[at].heading or (not whole and at < position - 1) or (
                        sentences[at].paragraph != first and not listed):
                    break
                yield at, told


def others_headings(sentences: Sequence[Sentence], owners: Owners) -> Iterator[int]:
    """The sentences under headings of somebody else's, or of what is only supposed: 三、全国目标, 三、专家建议."""
    for position, each in enumerate(sentences):
        if each.headings and not each.heading and not _WE.search(each.plain) and (
                supposed("", each.headings) or any(_is_others(above, owners) for above in each.headings)):
            yield position


def _is_others(heading: str, owners: Owners) -> bool:
    """Whether a heading's subject is another place: 全国目标; 服务全省大局 and 争当全国先行者 are ours."""
    whose = owners.clause(heading)
    return whose is not None and whose.kind in ("nation", "province", "place", "assigned") and (
        _THEIRS.search(heading) is not None and _OUR_DOING.search(heading) is None)

"""The words by which a sentence takes back a part of what it says: supposed, doubted, of a part only, for others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.prose.bases import as_revised
from lowcarbon_desktop.ingest.prose.samples import sample
from lowcarbon_desktop.ingest.taken_back import taken_back, taken_back_all

_DONE = "到位|投产|达产|获批|获得|批准|核准|争取|支持|允许|成熟|具备|不考虑|不计|不变"
_OFFICE = "国家|我国|中国|省里?|上级|全国|全省|中央|国务院|自治区"
_OTHERS = ("企业|村|单位|园区|开发区|项目|县|区|市|州|旗|乡镇|街道|社区|部门|行业|产品|地区|城市|家庭|建筑|工厂|集团"
           "|公司|领导|干部|个人|机关")
_WORDS = {
    "scenario": "情景|预测|照常|潜力|(?<![施作动本该点展设划])方案[一二三甲乙ABC](?=$|[:,(])|[高中低]方案|备选|比选",
    # headings of papers beside the plan: what others say of it, what it is to be like, whose text is quoted
    "papers": r"""(?:专家|评审|评议|论证|公众|社会|代表|部门|反馈)[^,;]{0,6}(?:意见|建议)
        |意见(?:建议)?(?:采纳|征求|汇总|反馈)|修[改订](?:说明|情况|对照)
        |填[报写表](?:说明|须知|要求|指南|示例)|名词解释|术语|(?:目标|指标)建议|建议(?:目标|指标)|原(?:方案|规划)|(?:经验|做法)(?:借鉴|介绍|启示)|案例
        |上一?[轮版次期]|原(?:定|有|先)|备选|(?:调整|修[改订]|变更)前|旧版|^[^,;]{0,4}(?:征求意见|送审|讨论)稿$|初稿$|草案$
        |模板|样[表例本]|示例|范[例本]|参考文本
        |(?:政策|文件|法规)(?:依据|摘[要编录]|汇编|摘引)|摘[编录](?=$|[)）])
        |附[件录][\d一二三四五六七八九十]*[:、.]?[^,;]{0,4}(?:国务院|国家|国发|省委|省政府|省人民政府|省发)""",
    "supposed": rf"""有同志|有人|匡算|初步(?:估算|测算|推算)|(?:还需|有待|待)[^,]{{0,4}}论证
        |未(?:能|完成|实现|达到)|尚未|没有(?:完成|实现|达到)|难以(?!根本|短期|改变|满足|适应|支撑|为继)|情景|照常|BAU|如果|假如|假设|假定|假若|假使|倘|要是|即[使便]|哪怕
        |若(?!干)|不采取|推算|测算(?!依据|方法|过程)|外推|惯性|[按照][^,]{{0,10}}(?:趋势|现有|目前|当前)
        |(?:^|[,;:(])(?:如能|若能|倘能|如可)(?!源)|(?:^|[,;:(])如(?![下期何上图表此意前今]|实(?![现施]))[^,;]{{2,24}}(?:,|则|时)
        |随着[^,;]{{1,16}}(?:投产|达产|投运)|(?:据|经|按照?|根据|通过)[^,;]{{0,10}}(?:预测|估算|估计|模拟|模型)
        |一旦|否则|取决于|尚需|有赖于?|需(?:要)?(?:国家|省里?|上级)[^,;]{{0,8}}(?:支持|批准)|视[^,;]{{1,12}}(?:情况|进展|而定)|只[要有][^;]{{2,30}}[就才]
        |(?:{_DONE})[^,;]{{0,10}}(?:前提|条件|情况|情形)下|(?:前提|条件)(?:是|为)
        |(?:投产|达产|获批|到位)后(?=,|[^,;]{{0,12}}(?:将|可|到))
        |(?<![挖发释])(?:减排|节能|下降|技术)潜力(?:看|来看|分析|为|达|约)|理论上
        |(?<![施作动本该点展])(?:方案|思路|选项)[一二三甲乙ABC](?=[:,(下中为到]|提出|$)
        |第?[一二三]种(?:方案|思路|情形)|[高中低]方案|备选|比选|保守(?:情形|估计|方案)
        |(?:目标|任务|%)的?[^,;]{{0,6}}(?:难度|压力|困难)(?:较|很|非常|极)?大|(?:目标|任务)(?:无法|难以|不能)|很难|无法(?:完成|实现|达到)""",
    # hearsay, opinion, what was turned down or is outdated, what others ask for, a condition, a share of a target
    "questioned": rf"""传言|传闻|谣言|网传|据(?:说|传|称|悉|报道|了解)|(?:媒体|报[纸刊]
        |电视台)[^,;]{{0,6}}(?:报道|称|披露|刊)
        |网[上民友][^,;]{{0,6}}(?:称|说|传|认为)|刊[文登载]|撰文|(?:新华社|[日晚本]报)[^,;]{{0,8}}(?:讯|电|报道)
        |(?:有|一些|部分|个别)?(?:市民|群众|公众|网民|社会各界|与会[^,;]{{0,4}}|有的?(?:单位|部门|企业))[^,;]{{0,4}}(?:提出|建议|认为|反映|要求)
        |的(?:说法|提法|传言|误解|意见|看法|观点)|并非|并不是|不是[^,;]{{0,12}}(?:目标|指标|任务|承诺)
        |(?:目标|指标|要求)[^,;]{{0,4}}(?:已)?(?:不能|不再|不)适应|(?:目标|指标)[^,;]{{0,6}}需要?(?:重新)?(?:修[改订]|调整)
        |这是[^,;我本]{{0,14}}[市省区县国州盟][^,;我本]{{0,4}}(?:的|提出|确定)[^,;]{{0,6}}(?:目标|要求|任务|指标|数|承诺)
        |(?:根据|按照|依据|对照)[^,;]{{0,40}}(?:征求意见稿|初稿|讨论稿|送审稿|草案)|^回顾|口号|旧版|老版|早期的?(?:规划|方案)
        |曾(?:在|于)[^,;]{{0,10}}(?:提出|考虑|设想)|(?:当时|当年|以前|过去)的?[^,;]{{0,6}}(?:承诺|提法|设想)
        |的(?:目标)?(?:任务|指标)?,?由[^,;市省]{{2,12}}(?:公司|集团|企业|电厂)(?:承担|负责|完成)
        |相当于[^,;]{{0,10}}(?:城市|地区|全国|全省)|(?:与此|还有|存在)[^,;]{{0,4}}差距|内部(?:掌握|参考|控制)|不(?:对外)?(?:公布|公开)
        |较难(?:以)?(?:实现|完成|达到)|不易(?:实现|完成|达到)
        |^[\[【(]?(?:背景|知识|名词|相关|政策|新闻)?(?:链接|背景|小贴士|资料)[\]】):]
        |(?:^|[,;(])(?:原[稿文]|旧稿|(?:修[改订]|调整|变更)前)(?:为|是|:)
        |(?:专家|学者|院士|业内|有关研究|有研究|研究机构|课题组|有观点|有意见|评审意见|(?:人大)?代表|委员)[^,;。]{{0,6}}
            (?:认为|指出|提出|建议|预测|表示|显示|表明|要求)
        |(?:征求意见稿|初稿|讨论稿|送审稿)[^,;]{{0,6}}(?:提出|曾|定为|为|拟)
        |不予采纳|[未没](?:有|被|予)?(?:采纳|采用)|不(?:太|够|甚)?现实|不切实际|不可行|目标(?:定得)?(?:过|太|偏)高|目标[^,;]{{0,12}}下调
        |不再(?:适用|执行|作为|沿用)|已(?:经)?(?:废止|作废|失效|停止执行)|原(?:方案|规划|计划|目标|定)|上一?[轮版稿](?:的)?(?:方案|规划|计划)
        |条件(?:尚|还|仍)?不(?:够|太)?(?:成熟|具备)|能否(?:实现|完成|达到)|(?:目标|实现|完成)[^;]{{0,12}}不确定
        |的(?:可行性)?(?:研究|论证)(?:报告|工作)?(?:正在|尚|仍|还|有待)
        |的,(?:可|将|则|由[^,]{{0,8}})?(?:优先|奖励|给予|予以|授予|补助|补贴|扣减|追究|通报|视为|一次性)
        |的,?(?:得|计|记|加|扣)(?:满分|零分|\d+分)
        |(?:目标|任务|指标)(?:任务|值)?的(?:约|近)?(?:\d|一半|[一二三四五六七八九]成)
        |(?:验收|申报|准入|入选|评[选价定]|考核|达标|认定|创建)(?:条件|标准|办法|细则)[^,;]{{0,4}}[:为是]
        |是(?:{_OFFICE})(?!级)[^,;]{{0,16}}(?:要求|目标|规定|任务|部署|承诺|平均)""",
    # what is counted without something, or with something that is no cut
    "limited": r"""(?:剔除|扣除|除去|抵扣|抵消|抵销|扣减)(?!价格|物价|非金属)[^,;。()]{0,24}
        |不(?:含(?!糊)|包括|包含|计入|算入|考虑|涉及)[^,;。()]{1,24}
        |(?<![毫])不计(?!划|成本|较|其数|代价)[^,;。()]{1,24}
        |未(?:计入|包括|包含|含|考虑|纳入)[^,;。()]{1,24}|抛开[^,;。()]{1,24}|排除[^,;。()]{1,12}(?:因素|影响)
        |(?<=[(,、])[^,;。()]{2,20}除外|除(?!了|此|特别|另有|注明|说明|特殊|完成|做好|实现|落实|继续|按|上述)[^,;。()]{2,24}(?:以外|之外|外(?=[,的]))
        |仅(?:含|计|考虑|统计|包括|限|指)[^,;。()]{1,16}
        |(?:考虑|计入|算上)[^,;。()]{0,8}(?:碳汇|抵[消扣销]|购买|外购)
        |[(含中](?:森林|林业)?碳汇(?=[)贡抵扣约为占\d])|碳汇[^,;。()]{0,4}(?:贡献|抵[消扣销])""",
    "all targets": r"""(?:上述|以上|前述|本方案|本规划|所列|文中|表中|各项|全部|下列|以下)[^,;]{0,10}
        (?:目标|指标|数据|数值|降幅)""",
    # told as done already: 累计下降19%，超额完成目标任务; but 到2015年下降19%，确保超额完成 is an aim
    "achieved": r"(?:^|[,(])(?:[均都已并]|全[部面])*(?:超额|圆满|提前[^,;]{0,4}|连续[^,;]{1,4}年(?:超额)?)"
                r"(?:\d[^,;]{0,6})?(?:完成|实现)了?[^,;]{0,16}(?:任务|目标|指标)",
    "aimed": r"[到至](?:20\d\d|[\"“]?十)|确保|力争|争取|努力|必须|[将要应]|目标[是为]|计划|规划",
    "money": "投资|资金|费用|人口|人员|国土|面积",
    # an aim that is named only as what for, without anybody whose it is
    "purpose": r"^(?:为了?|要|只有)(?:确保|如期|顺利)?(?:实现|完成|履行|兑现)[^,;]*\d[^,;]*的[^,;]{0,6}"
               "(?:目标|承诺|任务)",
    "of others": rf"^\)?(?:\(含\))?(?:目标|任务|指标|要求)?的(?:[^,;的]{{0,6}}(?:{_OTHERS})"
                 rf"|(?:优先|可|应|将|得|给予|予以|视为|授予))",
}


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(_WORDS[name], re.VERBOSE)


def supposed(text: str, headings: Sequence[str]) -> str:
    """The words by which a sentence, or a heading above it, supposes or projects; "" where it does not."""
    above = next((each for each in headings if _words("papers").search(each) or (
        "目标" not in each and _words("scenario").search(each))), "")
    found = _words("supposed").search(text)
    return found[0].strip(",;:(") if found is not None else above


def questioned(text: str) -> str:
    """The words by which a sentence leaves open whether its writer stands by what it says; "" where none do."""
    found = _words("questioned").search(text)
    return found[0] if found is not None else sample(text)


def purpose(text: str) -> str:
    """The words by which a sentence names an aim only as what for: 为实现……的承诺，各地积极行动; "" for most."""
    found = _words("purpose").search(text)
    return found[0][:8] if found is not None else ""


def limited(text: str) -> str:
    """The words by which an item says that it leaves out a part: 剔除石化等重大项目后; "" where none."""
    found = _words("limited").search(text)
    return found[0] if found is not None else ""


def against(text: str) -> Message | None:
    """What an item says against its own figures: that a part is left out, that they are not settled."""
    if why := limited(text):
        return message("doubt-limited", words=why)
    why = taken_back(text) if as_revised(text) == text else ""
    return message("doubt-tentative", words=why) if why else None


def achieved(text: str) -> Message | None:
    """That an item tells of its figures as of what was achieved, whatever their year; None for most."""
    found = _words("achieved").search(text) if "完成" in text or "实现" in text else None
    if found is None or _words("aimed").search(text):
        return None
    return message("doubt-supposed", words=found[0].strip(",("))


def against_all(text: str) -> Message | None:
    """What a sentence says so against all targets: 上述目标均不含石化基地, 以上目标仅供参考; None for most."""
    said = _words("all targets").search(text) is not None and _words("money").search(text) is None
    if said and (why := limited(text)):
        return message("doubt-limited", words=why)
    why = taken_back_all(text)
    return message("doubt-tentative", words=why) if why else None


def of_others(after: str) -> str:
    """The words behind an amount that make it a condition for others: 下降16%以上|的企业; "" where they do not."""
    found = _words("of others").match(after)
    return found[0].strip("()") if found is not None else ""

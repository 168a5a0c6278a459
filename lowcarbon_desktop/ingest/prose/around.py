"""What stands in the places round a figure where a text names an owner or a source: known to be harmless, or a doubt.

A label 愿景：, a bracket ahead （参考）, an attribution 照省里定的调子，, words behind it 所需投资. Each place is a
closed world: what is neither ours nor known to say nothing leaves open whose the figure is.
"""

from __future__ import annotations

import re
from functools import cache

_TIME = r"""(?:(?:19|20)\d\d年?|[\"“]?十[一二三四]?五[\"”]?|五年|[到至末底前-]|期间|时期|期末|近期|中?远期
    |中?长期|中期|第?[一二三四五]?(?:阶段|步|期)
    |试点期|规划期|下一步|下步|未来(?:几年)?|今后|最终|其中)"""
_AIM = r"""(?:目标|指标|任务|承诺|数值|值|[\"“”])"""
_MATTER = r"""(?:[我本全该][市省州盟旗县]|自治[区州]|我们|本(?:方案|规划)|总体?|主要|具体|核心|关键|量化
    |约束性?|预期性?|控制性?|指导性|必选|既定|预定|预期|共同
    |分(?=目标|项)|子(?=目标)|工作|发展|建设|规划|试点|示范|城市|经济|社会|低碳|绿色|生态|文明|节能|降耗|减排
    |降碳|减碳|节约|资源|环境|碳|二氧化碳|CO2|温室气体|排放
    |总量|人均|能源|能耗|能效|强度|消耗|消费|使用|利用|结构|产业|清洁|非化石|可再生|新能源|一次|森林|碳汇|林业
    |增汇|造林|覆盖率?|蓄积量?
    |单位|万元|GDP|(?:地区|国内)?生产总值|占|比[重例]|比|率|量|服务业|第三产业|增加值|战略性|新兴|城镇化
    |交通(?!运输|领域|行业|部门|$)
    |(?:应对)?气候(?:变化)?|生活|生产|水平|效率|成[效果]|控制|管理|循环|质量|方面|年份|时间|峰值|达峰
    |显著|明显|大幅|进一步|持续|不断|稳步|全面|下降|降低|降幅|幅度|减少|提高|提升|增强|优化|改善|增加|扩大|形成
    |基本|更加|合理|突出
    |郑重|庄严|公开|向(?:国家|社会|省)?|提出|确定|实现|完成|达到|做到|力求|确保|力争|明确|决定|制定|确立
    |目标要求|具体要求|总体要求|工作要求
    |如下|有|包括|以下|下列|关于|上|在|将|要|的|和|与|及|、|为|是|一|二|三|四|五|[\"“][^\"“”]{1,12}[\"”])"""
_NUMBER = (r"[-—]*(?:[A-Za-z][)、.]|\(?[一二三四五六七八九十\d]{1,3}[)、.是]|第?[一二三四五六][,、是]"
           r"|[其首][一二三四次先])?[一二三四五]?\d?")
_DOING = (r"(?:优化|发展|强化|加[强快大]|推[进动广]|构建|建设|建立|提高|降低|节约|促进|实施|增[加强]|控制|调整"
          r"|改善|培育|壮大|打造|坚持|深化|完善"
          r"|扩大|大力|积极|着力|严格|切实|全面|努力|力争|实现|确保|完成|合理|有效|稳步)")
_ABOVE = "国家|国务院|全国|中央|上级|省|自治区|部里|厅|专家|要求|标准|条件|外地|他[市省]|先进|发达"
_BRACKETED = re.compile(r"(?:^|[;。.、)])[(\[【〔]")
_OFFICES = r"(?:市|区|县)?(?:委|政府|人大|党代会|常务会)|市[一-龥]{1,7}(?:局|委|办|会|院)"
# how a text goes by its own plans and state: the object of 按照, 根据
_GROUND = rf"""(?:{_TIME}|{_AIM}|{_MATTER}|市第?[一-龥]{{0,6}}(?:会议?|党代会|全会|大会)|{_OFFICES}
    |党的十[七八]大|十[七八]大|科学发展观|可持续|五位一体
    |两型|“[^”]*”|《本?(?:方案|规划|纲要)》|原则|思路|理念|方针|战略|定位|部署|安排|精神|纲要|方案|计划|意见
    |要求|实际|实情|市情|现实|基础|现状|状况|特点|特征
    |禀赋|容量|承载力|需要|需求|能力|初步|统计|调查|普查|测算|核算|衔接|情况|结果|分析|综合|统筹|结合|审议|通过
    |签订|责任书|各(?:县|区|市|县区|部门|级)|上述|以上|前述|这|此|有关|相关
    |先行先试|因地制宜|分类指导|突出重点|阶段|步骤|进度|国家(?=级?低碳(?:城市|省|试点)|生态)|级|可比|不变|现行
    |当年|价格?|计算|口径|全口径|全社会|人口|常住|户籍
    |电热|当量|等价|水平|对|已|经|共|自身|自然|条件(?<=资源条件)|(?:略?高于|不低于|优于|好于|快于|超过)[^,;]*(?=的要求|水平|标准)|决策|常务会议?|研究|论证|目标责任)+"""
_OWN_WAY = r"[^,;]*的?(?:原则|思路|理念|方针|路径|步骤|主线|总要求|主题|[\"“][^\"”]*[\"”]的?要求)$"
_BY = (r"(?:按照?(?!时|期|此|年度|月|需|劳)|照(?![此这明])|依照?(?![托靠法次然山江])|依据|根据|据(?!此|点)|遵照"
       r"|遵循|参照|参考|对照|比照|仿照|借鉴)"
       r"|应(?=[^,;]{1,10}(?:要求|邀请|倡议|约定)$)"
       r"|由(?!市|[我本全各此于]|市)(?=[^,;\d]{1,12}?(?:统一)?(?:制定|确定|提出|编制|测算|核定|下达|分配|建议"
       r"|推荐|给出)$)"
       r"|经(?!济)(?=[^,;\d]{1,10}(?:推荐|介绍|建议|估计|提议|倡议)$)")
_LEVEL = (r"(?:高于|优于|好于|超过|领先于?|达到|处于|位居|居于?|走在)[^,;]*(?:全国|全省|国家|省|自治区|国内"
          r"|世界|国际|先进|前列|平均|领先|同期)[^,;]*")
_PUT = (r"(?:已经?|均|并|要|必须|须|应|全部|全面|层层|逐级|逐项|如期|按期|顺利|基本|得到|将|予以|进行|确保)*"
        r"(?:(?:分解|落实|细化|下达|落到)(?!情况|进度)[^,;]*|(?:纳入|列入|写入)(?![^,;]*(?:考核办法|条件))[^,;]*"
        r"|(?:作为|列为|确定为|设定为)[^,;]*(?:约束性?|预期性?|[我本全][市州省]|规划|考核|核心|主要|重要|总体|试点)[^,;]*(?:指标|目标|任务|内容)"
        r"|(?:于(?:19|20)\d\d年)?(?:圆满|全面|如期|提前)*(?:完成|实现)(?!情况|率|进度|程度|难|[^,;]*[未不])了?"
        r"|[经由](?:市|区|州|省)[^,;]*(?:通过|批准|审定|同意|审议|下达|牵头)|(?:任务)?(?:十分|非常"
        r"|异常)?(?:艰巨|繁重|明确|先进)|不(?:变|动摇|放松)"
        r"|(?:这)?是(?!.*(?:努力|奋斗|远[景期]|争取|理想))(?:[我本全][市州省]|市委|市政府|一项|必须)[^,;]*(?:任务|目标|承诺|指标|要求))")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = rf"{_TIME}|{_AIM}|{_MATTER}|[()]"
    return re.compile({
        "label": rf"{_NUMBER}(?:(?:{words}|{_OFFICES}|即|摘要|要点|方案|附注)*\d?|{_DOING}(?!.*(?:{_ABOVE})).*|答|A)",
        "by": rf"(?P<hearsay>据(?:有关|相关|国内|国外|权威)).*|(?!(?:参照|对照)(?:国家|全国|省|和|、|的|目标|要求"
              rf"|指标|试点)+$)(?:{_BY})(?P<what>.+)",
        "ground": _GROUND, "own way": rf"(?!.*(?:{_ABOVE})){_OWN_WAY}",
        "behind": rf"""(?:\(|/|[标准煤二氧化碳CO2当量吨]+(?:/|$)|(?:之间|的?范围内?|的?幅度))
            |(?:的?(?:{words}|这一|要求|承诺|水平|总目标|基础上|前提下|同时)*)(?:{_PUT}|{_LEVEL}|[并且][^,;]*)?$""",
        "aside": rf"[^\d]*\d|见|详|如|[按以比较与含注指即共约占]|包括|下同|其中|累计|折|口径|左右|含"
                 rf"|[下最]限?低?值?$|[^()]*除外|不[含包计](?=.)|未[计含包]|剔除|扣除|(?:{words})*$",
        "front": r"(?P<at>^|[;。])"
                 r"(?P<number>\d{1,2}[、.]|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\))?"
                 r"[(\[【〔](?P<label>(?![一二三四五六七八九十\d]+[)\]】〕])[^()\[\]【】〔〕,;:%]{1,12})[)\]】〕](?=[^,;:。])",
    }[name], re.VERBOSE)


def label(text: str) -> str:
    """The words of a label before a colon that may name somebody or something else: 愿景, 工业; "" for most.

    要求 alone is what is asked of others; 具体要求 are those of the plan.
    """
    return "" if _pattern("label").fullmatch(text) else text


def labelled(plain: str) -> str:
    """A sentence with a bracket in front as the label that it is: （国家）2015年…… is 国家:2015年……."""
    return _pattern("front").sub(r"\g<at>\g<number>\g<label>:", plain) if _BRACKETED.search(plain) else plain


def source(clause: str) -> str:
    """The words by which a clause goes by somebody's say that is not known to be ours: 照省里定的调子; "" for most."""
    found = _pattern("by").match(clause)
    if found is None:
        return ""
    what = (found["what"] or "").rstrip("。")
    ours = _pattern("ground").fullmatch(what) or _pattern("own way").fullmatch(what)
    return "" if ours and found["hearsay"] is None else clause


def unknown_bracket(words: str) -> str:
    """The words in a bracket right behind a figure that nobody knows: （参考）, （上限）, （方案一）; "" for most."""
    return "" if not words or _pattern("aside").match(words) else words


def words_behind(words: str) -> str:
    """The words right behind a figure that make something else of it: 所需投资, 的目标完成情况; "" for most."""
    words = words.rstrip("。!)”\"")
    return "" if not words or _pattern("behind").match(words) else words

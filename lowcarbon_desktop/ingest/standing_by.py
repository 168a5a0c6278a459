"""Whether the words around a table stand by what it holds: a condition, an opinion or a part in them do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.plain_words import unexplained
from lowcarbon_desktop.ingest.prose.provisos import limited
from lowcarbon_desktop.ingest.times import without_prices
from lowcarbon_desktop.text.normal import squeezed

_OURS = "(?:我|本|全|该)(?:市|省|州|县|区|盟|地区|自治区|自治州)"
_WORDS = {
    # why and how the targets came to be, which is nothing against them
    "reasons": r"""
        (?:与|和|同|对)[^,:]*?(?:衔接|一致|相?适应|相?协调|相?匹配|相符|相比|一样|对应|对照|对比|比较)(?:的)?
        |为(?:了)?(?:确保|保证|全面|如期|加快|推动|推进|促进|更好地?|有效)*
            (?:完成|实现|落实|贯彻|应对|控制|做好)[^,:]*(?=[,:]|$)
        |(?:高于|严于|不低于|优于|超过|领先于?|略高于|达到或超过|快于|不高于)[^,:]*?
            (?:要求|目标|任务|水平|平均(?:值|水平)?|标准)(?:的)?
        |(?:^|(?<=[,:]))(?:根据|按照?|依据|遵照|对照|结合|围绕|立足|参[考照]|借鉴|综合考虑|考虑到?|统筹|基于|鉴于|通过
            |坚持|以(?![上下]))[^,:]*?(?:要求|精神|部署|实际|经验|水平|潜力|条件|目标|任务|情况|原则|规定|意见|阶段|特点|需要|规划
            |标准|纲要|论证|分析|测算|研究|通知)(?=[,:]|$)
        |在[^,:]{1,8}?(?:率先|领先|先行)|在[^,:]*?(?:基础上|的同时|框架下|过程中)|[^,:]*?(?:完成|结束|建成)后
        |经[^,:]{0,16}?(?:政府|人大|党组|常委|会议|领导小组|委员会|专家)[^,:]{0,12}?
            (?:研究|审议|批准|同意|通过|审定|论证|评审|审核|批复|讨论)(?:通过|同意|批准|确定|后)?
        |[^,:]{0,8}(?:市政府|人大|常委会?|党委|市委)[^,:]{0,8}(?:审议|批准|通过|审定|印发)的?
        |(?:特别|另有|另行)?注明[者的]?(?:指标)?除外
        |(?:如|若)?无(?:特[别殊])?(?:说明|注明)|除(?:特别|另有|单独)(?:说明|注明)外?
        |(?:会同|联合|组织)[^,:]*?测算(?:并经[^,:]*)?|(?:已)?(?:纳入|列入|写入)[^,:]*
        |根据国家[^,:]*?适时(?:修订|调整)|视国家[^,:]*?(?:要求|部署)[^,:]*?(?:修订|调整)
        |除[^,:]{1,12}单位[为是](?:百分|%|[万亿]|吨|千瓦|公顷|立方|平方|元|人)[^,:]{0,6}外
        |(?:其余|其[他它])?(?:指标|数据|数值)?(?:计量)?单位(?:均|都)?[为是](?:百分数|百分比|%)(?=[,:]|$)
        |(?:测算|核算|统计|计算)(?:依据|方法|口径|范围|边界)|发展空间|(?:资料|数据)来源:(?![^。]*(?:省|国家|国务院)[^。]*
            (?:方案|规划|纲要|通知|目标|任务|意见)).*
        |由[^,:]*?(?:负责|解释|编制|提供|汇总|统计|整理|牵头|制定|填报)[^,:]*
        |(?:如无|除|若无)(?:特别|特殊|另有|其他)?[^,:]{0,4}(?:说明|注明|标注)(?:的)?(?:以?外)?""",
    "condition": r"""
        (?:^|(?<=[,:]))(?:如(?![下上图表期实此前何皋东])|若(?![干羌尔]))
        |如果|假如|假定|假设|假若|倘若?|一旦|只要|只有[^,]{2,}才|前提|为(?:必要)?条件|条件(?:是|为|:)|条件下
        |情[况形景]下|取决于|有赖于|视[^,]{1,14}(?:情况|进展|而定|调整)
        |需要?[^,]{0,12}(?:支持|批准|投入|落实|到位|配套|补助)|[方才]可?能?(?:实现|完成|达到)|争取到
        |(?:到位|投产|获批|通气|建成|批准)后(?:可|将|方|才)?|有条件|条件与|和保障下""",
    "guess": r"""
        情景|情形|模拟|推算|外推|估算|估计|预计(?!.{0,4}到20)|乐观|预测|测算(?!依据|方法)|潜力|理论|最[大高多]可|至多
        |可以?(?:实现|达到|完成)|能够?(?:实现|达到|完成)|有望|可能|上限|最[大高]值|减排空间|下降空间|可行性|假想|理想""",
    "opinion": r"""
        专家|学者|课题组|研究(?:机构|单位|院|所|团队|表明|认为|者)|咨询(?:机构|单位|公司|方)|认为|建议(?!书)|推荐
        |有关方面""",
    "open": r"""
        曾(?!任)|原(?:定|方案|目标|计划|拟|规划|稿|有目标|上报|申报)|未(?:实施|通过|批准|采纳|采用|获|予|经|执行|纳入|确定|定)
        |尚[未需待在]|待(?:批|定|核|审|确|研究|论证|商|省|市|国家|上级|进一步|修|补)|意向|初步|草拟|草案|初稿|第?一稿|\(拟\)|未批|内部掌握|设想|讨论
        |征求|备选|作?废|不(?:予)?(?:用|再|采[用纳]|执行|实施)|旧|暂|拟(?:定|提|议|报|申)?(?=[^定]|$)
        |供[^,]{0,8}(?:参考|借鉴|参阅|决策|研究|讨论|比较|对比|对照|审议|选择)|仅[供作为]
        |作为[^,]{0,4}(?:对比|比较|参考|参照)|不(?:作|做|构成)""",
    "example": r"示范(?=[。,]|$)|填写|示例|样[表例]|范例|举例|为例(?!如)|格式|豁免|年均值",
    "others": r"""
        网络|互联网|省(?:里|委|级|人民)?(?:政府|发展?改革?委(?:员会)?)?(?:对[^,]{1,6}(?:的|提出))?(?:要求|下达|分解|核定|任务)
        |国家(?:下达|分解|要求)|上级|引自|(?:取|来|出|源)自(?![我本]市)|标准(?=:|$)|来源:|摘自|转引|转载|通报|对标""",
    "part": r"""
        适用于|仅反映|公交系统|试验区(?!域)|部门情况|重点用能|规模以上|规上|行业|企业(?!家)|园区|开发区|新区|[中心主老建成]+城区|城区|县域|片区|社区
        |(?<!与)(?:工业|建筑|交通(?:运输)?|能源|电力|钢铁|第[一二三]产业|农业|服务业)(?:行业|领域|部门|企业)*的?
            (?:低碳|碳强度|减排)*(?:目标|指标)
        |居民(?:部分|生活)|(?:部分|方面)的(?:目标|指标)|(?<![\u4e00-\u9fa5])市区(?!县)|市辖区|[两二三四五几][区县市州](?:合计|之和|平均)|(?:合计|之和|平均)(?:数|值)?$""",
    "revised": r"""
        (?:已|于|将|拟|现|应|须)[^,]{0,8}(?:调整|修订|修改|下调|上调|变更)
        |相应(?:予以)?(?:下调|调整|修订|调减|调低|核减|降低|提高)|以[^,]{1,12}为准""",
    "points to": r"[下上本附]表|如下|以下|下列|下面|下述|表[中内列]|(?:见|如|在)表|表[\d一二三四五六七八九十]",
    "of all": r"""上述|以上|前述|[本此上下该]表|表[中内列]|来源:|豁免|[该此]目标|[该此]指标|目标(?=应|须|需|将|可)
        |各?(?:项)?目标值|所列|各项|全部目标""",
    # a county or a district of the applicant's whose targets they are
    "county": r"""
        该[县区镇旗]|其(?:主要|低碳|发展)*(?:目标|指标)(?=如下|见|为|:)
        |[一-龥]{1,5}?(?<![各全本我该地社山库林灾辖核])(?<!各县)(?<!各市)(?<!自治)(?<!试点)(?<!示范)(?<!保护)(?:县|区|旗)
            (?:(?:的|主要|低碳|发展|节能|减排|规划|具体|总体|20\d\d年|[“"]?十[一二三四]?五[”"]?)*
            (?:目标|指标|数据|任务|情况|数值)(?!分解)|(?:作为|先行|率先)|$)""",
    # a note that the numbers are of a year and not of all years
    "yearly": r"年均[数值]?(?=$|[,;。])|[为是指](?:年均|年度|逐年|[比较]上年|当年|每年)",
    "source": r"""来源[:为].*《(?:[一-龥]{2,3}省|[一-龥]{2,4}自治区|国家|全国|国务院)
        [^》]*(?:方案|规划|纲要|计划|意见)》""",
    # what a number is where it is no target: said of all in a bracket, behind 指标, or in a remark
    "sort": r"""(?:年均|每年|逐年(?:平均)?|[比较]上年|同比|完成情况|实际完成|现状|已实现|统计|核算结果|可达
        |模型(?:计算)?结果
        |完成率|(?:完成)?进度|得分|权重|贡献率|占比|原方案|(?:修改|调整)前|备选|拟议|模板|参考格式|填写说明|预计|理论|最高)[数值]?""",
    # what the reasons of a text may hide
    "pending": r"[需须尚应]经|有待|尚[需须]|待[与同和经]|不考虑新[上增建]",
    # of a note on all targets: how they were counted, who sees to them, where they stand
    "of a note": r"""
        (?:上述|以上|前述|本|[该此]|表[中内列])|(?:各?项)?(?:目标|指标|任务)值?|表|注|说明|备注|数[据值]|均|都|已|为|是|系|指|按|以|与|的
        |约束性|预期性|累计|降幅|下降|幅度|年[末度均]?|期[末间]?|20\d\d|全市|全社会|全口径|口径|一致|相同|可比价|不变价|价格?
        |计算|核算|统计|考核|评估|每年|一次|绩效|体系|纳入|列入|安排|分解|下达|落实|至|到|各|县|区|市|\(.*?\)|审议|审定|批准
        |通过|负责|实施|解释|单位|部门|保留|小数|一位|两位|四舍五入|详?见|附[表件录]|正文|公布|公开|规划|纲要|方案|高于|不低于
        |要求|省|国家|标准|[,.:、()\d%“”"+-]""",
}
_GROUPS = ("condition", "guess", "opinion", "open", "example", "others", "part", "revised", "county")
_CAPTION = (r"上限|空间|可行性|设想|待[批定审]|承担的|[省国]家?级?(?:下达)?任务|为例|扣除|剔除|第[一二三]产业"
            r"|(?:评[分价]|考核)?标准(?=$|\()|(?:基本|总体|具体)?要求(?=$|\()|评分"
            r"|(?:能源|电力|工业|建筑|交通|钢铁|水泥|化工|有色)行业|(?<!预期)(?:成效|成果|回顾|总结)(?!.*目标)"
            r"|(?:条件|保障|前提|支持|情况|情景)下的|\(拟\)|公交系统|先进水平|前景|展望|能力(?!提升|建设)|(?:可达性|能力|潜力|差距|问题|形势)分析|重点(?:单位|企业)|变更前"
            r"|(?<![全我本])(?:省[里级]?|国家|上级)(?:政府)?(?:对|给|下达|分解|要求)")
_IN_BRACKETS = (r"\((?!(?:征求意见|送审|报审|报批|修[改订]|评审|上报|审议)稿\)|供[^()]{0,6}(?:评审|审议|审查|审批)\))"
                r"([^()]{2,})\)")
_OF_BRACKETS = ("condition", "guess", "opinion", "open", "example")
_EACH = r"(?:面|方|边|侧|部分?|半部?分?|者|一?[行列栏格排])?(?:的?(?:数据?|数字|数值|值))?[为是系指]"
_SOME = (r"(?:面|边|侧|者)?的?[一二两三四五六七八九十\d]*(?:行|列|栏|项|个|格|排)?(?:指标|目标|数据|数)?[为是系指]"
         r"[^。]*?[一-龥](?:市|县|[区州盟省]|全国)(?=[,;。的()]|目标|数|指标|$)")
_SHARED = "|".join(
    [rf"(?<!以){first}{_EACH}[^。]*?(?<!以){last}{_EACH}" for first, last in ("上下", "左右")]
    + [rf"{first}{_SOME}[^。]*?{last}{_SOME}" for first, last in ("前后", "内外", "外内", "上下", "左右")])
_TITLE = r"[续附]?表格?[\d一二三四五六七八九十]"
_ITEM = r"^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.](?!\d))+"
_ON_TARGETS = "(?:上述|以上|前述|表[中内列]|[该此本])(?:各?项)?目标"
_OF_ANOTHER_TABLE = r"(?:从|由|据|根据)[上前]?表[\d一二三四五六七八九十]*(?:的?数据)?(?:可以?)?(?:看|见|知|得)"
_MOST = 200
# which city it is is heard elsewhere
_A_CITY = r"[一-龥]{2,4}?(?<!各)(?<![碳点范态]城)[市州盟](?=的|低碳|国家|主要|试点|节能|“|十)"
_LEFT = 4


@cache
def words_of(name: str) -> re.Pattern[str]:
    return re.compile(_WORDS[name], re.VERBOSE)


def doubt_of_words(leading: Sequence[str], notes: Sequence[str], caption: str) -> Message | None:
    """The doubt that what leads to a table, what stands below it or its caption raises for all its targets."""
    words = next((each for text in leading if (each := _led(squeezed(text)))), "") or next(
        (each for text in notes if (each := _noted(squeezed(text)))), "") or next(
        (each for text in caption.split() if (each := _captioned(squeezed(text)))), "")
    return message("doubt-words-around", words=words) if words else None


def bare_of(text: str) -> str:
    """A text without its number and the reasons that it gives."""
    return words_of("reasons").sub("", without_prices(re.sub(_ITEM, "", text)))


def _led(text: str) -> str:
    """What a sentence that leads to the table says against it; one that is not known is heard as such."""
    if re.match(_TITLE, text) and not text.endswith((":", "。")):
        return ""
    for sentence in re.split("[。;]", text[-_MOST:]):
        leads = text.endswith(":") and text.endswith(sentence)
        points = leads or words_of("points to").search(sentence) is not None
        if not sentence or not points or re.match(_OF_ANOTHER_TABLE, sentence):
            continue
        bare = bare_of(sentence)
        called = re.search(r"数[值据][为是系](.+?):?$", sentence) if leads else None
        if called is not None and words_of("sort").fullmatch(called[1]):
            return sentence[:40]
        if leads and not bare.strip(",:") and re.search("标准|要求|下达|任务", sentence):
            return sentence[:40]  # 对照低碳示范城市的标准：
        if limited(bare) or words_of("pending").search(sentence) or any(
                words_of(name).search(bare) for name in _GROUPS):
            return sentence[:40]
        main = next((each for each in reversed(re.split("[,:]", bare)) if words_of("points to").search(each)), "")
        if main and re.search(_OURS, main) is None and unexplained(re.sub(_A_CITY, "", main)):
            return sentence[:40]
    return ""


def _noted(text: str) -> str:
    """What a note below the table says against all its targets."""
    for sentence in re.split("[。;]", text[:_MOST]):
        if re.search(_SHARED, sentence) or words_of("source").search(sentence):
            return sentence[:40]  # 上为黄石市，下为鄂州市
        bare = bare_of(re.sub(r"^(?:注|说明|备注|附注)\d{0,2}[:.]?", "", sentence))
        if words_of("of all").search(bare) and any(
                words_of(name).search(bare) for name in ("pending", "yearly", *_GROUPS)):
            return sentence[:40]
        if re.search(_ON_TARGETS, bare) and (words_of("pending").search(sentence) or len(
                words_of("of a note").sub("", bare)) > _LEFT):
            return sentence[:40]
    return ""


def _captioned(text: str) -> str:
    bare = bare_of(text)
    aside = re.findall(_IN_BRACKETS, bare) if "(" in bare else []
    found = re.search(_CAPTION, bare) or next((each for said in aside for name in _OF_BRACKETS
                                               if (each := words_of(name).search(said))), None)
    sort = any(words_of("sort").fullmatch(each) for each in aside) or re.search(
        f"(?:目标|指标)(?:{words_of('sort').pattern})$", text, re.VERBOSE)
    return text[:40] if found is not None or sort or any(limited(each) for each in aside) else ""

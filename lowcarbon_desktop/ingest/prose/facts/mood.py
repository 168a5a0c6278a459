"""Whether words say that a thing is so, is on its way, is not so, or only that it ought to be."""

from __future__ import annotations

import re
from functools import cache

_PENDING = (r"(?:但|目前|现|尚|仍|还|均)*(?:待(?:[批定审议]|上会|研究|论证|[^,;。]{0,6}批准)"
            r"|(?:正在|尚在|还在)(?:报批|审批|论证|研究|测算|征求意见)|报批中|(?:届时|到时)?再(?:[作做行]?[定议]|作决定)"
            r"|有待[^,;。]{2,6}|另作安排|[暂拟初草]定|初步(?:确定|方案)|初稿|草案|征求意见稿|未获(?:通过|批准)|被?否决|已取消"
            r"|视情况而定|[如若]果?(?:有可能|条件允许))(?=[,;。)]|$)")
MAKING = (r"成立|组建|设立|建立|构建|建成|编制|编写|制定|制订|出台|印发|发布|颁布|开展|实施|实行|推行|安排|列支"
          r"|召开|完善|健全|形成"
          r"|分解|下达|签订|签署|纳入|列入|写入|完成|申请|设置|明确|落实|调整|充实|设在|设于|挂靠|承担|批准|单列|设专")
_PATTERNS = {
    "denied": r"尚?未(?!来|雨|尽|必)|没有?|不(?=将|把|列入|纳入|成立|组建|设立|建立|编制|制定|出台|印发|开展|签订"
              r"|分解|下达|安排|对各)|不(?:再|设|予|单独|另|曾|会|拟|打算|存在)"
              r"|(?<!有)无(?!锡|棣|极)(?=[^,]{0,6}(?:低碳"
              r"|专项|领导|温室|规划|清单))"
              r"|暂缓|停止|撤销|撤并|取消|缺乏|缺少|[尚仍]属空白|并入|解散|废止",
    "still": r"(?<![模虚])拟(?!定|订|合)|即将|将要|正在|正(?=抓紧|组织|着手|积极|加快|研究|编|在|按|由|报)"
             r"|启动(?!资金|经费)"
             r"|着手|开始|起草|草拟|筹备|筹建|筹划|谋划"
             rf"|酝酿|研究(?=(?:并|和|论证|提出)?(?:{MAKING}|方案|将))|(?<!已)(?<!经)研究提出(?!了)|探索|征求意见|送审|报批|初稿"
             rf"|待(?=[^,;]{{0,10}}(?:审|批|印发|同意|通过))"
             rf"|打算|计划(?=(?:于|在|到|从|用|年内|今年|明年|近期|尽快|20\d\d|由)|(?:{MAKING}))|准备"
             rf"|(?<!综合)(?<!充分)(?<!统筹)考虑|建议|倡议|希望|原则上|原则同意"
             rf"|获批[^,;]{{0,8}}后|(?:列为|列入|纳入|入选|获准)[^,;]{{0,6}}试点[^,;]{{0,4}}后"
             rf"|(?<!已)(?<!已经)将(?=(?:立即|马上|随即|随后|会|切实|大力|认真|重点(?!企业|单位|用能|行业|领域|项目|工程|区域|任务)|于|在|进一步|继续|尽快|尽早|逐步|抓紧|适时|陆续|积极|力争|同步|对|根据|按照|结合|由"
             rf"|着力|全面|争取|率先|重新|(?:组织)?(?:{MAKING})(?!情况|进度|结果|效果)))"
             rf"|(?:争取|力争)(?:于|在|年内|尽快|早日)*(?={MAKING}|经|获)"
             r"|(?:委托|组织(?=编制|编写))(?![^;]{0,24}(?:完成|了|通过|验收|批准|印发|发布))"
             r"|条件成熟|若(?!干)|如果|如(?=能|获|条件|可|有必要|入选|列入)|一旦|倘|除非|只要|唯有|一俟|如(?=无|一切)|(?:适时|必要时|的话|到位后|投产后)(?=,|$)|视情|(?:视|根据)[^,;]{0,6}(?:财力|情况)(?=[^,;]{0,4}(?:安排|设立))|待[^,;]{1,16}后|获批后|批准后",
    "under way": r"(?:筹建|筹备|筹划|起草|草拟|酝酿|谋划)(?:[^,;]{0,4})$",
    "not yet": r"(?:[^,;]{0,8},)?[^,;]{0,6}(?:尚?未(?:经|印发|出台|发布|批准)|送审|征求意见|报批|审批中|待批|待审"
               r"|待印发|评审中|编制中|起草中|筹建"
               r"|筹备|初稿)"
               r"|[^;]{0,12},[^,;]{0,6}(?:待|正在|将于|即将|拟)[^,;]{0,4}(?:印发|报批|审批|征求|审定|评审|出台|发布"
               r"|批准|报送|审议)",
    # what is said behind a thing that is set up, and of it in the next sentence: 正在报批; 该小组尚待批准
    "pending": rf"[,(]{_PENDING}",
    "this pends": rf"(?:但|不过|目前)*(?:该|此|上述|以上|这[一个项]?)[^,;。]{{0,8}}?{_PENDING}",
    "later": r"到20\d\d年|20\d\d年(?:底|末)?(?:以|之)?前|[年月]底前|五[”\"]?期?末|下一步|今后|未来|届时",
    "lacking": r"(?:尚无|没有|缺乏|缺少|未有)(?!完整|系统|健全|完善|充足|足够|稳定)[^,;]{0,20}$",
    "soft": r"力争|争取|努力|申请|申报|抓紧|尽快|尽早|加快|适时|逐步|推进|推动|预计|有望|下一步|今后|未来|届时"
            r"|到20\d\d年|20\d\d年(?:底|末)?(?:以|之)?前"
            r"|(?:年|月)底前|年内|引导(?!专项|资金|基金|$)|鼓励|支持(?!低碳|绿色|节能|:)|配合",
    "need": rf"(?:或[许可]|也许|大概|似乎|看来|尽量|尽可能|最多|勉强|有意"
            rf"|意在|倾向于|不一定|不强求|不保证|不敢保证|难以"
            rf"|反对|拒绝|避免|防止|禁止|假使|即便|纵然"
            rf"|虽说|尽管|好比)(?=[^,]{{0,4}}(?:{MAKING}))"
            r"|呼吁|吁请|敦促|政协委员|人大代表|提案|议案"
            r"|应(?=当|该|于|在(?!线)|尽快|由|成|建|设|编|制|及时|积极|加快|抓紧|明确|将|把|有|予)|必须|须|亟需|亟待|急需|有待"
            r"|尚待|(?<![所按])需(?!求)|是否|能否"
            r"|不(?:够|健全|完善|完备|明确|到位|足)|薄弱|滞后",
    # 国家要求成立……，设立……: what is asked for, unless one says that one does it accordingly
    "asked": rf"^(?!.*(?:按|根据|遵照|依据)).*要求[^,;]{{0,8}}(?:{MAKING})",
    "ours": "我[省市州县区盟]|本[省市]|[省市州]政府|[省市州]委",
    "done": r"已(?!知)|业经|曾(?:经)?(?!祥)|先后|率先(?=成立了)"
            r"|(?<![应须需当])于(?:19|20)\d\d年(?!底|末|前|内)|自(?:19|20)\d\d年"
            r"|早在",
}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One of the patterns, compiled when it is first needed."""
    return re.compile(_PATTERNS[name])


def mood(near: str, before: str = "", after: str = "", perfect: bool = False, ready: bool = False) -> str:
    """The state by the words around a verb: stated, in_preparation, absent, unknown, or "" for a bare verb.

    `near` is the clause from its comma to the verb and its object, `before` what stands ahead of that comma, `after`
    what follows up to the next one. `perfect` is True behind a verb with 了, `ready` for one that itself shows that a
    thing is done (印发), unless it is hoped for.
    """
    if pattern("denied").search(near):
        return "in_preparation" if pattern("still").search(near + after) else "absent"
    if pattern("still").search(near):
        return "in_preparation"
    if perfect or pattern("done").search(near):
        return "stated"
    if pattern("need").search(near) or pattern("asked").search(near + "成立") or (
            pattern("asked").search(before) and not pattern("ours").search(near)):
        return "unknown"
    nearest = _nearest(before)
    if pattern("soft").search(near) or pattern("still").search(nearest) or pattern("later").search(nearest):
        return "in_preparation"
    return "absent" if _denies(after) else "stated" if ready else ""


def ahead(words: str, past: int) -> bool:
    """Whether a year is named that is still to come: 2013年，成立领导小组 in a plan of 2012."""
    begun = re.sub(r"(20\d\d)年?[-~至到](?=20\d\d年)(?:20\d\d)年", r"\1年", words)  # 2011-2015年 has begun
    begun = re.sub(rf"[自从](?:{past + 1}|{past + 2})年度?(?:起|开始)", "", begun)  # decided, and soon to begin
    return any(int(year) > past + 1 for year in re.findall(r"(20\d\d)年", begun))


def bystander(before: str, after: str) -> str:
    """The state of a thing that is named without a verb: 正在筹建的领导小组, 规划已形成送审稿; else ""."""
    if _denies(after) or pattern("lacking").search(before):
        return "absent"
    if pattern("under way").search(before) or pattern("not yet").match(after) or _UNDER_WAY.match(after):
        return "absent" if pattern("denied").search(before.rpartition(",")[2]) else "in_preparation"
    return ""


_UNDER_WAY = re.compile("(?:工作|制度)?(?:正在?|尚在|仍在|还在)[^,;。]{0,8}(?:酝酿|筹备|筹建|研究|起草|制定|编制"
                        "|审批|报批|征求|审议)")


def _nearest(before: str) -> str:
    """The clause right before the comma: 我市拟在机构改革后，成立…… hopes on across it; one before that no longer."""
    last = before.rstrip(",").rpartition(",")[2]
    return last if not re.search(r"已|了|并$", last) else ""


def _denies(after: str) -> bool:
    return bool(re.match(r"的?(?:工作)?(?:尚|还|仍|均|都|暂)*(?:未|没有|被撤销|已?撤销|已?并入|不再)", after))

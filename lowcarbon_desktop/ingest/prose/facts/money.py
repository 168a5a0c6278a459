"""The applicant's own fund for low-carbon work: what it is called, how much, for how long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lowcarbon_desktop.ingest.prose.facts.clauses import Clause, Text, words
from lowcarbon_desktop.ingest.prose.facts.mood import mood
from lowcarbon_desktop.ingest.prose.facts.saying import Saying
from lowcarbon_desktop.ingest.prose.facts.things import Statement, Thing, statements
from lowcarbon_desktop.text.numerals import in_digits

_FOR_THIS = r"[^;]{0,4}(?:专门|专项|全部)用于[^,;]{0,10}(?:低碳|应对气候变化|控制温室气体|碳减排)"
_NOUN = (r"(?:(?:低碳|专项|引导|扶持|发展|奖励|补助|财政)(?:资金|基金|经费)"
         rf"|资金(?=(?:不[低少]于|约|达)?[\d,.]+[千百十]?[万亿]?元(?:以上)?{_FOR_THIS}))")
_GRANTED = (r"[^:]{0,20}(?:资金|基金|经费)(?:安排|规模|额度|金额|情况)?(?:\([^()]*\))?:"
            r"(?:[我本全]?[省市县区州盟])?(?:本?级)?(?:财政)?(?:预算)?(?:自|从)?(?:20\d\d年起)?,?(?:每年|年均|年度)?(?:安排|列支|投入|设立|拨付|不低于|不少于|约|已)*[\d一二三五]")
_SET_APART = (r"(?:财政|预算)[^,;]{0,8}(?:列支|安排|拿出|筹集|划拨|拨出)[^,;]{0,6}\d[\d,.]*[千百十]?[万亿]?元,?"
              r"(?:专门)?(?:作为|用作|设立|建立)[^,;的]{0,12}(?:资金|基金|经费)")
_AMOUNT = (r"(?:每年|年均|每年度|年度|首期|首批|总额|总规模|规模|共|合计|累计|\d{4}年)?(?:再|各)?(?:(?:安排|投入"
           r"|列支|拨付|筹集|拿出)(?:资金)?)?(?:为|达|到)*"
           r"(?:不低于|不少于|不小于|约|超过|至少|共)?(?P<number>\d[\d,.]*(?:[-~至]\d[\d,.]*)?(?:千|百"
           r"|十)?[万亿]?元)(?:人民币)?(?:以上|左右|/年|每年)?")
_PERIOD = (r"(?:19|20)\d\d年?[-~至到](?:19|20)\d\d年?(?:期间)?|[\"“]?十[二三四]五[\"”]?(?:期间|时期)|连续\w{1,2}年"
           r"|为期\w{1,2}年|\d年内|20\d\d年起")
_OTHERS = (r"争取(?!设立|建立|安排|年内|在|于|尽)|申请|申报|国家|中央|上级|获得|企业|社会资本|银行|世行"
           r"|全球环境基金|外国|赠款|清洁发展机制|(?:安排|下达|拨付|给予)我[市省州县区]")
_ABOVE = r"省级|省里|省财政|自治区"
_ENERGY = r"节能|减排|循环经济|可再生|新能源|清洁能源|绿色建筑|能源"
FUND = Thing(("资金", "基金", "经费"), rf"(?P<phrase>(?:(?!设立|安排|建立|列支|整合|使用|争取|用于|投入|单列"
                                 rf"|新设|增设|开设|划拨|预留"
             rf"|配套|[列纳]入|出资|拨付)[^,;。()《》由在元的了]){{0,24}}){_NOUN}"
             r"(?!项目|支持力度)",
             "设立|建立|安排|列支|设置|[列纳]入[^,;]{0,12}预算|列入|单列|新设|增设|开设|划拨|预留|配套|出资|拨付|投入|落实"
             "|筹集|设有|用于|拿出|组建|每年不|规模|达", label="(?:专项|引导)(?:资金|基金)")


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile({"amount": _AMOUNT, "period": _PERIOD, "others": _OTHERS, "above": _ABOVE, "energy": _ENERGY,
                       "named": rf"(?:低碳|气候|碳)[^,;]{{0,12}}{_NOUN}",
                       "spent": r"财政[^;]{0,20}(?:安排|投入|列支|拿出"
                                r"|划拨)[^,;]{0,14}\d[\d.,]*[百千]?[万亿]?元[^;]{0,8}?"
                                "(?P<only>专项|专门|专款|全部)?(?:用于|支持|推动|推进)[^,;]{0,12}(?:低碳|应对气候变化|温室气体)",
                       # the rules of a fund: 本办法所称低碳专项资金，是指市财政预算安排……
                       "defined": r"(?:\([^()]*\))?,?(?:是指?|指|[为系]|由)[^;,]{0,10}财政[^;,]{0,8}(?:安排|设立|列支)",
                       # 2012年起取消该专项
                       "ended": "[,起后](?:现|已)?(?:取消|停止|终止|撤销|不再)(?:了|安排|设立)*"
                                "(?:该|此|这一)?(?:专项|资金|基金)"
                                r"|^[^;。]{0,24}(?:取消|撤销|终止|停止(?:安排|执行|使用|实施))(?=了?[,;。)]|$)"
                                r"|^(?:的)?[^;。的]{0,20}(?:后|已|被|现)[^,;。]{0,4}并入"
                                "|(?:至今|一直|尚|仍|均|还|都)*(?:没有|未能?)(?:兑现|落实|到位|拨付|安排|执行)",
                       "managed": "的?(?:管理|使用|监督|审计|绩效|(?:预算|投入|规模)?(?:不足|偏小|有限))"}[name])


def dedicated_fund(text: Text) -> Iterator[Saying]:
    """What is said of a fund; one for energy saving alone, or of no matter, is a mention that the reviewer looks at."""
    for clause in text.clauses:
        for each in statements(clause, FUND, text.actors):
            if not each.own or (not each.bare and _another_s(clause, each, text)):
                continue
            matter = _matter(clause, each.name)
            if each.state == "absent" and not each.name["phrase"].strip("立排是否"):
                matter = True  # 是否设立专项资金：否 denies one for low-carbon work too
            again = words("matter").search(each.name["phrase"]) is None and _compiled("named").search(
                clause.text, 0, each.name.start()) is not None  # 低碳发展专项资金，每年安排3000万元的奖励资金
            if matter is None or again:
                continue
            managed = _compiled("managed").match(clause.text, each.name.end())
            ended = _compiled("ended").search(clause.text[each.name.end():])
            state = each.state if matter and managed is None and ended is None else "unknown"
            if state == "unknown" and matter and clause.states and re.match(_GRANTED, clause.text):
                state = "stated"  # 低碳专项资金：每年1000万元
            if state == "unknown" and words("matter").search(each.name["phrase"]) and clause.states:
                state = _defined(clause, each)
            if state == "unknown" and matter and clause.states and (lent := re.search(_SET_APART, clause.text)):
                state = mood(lent[0]) or "stated"  # 从预算中列支800万元，作为低碳发展专项资金
            value = _value(clause, each.name)
            yield Saying(state, clause.sentence, value if state != "unknown" else None, key=value.partition("，")[0])
        spent = _compiled("spent").search(clause.text)
        if spent is not None and not text.actors.foreign(clause.text, spent.end(), clause.foreign):
            yield _spent(clause, spent)


def _defined(clause: Clause, each: Statement) -> str:
    """What the rules of a fund say of it: 低碳专项资金是指由市财政预算安排的资金."""
    found = _compiled("defined").match(clause.text, each.name.end())
    start = clause.text.rfind(",", 0, each.name.start()) + 1
    return (mood(clause.text[start:found.end()], clause.text[:start]) or "stated") if found is not None else "unknown"


def _spent(clause: Clause, spent: re.Match[str]) -> Saying:
    """Money of the budget for low-carbon work that is not called a fund; it is one where it serves nothing else."""
    comma = clause.text.rfind(",", 0, spent.start()) + 1
    state = mood(clause.text[comma:spent.end()], clause.text[:comma]) or "stated"
    sure = spent["only"] and clause.states and _compiled("amount").search(in_digits(spent[0]).text)
    return Saying(state, clause.sentence, _amount_of(clause), key="") if sure else Saying("unknown", clause.sentence)


def _another_s(clause: Clause, each: Statement, text: Text) -> bool:
    """Whether the money is asked from, or given by, somebody else; 在争取国家资金的同时 does not say that of ours."""
    near = clause.text[clause.text.rfind(",", 0, each.name.start()) + 1:each.name.end()]
    if "的同时" in near:
        near = near.rpartition("的同时")[2]
    return _compiled("others").search(near) is not None or (
        text.actors.level != "province" and _compiled("above").search(near) is not None)


def _matter(clause: Clause, name: re.Match[str]) -> bool | None:
    """True for low-carbon work, False where it is left open, None for another matter."""
    phrase = name["phrase"]
    if re.search("产业|投资", phrase) and name[0].endswith("基金"):
        return False  # as a rule a fund that invests, not one of the budget
    if words("matter").search(phrase) or "碳" in phrase:
        return True
    bare = re.sub(r"[市省县区州本级财政每年用于政府]|我|全|专门|一定|相应|\d+", "", phrase)
    if _compiled("energy").search(phrase):
        return False
    after = clause.text[name.end():]
    subject = re.sub(r"发展|专项|引导|扶持|奖励|补助|试点|城市|建设|工作|规模|资金?|不[低少]于|约|达|再|各|从|起"
                     r"|^[立排建支置入付实集出]|[\d.,千百十万亿元的]", "", bare)
    if re.search(r"(?:用于|支持|扶持|推动|推进|保障|奖励)[^;]{0,30}(?:低碳|应对气候变化|温室气体)", after):
        return not subject  # 旅游发展专项资金，支持低碳旅游: a fund of another name, which a reviewer looks at
    if len(bare) > 2:
        return None
    return True if re.search(r"(?:低碳|应对气候变化)", clause.text[:name.start()]) else False if words("matter").search(
        clause.about) else None


def _value(clause: Clause, name: re.Match[str]) -> str:
    """Name, amount and period as far as they stand in the clause: 低碳发展专项资金，每年不少于3000万元，2012—2015年."""
    called = re.sub(r"^[^低应碳温绿节气专引]*(?=低碳|应对|碳|温室|绿色|节能|气候|专项|引导)", "", name[0])
    called = called if re.match("低碳|应对|碳|温室|绿色|节能|气候|专项|引导", called) else called[-2:]
    period = _compiled("period").search(clause.text)
    said = _amount_of(clause, clause.text.rfind(",", 0, name.start()) + 1) or _amount_of(clause)
    parts = [called, *([said] if said else []), *([period[0]] if period is not None else [])]
    return "，".join(part.replace("-", "—") for part in parts)


def _amount_of(clause: Clause, start: int = 0) -> str:
    """The amount of a clause as it is printed, 每年 with it; "" where there is none from there on."""
    digits = in_digits(clause.text)  # 两千万元 counts as 2000万元, and stands as it is printed
    amount = _compiled("amount").search(digits.text, len(in_digits(clause.text[:start]).text))
    if amount is None:
        return ""
    yearly = "年" not in amount[0] and "每年" in digits.text[:amount.start()].rpartition(",")[2]
    return ("每年" if yearly else "") + digits.printed(*amount.span())

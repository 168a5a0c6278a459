"""Words round what is told that take it back, whatever it is: 有必要……, 误以为已……, 2008年曾……，2010年停止."""

from __future__ import annotations

import re
from functools import cache

_LEADS = (r"(?:有必要|没有?必要|不宜|不应当?|不该|不必|不用|无[需须]|毋[需须]|不急于|不打算|不准备|不计划|不考虑"
          r"|不主张|不赞成"
          r"|不同意|不支持|不愿意?|不想|不敢|不便|不足以|不[能敢](?:说|认为|断言)|不能(?!不)|不可(?!或缺|避免|再生|缺少)|不得不?|不具备|难以|难于|很难|无法(?!律)|无力|无意|无望"
          r"|没法|没能|未能|拒绝|反对|抵制|回避|避免|防止|禁止|暂缓|推迟|拖延|放弃|忘记|误以为|以为|谎称|谣传|据传|传言|号称|声称|自称|假装"
          r"|谈不上|不等于|不意味着?|并非|提议|呼吁|吁请|主张|有可能|可能|也许|或许|能否|何时|为什么|为何|怎样|如何|理应|本应|本该|早该|值得)")
_LATER = (r",(?:但|后来?|不过|然而|此后|其后|最终|结果|却)*(?:一直|至今|始终|仍|尚|还|均|都|目前|(?:(?:19|20)\d\d"
          r"|次|翌|去|当)年(?:底|初|起)?"
          r"|[一两三]年后|不久)*(?:又|即|便|就|已|被|予以|自动)*"
          r"(?:(?:没有?|未)(?:能)?(?:得到|真正)?(?:落实|兑现|实施|执行|启动|到位|实现|开展|运行|坚持)"
          r"|(?:停止|停办|中止|终止|取消|撤销|废止|中断|搁置|名存实亡|不了了之|流产|解散|停滞)了?)(?=[,;。]|$)")
_MAKING = (r"(?:过早|立即|马上|条件|单独|专门|再|由|先|急于|成功|全面|已经?|在)*"
           r"(?:成立|组建|设立|建立|构建|建成|编制|编写|制定|制订|出台|印发|发布|颁布|开展|实施|实行|推行|安排|列支|召开|形成|分解|下达|签订"
           r"|签署|纳入|列入|写入|完成|设置|明确|落实|批准|担任|任|由[^,;]{0,8}(?:担任|任组长)|对[各市全][^,;]{0,20}(?:考核|评价)|[将把])")
_APART = r"(?:与|同|和)[^,;]*(?:相比较?|比较|对比)(?=,)|除[^,;]*(?:以外|之外|外)(?=,(?![^,;]{0,8}[还也又另并]))"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile({"made": f"{_LEADS}{_MAKING}|{_LATER}", "apart": _APART,
                       "aimed": rf"{_LEADS}[^,;\d]{{0,6}}?(?=[将把到至在]|20\d\d|提出|确定|实现|设定|完成|承诺)"}[name])


def framed(clause: str) -> bool:
    """Whether a clause only speaks of what it tells: as of no fact, or of one that is over."""
    return _pattern("made").search(clause) is not None


def told_apart(clause: str) -> str:
    """A clause without what it only compares itself with, or excepts: 与先进城市已设立基金相比，……; 除……外，其他……"""
    return _pattern("apart").sub("", clause)


def unaimed(clause: str) -> str:
    """The words before a figure that make no aim of it: 有必要将……, 不宜过早提出……; "" for most."""
    found = _pattern("aimed").search(clause)
    return found[0] if found is not None else ""

"""Text that only shows how to fill in, rates or asks: （示例）到2015年……, 设立专项资金得3分, ……下降18%吗？"""

from __future__ import annotations

import re

_SIGNS = re.compile(r"例|参考|推荐|标准|规范|格式|方式|样式|模板|句式|样本|比如|譬如|比方|填[写报]"
                    r"|如:|说明是否|分|[?？]|^[问答]")
_SAMPLE = re.compile(
    r"(?:^|[.、)(【\[])[^,;:。]{0,10}?(?:填[写报表])?(?:示例|样例|范例|举例|实例|样式|格式|体例|写法)(?:如下)?\d?[:)\]】]"
    r"|^[(【\[]?例[一二三\d]?[)】\]]?[:、]|^[(【\[]例[一二三\d]?[)】\]]|(?:^|[(;:])(?:例?如:|(?:比如|譬如|比方说?)[,:])"
    r"|(?:参考|推荐|标准|规范|样板)(?:文本|表述|格式|写法|样式|用语|句式|答案|模板)(?:如下)?(?:[:为]|[)】\]])"
    r"|(?:表述|填[写报]|书写|目标|指标)的?(?:格式|方式|样式|模板|句式|样本)(?:如下)?(?:[:为]|[)】\]])"
    r"|填[写报](?:说明|要求|须知|提示)[:)】\]]"
    r"|[,,的%](?:得|计|记|加|扣)(?:满分|零分|\d+(?:\.\d+)?分)|(?:得|计|记|扣)\d+(?:\.\d+)?分(?=[,;。、]|$)"
    r"|^请[^,;:。]{0,6}填[写报][^,;:。]{0,8}[,:]|^请说明是否"
    r"|[?？][”\"’」』)]?$|^[(]?问[:、]")


def sample(text: str) -> str:
    """The words by which a squeezed sentence is a sample, a rule of rating or a question; "" where none are."""
    if _SIGNS.search(text) is None:
        return ""
    found = _SAMPLE.search(text)
    return found[0].strip("[]()【】:,;.、") or found[0] if found is not None else ""

"""Titles of papers that are no plan: a study, an opinion, a summary, a guide, a sample, rules for scores."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lowcarbon_desktop.ingest.scope import NOT_ADOPTED

_WORDS = {
    "no plan": r"""
        (?:研究|课题|论证|可研|调研|调查|自?评估|自评|验收|预测|潜力|情景)
            (?:成果|工作|结题|结果|情况)*(?:报告|综述|论文|材料|总结|汇编)?书?$|测算(?:报告|结果)$
        |(?:总结|回顾|综述|论文|述评)(?:报告|材料)?$|(?:进展|完成|执行|落实)情况(?:的?(?:报告|汇报|通报|总结))$
        |(?:专家|评审|审查|评估|论证|咨询|反馈|评议|审核|修改)[^,]{0,4}(?:意见|结论|纪要|建议)(?:[书表稿]|汇总表?)?$
        |(?:汇编|选编|摘编|汇集|简报|文集|年鉴|公报)(?:材料)?$
        |(?:经验|案例)(?:材料|介绍|交流|总结|借鉴|做法|分析|集)?$
        |(?:指南|指引|须知|导则|手册|大纲|提纲)$|(?:填写|填报|填表|申报|编制)要求$|填[写报表](?:说明|要求)$
        |(?:样[例表本张]|示例|范例|范本|范文|模[板版])$
        |(?:评[分价]|考核|奖惩|考评|验收|评审)[^,]{0,4}(?:办法|细则|规则|方法)$|评分表$
        |(?:教材|课件|讲稿|讲话|发言|新闻稿|宣传(?:稿|材料|册))$""",
    "behind": r"(?:\([^()]*\)|[\d年月日\-_.]+|[修正定终初草]稿)+$",
    "void": "作废|废[止弃除]|失效|停用|^废$",
}
_LAST = (
    "研究 课题 论证 可研 调研 调查 评估 自评 验收 预测 测算 潜力 情景 成果 工作 结题 结果 情况 "
    "报告 综述 论文 材料 总结 汇编 告书 究书 证书 回顾 述评 汇报 通报 意见 结论 纪要 建议 见书 "
    "见表 见稿 论书 要稿 议书 议表 议稿 论表 汇总 总表 选编 摘编 汇集 简报 文集 年鉴 公报 经验 "
    "案例 介绍 交流 借鉴 做法 分析 例集 验集 指南 指引 须知 导则 手册 大纲 提纲 要求 说明 样例 "
    "样表 样本 样张 示例 范例 范本 范文 模板 模版 办法 细则 规则 方法 分表 教材 课件 讲稿 讲话 "
    "发言 闻稿 传稿 传册")
_BEHIND = frozenset(")年月日-_.稿0123456789")


@cache
def words(name: str) -> re.Pattern[str]:
    """The words for a thing, compiled when they are first met."""
    return re.compile(_WORDS[name], re.VERBOSE)


@lru_cache(maxsize=2048)
def no_plan(title: str) -> bool:
    """Whether a squeezed title is of a paper that holds nobody's promises; most are told by their last two signs."""
    bare = without_end(title)
    return len(bare) > 1 and bare[-2:] in _LAST and words("no plan").search(bare) is not None


def without_end(title: str) -> str:
    """A title without brackets and days behind it: 专家评审意见（2012年5月） is 专家评审意见."""
    return words("behind").sub("", title) or title if title[-1:] in _BEHIND else title


def withdrawn(title: str) -> bool:
    """Whether a title says that its paper is void, a sample, or only for reference."""
    return NOT_ADOPTED.search(title) is not None or ("废" in title and words("void").search(title) is not None)

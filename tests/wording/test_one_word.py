"""One thing has one word, in the window, on the command line and on paper alike."""

from __future__ import annotations

import pytest

from build_spec.catalogues import merged
from tests.ui.test_translations import entries, translations

SAID = {
    "指标线": ("目标线", "国家线", "全国线"),
    "下达指标": ("下达线", "下达的线"),
    "得分": ("总分", "打分", "评分："),
    "本软件": ("本产品", "本程序"),
    "分值系本软件自拟": ("自拟的建议", "软件建议"),
    "专家评定": ("专家意见：", "专家判定"),
    "评审人备注": ("评审人意见",),
    "各轮": ("历轮", "历次评审"),
    "重做": ("恢复刚撤销", "恢复第"),
    "修改记录": ("修改历史", "记入历史"),
    "评审基准日": ("评审日期",),
    "this program": ("this product", "the product's"),
}


@pytest.mark.parametrize("word", SAID)
def test_no_other_word_is_used_for_it(word: str) -> None:
    texts = [each.msgstr for lang in ("zh", "en") for each in merged(lang)]
    texts += [text for pair in entries(translations.SOURCE).items() for text in (pair[0][1], pair[1])]
    assert any(word in text for text in texts)
    assert [text for text in texts if any(other in text for other in SAID[word])] == []

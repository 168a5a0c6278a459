"""Which sheets and files are an earlier draft, a backup or withdrawn, beside the one that counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.text.normal import squeezed

_GONE = r"作废|废[止弃]|停用|弃用|勿用|不用(?:了)?(?=$|\))|已删|失效|^废$"
_DRAFT = (r"历史版本?|(?:19|20)\d\d年?版"
          r"|初稿|草稿|草案|讨论稿|征求意见稿?|送审稿?|报审稿?|修改稿|过程稿|底稿|第?[一二三四五六七\d]稿|\(\d\)|初步"
          r"|备份|副本|旧[版稿表]?|原[版稿]|前一?版|上一?版|backup|bak|old|draft|copy|v\d(?:\.\d)*")
_EARLIER = (r"初稿|草稿|底稿|过程稿|讨论稿|第[一二三]稿|备份|旧[版稿表]?|原稿|前一?版|上一?版|往年|历史版本"
            r"|backup|bak|old")
_FINAL = r"终稿|定稿|正式稿?|最终稿?|最新版?|报批稿?|印发稿?|审定稿?|新版|final|new"
_WHAT = r"\([^()]*\)|[\d\s_()\-.年月日]+"


def drafts_among(names: Sequence[str], documents: Sequence[str] = ()) -> frozenset[str]:
    """Those of the names, of all sheets or files with tables, that say they do not count.

    征求意见稿 alone is the plan that was sent in; beside 定稿, or another draft of the same table, it is doubted.
    Beside one of the `documents` that is no draft, whatever they are called, an annex 初稿 or a folder 旧稿 is.
    """
    names = list(dict.fromkeys(names))
    marked = [name for name in names if re.search(f"{_GONE}|{_DRAFT}", squeezed(name), re.IGNORECASE)]
    if not marked:
        return frozenset()
    final = [name for name in documents if name not in marked]
    stems = {name: _stem(name) for name in names}
    return frozenset(name for name in marked if re.search(_GONE, squeezed(name)) or (
        final and re.search(_EARLIER, squeezed(name), re.IGNORECASE)) or any(
        other != name and (stem == stems[name] or not stem or not stems[name]) for other, stem in stems.items()))


def of_draft(name: str) -> Message:
    """The doubt against all values of a draft."""
    return message("doubt-draft", name=name)


def _stem(name: str) -> str:
    """What a name says apart from which draft it is: 指标表（初稿） and 指标表定稿 are both 指标表."""
    bare = re.sub(r"\.\w{2,5}$", "", squeezed(name).rpartition("/")[2])
    return re.sub(_WHAT, "", re.sub(f"{_GONE}|{_DRAFT}|{_FINAL}", "", bare, flags=re.IGNORECASE)).strip("的稿版表")

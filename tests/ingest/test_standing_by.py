"""Whether the words around a table stand by its values, from a page that an expert can read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.blocks import find_blocks
from lowcarbon_desktop.ingest.grid import Around, Grid, RawCell
from lowcarbon_desktop.ingest.headings import Headings
from lowcarbon_desktop.ingest.notices import notices_of
from lowcarbon_desktop.ingest.row_remarks import remark_reserves
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.ingest.standing_by import doubt_of_words
from lowcarbon_desktop.ingest.whose_words import remark_of_others, told_of_others

PAGE = yaml.safe_load(Path(__file__).with_name("standing_by.yaml").read_text("utf-8"))
HEARD = {"leading": lambda text: doubt_of_words([text], [], ""), "notes": lambda text: doubt_of_words([], [text], ""),
         "captions": lambda text: doubt_of_words([], [], text), "remarks": remark_reserves,
         "of_others": lambda text: told_of_others([text], ("梅州市", "梅州")),
         "remarks_of_others": lambda text: remark_of_others(text, ("梅州市", "梅州"), False),
         "holders": lambda text: remark_of_others(text, ("梅州市", "梅州"), True)}


@pytest.mark.parametrize(("where", "text", "doubted"), [
    (where, text, kind == "doubted") for where, kinds in PAGE.items() for kind, texts in kinds.items()
    for text in texts])
def test_words_around_a_table_are_heard(where: str, text: str, doubted: bool) -> None:
    assert bool(HEARD[where](text)) == doubted


@pytest.mark.parametrize(("where", "text"), [(where, text) for where in ("leading", "notes", "captions")
                                             for text in PAGE[where]["doubted"]])
def test_no_such_word_is_missed_for_the_sake_of_speed(where: str, text: str) -> None:
    cells = (("指标", "2015年"), ("森林覆盖率（%）", "42"))
    around = Around((text,) if where == "leading" else (), text if where == "notes" else "")
    sheet = Sheet(Grid("plan.docx", None, tuple(tuple(map(RawCell, row)) for row in cells), table=1, around=around))
    (block,) = find_blocks(sheet, Headings(reference().places, reference().units))
    assert notices_of(sheet, block, (), text if where == "captions" else "").doubt is not None

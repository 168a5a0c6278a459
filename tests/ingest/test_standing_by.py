"""Whether the words around a table stand by its values, from a page that an expert can read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.ingest.row_remarks import remark_reserves
from lowcarbon_desktop.ingest.standing_by import doubt_of_words

PAGE = yaml.safe_load(Path(__file__).with_name("standing_by.yaml").read_text("utf-8"))
HEARD = {"leading": lambda text: doubt_of_words([text], [], ""), "notes": lambda text: doubt_of_words([], [text], ""),
         "captions": lambda text: doubt_of_words([], [], text), "remarks": remark_reserves}


@pytest.mark.parametrize(("where", "text", "doubted"), [
    (where, text, kind == "doubted") for where, kinds in PAGE.items() for kind, texts in kinds.items()
    for text in texts])
def test_words_around_a_table_are_heard(where: str, text: str, doubted: bool) -> None:
    assert bool(HEARD[where](text)) == doubted

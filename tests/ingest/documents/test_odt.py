"""odt: what its styles hide or strike out, and its notes where they are called."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import read_source

SPACES = " ".join(f'xmlns:{name}="urn:{name}"' for name in ("office", "style", "text", "table", "fo"))
HEAD = f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES}>'
LOOKS = {
    "white": '<style:text-properties fo:color="#ffffff"/>', "tiny": '<style:text-properties fo:font-size="1pt"/>',
    "red": '<style:text-properties fo:color="#ff0000"/>',
    "struck": '<style:text-properties style:text-line-through-style="solid"/>',
    "hidden": '<style:text-properties text:display="none"/>',
    "same": '<style:text-properties fo:color="#1f4e79" fo:background-color="#1f4e79"/>',
    "onblue": '<style:text-properties fo:color="#ffffff" fo:background-color="#1f4e79"/>',
}
CUT = "到2015年，全市单位GDP能耗比2010年下降17%。"


def saved(path: Path, body: str) -> Path:
    styles = "".join(f'<style:style style:name="{name}" style:family="text">{look}</style:style>'
                     for name, look in LOOKS.items())
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("styles.xml", f"{HEAD}<office:styles>{styles}</office:styles></office:document>")
        archive.writestr("content.xml", f'{HEAD}<office:automatic-styles><style:style style:name="P1" '
                         'style:family="paragraph" style:parent-style-name="white"/></office:automatic-styles>'
                         f"<office:body><office:text>{body}</office:text></office:body></office:document>")
    return path


def said(path: Path) -> list[tuple[str, str]]:
    return [(each.text, each.trouble.code if each.trouble is not None else "") for each in read_source(path).passages]


@pytest.mark.parametrize(("look", "trouble"), [("white", "words-unseen"), ("tiny", "words-unseen"), ("red", ""),
                                               ("same", "words-unseen"), ("onblue", "")])
def test_what_cannot_be_seen_is_doubted(look: str, trouble: str, tmp_path: Path) -> None:
    path = saved(tmp_path / "a.odt", f'<text:p>厦门市<text:span text:style-name="{look}">{CUT}</text:span></text:p>')
    assert said(path) == [(f"厦门市{CUT}", trouble)]


def test_a_paragraph_looks_as_the_style_that_its_own_stands_on(tmp_path: Path) -> None:
    assert said(saved(tmp_path / "a.odt", f'<text:p text:style-name="P1">{CUT}</text:p>')) == [(CUT, "words-unseen")]


def test_what_is_struck_or_hidden_is_left_out(tmp_path: Path) -> None:
    span = '<text:span text:style-name="{}">20</text:span>'
    path = saved(tmp_path / "a.odt", f"<text:p>下降{span.format('struck')}17%。</text:p>"
                 f"<text:p>隐藏{span.format('hidden')}字。</text:p>"
                 '<text:section text:display="none"><text:p>旧稿</text:p></text:section>')
    assert said(path) == [("下降17%。", "words-struck"), ("隐藏字。", "")]


def test_a_footnote_stands_where_it_is_called_and_a_weighty_comment_doubts(tmp_path: Path) -> None:
    note = ("下降17%<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>该数待省里核定。</text:p></text:note-body></text:note>。")
    comment = "下降18%<office:annotation><text:p>{}</text:p></office:annotation>。"
    path = saved(tmp_path / "a.odt", f"<text:p>{note}</text:p><text:p>{comment.format('应为15%')}</text:p>"
                 f"<text:p>{comment.format('写得好')}</text:p>")
    assert said(path) == [("下降17%（注：该数待省里核定）。", ""), ("下降18%。", "words-commented"),
                          ("下降18%。", "")]
    assert [(each.code, each.args["texts"]) for each in read_source(path).remarks] == [("document-comments", "应为15%")]


def test_a_placeholder_is_no_word_of_the_plan(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.odt", f"<text:p><text:placeholder>{CUT}</text:placeholder></text:p>")
    assert said(path) == [(CUT, "words-sample")]

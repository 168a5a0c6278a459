"""The pages of a rubric on disk: one a criterion and an index, in Chinese and English, to be opened in any browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from lowcarbon_desktop.app.present import make_folder, write_result
from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.rubric_cases import run_cases
from lowcarbon_desktop.app.rubric_page import Example, Page, page
from lowcarbon_desktop.app.rubrics import load_bound
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.wording import LANGUAGES, say

_STYLE = """
body{font-family:"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:46em;margin:2em auto;
padding:0 1em;line-height:1.7;color:#1c2a26;background:#fff}
h1{font-size:1.5em;line-height:1.4}h2{font-size:1.1em;margin-top:1.8em;border-bottom:1px solid #cfd8d4}
table{border-collapse:collapse;margin:.6em 0}td,th{border:1px solid #cfd8d4;padding:.25em .6em;text-align:left;
vertical-align:top}th{background:#f1f5f3;font-weight:600}.pass{border-left:.3em solid #2e7d32;padding-left:.8em}
.fail{border-left:.3em solid #c62828;padding-left:.8em}.other{border-left:.3em solid #8a6d00;padding-left:.8em}
.id{color:#5f6f69;font-size:.9em}nav{font-size:.9em}a{color:#00695c}
@media(prefers-color-scheme:dark){body{color:#e4ebe8;background:#17201d}th{background:#22302b}
td,th,h2{border-color:#3a4a44}a{color:#7fd1c1}.id{color:#9fb0a9}}
"""


def write_pages(path: Path, reference: Reference, folder: Path) -> tuple[Path, ...]:
    """Write FOLDER/index.html, and FOLDER/zh and FOLDER/en with a page a criterion. Raises FaultyData, OutputError."""
    bound = load_bound(path, reference)
    _, results = run_cases(path, reference)
    texts: dict[str, str] = {}
    for lang in LANGUAGES:
        pages = [page(each, bound.rubric, results, reference, lang) for each in bound]
        texts[f"{lang}/index.html"] = index_html(bound.rubric, pages, lang)
        texts |= {f"{lang}/{each.criterion}.html": page_html(each, bound.rubric, lang) for each in pages}
    texts["index.html"] = _document("zh", bound.rubric.title.zh, (
        f'<h1>{escape(bound.rubric.title.of(lang))}</h1><p><a href="{lang}/index.html">'
        f'{escape(say(message(f"yaml-{lang}"), lang))}</a></p>' for lang in LANGUAGES))
    for lang in LANGUAGES:
        make_folder(folder / lang)
    for name, text in texts.items():
        write_result(folder / name, text)
    return tuple(folder / name for name in texts)


def index_html(rubric: Rubric, pages: Iterable[Page], lang: str) -> str:
    """All criteria of a rubric under its headings, each with a link to its page."""
    by_id = {each.criterion: each for each in pages}
    body = [f"<h1>{escape(rubric.title.of(lang))}</h1>",
            f'<p class="id">{escape(rubric.id)} {escape(rubric.version)}</p>',
            f"<p>{escape(rubric.serves.of(lang))}</p>", _nav(lang, "index.html")]
    for section in rubric.sections:
        body.append(f"<h2>{escape(section.title.of(lang))}</h2><table>")
        for criterion in rubric:
            if criterion.section == section.id:
                each = by_id[criterion.id]
                about = "".join(f"<td>{escape(each.about[position][1])}</td>" for position in (0, 1))
                body.append(f'<tr><th>{escape(each.number)}</th><td><a href="{escape(each.criterion)}.html">'
                            f"{escape(each.title)}</a></td>{about}</tr>")
        body.append("</table>")
    return _document(lang, rubric.title.of(lang), body)


def page_html(each: Page, rubric: Rubric, lang: str) -> str:
    """One page, complete in itself."""
    return _document(lang, f"{each.number} {each.title}", _body(each, rubric, lang))


def _body(each: Page, rubric: Rubric, lang: str) -> Iterator[str]:
    def heading(code: str) -> str:
        return f"<h2>{escape(say(message(code), lang))}</h2>"

    yield _nav(lang, f"{each.criterion}.html", rubric.title.of(lang))
    yield f'<h1>{escape(each.number)} {escape(each.title)}</h1><p class="id">{escape(each.criterion)}</p>'
    yield _pairs(each.about)
    yield f"{heading('page-why')}<p>{escape(each.why)}</p><p>{escape(each.source)}</p>"
    for code, example in (("page-right", each.right), ("page-wrong", each.wrong), ("page-other", each.other)):
        if example is not None:
            yield heading(code) + _example(example, lang)
    yield f"{heading('page-mend')}<p>{escape(each.remedy)}</p>"
    if each.evidence:
        yield f"{heading('rubric-key-evidence')}<p>{escape(each.evidence)}</p>"
    yield f"{heading('page-how')}<p>{escape(each.how)}</p>{_pairs(each.parameters)}"


def _example(example: Example, lang: str) -> str:
    kind = example.outcome if example.outcome in ("pass", "fail") else "other"
    rows = "".join(_row(row, "th" if at == 0 else "td") for at, row in enumerate(example.table))
    stated = "".join(f"<li>{escape(each)}</li>" for each in example.stated)
    found = say(message("page-found", outcome=example.label, message=example.message), lang)
    return (f'<div class="{kind}"><p><b>{escape(example.name)}</b></p>{f"<ul>{stated}</ul>" if stated else ""}'
            f'{f"<table>{rows}</table>" if rows else ""}<p>{escape(found)}</p></div>')


def _row(cells: Iterable[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>" for label, value in pairs)
    return f"<table>{rows}</table>" if rows else ""


def _nav(lang: str, name: str, up: str = "") -> str:
    other = "en" if lang == "zh" else "zh"
    to_index = f'<a href="index.html">{escape(up)}</a> · ' if up else ""
    label = escape(say(message(f"yaml-{other}"), other))
    return f'<nav>{to_index}<a href="../{other}/{escape(name)}">{label}</a></nav>'


def _document(lang: str, title: str, body: Iterable[str]) -> str:
    return (f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
            f"<style>{_STYLE}</style></head>\n<body>\n" + "\n".join(body) + "\n</body></html>\n")

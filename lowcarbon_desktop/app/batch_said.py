"""What a batch found, as plain data ("lowcarbon/batch/1"), as text, and as the three summaries beside the reports."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.app.present import as_json, check_plain, write_result
from lowcarbon_desktop.report import columns, summary, words
from lowcarbon_desktop.report.plain import rubric_plain
from lowcarbon_desktop.report.summary import Entry, RowSaid, SummarySaid
from lowcarbon_desktop.report.writing import write_beside
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.wording import say

__all__ = ["RowSaid", "batch_plain", "batch_said", "batch_text", "write"]
SCHEMA = "lowcarbon/batch/1"
Plain = dict[str, object]


def batch_plain(entries: tuple[Entry, ...], rubric: Rubric, lang: str) -> Plain:
    """The object of `summary.json`: what a check of each says of counts, score and failing musts."""
    return {"schema": SCHEMA, "lang": lang, "status": max((each.status for each in entries), default=0),
            "rubric": rubric_plain(rubric),
            "plans": [_plain(each, lang) for each in entries]}


def _plain(each: Entry, lang: str) -> Plain:
    if each.assessment is None:
        return {"plan": {"file": each.file}, "error": say(each.said or "", lang), "status": each.status}
    found = check_plain(each.assessment, lang)
    plan = each.assessment.plan
    failing = [{"criterion": finding["criterion"], "number": finding["number"], "title": finding["title"],
                "message": finding["message"]} for finding in found["findings"]  # type: ignore[attr-defined]
               if finding["severity"] == "must" and finding["outcome"] == "fail" and not finding["open"]]
    return {"plan": {"file": each.file, "files": [{"file": file.name, "sha256": file.sha256} for file in plan.files],
                     "region": plan.region.name if plan.region is not None else None,
                     "as_of": plan.as_of.isoformat() if plan.as_of is not None else None, "whole": plan.whole},
            "counts": found["counts"], "score": found["score"], "failing": failing, "status": each.status,
            "pdf": each.pdf or None, **({"error": say(each.said, lang)} if each.said is not None else {})}


def batch_said(entries: tuple[Entry, ...], rubric: Rubric, lang: str) -> SummarySaid:
    """The summary in words, for a window."""
    return summary.summary(entries, rubric, lang)


def batch_text(entries: tuple[Entry, ...], rubric: Rubric, lang: str) -> str:
    """A line each for a terminal."""
    said = summary.summary(entries, rubric, lang)
    heads = [words.word(each, lang) for each in (
        "file", "region", "summary-must-fail", "summary-must-open", "all-points", "summary-failing")]
    comma = "、" if lang == "zh" else ", "
    rows = [[row.file, row.applicant, str(row.counts[0].failed), str(row.counts[0].open), row.score,
             comma.join(row.failing) or "—"] for row in said.rows if row.counts]
    unread = [f"  {columns.one_line(row.reason)}" for row in said.rows if row.reason]
    return "\n".join([*said.lead, "", *columns.aligned([heads, *rows]), *(["", *unread] if unread else [])]) + "\n"


def write(entries: tuple[Entry, ...], rubric: Rubric, out: Path, lang: str) -> None:
    """Write the three summaries. Raises OutputError."""
    from lowcarbon_desktop.report.layout.summary import pdf
    from lowcarbon_desktop.report.workbook import workbook

    write_result(out / "summary.json", as_json(batch_plain(entries, rubric, lang)))
    write_beside(out / "summary.xlsx", workbook(summary.sheets(entries, rubric, lang)))
    write_beside(out / "summary.pdf", pdf(summary.summary(entries, rubric, lang)))

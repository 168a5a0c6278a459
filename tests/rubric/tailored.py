"""Writes a tailoring of the shipped rubric, and reads what comes of it."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubrics import examine_bound, find_rubric
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.wording import say

HEAD = "name: 试评\nrubric: second-batch\nversion: '1.0'\n"
ADDED = """\
add:
  - section: peak
    remark: 本省要求
    criterion:
      id: peak.own
      number: {zh: 峰值-9, en: Peak-9}
      title: {zh: 人均排放, en: Per head}
      rationale: {zh: 本省要求, en: Asked by the province}
      severity: note
      dimension: carbon-output
      points: 2
      executability: automatic
      check: fact-stated
      with: {fact: per_head_emission_target}
      source: {section: "1", document: {zh: 省文件, en: The province's document}}
      remedy: {zh: 补充, en: Add it}
"""


def tailored(folder: Path, text: str, *, rubric: str | Path = "second-batch") -> tuple[Rubric, list[tuple[int, str]]]:
    """The rubric as changed by a file of this text, and its faults as (line, English words)."""
    path = folder / "tailoring.yaml"
    path.write_text(text, "utf-8")
    bound, faults = examine_bound(find_rubric(str(rubric)), reference(), path)
    return bound.rubric, [(fault.line, say(fault.message, "en")) for fault in faults]

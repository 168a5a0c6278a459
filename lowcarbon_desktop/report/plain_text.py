"""The findings as text for a terminal: the verdict first, then what must be mended, what is open, and what passes."""

from __future__ import annotations

from collections.abc import Sequence

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment, Score
from lowcarbon_desktop.plan import Register
from lowcarbon_desktop.report import advice, columns, conclusion, provenance, words
from lowcarbon_desktop.report.columns import one_line
from lowcarbon_desktop.report.coverage import coverage
from lowcarbon_desktop.report.items import DetailSaid, ItemSaid, items

SIGNS = {"pass": "+", "fail": "X", "cannot_tell": "?", "judgement": "J", "not_applicable": "-", "rubric_error": "!"}


def check_text(assessment: Assessment, register: Register, lang: str) -> str:
    """What `check --format text` prints for one applicant, ending with a line break."""
    def word(code: str, **args: object) -> str:
        return words.word(code, lang, **args)

    said = conclusion.conclusion(assessment, lang)
    found = items(assessment, {}, lang)
    lines = [
        f"{words.applicant(assessment.plan, lang)} · {assessment.rubric.title.of(lang)}",
        word("as-of-said", date=provenance.as_of(assessment, lang)),
        *(word("labelled", label=label, text=text)
          for label, text in provenance.tailoring(assessment.rubric, lang)), "",
        said.verdict,
        *columns.aligned([["", word("passed"), word("failed"), word("open"), word("not_applicable")],
                          *([row.label, str(row.passed), str(row.failed), str(row.open), str(row.not_applicable)]
                            for row in said.counts)]),
        said.score, *([said.points] if said.points else [])]
    if len(said.dimensions) > 1:
        lines += columns.aligned([[word("dimension"), word("points"), word("open")],
                                  *([title, points, str(still)] for title, points, still in said.dimensions)])
    failed = [item for item in found if item.outcome in ("fail", "rubric_error") and not item.open]
    for severity in ("must", "should", "note"):
        chosen = [item for item in failed if item.severity == severity]
        lines += _group(word(f"mend-{severity}"), [line for item in chosen for line in failing(item, lang)])
    lines += _group(word("changes-heading"), [
        f"  {one_line(word('change-row', action=each.action, criteria=each.numbers))}"
        for each in advice.changes(assessment, lang)])
    undecided = conclusion.by_severity(item for item in found if item.open)
    lines += _group(word("open-said"), [line for item in undecided for line in still_open(item, lang)])
    for outcome in ("pass", "not_applicable"):
        chosen = [item for item in found if item.outcome == outcome and not item.open]
        lines += _group(word(f"group-{outcome}"), columns.aligned([[item.number, item.title] for item in chosen]))
    lines += _group(word("instruments-heading"), _instruments(assessment, lang))
    lines += _group(word("lines-said"), columns.aligned(
        [[line.indicator, line.years, line.region, line.value, line.status, line.document]
         for line in provenance.lines(assessment, register, lang)]))
    return "\n".join(lines) + "\n"


def _instruments(assessment: Assessment, lang: str) -> list[str]:
    """The instruments of each field in a line; the cells with their places are in the PDF and the JSON."""
    found = advice.matrix(assessment, lang)
    if found is None:
        return []
    none = words.word("instruments-nothing", lang)
    lines = [f"  {words.word('instruments-line', lang, field=field, used=used or none)}" for field, used in found.used]
    return lines if not found.corrected else [
        *lines, f"  {words.word('instruments-corrected', lang)}", *(f"    {each}" for each in found.corrected)]


def _group(heading: str, lines: Sequence[str]) -> list[str]:
    return ["", heading, *lines] if lines else []


def failing(item: ItemSaid, lang: str) -> list[str]:
    """place: message [number], the line and margin, then how to mend it; every failing row where there are several."""
    lines = [f"  {_numbered(item, lang)}"]
    lines += [f"    {one_line(_at(each, each.message))}" for each in item.details
              if each is not item.worst and each.outcome == item.outcome]
    if item.worst.line:
        held = words.word("held-to", lang, line=item.worst.line, margin=item.worst.margin or "—")
        lines.append(f"    {one_line(held)}")
    lines += [f"    {one_line(step)}" for step in item.worst.steps]
    if item.remedy:
        lines.append(f"    {one_line(words.word('remedy-said', lang, text=item.remedy))}")
    return lines


def still_open(item: ItemSaid, lang: str) -> list[str]:
    """As a failing one, with its outcome and severity before it and what settles it after it."""
    head = words.word("open-item", lang, outcome=item.label, severity=item.severity_label)
    lines = [f"  {head}{_numbered(item, lang)}"]
    if item.needs:
        lines.append(f"    {one_line(words.word('needs-said', lang, text=item.needs))}")
    return lines


def _numbered(item: ItemSaid, lang: str) -> str:
    return one_line(words.word("numbered-message", lang, text=_at(item.worst, item.message), number=item.number))


def _at(detail: DetailSaid, message: str) -> str:
    return f"{detail.place}: {message}" if detail.place and not message.startswith(detail.place) else message


def matrix_text(assessments: Sequence[Assessment], lang: str) -> str:
    """Criteria x applicants, one sign each, with the legend and each applicant's failed and open musts."""
    if not assessments:
        return ""
    names = [columns.clip(assessment.plan.name, 12) for assessment in assessments]
    rubric = assessments[0].rubric
    rows = [["", "", *names, ""]]
    for criterion in rubric:
        findings = [assessment.finding(criterion.id) for assessment in assessments]
        signs = [SIGNS[finding.outcome] + ("*" if finding.open and finding.outcome in ("pass", "fail") else "")
                 for finding in findings]
        rows.append([criterion.number.of(lang), words.word(criterion.severity, lang), *signs, criterion.title.of(lang)])
    rows.append([words.word("must-failed", lang), "", *(str(each.must_fail) for each in assessments), ""])
    rows.append([words.word("must-open", lang), "", *(str(each.must_open) for each in assessments), ""])
    legend = [f"{sign} {words.word(outcome, lang)}" for outcome, sign in SIGNS.items() if outcome != "rubric_error"]
    legend.append(f"* {words.word('legend-provisional', lang)}")
    return "\n".join([rubric.title.of(lang), *columns.aligned(rows), "", "   ".join(legend), "",
                      *_points(assessments, lang), *_coverage(assessments, lang)]) + "\n"


def _coverage(assessments: Sequence[Assessment], lang: str) -> list[str]:
    """Planning documents x applicants, a word each."""
    found = coverage(assessments, lang)
    if found is None:
        return []
    rows = [["", *(columns.clip(name, 12) for name, _ in found.rows)],
            *([document, *(states[at] for _, states in found.rows)] for at, document in enumerate(found.documents))]
    return ["", words.word("coverage-heading", lang), *columns.aligned(rows)]


def _points(assessments: Sequence[Assessment], lang: str) -> list[str]:
    """Points by dimension and in all, applicants under one another, an interval while anything is open."""
    dimensions = [each for each in assessments[0].rubric.dimensions
                  if any(assessment.dimension_scores[each.id].high for assessment in assessments)]
    heads = ["", *(each.title.of(lang) for each in dimensions), words.word("all-points", lang)]
    return columns.aligned([heads, *(
        [columns.clip(assessment.plan.name, 12),
         *(_score(assessment.dimension_scores[each.id], lang) for each in dimensions), _score(assessment.score, lang)]
        for assessment in assessments)])


def _score(score: Score, lang: str) -> str:
    if score.final:
        return wording.spoken(score.low, lang)
    return words.word("interval", lang, low=score.low, high=score.high) if score.open else "—"

"""The experts of a merge and their reasons side by side, as rich text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette

from lowcarbon_desktop.app.merge_said import agreed_said, agreement_said, alpha_said, strictness_said
from lowcarbon_desktop.app.review_merge import Merged
from lowcarbon_desktop.app.review_said import conclusion_said
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.review.merge import agreed, names, strictness
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.markup import escape
from lowcarbon_desktop.ui.merge_columns import Line
from lowcarbon_desktop.wording import spoken


def about(desk: Desk, merged: Merged, palette: QPalette) -> str:
    """How far they agree and how to read it; each expert with status, strictness, interest and conclusion."""
    rows, called, muted = merged.rows, names(merged.voices), theme.ink("muted", palette).name()
    found = agreed(rows)
    head = f"<p style='margin:0 0 2px 0'><b>{escape(desk.say(agreement_said(found)))}</b></p>"
    if found.percent is not None:
        head += f"<p style='margin:0 0 6px 0; color:{muted}'>{escape(desk.say(alpha_said(found)))}</p>"
    people = ""
    for id, each in merged.voices.items():
        words = [desk.say(message(f"verdict-status-{each.status}")), desk.say(strictness_said(strictness(rows, id)))]
        words += [desk.say(one) for one in conclusion_said(each.conclusion)]
        interest = ""
        if each.reviewer.interest:
            said = desk.say(message("merge-interest", name=called[id], interest=each.reviewer.interest))
            ink = theme.ink("cannot_tell", palette).name()
            interest = f"<br><span style='color:{ink}'><b>{escape(said)}</b></span>"
        told = escape(("；" if desk.settings.lang == "zh" else "; ").join(words))
        people += (f"<tr><td style='padding:1px 16px 1px 0'><b>{escape(called[id])}</b></td>"
                   f"<td>{told}{interest}</td></tr>")
    ending = [escape(desk.say(each)) for each in merged.remarks if each.code not in ("merge-interest",)]
    if merged.conclusion is not None:
        meeting = QCoreApplication.translate("Merge", "The meeting")
        ending += [f"<b>{escape(meeting)}</b> {escape(desk.say(each))}" for each in conclusion_said(merged.conclusion)]
    return head + f"<table cellspacing='0'>{people}</table>" + "".join(f"<p style='margin:4px 0 0 0'>{each}</p>"
                                                                         for each in ending)


def reasons(desk: Desk, merged: Merged, line: Line, palette: QPalette) -> str:
    """What the machine found, then the experts in columns: outcome, points, reason, comment; then what was agreed."""
    criterion, finding = merged.assessment.rubric.criterion(line.criterion), merged.assessment.finding(line.criterion)
    machine = desk.say(message("verdict-machine", outcome=desk.word(finding.outcome), reason=finding.message))
    muted = theme.ink("muted", palette).name()
    heads = boxes = ""
    called = names(merged.voices)
    spoke = [id for id, each in merged.voices.items() if line.criterion in each.items]
    for id in spoke:
        item = merged.voices[id].items[line.criterion]
        told = []
        if item.verdict is not None:
            ink = theme.ink(item.verdict.outcome, palette).name()
            told.append(f"<b style='color:{ink}'>{escape(desk.word(item.verdict.outcome))}</b>")
            told.append(escape(item.verdict.reason or "—"))
        if item.points is not None:
            told.append(escape(desk.say(message("verdict-given", points=spoken(item.points, "en"),
                                                most=criterion.points))))
        if item.comment:
            told.append(escape(desk.say(message("verdict-comment", text=item.comment))))
        width = 100 // len(spoke)
        heads += f"<td width='{width}%' style='color:{muted}; padding:2px 12px 2px 0'>{escape(called[id])}</td>"
        boxes += f"<td style='padding:0 12px 4px 0'>{'<br>'.join(told)}</td>"
    agreement = "".join(f"<p style='margin:4px 0 0 0'>{escape(desk.say(each))}</p>" for each in agreed_said(
        merged, line.criterion, desk.settings.lang))
    title = f"{escape(desk.say(criterion.number))}&nbsp; {escape(desk.say(criterion.title))}"
    return (f"<p style='margin:0'><b>{title}</b></p>"
            f"<p style='margin:2px 0 8px 0; color:{muted}'>{escape(machine)}</p>"
            f"<table width='100%' cellspacing='0'><tr>{heads}</tr><tr>{boxes}</tr></table>{agreement}")

"""A reading in full, as the rich text of the mapping step: printed, understood, by which rule, why in doubt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette

from lowcarbon_desktop.app import said
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.cell_words import read_as
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.mapping_model import SHADES
from lowcarbon_desktop.ui.mapping_rows import MappingRow
from lowcarbon_desktop.ui.markup import escape


def page(desk: Desk, sight: Sight, row: MappingRow, palette: QPalette) -> str:
    """The reason first, since it is what the reviewer came for."""
    reading, lang = row.reading, desk.settings.lang
    muted, shade = theme.ink("muted", palette).name(), theme.ink(SHADES.get(row.state, "muted"), palette).name()
    state = escape(desk.say(message(f"mapping-state-{row.state}")))
    place = escape(said.place(reading.where, sight.plan, lang))
    head = (f"<p style='margin:0 0 6px 0'><b style='color:{shade}'>{state}</b>"
            f"<span style='color:{muted}'> &nbsp;·&nbsp; {place}</span> &nbsp;<b>{escape(reading.name)}</b></p>")
    doubt = theme.ink("cannot_tell", palette).name()
    why = "".join(f"<p style='margin:0 0 6px 0; color:{doubt}'>{escape(desk.say(each))}</p>" for each in reading.doubts)
    why += "".join(f"<p style='margin:0 0 6px 0'>{escape(desk.say(each.reason))}</p>" for each in row.proposals)
    if row.state == "unbased":
        why += f"<p style='margin:0 0 6px 0; color:{doubt}'>{escape(desk.say(message('mapping-unbased')))}</p>"
    rows = [(desk.word("printed"), reading.printed), (desk.word("understood"), read_as(desk, reading))]
    if reading.was is not None:
        rows.append((QCoreApplication.translate("Mapping", "In the file"), reading.was))
    if reading.rule is not None:
        rows.append((desk.word("rule"), desk.say(reading.rule)))
    cells = "".join(f"<tr><td style='color:{muted}; padding:2px 16px 2px 0; white-space:nowrap'>{escape(heading)}</td>"
                    f"<td style='padding:2px 0'>{escape(text)}</td></tr>" for heading, text in rows if text)
    return f"{head}{why}<table cellspacing='0' cellpadding='0'>{cells}</table>"


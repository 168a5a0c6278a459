"""The two embedded fonts, made reportlab's own default, and the Chinese rules for line breaks."""

from __future__ import annotations

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.report import chinese_lines

REGULAR = "LowCarbonSansSC-Regular"
BOLD = "LowCarbonSansSC-Bold"


def register() -> None:
    """Make the fonts known once a process; called before platypus is imported, whose defaults are set then."""
    from reportlab import rl_config
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for bold, name in ((0, REGULAR), (1, BOLD)):
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))
        for italic in (0, 1):
            addMapping(REGULAR, bold, italic, name)
    addMapping(BOLD, 0, 0, BOLD)
    rl_config.canvas_basefontname = REGULAR
    chinese_lines.mend()

"""What each open cell of the form accepts, and the hint that it shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.plan import FactKind, Indicator
from lowcarbon_desktop.wording import say

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

_LARGEST = 100_000_000
_YEARS = (2000, 2060)
_PROMPT, _ERROR, _LIST = 255, 225, 255  # what Excel takes


class Checks:
    """Puts checks on cells of one sheet; cells of one check share it."""

    def __init__(self, sheet: Worksheet, lang: str) -> None:
        self._sheet, self._lang = sheet, lang
        self._made: dict[tuple[object, ...], DataValidation] = {}

    def amount(self, cell: str, indicator: Indicator) -> None:
        """A number: a percentage as 17 and not 0.17 (a true share below one can be insisted on), a level, a year."""
        if indicator.unit in ("%", "个百分点"):
            formula = f"OR({cell}=0,AND({cell}>=1,{cell}<=100))"
            self._put(cell, message("form-prompt-percent", unit=indicator.unit), type="custom", formula1=formula,
                      errorStyle="warning", error=message("form-error-percent"))
        elif indicator.unit == "年":
            self._year(cell)
        else:
            self._put(cell, message("form-prompt-level", unit=indicator.unit), type="decimal", operator="between",
                      formula1="0", formula2=str(_LARGEST), error=message("form-error-level", unit=indicator.unit))

    def choice(self, cell: str, choices: Iterable[str], prompt: str) -> None:
        """One of a list. Signs that would end a list entry are not in the choices; too long a list is not checked."""
        listed = ",".join(each.replace(",", "，") for each in choices)
        if len(listed) > _LIST:
            self.text(cell, prompt)
            return
        self._put(cell, message(prompt), type="list", formula1=f'"{listed}"', error=message("form-error-choice"))

    def value(self, cell: str, kind: FactKind) -> None:
        """The value of a fact."""
        if kind.value == "choice":
            self.choice(cell, (text.of(self._lang) for _, text in kind.choices), "form-prompt-choice")
        elif kind.value == "year":
            self._year(cell)
        elif kind.value == "number":
            self._put(cell, message("form-prompt-level", unit=""), type="decimal", operator="greaterThanOrEqual",
                      formula1="0", error=message("form-error-level", unit=""))
        else:
            self.text(cell, "form-prompt-text")

    def text(self, cell: str, prompt: str) -> None:
        """Any text, with a hint."""
        self._put(cell, message(prompt), type=None)

    def day(self, cell: str) -> None:
        """A day of this century."""
        self._put(cell, message("form-prompt-day"), type="date", operator="between", formula1="36526",
                  formula2="73050", error=message("form-error-day"))

    def _year(self, cell: str) -> None:
        self._put(cell, message("form-prompt-year"), type="whole", operator="between", formula1=str(_YEARS[0]),
                  formula2=str(_YEARS[1]), error=message("form-error-year"))

    def _put(self, cell: str, prompt: Message, *, error: Message | None = None, **how: str | None) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        said = say(prompt, self._lang)[:_PROMPT]
        refused = say(error, self._lang)[:_ERROR] if error is not None else None
        key = (said, refused, *how.values())
        if key not in self._made:
            check = DataValidation(allow_blank=True, showInputMessage=True, showErrorMessage=error is not None,
                                   prompt=said, error=refused, **how)
            self._made[key] = check
            self._sheet.add_data_validation(check)
        self._made[key].add(cell)

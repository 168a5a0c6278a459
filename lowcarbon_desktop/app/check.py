"""Check plans against a rubric."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Fact, Plan
from lowcarbon_desktop.rubric import Rubric

DEFAULT_RUBRIC = "second-batch"


def load_rubric(id_or_path: str = DEFAULT_RUBRIC) -> Rubric:
    """A shipped rubric by id, or one from a folder or file. Raises FaultyData with all its faults, UsageError."""
    raise NotImplementedError


def parse_line(typed: str, reference: Reference) -> tuple[str | None, Line]:
    """A line as the user types it: "[REGION:]INDICATOR@[BASE-]TARGET=VALUE" -> (region or None, the line).

    parse_line("co2_per_gdp_cut@2010-2015=18", ...) has base year 2010, target year 2015 and low 18. Raises UsageError.
    """
    raise NotImplementedError


def check(plans: Iterable[Plan], rubric: Rubric, reference: Reference, *, facts: Mapping[str, Fact] | None = None,
          entered: Iterable[Line] = (), peers: Iterable[Plan] = ()) -> tuple[Assessment, ...]:
    """Judge each plan; `facts` are those that the reviewer stated, which stand above those that were read.

    Plans without a date are judged as of the rubric's own. `peers` are plans to look for copies in, beside `plans`.
    """
    raise NotImplementedError

"""What reads and judges, imported when it is first called: a window that shows what was judged before needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lowcarbon_desktop.checks import Assessment
    from lowcarbon_desktop.ingest.grid import Source
    from lowcarbon_desktop.lines import Line
    from lowcarbon_desktop.plan import Plan
    from lowcarbon_desktop.rubric import Rubric


def build_plans(*given: object, **more: object) -> tuple[Plan, ...]:
    """As `open_plan.build_plans`."""
    from lowcarbon_desktop.app.open_plan import build_plans

    return build_plans(*given, **more)


def check(*given: object, **more: object) -> tuple[Assessment, ...]:
    """As `check.check`."""
    from lowcarbon_desktop.app.check import check

    return check(*given, **more)


def load_rubric(*given: object, **more: object) -> Rubric:
    """As `check.load_rubric`."""
    from lowcarbon_desktop.app.check import load_rubric

    return load_rubric(*given, **more)


def parse_line(*given: object, **more: object) -> tuple[str | None, Line]:
    """As `check.parse_line`."""
    from lowcarbon_desktop.app.check import parse_line

    return parse_line(*given, **more)


def read_source(*given: object, **more: object) -> Source:
    """As `open_plan.read_source`."""
    from lowcarbon_desktop.app.open_plan import read_source

    return read_source(*given, **more)

"""Makes resources/reference-tables.json from the example plans: `python -m build_spec.data.make_reference_tables`."""

from __future__ import annotations

import json
from pathlib import Path

from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.plan import Plan


def tables() -> str:
    """The data file's text: one plan a line, in the order of the file names."""
    examples = sorted(path for path in resource("examples").glob("*.xlsx") if path.stem != "comparison")
    plans = [plan for path in examples for plan in open_plan(path, reference())]
    return "[\n" + ",\n".join(json.dumps(as_data(plan), ensure_ascii=False) for plan in plans) + "\n]\n"


def as_data(plan: Plan) -> dict[str, object]:
    """What is kept of a plan."""
    region = plan.region
    return {
        "region": list(region) if region else None,
        "title": next((table.title for table in plan.tables if table.taken), ""),
        "rows": [[reading.name, reading.target_year, reading.printed, reading.indicator] for reading in plan.readings
                 if reading.value is not None],
    }


if __name__ == "__main__":
    Path(resource("reference-tables.json")).write_text(tables(), "utf-8")

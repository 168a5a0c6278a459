"""A plan of which readings and tables are made of their plain data when they are first asked for."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.plan.plan import Plan
from lowcarbon_desktop.plan.reading import Reading
from lowcarbon_desktop.plan.reviving import revived
from lowcarbon_desktop.plan.table import Table

LATE = ("readings", "tables")
"""They are nine parts in ten of a plan of some hundred rows, and its findings are shown without them."""


class LatePlan(Plan):
    """Answers at once what its data tells as it is, and becomes a `Plan` like any other when more is asked.

    Then ValueError is raised for data that `plain` does not make of a plan.
    """

    @property
    def readings(self) -> tuple[Reading, ...]:  # type: ignore[override]
        """All of them, made now."""
        return self._whole().readings

    @property
    def tables(self) -> tuple[Table, ...]:  # type: ignore[override]
        """All of them, made now."""
        return self._whole().tables

    @property
    def tabled(self) -> bool:
        """Whether a table was read."""
        data = self.__dict__.get("late")
        return bool(data["tables"] if data is not None else self.tables)

    @property
    def count(self) -> int:
        """How many readings there are."""
        data = self.__dict__.get("late")
        return len(data["readings"] if data is not None else self.readings)

    @property
    def doubtful(self) -> int:
        """How many readings are in doubt: what has no doubts was written without."""
        data = self.__dict__.get("late")
        return super().doubtful if data is None else sum(bool(each.get("doubts")) for each in data["readings"])

    def reading(self, position: int) -> Reading:
        """One reading, without the others."""
        data = self.__dict__.get("late")
        return super().reading(position) if data is None else revived(Reading, data["readings"][position])

    def __eq__(self, other: object) -> bool:
        return self._whole() == other

    __hash__ = None  # type: ignore[assignment]

    def _whole(self) -> Plan:
        data = self.__dict__.get("late")
        if data is not None:  # else another thread was faster
            made = revived(Plan, {"files": [], "region": None, "as_of": None, "as_of_from": None, **data})
            self.__dict__.update({name: getattr(made, name) for name in LATE})
            object.__setattr__(self, "__class__", Plan)
            self.__dict__.pop("late", None)
        return self


def late(plan: Plan, data: Mapping[str, object]) -> None:
    """Let a plan that was revived without them have these readings and tables. Raises ValueError for no lists."""
    lists = {name: data.get(name, []) for name in LATE}
    if not all(isinstance(each, list) and all(isinstance(one, dict) for one in each) for each in lists.values()):
        raise ValueError("readings")
    plan.__dict__["late"] = lists
    object.__setattr__(plan, "__class__", LatePlan)

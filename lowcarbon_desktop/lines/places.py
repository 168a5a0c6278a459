"""The gazetteer: knows that Xiamen lies in Fujian, and when a name could be two places."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

from lowcarbon_desktop.lines.line import NATION
from lowcarbon_desktop.plan import Region

_LEVELS = {"prefecture": "city"}
COUNTRY = Region(NATION, "中华人民共和国", "nation", NATION, "China")


class Places:
    """Provinces, prefecture-level places and the counties directly under a province, by full and short name."""

    def __init__(self, regions: Iterable[Region], former: Iterable[tuple[str, str]] = ()) -> None:
        self._regions = tuple(regions)
        self._former = dict(former)
        self.mentioned = lru_cache(maxsize=4096)(self._mentioned)

    @classmethod
    def from_csv(cls, places: Iterable[str], former: Iterable[str] = ()) -> Places:
        """Read the text of places.csv and former-names.csv."""
        from csv import DictReader

        rows = list(DictReader(places))
        english = {row["short"]: row["english"] for row in rows if row["level"] in ("province", "municipality", "sar")}
        regions = [Region(row["short"], row["name"], _LEVELS.get(row["level"], row["level"]), row["province"],
                          row["english"], english[row["province"]]) for row in rows]
        return cls(regions, [(row["former"], row["now"]) for row in DictReader(former)])

    @cached_property
    def _by_name(self) -> dict[str, tuple[Region, ...]]:
        found: dict[str, tuple[Region, ...]] = {}
        for region in self._regions:
            for name in {region.name, region.full_name, region.full_name.removesuffix("特别行政区")}:
                found[name] = (*found.get(name, ()), region)
        for former, now in self._former.items():
            if former not in found and now in found:
                found[former] = found[now]
        found[NATION] = (COUNTRY,)
        return found

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """How long the names are that begin with these two signs, the longest first; every row's name is looked at."""
        lengths: dict[str, set[int]] = {}
        for name in self._by_name:
            if len(name) > 1:
                lengths.setdefault(name[:2], set()).add(len(name))
        return {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}

    def find(self, name: str) -> tuple[Region, ...]:
        """Every place that `name` may mean: 厦门 and 厦门市 one, 吉林 two (the province and the city), X none."""
        return self._by_name.get(name.strip(), ())

    def names(self) -> tuple[str, ...]:
        """Every name that `find` knows."""
        return tuple(self._by_name)

    def _mentioned(self, text: str) -> tuple[tuple[str, tuple[Region, ...]], ...]:
        """The place names that stand in `text`, in order, longest first where they overlap, with what each may mean.

        吉林市低碳规划 gives 吉林市 and only the city; 吉林低碳规划 gives 吉林 with both.
        """
        found: list[tuple[str, tuple[Region, ...]]] = []
        position = 0
        while position < len(text):
            name = self.leading(text, position)
            if name:
                found.append((name, self._by_name[name]))
            position += len(name) or 1
        return tuple(found)

    def leading(self, text: str, at: int = 0) -> str:
        """The longest place name that stands at `at`, or ""."""
        for length in self._lengths.get(text[at:at + 2], ()):
            name = text[at:at + length]
            if name in self._by_name:
                return name
        return ""

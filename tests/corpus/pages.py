"""The written expectations: one entry a document, which may exist in several formats.

An entry of a page in `expected/`:

    document   what it is
    files      file or folder -> who wrote it
    traps      what makes it hard, for the table of results
    region     whose plan it is; `applicants` instead holds one entry a region, where a file holds several plans
    whole      true where a whole document was read, so that silence is "absent"; silence is "unknown" otherwise
    values     rows of [place, indicator, base year, target year, value, and where not the applicant's target: kind,
               whose, doubt]. All targets of the document stand here: any other that is read is a wrong pass, unless it
               only repeats one of these. (actual) in brackets need not be read, but
               if so then as this kind; (doubt) may be doubted.
    never      [indicator, base year, target year, value] that must not be read as the applicant's own target
    facts      fact -> [state, value, words of its sentence]; a|b where either would do
    others     the state of all facts that are not named; where this is left out they just must not be stated
    judged     criterion -> outcome, or a list of those that a careful reviewer could accept
    error      the code of the message that a bad file gets (or a list), `says`: words that must stand in it

Places: 指标表!D5 or D5 in a workbook or csv, T1!D5 in the first table of a document, ¶下降18% for a paragraph with
these words; "T1!D5 / 指标表!D8" where the formats differ, "表.xlsx#指标表!D5" for a file of a folder.
Values: 17 %; 25–28 %; ≥40 %; ≤5600 万吨标准煤; >40 %; <45 %; ≈17 %; 17 % 力争 20; null where nothing is stated.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

HERE = Path(__file__).parent
FILES = HERE / "files"
_KINDS = ("target", "actual", "context")


@dataclass(frozen=True)
class Expected:
    """One value that must be read; `kind` is one of target, actual, context, and `optional` lets it be left out."""

    place: str
    indicator: str | None
    base: int | None
    target: int | None
    value: str | None
    kind: str = "target"
    optional: bool = False
    region: str | None = None
    doubt: str = ""

    def __str__(self) -> str:
        said = [self.indicator, f"{self.base}-{self.target}", self.value, self.kind, self.region, self.doubt]
        return " ".join(str(each) for each in said if each)


@dataclass(frozen=True)
class Page:
    """What is expected of one plan."""

    region: str | None = None
    whole: bool | None = None
    values: tuple[Expected, ...] = ()
    never: tuple[tuple, ...] = ()
    facts: dict[str, list] = field(default_factory=dict)
    others: str | None = None
    judged: dict[str, list[str]] = field(default_factory=dict)

    @property
    def words(self) -> list[str]:
        """All words that the page cites from the document."""
        return [*(each.place[1:] for each in self.values if each.place.startswith("¶")),
                *(fact[2] for fact in self.facts.values() if len(fact) > 2)]


@dataclass(frozen=True)
class Case:
    """One file or folder with what is expected of it: plans, or an error."""

    file: str
    by: str
    traps: tuple[str, ...]
    plans: dict[str | None, Page]
    error: tuple[str, ...] = ()
    says: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        return FILES / self.file

    @property
    def format(self) -> str:
        return self.path.suffix[1:] or "folder"


def cases() -> list[Case]:
    """All cases of all pages, in the order of the pages."""
    found = []
    for page in sorted((HERE / "expected").glob("*.yaml")):
        for entry in yaml.safe_load(page.read_text("utf-8")):
            plans = {name: _page(each) for name, each in entry["applicants"].items()} if "applicants" in entry else (
                {None: _page(entry)})
            found += [Case(file, by, tuple(entry["traps"]), plans, _several(entry.get("error", ())),
                           _several(entry.get("says", ()))) for file, by in entry["files"].items()]
    return found


def _several(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _page(entry: dict) -> Page:
    judged = {criterion: list(_several(outcome)) for criterion, outcome in entry.get("judged", {}).items()}
    return Page(entry.get("region"), entry.get("whole"), tuple(_value(row) for row in entry.get("values", ())),
                tuple(tuple(row) for row in entry.get("never", ())), entry.get("facts", {}), entry.get("others"),
                judged)


def _value(row: list) -> Expected:
    kind, optional, region, doubt = "target", False, None, ""
    for word in row[5:]:
        bare = word.strip("()")
        if bare in _KINDS:
            kind, optional = bare, word != bare
        elif bare == "doubt":
            doubt = word
        else:
            region = word
    value = None if row[4] is None else str(row[4])
    return Expected(row[0], row[1], row[2], row[3], value, kind, optional, region, doubt)

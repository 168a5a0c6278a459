"""Holds the values that were read against those that are written down, each at its place."""

from __future__ import annotations

from collections.abc import Iterable

from tests.corpus.amounts import same
from tests.corpus.pages import Expected, Page
from tests.corpus.places import at
from tests.corpus.result import Result


def hold(page: Page, readings: list[dict], result: Result) -> None:
    """Count each expected value, and whatever is read as an undoubted target without being one."""
    for each in page.values:
        _value(each, readings, result)
    refuse(page, readings, result)


def refuse(page: Page, readings: Iterable[dict], result: Result) -> None:
    """Whatever is read as an undoubted target of the applicant must be one, and be the same as printed."""
    allowed = [each for each in page.values if each.kind == "target" and each.region is None and each.value is not None]
    sure = [each for each in allowed if each.doubt != "doubt"]
    for reading in filter(_own_target, readings):
        banned = any(_means(each, reading) for each in page.never)
        if not banned and any(_means((each.indicator, base, year, each.value), reading)
                              for each in sure for base in (each.base, None) for year in (each.target, None)):
            continue  # where a year was not found the value is missed, but never judged as another year's
        if not banned and any(_means((each.indicator, reading["base_year"], each.target, each.value), reading)
                              for each in allowed):
            result.wrong_bases += 1
            result.misses.append(("wrong base year", place(reading["where"]), shown(reading)))
        else:
            result.wrong_pass("wrong target", place(reading["where"]), shown(reading))


def _value(expected: Expected, readings: list[dict], result: Result) -> None:
    there = [each for each in readings if at(result.case.path, expected.place, each["where"], each["printed"])]
    same_id = [each for each in there if each["id"] == expected.indicator]
    if expected.optional and not same_id:
        return
    right = any(_is(expected, each) for each in there)
    like = [each for each in same_id if each["target_year"] == expected.target] or same_id or there
    about = shown(like[0]) if like else "nothing read there"
    elsewhere = next((each for each in readings if _is(expected, each)), None)
    if elsewhere is not None:
        about = f"read at {place(elsewhere['where'])}"
    result.count(result.values, right, "value", expected.place, f"{expected} | {about}")


def _is(expected: Expected, reading: dict) -> bool:
    if expected.doubt == "doubt":
        return expected.indicator == reading["id"] and (reading["doubt"] is not None or reading["kind"] != "target")
    if reading["doubt"] is not None:
        return bool(expected.doubt) and expected.indicator == reading["id"]
    ours = (expected.indicator, expected.base, expected.target, expected.kind, expected.region)
    theirs = tuple(reading[key] for key in ("id", "base_year", "target_year", "kind", "region"))
    return ours == theirs and same(expected.value, reading["value"], reading["unit"])


def _own_target(reading: dict) -> bool:
    """Whether a reading would be judged as the applicant's own, undoubted target."""
    own = reading["kind"] == "target" and reading["region"] is None and reading["origin"] == "read"
    return own and reading["doubt"] is None and reading["id"] is not None and reading["value"] is not None


def _means(wanted: tuple, reading: dict) -> bool:
    return wanted[:3] == (reading["id"], reading["base_year"], reading["target_year"]) and same(
        str(wanted[3]), reading["value"], reading["unit"])


def place(where: dict) -> str:
    """A place as a person would say it."""
    said = [where["file"], where.get("page") and f"p.{where['page']}", where.get("sheet"), where.get("cell"),
            where.get("paragraph") and f"¶{where['paragraph']}"]
    return " ".join(str(each) for each in said if each)


def shown(reading: dict) -> str:
    """A reading in one line."""
    value = reading["value"] and {key: value for key, value in reading["value"].items() if value is not None}
    said = [reading["id"], f"{reading['base_year']}-{reading['target_year']}", value, reading["unit"],
            reading["kind"], reading["region"], f"«{reading['printed']}»", reading["doubt"]]
    return " ".join(str(each) for each in said if each is not None)

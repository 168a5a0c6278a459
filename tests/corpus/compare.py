"""Holds what was read from one file against what is written down: plans, facts, judgements, errors."""

from __future__ import annotations

from pathlib import Path

from tests.corpus.pages import Case, Page
from tests.corpus.places import says, squeezed
from tests.corpus.readings import hold, refuse
from tests.corpus.result import Result

# Whether a plan that lies before the reader states itself, or a row of the table is a cap, is a matter of taste.
FREE = {"pilot_plan"}
CAPS = {"energy_total": "energy_cap", "co2_total": "total_emission_cap", "co2_per_head": "per_head_emission_target"}


def compare(case: Case, answer: dict) -> Result:
    """`answer` is {"plans": [{"plan", "findings"}]} or {"error": code, "message": text}."""
    result = Result(case)
    if case.error or "error" in answer:
        _error(case, answer, result)
        return result
    for region, page in case.plans.items():
        found = [each for each in answer["plans"] if region is None or each["plan"]["region"] == region]
        if len(found) == 1:
            _plan(page, found[0], result)
        else:
            _not_read(page, result)
            result.count(result.values, False, "plan", str(region or page.region),
                         f"read as {[each['plan']['region'] for each in answer['plans']]}")
    return result


def _error(case: Case, answer: dict, result: Result) -> None:
    code, words = answer.get("error", "read"), answer.get("message", "")
    right = code in case.error and all(each in words for each in case.says)
    result.count(result.values, right, "error", "/".join(case.error), f"{code} {words}")
    for plan in answer.get("plans", ()):
        refuse(Page(), plan["plan"]["indicators"], result)
    if not case.error:
        for page in case.plans.values():
            _not_read(page, result)


def _not_read(page: Page, result: Result) -> None:
    result.values[1] += sum(not each.optional for each in page.values)
    result.facts[1] += len(page.facts)
    result.judged[1] += len(page.judged)


def _plan(page: Page, answer: dict, result: Result) -> None:
    plan = answer["plan"]
    if page.region is not None:
        result.count(result.values, plan["region"] == page.region, "region", page.region, f"{plan['region']}")
    if page.whole is not None:
        result.count(result.facts, plan["whole"] == page.whole, "whole", str(page.whole), f"{plan['whole']}")
    hold(page, plan["indicators"], result)
    _facts(page, plan["facts"], result)
    outcomes = {each["criterion"]: each["outcome"] for each in answer["findings"]}
    for criterion, accepted in page.judged.items():
        found = outcomes[criterion]
        result.count(result.judged, found in accepted, "judged", criterion, f"{found}, not {'/'.join(accepted)}")
        if found == "pass" and "pass" not in accepted:
            result.wrong_pass("wrong pass", criterion, "")


def _facts(page: Page, facts: dict[str, dict], result: Result) -> None:
    free = FREE | {CAPS[each.indicator] for each in page.values if each.indicator in CAPS}
    for id, fact in facts.items():
        said = [f"{each['text'][:40]} (p.{each.get('page')} ¶{each.get('paragraph')})" for each in fact["evidence"]]
        about = f"{fact['state']} {fact['value'] or ''} {'; '.join(said)}"
        if id in page.facts:
            _fact(result, id, page.facts[id], fact, about)
        elif id not in free:
            if page.others is not None:
                result.count(result.facts, fact["state"] == page.others, "fact", id, f"{page.others} | {about}")
            if fact["state"] == "stated":
                result.wrong_pass("wrong fact", id, about)


def _fact(result: Result, id: str, expected: list, fact: dict, about: str) -> None:
    states, value, words = [*expected, None, None][:3]
    right = fact["state"] in states.split("|") and (fact["state"] != "stated" or _agrees(value, fact["value"]))
    if right and words:
        right = any(squeezed(words) in squeezed(each["text"]) and says(_file(result.case.path, each), each, words)
                    for each in fact["evidence"])
    result.count(result.facts, right, "fact", id, f"{states} {value or ''} {words or ''} | {about}")
    if fact["state"] == "stated" and not ("stated" in states.split("|") and _agrees(value, fact["value"])):
        result.wrong_pass("wrong fact", id, about)


def _file(path: Path, evidence: dict) -> Path:
    return path / evidence["file"] if path.is_dir() else path


def _agrees(wanted: object, value: object) -> bool:
    """Whether a fact's value is the one wanted; of a text only the words that matter are written down."""
    if wanted is None or wanted == value:
        return True
    return isinstance(wanted, str) and value is not None and any(
        squeezed(each) in squeezed(str(value)) for each in wanted.split("|"))

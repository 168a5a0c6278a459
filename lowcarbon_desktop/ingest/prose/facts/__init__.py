"""Facts of organisation and documents that prose states: one small reader for each family, all in the table below."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace

from lowcarbon_desktop.ingest.prose.facts.actor import Actors
from lowcarbon_desktop.ingest.prose.facts.clauses import Text
from lowcarbon_desktop.ingest.prose.facts.data import ghg_inventory, statistics_system
from lowcarbon_desktop.ingest.prose.facts.documents import (
    climate_in_five_year_plan,
    climate_programme,
    emission_control_plan,
    low_carbon_plan,
)
from lowcarbon_desktop.ingest.prose.facts.duties import responsibility_assessment, target_decomposition
from lowcarbon_desktop.ingest.prose.facts.heads import leading_group_head
from lowcarbon_desktop.ingest.prose.facts.leading import leading_group
from lowcarbon_desktop.ingest.prose.facts.money import dedicated_fund
from lowcarbon_desktop.ingest.prose.facts.offices import joint_meeting, leading_group_office
from lowcarbon_desktop.ingest.prose.facts.pilot import pilot_plan
from lowcarbon_desktop.ingest.prose.facts.saying import Saying, fact_of
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.lines import Places
from lowcarbon_desktop.plan import Fact, Region

FACTS: Mapping[str, Callable[[Text], Iterable[Saying]]] = {
    "leading_group": leading_group,
    "leading_group_head": leading_group_head,
    "leading_group_office": leading_group_office,
    "joint_meeting": joint_meeting,
    "dedicated_fund": dedicated_fund,
    "ghg_inventory": ghg_inventory,
    "statistics_system": statistics_system,
    "target_decomposition": target_decomposition,
    "responsibility_assessment": responsibility_assessment,
    "low_carbon_plan": low_carbon_plan,
    "climate_in_five_year_plan": climate_in_five_year_plan,
    "climate_programme": climate_programme,
    "emission_control_plan": emission_control_plan,
    "pilot_plan": pilot_plan,
}


def facts_said(sentences: Sequence[Sentence], applicant: Region | None, places: Places,
               past: int, strays: Container[int]) -> dict[str, Fact]:
    """The facts of which the sentences say something, by id; one that is nowhere spoken of is left out.

    `past` is the last year that was over when the application was written; the sentences at the positions of `strays`
    may speak of another place.
    """
    text = Text(sentences, Actors(applicant, places), past, strays)
    read = {id: fact_of(id, tuple(said(text))) for id, said in FACTS.items()}
    found = {id: fact for id, fact in read.items() if fact is not None}
    if (group := found.get("leading_group")) is not None and group.state in ("absent", "conflict"):
        for id in ("leading_group_head", "leading_group_office"):  # of a group that may be no more
            if (fact := found.get(id)) is not None and fact.state == "stated":
                found[id] = replace(fact, state="unknown", value=None)
    if group is not None and group.state == "in_preparation":  # 拟成立领导小组。……办公室设在市发展改革委
        for id in ("leading_group_head", "leading_group_office"):
            if (fact := found.get(id)) is not None and fact.state == "stated":
                found[id] = replace(fact, state="in_preparation")
    return found

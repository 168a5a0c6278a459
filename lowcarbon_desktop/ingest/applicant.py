"""Whose plan it is: what the user says, else what the draft says, else its file name; asked where it is open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.ingest.about import About, below, region_of
from lowcarbon_desktop.ingest.signatures import opening_lines, signatures, where_it_lies
from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.plan import Passage, Reading, Region
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.wording.meant import meant

_COUNTY = (r"((?!(?:[全本我该各某]|所在)?[市县区旗])"
           r"(?:(?!低碳|城|园|开发|新|高新|试点|示范|[的各某和与及])[\u4e00-\u9fa5]){1,7}(?:自治[县旗]|[市县区旗]))")
_OF_A_PLAN = r"(?=$|\d{4}年|低碳|国家|申报|试点|实施|“?十[二三]五|应对|控制|绿色|节能)"
_PLAN = "方案|规划|纲要|计划|申[报请]|报告|材料|意见"  # a document of these names says whose it is


class Applicant(NamedTuple):
    """The applicant, or None where it is open, with what the user should know about it.

    `part` is the district of which the draft is where it names only that; `parts` are those that a table's title names
    in a draft of the whole place.
    """

    region: Region | None
    remarks: tuple[Message, ...] = ()
    part: str = ""
    parts: tuple[str, ...] = ()

    def elsewhere(self, title: str, places: Places) -> str | None:
        """The name of another place whose table this is by its title; None where it is the applicant's own."""
        if (part := below(squeezed(title), places)) in self.parts:
            return part
        named = region_of(squeezed(title), places)
        if not named or self.region is None or self.region in named:
            return None
        if any(region.province == self.region.name or self.region.province == region.name for region in named):
            return None if any(self.region.province == region.name for region in named) else named[0].name
        return named[0].name


def named_by_user(name: str, places: Places) -> Region:
    """The place that the user names. Raises UsageError where there is none, or more than one."""
    county = _county(squeezed(name), places)
    found = (county,) if county is not None else places.find(name) or region_of(squeezed(name), places)
    if not found:
        raise UsageError(message("region-unknown", region=name, meant=meant(name, places.names())))
    if len(found) > 1:
        raise UsageError(message("region-ambiguous-option", region=name,
                                 choices=tuple(region.full_name for region in found)))
    return found[0]


def _county(name: str, places: Places) -> Region | None:
    """The county or county-level city that a full name with its province means, 福建省泉州市晋江市; else None.

    No gazetteer of ours lists them; the lines that bind it are its province's and the nation's.
    """
    if not below(name, places):
        return None
    held, within = name, ""
    while lead := places.leading(held):
        held, within = held.removeprefix(lead), lead
    outer = places.find(within)
    if re.fullmatch(_COUNTY, held) is None or len({each.province for each in outer}) != 1:
        return None
    province = next(each for each in places.find(outer[0].province) if each.province == each.name)
    full = province.full_name + held  # by which it is found again
    return Region(full, full, "county", province.name, full, province.english)


def _alone(texts: Sequence[str], places: Places) -> str:
    """The county that a label, or a title's beginning, names without the place that it lies in: 晋江市低碳试点方案."""
    found = (re.match(_COUNTY + _OF_A_PLAN, text) for text in texts)
    return next((each[1] for each in found if each is not None and not places.mentioned(each[1])), "")


def applicant_of(abouts: Sequence[About], covers: Sequence[str], titles: Sequence[str], sheets: Sequence[str],
                 files: Sequence[str], region: str | None, places: Places,
                 several: Sequence[Region] = (), passages: Sequence[Passage] = ()) -> Applicant:
    """Whose plan it is: what the user says, labels, a document's own title, tables' titles, sheets, file names.

    Where none of them tells, the passages do by who signs them and of what they say where it lies.

    It is open where the files leave `several` and no label, or more than one, tells.
    """
    province = next((about.province for about in abouts if about.province), "")
    if region is not None:
        return _checked(named_by_user(region, places), province, places)
    labels = [about.region for about in abouts if about.region]
    if several and len(set(labels)) != 1:
        choices = tuple(each.full_name for each in several)
        return Applicant(None, (message("region-ambiguous", choices=choices),), "、".join(choices))
    covers, titles = list(map(squeezed, covers)), list(map(squeezed, titles))
    names = [squeezed(name.rsplit(".", 1)[0]) for name in files]
    sheets = [squeezed(sheet) for sheet in sheets]

    def told() -> Iterator[Sequence[str]]:
        yield from (labels, covers)
        yield opening_lines(passages, places)  # read only where no label tells
        yield from (titles, sheets, names)

    for texts in told():
        districts = tuple(found for text in texts if (found := below(text, places)))
        read = [_read(text, places, province, texts is labels) for text in texts]
        if districts and (texts is not titles or len(set(filter(None, read))) != 1):
            return Applicant(None, (message("region-below", printed=districts[0],
                                            region=places.leading(districts[0])),), districts[0])
        found = _agreed(read)
        further = titles if texts is covers else names if texts is titles else ()
        named = [*read, *(_read(text, places, province, False) for text in further)]
        loose = texts is titles or (texts is covers and not any(re.search(_PLAN, cover) for cover in covers))
        if texts is covers and not loose and len(found) == 1 and len(inner := _inside(found[0], read)) == 1:
            found = inner  # 山东省低碳试点城市申报材料, and below it 淄博市低碳城市试点实施方案
        if loose and len(found) == 1 and (inner := _inside(found[0], named)):
            several = (found[0], *inner)
            later = ({each for text in texts for each in _read(text, places, province, False)} & set(several)
                     for texts in (names, sheets))
            found = tuple(next((each for each in later if len(each) == 1), several))
        if len(found) == 1:
            return _checked(found[0], province, places)._replace(parts=districts)
        if found:
            narrower = _by_level(found, [*labels, *covers, *titles, *sheets, *names], places, province)
            if narrower is not None:
                return _checked(narrower, province, places)
            choices = tuple(each.full_name for each in found)
            whose = "、".join(choices) if len({each.level for each in found}) > 1 and loose else ""
            return Applicant(None, (message("region-ambiguous", choices=choices),), whose)
    if county := _alone([*labels, *covers, *titles], places):
        return Applicant(None, (message("region-county", printed=county),), county)
    for told in (signatures(passages, places), where_it_lies(passages, places)):
        found = tuple(dict.fromkeys(region for text in told for region in region_of(text, places, province)))
        if len(found) == 1:
            return _checked(found[0], province, places)
    return Applicant(None, (message("region-missing"),))


def _read(text: str, places: Places, province: str, whole: bool) -> tuple[Region, ...]:
    if whole and places.find(text):
        return region_of(text, places, province) or places.find(text)
    return region_of(text, places, province)


def _agreed(readings: Sequence[tuple[Region, ...]]) -> tuple[Region, ...]:
    """What all texts that name a place may mean together: the first table's place, where others name theirs."""
    found = [each for each in readings if each]
    if not found:
        return ()
    return tuple(region for region in found[0] if all(region in other for other in found)) or found[0]


def _inside(outer: Region, readings: Sequence[tuple[Region, ...]]) -> tuple[Region, ...]:
    """The cities of a province that other tables name: behind 四川省目标 and 自贡市目标 either may stand."""
    return tuple(dict.fromkeys(each[0] for each in readings if len(each) == 1 and outer.level == "province"
                               and each[0] != outer and each[0].province == outer.name))


def of_part(readings: Sequence[Reading], part: str) -> tuple[Reading, ...]:
    """The readings of a draft of a district alone, none of which is a city's: what it says is held against no line."""
    said = message("doubt-whose", words=part)
    return tuple(replace(each, doubts=(*each.doubts, said)) if each.kind == "target" and each.region is None else each
                 for each in readings)


def _by_level(found: Sequence[Region], texts: Sequence[str], places: Places, province: str) -> Region | None:
    """Of several that a short name may mean, the one whose full name stands somewhere in the draft."""
    named = [region for region in found if any(region.full_name in text for text in texts)]
    return named[0] if len(named) == 1 else None


def _checked(region: Region, province: str, places: Places) -> Applicant:
    stated = {each.province for each in places.find(province)} - {NATION} if province else set()
    if stated and region.province not in stated:
        return Applicant(region, (message("province-disagrees", region=region.full_name, province=province,
                                          known=region.province),))
    return Applicant(region)

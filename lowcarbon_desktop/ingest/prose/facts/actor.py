"""Who acts: whether what is set up, written or paid is the applicant's own or somebody else's."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.plan import Region

_BESIDE = re.compile(r"(?:[\d一二三四五六七八九十]个|在|到|至|给|对|报|报请|报送|报经|向|经|获|获得|得到|被|按|按照"
                     r"|根据|依据|贯彻|落实|对照"
                     r"|与|和|同|被列为|列为|列入|成为|入选|作为|争创|创建|纳入|为|对接|承接|接受|参照)$")
_WHOSE_WORDS = re.compile(r"[^,的]{0,10}(?:下达|要求|规定|确定|提出|颁布|出台|印发|制定|分配|发布)(?:给"
                          r"|到)?(?:我[市省区州县盟])?的")
_NATION = (r"国务院|中央(?!商务|空调|公园)|我国|全国(?!首|第一|率先|领先|前列|范围)(?=[^,]{0,6}(?:应对|成立|建立"
           r"|设立|编制|已|将|统一|低碳|温室))|国际|联合国"
           r"|国家(?=发展?改革?委|发展和改革|应对|层面|有关|财政|节能|温室|气候|要求|提出|已|将|设立|编制|建立|成立"
           r"|统计|制定|出台|印发|下达|控制"
           r"|专项|低碳(?!试点|城市|省|示范|工业|生态)|\"?“?十二五|和省|、省|级?清单|统一)|中国(?=应对|温室|低碳)")
_PROVINCE = (r"[全我本]省|省(?=委|政府|人民政府|发|级|财政|里|厅|直|应对|低碳|节能|控制|温室|\"?“?十二五|领导|有关"
             r"|统计|部|联席|专项|清单|统一|环保|经信|考核|目标)"
             r"|自治区(?=党委|政府|人民政府|发|级|财政|应对|低碳|节能|领导|统计|控制|温室|联席|专项)")
_CITY = (r"[全我本]市|市(?=委|政府|人民政府|发|级|财政|直|应对|低碳|节能|控制|领导|有关|统计|部门|\"?“?十二五|联席"
         r"|环保|本级|专项|长(?!任|担任|为|兼|[、,]|挂帅)|里|温室|两级)"
         r"|[全我本][州盟]|州(?=委|政府|人民政府|财政|级|发)|盟(?=委|行署|财政|发)|行署|地委|地区行署|本地区|我地区"
         r"|本级|党委、?政府")
_LOWER = (r"(?:其[他它]|多数|不少|许多|部分|有些|一些|兄弟|发达|周边|第[一二]批)[^,;的]{0,6}(?:省市|城市|地区|省区"
          r"|省份|试点)"
          r"|试点(?:城市|地区|省市)(?=大都|大多|均|都|普遍|纷纷|要|应)|"
          r"各(?:试点|县|区|市|旗|州|盟|镇|乡|街道|地|级|部门|单位|有关|行业|企业|省|成员单位|设区|相关)|(?:市|县"
          r"|区)\(|县级(?!市)|区县|县区|下辖"
          r"|(?<![各全该本我自地社市园郊山林库灾景矿辖特治务发])(?:(?![入各与和到给向由对将把在为被等的])[\u4e00-\u9fff]){1,4}?(?:(?<![地社市园城山景治域])[区县旗])"
          r"(?=(?:委|人民)?(?:、区)?政府|已|也|率先|成立|设立|建立|编制|制定|印发|正|财政|安排|将|应对|低碳|出台"
          r"|分别|等|先后|20\d\d年)"
          r"|(?:^|(?<=[,;:。]))(?![全我本各该省地]|低碳|试点|示范|由|在|对|为|以|将|到|向|与)[\u4e00-\u9fff]{2,3}市"
          r"(?=(?:委|人民|市)?(?:、?市?政府)?(?:于|已|也|率先|成立|设立|建立|编制|制定|印发|财政(?!局)|安排|将|出台|先后|组建|签订))"
          r"|(?:\d+%|多数|大部分|一半|\d+个|[二两三四五六七八九十]+个)(?:以上)?的?[县区市旗](?=[均都已也]|成立|设立|建立|编制|制定|出台)"
          r"|(?:企业|公司|集团|园区|开发区|高新区|学校|高校|协会|社区|乡镇|街道|研究院|银行"
          r"|医院)(?=[^,;]{0,8}(?:成立|设立|建立|编制|制定|出台|印发|安排|开展|要|应|自|签|已|也|将))")
_OWN_PROVINCE = "[全我本]省|[全我]区|自治区|省"


@cache
def _words(kind: str) -> re.Pattern[str]:
    return re.compile({"nation": _NATION, "province": _PROVINCE, "city": _CITY, "lower": _LOWER,
                       "own province": _OWN_PROVINCE}[kind])


class Actors:
    """Tells who acts in the clauses of one application; `applicant` is None where nobody knows whose plan it is."""

    def __init__(self, applicant: Region | None, places: Places) -> None:
        self._applicant, self._places = applicant, places
        self.level = applicant.level if applicant is not None else ""
        self.named = lru_cache(maxsize=4096)(self._named)

    def foreign(self, text: str, end: int, default: bool = False) -> bool:
        """Whether the last actor that `text` names before `end` is not the applicant; `default` where it names none."""
        last = self.named(text, end)
        return default if last is None else not last

    def names(self, text: str) -> tuple[str, ...]:
        """The place names that stand in a text, the longest first."""
        return tuple(sorted((name for name, _ in self._places.mentioned(text)), key=len, reverse=True))

    def _named(self, text: str, end: int | None = None) -> bool | None:
        """Whether the last actor named in a text (before `end`) is the applicant itself; None where it names none."""
        named = self._by_names(text)
        worded = [mark for mark in self._by_words(text) if not any(at <= mark[0] < to for at, to, _ in named)]
        kept = [mark for mark in (*named, *worded)
                if (end is None or mark[0] < end) and not _BESIDE.search(text[:mark[0]])
                and not _WHOSE_WORDS.match(text, mark[0])]
        return max(kept)[2] if kept else None

    def _by_words(self, text: str) -> list[tuple[int, int, bool]]:
        found = [(each.start(), each.end(), False) for each in _words("nation").finditer(text)]
        lower = [each.span() for each in _words("lower").finditer(text)]
        found += [(*span, False) for span in lower]
        provincial = self.level in ("province", "municipality")
        found += [(each.start(), each.end(), self.level in ("province", "")) for each in
                  _words("province").finditer(text)]
        found += [(each.start(), each.end(), self.level != "province") for each in _words("city").finditer(text)
                  if not any(begin < each.start() < end for begin, end in lower)]  # 义乌市财政 is not 市财政
        if provincial or not self.level:
            found += [(each.start(), each.end(), True) for each in re.finditer(r"[全我]区", text)]
        return found

    def _by_names(self, text: str) -> list[tuple[int, int, bool]]:
        found, at = [], 0
        for name, regions in self._places.mentioned(text):
            at = text.index(name, at)
            if name != NATION:
                own = self._applicant is None or self._applicant in regions
                below = re.match(r"(?:(?!市|省|低碳|应对|成立|设立|建立|编制|社|园|地|山|城|景"
                                 r"|辖)[\u4e00-\u9fff]){1,3}[区县旗]",
                                 text[at + len(name):])
                found.append((at, at + len(name), own and not below))
            at += len(name)
        return found

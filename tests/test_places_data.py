"""The gazetteer has the places that plans are made for, under the right provinces."""

import csv
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "resources" / "places"

FIRST_PILOTS = "广东 辽宁 湖北 陕西 云南 天津 重庆 深圳 厦门 杭州 南昌 贵阳 保定"
SECOND_PILOTS = (
    "北京 上海 海南 石家庄 秦皇岛 晋城 呼伦贝尔 吉林 大兴安岭 苏州 淮安 镇江 宁波 温州 池州 南平 景德镇 赣州 青岛 "
    "济源 武汉 广州 桂林 广元 遵义 昆明 延安 金昌 乌鲁木齐"
)
ENGLISH = (
    "福建省:Fujian 陕西省:Shaanxi 山西省:Shanxi 厦门市:Xiamen 六安市:Lu'an 重庆市:Chongqing 长沙市:Changsha "
    "长治市:Changzhi 乌鲁木齐市:Urumqi 呼和浩特市:Hohhot 拉萨市:Lhasa 哈尔滨市:Harbin 呼伦贝尔市:Hulunbuir "
    "鄂尔多斯市:Ordos 吉林市:Jilin 蚌埠市:Bengbu 亳州市:Bozhou 台州市:Taizhou 丽水市:Lishui 儋州市:Danzhou "
    "朝阳市:Chaoyang 漯河市:Luohe 大理白族自治州:Dali 西双版纳傣族自治州:Xishuangbanna 延边朝鲜族自治州:Yanbian "
    "济源市:Jiyuan 西安市:Xi'an 大兴安岭地区:Daxing'anling 普洱市:Pu'er"
)


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


PLACES = rows("places.csv")


def found(short):
    return [(place["level"], place["province"]) for place in PLACES if place["short"] == short]


def test_every_level_is_complete():
    levels = Counter(place["level"] for place in PLACES)
    assert levels == {"province": 28, "municipality": 4, "sar": 2, "prefecture": 334, "county": 32}


def test_codes_and_full_names_are_unique_and_in_order():
    codes = [place["code"] for place in PLACES]
    assert codes == sorted(set(codes))
    assert all(len(code) == 6 and code.isdigit() for code in codes)
    assert len({place["name"] for place in PLACES}) == len(PLACES)


def test_no_field_is_empty_and_every_province_is_a_provincial_unit():
    units = {place["code"][:2]: place["short"] for place in PLACES if place["code"].endswith("0000")}
    assert len(units) == 34
    for place in PLACES:
        assert all(text and text == text.strip() for text in place.values()), place
        assert place["province"] == units[place["code"][:2]]
        assert place["name"].startswith(place["short"])


@pytest.mark.parametrize(
    ("short", "where"),
    [
        ("厦门", ("prefecture", "福建")),
        ("深圳", ("prefecture", "广东")),
        ("延边", ("prefecture", "吉林")),
        ("大兴安岭", ("prefecture", "黑龙江")),
        ("内蒙古", ("province", "内蒙古")),
        ("天津", ("municipality", "天津")),
        ("香港", ("sar", "香港")),
        ("济源", ("county", "河南")),
        ("仙桃", ("county", "湖北")),
        ("石河子", ("county", "新疆")),
        ("神农架", ("county", "湖北")),
    ],
)
def test_a_place_is_found_under_its_province(short, where):
    assert found(short) == [where]


def test_only_jilin_and_hainan_are_ambiguous():
    assert found("吉林") == [("province", "吉林"), ("prefecture", "吉林")]
    assert found("海南") == [("province", "海南"), ("prefecture", "青海")]
    assert {short for short, times in Counter(place["short"] for place in PLACES).items() if times > 1} == {
        "吉林",
        "海南",
    }


@pytest.mark.parametrize("short", f"{FIRST_PILOTS} {SECOND_PILOTS}".split())
def test_every_pilot_of_the_first_two_batches_is_there(short):
    assert found(short)


@pytest.mark.parametrize(("name", "english"), [pair.split(":") for pair in ENGLISH.split()])
def test_english_names(name, english):
    assert [place["english"] for place in PLACES if place["name"] == name] == [english]


def test_former_names_lead_to_places_of_today():
    former = rows("former-names.csv")
    today = {place["short"] for place in PLACES if place["level"] == "prefecture"}
    names = {text for place in PLACES for text in (place["name"], place["short"])}
    assert len({row["former"] for row in former}) == len(former)
    for row in former:
        assert set(row) == {"former", "now", "note"}
        assert row["note"]
        assert row["now"] in today
        assert row["former"] not in names

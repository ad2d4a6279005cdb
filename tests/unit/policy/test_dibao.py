"""Sections D and E: what is not counted, entry, class, sum, review."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk_app.errors import UserError
from clerk_app.policy.evaluator import assess
from clerk_app.policy.loader import load_pack
from clerk_app.policy.model import Case, HouseholdFacts, PersonFacts
from tests.unit.policy.builders import OLD, Json, a_person, ask

DAY = "2018-06-30"
PARTS = {
    "pension_base_central": "1056.00",
    "pension_base_local": "48.00",
    "pension_account": "304.32",
    "exempt_transfer": "120.00",
}
ALL = tuple(PARTS)
CENTRAL = ("pension_base_central",)
BOTH = ("pension_base_central", "pension_base_local")
PENSION = (*BOTH, "pension_account")


def household(*income: tuple[str, str], **more: Any) -> Json:
    return {
        "assess_dibao": True,
        "property_within_limits": True,
        "income": [{"kind": kind, "annual": annual} for kind, annual in income],
        **more,
    }


def dibao_of(pack: str, on: str, *persons: Json, standard: str = "300.00", facts: Json, **local: object) -> Json:
    return ask(pack, on, *persons, household=facts, local={"dibao_standard": standard, **local}).dibao


@pytest.mark.parametrize(
    ("pack", "on", "kinds"),
    [
        ("huizhou", "2015-12-31", ()),
        ("huizhou", "2016-01-01", PENSION),
        ("huizhou", "2020-12-31", PENSION),
        ("huizhou", "2021-01-01", ()),
        ("shandong", "2015-12-31", ()),
        ("shandong", "2016-01-01", CENTRAL),
        ("shandong", "2020-12-31", CENTRAL),
        ("shandong", "2021-06-30", ()),
        ("hebei", "2016-01-01", BOTH),
        ("hebei", "2020-12-31", BOTH),
        ("hebei", "2021-01-01", ()),
        ("hunan", "2016-01-01", BOTH),
        ("hunan", "2020-12-31", BOTH),
        ("hunan", "2015-12-31", ()),
        ("yaoan", "2018-06-30", ()),
        *((pack, "2021-07-01", CENTRAL) for pack in ("huizhou", "shandong", "hebei", "yaoan", "hunan")),
        *((pack, "2025-12-31", CENTRAL) for pack in ("huizhou", "shandong", "hebei", "yaoan", "hunan")),
        *((pack, "2026-01-01", ()) for pack in ("huizhou", "shandong", "hebei", "yaoan", "hunan")),
    ],
)
def test_disregard_when_each_period_begins_and_ends(pack: str, on: str, kinds: tuple[str, ...]) -> None:
    for kind, annual in PARTS.items():
        outcome = dibao_of(pack, on, facts=household((kind, annual)))
        left_out = kind in kinds or kind == "exempt_transfer"
        assert outcome["disregarded"] == (annual if left_out else "0.00"), kind


@pytest.mark.parametrize(
    ("pack", "a_head"),
    [("huizhou", "0.00"), ("shandong", "29.36"), ("hebei", "25.36"), ("hunan", "25.36"), ("yaoan", "117.36")],
)
def test_disregard_when_all_parts_stand_together(pack: str, a_head: str) -> None:
    outcome = dibao_of(pack, DAY, facts=household(*PARTS.items()))
    assert outcome["countable_income_per_head"] == a_head


@pytest.mark.parametrize("kind", ["wage", "business", "property", "transfer", "other"])
def test_income_when_of_another_kind_always_counts(kind: str) -> None:
    assert dibao_of("huizhou", DAY, facts=household((kind, "1200.00")))["countable_income_per_head"] == "100.00"


@pytest.mark.parametrize(
    ("annual", "eligible", "shown"),
    [
        ("3600.00", False, "300.00"),
        ("3599.99", True, "300.00"),
        ("3600.01", False, "300.00"),
        ("0.00", True, "0.00"),
        ("99999999.99", False, "8333333.33"),
    ],
)
def test_entry_when_income_meets_the_standard_is_decided_unrounded(annual: str, eligible: bool, shown: str) -> None:
    outcome = dibao_of("yaoan", DAY, facts=household(("wage", annual)))
    assert (outcome["eligible"], outcome["countable_income_per_head"]) == (eligible, shown)


def test_entry_when_property_is_over_the_limits_is_refused() -> None:
    outcome = dibao_of("yaoan", DAY, facts=household(property_within_limits=False))
    assert outcome["eligible"] is False
    assert any("财产" in line for line in outcome["because"])
    assert "国务院令第649号 第九条" in outcome["clauses"]


def test_entry_when_nobody_lives_is_refused() -> None:
    outcome = dibao_of("yaoan", DAY, a_person(alive=False), facts=household())
    assert (outcome["eligible"], outcome["countable_income_per_head"]) == (False, "0.00")


def test_members_when_one_has_died_are_fewer() -> None:
    persons = (a_person(), a_person("p2", died_on=DAY), a_person("p3"))
    outcome = dibao_of("yaoan", DAY, *persons, facts=household(("wage", "4800.00")))
    assert outcome["countable_income_per_head"] == "200.00"


def test_standard_when_missing_is_an_error_of_the_evaluator_too() -> None:
    case = Case(
        pack="yaoan",
        on=date(2018, 6, 30),
        persons=(PersonFacts(id="p1", birth_date=date(1975, 6, 1), sex="male"),),
        household=HouseholdFacts(assess_dibao=True),
    )
    with pytest.raises(UserError) as refused:
        assess(load_pack("yaoan"), case)
    assert refused.value.field == "local.dibao_standard"


LOST: Json = {"labour_capacity": "none"}


@pytest.mark.parametrize(
    ("persons", "hardship", "expected"),
    [
        ([a_person(**LOST)], True, "A"),
        ([a_person(self_care="none")], True, "A"),
        ([a_person(**LOST), a_person("p2", self_care="none")], True, "A"),
        ([a_person(**LOST), a_person("p2")], True, "C"),
        ([a_person(**LOST), a_person("p2", labour_capacity="partial")], True, "C"),
        ([a_person(**LOST), a_person("p2", birth="2002-07-01")], True, "A"),
        ([a_person(**LOST), a_person("p2", birth="2002-06-30")], True, "C"),
        ([a_person(birth="2010-01-01")], True, "A"),
        ([a_person(**LOST)], False, "C"),
        ([a_person(birth="2010-01-01")], False, "C"),
        ([a_person(birth=OLD, **LOST)], False, "B"),
        ([a_person(birth=OLD, self_care="partial")], False, "B"),
        ([a_person(birth=OLD)], False, "C"),
        ([a_person(birth="1958-06-30", labour_capacity="partial")], False, "B"),
        ([a_person(birth="1958-07-01", labour_capacity="partial")], False, "C"),
        ([a_person(serious_illness=True, labour_capacity="partial")], False, "B"),
        ([a_person(chronic_illness=True, self_care="none")], False, "B"),
        ([a_person(chronic_illness=True)], False, "C"),
        ([a_person(labour_capacity="partial")], False, "C"),
        ([a_person(disability={"grade": 4, "certified_on": "2010-01-01"}, labour_capacity="partial")], False, "B"),
        ([a_person(disability={"grade": 1, "certified_on": "2018-07-01"}, labour_capacity="partial")], False, "C"),
        ([a_person(disability={"grade": 4}, labour_capacity="none", self_care="partial")], False, "B"),
        ([a_person(), a_person("p2", birth="2012-01-01", serious_illness=True, self_care="partial")], True, "B"),
        ([a_person(died_on="2018-01-01", chronic_illness=True, **LOST), a_person("p2")], True, "C"),
    ],
)
@pytest.mark.parametrize("pack", ["yaoan", "hebei"])
def test_class_when_the_household_is_tested(pack: str, persons: list[Json], hardship: bool, expected: str) -> None:
    outcome = dibao_of(pack, DAY, *persons, facts=household(perennial_hardship=hardship))
    assert (outcome["class"], outcome["rule"]) == (expected, "YA-E1")
    assert "姚政办通〔2017〕70号 三（三）" in outcome["clauses"]


@pytest.mark.parametrize(
    ("facts", "months"),
    [({"perennial_hardship": True}, 12), ({}, 6)],
)
@pytest.mark.parametrize(
    ("last", "half", "whole"),
    [
        ("2017-08-31", "2018-02-28", "2018-08-31"),
        ("2019-08-31", "2020-02-29", "2020-08-31"),
        ("2016-02-29", "2016-08-29", "2017-02-28"),
        ("2017-12-31", "2018-06-30", "2018-12-31"),
        (None, None, None),
    ],
)
def test_review_when_the_month_is_shorter_falls_on_its_last_day(
    facts: Json, months: int, last: str | None, half: str | None, whole: str | None
) -> None:
    outcome = dibao_of("yaoan", DAY, a_person(birth=OLD, **LOST), facts=household(last_review_on=last, **facts))
    assert outcome["review_every_months"] == months
    assert outcome["next_review_on"] == (whole if months == 12 else half)


@pytest.mark.parametrize(
    ("heads", "annual", "amount"),
    [
        (1, "0.00", "300.00"),
        (3, "1000.00", "816.67"),
        (3, "1000.01", "816.67"),
        (3, "0.05", "900.00"),
        (7, "0.06", "2100.00"),
    ],
)
def test_amount_when_by_the_gap_is_rounded_once_at_the_end(heads: int, annual: str, amount: str) -> None:
    persons = [a_person(f"p{number}") for number in range(heads)]
    assert dibao_of("yaoan", DAY, *persons, facts=household(("wage", annual)))["amount_per_month"] == amount


@pytest.mark.parametrize(
    ("person", "hardship", "amount"),
    [(a_person(**LOST), True, "600.00"), (a_person(birth=OLD, **LOST), False, "400.00"), (a_person(), False, "200.00")],
)
def test_amount_when_the_county_sets_a_sum_for_each_class(person: Json, hardship: bool, amount: str) -> None:
    child = a_person("p2", "2015-01-01", relation="child")
    sums = {"A": "300.00", "B": "200.00", "C": "100.00"}
    outcome = dibao_of("yaoan", DAY, person, child, facts=household(perennial_hardship=hardship), class_amounts=sums)
    assert outcome["amount_per_month"] == amount


def test_refused_when_not_eligible_has_no_class_sum_or_review() -> None:
    outcome = dibao_of("yaoan", DAY, facts=household(("wage", "9999.00"), last_review_on="2018-01-01"))
    for key in ("class", "amount_per_month", "review_every_months", "next_review_on"):
        assert outcome[key] is None
    assert outcome["rule"] == "YA-E1"


@settings(max_examples=60, deadline=None)
@given(
    annual=st.integers(0, 10_000_000),
    standard=st.integers(1, 100_000),
    heads=st.integers(1, 9),
)
def test_amount_when_eligible_is_the_exact_gap_to_half_a_fen(annual: int, standard: int, heads: int) -> None:
    persons = [a_person(f"p{number}") for number in range(heads)]

    def yuan(fen: int) -> str:
        return f"{fen // 100}.{fen % 100:02d}"

    outcome = dibao_of("yaoan", DAY, *persons, standard=yuan(standard), facts=household(("wage", yuan(annual))))
    assert outcome["eligible"] is (annual < standard * 12 * heads)
    if outcome["eligible"]:
        fen = int(outcome["amount_per_month"].replace(".", ""))
        assert abs(12 * fen - (12 * standard * heads - annual)) <= 6
    else:
        assert json.dumps(outcome["amount_per_month"]) == "null"

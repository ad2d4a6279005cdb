"""Who is asked to pay, and the grid of a year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from clerk_app.domain.contribution import Insurance, Payer, PaymentState
from clerk_app.domain.money import Money
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.contributions import (
    ContributionEntry,
    record_contribution,
    reverse_contribution,
    why_not_asked,
)
from clerk_app.services.households import found_by
from clerk_app.services.season import Season, SeasonRow, season, season_rows
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, a_household

PENSION, MEDICAL = Insurance.PENSION, Insurance.MEDICAL


@dataclass(frozen=True)
class Somebody:
    birth_on: date = date(1980, 5, 1)
    student: bool = False
    receiving_pension: bool = False
    pension_scheme: str | None = None
    medical_scheme: str | None = None


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (Somebody(), None),
        (Somebody(birth_on=date(2010, 12, 31)), None),
        (Somebody(birth_on=date(2011, 1, 1)), "未满16岁"),
        (Somebody(birth_on=date(1966, 1, 2)), None),
        (Somebody(birth_on=date(1966, 1, 1)), "已满60岁"),
        (Somebody(student=True), "在校学生"),
        (Somebody(birth_on=date(1950, 1, 1), receiving_pension=True), "已领待遇"),
        (Somebody(pension_scheme="employee"), "参加职工养老"),
        (Somebody(pension_scheme="resident", medical_scheme="employee"), None),
    ],
)
def test_why_not_asked_for_the_pension_of_2026(person: Somebody, reason: str | None) -> None:
    found = why_not_asked(person, PENSION, 2026)
    assert (found.reason.label if found else None) == reason
    assert found is None or found.clause.startswith("国发〔2014〕8号")


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (Somebody(birth_on=date(2025, 1, 1)), None),
        (Somebody(birth_on=date(1940, 1, 1), receiving_pension=True), None),
        (Somebody(pension_scheme="employee"), None),
        (Somebody(medical_scheme="employee"), "参加职工医保"),
    ],
)
def test_why_not_asked_for_medical_insurance(person: Somebody, reason: str | None) -> None:
    found = why_not_asked(person, MEDICAL, 2026)
    assert (found.reason.label if found else None) == reason


def named(grid: Season, name: str) -> SeasonRow:
    (found,) = (row for row in grid.rows if row.row.name == name)
    return found


def pay(workspace: Workspace, row: SeasonRow, year: int, tier: int, payer: Payer = Payer.SELF) -> str:
    entry = ContributionEntry(
        person_id=row.row.person_id, insurance=PENSION, year=year, tier=Money.yuan(tier), payer=payer,
        paid_on=min(DAY, date(year, 12, 1)), collector="何清",
    )  # fmt: skip
    return record_contribution(workspace, entry).id


def test_season_says_who_has_paid_who_owes_and_who_need_not(village: Workspace) -> None:
    pay(village, named(season(village, PENSION, 2026), "单长乐"), 2026, 300)
    pay(village, named(season(village, PENSION, 2026), "罗𬭎"), 2026, 200, Payer.PROXY)

    grid = season(village, PENSION, 2026)

    assert {row.row.name: row.state for row in grid.rows} == {
        "段有福": PaymentState.NOT_ASKED,
        "周兰英": PaymentState.NOT_ASKED,
        "单长乐": PaymentState.PAID,
        "李㛃": PaymentState.UNPAID,
        "单小雨": PaymentState.NOT_ASKED,
        "罗𬭎": PaymentState.PROXIED,
    }
    assert grid.problem is None


def test_season_knows_a_payment_taken_back_is_owed_again(village: Workspace) -> None:
    row = named(season(village, PENSION, 2026), "单长乐")
    reverse_contribution(village, pay(village, row, 2026, 300), "写错了人")

    (again,) = season_rows(village, PENSION, 2026, frozenset({row.row.person_id}))

    assert again.state is PaymentState.UNPAID
    assert [entry.amount for entry in again.row.payments] == [Money.yuan(300), Money.yuan(-300)]


def test_season_proposes_the_tier_paid_last_and_the_lowest_to_newcomers(village: Workspace) -> None:
    row = named(season(village, PENSION, 2025), "单长乐")
    pay(village, row, 2024, 500)
    reverse_contribution(village, pay(village, row, 2025, 200), "多收")

    grid = season(village, PENSION, 2026)

    assert named(grid, "单长乐").usual_tier == Money.yuan(500)
    assert named(grid, "李㛃").usual_tier == min(grid.tiers)


def test_season_when_the_premium_is_missing_says_so_and_still_lists_everybody(workspace: Workspace) -> None:
    change_village(workspace, replace(the_village(workspace), local={"dibao_standard": "420.00"}))
    a_household().with_head("段有福", age=40).register_id(workspace)

    grid = season(workspace, MEDICAL, 2026)

    assert grid.problem is not None
    assert grid.problem.field == "medical_premium"
    assert [row.usual_tier for row in grid.rows] == [None]


def test_found_by_knows_the_reading_of_a_surname() -> None:
    assert {"shanchangle", "scl"} <= set(found_by("单长乐").split())

"""Who is asked to pay, and the grid of a year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from clerk_app.domain.codes import Capacity, IdentityKind
from clerk_app.domain.contribution import Exemption, Insurance, Payer, PaymentState
from clerk_app.domain.household import Person
from clerk_app.domain.money import Money
from clerk_app.policy.model import Entitlement
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.contributions import (
    ContributionEntry,
    record_contribution,
    reverse_contribution,
    why_not_asked,
)
from clerk_app.services.households import found_by, household_numbered
from clerk_app.services.people import change_person, end_membership
from clerk_app.services.season import Due, Season, SeasonRow, rights, season, season_rows, subsidies, why_doubted
from clerk_app.services.season_rights import Right, season_day
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, a_household, resident_number

PENSION, MEDICAL = Insurance.PENSION, Insurance.MEDICAL


@dataclass(frozen=True)
class Somebody:
    birth_on: date = date(1980, 5, 1)
    student: bool = False
    receiving_pension: bool = False
    pension_scheme: str | None = None
    medical_scheme: str | None = None
    died_on: date | None = None


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
        (Somebody(died_on=date(2026, 2, 1)), "已去世"),
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
        (Somebody(died_on=date(2026, 2, 1)), "已去世"),
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
    assert grid.lacking is None


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


# what the rules give


def by_name(workspace: Workspace, insurance: Insurance = PENSION, year: int = 2026) -> dict[str, SeasonRow]:
    return {row.row.name: row for row in season(workspace, insurance, year).rows}


def use_pack(workspace: Workspace, pack: str, **local: str) -> None:
    change_village(workspace, replace(the_village(workspace), pack=pack, local={"medical_premium": "400.00", **local}))


def test_proxy_is_due_with_rule_clause_and_reasons_until_it_is_recorded(village: Workspace) -> None:
    row = by_name(village)["罗𬭎"]

    assert row.state is PaymentState.PROXY_DUE
    assert row.due == Due(tier=Money.yuan(200), amount=Money.yuan(200))
    assert row.right.proxy is not None
    assert (row.right.proxy.rule, row.right.proxy.clauses) == ("YA-A1", ("姚政办通〔2017〕70号 三（五）一",))
    assert any("残疾" in reason for reason in row.right.proxy.because)


def test_subsidy_of_a_proxy_counts_once_it_is_recorded(village: Workspace) -> None:
    use_pack(village, "huizhou")
    row = by_name(village)["罗𬭎"]
    assert row.on_top == Money.yuan(35)
    assert subsidies([row]) == Money.yuan(0)

    pay(village, row, 2026, 200, Payer.PROXY)
    recorded = by_name(village)["罗𬭎"]
    assert (recorded.state, recorded.due) == (PaymentState.PROXIED, None)
    assert subsidies([recorded]) == Money.yuan(35)


def test_rights_are_given_by_person_and_only_for_whom_they_are_asked(village: Workspace) -> None:
    use_pack(village, "huizhou")
    everybody = rights(village, PENSION, 2026)
    (lone,) = [person for person, right in everybody.items() if right.proxy is not None]
    assert len(everybody) == 6
    assert rights(village, PENSION, 2026, frozenset({lone})) == {lone: everybody[lone]}
    assert [award.code for award in everybody[lone].awards] == ["pension.proxy", "pension.contribution_subsidy"]


def test_who_pays_himself_keeps_what_is_recorded_and_gets_the_subsidy_of_the_tier(village: Workspace) -> None:
    use_pack(village, "huizhou")
    pay(village, by_name(village)["罗𬭎"], 2026, 500)
    row = by_name(village)["罗𬭎"]
    assert (row.state, row.due) == (PaymentState.PAID, None)
    assert row.right.proxy is not None
    assert row.on_top == Money.yuan(60)


def test_nobody_who_pays_nothing_has_a_subsidy(village: Workspace) -> None:
    row = by_name(village)["单长乐"]
    assert (row.right.awards, row.on_top, row.due) == ((), None, None)


def test_next_year_is_judged_on_its_first_day_and_a_past_one_on_its_last() -> None:
    assert season_day(2027, DAY) == date(2027, 1, 1)
    assert season_day(2025, DAY) == date(2025, 12, 31)
    assert season_day(2026, DAY) == DAY


def test_subsidy_stays_with_who_paid_before_turning_60(workspace: Workspace) -> None:
    use_pack(workspace, "huizhou")
    file = a_household().with_head("段有福", age=59).register(workspace)
    ((_, row),) = by_name(workspace).items()
    pay(workspace, row, 2026, 300)
    person = file.members[0].person
    sixty = replace(person, birth_on=date(1966, 3, 10), id_number=resident_number(date(1966, 3, 10)))
    change_person(workspace, replace(sixty, receiving_pension=True))
    assert by_name(workspace)["段有福"].on_top is None  # paid on the sixteenth, sixty since the tenth
    change_person(workspace, replace(file_of(workspace), receiving_pension=True))
    (entry,) = by_name(workspace)["段有福"].row.standing
    reverse_contribution(workspace, entry.id, "日期写错")
    early = ContributionEntry(
        person_id=person.id, insurance=PENSION, year=2026, tier=Money.yuan(300), payer=Payer.SELF,
        paid_on=date(2026, 3, 2), collector="何清",
    )  # fmt: skip
    record_contribution(workspace, early)
    assert by_name(workspace)["段有福"].on_top == Money.yuan(40)


def file_of(workspace: Workspace) -> Person:
    return household_numbered(workspace, "0001").members[0].person


def test_tier_that_the_rules_do_not_know_leaves_the_subsidy_open_with_a_reason(village: Workspace) -> None:
    use_pack(village, "yaoan", minimum_tier="90.00")
    pay(village, by_name(village)["单长乐"], 2026, 90)
    row = by_name(village)["单长乐"]
    assert row.right.problem is not None
    assert row.right.problem.values["tier"] == Money.yuan(90)
    assert row.on_top is None


def test_part_of_the_lowest_tier_is_due_where_the_county_pays_only_that(village: Workspace) -> None:
    a_household().with_head("何老三", place=70, identities=(IdentityKind.DIBAO,)).register_id(village)
    use_pack(village, "hunan", proxy_amount="50.00")
    row = by_name(village)["何老三"]
    assert row.due == Due(tier=Money.yuan(100), amount=Money.yuan(50))
    use_pack(village, "hunan", proxy_amount="0")
    assert by_name(village)["何老三"].due is None


def test_medical_aid_of_the_whole_premium_is_a_payment_in_the_persons_place(village: Workspace) -> None:
    rows = by_name(village, MEDICAL)
    poor, other = rows["周兰英"], rows["单长乐"]
    assert (poor.state, poor.due) == (PaymentState.PROXY_DUE, Due(tier=Money.yuan(400), amount=Money.yuan(400)))
    assert (poor.on_top, poor.own_part) == (None, None)
    assert (other.state, other.due, other.own_part) == (PaymentState.UNPAID, None, None)
    entry = ContributionEntry(
        person_id=poor.row.person_id, insurance=MEDICAL, year=2026, tier=Money.yuan(400), payer=Payer.PROXY,
        paid_on=DAY, collector="何清",
    )  # fmt: skip
    record_contribution(village, entry)
    recorded = by_name(village, MEDICAL)["周兰英"]
    assert (recorded.state, recorded.on_top) == (PaymentState.PROXIED, None)


def test_medical_aid_of_a_part_leaves_the_rest_to_the_person(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    change_person(village, replace(person, labour_capacity=Capacity.NONE))
    row = by_name(village, MEDICAL)["罗𬭎"]
    assert (row.state, row.on_top, row.own_part) == (PaymentState.UNPAID, Money.yuan(70), Money.yuan(330))
    assert subsidies([row]) == Money.yuan(0)


def test_missing_local_value_is_told_and_never_zero(village: Workspace) -> None:
    use_pack(village, "hunan")
    grid = season(village, MEDICAL, 2026)
    assert grid.problem is None
    assert grid.lacking is not None
    assert grid.lacking.values["count"] == 1
    row = named(grid, "周兰英")
    assert row.right.lacking is not None
    assert (row.on_top, row.due, row.own_part, row.right.subsidy) == (None, None, None, None)


def test_missing_premium_leaves_no_payment_due(village: Workspace) -> None:
    change_village(village, replace(the_village(village), local={"dibao_standard": "420.00"}))
    row = by_name(village, MEDICAL)["周兰英"]
    assert (row.due, row.state) == (None, PaymentState.UNPAID)


def test_open_subsidy_is_no_sum() -> None:
    award = Entitlement("pension.extra_subsidy", "1", "X-1", None, None, None, ("local_value",), (), None, (), ())
    assert Right(extras=(award,)).subsidy is None


# who is gone


def test_dead_and_departed_owe_nothing_after_their_payment_is_taken_back(village: Workspace) -> None:
    rows = by_name(village)
    paid = [pay(village, rows[name], 2026, 100) for name in ("单长乐", "李㛃")]
    family = household_numbered(village, "0002")
    places = {member.person.name: member for member in family.members}
    change_person(village, replace(places["单长乐"].person, died_on=DAY))
    end_membership(village, places["李㛃"].membership.id, DAY, "外嫁")
    assert {name: by_name(village)[name].state for name in ("单长乐", "李㛃")} == dict.fromkeys(
        ("单长乐", "李㛃"), PaymentState.PAID
    )
    for contribution_id in paid:
        reverse_contribution(village, contribution_id, "多收")
    gone = by_name(village)
    told = {name: (gone[name].state, gone[name].not_asked) for name in ("单长乐", "李㛃")}
    assert {state for state, _ in told.values()} == {PaymentState.NOT_ASKED}
    assert [reason.reason for _, reason in told.values() if reason is not None] == [Exemption.DEAD, Exemption.LEFT]
    assert all(gone[name].right == Right() for name in told)


def test_payment_for_somebody_who_need_not_pay_is_doubted_until_one_is_recorded(village: Workspace) -> None:
    members = {member.person.name: member.person for member in household_numbered(village, "0002").members}

    def doubted(name: str) -> Exemption | None:
        found = why_doubted(village, Insurance.PENSION, 2026, members[name])
        return None if found is None else found.reason

    assert (doubted("单长乐"), doubted("单小雨")) == (None, Exemption.UNDER_16)
    pay(village, by_name(village)["单小雨"], 2026, 100)
    assert doubted("单小雨") is None
    members["单长乐"] = change_person(village, replace(members["单长乐"], died_on=DAY))
    assert doubted("单长乐") is Exemption.DEAD

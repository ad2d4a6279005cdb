"""Payments: tiers by the pack, one a year, reversals that stay, sums that add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.money import ZERO, Money
from clerk_app.errors import UserError
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.contributions import (
    ContributionEntry,
    contributions_of,
    record_contribution,
    record_contributions,
    reverse_contribution,
    rows_of_year,
    tiers,
    year_total,
)
from clerk_app.services.history import history_of
from clerk_app.services.households import household_numbered
from clerk_app.services.people import change_person, end_membership
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock, a_household, person_named


@pytest.fixture
def payment(village: Workspace) -> ContributionEntry:
    """A payment of 200 yuan for 2026 by the head of 0002 himself."""
    return ContributionEntry(
        person_id=person_named(household_numbered(village, "0002"), "单长乐"),
        insurance=Insurance.PENSION,
        year=2026,
        tier=Money.yuan(200),
        payer=Payer.SELF,
        paid_on=DAY,
        collector=" 何清 ",
        receipt=" 0001 ",
    )


def refused_field(village: Workspace, entry: ContributionEntry) -> str | None:
    with pytest.raises(UserError) as refused:
        record_contribution(village, entry)
    assert contributions_of(village, (entry.person_id,)) == ()
    return refused.value.field


def test_payment_is_on_file_as_entered(village: Workspace, payment: ContributionEntry) -> None:
    recorded = record_contribution(village, payment)
    assert (recorded.tier, recorded.amount, recorded.payer) == (Money.yuan(200), Money.yuan(200), Payer.SELF)
    assert (recorded.collector, recorded.receipt, recorded.reverses) == ("何清", "0001", None)
    assert contributions_of(village, (payment.person_id,), year=2026) == (recorded,)
    assert contributions_of(village, (payment.person_id,), year=2025) == ()
    household = household_numbered(village, "0002").household
    assert history_of(village, (household.id,))[0].kind == "登记缴费"


def test_tiers_are_the_packs_with_the_countys_lowest(village: Workspace) -> None:
    of_pack = tiers(village, Insurance.PENSION, 2026)
    assert Money.yuan(200) in of_pack
    assert list(of_pack) == sorted(of_pack)
    change_village(village, replace(the_village(village), local={"minimum_tier": "150.00"}))
    assert tiers(village, Insurance.PENSION, 2026) == tuple(sorted({*of_pack, Money.yuan(150)}))


def test_medical_has_one_tier_that_the_county_must_give(village: Workspace, payment: ContributionEntry) -> None:
    assert tiers(village, Insurance.MEDICAL, 2026) == (Money.yuan(400),)
    change_village(village, replace(the_village(village), local={}))
    with pytest.raises(UserError) as refused:
        tiers(village, Insurance.MEDICAL, 2026)
    assert refused.value.field == "medical_premium"
    assert refused_field(village, replace(payment, insurance=Insurance.MEDICAL)) == "medical_premium"


@pytest.mark.parametrize("tier", [Money.yuan(250), Money.yuan(1200), ZERO, Money.yuan(-200), Money(300050)])
def test_tier_is_refused_when_the_pack_has_none_such(
    village: Workspace, payment: ContributionEntry, tier: Money
) -> None:
    assert refused_field(village, replace(payment, tier=tier)) == "tier"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"year": 2008}, "year"),
        ({"year": 2028}, "year"),
        ({"paid_on": DAY + timedelta(days=1)}, "paid_on"),
        ({"paid_on": date(2024, 12, 31)}, "paid_on"),
        ({"collector": "  "}, "collector"),
        ({"collector": "何" * 501}, "collector"),
        ({"payer_name": "县" * 501}, "collector"),
        ({"receipt": "1" * 501}, "collector"),
        ({"amount": ZERO}, "amount"),
        ({"amount": Money(-1)}, "amount"),
        ({"amount": Money(20001)}, "amount"),
        ({"payer": Payer.COLLECTIVE, "amount": Money.yuan(1_000_000)}, "amount"),
    ],
)
def test_payment_is_refused_at_its_field(
    village: Workspace, payment: ContributionEntry, changes: dict[str, object], field: str
) -> None:
    assert refused_field(village, replace(payment, **changes)) == field  # type: ignore[arg-type]


@pytest.mark.parametrize(("year", "paid_on"), [(2009, date(2010, 1, 1)), (2027, DAY), (2026, date(2025, 12, 31))])
def test_year_and_day_of_payment_may_differ(
    village: Workspace, payment: ContributionEntry, year: int, paid_on: date
) -> None:
    lowest = tiers(village, Insurance.PENSION, year)[0]
    recorded = record_contribution(village, replace(payment, year=year, paid_on=paid_on, tier=lowest))
    assert (recorded.year, recorded.paid_on) == (year, paid_on)


@pytest.mark.parametrize("second", [Payer.SELF, Payer.PROXY])
def test_second_payment_of_the_own_part_is_refused_naming_the_first(
    village: Workspace, payment: ContributionEntry, second: Payer
) -> None:
    record_contribution(village, payment)
    with pytest.raises(UserError, match=r"2026 年已有一笔个人缴费 200\.00 元（2026-03-16）"):
        record_contribution(village, replace(payment, payer=second))
    assert len(contributions_of(village, (payment.person_id,))) == 1


def test_aid_other_insurance_and_other_year_stand_beside_the_own_part(
    village: Workspace, payment: ContributionEntry
) -> None:
    record_contribution(village, payment)
    record_contribution(village, replace(payment, payer=Payer.COLLECTIVE, amount=Money.yuan(50), payer_name="村集体"))
    record_contribution(village, replace(payment, insurance=Insurance.MEDICAL, tier=Money.yuan(400)))
    record_contribution(village, replace(payment, year=2025))
    assert len(contributions_of(village, (payment.person_id,))) == 4


def test_reversal_is_linked_and_both_stay(village: Workspace, payment: ContributionEntry, clock: FixedClock) -> None:
    original = record_contribution(village, payment)
    clock.day = DAY + timedelta(days=3)
    reversal = reverse_contribution(village, original.id, " 档次填错 ")
    assert (reversal.reverses, reversal.amount, reversal.reason) == (original.id, -original.amount, "档次填错")
    assert (reversal.paid_on, reversal.collector, reversal.tier) == (clock.day, "何清", original.tier)
    assert contributions_of(village, (payment.person_id,)) == (original, reversal)
    again = record_contribution(village, replace(payment, tier=Money.yuan(300)))
    assert year_total(rows_of_year(village, Insurance.PENSION, 2026)).amount == Money.yuan(300)
    assert again.tier == Money.yuan(300)
    assert verify(village).ok


def test_reversal_is_refused(village: Workspace, payment: ContributionEntry) -> None:
    original = record_contribution(village, payment)
    with pytest.raises(UserError) as refused:
        reverse_contribution(village, original.id, "  ")
    assert refused.value.field == "reason"
    for day in (DAY - timedelta(days=1), DAY + timedelta(days=1)):
        with pytest.raises(UserError) as refused:
            reverse_contribution(village, original.id, "错", on=day)
        assert refused.value.field == "paid_on"
    with pytest.raises(UserError, match="原因太长"):
        reverse_contribution(village, original.id, "错" * 501)
    reversal = reverse_contribution(village, original.id, "错")
    with pytest.raises(UserError, match="已经冲销过"):
        reverse_contribution(village, original.id, "错")
    with pytest.raises(UserError, match="本身是冲销记录"):
        reverse_contribution(village, reversal.id, "错")
    with pytest.raises(UserError, match="不存在"):
        reverse_contribution(village, "no-such-id", "错")


def test_year_adds_up_by_payer(village: Workspace, payment: ContributionEntry) -> None:
    wife = person_named(household_numbered(village, "0002"), "李㛃")
    record_contribution(village, payment)
    record_contribution(village, replace(payment, payer=Payer.COLLECTIVE, amount=Money(5001)))
    proxy = record_contribution(village, replace(payment, person_id=wife, payer=Payer.PROXY))
    rows = rows_of_year(village, Insurance.PENSION, 2026)
    total = year_total(rows)
    assert (total.people, total.amount) == (2, Money(45001))
    assert total.by_payer == {
        Payer.SELF: Money(20000),
        Payer.PROXY: Money(20000),
        Payer.COLLECTIVE: Money(5001),
        Payer.OTHER: ZERO,
    }
    reverse_contribution(village, proxy.id, "本人已缴")
    after = year_total(rows_of_year(village, Insurance.PENSION, 2026))
    assert (after.people, after.amount, after.by_payer[Payer.PROXY]) == (1, Money(25001), ZERO)
    assert [row.name for row in rows] == ["段有福", "周兰英", "单长乐", "李㛃", "单小雨", "罗𬭎"]
    assert year_total(rows_of_year(village, Insurance.MEDICAL, 2026)).amount == ZERO
    assert year_total(rows_of_year(village, Insurance.PENSION, 2025)).amount == ZERO


@pytest.mark.parametrize("gone", ["left", "died"])
def test_years_sum_stays_when_a_payer_is_gone(village: Workspace, payment: ContributionEntry, gone: str) -> None:
    wife = household_numbered(village, "0002").members[1]
    record_contribution(village, replace(payment, person_id=wife.person.id))
    if gone == "left":
        end_membership(village, wife.membership.id, DAY, "外嫁")
    else:
        change_person(village, replace(wife.person, died_on=DAY))
    rows = rows_of_year(village, Insurance.PENSION, 2026)
    assert year_total(rows).amount == Money.yuan(200)
    assert [row.household_number for row in rows if row.name == "李㛃"] == ["0002"]
    assert "李㛃" not in {row.name for row in rows_of_year(village, Insurance.PENSION, 2025)}


def test_payment_for_a_year_after_death_is_refused(village: Workspace, payment: ContributionEntry) -> None:
    wife = household_numbered(village, "0002").members[1].person
    change_person(village, replace(wife, died_on=date(2025, 12, 31)))
    with pytest.raises(UserError, match="2025-12-31"):
        record_contribution(village, replace(payment, person_id=wife.id))
    assert record_contribution(village, replace(payment, person_id=wife.id, year=2025)).year == 2025


def test_payment_of_one_who_left_is_shown_at_the_person(village: Workspace, payment: ContributionEntry) -> None:
    wife = household_numbered(village, "0002").members[1]
    end_membership(village, wife.membership.id, DAY, "外嫁")
    paid = record_contribution(village, replace(payment, person_id=wife.person.id))
    reverse_contribution(village, paid.id, "错")
    assert [entry.kind for entry in history_of(village, (wife.person.id,))][:2] == ["冲销缴费", "登记缴费"]


def test_many_payments_are_recorded_together_or_not_at_all(village: Workspace, payment: ContributionEntry) -> None:
    wife = person_named(household_numbered(village, "0002"), "李㛃")
    good = replace(payment, person_id=wife)
    with pytest.raises(UserError):
        record_contributions(village, (good, replace(payment, tier=Money.yuan(1))))
    assert contributions_of(village, (wife, payment.person_id)) == ()
    seen: list[tuple[int, int]] = []
    recorded = record_contributions(village, (good, payment), lambda done, count: seen.append((done, count)))
    assert len(recorded) == 2
    assert seen == [(0, 2), (1, 2)]


def test_cancelled_payments_leave_nothing(village: Workspace, payment: ContributionEntry) -> None:
    def cancel(done: int, _count: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    other = a_household().with_head("何一", place=50).register(village).members[0].person.id
    with pytest.raises(KeyboardInterrupt):
        record_contributions(village, (payment, replace(payment, person_id=other)), cancel)
    assert contributions_of(village, (payment.person_id, other)) == ()
    assert verify(village).ok

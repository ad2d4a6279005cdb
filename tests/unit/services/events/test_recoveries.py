"""追缴 (T93): what was paid too long is reckoned from recorded months, set off only within what the register bears out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import HouseholdId
from clerk_app.domain.money import Money
from clerk_app.domain.recovery import RecoveryWay
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.services.follow_ups import follow_ups, settle_follow_up
from clerk_app.services.history import history_of, household_history, person_history
from clerk_app.services.recoveries import (
    ReceiptEntry,
    Recovery,
    SpanEntry,
    add_span,
    open_recovery,
    receive,
    recoveries,
    recovery,
    reverse_receipt,
    suggested_span,
    withdraw_span,
)
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage.whose import households_of
from tests.builders import DAY
from tests.event_builders import changed, granted_dibao, household, person

DIED = date(2025, 10, 10)
SPAN = SpanEntry(from_on=date(2025, 11, 20), to_on=date(2026, 3, 1), monthly=Money.yuan(163), source="县里发放记录")
BACK = ReceiptEntry(amount=Money.yuan(100), paper="收据 0012")


@pytest.fixture
def late(home: Workspace) -> Workspace:
    """The village after a death that was told five months late; the account holds 120 yuan."""
    changed(home, "0004/杨有才", pension_balance=Money.yuan(120))
    request = events.Death(
        person_id=person(home, "0004/杨有才"),
        on=DIED,
        pension_monthly=Money.yuan(163),
        pension_paid_through=date(2026, 3, 5),
    )
    events.carry_out(home, request)
    return home


def only(workspace: Workspace) -> Recovery:
    (found,) = recoveries(workspace, settled=True)
    return found


def refused(workspace: Workspace, entry: SpanEntry) -> str | None:
    with pytest.raises(UserError) as caught:
        add_span(workspace, only(workspace).item.id, entry)
    return caught.value.field


def test_months_and_sum_that_the_death_told_are_proposed_and_nothing_counts_before_they_are_entered(
    late: Workspace,
) -> None:
    found = only(late)
    assert (found.what, found.due, found.rest, found.recovered) == ("城乡居民基本养老金", None, None, Money(0))
    proposed = suggested_span(late, found.item.id)
    assert proposed == SpanEntry(from_on=date(2025, 11, 1), to_on=date(2026, 3, 5), monthly=Money.yuan(163))
    add_span(late, found.item.id, replace(proposed, source="县里发放记录"))
    assert only(late).due == Money.yuan(815)
    assert suggested_span(late, found.item.id) == SpanEntry(from_on=date(2026, 4, 1), to_on=None, monthly=None)


def test_history_of_the_person_and_of_the_household_tells_what_was_recovered(late: Workspace) -> None:
    item = only(late).item
    span = add_span(late, item.id, SPAN)
    reverse_receipt(late, receive(late, item.id, BACK).id, "重复")
    withdraw_span(late, span.id, "月标准填错")
    assert item.person_id is not None
    told = person_history(late, item.person_id)
    kinds = ["撤回应追款项", "冲销追回款项", "登记追回款项", "登记应追款项"]
    assert [entry.kind for entry in told[:4]] == kinds
    assert {line.record for line in told[3].changes} == {"应追款项"}
    assert "163.00 元" in {line.after for line in told[3].changes}
    at_home = household_history(late, item.household_id, [])
    named = {line.record for entry in at_home if entry.kind in kinds for line in entry.changes}
    assert named == {"应追款项 杨有才", "追回款项 杨有才"}


def test_what_is_recovered_leads_to_the_household_it_is_about(late: Workspace) -> None:
    item = only(late).item
    records = [str(add_span(late, item.id, SPAN).id), str(receive(late, item.id, BACK).id)]
    with late.store.reading() as connection:
        assert households_of(connection, [*records, "nothing"]) == dict.fromkeys(records, item.household_id)


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (replace(SPAN, from_on=None), "from_on"),
        (replace(SPAN, to_on=None), "to_on"),
        (replace(SPAN, monthly=None), "monthly"),
        (replace(SPAN, monthly=Money(0)), "monthly"),
        (replace(SPAN, source=" "), "source"),
        (replace(SPAN, from_on=date(2026, 3, 1), to_on=date(2026, 2, 1)), "to_on"),
        (replace(SPAN, to_on=date(2026, 4, 1)), "to_on"),
        (replace(SPAN, from_on=date(2025, 10, 31)), "from_on"),
    ],
    ids=["first", "last", "sum", "zero", "source", "turned", "ahead", "month of death"],
)
def test_what_is_missing_or_cannot_be_is_asked_for(late: Workspace, entry: SpanEntry, field: str) -> None:
    assert refused(late, entry) == field
    assert only(late).due is None


def test_sum_that_rose_takes_two_spans_and_no_month_counts_twice(late: Workspace) -> None:
    item = only(late).item.id
    add_span(late, item, replace(SPAN, to_on=date(2025, 12, 1), monthly=Money.yuan(143)))
    assert refused(late, replace(SPAN, from_on=date(2025, 12, 31))) == "from_on"
    add_span(late, item, replace(SPAN, from_on=date(2026, 1, 1)))
    assert only(late).due == Money.yuan(2 * 143 + 3 * 163)


def test_paid_back_and_set_off_until_nothing_is_left_and_then_it_is_done(late: Workspace) -> None:
    item = only(late).item.id
    add_span(late, item, SPAN)
    receive(late, item, replace(BACK, way=RecoveryWay.BALANCE, amount=Money.yuan(120), paper="姚人社〔2026〕7号"))
    receive(late, item, replace(BACK, way=RecoveryWay.GRANT, amount=Money.yuan(600), paper="姚人社〔2026〕7号"))
    assert only(late).rest == Money.yuan(95)
    receive(late, item, replace(BACK, amount=Money.yuan(95), received_on=DAY - timedelta(days=1)))
    found = only(late)
    assert (found.item.settled_on, found.item.outcome) == (DAY - timedelta(days=1), "已全部追回，共 815.00 元")
    assert recoveries(late) == ()
    with pytest.raises(UserError, match="已在 2026-03-15 办结"):
        add_span(late, item, SPAN)
    entry = history_of(late, (item,))[0]
    assert entry.kind == "登记追回款项"
    kinds = {
        line.after for act in history_of(late, (found.receipts[-1].id, found.receipts[1].id)) for line in act.changes
    }
    assert "个人账户余额抵扣" in kinds
    assert verify(late).ok


def test_receipt_entered_by_mistake_is_taken_back_and_the_thing_is_open_again(late: Workspace) -> None:
    item = only(late).item.id
    add_span(late, item, SPAN)
    receipt = receive(late, item, replace(BACK, amount=Money.yuan(815)))
    reverse_receipt(late, receipt.id, "记错了人")
    found = only(late)
    assert (found.item.settled_on, found.rest, found.standing_receipts) == (None, Money.yuan(815), ())
    assert [each.amount for each in found.receipts] == [Money.yuan(815), Money.yuan(-815)]
    for again in (receipt.id, found.receipts[1].id):
        with pytest.raises(UserError, match="已经冲销"):
            reverse_receipt(late, again, "再冲")
    receive(late, item, BACK)
    reverse_receipt(late, only(late).standing_receipts[0].id, "又错了")
    with pytest.raises(UserError, match="填写原因"):
        reverse_receipt(late, receipt.id, " ")


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (replace(BACK, amount=None), "amount"),
        (replace(BACK, amount=Money(0)), "amount"),
        (replace(BACK, amount=Money.yuan(816)), "amount"),
        (replace(BACK, paper=""), "paper"),
        (replace(BACK, received_on=DAY + timedelta(days=1)), "received_on"),
        (replace(BACK, way=RecoveryWay.BALANCE, amount=Money.parse("120.01")), "amount"),
        (replace(BACK, way=RecoveryWay.GRANT, amount=Money.parse("600.01")), "amount"),
    ],
    ids=["none", "zero", "too much", "no paper", "ahead", "over the balance", "over the grant"],
)
def test_money_back_that_cannot_be_is_refused(late: Workspace, entry: ReceiptEntry, field: str) -> None:
    item = only(late).item.id
    add_span(late, item, SPAN)
    with pytest.raises(UserError) as caught:
        receive(late, item, entry)
    assert caught.value.field == field
    assert not only(late).receipts


def test_set_off_against_what_the_register_does_not_know_is_refused_not_taken_as_nothing(home: Workspace) -> None:
    item = open_recovery(
        home,
        household(home, "0004"),
        FollowUpKind.PENSION_RECOVERY,
        "同时领了职工养老金",
        person(home, "0004/杨有才"),
    )
    with pytest.raises(UserError, match="先登记应追") as caught:
        receive(home, item.id, BACK)
    assert caught.value.field == "amount"
    add_span(home, item.id, replace(SPAN, from_on=date(2020, 1, 1)))  # nobody died: no month is too early
    for way, told in ((RecoveryWay.BALANCE, "余额没有登记"), (RecoveryWay.GRANT, "没有登记可领的丧葬补助")):
        with pytest.raises(UserError, match=told):
            receive(home, item.id, replace(BACK, way=way))


def test_withdrawn_months_stay_on_file_and_leave_room_for_the_right_ones(late: Workspace) -> None:
    item = only(late).item.id
    first = add_span(late, item, replace(SPAN, to_on=date(2025, 12, 1)))
    second = add_span(late, item, replace(SPAN, from_on=date(2026, 1, 1)))
    too_much = receive(late, item, replace(BACK, amount=Money.yuan(490)))
    with pytest.raises(UserError, match="先冲销追回"):
        withdraw_span(late, first.id, "金额不对")
    reverse_receipt(late, too_much.id, "记错了金额")
    receive(late, item, replace(BACK, amount=Money.yuan(326)))
    withdraw_span(late, second.id, "一月起没有再发")
    found = only(late)
    assert (found.due, found.item.settled_on) == (Money.yuan(326), DAY)
    reverse_receipt(late, found.standing_receipts[0].id, "没有到账")
    with pytest.raises(UserError, match="已在 2026-03-16 撤回"):
        withdraw_span(late, second.id, "再撤")
    withdraw_span(late, first.id, "全都没有多发")
    assert only(late).due is None
    assert only(late).item.settled_on is None


def test_dibao_of_a_household_that_ended_months_ago_is_left_to_recover_and_never_set_off(home: Workspace) -> None:
    granted_dibao(home, "0005")
    events.carry_out(home, events.Death(person_id=person(home, "0005/钱独山"), on=date(2026, 1, 25)))
    found = only(home)
    assert found.item.kind is FollowUpKind.DIBAO_RECOVERY
    assert "57号" in found.item.clause
    proposed = suggested_span(home, found.item.id)
    assert proposed == SpanEntry(from_on=date(2026, 2, 1), to_on=None, monthly=Money.yuan(300))
    add_span(home, found.item.id, replace(proposed, to_on=date(2026, 3, 1), source="姚民低保〔2026〕9号"))
    assert only(home).due == Money.yuan(600)
    with pytest.raises(UserError, match="不能用养老保险") as caught:
        receive(home, found.item.id, replace(BACK, way=RecoveryWay.BALANCE))
    assert caught.value.field == "way"


def test_dibao_that_is_stopped_in_time_leaves_nothing_to_recover(home: Workspace) -> None:
    granted_dibao(home, "0005")
    events.carry_out(home, events.Death(person_id=person(home, "0005/钱独山"), on=date(2026, 3, 2)))
    assert recoveries(home) == ()


def test_recovery_opened_by_hand_needs_whose_and_why_and_comes_once(home: Workspace) -> None:
    home_id, who = household(home, "0004"), person(home, "0004/杨有才")
    kind = FollowUpKind.PENSION_RECOVERY
    for of_kind, reason, of_whom, field in (
        (FollowUpKind.PENSION_STOP, "多发", who, "kind"),
        (kind, " ", who, "reason"),
        (kind, "多发", None, "person"),
    ):
        with pytest.raises(UserError) as caught:
            open_recovery(home, home_id, of_kind, reason, of_whom)
        assert caught.value.field == field
    item = open_recovery(home, home_id, kind, "双重领取", who)
    assert (item.detail, item.due_on) == ("杨有才的城乡居民基本养老金多发：双重领取", date(2026, 3, 31))
    with pytest.raises(UserError, match="没办结"):
        open_recovery(home, home_id, kind, "双重领取", who)
    dibao = open_recovery(home, home_id, FollowUpKind.DIBAO_RECOVERY, "收入超标")
    assert dibao.detail.startswith("0004 户的最低生活保障金")
    assert suggested_span(home, dibao.id) == SpanEntry(from_on=None, to_on=None, monthly=None)
    settle_follow_up(home, item.id, "没有多发")
    open_recovery(home, home_id, kind, "又多发", who)


def test_other_things_to_do_are_no_recoveries(late: Workspace) -> None:
    other = next(row for row in follow_ups(late) if row.kind is FollowUpKind.PENSION_STOP)
    with pytest.raises(UserError, match="不是追缴"):
        add_span(late, other.id, SPAN)
    with pytest.raises(UserError, match="找不到"):
        recovery(late, other.id)
    assert recovery(late, only(late).item.id, household(late, "0004")) == only(late)
    assert recoveries(late, HouseholdId("nobody")) == ()


def test_found_alive_asks_to_give_back_what_was_recovered(late: Workspace) -> None:
    item = only(late).item.id
    add_span(late, item, SPAN)
    receive(late, item, BACK)
    who = only(late).item.person_id
    assert who is not None
    alive = events.Alive(person_id=who, on=DAY, reason="本人到村委会")
    told = [each.text for each in events.plan(late, alive).questions]
    assert any("已追回 100.00 元" in text for text in told)

"""A household from one village to another through the county: records, past, states; twice, old, lost and declined."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from clerk_app.domain.contribution import Exemption, Insurance, Payer, PaymentState
from clerk_app.domain.transfer import Transfer, TransferId, TransferStanding, TransferState
from clerk_app.errors import UserError
from clerk_app.services.answers import import_packets
from clerk_app.services.contributions import (
    ContributionEntry,
    paid_before,
    record_contribution,
    reverse_contribution,
    year_total,
)
from clerk_app.services.county import revoke
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_doubles import all_doubles
from clerk_app.services.county_intake import ingest
from clerk_app.services.county_transfers import list_transfers
from clerk_app.services.exchange import export_packet
from clerk_app.services.history import earlier_history_of, history_of
from clerk_app.services.households import household_numbered, list_households, open_household
from clerk_app.services.incoming import incoming_household, incoming_households
from clerk_app.services.season import season, subsidies
from clerk_app.services.transfer_back import withdraw_transfer
from clerk_app.services.transfer_in import TransferInEntry, decline, take_in
from clerk_app.services.transfer_out import households_that_left, transfer_out
from clerk_app.services.verification import verify
from clerk_app.services.work import work_items_of
from clerk_app.services.work_desk import desk_items
from clerk_app.services.workspace import Workspace
from tests.builders import a_household, person_named
from tests.county_builders import VILLAGES, village_at
from tests.moves import LATER, MOVED, Move, an_entry


def kinds(workspace: Workspace) -> list[str]:
    return [item.kind for item in work_items_of(workspace)]


def state(move: Move) -> TransferState:
    (one,) = list_transfers(move.exchange.county)
    return one.state


def test_household_moves_with_people_payments_and_past_when_the_new_village_takes_it_in(move_either: Move) -> None:
    move = move_either
    head = person_named(move.file(), "单长乐")
    move.pay(head, 2025)
    move.pay(head, 2026)
    move.leave()
    assert state_of_county(move) == []
    move.exchange.send(move.old)
    assert state(move) is TransferState.WAITING
    told = move.exchange.answer(move.new)
    assert told.opened == 1
    (item,) = work_items_of(move.new)
    assert (item.kind, item.kind_in_words) == ("transfer_in", "一户迁入")
    assert item.reason.startswith("户主单长乐，3 人，原村清河村，2026-03-26 起算本村的人")
    (desk,) = desk_items(move.new)
    assert (desk.household, desk.place, desk.may_be_settled) == ("单长乐", ("transfer_in", item.subject), False)
    (incoming,) = incoming_households(move.new)
    assert [one.person.name for one in incoming.people] == ["单长乐", "李㛃", "单小雨"]
    assert incoming.people[0].years == ((Insurance.PENSION, (2025, 2026)),)

    household_id = take_in(move.new, incoming.id, TransferInEntry(group="第5组"))
    file = open_household(move.new, household_id)
    assert (file.household.number, file.household.group) == ("0001", "第5组")
    assert [(m.person.name, m.membership.relation, m.membership.from_on) for m in file.members] == [
        ("单长乐", "02", MOVED), ("李㛃", "12", MOVED), ("单小雨", "30", MOVED),
    ]  # fmt: skip
    assert work_items_of(move.new) == ()
    assert incoming_households(move.new) == ()
    (earlier,) = earlier_history_of(move.new, household_id)
    assert earlier.village == "清河村"
    assert [entry.kind for entry in earlier.entries] == ["登记缴费", "登记缴费", "登记住户"]
    assert earlier.entries[0].by == "何清"
    (own,) = history_of(move.new, (household_id,))
    assert own.kind == "从外村迁入"
    assert not any("earlier" in line.record or "原村" in line.record for line in own.changes)
    assert verify(move.new).ok
    assert verify(move.old).ok


def test_old_village_and_county_know_it_when_the_new_village_took_the_household_in(move: Move) -> None:
    move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    take_in(move.new, incoming_households(move.new)[0].id, TransferInEntry())
    move.exchange.send(move.new)
    assert state(move) is TransferState.TAKEN_IN
    with move.exchange.county.store.reading() as session:
        assert all_doubles(session) == ()
    move.exchange.answer(move.old)
    assert kinds(move.old) == ["transfer_done"]
    (left,) = households_that_left(move.old)
    assert (left.told, left.number, left.head) == (TransferState.TAKEN_IN, "0002", "单长乐")
    move.exchange.round(move.new)
    assert kinds(move.new) == []


def state_of_county(move: Move) -> list[TransferState]:
    return [one.state for one in list_transfers(move.exchange.county)]


def test_payments_of_the_old_village_count_in_no_sum_of_the_new_one_but_forbid_a_second(move: Move) -> None:
    head, wife = (person_named(move.file(), name) for name in ("单长乐", "李㛃"))
    move.pay(head)
    reverse_contribution(move.old, move.pay(wife), "登记错了")
    move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    take_in(move.new, incoming_households(move.new)[0].id, TransferInEntry())
    grid = season(move.new, Insurance.PENSION, 2026)
    rows = {row.row.name: row for row in grid.rows}
    assert rows["单长乐"].state is PaymentState.NOT_ASKED
    assert rows["单长乐"].not_asked is not None
    assert rows["单长乐"].not_asked.reason is Exemption.PAID_ELSEWHERE
    assert rows["李㛃"].state is PaymentState.UNPAID
    assert year_total(tuple(row.row for row in grid.rows)).amount.fen == 0
    assert subsidies(grid.rows).fen == 0
    (known,) = paid_before(move.new, tuple(row.row.person_id for row in grid.rows))
    assert (known.village_name, known.year, str(known.amount)) == ("清河村", 2026, "200.00")
    again = ContributionEntry(
        person_id=rows["单长乐"].row.person_id,
        insurance=Insurance.PENSION,
        year=2026,
        tier=rows["单长乐"].row.earlier[0].tier,
        payer=Payer.SELF,
        paid_on=LATER,
        collector="何清",
    )
    with pytest.raises(UserError, match="已在清河村有一笔个人缴费"):
        record_contribution(move.new, again)
    move.exchange.send(move.new)
    with move.exchange.county.store.reading() as session:
        assert all_doubles(session) == ()


def test_county_still_cries_when_both_villages_pay_by_proxy_for_the_same_year(move: Move) -> None:
    head = person_named(move.file(), "单长乐")
    move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    take_in(move.new, incoming_households(move.new)[0].id, TransferInEntry())
    move.pay(head, payer=Payer.PROXY)  # after the household had been offered: the new village cannot know
    (row, *_) = season(move.new, Insurance.PENSION, 2026).rows
    entry = ContributionEntry(
        person_id=row.row.person_id, insurance=Insurance.PENSION, year=2026, tier=row.usual_tier or row.row.earlier[0].tier,
        payer=Payer.PROXY, paid_on=LATER, collector="何清",
    )  # fmt: skip
    record_contribution(move.new, entry)
    move.exchange.send(move.old)
    move.exchange.send(move.new)
    with move.exchange.county.store.reading() as session:
        assert [double.kind for double in all_doubles(session)] == ["double_proxy"]


def test_declined_household_comes_back_to_the_old_village_with_the_reason(move: Move) -> None:
    move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    decline(move.new, incoming_households(move.new)[0].id, "本村没有这一户")
    assert kinds(move.new) == []
    with pytest.raises(UserError, match="没有编号为"):
        take_in(move.new, households_that_left(move.old)[0].transfer.id, TransferInEntry())
    move.exchange.round(move.new)
    assert list_households(move.new) == ()
    assert state(move) is TransferState.DECLINED
    move.exchange.answer(move.old)
    (item,) = work_items_of(move.old)
    assert item.kind == "transfer_declined"
    assert "花椒村在 2026-03-28 退回了这一户：本村没有这一户" in item.reason
    (left,) = households_that_left(move.old)
    withdraw_transfer(move.old, left.transfer.id, "对方退回")
    assert kinds(move.old) == []
    file = household_numbered(move.old, "0002")
    assert file.household.closed_on is None
    assert [member.person.name for member in file.members] == ["单长乐", "李㛃", "单小雨"]
    assert {member.membership.from_on for member in file.members} == {MOVED}
    move.exchange.round(move.old)
    assert state(move) is TransferState.WITHDRAWN
    assert kinds(move.old) == []
    with move.exchange.county.store.reading() as session:
        assert all_doubles(session) == ()
    assert verify(move.old).ok


def test_withdrawn_household_is_offered_no_more_when_the_new_village_asks_again(move: Move) -> None:
    moved = move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    assert kinds(move.new) == ["transfer_in"]
    withdraw_transfer(move.old, moved, "不搬了")
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    assert kinds(move.new) == []
    assert incoming_households(move.new) == ()
    again = transfer_out(move.old, an_entry(move.file(), moved_on=MOVED + timedelta(days=1)))
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    assert [one.id for one in incoming_households(move.new)] == [again]


def test_old_village_is_told_when_nobody_took_the_household_in_for_thirty_days(move: Move) -> None:
    move.leave()
    move.exchange.round(move.old)
    assert kinds(move.old) == []
    move.clock.day = LATER + timedelta(days=30)
    move.exchange.round(move.old)
    (item,) = work_items_of(move.old)
    assert item.kind == "transfer_waiting"
    assert "30 天花椒村还没有迁入" in item.reason
    move.exchange.answer(move.new)
    take_in(move.new, incoming_households(move.new)[0].id, TransferInEntry())
    move.exchange.send(move.new)
    move.exchange.round(move.old)
    assert kinds(move.old) == ["transfer_done"]


def test_household_sent_to_a_village_the_county_never_invited_stays_on_the_way(move: Move) -> None:
    move.leave(code=VILLAGES[2])
    move.exchange.round(move.old)
    assert state(move) is TransferState.NOWHERE
    move.clock.day = LATER + timedelta(days=30)
    move.exchange.round(move.old)
    (item,) = work_items_of(move.old)
    assert "县里没有邀请过花椒村" in item.reason


def test_packets_twice_old_and_out_of_order_change_nothing(move: Move, tmp_path: Path) -> None:
    move.leave()
    packet = export_packet(move.old, move.exchange.fresh_stick()).path
    for _ in range(2):
        ingest(move.exchange.county, [packet])
    first, second = move.exchange.fresh_stick(), move.exchange.fresh_stick()
    write_answers(move.exchange.county, first, VILLAGES[1])
    import_packets(move.new, [first])
    take_in(move.new, incoming_households(move.new)[0].id, TransferInEntry())
    write_answers(move.exchange.county, second, VILLAGES[1])  # written before the county hears of it
    import_packets(move.new, [first, second, second, first])
    assert incoming_households(move.new) == ()
    assert kinds(move.new) == []
    done = export_packet(move.new, move.exchange.fresh_stick()).path
    for _ in range(2):
        ingest(move.exchange.county, [done, packet])
    assert state(move) is TransferState.TAKEN_IN
    assert len(list_households(move.new)) == 1
    with pytest.raises(UserError, match="没有编号为"):
        incoming_household(move.new, list_transfers(move.exchange.county)[0].id)


def test_same_household_cannot_be_taken_in_twice_when_two_laptops_do_it(move: Move) -> None:
    def side(key: str) -> Transfer:
        return Transfer(
            id=TransferId(key),
            standing=TransferStanding.DECLINED,
            village_code=VILLAGES[0],
            moved_on=MOVED,
            noted_on=LATER,
            reason="x",
            origin="same",
        )

    with move.new.unit_of_work("decline_transfer") as uow:
        uow.transfers.add(side("t1"))
    with pytest.raises(Exception, match="UNIQUE"), move.new.unit_of_work("decline_transfer") as uow:
        uow.transfers.add(side("t2"))


def test_single_person_joins_an_existing_household_when_marrying_out(move: Move) -> None:
    daughter = person_named(move.file(), "单小雨")
    move.leave("0001")
    move.leave(people=(daughter,))
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    pair, bride = sorted(incoming_households(move.new), key=lambda one: -len(one.people))
    take_in(move.new, pair.id, TransferInEntry(number="0042"))
    assert not bride.has_head
    with pytest.raises(UserError, match="一户必须有且只有一位户主"):
        take_in(move.new, bride.id, TransferInEntry())
    with pytest.raises(UserError, match="没有户编号"):
        take_in(move.new, bride.id, TransferInEntry(into="0077"))
    with pytest.raises(UserError, match="不能是户主"):
        take_in(move.new, bride.id, TransferInEntry(into="0042", relations={bride.people[0].person.id: "02"}))
    home = take_in(move.new, bride.id, TransferInEntry(into="0042", relations={bride.people[0].person.id: "31"}))
    file = open_household(move.new, home)
    assert [(m.person.name, m.membership.relation) for m in file.members][2] == ("单小雨", "31")
    old = household_numbered(move.old, "0002")
    assert [member.person.name for member in old.members] == ["单长乐", "李㛃"]
    assert old.household.closed_on is None
    assert [h.village for h in earlier_history_of(move.new, home)] == ["清河村"]
    move.exchange.send(move.new)
    assert state_of_county(move) == [TransferState.TAKEN_IN, TransferState.TAKEN_IN]


def test_household_registered_by_hand_before_gets_its_past_when_taken_in(move: Move) -> None:
    by_hand = a_household().with_head("罗𬭎", age=50, place=6).register_id(move.new)
    move.exchange.send(move.new)
    with move.exchange.county.store.reading() as session:
        assert [double.kind for double in all_doubles(session)] == ["double_registration"]
    move.pay(person_named(move.file("0003"), "罗𬭎"))
    move.leave("0003")
    move.exchange.send(move.old)
    with move.exchange.county.store.reading() as session:
        assert all_doubles(session) == ()
    move.exchange.answer(move.new)
    (incoming,) = incoming_households(move.new)
    assert take_in(move.new, incoming.id, TransferInEntry()) == by_hand
    assert len(list_households(move.new)) == 1
    (row,) = season(move.new, Insurance.PENSION, 2026).rows
    assert row.row.paid_elsewhere is not None
    assert [h.village for h in earlier_history_of(move.new, by_hand)] == ["清河村"]


def test_taking_in_is_refused_when_only_some_are_registered_here(move: Move) -> None:
    a_household().with_head("单长乐", age=41, place=3).register_id(move.new)
    move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    with pytest.raises(UserError, match="单长乐已登记在本村"):
        take_in(move.new, incoming_households(move.new)[0].id, TransferInEntry())


def test_household_of_a_revoked_laptop_is_offered_to_nobody(move: Move) -> None:
    revoke(move.exchange.county, move.old.store.install.id)
    move.leave()
    taken = move.exchange.send(move.old)
    assert taken.quarantined == 1
    assert list_transfers(move.exchange.county) == ()
    move.exchange.answer(move.new)
    assert kinds(move.new) == []


def test_past_goes_on_to_a_third_village_when_the_household_moves_again(move: Move, tmp_path: Path) -> None:
    third = village_at(tmp_path / "third", VILLAGES[2], "马游村", move.clock)
    move.exchange.join(third, VILLAGES[2], "马游村")
    move.pay(person_named(move.file(), "单长乐"), 2025)
    move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    home = take_in(move.new, incoming_households(move.new)[0].id, TransferInEntry())
    move.clock.day = LATER + timedelta(days=20)
    onward = Move(move.exchange, move.new, third, move.clock)
    transfer_out(
        move.new, an_entry(open_household(move.new, home), code=VILLAGES[2], moved_on=LATER + timedelta(days=15))
    )
    onward.exchange.send(move.new)
    onward.exchange.answer(third)
    (incoming,) = incoming_households(third)
    assert incoming.from_name == "花椒村"
    assert incoming.people[0].years == ((Insurance.PENSION, (2025,)),)
    last = take_in(third, incoming.id, TransferInEntry())
    assert [h.village for h in earlier_history_of(third, last)] == ["清河村"]
    onward.exchange.send(third)
    with move.exchange.county.store.reading() as session:
        assert all_doubles(session) == ()
    third.close()

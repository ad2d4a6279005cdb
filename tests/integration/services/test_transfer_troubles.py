"""What may go wrong with a household between villages: odd records, newer programs, dibao, people without numbers, two desks at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.transfer import TransferId, TransferStanding, TransferState
from clerk_app.errors import UserError
from clerk_app.exchange.transfers import MovedRecord, Offer, ToldTransfer, transfers_bytes
from clerk_app.services import transfer_in
from clerk_app.services.county_doubles import all_doubles
from clerk_app.services.county_transfers import list_transfers
from clerk_app.services.households import household_numbered, list_households, new_identity, open_household
from clerk_app.services.incoming import incoming_household, incoming_households, offer_of
from clerk_app.services.people import add_identity
from clerk_app.services.transfer_back import withdraw_transfer
from clerk_app.services.transfer_in import TransferInEntry, decline, take_in
from clerk_app.services.transfer_out import households_that_left, transfer_out
from clerk_app.services.transfers_told import note_transfers
from clerk_app.services.verification import verify
from clerk_app.services.work import work_items_of
from clerk_app.storage.county_tables import RECORDS
from clerk_app.storage.unit_of_work import UnitOfWork
from tests.builders import DAY, a_household
from tests.moves import LATER, MOVED, Move, an_entry

NOW = "2026-03-28T01:00:00.000Z"


def offered(move: Move, number: str = "0003") -> str:
    move.leave(number)
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    return incoming_households(move.new)[-1].id


def as_told(move: Move, offer: Offer) -> None:
    """Let the new village import a document with this offer alone."""
    with move.new.store.writing() as connection:
        note_transfers(connection, transfers_bytes((offer,), ()), LATER, NOW)


def test_odd_records_of_one_village_stop_no_answer_to_another(move: Move) -> None:
    empty = move.nobody_leaves("empty", "0003")
    move.record(replace(empty, id=TransferId("odd"), people=("p",)))
    move.exchange.send(move.old)
    table = RECORDS["transfer"]
    with move.exchange.county.store.writing() as session:
        session.execute(table.update().where(table.c.id == "odd").values(standing="newer"))
    assert move.exchange.answer(move.new).opened == 0
    assert [one.id for one in list_transfers(move.exchange.county)] == ["empty"]
    assert incoming_households(move.new) == ()


def test_household_of_a_newer_program_says_so_and_waits(move: Move) -> None:
    offer = offer_of(move.new, offered(move))
    newer = replace(
        offer,
        records=tuple(
            MovedRecord(each.table, each.id, {**each.fields, "sex": "9"}) if each.table == "person" else each
            for each in offer.records
        ),
    )
    with move.new.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM work_item")
    as_told(move, newer)
    (item,) = work_items_of(move.new)
    assert "来自更新版本的程序" in item.reason
    assert incoming_households(move.new) == ()
    with pytest.raises(UserError, match="来自更新版本的程序"):
        incoming_household(move.new, offer.id)


def test_fields_that_only_another_version_has_are_passed_over(move: Move) -> None:
    offer = offer_of(move.new, offered(move))
    other = replace(
        offer,
        records=tuple(
            MovedRecord(
                each.table,
                each.id,
                {name: value for name, value in each.fields.items() if name != "note"} | {"more": "x"},
            )
            for each in offer.records
        ),
    )
    as_told(move, other)
    home = take_in(move.new, offer.id, TransferInEntry())
    assert open_household(move.new, home).members[0].person.name == "罗𬭎"


def test_household_without_its_people_is_not_taken_in(move: Move) -> None:
    offer = offer_of(move.new, offered(move))
    as_told(move, replace(offer, people=("nobody",)))
    with pytest.raises(UserError, match="资料不全"):
        incoming_household(move.new, offer.id)


def test_relation_that_this_program_does_not_know_becomes_another_relative(move: Move) -> None:
    offer = offer_of(move.new, offered(move))
    records = tuple(
        MovedRecord(each.table, each.id, {**each.fields, "relation": "00"}) if each.table == "membership" else each
        for each in offer.records
    )
    as_told(move, replace(offer, records=records))
    assert incoming_households(move.new)[0].people[0].relation == "97"


def test_state_of_a_move_that_this_laptop_has_not_heard_of_makes_no_item(move: Move) -> None:
    told = ToldTransfer(id="elsewhere", state=TransferState.DECLINED, on=LATER, reason="x")
    with move.old.store.writing() as connection:
        assert note_transfers(connection, transfers_bytes((), (told,)), LATER, NOW) == 0
    assert work_items_of(move.old) == ()


def test_wrong_document_refuses_the_answer_whole(move: Move) -> None:
    with pytest.raises(UserError, match=r"迁移户资料看不懂.*请县里重新写回执"), move.new.store.writing() as connection:
        note_transfers(connection, b"{}", LATER, NOW)


def test_declining_needs_a_reason(move: Move) -> None:
    with pytest.raises(UserError, match="请填写退回的原因"):
        decline(move.new, offered(move), " ")


def test_second_desk_is_told_when_the_household_was_just_taken_in(move: Move, monkeypatch: pytest.MonkeyPatch) -> None:
    offer_id = offered(move)
    incoming, offer = incoming_household(move.new, offer_id), offer_of(move.new, offer_id)
    take_in(move.new, offer_id, TransferInEntry())
    monkeypatch.setattr(transfer_in, "incoming_household", lambda *_: incoming)
    monkeypatch.setattr(transfer_in, "offer_of", lambda *_: offer)
    with pytest.raises(UserError, match="已经办过迁入或退回"):
        take_in(move.new, offer_id, TransferInEntry())
    with pytest.raises(UserError, match="已经办过迁入或退回"):
        decline(move.new, offer_id, "查无此户")


def test_person_without_a_number_gets_the_new_villages_next_one(move: Move) -> None:
    a_household().numbered("0009").with_head("何无证", id_number=None, age=30, place=70).register_id(move.old)
    a_household().numbered("0001").with_head("何也无", id_number=None, age=31, place=71).register_id(move.new)
    home = take_in(move.new, offered(move, "0009"), TransferInEntry())
    assert open_household(move.new, home).members[0].person.temporary_number == "L00002"


def test_household_that_had_dibao_is_to_apply_again_and_holds_the_status_no_more(move: Move) -> None:
    file = move.file("0003")
    person = file.members[0].person.id
    add_identity(move.old, person, new_identity(IdentityKind.DIBAO, DAY))
    move.grant_dibao("0003")
    home = take_in(move.new, offered(move), TransferInEntry())
    with move.new.store.reading() as connection:
        uow = UnitOfWork(connection)
        (left,) = uow.follow_ups.find(household_id=home)
        (status,) = uow.identities.find()
        assert uow.dibao_cases.find() == ()
    assert left.kind is FollowUpKind.DIBAO_RECHECK
    assert left.detail == "原村清河村在保（DB2026-0001，B类 基本保障户，每月 420.00 元）：随户迁入，请在本村重新申请"
    assert left.due_on == LATER + timedelta(days=30)
    assert status.to_on == date(2026, 3, 25)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_both_villages_and_the_county_agree_after_any_order_of_steps(move: Move, seed: int) -> None:
    chance = Random(seed)
    move.clock.day = LATER
    days = iter(range(20))
    for _ in range(18):
        _step(move, chance, days)
    for _ in range(3):
        move.exchange.round(move.old)
        move.exchange.round(move.new)
    for one in list_transfers(move.exchange.county):
        here = next(left for left in households_that_left(move.old) if left.transfer.id == one.id)
        withdrawn = here.transfer.standing is TransferStanding.WITHDRAWN
        assert here.told is (None if one.state is TransferState.WITHDRAWN else one.state)
        assert withdrawn == (one.state is TransferState.WITHDRAWN) or one.state is TransferState.TAKEN_IN
    waiting = {one.id for one in list_transfers(move.exchange.county) if one.state is TransferState.WAITING}
    assert {one.id for one in incoming_households(move.new)} == waiting
    assert {item.subject for item in work_items_of(move.new) if item.kind == "transfer_in"} == waiting
    assert verify(move.old).ok
    assert verify(move.new).ok
    with move.exchange.county.store.reading() as session:
        doubled = {double.kind for double in all_doubles(session)}
    late = [one for one in households_that_left(move.old) if one.transfer.standing is TransferStanding.WITHDRAWN]
    both = [one for one in late if one.told is TransferState.TAKEN_IN]
    assert doubled == ({"double_registration"} if both else set())


def _step(move: Move, chance: Random, days: Iterator[int]) -> None:
    """Do one thing that a person may do now; what is refused changes nothing."""
    step = chance.choice(
        ("leave", "leave", "send", "send", "answer", "answer", "new", "take", "take", "decline", "back")
    )
    try:
        if step == "leave":
            number = chance.choice([row.number for row in list_households(move.old)])
            transfer_out(
                move.old,
                an_entry(household_numbered(move.old, number), moved_on=MOVED - timedelta(days=next(days) % 5)),
            )
        elif step == "send":
            move.exchange.send(move.old)
        elif step == "answer":
            move.exchange.answer(chance.choice((move.old, move.new)))
        elif step == "new":
            move.exchange.send(move.new)
        elif step == "take":
            take_in(move.new, chance.choice(incoming_households(move.new)).id, TransferInEntry())
        elif step == "decline":
            decline(move.new, chance.choice(incoming_households(move.new)).id, "查无此户")
        else:
            sent = [one for one in households_that_left(move.old) if one.transfer.standing is TransferStanding.SENT]
            withdraw_transfer(move.old, chance.choice(sent).transfer.id, "没有搬")
    except (UserError, IndexError):
        return

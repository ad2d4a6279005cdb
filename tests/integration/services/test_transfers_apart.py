"""A household that goes to two villages: each gets what is its own, and who comes back does not come to an empty house."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clerk_app.domain.transfer import TransferId
from clerk_app.errors import UserError
from clerk_app.services.households import household_numbered
from clerk_app.services.incoming import incoming_households
from clerk_app.services.transfer_back import withdraw_transfer
from clerk_app.services.transfer_in import TransferInEntry, take_in
from clerk_app.services.transfer_out import transfer_out
from clerk_app.storage.unit_of_work import UnitOfWork
from tests.builders import person_named
from tests.county_builders import VILLAGES
from tests.moves import LATER, MOVED, Move, an_entry


def daughter_then_rest(move: Move, days: int) -> tuple[TransferId, TransferId]:
    """Let the daughter move to the new village, and the others, some days after, to a third one."""
    move.clock.day = LATER + timedelta(days=days)
    alone = (person_named(move.file(), "单小雨"),)
    daughter = transfer_out(move.old, an_entry(move.file(), people=alone))
    rest = transfer_out(move.old, an_entry(move.file(), code=VILLAGES[2], moved_on=MOVED + timedelta(days=days)))
    return daughter, rest


@pytest.mark.parametrize("days", [0, 3])
def test_who_left_alone_brings_no_dibao_of_the_family_when_the_rest_leaves_too(move: Move, days: int) -> None:
    move.grant_dibao()
    daughter_then_rest(move, days)
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    (offer,) = incoming_households(move.new)
    assert [one.person.name for one in offer.people] == ["单小雨"]
    assert offer.dibao == ()
    home = take_in(move.new, offer.id, TransferInEntry(relations={offer.people[0].person.id: "02"}))
    with move.new.store.reading() as connection:
        assert UnitOfWork(connection).follow_ups.find(household_id=home) == ()


def test_the_rest_of_a_household_brings_its_dibao(move: Move) -> None:
    move.grant_dibao()
    move.clock.day = LATER
    alone = (person_named(move.file(), "单小雨"),)
    transfer_out(move.old, an_entry(move.file(), people=alone, code=VILLAGES[2]))
    move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    (offer,) = incoming_households(move.new)
    assert [case.number for case in offer.dibao] == ["DB2026-0001"]


@pytest.mark.parametrize("days", [0, 3])
def test_who_left_alone_does_not_come_back_to_a_household_without_a_head(move: Move, days: int) -> None:
    daughter, rest = daughter_then_rest(move, days)
    with pytest.raises(UserError, match=r"0002 户的其他成员已在 2026-03-\d\d 离户，只撤回单小雨的迁出就没有户主"):
        withdraw_transfer(move.old, daughter, "没有去")
    assert household_numbered(move.old, "0002").household.closed_on is not None
    withdraw_transfer(move.old, rest, "没有去")
    withdraw_transfer(move.old, daughter, "没有去")
    names = [member.person.name for member in household_numbered(move.old, "0002").members]
    assert names == ["单长乐", "李㛃", "单小雨"]

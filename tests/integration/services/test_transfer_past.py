"""The past of a household that goes between villages more than once: every payment and act is told once, whatever way it came."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.household import HouseholdFile, HouseholdId
from clerk_app.services.contributions import reverse_contribution
from clerk_app.services.history import earlier_history_of
from clerk_app.services.households import open_household
from clerk_app.services.incoming import incoming_households
from clerk_app.services.season import season
from clerk_app.services.transfer_back import withdraw_transfer
from clerk_app.services.transfer_in import TransferInEntry, take_in
from clerk_app.services.transfer_out import transfer_out
from clerk_app.services.workspace import Workspace
from clerk_app.storage.unit_of_work import UnitOfWork
from tests.builders import person_named
from tests.county_builders import VILLAGES
from tests.moves import LATER, MOVED, Move, an_entry


def come(move: Move, there: Workspace, here: Workspace) -> HouseholdId:
    """Carry a household that left ``there`` to ``here`` and take it in."""
    move.exchange.send(there)
    move.exchange.answer(here)
    home = take_in(here, incoming_households(here)[-1].id, TransferInEntry())
    move.exchange.send(here)
    return home


def back(move: Move, file: HouseholdFile) -> HouseholdId:
    """Let a household of the new village move back to the old one."""
    move.clock.day = LATER + timedelta(days=20)
    transfer_out(move.new, an_entry(file, code=VILLAGES[0], moved_on=LATER + timedelta(days=15)))
    return come(move, move.new, move.old)


def payments(workspace: Workspace) -> list[tuple[str, int, Payer]]:
    """Return what other villages' payments are told here: village, year, payer."""
    with workspace.store.reading() as connection:
        told = UnitOfWork(connection).earlier_contributions.find()
    return sorted((one.village_name, one.year, one.payer) for one in told)


def acts_of(workspace: Workspace, home: HouseholdId) -> Counter[tuple[str, str, str]]:
    return Counter(
        (each.village, entry.kind, str(entry.changes))
        for each in earlier_history_of(workspace, home)
        for entry in each.entries
    )


def test_past_is_told_once_when_a_household_is_sent_again_after_both_villages_had_it(move: Move) -> None:
    payer = person_named(move.file(), "单长乐")
    move.pay(payer)
    for _ in range(2):  # two gifts of the village on one day are two
        move.pay(payer, payer=Payer.COLLECTIVE)
    first = move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    home = take_in(move.new, incoming_households(move.new)[0].id, TransferInEntry())
    withdraw_transfer(move.old, first, "没有搬")  # before the old village hears of it
    move.exchange.round(move.new)
    move.exchange.round(move.old)
    before, told = payments(move.new), acts_of(move.new, home)
    assert [payer for _, _, payer in before] == [Payer.COLLECTIVE, Payer.COLLECTIVE, Payer.SELF]
    transfer_out(move.old, an_entry(move.file(), moved_on=MOVED + timedelta(days=1)))
    assert come(move, move.old, move.new) == home
    assert payments(move.new) == before
    assert acts_of(move.new, home) == told


def test_what_happened_meanwhile_is_told_when_a_household_is_sent_again(move: Move) -> None:
    first = move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    take_in(move.new, incoming_households(move.new)[0].id, TransferInEntry())
    withdraw_transfer(move.old, first, "没有搬")
    move.pay(person_named(move.file(), "单长乐"))
    move.exchange.round(move.new)
    transfer_out(move.old, an_entry(move.file(), moved_on=MOVED + timedelta(days=1)))
    home = come(move, move.old, move.new)
    assert payments(move.new) == [("清河村", 2026, Payer.SELF)]
    assert "登记缴费" in {kind for _, kind, _ in acts_of(move.new, home)}


def test_village_is_not_told_its_own_past_when_a_household_comes_back(move: Move) -> None:
    move.pay(person_named(move.file(), "单长乐"), 2025)
    move.leave()
    home = open_household(move.new, come(move, move.old, move.new))
    assert payments(move.new) == [("清河村", 2025, Payer.SELF)]
    here = Move(move.exchange, move.new, move.old, move.clock)
    here.pay(person_named(home, "李㛃"), 2026)
    again = back(move, home)
    assert payments(move.old) == [("花椒村", 2026, Payer.SELF)]
    assert {village for village, _, _ in acts_of(move.old, again)} == {"花椒村"}


def test_payment_taken_back_where_it_was_paid_can_be_paid_again_after_a_household_came_back(move: Move) -> None:
    paid = move.pay(person_named(move.file(), "单长乐"))
    move.leave()
    again = back(move, open_household(move.new, come(move, move.old, move.new)))
    reverse_contribution(move.old, paid, "记错")
    person = person_named(open_household(move.old, again), "单长乐")
    (row,) = (row for row in season(move.old, Insurance.PENSION, 2026).rows if row.row.person_id == person)
    assert row.row.paid_elsewhere is None
    move.pay(person)  # and is not refused as paid elsewhere


def test_dibao_is_left_to_be_applied_for_once_when_a_household_is_sent_again(move: Move) -> None:
    move.grant_dibao("0003")
    first = move.leave("0003")
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    home = take_in(move.new, incoming_households(move.new)[0].id, TransferInEntry())
    withdraw_transfer(move.old, first, "没有搬")
    move.exchange.send(move.new)
    transfer_out(move.old, an_entry(move.file("0003"), moved_on=MOVED + timedelta(days=1)))
    assert come(move, move.old, move.new) == home
    with move.new.store.reading() as connection:
        assert len(UnitOfWork(connection).follow_ups.find(household_id=home)) == 1

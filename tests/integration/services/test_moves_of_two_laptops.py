"""A household between villages, with two laptops in one of them: what both do about it comes to a person, and nobody is sent twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from clerk_app.domain.settlement import Choice
from clerk_app.domain.transfer import TransferState
from clerk_app.errors import UserError
from clerk_app.services.accounts import create_village
from clerk_app.services.conflicts import conflicts, settle_conflict
from clerk_app.services.county import admit
from clerk_app.services.county_transfers import list_transfers
from clerk_app.services.households import (
    HouseholdEntry,
    change_household,
    household_numbered,
    list_households,
    search,
)
from clerk_app.services.incoming import incoming_households
from clerk_app.services.people import add_member
from clerk_app.services.transfer_back import withdraw_transfer
from clerk_app.services.transfer_in import TransferInEntry, decline, take_in
from clerk_app.services.transfer_out import transfer_out
from clerk_app.services.verification import verify
from clerk_app.services.work import work_items_of
from clerk_app.services.workspace import Workspace
from tests.builders import CHEAP, PASSWORD, VILLAGE, a_member
from tests.county_builders import VILLAGES
from tests.integration.services.test_laptops import second_laptop
from tests.moves import LATER, MOVED, Move, an_entry


@dataclass(frozen=True, slots=True)
class Two:
    """A move, and the old village's second laptop."""

    move: Move
    second: Workspace

    def rounds(self, *laptops: Workspace) -> None:
        for each in (*laptops, *laptops):
            self.move.exchange.round(each)


@pytest.fixture
def two(move: Move, tmp_path: Path) -> Iterator[Two]:
    """Two villages, the old one with two laptops, all at the same point after the day of a move."""
    move.exchange.round(move.old)
    second = second_laptop(move.exchange, tmp_path / "second", move.clock)
    move.exchange.round(move.old)
    move.clock.day = LATER
    yield Two(move, second)
    second.close()


def the_item(workspace: Workspace, kind: str) -> str:
    """Return the words of the one work item of a kind."""
    (found,) = [item.reason for item in work_items_of(workspace) if item.kind == kind]
    return found


def test_answer_comes_in_when_a_new_member_waits_for_a_person(two: Two) -> None:
    move = two.move
    move.leave()
    child = replace(a_member("单小雷", age=3, relation="30", place=80), from_on=MOVED)
    add_member(two.second, household_numbered(two.second, "0002").household.id, child)
    move.exchange.send(move.old)
    move.exchange.send(two.second)
    assert move.exchange.answer(move.old).conflicts == 1
    assert search(move.old, "单小雷") == ()
    assert verify(move.old).ok
    two.rounds(two.second, move.old)
    (left,) = conflicts(two.second)
    settle_conflict(two.second, left.id, Choice.LET_GO, "户已迁走")
    two.rounds(two.second, move.old)
    assert conflicts(move.old) == ()
    assert verify(move.old).ok


def test_household_that_both_laptops_sent_away_is_not_sent_again(two: Two) -> None:
    move = two.move
    move.leave()
    transfer_out(two.second, an_entry(household_numbered(two.second, "0002"), code=VILLAGES[2]))
    two.rounds(move.old, two.second)
    (left,) = conflicts(two.second)
    with pytest.raises(UserError, match=r"单长乐已不在这一户里.*不再办理") as refused:
        settle_conflict(two.second, left.id, Choice.DONE_AGAIN, "改去马游村")
    assert refused.value.field == "choice"
    settle_conflict(two.second, left.id, Choice.LET_GO, "已迁往花椒村")
    two.rounds(two.second, move.old)
    assert [one.to_code for one in list_transfers(move.exchange.county)] == [VILLAGES[1]]


def test_move_that_waited_is_carried_out_when_everybody_is_still_there(two: Two) -> None:
    """What stood against it was a change of the household on the other laptop."""
    move = two.move
    household = move.file().household
    entry = HouseholdEntry(number="0002", group=household.group, note="搬家前改过")
    change_household(move.old, household.id, household.version, entry)
    transfer_out(two.second, an_entry(household_numbered(two.second, "0002")))
    two.rounds(move.old, two.second)
    (left,) = conflicts(two.second)
    settle_conflict(two.second, left.id, Choice.DONE_AGAIN, "确已搬走")
    two.rounds(two.second, move.old)
    (sent,) = list_transfers(move.exchange.county)
    assert (sent.state, sent.people) == (TransferState.WAITING, 3)


def test_second_laptop_that_takes_a_move_back_too_is_told_of_the_first(two: Two) -> None:
    move = two.move
    sent = move.leave()
    two.rounds(move.old, two.second)
    for laptop in (move.old, two.second):
        withdraw_transfer(laptop, sent, "没有搬")
    two.rounds(move.old, two.second)
    assert the_item(two.second, "refused") == (
        "这一户的迁出已先在1号机上由何清撤回：不用再办，只要核对这一户现在的登记。"
    )
    assert [member.person.name for member in household_numbered(two.second, "0002").members] == [
        "单长乐", "李㛃", "单小雨",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (
            "take",
            (
                "这一户已先在1号机上由何清迁入，户编号 0001：以先办的为准，这里的办理没有照办；"
                "在这里给这一户另外登记的，请在 0001 户里重新登记。"
            ),
        ),
        (
            "decline",
            "这一户已先在1号机上由何清退回（查无此户）：以先办的为准，这里没有迁入；确要迁入，请对方村重新办迁出。",
        ),
    ],
)
def test_second_laptop_that_takes_a_household_in_too_is_told_of_the_first(
    move: Move, tmp_path: Path, first: str, told: str
) -> None:
    move.exchange.round(move.new)
    entry = replace(VILLAGE, code=VILLAGES[1], name="花椒村", county_key="", joining=True)
    second = create_village(tmp_path / "second", entry, "周敏", PASSWORD, move.clock, parameters=CHEAP).workspace
    move.exchange.invite(second, VILLAGES[1], "花椒村")
    move.exchange.send(second)
    admit(move.exchange.county, second.store.install.id, second=True)
    move.exchange.answer(second)
    move.exchange.round(move.new)
    move.leave()
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    move.exchange.answer(second)
    offer = incoming_households(second)[0].id
    if first == "take":
        take_in(move.new, offer, TransferInEntry())
    else:
        decline(move.new, offer, "查无此户")
    take_in(second, offer, TransferInEntry())
    for laptop in (move.new, second, move.new, second):
        move.exchange.round(laptop)
    assert the_item(second, "refused") == told
    assert [row.number for row in list_households(second)] == (["0001"] if first == "take" else [])
    assert verify(second).ok
    second.close()

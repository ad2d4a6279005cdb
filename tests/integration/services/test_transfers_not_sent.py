"""Households that their new village cannot have: the county sees which, why and what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, insert

from clerk_app.domain.transfer import TransferId, TransferStanding
from clerk_app.exchange import transfers as told
from clerk_app.services import county_transfers
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_moves import CountyTransfer
from clerk_app.services.county_report import report
from clerk_app.services.county_transfers import list_transfers, tell_transfers, unread_transfers
from clerk_app.services.incoming import incoming_households
from clerk_app.services.transfer_in import TransferInEntry, take_in
from clerk_app.storage.county_tables import RECORDS
from tests.builders import person_named
from tests.county_builders import VILLAGES
from tests.moves import LATER, Move


def sent(move: Move) -> CountyTransfer:
    """Let a household leave and the county hear of it; return how the county sees it."""
    move.leave()
    move.exchange.send(move.old)
    (one,) = list_transfers(move.exchange.county)
    return one


def offered(move: Move) -> int:
    """Return how many households the new village can open after the county's next answer."""
    move.exchange.answer(move.new)
    return len(incoming_households(move.new))


def test_household_that_can_be_had_has_no_trouble(move: Move) -> None:
    one = sent(move)
    assert (one.trouble, one.is_sent) == ("", True)
    assert unread_transfers(move.exchange.county) == ()
    assert offered(move) == 1


def test_move_that_a_newer_program_recorded_is_named_as_unread(move: Move) -> None:
    sent(move)
    table = RECORDS["transfer"]
    with move.exchange.county.store.writing() as session:
        session.execute(table.update().values(standing="newer"))
    assert list_transfers(move.exchange.county) == ()
    (one,) = unread_transfers(move.exchange.county)
    assert (one.from_name, one.to_name, one.to_code) == ("清河村", "花椒村", VILLAGES[1])
    assert one.trouble == ("原村的程序比县里的新，县里看不懂这次迁出，没有发给迁入村：请先升级县里的程序，再写回执。")
    assert offered(move) == 0


def test_move_of_nobody_is_to_be_done_again(move: Move) -> None:
    nobody = move.nobody_leaves("nobody")
    move.record(replace(nobody, id=TransferId("taken back"), standing=TransferStanding.WITHDRAWN))
    move.exchange.send(move.old)
    found = {one.id: one for one in list_transfers(move.exchange.county)}
    assert found["nobody"].trouble.startswith("没有写明谁迁出，没有发给迁入村：请原村撤回迁出")
    assert found["taken back"].trouble == "", "nobody waits for it"
    assert offered(move) == 0


def test_past_that_cannot_be_read_is_told(move: Move) -> None:
    one = sent(move)
    earlier = RECORDS["earlier_act"]
    with move.exchange.county.store.writing() as session:
        row = {
            "village": VILLAGES[0], "id": "e", "version": 1, "transfer_id": one.id, "household_id": move.file().household.id,
            "village_name": "石桥村", "by_name": "何清", "line": '{"format":9}',
        }  # fmt: skip
        session.execute(insert(earlier).values(**row))
    (one,) = list_transfers(move.exchange.county)
    assert not one.is_sent
    assert "县里的程序看不懂的内容，没有发给迁入村：原村的程序更新时，请升级县里的程序" in one.trouble
    assert offered(move) == 0


def test_household_with_too_long_a_past_is_to_go_in_parts(move: Move, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(move)
    for module in (told, county_transfers):
        monkeypatch.setattr(module, "MOST_RECORDS", 3)
    (one,) = list_transfers(move.exchange.county)
    assert (one.trouble, one.is_sent) == (
        "资料超过 3 条，没有发给迁入村：请原村撤回迁出，分几次办理。",
        False,
    )


def test_household_that_goes_but_cannot_be_opened_there_is_told_too(move: Move) -> None:
    sent(move)
    household = RECORDS["household"]
    with move.exchange.county.store.writing() as session:
        session.execute(household.update().values(hukou="a newer one"))
    (one,) = list_transfers(move.exchange.county)
    assert (one.trouble, one.is_sent) == (
        "已发给迁入村，但资料来自更新版本的程序：迁入村打不开时，请那里先升级程序。",
        True,
    )
    assert offered(move) == 0


def test_household_of_which_somebody_is_missing_is_told(move: Move) -> None:
    moved = person_named(move.file(), "单小雨")
    sent(move)
    with move.exchange.county.store.writing() as session:
        for table, column in (("membership", "person_id"), ("identity", "person_id"), ("person", "id")):
            record = RECORDS[table]
            session.execute(delete(record).where(record.c[column] == moved))
    (one,) = list_transfers(move.exchange.county)
    assert (one.trouble[:21], one.is_sent) == ("已发给迁入村，但有人的资料没有报来，那里办", True)
    assert offered(move) == 0


def test_household_of_too_many_bytes_is_to_go_in_parts(move: Move, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(move)
    monkeypatch.setattr(county_transfers, "MOST_OFFERED", 100)
    (one,) = list_transfers(move.exchange.county)
    assert (one.trouble, one.is_sent) == ("资料超过 0 MB，没有发给迁入村：请原村撤回迁出，分几次办理。", False)
    assert offered(move) == 0


def test_one_that_cannot_be_sent_takes_no_room_from_those_that_can(move: Move, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(county_transfers, "MOST_OFFERS", 1)
    move.nobody_leaves("nobody")
    move.leave("0003")
    move.exchange.send(move.old)
    assert offered(move) == 1


def leaving(move: Move) -> None:
    """Let two households leave, and the county hear of it."""
    for number in ("0002", "0003"):
        move.leave(number)
    move.exchange.send(move.old)


@pytest.mark.parametrize("limit", ["MOST_OFFERS", "MOST_OFFERED"])
def test_households_that_an_answer_has_no_room_for_are_counted_and_come_when_the_first_is_dealt_with(
    move: Move, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    county = move.exchange.county
    leaving(move)
    with county.store.reading() as session:
        every = len(tell_transfers(session, VILLAGES[1], LATER).data)
    monkeypatch.setattr(county_transfers, limit, 1 if limit == "MOST_OFFERS" else every - 200)
    assert [(one.is_sent, one.is_later) for one in list_transfers(county)] == [(True, False), (False, True)]
    assert [village.later for village in report(county).villages] == [0, 1 if limit == "MOST_OFFERS" else 0]
    written = {each.village: each for each in write_answers(county, move.exchange.fresh_stick())}
    assert [(each.village_name, each.later) for each in written.values()] == [("清河村", 0), ("花椒村", 1)]
    assert offered(move) == 1
    first = incoming_households(move.new)[0]
    take_in(move.new, first.id, TransferInEntry())
    move.exchange.send(move.new)
    assert offered(move) == 1
    assert incoming_households(move.new)[0].id != first.id
    assert [one.is_later for one in list_transfers(county)] == [False, False]

"""Payments that a village takes back after the household has gone: the new village is told, and the old one of what came back to it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.household import HouseholdFile, PersonId
from clerk_app.domain.money import Money
from clerk_app.domain.reversal import standing
from clerk_app.errors import UserError
from clerk_app.services.contributions import (
    ContributionEntry,
    contributions_of,
    paid_before,
    record_contribution,
    reverse_contribution,
)
from clerk_app.services.county_report import report
from clerk_app.services.households import open_household
from clerk_app.services.incoming import incoming_households
from clerk_app.services.season import season
from clerk_app.services.today import DueKind, today
from clerk_app.services.transfer_in import TransferInEntry, take_in
from clerk_app.services.transfer_out import transfer_out
from clerk_app.services.work import WorkItem, settle_work_item, work_items_of
from clerk_app.services.work_desk import desk_items
from clerk_app.services.workspace import Workspace
from clerk_app.storage.county_tables import RECORDS, VILLAGE
from tests.builders import person_named
from tests.county_builders import VILLAGES, village_at
from tests.moves import LATER, Move, an_entry

REVERSED, CHANGED, ADDED = "earlier_reversed", "earlier_changed", "earlier_added"


def come(move: Move, there: Workspace, here: Workspace) -> HouseholdFile:
    """Carry a household that left ``there`` to ``here`` and take it in."""
    move.exchange.send(there)
    move.exchange.answer(here)
    home = take_in(here, incoming_households(here)[-1].id, TransferInEntry())
    move.exchange.send(here)
    return open_household(here, home)


def told(move: Move, there: Workspace, here: Workspace) -> list[WorkItem]:
    """Let the county hear of one village and answer the other; return what waits there of payments elsewhere."""
    move.exchange.send(there)
    move.exchange.answer(here)
    return [item for item in work_items_of(here) if item.kind in {REVERSED, CHANGED, ADDED}]


def taken_back_after_the_move(move: Move) -> PersonId:
    """Pay for somebody, let the household come over, and take the payment back in the old village; return the person's id there."""
    head = person_named(move.file(), "单长乐")
    wrong = move.pay(head)
    move.leave()
    come(move, move.old, move.new)
    reverse_contribution(move.old, wrong, "记错")
    return head


def paid(workspace: Workspace, person: PersonId, yuan: int = 200, payer: Payer = Payer.SELF) -> str:
    entry = ContributionEntry(
        person_id=person,
        insurance=Insurance.PENSION,
        year=2026,
        tier=Money.yuan(yuan),
        payer=payer,
        paid_on=date(2026, 3, 4),
        collector="何清",
    )
    return record_contribution(workspace, entry).id


def test_payment_that_stands_is_no_news(move: Move) -> None:
    head = person_named(move.file(), "单长乐")
    move.pay(head)
    move.pay(head, payer=Payer.COLLECTIVE)
    move.pay(person_named(move.file(), "李㛃"))
    move.leave()
    come(move, move.old, move.new)
    assert told(move, move.old, move.new) == []


def test_new_village_is_told_of_a_payment_reversed_in_the_old_one(move_either: Move) -> None:
    move = move_either
    wrong = move.pay(person_named(move.file(), "单长乐"))
    move.pay(person_named(move.file(), "李㛃"))
    move.leave()
    home = come(move, move.old, move.new)
    reverse_contribution(move.old, wrong, "退费")
    (item,) = told(move, move.old, move.new)
    assert (item.kind, item.kind_in_words) == (REVERSED, "原村已冲销")
    assert item.reason == (
        "2026 年城乡居民养老保险：迁入时告知的清河村个人缴费 200.00 元（2026-03-02），迁入后清河村已冲销，"
        "没有改记：本村不再算已缴，要缴的在本村登记。"
    )
    (seen,) = report(move.exchange.county).earlier
    assert (seen.village, seen.village_name, seen.kind, seen.text) == (VILLAGES[1], "花椒村", REVERSED, item.reason)
    (shown,) = desk_items(move.new)
    assert (shown.person, shown.household_id) == ("单长乐", home.household.id)
    assert shown.place == ("household", home.household.id)
    assert told(move, move.new, move.old) == [], "the old village did it itself"


def test_first_page_names_what_is_told_and_whom_it_is_about(move: Move) -> None:
    wrong = move.pay(person_named(move.file(), "李㛃"))
    move.leave()
    come(move, move.old, move.new)
    reverse_contribution(move.old, wrong, "退费")
    (item,) = told(move, move.old, move.new)
    (due,) = [each for each in today(move.new).items if each.kind is DueKind.WORK]
    assert (due.called, due.title) == ("原村已冲销", "李㛃")
    assert due.detail.text == f"0001 户：{item.reason}"


def test_what_is_recorded_instead_is_told_and_told_anew_until_somebody_settles_it(move: Move) -> None:
    head = taken_back_after_the_move(move)
    again = paid(move.old, head, 300)
    (item,) = told(move, move.old, move.new)
    assert (item.kind, item.kind_in_words) == (CHANGED, "原村改了缴费")
    assert "清河村已冲销，改记为个人缴费 300.00 元（2026-03-04）：请以现在的为准。" in item.reason
    reverse_contribution(move.old, again, "档次又错")
    paid(move.old, head, 500, Payer.PROXY)
    (later,) = told(move, move.old, move.new)
    assert later.id == item.id
    assert "改记为政府代缴 500.00 元（2026-03-04）" in later.reason
    settle_work_item(move.new, later.id, "已核对")
    assert told(move, move.old, move.new) == []


def test_item_goes_by_itself_when_the_same_is_recorded_again(move: Move) -> None:
    head = taken_back_after_the_move(move)
    assert [item.kind for item in told(move, move.old, move.new)] == [REVERSED]
    move.pay(head)
    assert told(move, move.old, move.new) == []


def test_year_may_be_paid_here_once_the_payment_there_is_known_to_be_reversed(move: Move) -> None:
    head = person_named(move.file(), "单长乐")
    wrong = move.pay(head)
    gift = move.pay(head, payer=Payer.COLLECTIVE)
    move.leave()
    home = come(move, move.old, move.new)
    here = person_named(home, "单长乐")

    def elsewhere() -> set[Payer]:
        (row,) = (row.row for row in season(move.new, Insurance.PENSION, 2026).rows if row.row.person_id == here)
        assert [one.payer for one in row.earlier] == [one.payer for one in paid_before(move.new, (here,))]
        return {one.payer for one in row.earlier}

    reverse_contribution(move.old, wrong, "退费")
    assert elsewhere() == {Payer.SELF, Payer.COLLECTIVE}, "nothing is known yet"
    with pytest.raises(UserError, match="已在清河村有一笔"):
        paid(move.new, here)
    (item,) = told(move, move.old, move.new)
    assert elsewhere() == {Payer.COLLECTIVE}
    reverse_contribution(move.old, gift, "退费")
    assert len(told(move, move.old, move.new)) == 2
    assert elsewhere() == set()
    move.pay(head)
    told(move, move.old, move.new)
    with pytest.raises(UserError, match="已在清河村有一笔"):
        paid(move.new, here)
    settle_work_item(move.new, next(each.id for each in work_items_of(move.new) if each.id != item.id), "已核对")
    assert elsewhere() == {Payer.SELF}, "what a person settled counts as the newest answer says"
    reverse_contribution(move.old, paid_there(move, head), "又退了")
    told(move, move.old, move.new)
    paid(move.new, here)


def paid_there(move: Move, person: PersonId) -> str:
    """Return the payment of the person's own part that stands in the old village."""
    (one,) = (one for one in standing(contributions_of(move.old, (person,))) if one.payer is Payer.SELF)
    return one.id


def test_one_of_two_equal_payments_reversed_is_one(move: Move) -> None:
    head = person_named(move.file(), "单长乐")
    first = move.pay(head, payer=Payer.COLLECTIVE)
    move.pay(head, payer=Payer.COLLECTIVE)
    move.leave()
    come(move, move.old, move.new)
    reverse_contribution(move.old, first, "记了两次")
    (item,) = told(move, move.old, move.new)
    assert item.reason.count("集体补助 200.00 元") == 1


def test_old_village_is_told_of_a_payment_reversed_in_the_new_one_after_the_household_came_back(move: Move) -> None:
    move.pay(person_named(move.file(), "单长乐"))
    move.leave()
    home = come(move, move.old, move.new)
    wrong = paid(move.new, person_named(home, "李㛃"))
    move.clock.day = LATER + timedelta(days=20)
    transfer_out(move.new, an_entry(home, code=VILLAGES[0], moved_on=LATER + timedelta(days=15)))
    come(move, move.new, move.old)
    reverse_contribution(move.new, wrong, "退费")
    (item,) = told(move, move.new, move.old)
    assert item.kind == REVERSED
    assert "告知的花椒村个人缴费 200.00 元（2026-03-04），迁入后花椒村已冲销" in item.reason
    assert told(move, move.old, move.new) == [], "nobody of them lives there now"


def test_payment_of_the_village_before_the_last_is_found_by_the_villages_name(move: Move) -> None:
    wrong = move.pay(person_named(move.file(), "单长乐"))
    move.leave()
    come(move, move.old, move.new)
    told_there = RECORDS["earlier_contribution"]
    with move.exchange.county.store.writing() as session:  # as if it had come by a village between them
        session.execute(told_there.update().values(village_name="从前的村"))
    reverse_contribution(move.old, wrong, "退费")
    assert told(move, move.old, move.new) == [], "no village of that name: nothing is known"
    with move.exchange.county.store.writing() as session:
        session.execute(VILLAGE.update().where(VILLAGE.c.code == VILLAGES[0]).values(name="从前的村"))
    (item,) = told(move, move.old, move.new)
    assert "告知的从前的村个人缴费" in item.reason


def known_there_as(move: Move, person: PersonId, number: str | None) -> None:
    """Let the county know somebody in the old village by another number, or none."""
    table = RECORDS["person"]
    with move.exchange.county.store.writing() as session:
        here = (table.c.village == VILLAGES[0]) & (table.c.id == person)
        session.execute(table.update().where(here).values(id_number=number, temporary_number="L1"))


def test_nothing_is_said_of_somebody_known_by_another_number_there(move: Move) -> None:
    head = taken_back_after_the_move(move)
    paid(move.old, head, 300)
    move.exchange.send(move.old)
    known_there_as(move, head, "532325199001010016")
    assert told(move, move.old, move.new) == []


def test_somebody_without_a_number_there_is_known_by_the_move(move: Move) -> None:
    head = taken_back_after_the_move(move)
    move.exchange.send(move.old)
    known_there_as(move, head, None)
    assert [item.kind for item in told(move, move.old, move.new)] == [REVERSED]


def test_new_village_is_told_of_a_payment_recorded_in_the_old_one_after_the_move(move_either: Move) -> None:
    move = move_either
    head = person_named(move.file(), "单长乐")
    move.pay(head, year=2025)
    move.leave()
    home = come(move, move.old, move.new)
    again = paid(move.old, head)
    (item,) = told(move, move.old, move.new)
    assert (item.kind, item.kind_in_words) == (ADDED, "原村补登缴费")
    assert item.reason == (
        "2026 年城乡居民养老保险：清河村还登记有个人缴费 200.00 元（2026-03-04），迁入时没有告知：这一年已经缴过，本村不要再收。"
    )
    (seen,) = report(move.exchange.county).earlier
    assert (seen.village, seen.kind, seen.text) == (VILLAGES[1], ADDED, item.reason)
    (shown,) = desk_items(move.new)
    assert (shown.person, shown.place) == ("单长乐", ("household", home.household.id))
    assert [one.id for one in told(move, move.old, move.new)] == [item.id], "told once, however often"
    assert contributions_of(move.new, (person_named(home, "单长乐"),)) == ()
    with move.exchange.county.store.reading() as session:
        kept = session.execute(select(RECORDS["contribution"].c.village).where(RECORDS["contribution"].c.year == 2026))
        assert kept.scalars().all() == [VILLAGES[0]], "counted once at the county"
    reverse_contribution(move.old, again, "记错")
    assert told(move, move.old, move.new) == []


def test_each_later_payment_is_told_by_itself_and_settled_by_itself(move: Move) -> None:
    head = person_named(move.file(), "单长乐")
    move.leave()
    come(move, move.old, move.new)
    paid(move.old, head)
    paid(move.old, head, payer=Payer.COLLECTIVE)
    first, second = told(move, move.old, move.new)
    assert sorted(each.reason.endswith("只作了解，不计入本村。") for each in (first, second)) == [False, True]
    settle_work_item(move.new, first.id, "已核对")
    assert [each.id for each in told(move, move.old, move.new)] == [second.id]


def test_later_payment_of_a_year_that_the_new_village_has_too_is_called_twice(move: Move) -> None:
    head = person_named(move.file(), "单长乐")
    move.leave()
    home = come(move, move.old, move.new)
    paid(move.new, person_named(home, "单长乐"), 300)
    move.exchange.send(move.new)
    paid(move.old, head)
    (item,) = told(move, move.old, move.new)
    assert item.reason.endswith(
        "本村也登记了个人缴费 300.00 元（2026-03-04），同一年缴了两次，请和清河村核对，由一方冲销。"
    )


def test_later_payment_by_proxy_in_both_villages_is_told_as_that_alone(move: Move) -> None:
    head = person_named(move.file(), "单长乐")
    move.leave()
    home = come(move, move.old, move.new)
    paid(move.new, person_named(home, "单长乐"), payer=Payer.PROXY)
    move.exchange.send(move.new)
    paid(move.old, head, payer=Payer.PROXY)
    assert told(move, move.old, move.new) == []
    assert [item.kind for item in work_items_of(move.new)] == ["double_proxy"]


def test_later_payment_two_villages_ago_is_told_where_somebody_lives_now(move: Move, tmp_path: Path) -> None:
    head = person_named(move.file(), "单长乐")
    move.leave()
    home = come(move, move.old, move.new)
    third = village_at(tmp_path / "third", VILLAGES[2], "石桥村", move.clock)
    move.exchange.join(third, VILLAGES[2], "石桥村")
    move.clock.day = LATER + timedelta(days=20)
    transfer_out(move.new, an_entry(home, code=VILLAGES[2], moved_on=LATER + timedelta(days=15)))
    come(move, move.new, third)
    paid(move.old, head)
    (item,) = told(move, move.old, third)
    assert "清河村还登记有个人缴费 200.00 元" in item.reason
    assert told(move, move.old, move.new) == [], "nobody of them lives there now"
    third.close()


def test_move_written_by_a_newer_program_stops_no_answer(move: Move) -> None:
    head = person_named(move.file(), "单长乐")
    move.leave()
    come(move, move.old, move.new)
    paid(move.old, head)
    move.exchange.send(move.old)
    with move.exchange.county.store.writing() as session:
        session.execute(RECORDS["transfer"].update().where(RECORDS["transfer"].c.origin != "").values(people="5"))
    assert told(move, move.old, move.new) == []

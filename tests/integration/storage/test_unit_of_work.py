"""One act = one transaction = one journal entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from clerk_app.domain.act import GENESIS, Act
from clerk_app.domain.transfer import EarlierAct, EarlierActId, Transfer, TransferId, TransferStanding
from clerk_app.errors import UserError
from clerk_app.services.households import household_numbered
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal
from clerk_app.storage.tables import JOURNAL_TOUCH


def acts_of(workspace: Workspace) -> tuple[Act, ...]:
    with workspace.store.reading() as connection:
        return tuple(journal.acts(connection))


@pytest.mark.parametrize("error", [ValueError, UserError, KeyboardInterrupt, MemoryError])
def test_exception_leaves_no_row_and_no_entry(village: Workspace, error: type[BaseException]) -> None:
    before = acts_of(village)
    person = household_numbered(village, "0003").members[0].person

    def rename_and_stop() -> None:
        with village.unit_of_work("change_person") as uow:
            uow.people.save(replace(person, name="改"))
            raise error("stop")

    with pytest.raises(error):
        rename_and_stop()
    assert acts_of(village) == before
    assert household_numbered(village, "0003").members[0].person == person


def test_act_is_one_entry_with_every_changed_record(village: Workspace) -> None:
    before = acts_of(village)
    file = household_numbered(village, "0002")
    with village.unit_of_work("change_household", "并户") as uow:
        uow.households.save(replace(file.household, note="一"))
        for member in file.members:
            uow.people.save(replace(member.person, phone="2"))
        uow.subject = file.household.id
    *older, entry = acts_of(village)
    assert tuple(older) == before
    assert (entry.kind, entry.reason, entry.by, entry.subject) == (
        "change_household",
        "并户",
        village.clerk.id,
        file.household.id,
    )
    assert (entry.number, entry.previous) == (before[-1].number + 1, before[-1].hash)
    assert [(change.table, change.base, change.after) for change in entry.changes] == [
        ("household", 1, {"note": "一"}),
        *[("person", 1, {"phone": "2"})] * 3,
    ]
    with village.store.reading() as connection:
        touched = connection.execute(text("SELECT record_id FROM journal_touch WHERE position = 6")).scalars().all()
        assert journal.count(connection) == 6
    assert sorted(touched) == sorted([file.household.id, *(member.person.id for member in file.members)])
    assert JOURNAL_TOUCH.name == "journal_touch"


def test_first_entry_follows_the_genesis(workspace: Workspace) -> None:
    first = acts_of(workspace)[0]
    assert (first.number, first.previous, first.install) == (1, GENESIS, workspace.store.install.id)
    assert first.at == "2026-03-16T01:00:02.000Z"


def test_unit_that_changed_nothing_leaves_no_entry(village: Workspace) -> None:
    before = acts_of(village)
    person = household_numbered(village, "0003").members[0].person
    with village.unit_of_work("change_person") as uow:
        assert uow.people.save(person) == person
    assert acts_of(village) == before


def test_repeated_saves_merge_into_one_change_and_one_version(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    with village.unit_of_work("change_person") as uow:
        once = uow.people.save(replace(person, phone="1"))
        twice = uow.people.save(replace(once, phone="2", note="记"))
        assert (once.version, twice.version) == (2, 2)
    (change,) = acts_of(village)[-1].changes
    assert (change.base, change.before, change.after) == (1, {"note": "", "phone": ""}, {"note": "记", "phone": "2"})
    assert household_numbered(village, "0003").members[0].person == twice
    assert verify(village).ok


def test_save_and_save_back_still_replays(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    with village.unit_of_work("change_person") as uow:
        once = uow.people.save(replace(person, phone="1"))
        uow.people.save(replace(once, phone=""))
    assert household_numbered(village, "0003").members[0].person.version == 2
    assert verify(village).ok


def test_record_that_was_read_before_another_act_is_refused(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    with village.unit_of_work("change_person") as uow:
        uow.people.save(replace(person, phone="1"))
    before = acts_of(village)
    with pytest.raises(UserError, match="刚被别处修改过"), village.unit_of_work("change_person") as uow:
        uow.people.save(replace(person, note="2"))
    with pytest.raises(UserError, match="刚被别处修改过"), village.unit_of_work("change_person") as uow:
        uow.people.save(replace(person, id=type(person.id)("gone")))
    assert acts_of(village) == before


def test_missing_record_is_a_sentence(village: Workspace) -> None:
    with pytest.raises(UserError, match="不存在"), village.unit_of_work("change_person") as uow:
        uow.people.get("gone")


def test_records_are_found_by_stored_values(village: Workspace) -> None:
    with village.unit_of_work("look") as uow:
        assert [h.number for h in uow.households.find(group="第2组")] == ["0002", "0003"]
        assert len(uow.memberships.find(to_on=None)) == 6
        assert uow.households.first(number="none") is None
        assert uow.villages.first() is not None


def test_batch_is_all_or_none(village: Workspace) -> None:
    before = acts_of(village)
    file = household_numbered(village, "0002")

    def note_twice_and_stop() -> None:
        with village.batch() as batch:
            for index in (1, 2):
                with batch.act("change_household") as uow:
                    uow.households.save(replace(file.household, version=index, note=str(index)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        note_twice_and_stop()
    assert acts_of(village) == before
    with village.batch() as batch:
        for index in (1, 2):
            with batch.act("change_household", f"第{index}次") as uow:
                uow.households.save(replace(file.household, version=index, note=str(index)))
    assert [(act.number, act.reason) for act in acts_of(village)[-2:]] == [
        (before[-1].number + 1, "第1次"),
        (before[-1].number + 2, "第2次"),
    ]
    assert verify(village).ok


@pytest.mark.parametrize(
    "statement", ["UPDATE journal SET reason = 'x'", "DELETE FROM journal", "DELETE FROM journal WHERE position = 1"]
)
def test_journal_refuses_to_be_changed(village: Workspace, statement: str) -> None:
    before = acts_of(village)
    with pytest.raises(DBAPIError, match="append-only"), village.store.writing() as connection:
        connection.execute(text(statement))
    assert acts_of(village) == before


def test_reader_sees_one_state_while_another_writes(village: Workspace) -> None:
    file = household_numbered(village, "0002")
    with village.store.reading() as connection:
        count = journal.count(connection)
        with village.unit_of_work("change_household") as uow:
            uow.households.save(replace(file.household, note="一"))
        assert journal.count(connection) == count
    with village.store.reading() as connection:
        assert journal.count(connection) == count + 1


def test_acts_can_be_read_from_a_number_on(village: Workspace) -> None:
    install = village.store.install
    with village.store.reading() as connection:
        assert [act.number for act in journal.acts(connection, after=3, install=install.id, epoch=1)] == [4, 5]
        assert list(journal.acts(connection, install=install.id, epoch=2)) == []
        assert journal.chain_head(connection, install.id, 2) == (0, GENESIS)


def test_records_saved_together_are_one_act_as_if_saved_one_by_one(village: Workspace) -> None:
    people = [member.person for member in household_numbered(village, "0002").members]
    with village.unit_of_work("change_person") as uow:
        read = uow.people.find_among("id", [person.id for person in people])
        uow.people.save_all([(person, replace(person, phone="3")) for person in read])
        again = uow.people.find_among("id", [people[0].id])
        uow.people.save_all([(again[0], replace(again[0], note="二")), (read[1], read[1])])
    changes = acts_of(village)[-1].changes
    assert [(change.id, change.base, change.before, change.after) for change in changes] == [
        (people[0].id, 1, {"phone": "", "note": ""}, {"phone": "3", "note": "二"}),
        *[(person.id, 1, {"phone": ""}, {"phone": "3"}) for person in people[1:]],
    ]
    assert [member.person.version for member in household_numbered(village, "0002").members] == [2, 2, 2]
    assert verify(village).ok


def test_record_changed_since_it_was_read_is_not_saved_with_others(village: Workspace) -> None:
    stale = household_numbered(village, "0002").members[0].person
    with village.unit_of_work("change_person") as uow:
        uow.people.save(replace(stale, phone="1"))
    before = acts_of(village)
    with pytest.raises(UserError, match="刚被别处修改过"), village.unit_of_work("change_person") as uow:
        uow.people.save_all([(stale, replace(stale, phone="2"))])
    assert acts_of(village) == before


@pytest.mark.parametrize("text", ["粘\0贴", "粘\x1b[31m贴", "粘\x85贴"], ids=["zero", "escape", "later control"])
def test_control_character_is_refused_at_its_field_before_it_is_an_act(village: Workspace, text: str) -> None:
    file = household_numbered(village, "0002")
    before = acts_of(village)
    with pytest.raises(UserError, match="控制字符") as refused, village.unit_of_work("change_household") as uow:
        uow.households.save(replace(file.household, note=text))
    assert refused.value.field == "note"
    with pytest.raises(UserError, match="控制字符") as refused, village.unit_of_work("change_household", text) as uow:
        uow.households.save(replace(file.household, note="好"))
    assert refused.value.field == "reason"
    assert acts_of(village) == before


def test_reason_that_is_too_long_is_refused_whatever_the_act(village: Workspace) -> None:
    file = household_numbered(village, "0002")
    before = acts_of(village)
    with (
        pytest.raises(UserError, match="原因太长：最多 500 个字") as refused,
        village.unit_of_work("change_household", "因" * 501) as uow,
    ):
        uow.households.save(replace(file.household, note="好"))
    assert refused.value.field == "reason"
    assert acts_of(village) == before
    with village.unit_of_work("change_household", "因" * 500) as uow:
        uow.households.save(replace(file.household, note="好"))
    assert len(acts_of(village)) == len(before) + 1


def test_text_of_several_lines_and_what_another_village_wrote_are_kept(village: Workspace) -> None:
    file = household_numbered(village, "0002")
    came = Transfer(
        id=TransferId("came"), standing=TransferStanding.TAKEN_IN, household_id=file.household.id, village_code="1",
        moved_on=date(2026, 3, 1), noted_on=date(2026, 3, 1), reason="迁入",
    )  # fmt: skip
    past = EarlierAct(
        id=EarlierActId("past"), transfer_id=came.id, household_id=file.household.id,
        village_name="清河村", by_name="王", line="{}\x85",
    )  # fmt: skip
    with village.unit_of_work("change_household", "一\n二") as uow:
        uow.households.save(replace(file.household, note="一\n\t二"))
        uow.transfers.add(came)
        uow.earlier_acts.add(past)
    assert household_numbered(village, "0002").household.note == "一\n\t二"

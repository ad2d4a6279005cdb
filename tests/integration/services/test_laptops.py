"""Two laptops of one village: both work, both end with the same records, and what contradicts itself comes to a person."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.household import HouseholdFile
from clerk_app.domain.money import Money
from clerk_app.domain.settlement import Choice
from clerk_app.errors import UserError
from clerk_app.exchange import village_order
from clerk_app.services.accounts import create_village, list_clerks, sign_in, the_village
from clerk_app.services.answers import import_packets
from clerk_app.services.conflicts import ACT, conflicts, count_conflicts, settle_conflict
from clerk_app.services.contributions import ContributionEntry, record_contribution, reverse_contribution
from clerk_app.services.county import admit, open_county, revoke
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_report import report
from clerk_app.services.drafts import load_draft, save_draft
from clerk_app.services.enrolment import enrolment
from clerk_app.services.exchange import outbox
from clerk_app.services.history import history_of
from clerk_app.services.households import (
    HouseholdEntry,
    change_household,
    household_numbered,
    list_households,
    open_household,
    search,
)
from clerk_app.services.identity import identity, renew_identity
from clerk_app.services.people import change_person, change_relation, end_membership
from clerk_app.services.today import DueKind, today
from clerk_app.services.verification import verify
from clerk_app.services.work import work_items_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county_seats, packets
from tests.builders import CHEAP, DAY, PASSWORD, VILLAGE, FixedClock, a_household
from tests.county_builders import VILLAGES, Exchange
from tests.integration.services.records import same_records


def second_laptop(exchange: Exchange, folder: Path, clock: FixedClock, name: str = "周敏") -> Workspace:
    """Make another laptop of the village, empty, enrolled and admitted, with its first answer imported."""
    entry = replace(VILLAGE, county_key="", joining=True)
    laptop = create_village(folder, entry, name, PASSWORD, clock, parameters=CHEAP).workspace
    exchange.invite(laptop, VILLAGES[0], "清河村")
    exchange.send(laptop)
    admit(exchange.county, laptop.store.install.id, second=True)
    exchange.answer(laptop)
    return laptop


@pytest.fixture
def both_either(
    either: Exchange, village: Workspace, tmp_path: Path, clock: FixedClock
) -> Iterator[tuple[Workspace, Workspace]]:
    """Two laptops of the village at the same point, on a county of SQLite, then of PostgreSQL."""
    either.join(village)
    either.answer(village)
    second = second_laptop(either, tmp_path / "second", clock)
    either.answer(village)
    yield village, second
    second.close()


@pytest.fixture
def both(
    exchange: Exchange, village: Workspace, tmp_path: Path, clock: FixedClock
) -> Iterator[tuple[Workspace, Workspace]]:
    """Two laptops of the village at the same point."""
    exchange.join(village)
    exchange.answer(village)
    second = second_laptop(exchange, tmp_path / "second", clock)
    exchange.answer(village)
    yield village, second
    second.close()


def digest(workspace: Workspace) -> str:
    with workspace.store.reading() as connection:
        return packets.state_digest(connection)


def quiet(exchange: Exchange, *laptops: Workspace) -> None:
    """Carry sticks until nothing moves, and see that all are the same."""
    for _ in range(3):
        for laptop in laptops:
            exchange.round(laptop)
    for laptop in laptops:
        assert outbox(laptop).acts == 0
        assert verify(laptop).ok, verify(laptop).checks
        assert same_records(exchange, laptop)
    assert len({digest(laptop) for laptop in laptops}) == 1
    assert len({tuple(each.id for each in conflicts(laptop)) for laptop in laptops}) == 1


def note(workspace: Workspace, words: str, number: str = "0001") -> None:
    file = household_numbered(workspace, number)
    entry = HouseholdEntry(number=number, group=file.household.group, phone=file.household.phone, note=words)
    change_household(workspace, file.household.id, file.household.version, entry)


def of_the_day(workspace: Workspace, number: str) -> HouseholdFile:
    """Return a household with those who belonged to it on the day, their last one included."""
    return open_household(workspace, household_numbered(workspace, number).household.id, DAY)


def test_laptop_that_joins_has_the_whole_village(exchange: Exchange, both: tuple[Workspace, Workspace]) -> None:
    first, second = both
    assert [row.number for row in list_households(second)] == ["0001", "0002", "0003"]
    assert search(second, "段有福")
    assert {clerk.name for clerk in list_clerks(second)} == {"何清", "周敏"}
    quiet(exchange, first, second)
    assert {clerk.name for clerk in list_clerks(first)} == {"何清", "周敏"}
    assert the_village(first) == the_village(second)


def test_each_laptop_numbers_by_itself(exchange: Exchange, both: tuple[Workspace, Workspace]) -> None:
    first, second = both
    a_household().with_head("丁一", age=30, place=40).register_id(first)
    a_household().with_head("丁二", age=30, place=41).register_id(second)
    a_household().with_head("丁三", age=30, place=42).register_id(second)
    quiet(exchange, first, second)
    assert [row.number for row in list_households(first)] == ["0001", "0002", "0003", "0004", "2-0001", "2-0002"]


def test_different_fields_of_one_record_are_merged(exchange: Exchange, both: tuple[Workspace, Workspace]) -> None:
    first, second = both
    note(first, "甲")
    file = household_numbered(second, "0001")
    entry = HouseholdEntry(number="0001", group=file.household.group, phone="13900000000")
    change_household(second, file.household.id, file.household.version, entry)
    quiet(exchange, first, second)
    household = household_numbered(second, "0001").household
    assert (household.note, household.phone) == ("甲", "13900000000")
    assert count_conflicts(first) == 0


def test_same_field_waits_for_a_person_and_is_settled_everywhere(
    either: Exchange, both_either: tuple[Workspace, Workspace]
) -> None:
    first, second = both_either
    note(first, "甲")
    note(second, "乙")
    quiet(either, first, second)
    (found,) = conflicts(second)
    assert (found.standing.value, found.standing.laptop.text) == ("甲", "1号机")
    assert [(side.value, side.laptop.text, side.by) for side in found.others] == [("乙", "2号机（本机）", "周敏")]
    settle_conflict(second, found.id, Choice.TAKEN, "以乙为准")
    quiet(either, first, second)
    assert (count_conflicts(first), count_conflicts(second)) == (0, 0)
    assert household_numbered(first, "0001").household.note == "乙"


def test_t141_person_edited_on_both_is_asked_about_field_by_field(
    exchange: Exchange, both: tuple[Workspace, Workspace]
) -> None:
    """What the village surveys waits for a person; what the county's lists state stands as the county took it in, and is told."""
    for laptop, phone, years in zip(both, ("13900000001", "13900000002"), (3, 4), strict=True):
        person = household_numbered(laptop, "0001").members[0].person
        change_person(laptop, replace(person, phone=phone, pension_years=years))
    quiet(exchange, *both)
    for laptop in both:
        (found,) = conflicts(laptop)
        assert (found.field, found.standing.value, [side.value for side in found.others]) == (
            "联系电话",
            "13900000001",
            ["13900000002"],
        )
        assert household_numbered(laptop, "0001").members[0].person.pension_years == 3
        with laptop.store.reading() as connection:
            lost_values = connection.exec_driver_sql("SELECT field, value, open FROM lost_value ORDER BY field").all()
        assert [tuple(row) for row in lost_values] == [("pension_years", "4", 0), ("phone", '"13900000002"', 1)]


def test_t142_person_removed_elsewhere_while_edited_here_is_told_and_the_draft_kept(
    exchange: Exchange, both: tuple[Workspace, Workspace]
) -> None:
    """Nothing is deleted, by the county neither: a person goes by a dated end with its reason, and no edit of another goes with it."""
    first, second = both
    wife = household_numbered(first, "0002").members[1]
    save_draft(first, f"person-{wife.person.id}", {"phone": "13900000009"})
    change_person(first, replace(wife.person, note="在外务工"))
    end_membership(second, wife.membership.id, DAY, "重复登记")
    quiet(exchange, first, second)
    for laptop in both:
        place = of_the_day(laptop, "0002").members[1]
        assert (place.membership.to_on, place.membership.end_reason) == (DAY, "重复登记")
        assert place.person.note == "在外务工"
        told = history_of(laptop, (wife.membership.id,))[0]
        assert (told.reason, told.by) == ("重复登记", "周敏")
    assert load_draft(first, f"person-{wife.person.id}") == {"phone": "13900000009"}


def test_both_settle_the_same_conflict(exchange: Exchange, both: tuple[Workspace, Workspace]) -> None:
    first, second = both
    note(first, "甲")
    note(second, "乙")
    quiet(exchange, first, second)
    (found,) = conflicts(first)
    settle_conflict(first, found.id, Choice.KEPT, "以甲为准")
    settle_conflict(second, found.id, Choice.TAKEN, "以乙为准")
    exchange.round(first)
    (refused,) = exchange.send(second).troubles
    assert "已先在另一台电脑上处理（保留现有内容）" in refused.reason
    assert "什么都没有丢" in refused.reason
    told = exchange.answer(second)
    assert (told.refused, told.conflicts, count_conflicts(second)) == (1, 0, 0)
    quiet(exchange, first, second)
    assert household_numbered(first, "0001").household.note == "甲"
    (item,) = work_items_of(second)
    assert (item.kind, item.act_kind) == ("refused", "处理两边不同的内容")
    assert item.reason.startswith("这一件已先在1号机上由何清处理：保留现有内容，现在是“甲”。")
    household = household_numbered(second, "0001").household
    assert "以乙为准" in {each.reason for each in history_of(second, (household.id,))}


def test_both_settle_alike(exchange: Exchange, both: tuple[Workspace, Workspace]) -> None:
    first, second = both
    note(first, "甲")
    note(second, "乙")
    quiet(exchange, first, second)
    (found,) = conflicts(first)
    for laptop in both:
        settle_conflict(laptop, found.id, Choice.KEPT, "以甲为准")
    quiet(exchange, first, second)
    assert work_items_of(first) == work_items_of(second) == ()


def test_end_against_change_is_held_and_done_again(exchange: Exchange, both: tuple[Workspace, Workspace]) -> None:
    first, second = both
    wife = household_numbered(first, "0002").members[1].membership.id
    change_relation(first, wife, "10")
    end_membership(second, wife, DAY, "迁出")
    exchange.send(first)
    taken = exchange.send(second)
    assert (taken.applied, taken.contested) == (0, 1)
    assert [(trouble.state, trouble.kind) for trouble in taken.troubles] == [("contested", "end_membership")]
    quiet(exchange, first, second)
    laptops = report(exchange.county).villages[0].laptops
    assert [laptop.contested for laptop in laptops] == [0, 1]
    (found,) = conflicts(first)
    assert (found.kind, found.reason) == (ACT, "迁出")
    settle_conflict(first, found.id, Choice.DONE_AGAIN, "确已迁出")
    quiet(exchange, first, second)
    place = of_the_day(second, "0002").members[1].membership
    assert (place.to_on, place.relation, count_conflicts(second)) == (DAY, "10", 0)


def test_person_registered_on_both_is_refused_on_the_second(
    exchange: Exchange, both: tuple[Workspace, Workspace]
) -> None:
    first, second = both
    a_household().with_head("丁一", age=30, place=40).register_id(first)
    a_household().with_head("丁一", age=30, place=40).register_id(second)
    exchange.send(first)
    exchange.answer(second)
    (item,) = work_items_of(second)
    assert item.kind == "refused"
    assert [row.number for row in list_households(second)] == ["0001", "0002", "0003", "0004"]
    quiet(exchange, first, second)
    assert len(work_items_of(second)) == 1
    assert work_items_of(first) == ()


def test_work_done_since_stays_on_top_of_what_came(exchange: Exchange, both: tuple[Workspace, Workspace]) -> None:
    first, second = both
    note(first, "甲")
    exchange.send(first)
    note(second, "乙", "0002")  # other records: put on top
    assert exchange.answer(second).from_others == 1
    assert household_numbered(second, "0001").household.note == "甲"
    assert verify(second).ok
    person = household_numbered(first, "0002").members[0].person
    change_person(first, replace(person, phone="1"))
    exchange.send(first)
    change_person(second, replace(household_numbered(second, "0002").members[0].person, note="丙"))
    exchange.answer(second)
    assert verify(second).ok
    quiet(exchange, first, second)
    person = household_numbered(first, "0002").members[0].person
    assert (person.phone, person.note) == ("1", "丙")


def test_answers_that_are_lost_or_skipped_lose_nothing(exchange: Exchange, both: tuple[Workspace, Workspace]) -> None:
    first, second = both
    for words in ("一", "二", "三"):
        note(first, words)
        exchange.send(first)
        write_answers(exchange.county, exchange.fresh_stick())
    assert exchange.answer(second).from_others == 3
    quiet(exchange, first, second)


def test_county_asks_before_a_village_has_two_laptops(
    exchange: Exchange, village: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    exchange.join(village)
    entry = replace(VILLAGE, county_key="", joining=True)
    laptop = create_village(tmp_path / "second", entry, "周敏", PASSWORD, clock, parameters=CHEAP).workspace
    exchange.invite(laptop, VILLAGES[0], "清河村")
    exchange.send(laptop)
    known = enrolment(laptop)
    assert known is not None
    install = laptop.store.install.id
    with pytest.raises(UserError, match="--second"):
        admit(exchange.county, install, typed=known.own_fingerprint)
    for typed, told in (("", "第一次准入"), ("0000 0000", "指纹不符")):
        with pytest.raises(UserError, match=told):
            admit(exchange.county, install, typed=typed, second=True)
    with pytest.raises(UserError, match="还没有收到"):
        a_household().with_head("丁一", age=30, place=40).register_id(laptop)
    assert admit(exchange.county, install, typed=known.own_fingerprint, second=True).standing == "admitted"
    laptop.close()


def test_revoked_laptop_is_told_nothing_more_and_changes_nothing(
    exchange: Exchange, both: tuple[Workspace, Workspace]
) -> None:
    first, second = both
    revoke(exchange.county, second.store.install.id)
    note(first, "甲")
    note(second, "乙")
    exchange.send(second)
    exchange.send(first)
    assert exchange.answer(second).from_others == 0
    quiet(exchange, first)
    assert household_numbered(first, "0001").household.note == "甲"
    assert household_numbered(second, "0001").household.note == "乙"


def test_second_laptop_restored_from_an_old_copy(
    exchange: Exchange, both: tuple[Workspace, Workspace], tmp_path: Path, clock: FixedClock
) -> None:
    first, second = both
    second.close()
    shutil.copytree(second.data_dir, tmp_path / "old")
    second = sign_in(second.data_dir, PASSWORD, clock)
    note(second, "乙")
    note(first, "甲", "0002")
    quiet(exchange, first, second)
    second.close()
    shutil.rmtree(second.data_dir)
    shutil.copytree(tmp_path / "old", second.data_dir)
    second = sign_in(second.data_dir, PASSWORD, clock)
    note(second, "丙", "0003")
    quiet(exchange, first, second)
    notes = [household_numbered(second, number).household.note for number in ("0001", "0002", "0003")]
    assert notes == ["乙", "甲", "丙"]
    second.close()


def test_copied_folder_gets_an_identity_of_its_own(
    exchange: Exchange, village: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    exchange.join(village)
    exchange.answer(village)
    note(village, "抄走前写的")
    a_household().with_head("丁一", age=30, place=40).register_id(village)
    village.close()
    shutil.copytree(village.data_dir, tmp_path / "copy")
    first = sign_in(village.data_dir, PASSWORD, clock)
    done = renew_identity(sign_in(tmp_path / "copy", PASSWORD, clock))
    assert (done.before, done.carried) == (first.store.install.id, 2)
    second = done.workspace
    assert verify(second).ok
    assert identity(second).seat == 0
    note(first, "第一台后来写的")
    note(second, "第二台后来写的", "0002")
    exchange.send(second)
    admit(exchange.county, second.store.install.id, second=True)
    quiet(exchange, first, second)
    assert identity(second).seat == 2
    assert identity(first).laptops == ((1, first.store.install.id), (2, second.store.install.id))
    assert search(second, "丁一")
    assert household_numbered(second, "0002").household.note == "第二台后来写的"
    first.close()
    second.close()


def test_stolen_laptop_is_replaced_from_an_old_copy(
    exchange: Exchange, village: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    exchange.join(village)
    exchange.answer(village)
    village.close()
    shutil.copytree(village.data_dir, tmp_path / "copy")
    stolen = sign_in(village.data_dir, PASSWORD, clock)
    note(stolen, "县里知道的")
    exchange.round(stolen)
    revoke(exchange.county, stolen.store.install.id)
    note(stolen, "偷走以后写的")
    exchange.send(stolen)
    done = renew_identity(sign_in(tmp_path / "copy", PASSWORD, clock)).workspace
    note(done, "新电脑写的", "0002")
    exchange.send(done)
    admit(exchange.county, done.store.install.id)
    quiet(exchange, done)
    notes = [household_numbered(done, number).household.note for number in ("0001", "0002")]
    assert notes == ["县里知道的", "新电脑写的"]
    stolen.close()
    done.close()


def test_identity_is_renewed_only_with_a_county(village: Workspace) -> None:
    with pytest.raises(UserError, match="没有登记县里"):
        renew_identity(village)


def test_county_restored_brings_back_what_a_gone_laptop_wrote_as_work(
    exchange: Exchange, both: tuple[Workspace, Workspace], tmp_path: Path, clock: FixedClock
) -> None:
    first, second = both
    exchange.county.close()
    shutil.copytree(exchange.county.data_dir, tmp_path / "county-copy")
    exchange = Exchange(open_county(exchange.county.data_dir, PASSWORD, clock), exchange.folder)
    note(second, "乙")
    quiet(exchange, first, second)
    exchange.county.close()
    shutil.rmtree(exchange.county.data_dir)
    shutil.copytree(tmp_path / "county-copy", exchange.county.data_dir)
    exchange = Exchange(open_county(exchange.county.data_dir, PASSWORD, clock), exchange.folder)
    exchange.round(first)
    (item,) = work_items_of(first)
    assert (item.kind, item.act_kind, "那台电脑再报送" in item.reason) == ("strange", "修改住户", True)
    assert household_numbered(first, "0001").household.note == ""
    quiet(exchange, first, second)
    assert household_numbered(first, "0001").household.note == "乙"
    assert work_items_of(first) == ()
    exchange.county.close()


def test_answer_that_does_not_join_what_is_here_waits_for_the_next(
    exchange: Exchange,
    both: tuple[Workspace, Workspace],
    tmp_path: Path,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = both
    second.close()
    shutil.copytree(second.data_dir, tmp_path / "old")
    second = sign_in(second.data_dir, PASSWORD, clock)
    note(first, "甲")
    exchange.send(first)
    exchange.answer(second)
    exchange.send(second)  # now the county counts from here
    note(first, "乙")
    exchange.send(first)
    stick = exchange.fresh_stick()
    write_answers(exchange.county, stick)
    second.close()
    shutil.rmtree(second.data_dir)
    shutil.copytree(tmp_path / "old", second.data_dir)
    second = sign_in(second.data_dir, PASSWORD, clock)
    (done,) = [each for each in import_packets(second, (stick,)) if each.status == "imported"]
    assert (done.lacks, done.from_others) == (True, 0)
    assert "再报送一次" in done.reason.text
    assert household_numbered(second, "0001").household.note == ""
    with monkeypatch.context() as patched:  # the county forgets to enclose the acts
        patched.setattr(county_seats, "others_after", lambda *_: ())
        exchange.send(second)
        assert exchange.answer(second).lacks
    with monkeypatch.context() as patched:  # their chain does not hold
        patched.setattr(village_order, "is_linked", lambda *_: False)
        assert "前后接不上" in exchange.answer(second).reason.text
    assert exchange.answer(second).from_others == 2
    quiet(exchange, first, second)
    second.close()


def test_two_payments_of_one_year_both_stand_and_are_shown_until_one_is_taken_back(
    exchange: Exchange, both: tuple[Workspace, Workspace]
) -> None:
    first, second = both
    person = household_numbered(first, "0001").members[0].person.id
    entry = ContributionEntry(
        person_id=person,
        insurance=Insurance.MEDICAL,
        year=2026,
        tier=Money.yuan(400),
        payer=Payer.SELF,
        paid_on=DAY,
        collector="何清",
    )
    paid = [record_contribution(laptop, entry) for laptop in both]
    quiet(exchange, first, second)
    for laptop in both:
        (item,) = [each for each in today(laptop).items if each.kind is DueKind.PAID_TWICE]
        assert "2 笔，共 800" in item.detail.text
    reverse_contribution(second, paid[1].id, "两台电脑各收了一次")
    quiet(exchange, first, second)
    assert all(each.kind is not DueKind.PAID_TWICE for each in today(first).items)

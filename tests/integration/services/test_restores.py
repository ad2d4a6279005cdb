"""Laptops restored from old copies, copied folders, a county restored: nothing lost, nothing twice, every trouble shown."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from clerk_app.domain.act import Act
from clerk_app.errors import SituationError
from clerk_app.services.answers import import_packets
from clerk_app.services.conflicts import conflicts
from clerk_app.services.county import admit, open_county
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.county_report import report
from clerk_app.services.exchange import export_packet, outbox
from clerk_app.services.households import (
    HouseholdEntry,
    change_household,
    household_numbered,
    list_households,
    search,
)
from clerk_app.services.verification import verify
from clerk_app.services.work import work_items_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal, peer
from tests.builders import PASSWORD, a_household
from tests.county_builders import Exchange, reopen
from tests.integration.services.records import same_records


class Laptop:
    """A village's laptop that can be copied and put back."""

    def __init__(self, workspace: Workspace, copies: Path) -> None:
        self.workspace = workspace
        self._copies = copies

    def copy(self, name: str) -> Path:
        """Keep a copy of the data folder as it is now."""
        self.workspace.close()
        shutil.copytree(self.workspace.data_dir, self._copies / name)
        self.workspace = reopen(self.workspace)
        return self._copies / name

    def put_back(self, name: str) -> None:
        """Put an older copy in place of the data folder."""
        self.workspace.close()
        shutil.rmtree(self.workspace.data_dir)
        shutil.copytree(self._copies / name, self.workspace.data_dir)
        self.workspace = reopen(self.workspace)

    def register(self, *places: int) -> None:
        for place in places:
            a_household().with_head(f"丁{place}", age=20 + place, place=place).register_id(self.workspace)

    def note(self, words: str, number: str = "0001", *, group: str = "") -> None:
        file = household_numbered(self.workspace, number)
        entry = HouseholdEntry(number=number, note=words, group=group or file.household.group)
        change_household(self.workspace, file.household.id, file.household.version, entry)

    def acts(self) -> tuple[Act, ...]:
        with self.workspace.store.reading() as connection:
            return tuple(journal.acts(connection))


@pytest.fixture
def laptop(either: Exchange, village: Workspace, tmp_path: Path) -> Iterator[Laptop]:
    either.join(village)
    either.answer(village)
    made = Laptop(village, tmp_path / "copies")
    yield made
    made.workspace.close()


def at_rest(exchange: Exchange, workspace: Workspace) -> bool:
    """Say whether village and county agree and nothing waits."""
    return outbox(workspace).acts == 0 and same_records(exchange, workspace) and verify(workspace).ok


def test_old_copy_without_new_acts_gets_back_what_it_lost(either: Exchange, laptop: Laptop) -> None:
    laptop.copy("old")
    laptop.register(40, 41)
    laptop.note("甲")
    either.round(laptop.workspace)
    laptop.put_back("old")
    assert len(laptop.acts()) == 6
    either.send(laptop.workspace)
    done = either.answer(laptop.workspace)
    assert done.caught_up is not None
    assert (done.caught_up.taken_over, done.caught_up.done_again, done.caught_up.epoch) == (3, 0, 2)
    assert at_rest(either, laptop.workspace)
    assert search(laptop.workspace, "丁41")
    laptop.register(42)
    taken, answered = either.round(laptop.workspace)
    assert (taken.epoch, taken.applied, answered.waiting) == (2, 1, 0)
    assert at_rest(either, laptop.workspace)
    assert work_items_of(laptop.workspace) == ()


def test_acts_made_on_the_old_copy_are_done_again_after_what_was_lost(either: Exchange, laptop: Laptop) -> None:
    laptop.copy("old")
    laptop.register(40)
    laptop.note("甲", "0002")
    either.round(laptop.workspace)
    laptop.put_back("old")
    laptop.register(50, 51)
    laptop.note("乙", "0001")
    taken, done = either.round(laptop.workspace)
    assert (taken.forked, taken.applied) == (3, 0)
    assert done.caught_up is not None
    assert (done.caught_up.taken_over, done.caught_up.done_again, done.caught_up.clashed) == (2, 3, 1)
    assert (done.waiting, done.lacks) == (3, False)
    (item,) = work_items_of(laptop.workspace)
    assert "户编号 0004 已被县里发回的另一户占用，本户改为 0006" in item.reason
    assert [row.number for row in list_households(laptop.workspace)] == ["0001", "0002", "0003", "0004", "0005", "0006"]
    either.round(laptop.workspace)
    assert at_rest(either, laptop.workspace)
    assert household_numbered(laptop.workspace, "0001").household.note == "乙"
    assert household_numbered(laptop.workspace, "0002").household.note == "甲"
    kept = report(either.county).villages[0].laptops[0]
    assert (kept.forked, kept.epoch, kept.behind) == (3, 2, False)


def test_same_field_changed_on_both_sides_is_shown_with_both_values(either: Exchange, laptop: Laptop) -> None:
    laptop.copy("old")
    laptop.note("县里知道的")
    either.round(laptop.workspace)
    laptop.put_back("old")
    laptop.note("旧电脑上写的")
    laptop.note("再写一次", group="第1组")
    done = either.round(laptop.workspace)[1]
    assert done.caught_up is not None
    assert (done.caught_up.done_again, done.caught_up.clashed) == (2, 2)
    (found,) = conflicts(laptop.workspace, household_numbered(laptop.workspace, "0001").household.id)
    assert (found.field, found.standing.value, [side.value for side in found.others]) == (
        "备注",
        "县里知道的",
        ["再写一次"],
    )
    assert not at_rest(either, laptop.workspace)
    either.round(laptop.workspace)
    assert at_rest(either, laptop.workspace)


def test_act_that_is_already_there_needs_nothing(either: Exchange, laptop: Laptop) -> None:
    laptop.copy("old")
    laptop.note("同一句")
    either.round(laptop.workspace)
    laptop.put_back("old")
    laptop.note("同一句")
    done = either.round(laptop.workspace)[1]
    assert done.caught_up is not None
    assert (done.caught_up.taken_over, done.caught_up.done_again, done.caught_up.clashed) == (1, 0, 0)
    assert at_rest(either, laptop.workspace)


def test_person_registered_again_after_the_restore_is_left_to_a_person(either: Exchange, laptop: Laptop) -> None:
    laptop.copy("old")
    laptop.register(40)
    either.round(laptop.workspace)
    laptop.put_back("old")
    laptop.register(40)
    done = either.round(laptop.workspace)[1]
    assert done.caught_up is not None
    assert (done.caught_up.done_again, done.caught_up.clashed) == (0, 1)
    assert "身份号码" in work_items_of(laptop.workspace)[0].reason
    assert at_rest(either, laptop.workspace)


def test_answer_without_the_lost_acts_asks_for_another_round(either: Exchange, laptop: Laptop) -> None:
    laptop.copy("old")
    laptop.register(40)
    either.send(laptop.workspace)
    answer = write_answers(either.county, either.fresh_stick())[0].path
    laptop.put_back("old")
    laptop.note("乙")
    (done,) = import_packets(laptop.workspace, (answer,))
    assert (done.lacks, done.caught_up) == (True, None)
    assert "再报送一次" in done.reason.text
    assert len(laptop.acts()) == 7
    either.round(laptop.workspace)
    either.round(laptop.workspace)
    assert at_rest(either, laptop.workspace)
    assert household_numbered(laptop.workspace, "0001").household.note == "乙"


def test_acts_that_come_late_after_the_new_epoch_are_shown(either: Exchange, laptop: Laptop) -> None:
    laptop.copy("old")
    laptop.register(40)
    either.round(laptop.workspace)
    laptop.register(41)
    drawer = export_packet(laptop.workspace, either.fresh_stick()).path  # forgotten in a drawer
    laptop.put_back("old")
    either.round(laptop.workspace)
    laptop.note("新")
    either.round(laptop.workspace)
    (late,) = ingest(either.county, (drawer,))
    assert (late.already, late.forked) == (0, 1)
    either.answer(laptop.workspace)
    (item,) = work_items_of(laptop.workspace)
    assert (item.kind, item.act_kind) == ("strange", "登记住户")
    assert at_rest(either, laptop.workspace)


def test_late_acts_before_the_new_epoch_begins_are_not_lost(either: Exchange, laptop: Laptop) -> None:
    laptop.copy("old")
    laptop.register(40)
    either.round(laptop.workspace)
    laptop.register(41)
    drawer = export_packet(laptop.workspace, either.fresh_stick()).path
    laptop.put_back("old")
    laptop.note("乙")
    either.round(laptop.workspace)  # caught up to 40, epoch 2, nothing of it at the county yet
    ingest(either.county, (drawer,))
    assert either.send(laptop.workspace).held == 1
    done = either.answer(laptop.workspace)
    assert done.caught_up is not None
    assert (done.caught_up.epoch, done.caught_up.taken_over, done.caught_up.done_again) == (3, 1, 1)
    either.round(laptop.workspace)
    assert at_rest(either, laptop.workspace)
    assert search(laptop.workspace, "丁41")
    assert household_numbered(laptop.workspace, "0001").household.note == "乙"


def test_copied_folder_shows_as_a_fork_and_both_go_on(either: Exchange, laptop: Laptop, tmp_path: Path) -> None:
    second = Laptop(laptop.workspace, tmp_path / "more")
    folder = laptop.copy("copy")
    from clerk_app.services.accounts import sign_in  # noqa: PLC0415 - the second laptop's own door

    second.workspace = sign_in(folder, PASSWORD, laptop.workspace.clock)
    laptop.register(40)
    second.register(50)
    assert either.send(laptop.workspace).applied == 1
    assert either.send(second.workspace).forked == 1
    assert report(either.county).villages[0].laptops[0].forked == 1
    for _ in range(3):
        either.answer(second.workspace)
        either.answer(laptop.workspace)
        either.send(second.workspace)
        either.send(laptop.workspace)
    either.answer(laptop.workspace)
    either.answer(second.workspace)
    assert at_rest(either, laptop.workspace)
    assert at_rest(either, second.workspace)
    assert search(laptop.workspace, "丁50")
    assert search(second.workspace, "丁40")
    second.workspace.close()


def restored_county(exchange: Exchange, copy: Path) -> Exchange:
    exchange.county.close()
    shutil.rmtree(exchange.county.data_dir)
    shutil.copytree(copy, exchange.county.data_dir)
    return Exchange(open_county(exchange.county.data_dir, PASSWORD, exchange.county.clock), exchange.folder)


@pytest.fixture
def kept(exchange: Exchange, village: Workspace, tmp_path: Path) -> Path:
    """A county with a village, and a copy of the county's folder."""
    exchange.join(village)
    exchange.answer(village)
    exchange.county.close()
    shutil.copytree(exchange.county.data_dir, tmp_path / "county-copy")
    return tmp_path / "county-copy"


def test_county_restored_opens_an_epoch_and_gets_everything_again(
    exchange: Exchange, village: Workspace, kept: Path, tmp_path: Path
) -> None:
    laptop = Laptop(village, tmp_path / "copies")
    newer = restored_county(exchange, kept)
    laptop.register(40, 41)
    newer.round(laptop.workspace)
    newer.round(laptop.workspace)
    older = restored_county(newer, kept)
    laptop.register(42)
    taken, answered = older.round(laptop.workspace)
    assert (taken.applied, taken.held) == (0, 1)
    assert (answered.status, answered.waiting) == ("imported", 3)
    assert report(older.county).epoch == 2
    older.round(laptop.workspace)
    assert at_rest(older, laptop.workspace)
    older.county.close()


def test_county_restored_gets_older_epochs_of_a_laptop_too(
    exchange: Exchange, village: Workspace, kept: Path, tmp_path: Path
) -> None:
    laptop = Laptop(village, tmp_path / "copies")
    newer = restored_county(exchange, kept)
    laptop.copy("old")
    laptop.register(40)
    newer.round(laptop.workspace)
    laptop.put_back("old")
    laptop.note("乙")
    newer.round(laptop.workspace)
    newer.round(laptop.workspace)
    older = restored_county(newer, kept)
    older.round(laptop.workspace)
    assert len(peer_spans(laptop.workspace)) == 2
    older.round(laptop.workspace)
    assert at_rest(older, laptop.workspace)
    older.county.close()


def peer_spans(workspace: Workspace) -> tuple[peer.Span, ...]:
    with workspace.store.reading() as connection:
        return peer.waiting_spans(connection)


def test_village_far_ahead_of_the_county_is_not_believed(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    with village.store.writing() as connection:
        connection.execute(text("UPDATE county SET epoch = 5000"))
    exchange.send(village)
    assert report(exchange.county).epoch == 1


def test_lost_acts_that_do_not_fit_leave_the_laptop_as_it_was(
    exchange: Exchange, village: Workspace, tmp_path: Path
) -> None:
    exchange.join(village)
    exchange.answer(village)
    laptop = Laptop(village, tmp_path / "copies")
    laptop.copy("old")
    laptop.note("甲")
    exchange.round(laptop.workspace)
    laptop.put_back("old")
    with laptop.workspace.store.writing() as connection:  # a journal that no longer makes its own rows
        for guard in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER journal_no_{guard}"))
        connection.execute(text("UPDATE journal SET changes = '[]' WHERE number = 3"))
        for guard in ("update", "delete"):
            connection.execute(
                text(
                    f"CREATE TRIGGER journal_no_{guard} BEFORE {guard} ON journal"
                    " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
                )
            )
    before = len(laptop.acts())
    exchange.send(laptop.workspace)
    with pytest.raises(SituationError, match="本机数据没有动"):
        exchange.answer(laptop.workspace)
    assert len(laptop.acts()) == before
    assert list_households(laptop.workspace)
    laptop.workspace.close()


def test_admitting_twice_is_no_harm(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    assert admit(exchange.county, village.store.install.id).standing == "admitted"

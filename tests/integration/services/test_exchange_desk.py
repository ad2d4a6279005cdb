"""What waits for the stick and for whom, reminders, and packets opened with one's own key."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.exchange import Outbox, export_packet
from clerk_app.services.exchange_desk import Haste, Reminder, open_own_packet, place, reminder, waiting_acts
from clerk_app.services.workspace import Workspace
from tests.builders import CLERK, a_household
from tests.packets_sent import written_packets

NOON = datetime(2026, 1, 1, 4, tzinfo=UTC)
WAITING = Outbox(acts=3, by_kind=(("登记住户", 3),), first_at=NOON, last_export_at=None, packets=())


def test_waiting_acts_name_the_household_newest_first(village: Workspace) -> None:
    acts = waiting_acts(village)
    assert [act.number for act in acts] == [5, 4, 3, 2, 1]
    assert (acts[0].kind, acts[0].by) == ("登记住户", CLERK)
    assert [act.whose.split()[0] for act in acts if act.whose] == ["0003", "0002", "0001"]
    assert acts[-1].whose == ""
    assert acts[0].at.tzinfo is not None


@pytest.mark.parametrize(
    ("day", "haste", "days"),
    [
        (date(2025, 12, 31), Haste.NONE, 0),
        (date(2026, 1, 30), Haste.NONE, 29),
        (date(2026, 1, 31), Haste.SOON, 30),
        (date(2026, 3, 1), Haste.SOON, 59),
        (date(2026, 3, 2), Haste.LATE, 60),
    ],
)
def test_reminder_counts_days_from_the_oldest_act_when_nothing_was_written(day: date, haste: Haste, days: int) -> None:
    assert reminder(WAITING, day) == Reminder(haste, days, 3)


def test_reminder_counts_from_the_last_packet_and_at_500_acts() -> None:
    written = replace(WAITING, last_export_at=datetime(2026, 2, 25, 4, tzinfo=UTC))
    assert reminder(written, date(2026, 3, 2)) == Reminder(Haste.NONE, 5, 3)
    assert reminder(replace(written, acts=500), date(2026, 3, 2)).haste is Haste.SOON
    assert reminder(replace(written, acts=499), date(2026, 3, 2)).haste is Haste.NONE


def test_reminder_asks_for_an_answer_that_does_not_come() -> None:
    written = replace(WAITING, last_export_at=datetime(2026, 3, 25, 4, tzinfo=UTC))
    assert reminder(written, date(2026, 3, 31)) == Reminder(Haste.NONE, 6, 3)
    assert reminder(written, date(2026, 4, 1)) == Reminder(Haste.SOON, 7, 3, 90)
    assert reminder(written, date(2026, 5, 24)) == Reminder(Haste.LATE, 60, 3)


def test_reminder_is_silent_when_nothing_waits() -> None:
    assert reminder(replace(WAITING, acts=0, first_at=None), date(2030, 1, 1)) == Reminder(Haste.NONE, 0, 0)


def test_written_packets_say_by_whom_and_how_large(village: Workspace, tmp_path: Path) -> None:
    assert written_packets(village) == ()
    done = export_packet(village, tmp_path)
    a_household().with_head("段新", age=30, place=9).register(village)
    export_packet(village, tmp_path)
    newest, oldest = written_packets(village)
    assert (newest.number, newest.acts) == (2, 6)
    assert (oldest.number, oldest.acts, oldest.size, oldest.by) == (1, 5, done.size, CLERK)
    assert (oldest.name, oldest.sha256, oldest.epoch) == (done.path.name, done.sha256, 1)


def test_own_packet_opens_and_says_what_it_holds(village: Workspace, tmp_path: Path) -> None:
    done = export_packet(village, tmp_path)
    contents = open_own_packet(village, done.path)
    assert (contents.village, contents.village_code, contents.number) == ("清河村", "532325100201", 1)
    assert contents.by_kind[0] == ("登记住户", 3)
    assert (contents.acts, contents.first_act, contents.last_act) == (5, 1, 5)
    assert (contents.money, contents.is_own) == (Money(0), True)
    assert contents.sha256 == hashlib.sha256(done.path.read_bytes()).hexdigest() == done.sha256
    assert (contents.name, contents.size) == (done.path.name, done.size)
    assert dict(contents.packs).keys() == {"yaoan"}


def test_cut_packet_is_refused_with_a_sentence(village: Workspace, tmp_path: Path) -> None:
    done = export_packet(village, tmp_path)
    done.path.write_bytes(done.path.read_bytes()[:-20])
    with pytest.raises(UserError, match="已损坏"):
        open_own_packet(village, done.path)


def test_place_is_a_folder_with_its_room_or_nothing(tmp_path: Path) -> None:
    found = place(tmp_path)
    assert found is not None
    assert (found.path, found.label) == (tmp_path, tmp_path.name)
    assert found.total_bytes >= found.free_bytes > 0
    assert place(tmp_path / "gone") is None


def test_export_tells_its_steps(village: Workspace, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    export_packet(village, tmp_path, lambda done, total: seen.append((done, total)))
    assert seen == [(0, 4), (1, 4), (2, 4), (3, 4)]


@pytest.mark.parametrize("stop_at", [0, 1, 2, 3])
def test_export_that_is_stopped_leaves_no_file_and_no_note(village: Workspace, tmp_path: Path, stop_at: int) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    def stop(done: int, _total: int) -> None:
        if done == stop_at:
            raise UserError("停。")

    with pytest.raises(UserError, match="停"):
        export_packet(village, stick, stop)
    assert list(stick.iterdir()) == []
    assert written_packets(village) == ()

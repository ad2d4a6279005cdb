"""The part 报送 of its page: what waits, where to, writing; sticks that come and go; reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.exchange.drives import Drive
from clerk_app.exchange.seal import new_age_identity
from clerk_app.services import exchange
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.answers import import_packets
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_publish import publish
from clerk_app.services.exchange import outbox
from clerk_app.services.exchange_desk import Haste, PacketsThere, Reminder
from clerk_app.settings import load_settings
from clerk_app.ui.dialogs.exchange_acts import ActsDialog
from clerk_app.ui.pages.exchange.page import ExchangePage
from clerk_app.ui.pages.exchange.places import Place, PlaceList
from clerk_app.ui.pages.exchange.words import check_value, reminder_words, size_words
from clerk_app.ui.theme import Tone
from tests.packets_sent import written_packets
from tests.publication_builders import parameters
from tests.ui.exchange_page import CTRL, CountySide, ExchangeDesk


@pytest.fixture
def page(desk: ExchangeDesk) -> ExchangePage:
    return desk.page


def set_key(desk: ExchangeDesk, key: str) -> None:
    workspace = desk.village
    change_village(workspace, replace(the_village(workspace), county_key=key))
    desk.reread()


def test_page_says_what_waits_and_by_kind(desk: ExchangeDesk, page: ExchangePage) -> None:
    waiting = outbox(desk.village)
    assert str(waiting.acts) in desk.text("exchangeFigure")
    assert page.send.kind_rows.records == waiting.by_kind
    assert not page.send.export_button.isEnabled()


def test_packet_without_acts_can_be_written_to_ask_for_an_answer(
    desk: ExchangeDesk, stick: Path, tmp_path: Path
) -> None:
    county = CountySide.new(tmp_path / "county")
    county.join(desk.village, stick)
    lost, only = tmp_path / "lost", tmp_path / "only"
    for folder in (lost, only):
        folder.mkdir()
    values = parameters(tmp_path)
    publish(county.workspace, lost, values, from_on=date(2026, 3, 16))
    (written,) = write_answers(county.workspace, lost)
    import_packets(desk.village, (written.path,))
    desk.reread()
    assert outbox(desk.village).acts == 0
    assert desk.text("exchangeSince") == "有 1 份附件或来文还没有带来：写一个空的报送包去要"
    desk.plug_in(stick)
    desk.click("exchangeExport")
    county.take(stick)
    write_answers(county.workspace, only)
    import_packets(desk.village, (only,))
    desk.reread()
    assert desk.text("exchangeSince") == "没有要报送的；要新的回执，写一个空的报送包"
    assert desk.page.send.export_button.isEnabled()
    county.workspace.close()


def test_stick_is_found_when_plugged_in_and_gone_when_pulled_out(desk: ExchangeDesk, stick: Path) -> None:
    desk.plug_in(stick)
    assert desk.page.send.places.current is not None
    assert desk.page.send.places.current.is_stick
    assert desk.page.send.export_button.isEnabled()
    desk.pull_out()
    assert not desk.page.send.export_button.isEnabled()


def test_drives_are_looked_for_only_while_the_page_is_in_sight(
    desk: ExchangeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.window.go("papers")
    desk.settle()
    looks: list[int] = []

    def look() -> tuple[Drive, ...]:
        looks.append(1)
        return ()

    monkeypatch.setattr(exchange, "drives", look)
    desk.page.watch.look()
    assert not looks
    desk.window.go("exchange")
    desk.settle()
    desk.page.watch.stop()
    assert looks


def test_packet_is_written_by_keys_verified_and_listed(desk: ExchangeDesk, stick: Path) -> None:
    set_key(desk, new_age_identity()[1])
    before = outbox(desk.village).acts
    desk.plug_in(stick)
    desk.page.take_focus()
    desk.press(Qt.Key.Key_S, CTRL)
    desk.wait(lambda: bool(desk.told("exchangeDone")))
    (packet,) = written_packets(desk.village)
    assert [file.name for file in stick.iterdir()] == [packet.name]
    said = desk.told("exchangeDone")
    assert all(word in said for word in (packet.name, str(packet.acts), check_value(packet.sha256)))
    assert "可以拔出" in said
    assert outbox(desk.village).acts == before
    assert desk.context.settings.last_export_folder == str(stick)
    assert load_settings(desk.village.data_dir).last_export_folder == str(stick)
    (listed,) = desk.page.history.rows.records
    assert (listed.number, listed.name) == (packet.number, packet.name)


def test_missing_county_key_leads_to_the_enrolment(desk: ExchangeDesk, stick: Path) -> None:
    set_key(desk, "")
    assert desk.told("exchangeKey")
    desk.plug_in(stick)
    desk.click("exchangeExport")
    assert desk.page.send.key_strip.property("tone") == Tone.OVERDUE.value
    assert list(stick.iterdir()) == []
    desk.click("exchangeKeyAction")
    assert desk.page.part is desk.page.enrol


def test_pulled_stick_is_a_situation_that_loses_nothing(desk: ExchangeDesk, stick: Path) -> None:
    set_key(desk, new_age_identity()[1])
    desk.plug_in(stick)
    stick.rmdir()
    told: list[str] = []

    def read(notice: QDialog) -> None:
        words = notice.findChild(QLabel, "situationNoticeText")
        assert words is not None
        told.append(words.text())
        notice.accept()

    desk.in_dialog(desk.page.send.export_button.click, read)
    assert "没有丢" in told[0]
    assert not desk.told("exchangeDone")
    assert written_packets(desk.village) == ()


def test_chosen_folder_is_taken_by_every_part_and_remembered(
    desk: ExchangeDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    desk.click("exchangeFolder")
    current = desk.page.send.places.current
    assert current is not None
    assert (current.path, current.is_stick) == (stick, False)
    assert desk.page.send.export_button.isEnabled()
    assert desk.page.import_part.places.current is not None
    desk.look(lambda: (desk.page.send.places.current or current).free_bytes > 0)
    assert desk.context.settings.last_export_folder == str(stick)


def test_cancelled_choice_of_a_folder_leaves_no_trace(desk: ExchangeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    desk.click("exchangeFolder")
    assert desk.page.send.places.current is None
    assert desk.context.settings.last_export_folder == ""


def test_names_are_shown_on_request(desk: ExchangeDesk) -> None:
    rows: list[int] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, ActsDialog)
        desk.wait(lambda: dialog.model.rowCount() > 0)
        rows.append(dialog.model.rowCount())
        button = dialog.findChild(QPushButton, "actsClose")
        assert button is not None
        button.click()

    desk.in_dialog(desk.page.send.names_button.click, read)
    assert rows == [outbox(desk.village).acts]


@pytest.mark.parametrize("part", ["send", "import", "enrol"])
def test_tab_goes_round_the_whole_window_where_no_stick_is_plugged_in(desk: ExchangeDesk, part: str) -> None:
    desk.page.go(part)
    desk.settle()
    seen = []
    for _ in range(12):
        desk.press(Qt.Key.Key_Tab)
        focus = desk.window.focusWidget()
        assert focus is not None
        seen.append(focus.objectName())
    assert f"exchangeTabs_{part}" in seen, "the part that is shown, not the first one"
    assert "searchBox" in seen
    assert not any(name.endswith("Places") for name in seen), "the list without a stick is not to be seen"


def test_parts_follow_one_another_by_ctrl_tab(desk: ExchangeDesk) -> None:
    seen = [desk.page.part.name]
    for _ in range(5):
        desk.press(Qt.Key.Key_Tab, CTRL)
        seen.append(desk.page.part.name)
    assert seen == ["send", "import", "work", "history", "enrol", "send"]
    desk.press(Qt.Key.Key_Backtab, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.page.part.name == "enrol"
    shown = [button.objectName() for part in desk.page.parts.values() for button in part.buttons if button.isVisible()]
    assert shown == [button.objectName() for button in desk.page.enrol.buttons]


def test_new_files_on_a_stick_are_told_until_they_were_looked_at(
    desk: ExchangeDesk, county: CountySide, stick: Path
) -> None:
    county.join(desk.village, stick)
    county.answer(stick)
    desk.reread()
    desk.plug_in(stick)
    assert "1" in desk.told("exchangeFresh")
    desk.click("exchangeFreshAction")
    assert desk.page.part is desk.page.import_part
    desk.press(Qt.Key.Key_S, CTRL)
    desk.go("send")
    assert not desk.told("exchangeFresh")


def test_new_stick_is_taken_and_the_current_one_stays_otherwise(qtbot: QtBot, look: None, tmp_path: Path) -> None:
    places = PlaceList("places", "places")
    qtbot.addWidget(places)
    folder = Place(tmp_path / "a", "a", 1, is_stick=False)
    first, second = (Place(tmp_path / name, name, 1, is_stick=True) for name in ("b", "c"))
    places.show_places((folder,))
    assert places.current == folder
    places.show_places((first, folder))
    assert places.current == first
    changed = replace(first, free_bytes=5, packets=PacketsThere(("x.clerk",)))
    places.show_places((changed, folder))
    assert places.current == changed
    places.show_places((first, second, folder))
    assert places.current == second
    places.show_places((first, folder))
    assert places.current == first
    places.show_places(())
    assert places.current is None


@pytest.mark.parametrize(
    ("found", "tone", "number"),
    [
        (Reminder(Haste.SOON, 31, 8), Tone.DUE, "31"),
        (Reminder(Haste.SOON, 3, 612), Tone.DUE, "612"),
        (Reminder(Haste.LATE, 61, 8), Tone.OVERDUE, "61"),
        (Reminder(Haste.SOON, 3, 8, 95), Tone.DUE, "95"),
    ],
    ids=["days", "acts", "late", "unanswered"],
)
def test_reminder_says_how_long_or_how_many(found: Reminder, tone: Tone, number: str) -> None:
    words = reminder_words(found)
    assert words is not None
    assert number in words[0]
    assert words[1] is tone


def test_nothing_is_said_when_there_is_time() -> None:
    assert reminder_words(Reminder(Haste.NONE, 3, 8)) is None


@pytest.mark.parametrize(
    ("size", "words"), [(900, "900 B"), (34_816, "34 KB"), (3_145_728, "3 MB"), (12_300_000_000, "11.5 GB")]
)
def test_sizes_are_written_as_people_write_them(size: int, words: str) -> None:
    assert size_words(size) == words


def test_check_value_stands_in_groups_of_four() -> None:
    assert check_value("0123456789abcdef" * 4) == "0123 4567 89AB CDEF"

"""The page 报送: what waits, where to, writing and looking into a packet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.exchange.drives import Drive
from clerk_app.exchange.seal import new_age_identity
from clerk_app.services import exchange
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.exchange import outbox
from clerk_app.services.exchange_desk import Haste, Reminder, written_packets
from clerk_app.settings import load_settings
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.ask import Notice
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.pages import PAGES
from clerk_app.ui.pages.exchange.page import ExchangePage
from clerk_app.ui.pages.exchange.places import Place, PlaceList
from clerk_app.ui.pages.exchange.words import check_value, reminder_words, size_words
from clerk_app.ui.theme import Tone

Settled = Callable[[], None]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return folder


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[Drive]:
    """The drives that are plugged in; a test changes the list."""
    drives: list[Drive] = []
    monkeypatch.setattr(exchange, "drives", lambda: tuple(drives))
    return drives


@pytest.fixture
def window(qtbot: QtBot, village: Context, plugged: list[Drive], settled: Settled) -> MainWindow:
    made = MainWindow(village, [entry for entry in PAGES if entry.name in ("papers", "exchange")])
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.go("exchange")
    settled()
    return made


@pytest.fixture
def page(window: MainWindow) -> ExchangePage:
    found = window.current_page
    assert isinstance(found, ExchangePage)
    return found


def set_key(page: ExchangePage, settled: Settled, key: str) -> None:
    workspace = page.context.workspace
    page.context.tasks.run(
        lambda _progress: change_village(workspace, replace(the_village(workspace), county_key=key)),
        changed=frozenset({"village"}),
    )
    settled()


def drive(folder: Path) -> Drive:
    return Drive(folder, folder.name, 12_300_000_000, 16_000_000_000)


def plug_in(qtbot: QtBot, page: ExchangePage, plugged: list[Drive], folder: Path) -> None:
    plugged.append(drive(folder))
    page.watch.look()
    qtbot.waitUntil(lambda: page.places.current is not None and page.places.current.path == folder, timeout=5000)


def when_modal(act: Callable[[QWidget], object]) -> None:
    """Do something with the next dialog, once it is there."""
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        QTimer.singleShot(10, partial(when_modal, act))
    else:
        act(dialog)


def test_page_says_what_waits_and_that_nothing_was_written(page: ExchangePage) -> None:
    waiting = outbox(page.context.workspace)
    assert str(waiting.acts) in page.figure.text()
    assert page.kind_rows.records == waiting.by_kind
    assert page.no_packet.isVisible()
    assert not page.export_button.isEnabled()


def test_stick_is_found_when_plugged_in_and_gone_when_pulled_out(
    qtbot: QtBot, page: ExchangePage, plugged: list[Drive], stick: Path
) -> None:
    plug_in(qtbot, page, plugged, stick)
    assert page.places.current is not None
    assert page.places.current.is_stick
    assert page.export_button.isEnabled()
    plugged.clear()
    page.watch.look()
    qtbot.waitUntil(lambda: not page.places.places, timeout=5000)
    assert not page.export_button.isEnabled()


def test_drives_are_looked_for_only_while_the_page_is_in_sight(
    window: MainWindow, page: ExchangePage, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    window.go("papers")
    settled()
    looks: list[int] = []

    def look() -> tuple[Drive, ...]:
        looks.append(1)
        return ()

    monkeypatch.setattr(exchange, "drives", look)
    page.watch.look()
    assert not looks
    window.go("exchange")
    settled()
    page.watch.stop()
    assert looks


def test_packet_is_written_by_keys_verified_and_listed(
    *, qtbot: QtBot, page: ExchangePage, plugged: list[Drive], stick: Path, settled: Settled
) -> None:
    set_key(page, settled, new_age_identity()[1])
    before = outbox(page.context.workspace).acts
    plug_in(qtbot, page, plugged, stick)
    page.window().activateWindow()
    page.take_focus()
    QTest.keyClick(page.places.list, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.done_strip.isVisible, timeout=5000)
    settled()
    (packet,) = written_packets(page.context.workspace)
    assert [file.name for file in stick.iterdir()] == [packet.name]
    said = page.done_strip.text
    assert page.done_strip.isVisible()
    assert all(word in said for word in (packet.name, str(packet.acts), check_value(packet.sha256)))
    assert page.packets.records == (packet,)
    assert outbox(page.context.workspace).acts == before
    assert page.context.settings.last_export_folder == str(stick)
    assert load_settings(page.context.workspace.data_dir).last_export_folder == str(stick)


def test_missing_county_key_leads_to_its_setting(
    *,
    qtbot: QtBot,
    page: ExchangePage,
    plugged: list[Drive],
    stick: Path,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_key(page, settled, "")
    assert page.key_strip.isVisible()
    plug_in(qtbot, page, plugged, stick)
    page.export_button.click()
    settled()
    assert page.key_strip.property("tone") == Tone.OVERDUE.value
    assert list(stick.iterdir()) == []
    opened: list[tuple[str, str]] = []
    monkeypatch.setattr(MainWindow, "open", lambda _self, kind, record: opened.append((kind, record)))
    button = page.key_strip.findChild(QPushButton, "exchangeKeyAction")
    assert button is not None
    button.click()
    assert opened == [("settings", "county_key")]


def test_pulled_stick_is_a_situation_that_loses_nothing(
    *, qtbot: QtBot, page: ExchangePage, plugged: list[Drive], stick: Path, settled: Settled
) -> None:
    set_key(page, settled, new_age_identity()[1])
    plug_in(qtbot, page, plugged, stick)
    stick.rmdir()
    told: list[str] = []

    def read(notice: QWidget) -> None:
        assert isinstance(notice, Notice)
        words = notice.findChild(QLabel, "situationNoticeText")
        assert words is not None
        told.append(words.text())
        notice.accept()

    QTimer.singleShot(0, partial(when_modal, read))
    page.export_button.click()
    qtbot.waitUntil(lambda: bool(told))
    settled()
    assert "没有丢" in told[0]
    assert not page.done_strip.isVisible()
    assert written_packets(page.context.workspace) == ()


def test_chosen_folder_is_taken_and_remembered(
    *, qtbot: QtBot, page: ExchangePage, stick: Path, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    page.folder_button.click()
    settled()
    assert page.places.current is not None
    assert (page.places.current.path, page.places.current.is_stick) == (stick, False)
    assert page.export_button.isEnabled()
    qtbot.waitUntil(lambda: page.places.current is not None and page.places.current.free_bytes > 0, timeout=5000)
    assert page.context.settings.last_export_folder == str(stick)


def test_cancelled_choice_of_a_folder_leaves_no_trace(page: ExchangePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.folder_button.click()
    assert page.places.current is None
    assert page.context.settings.last_export_folder == ""


def test_packet_is_shown_readable_or_refused_with_a_sentence(
    *,
    qtbot: QtBot,
    page: ExchangePage,
    plugged: list[Drive],
    stick: Path,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_key(page, settled, new_age_identity()[1])
    plug_in(qtbot, page, plugged, stick)
    page.export_button.click()
    settled()
    (file,) = stick.iterdir()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    seen: dict[str, str] = {}

    def read(dialog: QWidget) -> None:
        labels = dialog.findChildren(QLabel)
        seen.update({label.objectName(): label.text() for label in labels})
        button = dialog.findChild(QPushButton, "packetClose")
        assert button is not None
        button.click()

    QTimer.singleShot(0, partial(when_modal, read))
    page.inspect_button.click()
    qtbot.waitUntil(lambda: bool(seen))
    settled()
    (packet,) = written_packets(page.context.workspace)
    assert seen["packet_name"] == packet.name
    assert seen["packet_check"] == check_value(packet.sha256)
    assert str(packet.acts) in seen["packet_acts"]
    file.write_bytes(file.read_bytes()[:-9])
    page.inspect_button.click()
    settled()
    assert page.error_strip.isVisible()
    assert not page.done_strip.isVisible()


def test_names_are_shown_on_request(qtbot: QtBot, page: ExchangePage, settled: Settled) -> None:
    rows: list[int] = []

    def read(dialog: QWidget) -> None:
        count = dialog.model.rowCount() if hasattr(dialog, "model") else 0
        if not count:
            QTimer.singleShot(20, partial(read, dialog))
            return
        rows.append(count)
        button = dialog.findChild(QPushButton, "actsClose")
        assert button is not None
        button.click()

    QTimer.singleShot(0, partial(when_modal, read))
    page.names_button.click()
    settled()
    assert rows == [outbox(page.context.workspace).acts]


def test_new_stick_is_taken_and_the_current_one_stays_otherwise(qtbot: QtBot, look: None, tmp_path: Path) -> None:
    places = PlaceList()
    qtbot.addWidget(places)
    folder = Place(tmp_path / "a", "a", 1, is_stick=False)
    first, second = (Place(tmp_path / name, name, 1, is_stick=True) for name in ("b", "c"))
    places.show_places((folder,))
    assert places.current == folder
    places.show_places((first, folder))
    assert places.current == first
    places.show_places((replace(first, free_bytes=5), folder))
    assert places.current == replace(first, free_bytes=5)
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
    ],
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

"""The first run: by keys, with errors beside the field, and nothing left behind by going away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.exchange.seal import new_age_identity
from clerk_app.services.accounts import reset_password, sign_in, the_village
from clerk_app.services.demo import make_demo
from clerk_app.services.households import list_households
from clerk_app.services.unlocking import has_village
from clerk_app.services.workspace import SystemClock
from clerk_app.ui.dialogs.ask import Notice
from clerk_app.ui.dialogs.sign_in import open_workspace
from clerk_app.ui.dialogs.wizard_window import WizardDialog
from clerk_app.ui.tasks import TaskRunner
from tests.ui.dialogs import when_modal

PASSWORD = "Qinghe-desk-26"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "new" / "data"


@pytest.fixture
def wizard(qtbot: QtBot, tasks: TaskRunner, folder: Path, settled: Callable[[], None]) -> WizardDialog:
    dialog = WizardDialog(tasks, folder)
    qtbot.addWidget(dialog, before_close_func=_forget)
    dialog.show()
    settled()
    return dialog


def _forget(dialog: QWidget) -> None:
    assert isinstance(dialog, WizardDialog)
    dialog.fields.mark_saved()
    if dialog._made is not None and dialog.workspace is None:
        dialog._made.workspace.close()
        dialog._made = None
    dialog.hide()


def type_here(dialog: WizardDialog, text: str) -> None:
    """Type where the focus is, then Enter, as at the desk."""
    widget = dialog.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)
    finder = widget.completer() if isinstance(widget, QComboBox) else None
    popup = finder.popup() if finder is not None else None
    if popup is not None and popup.isVisible():  # a screen would give the key to the list
        QTest.qWait(50)  # it takes and gives back the focus by events
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        QTest.qWait(50)
    else:
        QTest.keyClick(widget, Qt.Key.Key_Return)


def to_village(dialog: WizardDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(1)
    while dialog.next_button.isDown():  # Qt shows a button that a shortcut presses going down and up
        QTest.qWait(10)
    assert dialog.step is dialog.village


def fill_village(dialog: WizardDialog) -> None:
    for name, text in {"code": "532325100201", "name": "Qinghe", "county": "Yaoan", "pack": "yaoan"}.items():
        dialog.fields[name].editor.set_raw(text)


def fill_clerk(dialog: WizardDialog, password: str = PASSWORD) -> None:
    for name, text in {"clerk": "Li", "password": password, "password_again": password}.items():
        dialog.fields[name].editor.set_raw(text)


def finished(qtbot: QtBot, dialog: WizardDialog) -> None:
    qtbot.waitUntil(lambda: dialog.step is dialog.recovery, timeout=30_000)


def test_village_is_made_by_keys_alone(
    qtbot: QtBot, wizard: WizardDialog, tasks: TaskRunner, folder: Path, settled: Callable[[], None]
) -> None:
    to_village(wizard)
    for text in ("532325100201", "Qinghe", "Yaoan", "Dongchuan", "yaoan", "0878-5700000", ""):
        type_here(wizard, text)
    QTest.keyClick(wizard, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.step is wizard.clerk, timeout=10_000)
    for text in ("Li", PASSWORD, PASSWORD, "", ""):
        type_here(wizard, text)  # the last two: past the box that shows the password, onto the button
    finished(qtbot, wizard)
    assert not wizard.next_button.isEnabled()
    groups = [wizard.findChild(QLabel, f"recoveryGroup{place}") for place in range(1, 9)]
    key = "-".join(label.text() for label in groups if isinstance(label, QLabel))
    QTest.keyClick(wizard.recovery.panel.noted, Qt.Key.Key_Space)
    assert wizard.next_button.isEnabled()
    wizard.next_button.click()
    settled()
    workspace = wizard.workspace
    assert workspace is not None
    village = the_village(workspace)
    assert (village.code, village.name, village.county, village.town) == (
        "532325100201", "Qinghe", "Yaoan", "Dongchuan",
    )  # fmt: skip
    assert (village.pack, village.phone, workspace.clerk.name) == ("yaoan", "0878-5700000", "Li")
    tasks.close(last=workspace.close)
    sign_in(folder, PASSWORD, SystemClock()).close()
    reset_password(folder, key, "Another-desk-8", SystemClock()).close()


def test_demo_is_made_with_the_clerk_s_own_password(
    qtbot: QtBot, wizard: WizardDialog, tasks: TaskRunner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clerk_app.services.demo.make_demo", partial(make_demo, households=4))
    wizard.welcome.demo_choice.setChecked(True)
    wizard.go_on()
    assert wizard.step is wizard.clerk
    fill_clerk(wizard)
    wizard.go_on()
    finished(qtbot, wizard)
    wizard.recovery.panel.noted.setChecked(True)
    wizard.go_on()
    assert wizard.workspace is not None
    assert len(list_households(wizard.workspace)) == 4
    assert wizard.workspace.clerk.name == "Li"
    tasks.close(last=wizard.workspace.close)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": ""}, "code"),
        ({"code": "53232510020"}, "code"),
        ({"name": ""}, "name"),
        ({"name": "x" * 70}, "name"),
        ({"pack": ""}, "pack"),
        ({"county_key": "age1nonsense"}, "county_key"),
    ],
)
def test_wrong_village_is_told_at_its_field(
    wizard: WizardDialog, settled: Callable[[], None], folder: Path, changes: dict[str, str], field: str
) -> None:
    to_village(wizard)
    fill_village(wizard)
    for name, text in changes.items():
        wizard.fields[name].editor.set_raw(text)
    wizard.go_on()
    settled()
    assert wizard.step is wizard.village
    assert wizard.fields[field].error
    assert not folder.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"clerk": ""}, "clerk"),
        ({"password": "", "password_again": ""}, "password"),
        ({"password_again": "Another-desk-8"}, "password_again"),
        ({"password": "12345678", "password_again": "12345678"}, "password"),
        ({"clerk": "Li" * 40}, "clerk"),
    ],
)
def test_wrong_clerk_or_password_is_told_at_its_field_and_nothing_is_made(
    wizard: WizardDialog, settled: Callable[[], None], folder: Path, changes: dict[str, str], field: str
) -> None:
    to_village(wizard)
    fill_village(wizard)
    wizard.go_on()
    settled()
    assert wizard.step is wizard.clerk
    fill_clerk(wizard)
    for name, text in changes.items():
        wizard.fields[name].editor.set_raw(text)
    wizard.go_on()
    settled()
    assert wizard.step is wizard.clerk
    assert wizard.fields[field].error
    assert not folder.exists()


def test_going_back_keeps_what_was_typed(qtbot: QtBot, wizard: WizardDialog) -> None:
    to_village(wizard)
    fill_village(wizard)
    QTest.keyClick(wizard, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: wizard.step is wizard.welcome)
    to_village(wizard)
    assert wizard.fields["code"].editor.raw == "532325100201"


def press(button: str, seen: list[str], notice: Notice) -> None:
    seen.append(notice.objectName())
    found = notice.findChild(QPushButton, button)
    assert isinstance(found, QPushButton)
    found.click()


def test_going_away_untouched_asks_nothing(wizard: WizardDialog, folder: Path) -> None:
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    assert wizard.workspace is None
    assert not folder.parent.exists()


@pytest.mark.parametrize(("button", "is_left"), [("noticeReject", False), ("noticeAccept", True)])
def test_going_away_with_something_typed_asks_first(
    wizard: WizardDialog, folder: Path, button: str, is_left: bool
) -> None:
    to_village(wizard)
    fill_village(wizard)
    seen: list[str] = []
    when_modal(partial(press, button, seen), Notice)
    wizard.cancel_button.click()
    assert seen == ["leaveNotice"]
    assert wizard.isVisible() is not is_left
    assert not folder.exists()


def test_going_away_before_the_key_was_noted_takes_the_village_back(
    qtbot: QtBot, wizard: WizardDialog, folder: Path, settled: Callable[[], None]
) -> None:
    fill_village(wizard)
    fill_clerk(wizard)
    wizard._go(wizard.clerk)
    wizard.go_on()
    finished(qtbot, wizard)
    assert folder.exists()
    seen: list[str] = []
    when_modal(partial(press, "noticeReject", seen), Notice)
    wizard.reject()
    assert wizard.isVisible()
    when_modal(partial(press, "noticeAccept", seen), Notice)
    wizard.reject()
    settled()
    assert seen == ["wizardLeaveNotice", "wizardLeaveNotice"]
    assert not wizard.isVisible()
    assert not folder.exists()


def test_stopping_the_making_of_a_demo_leaves_nothing(
    qtbot: QtBot, wizard: WizardDialog, folder: Path, settled: Callable[[], None]
) -> None:
    wizard.welcome.demo_choice.setChecked(True)
    wizard.go_on()
    fill_clerk(wizard)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.making.bar.maximum() > 0, timeout=20_000)
    wizard.leave()
    settled()
    assert wizard.step is wizard.clerk
    assert wizard.isVisible()
    assert not folder.exists()


def test_folder_that_refuses_is_told_and_can_be_tried_again(
    wizard: WizardDialog, folder: Path, settled: Callable[[], None]
) -> None:
    folder.parent.write_text("in the way")
    fill_village(wizard)
    fill_clerk(wizard)
    wizard._go(wizard.clerk)
    wizard.go_on()
    settled()
    assert wizard.step is wizard.clerk
    assert wizard.strip.isVisible()
    assert wizard.next_button.isEnabled()


def test_county_key_comes_from_a_file(
    wizard: WizardDialog, tmp_path: Path, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, recipient = new_age_identity()
    file = tmp_path / "county.txt"
    file.write_text(f"# key\n{recipient}\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(file), ""))
    to_village(wizard)
    wizard.village.key_button.click()
    settled()
    assert wizard.fields["county_key"].editor.raw == recipient
    file.write_text("nothing")
    wizard.village.key_button.click()
    settled()
    assert wizard.fields["county_key"].error


def test_recovery_sheet_is_saved_as_pdf(
    qtbot: QtBot,
    wizard: WizardDialog,
    tmp_path: Path,
    settled: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_village(wizard)
    fill_clerk(wizard)
    wizard._go(wizard.clerk)
    wizard.go_on()
    finished(qtbot, wizard)
    panel = wizard.recovery.panel
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "sheet"), ""))
    panel.save_button.click()
    settled()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert str(tmp_path / "sheet.pdf") in panel.strip.text
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "gone" / "sheet.pdf"), ""))
    panel.save_button.click()
    settled()
    assert panel.strip.property("tone") == "overdue"
    assert not wizard.next_button.isEnabled()


def test_program_opens_the_wizard_where_there_is_no_village(
    qtbot: QtBot, tasks: TaskRunner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLERK_PASSWORD", raising=False)
    seen: list[str] = []

    def close(dialog: QDialog) -> None:
        seen.append(dialog.objectName())
        assert isinstance(dialog, WizardDialog)
        dialog.reject()

    when_modal(close)
    assert open_workspace(tasks, folder) is None
    assert seen == ["wizardDialog"]
    assert not has_village(folder)


def test_every_field_of_the_village_is_in_sight_without_scrolling(wizard: WizardDialog) -> None:
    to_village(wizard)
    area = wizard.stack.currentWidget()
    assert isinstance(area, QScrollArea)
    assert area.isAncestorOf(wizard.village)
    assert area.verticalScrollBar().maximum() == 0


def test_a_known_code_tells_its_place_and_fills_county_and_town(wizard: WizardDialog) -> None:
    to_village(wizard)
    code = wizard.fields["code"]
    code.editor.setFocus()
    type_here(wizard, "532325101201")
    assert "姚安县" in code.note
    wizard.fields["name"].editor.setFocus()
    assert (wizard.fields["county"].editor.raw, wizard.fields["town"].editor.raw) == ("姚安县", "栋川镇")
    code.editor.set_raw("99")
    assert "姚安县" not in code.note


def test_second_laptop_of_a_village_waits_for_its_seat(
    qtbot: QtBot, wizard: WizardDialog, folder: Path, settled: Callable[[], None]
) -> None:
    to_village(wizard)
    fill_village(wizard)
    wizard.village.joins.setChecked(True)
    assert wizard.village.entry.joining is True

"""Signing in: several clerks, a forgotten password, a folder that cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from clerk_app.errors import SituationError
from clerk_app.services.accounts import add_clerk, sign_in
from clerk_app.services.workspace import SystemClock
from clerk_app.settings import load_settings
from clerk_app.ui.application import _remember
from clerk_app.ui.dialogs.password_reset import PasswordResetDialog
from clerk_app.ui.dialogs.sign_in import SignInDialog, _first_dialog
from clerk_app.ui.tasks import TaskRunner
from tests.builders import CHEAP, CLERK, PASSWORD, FixedClock, VillageFolder
from tests.ui.dialogs import when_modal

NEW = "Another-desk-8"


@pytest.fixture
def folder(empty_template: VillageFolder, tmp_path: Path) -> Path:
    return empty_template.copy_to(tmp_path / "data")


@pytest.fixture
def two_clerks(folder: Path) -> Path:
    workspace = sign_in(folder, PASSWORD, FixedClock())
    add_clerk(workspace, PASSWORD, "李助", NEW, parameters=CHEAP)
    workspace.close()
    return folder


@pytest.fixture
def open_dialog(qtbot: QtBot, tasks: TaskRunner, settled: Callable[[], None]) -> Callable[[Path, str], SignInDialog]:
    def make(data_dir: Path, last: str = "") -> SignInDialog:
        dialog = SignInDialog(tasks, data_dir, last)
        qtbot.addWidget(dialog)
        dialog.show()
        settled()
        return dialog

    return make


Opener = Callable[..., SignInDialog]


def opened(qtbot: QtBot, dialog: SignInDialog, tasks: TaskRunner, clerk: str) -> None:
    qtbot.waitUntil(lambda: dialog.workspace is not None, timeout=20_000)
    assert dialog.workspace is not None
    assert dialog.workspace.clerk.name == clerk
    assert dialog.result() == SignInDialog.DialogCode.Accepted
    tasks.close(last=dialog.workspace.close)


def test_only_clerk_is_named_and_not_asked_for(open_dialog: Opener, folder: Path) -> None:
    dialog = open_dialog(folder)
    name = dialog.findChild(QLabel, "signInOnlyClerk")
    assert isinstance(name, QLabel)
    assert name.text() == CLERK
    assert not dialog.clerk.isVisible()
    assert dialog.focusWidget() is dialog.password


def test_last_clerk_is_offered_first_and_each_has_an_own_password(
    qtbot: QtBot, open_dialog: Opener, tasks: TaskRunner, two_clerks: Path, settled: Callable[[], None]
) -> None:
    dialog = open_dialog(two_clerks, "李助")
    assert dialog.clerk.isVisible()
    assert dialog.clerk.currentText() == "李助"
    QTest.keyClicks(dialog.password, PASSWORD)
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    settled()
    assert dialog.password_field.error
    assert dialog.password.hasSelectedText()
    QTest.keyClicks(dialog.password, NEW)
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    opened(qtbot, dialog, tasks, "李助")


def test_empty_password_is_asked_for_without_trying(open_dialog: Opener, tasks: TaskRunner, folder: Path) -> None:
    dialog = open_dialog(folder)
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    assert dialog.password_field.error
    assert not tasks.is_busy


def test_password_is_shown_on_demand_and_caps_lock_is_told(open_dialog: Opener, folder: Path) -> None:
    dialog = open_dialog(folder)
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password
    dialog.show_box.setChecked(True)
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Normal
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    told = []
    for text, held in (("A", none), ("a", none), ("A", shift), ("a", shift), ("1", none)):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, text)
        QApplication.sendEvent(dialog.password, event)
        told.append(bool(dialog.password_field.note))
    assert told == [True, False, False, True, True]


@pytest.mark.parametrize(
    ("name", "content"), [("keys.json", b"{}"), ("keys.json", None), ("clerk.db", b"x" * 8192), ("clerk.db", None)]
)
def test_folder_that_cannot_be_opened_is_told_with_what_to_do_and_can_be_tried_again(
    open_dialog: Opener, settled: Callable[[], None], folder: Path, name: str, content: bytes | None
) -> None:
    whole = (folder / name).read_bytes()
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    dialog = open_dialog(folder)
    if name == "clerk.db":
        QTest.keyClicks(dialog.password, PASSWORD)
        dialog.sign_in_button.click()
        settled()
    text = dialog.trouble.findChild(QLabel, "troubleText")
    assert isinstance(text, QLabel)
    assert text.isVisible()
    assert name in text.text() or "数据库" in text.text()
    assert not dialog.sign_in_button.isVisible()
    (folder / name).write_bytes(whole)
    dialog.trouble.retry_button.click()
    settled()
    assert dialog.sign_in_button.isVisible()
    assert not text.isVisible()


def test_trouble_closes_by_its_button(open_dialog: Opener, folder: Path) -> None:
    (folder / "keys.json").write_bytes(b"{}")
    dialog = open_dialog(folder)
    dialog.trouble.close_button.click()
    assert not dialog.isVisible()
    assert dialog.workspace is None


def reset(dialog: PasswordResetDialog, key: str, password: str, again: str | None = None) -> None:
    values = {"recovery_key": key, "password": password, "password_again": password if again is None else again}
    for name, text in values.items():
        dialog.fields[name].editor.set_raw(text)
    dialog.try_save()


def test_recovery_key_gives_a_new_password_and_signs_in(
    qtbot: QtBot, open_dialog: Opener, tasks: TaskRunner, two_clerks: Path, empty_template: VillageFolder
) -> None:
    dialog = open_dialog(two_clerks, "李助")

    def fill(form: PasswordResetDialog) -> None:
        assert form.clerk.currentText() == "李助"
        reset(form, empty_template.recovery_key.lower().replace("-", " "), "Newest-desk-9")

    when_modal(fill, PasswordResetDialog)
    dialog.forgot_button.click()
    opened(qtbot, dialog, tasks, "李助")
    sign_in(two_clerks, "Newest-desk-9", SystemClock(), clerk="李助").close()


@pytest.fixture
def reset_dialog(qtbot: QtBot, tasks: TaskRunner, folder: Path) -> PasswordResetDialog:
    dialog = PasswordResetDialog(tasks, folder, (CLERK,), CLERK)
    qtbot.addWidget(dialog, before_close_func=lambda form: form.fields.mark_saved())
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (("", NEW, NEW), "recovery_key"),
        (("ABCDE-12345", NEW, NEW), "recovery_key"),
        (("own", "short", "short"), "password"),
        (("own", NEW, "different-one"), "password_again"),
    ],
)
def test_reset_that_cannot_be_done_is_told_at_its_field_and_changes_nothing(
    reset_dialog: PasswordResetDialog,
    empty_template: VillageFolder,
    settled: Callable[[], None],
    typed: tuple[str, str, str],
    field: str,
) -> None:
    ring = reset_dialog._data_dir / "keys.json"
    keys = ring.read_bytes()
    key, password, again = typed
    reset(reset_dialog, empty_template.recovery_key if key == "own" else key, password, again)
    settled()
    assert reset_dialog.fields[field].error
    assert reset_dialog.workspace is None
    assert ring.read_bytes() == keys


def test_folder_that_cannot_even_be_looked_into_is_a_situation(
    tasks: TaskRunner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> bool:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("clerk_app.services.unlocking.has_village", refuse)
    with pytest.raises(SituationError):
        _first_dialog(tasks, folder, "")


def test_clerk_is_remembered_without_keeping_the_options_of_one_start(folder: Path) -> None:
    settings = _remember(folder, load_settings(folder), CLERK)
    assert settings.last_clerk == load_settings(folder).last_clerk == CLERK
    (folder / "settings.toml").unlink()
    assert _remember(folder, settings, CLERK) == settings
    assert not (folder / "settings.toml").exists()

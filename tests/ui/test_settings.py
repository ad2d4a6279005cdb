"""设置: what is stored, what is refused at its field, and what takes effect at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.exchange.seal import new_age_identity
from clerk_app.policy.facts import LOCAL_NAMES
from clerk_app.services.accounts import list_clerks, reset_password, sign_in, the_village
from clerk_app.services.demo import DEMO_PASSWORD
from clerk_app.services.workspace import SystemClock
from clerk_app.settings import load_settings
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.ask import Notice
from clerk_app.ui.dialogs.clerk_add import ClerkAddDialog
from clerk_app.ui.dialogs.clerk_end import ClerkEndDialog
from clerk_app.ui.dialogs.recovery_renew import RecoveryRenewDialog
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.page import FormDialog, FormPage
from clerk_app.ui.pages import PAGES
from clerk_app.ui.pages.settings import SettingsPage
from clerk_app.ui.pages.settings.page import SECTIONS
from clerk_app.ui.theme import apply_theme, current_theme
from tests.ui.dialogs import when_modal

NEW = "Another-desk-8"


@pytest.fixture
def window(qtbot: QtBot, village: Context, settled: Callable[[], None]) -> MainWindow:
    made = MainWindow(village, [entry for entry in PAGES if entry.name == "settings"])
    qtbot.addWidget(made, before_close_func=_forget)
    made.resize(1200, 700)
    made.show()
    settled()
    return made


def _forget(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    section = page_of(window).current
    if isinstance(section, FormPage):
        section.fields.mark_saved()


def page_of(window: MainWindow) -> SettingsPage:
    page = window.current_page
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def go(window: MainWindow, settled: Callable[[], None]) -> Callable[[str], FormPage]:
    """Open a section as other pages do."""

    def open_section(name: str) -> FormPage:
        window.open("settings", name)
        settled()
        section = page_of(window).current
        assert section is page_of(window).section(name)
        return section  # type: ignore[return-value] # those that are no form are used by name

    return open_section


def child(parent: QWidget, name: str) -> QWidget:
    found = parent.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def click(parent: QWidget, name: str) -> None:
    button = child(parent, name)
    assert isinstance(button, QPushButton)
    button.click()


def press(button: str, dialog: QDialog) -> None:
    assert isinstance(dialog, Notice)
    click(dialog, button)


def save(section: FormPage, settled: Callable[[], None]) -> None:
    QTest.keyClick(next(iter(section.fields)).editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settled()


Go = Callable[[str], FormPage]
Settled = Callable[[], None]


def test_every_section_opens_by_its_name_and_an_unknown_one_changes_nothing(window: MainWindow, go: Go) -> None:
    for name, _ in SECTIONS:
        go(name)
    window.open("settings", "nonsense")
    assert page_of(window).current is page_of(window).section("about")


def test_arrow_keys_go_through_the_sections(window: MainWindow, settled: Settled) -> None:
    page = page_of(window)
    assert window.focusWidget() is page.list
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    settled()
    assert page.current is page.section("pack")


def test_village_facts_are_stored_and_shown_at_the_foot(window: MainWindow, go: Go, settled: Settled) -> None:
    section = go("village")
    section.fields["name"].editor.set_raw("新河村")
    section.fields["phone"].editor.set_raw("0878-1234567")
    save(section, settled)
    settled()
    village = the_village(window.context.workspace)
    assert (village.name, village.phone) == ("新河村", "0878-1234567")
    assert not section.is_changed
    assert "新河村" in window.status_line.findChild(QLabel, "statusPlace").text()  # type: ignore[union-attr]
    assert window.status_line.message_text


@pytest.mark.parametrize(("field", "text"), [("code", "123"), ("name", ""), ("name", "x" * 70)])
def test_wrong_village_fact_is_told_at_its_field_and_esc_puts_the_old_one_back(
    window: MainWindow, go: Go, settled: Settled, field: str, text: str
) -> None:
    before = the_village(window.context.workspace)
    section = go("village")
    section.fields[field].editor.set_raw(text)
    save(section, settled)
    assert section.fields[field].error
    assert the_village(window.context.workspace) == before
    when_modal(partial(press, "noticeAccept"))
    QTest.keyClick(section.fields[field].editor, Qt.Key.Key_Escape)
    assert section.fields[field].editor.raw == getattr(before, field)
    assert not section.fields[field].error


def test_going_to_another_section_asks_before_something_is_lost(window: MainWindow, go: Go, settled: Settled) -> None:
    section = go("village")
    section.fields["name"].editor.set_raw("新河村")
    when_modal(partial(press, "noticeReject"))
    page_of(window).list.setCurrentRow(2)
    assert page_of(window).current is section
    assert page_of(window).list.currentRow() == 0
    assert section.fields["name"].editor.raw == "新河村"
    when_modal(partial(press, "noticeAccept"))
    page_of(window).list.setCurrentRow(2)
    settled()
    assert page_of(window).current is page_of(window).section("local")


def test_every_local_value_has_a_field_with_a_label_and_a_hint(go: Go) -> None:
    section = go("local")
    names = {field.name for field in section.fields}
    classes = {f"class_amounts_{letter}" for letter in "ABC"}
    assert names == set(LOCAL_NAMES) - {"class_amounts"} | classes
    assert all(field.editor.accessibleName() and field.note for field in section.fields)


def test_local_values_are_stored_as_the_rules_read_them_and_empty_is_not_zero(
    window: MainWindow, go: Go, settled: Settled
) -> None:
    section = go("local")
    assert section.fields["dibao_standard"].editor.raw == "420.00"
    for name, text in {
        "dibao_standard": "1,460.5",
        "medical_premium": "",
        "medical_aid": "0",
        "scheme_start": "2012.7.1",
        "province_managed": "1",
        "class_amounts_A": "300",
        "class_amounts_B": "200",
        "class_amounts_C": "150",
    }.items():
        section.fields[name].editor.set_raw(text)
    save(section, settled)
    stored = dict(the_village(window.context.workspace).local)
    assert json.loads(stored.pop("class_amounts")) == {"A": "300.00", "B": "200.00", "C": "150.00"}
    assert stored == {
        "dibao_standard": "1460.50",
        "medical_aid": "0.00",
        "scheme_start": "2012-07-01",
        "province_managed": "true",
    }
    assert section.fields["class_amounts_B"].editor.raw == "200.00"
    assert section.fields["medical_premium"].editor.raw == ""
    assert section.fields["province_managed"].editor.raw == "1"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"dibao_standard": "四百"}, "dibao_standard"),
        ({"base_pension": "-5"}, "base_pension"),
        ({"scheme_start": "2012-02-30"}, "scheme_start"),
        ({"class_amounts_A": "300", "class_amounts_C": "150"}, "class_amounts_B"),
    ],
)
def test_wrong_local_value_is_told_at_its_field_and_nothing_is_stored(
    window: MainWindow, go: Go, settled: Settled, changes: dict[str, str], field: str
) -> None:
    before = the_village(window.context.workspace)
    section = go("local")
    for name, text in changes.items():
        section.fields[name].editor.set_raw(text)
    save(section, settled)
    assert section.fields[field].error
    assert the_village(window.context.workspace) == before


def test_another_pack_is_taken_only_after_a_yes(window: MainWindow, go: Go, settled: Settled) -> None:
    section = go("pack")
    settled()
    version, document = (section.findChild(QLabel, f"pack_{name}") for name in ("version", "document"))
    assert isinstance(version, QLabel)
    assert isinstance(document, QLabel)
    before = document.text()
    section.fields["pack"].editor.set_raw("hunan")
    assert document.text() not in {before, "—"}
    for button, pack in (("noticeReject", "yaoan"), ("noticeAccept", "hunan")):
        when_modal(partial(press, button))
        section.try_save()
        settled()
        assert the_village(window.context.workspace).pack == pack


def test_county_key_comes_from_a_file_and_shows_its_ends(
    window: MainWindow, go: Go, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, recipient = new_age_identity()
    file = tmp_path / "county.txt"
    file.write_text(recipient)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(file), ""))
    section = go("county_key")
    click(section, "countyKeyFile")
    settled()
    save(section, settled)
    assert the_village(window.context.workspace).county_key == recipient
    state = child(section, "countyKeyState")
    assert isinstance(state, QLabel)
    assert recipient[:8] in state.text()
    assert recipient[-8:] in state.text()
    section.fields["county_key"].editor.set_raw("age1wrong")
    save(section, settled)
    assert section.fields["county_key"].error
    assert the_village(window.context.workspace).county_key == recipient


def fill(dialog: FormDialog, **texts: str) -> None:
    for name, text in texts.items():
        dialog.fields[name].editor.set_raw(text)


def test_clerk_is_added_and_ended_with_a_reason(window: MainWindow, go: Go, settled: Settled) -> None:
    section = go("clerks")
    errors: list[str] = []

    def add(dialog: QDialog) -> None:
        assert isinstance(dialog, ClerkAddDialog)
        fill(dialog, clerk="李助", password=NEW, password_again=NEW, own_password="wrong-password", role="assistant")
        dialog.try_save()
        settled()
        errors.append(dialog.fields["own_password"].error)
        fill(dialog, own_password=DEMO_PASSWORD)
        dialog.try_save()

    when_modal(add)
    click(section, "clerkAdd")
    settled()
    assert errors[0]
    workspace = window.context.workspace
    assert [(clerk.name, clerk.role.value) for clerk in list_clerks(workspace)][1] == ("李助", "assistant")
    sign_in(workspace.data_dir, NEW, SystemClock(), clerk="李助").close()

    def end(dialog: QDialog) -> None:
        assert isinstance(dialog, ClerkEndDialog)
        dialog.try_save()
        errors.append(dialog.fields["reason"].error)
        fill(dialog, reason="调离")
        dialog.try_save()

    view = section.view  # type: ignore[attr-defined] # the section of clerks has a table
    assert view.select(lambda clerk: clerk.id == workspace.clerk.id)
    assert not child(section, "clerkEnd").isEnabled()
    assert view.select(lambda clerk: clerk.name == "李助")
    when_modal(end)
    click(section, "clerkEnd")
    settled()
    assert errors[1]
    assert [clerk.active_to for clerk in list_clerks(workspace)] == [None, workspace.today()]


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"own_password": ""}, "own_password"),
        ({"own_password": "wrong-password"}, "own_password"),
        ({"password": "short", "password_again": "short"}, "password"),
        ({"password_again": "different-one"}, "password_again"),
    ],
)
def test_password_that_cannot_be_changed_is_told_at_its_field(
    window: MainWindow, go: Go, settled: Settled, texts: dict[str, str], field: str
) -> None:
    section = go("security")
    for name, text in ({"own_password": DEMO_PASSWORD, "password": NEW, "password_again": NEW} | texts).items():
        section.fields[name].editor.set_raw(text)
    section.try_save()
    settled()
    assert section.fields[field].error
    sign_in(window.context.workspace.data_dir, DEMO_PASSWORD, SystemClock()).close()


def test_changed_password_opens_and_the_fields_are_emptied(window: MainWindow, go: Go, settled: Settled) -> None:
    section = go("security")
    for name, text in {"own_password": DEMO_PASSWORD, "password": NEW, "password_again": NEW}.items():
        section.fields[name].editor.set_raw(text)
    section.try_save()
    settled()
    assert set(section.fields.content().values()) == {""}
    assert not section.is_changed
    sign_in(window.context.workspace.data_dir, NEW, SystemClock()).close()


def test_new_recovery_key_must_be_noted_before_it_closes(window: MainWindow, go: Go, settled: Settled) -> None:
    section = go("security")
    keys: list[str] = []

    def renew(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryRenewDialog)
        fill(dialog, own_password=DEMO_PASSWORD)
        dialog.try_save()
        settled()
        labels = [dialog.findChild(QLabel, f"recoveryGroup{place}") for place in range(1, 9)]
        keys.append("-".join(label.text() for label in labels if isinstance(label, QLabel)))
        dialog.reject()
        assert dialog.isVisible()
        assert not dialog.save_button.isEnabled()
        dialog.panel.noted.setChecked(True)
        dialog.save_button.click()

    when_modal(renew)
    click(section, "recoveryRenew")
    settled()
    reset_password(window.context.workspace.data_dir, keys[0], NEW, SystemClock()).close()


def test_size_of_type_changes_at_once_and_the_section_stays(
    window: MainWindow, go: Go, settled: Settled, qtbot: QtBot, qapp: QApplication
) -> None:
    section = go("appearance")
    try:
        click(section, "scale_150")
        qtbot.waitUntil(lambda: current_theme().scale == 150)
        settled()
        page = page_of(window)
        assert page.current is page.section("appearance")
        assert page.current is not section
        assert load_settings(window.context.workspace.data_dir).scale == 150
    finally:
        apply_theme(qapp, 100)


def test_language_is_kept_for_the_next_start(window: MainWindow, go: Go, settled: Settled) -> None:
    click(go("appearance"), "language_en")
    settled()
    assert load_settings(window.context.workspace.data_dir).language == "en"
    assert window.status_line.message_text


def test_checks_of_the_data_are_shown_each(window: MainWindow, go: Go, settled: Settled) -> None:
    section = go("data")
    click(section, "dataCheck")
    settled()
    for name in ("integrity", "chain", "replay", "search"):
        assert child(section, f"check_{name}").isVisible()
    summary = child(section, "checkSummary")
    assert isinstance(summary, QLabel)
    assert any(character.isdigit() for character in summary.text())
    click(section, "dataCheck")
    settled()
    assert len(section.findChildren(QWidget, "check_chain")) == 1


def test_damaged_journal_is_shown_as_a_failed_check(window: MainWindow, go: Go, settled: Settled) -> None:
    with window.context.workspace.store.writing() as connection:
        connection.exec_driver_sql("UPDATE village SET name = 'other'")
    section = go("data")
    click(section, "dataCheck")
    settled()
    chip = child(section, "check_replay")
    assert chip.accessibleName() != child(section, "check_chain").accessibleName()


def test_licences_can_be_read(go: Go) -> None:
    section = go("about")
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        text = child(dialog, "licenceText")
        assert isinstance(text, QPlainTextEdit)
        seen.append(text.toPlainText())
        dialog.reject()

    for button in ("licenceFonts", "licenceIcons"):
        when_modal(read)
        click(section, button)
    assert "SIL OPEN FONT LICENSE" in seen[0].upper()
    assert "ISC" in seen[1]

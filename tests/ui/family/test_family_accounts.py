"""银行账户 in a household's file: typed twice, asked about, shown whole only for a while, ended with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPushButton, QStyleOptionViewItem

from clerk_app.domain.bank_account import AccountPurpose, BankAccount
from clerk_app.domain.household import PersonId
from clerk_app.services.bank_accounts import AccountEntry, AccountRow, accounts_of, add_account
from clerk_app.services.people import end_membership
from clerk_app.ui.dialogs.account_add import AccountDialog
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.pages.households.accounts_section import AccountsSection
from tests.builders import DAY
from tests.ui.households_page import HouseholdsDesk, dialog_field, note_of

CARD = "6222021234567890128"
MISTYPED = "6222021234567890129"
SECOND = "62220200001"


def rows(desk: HouseholdsDesk) -> tuple[AccountRow, ...]:
    return accounts_of(desk.context.workspace, desk.file("0002").household.id)


def person(desk: HouseholdsDesk, place: int = 0) -> PersonId:
    return desk.file("0002").members[place].person.id


def recorded(desk: HouseholdsDesk, place: int = 0, **changed: object) -> BankAccount:
    """Record an account and show it."""
    entry = AccountEntry(
        person_id=person(desk, place),
        purpose=AccountPurpose.DIBAO,
        number=CARD,
        again=CARD,
        bank="农村信用社",
        from_on=DAY - timedelta(days=30),
    )
    account = add_account(desk.context.workspace, replace(entry, **changed))  # type: ignore[arg-type]  # of an entry
    desk.open_file("0002")
    return account


def section(desk: HouseholdsDesk) -> AccountsSection:
    return desk.find(AccountsSection, "fileAccounts")


def fill(dialog: QDialog, desk: HouseholdsDesk, *, place: int = 0, **texts: str) -> AccountDialog:
    """Fill the form as the clerk would, without saving."""
    assert isinstance(dialog, AccountDialog)
    dialog_field(dialog, "member").set_person(person(desk, place))
    given = {"purpose": "dibao", "number": CARD, "again": CARD, "bank": "农村信用社"} | texts
    for name, text in given.items():
        dialog_field(dialog, name).set_raw(text)
    return dialog


def wake(dialog: QDialog, desk: HouseholdsDesk) -> None:
    """Let the keys go to the dialog; offscreen there is no window manager to do it."""
    dialog.activateWindow()
    desk.qtbot.waitUntil(dialog.isActiveWindow)


def save(dialog: QDialog, desk: HouseholdsDesk) -> None:
    assert isinstance(dialog, ActDialog)
    dialog.try_save()
    desk.settle()


def test_an_account_is_registered_by_keys_alone_and_shown_masked(desk: HouseholdsDesk) -> None:
    assert desk.find(QLabel, "fileAccountsNone").isVisible()

    def type_it(dialog: QDialog) -> None:
        wake(dialog, desk)
        desk.enter("李㛃", "低保金", "6222 0212 3456 7890 128", CARD, "农村信用社", "单长乐", "", "赶集时办的")
        desk.press(Qt.Key.Key_Return)
        desk.settle()
        assert not dialog.isVisible()

    desk.in_dialog(lambda: desk.click("accountAdd"), type_it)

    (row,) = rows(desk)
    assert (row.person, row.purpose, row.number, row.bank) == ("李㛃", AccountPurpose.DIBAO, "**** 0128", "农村信用社")
    assert (row.holder, row.from_on, row.note) == ("单长乐", DAY, "赶集时办的")
    (shown,) = section(desk).view.model.shown
    assert shown == row
    assert desk.said


def test_a_number_that_may_be_mistyped_is_asked_about_beside_it_and_kept_after_a_tick(desk: HouseholdsDesk) -> None:
    def answer(dialog: QDialog) -> None:
        wake(dialog, desk)
        tick = dialog.findChild(QCheckBox, "accountQuestionTick")
        assert tick is not None
        assert not tick.isVisible()
        desk.enter("单长乐", "低保金", MISTYPED)
        desk.settle()
        assert tick.isVisible()
        assert "校验位" in cast("AccountDialog", dialog).question.text
        wake(dialog, desk)  # the list of purposes took the window with it when it closed
        desk.enter(MISTYPED)
        assert desk.focus is tick
        dialog_field(dialog, "bank").set_raw("农业银行")
        save(dialog, desk)
        assert dialog.isVisible()
        assert note_of(dialog, "number").error == ""
        assert desk.focus is tick
        desk.press(Qt.Key.Key_Space)
        save(dialog, desk)

    desk.in_dialog(lambda: desk.click("accountAdd"), answer)

    assert [row.number for row in rows(desk)] == ["**** 0129"]


def test_a_corrected_number_takes_the_question_back(desk: HouseholdsDesk) -> None:
    def correct(dialog: QDialog) -> None:
        form = fill(dialog, desk, number=MISTYPED, again=MISTYPED)
        save(form, desk)
        assert form.question.text
        dialog_field(dialog, "number").set_raw(CARD)
        assert not form.question.is_open
        dialog_field(dialog, "again").set_raw(CARD)
        save(form, desk)

    desk.in_dialog(lambda: desk.click("accountAdd"), correct)

    assert [row.number for row in rows(desk)] == ["**** 0128"]


def test_another_persons_number_is_asked_about(desk: HouseholdsDesk) -> None:
    recorded(desk)
    asked: list[str] = []

    def look(dialog: QDialog) -> None:
        form = fill(dialog, desk, place=1)
        save(form, desk)
        asked.append(form.question.text)

    desk.in_dialog(lambda: desk.click("accountAdd"), look)

    assert "单长乐" in asked[0]
    assert len(rows(desk)) == 1


def test_the_second_number_cannot_be_pasted(desk: HouseholdsDesk) -> None:
    QGuiApplication.clipboard().setText(CARD)

    def paste(dialog: QDialog) -> None:
        wake(dialog, desk)
        again = dialog_field(dialog, "again")
        again.setFocus()
        for key, modifier in (
            (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
            (Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier),
        ):
            desk.press(key, modifier)
            assert again.text() == ""
        assert note_of(dialog, "again").error
        assert not again.acceptDrops()
        desk.type("62")
        assert again.text() == "62"
        assert note_of(dialog, "again").error == ""
        again.clear()

    desk.in_dialog(lambda: desk.click("accountAdd"), paste)


def test_two_different_numbers_are_told_when_the_second_is_left(desk: HouseholdsDesk) -> None:
    def differ(dialog: QDialog) -> None:
        wake(dialog, desk)
        form = fill(dialog, desk, again="")
        dialog_field(dialog, "again").setFocus()
        desk.enter(SECOND)
        assert note_of(dialog, "again").error
        save(form, desk)
        assert dialog.isVisible()

    desk.in_dialog(lambda: desk.click("accountAdd"), differ)

    assert rows(desk) == ()


def test_what_is_wrong_stands_beside_its_field(desk: HouseholdsDesk) -> None:
    wrong = [
        ("purpose", ""),
        ("number", "12ab"),
        ("bank", ""),
        ("from_on", "2026-02-30"),
        ("from_on", "2026-12-01"),
    ]
    errors: list[str] = []

    def look(dialog: QDialog) -> None:
        for name, text in wrong:
            fill(dialog, desk, from_on="2026-03-01")
            dialog_field(dialog, name).set_raw(text)
            save(dialog, desk)
            errors.append(note_of(dialog, name).error)
            assert dialog.isVisible()

    desk.in_dialog(lambda: desk.click("accountAdd"), look)

    assert all(errors)
    assert len(errors) == len(wrong)
    assert rows(desk) == ()


def test_a_new_card_ends_the_old_one_only_after_a_tick(desk: HouseholdsDesk) -> None:
    recorded(desk)

    def change(dialog: QDialog) -> None:
        tick = dialog_field(dialog, "replaces")
        assert not tick.isVisible()
        form = fill(dialog, desk, number=SECOND, again=SECOND)
        assert tick.isVisible()
        assert "0128" in tick.text()
        save(form, desk)
        assert note_of(dialog, "purpose").error
        tick.setChecked(True)
        dialog_field(dialog, "purpose").set_raw("pension")
        assert not tick.isVisible()
        dialog_field(dialog, "purpose").set_raw("dibao")
        assert not tick.isChecked()
        tick.setChecked(True)
        save(form, desk)

    desk.in_dialog(lambda: desk.click("accountAdd"), change)

    running, ended = rows(desk)
    assert (running.number, running.to_on) == ("**** 0001", None)
    assert ended.to_on == DAY - timedelta(days=1)


def test_an_account_ends_with_a_day_and_a_reason(desk: HouseholdsDesk) -> None:
    recorded(desk)

    def end(dialog: QDialog) -> None:
        save(dialog, desk)
        assert note_of(dialog, "reason").error
        dialog_field(dialog, "reason").set_raw("换卡")
        dialog_field(dialog, "to_on").set_raw("")
        save(dialog, desk)
        assert note_of(dialog, "to_on").error
        dialog_field(dialog, "to_on").set_raw("2026-03-10")
        save(dialog, desk)

    desk.in_dialog(lambda: desk.click("accountEnd"), end)

    (row,) = rows(desk)
    assert str(row.to_on) == "2026-03-10"
    assert not desk.find(QPushButton, "accountEnd").isEnabled()
    assert "换卡" in desk.find(QLabel, "historyEntry_0").text()
    assert CARD not in desk.find(QLabel, "historyEntry_0").text()


def test_a_whole_number_stands_in_its_row_for_a_while_and_is_never_copied(desk: HouseholdsDesk) -> None:
    recorded(desk)
    found = section(desk)
    found._timer.setInterval(40)
    index = found.view.model.index(0, 2)

    def painted() -> str:
        option = QStyleOptionViewItem()
        found._delegate.initStyleOption(option, index)
        return str(option.text)

    assert painted() == "**** 0128"
    desk.click("accountNumber")
    assert found.shown_number == painted() == "6222 0212 3456 7890 128"
    assert index.data() == "**** 0128"
    found.view.table.setFocus()
    desk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "0128" in QApplication.clipboard().text()
    assert "6222" not in QApplication.clipboard().text()
    desk.qtbot.waitUntil(lambda: not found.shown_number)
    assert painted() == "**** 0128"


def test_a_whole_number_is_covered_again_by_the_button_another_row_and_another_page(desk: HouseholdsDesk) -> None:
    recorded(desk)
    recorded(desk, 1, purpose=AccountPurpose.PENSION, number=SECOND, again=SECOND)
    found = section(desk)
    states: list[bool] = []
    acts: tuple[Callable[[], object], ...] = (
        lambda: desk.click("accountNumber"),
        lambda: desk.click("accountNumber"),
        lambda: desk.click("accountNumber"),
        lambda: found.view.table.selectRow(1),
        lambda: found.record_chosen.emit(found.view.current_record()),
        desk.page.show_list,
    )
    for act in acts:
        act()
        desk.settle()
        states.append(bool(found.shown_number))
    assert states == [True, False, True, False, True, False]


def test_nothing_is_registered_for_a_closed_household(desk: HouseholdsDesk) -> None:
    for member in reversed(desk.file("0002").members):
        end_membership(desk.context.workspace, member.membership.id, DAY, "外迁")
    desk.open_file("0002")
    assert not desk.find(QPushButton, "accountAdd").isEnabled()
    assert not desk.find(QPushButton, "attachmentAdd").isEnabled()


def test_esc_leaves_no_trace(desk: HouseholdsDesk) -> None:
    def leave(dialog: QDialog) -> None:
        wake(dialog, desk)
        desk.press(Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    desk.in_dialog(lambda: desk.click("accountAdd"), leave)
    assert rows(desk) == ()

"""Households between villages in the window: moving away with the consequences before, staying after all, taking in, sending back."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.bank_account import AccountPurpose
from clerk_app.domain.transfer import TransferState
from clerk_app.services.bank_accounts import AccountEntry, add_account
from clerk_app.services.county_transfers import list_transfers
from clerk_app.services.households import household_numbered, list_households
from clerk_app.services.incoming import incoming_households
from clerk_app.services.transfer_out import households_that_left, transfer_out
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Changed
from clerk_app.ui.dialogs.transfer_in import DeclineDialog, TransferInDialog, open_offer
from clerk_app.ui.dialogs.transfer_out import TransferOutDialog
from clerk_app.ui.pages.exchange.page import ExchangePage
from tests.builders import DAY, a_household, person_named
from tests.county_builders import VILLAGES
from tests.moves import Move, an_entry
from tests.ui.dialogs import visit_dialog
from tests.ui.households_page import HouseholdsDesk, Over, dialog_field, note_of

Opened = Callable[[Workspace], HouseholdsDesk]


@pytest.fixture(autouse=True)
def some_days_on(move: Move) -> None:
    move.clock.day = DAY + timedelta(days=12)


@pytest.fixture
def opened(qtbot: QtBot, over: Over) -> Opened:
    """Open the page 住户 over a village."""

    def open_page(workspace: Workspace) -> HouseholdsDesk:
        return HouseholdsDesk(qtbot, over(workspace))

    return open_page


def pictured(widget: QWidget, name: str) -> None:
    """Keep a picture where somebody wants to look at one."""
    folder = os.environ.get("CLERK_PICTURES")
    if folder:
        widget.grab().save(f"{folder}/{name}.png")


def words_in(dialog: QDialog) -> str:
    """Return the consequences that the form shows."""
    label = dialog.findChild(QLabel, "transferConsequences")
    assert isinstance(label, QLabel)
    return label.text()


def texts_of(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def leave(dialog: QDialog) -> TransferOutDialog:
    assert isinstance(dialog, TransferOutDialog)
    for name, text in (
        ("village_code", VILLAGES[1]),
        ("village_name", "花椒村"),
        ("moved_on", "2026-03-26"),
        ("reason", "整户搬迁"),
    ):
        dialog_field(dialog, name).set_raw(text)
    return dialog


def test_household_moves_away_after_its_consequences_were_shown(move: Move, opened: Opened) -> None:
    desk = opened(move.old)
    desk.open_file("0002")
    told: list[str] = []

    def fill(dialog: QDialog) -> None:
        form = leave(dialog)
        form.look()
        desk.settle()
        told.append(words_in(form))
        pictured(form, "transfer-out")
        form.try_save()

    desk.in_dialog(lambda: desk.click("factsMove"), fill)
    assert "单长乐、李㛃、单小雨 3 人的户籍关系到 2026-03-25 为止" in told[0]
    assert "0002 户销户" in told[0]
    file = desk.file("0002")
    assert str(file.household.closed_on) == "2026-03-25"
    assert "已办理迁出" in desk.said[-1]
    assert desk.find(QWidget, "factsMove").isHidden()
    assert desk.find(QWidget, "factsStay").isVisible()


def test_one_member_moves_away_when_the_others_are_not_ticked(move: Move, opened: Opened) -> None:
    desk = opened(move.old)
    desk.open_file("0002")

    def fill(dialog: QDialog) -> None:
        form = leave(dialog)
        dialog_field(form, "person_0").set_raw("")
        dialog_field(form, "person_1").set_raw("")
        form.try_save()

    desk.in_dialog(lambda: desk.click("factsMove"), fill)
    assert [member.person.name for member in desk.file("0002").members] == ["单长乐", "李㛃"]
    (left,) = households_that_left(move.old)
    assert left.head == "单小雨"


def test_wrong_code_stands_at_its_field_and_what_is_in_the_way_is_told(move: Move, opened: Opened) -> None:
    desk = opened(move.old)
    desk.open_file("0002")
    errors: list[str] = []

    def fill(dialog: QDialog) -> None:
        form = leave(dialog)
        dialog_field(form, "village_code").set_raw("5323")
        form.try_save()
        desk.settle()
        errors.append(note_of(form, "village_code").error)
        for place in range(3):
            dialog_field(form, f"person_{place}").set_raw("")
        form.look()
        errors.append(words_in(form))
        form.fields.mark_saved()
        form.reject()

    desk.in_dialog(lambda: desk.click("factsMove"), fill)
    assert "12 位数字" in errors[0]
    assert "请选择要迁出的人" in errors[1]
    assert desk.file("0002").household.closed_on is None


def test_household_that_left_offers_no_second_move(move: Move, opened: Opened) -> None:
    move.leave("0003")
    desk = opened(move.old)
    desk.open_file("0003")
    assert desk.find(QWidget, "factsMove").isHidden()


def test_move_is_taken_back_on_the_households_page(move: Move, opened: Opened) -> None:
    move.leave()
    desk = opened(move.old)
    desk.open_file("0002")

    def fill(dialog: QDialog) -> None:
        pictured(dialog, "transfer-back")
        dialog_field(dialog, "reason").set_raw("没有搬")
        dialog.try_save()  # type: ignore[attr-defined]

    desk.in_dialog(lambda: desk.click("factsStay"), fill)
    assert desk.file("0002").household.closed_on is None
    assert desk.find(QWidget, "factsStay").isHidden()
    assert desk.find(QWidget, "factsMove").isVisible()


def offered(move: Move, number: str = "0002", *names: str) -> str:
    """Let a household (or these of it) go and come to the new village's laptop; return the offer."""
    people = tuple(person_named(move.file(number), name) for name in names)
    move.pay(people[0] if people else move.file(number).members[0].person.id)
    transfer_out(move.old, an_entry(move.file(number), people=people))
    move.exchange.send(move.old)
    move.exchange.answer(move.new)
    return incoming_households(move.new)[0].id


def test_offered_household_is_taken_in_and_shows_its_past(move: Move, opened: Opened) -> None:
    offer = offered(move)
    desk = opened(move.new)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, TransferInDialog)
        pictured(dialog, "transfer-in")
        assert [text for text in texts_of(dialog) if text.endswith("原村已缴：城乡居民养老保险 2026 年")]
        assert "登记" not in dialog.windowTitle()
        dialog_field(dialog, "number").set_raw("0088")
        dialog_field(dialog, "group").set_raw("第7组")
        dialog.try_save()

    desk.in_dialog(lambda: opens(desk, offer), fill)
    desk.open_file("0088")
    assert desk.file("0088").household.group == "第7组"
    pictured(desk.page, "taken-in")
    assert (
        "在清河村已缴（不计入本村合计）：单长乐 城乡居民养老保险 2026 年" in desk.find(QLabel, "filePaidBefore").text()
    )
    assert desk.find(QLabel, "historyEarlier_1").text() == "在清河村时"
    assert "登记缴费" in desk.find(QLabel, "historyEntry_2").text()


def test_accounts_and_papers_that_come_along_are_told_before(move: Move, opened: Opened) -> None:
    head = move.file().members[0].person.id
    entry = AccountEntry(
        person_id=head, purpose=AccountPurpose.DIBAO, number="6217001234567890", again="6217001234567890", bank="农信社"
    )
    add_account(move.old, entry)
    offer = offered(move)
    desk = opened(move.new)
    told: list[str] = []

    def look(dialog: QDialog) -> None:
        label = dialog.findChild(QLabel, "transferPast")
        assert isinstance(label, QLabel)
        told.append(label.text())
        pictured(dialog, "transfer-in-with-accounts")
        dialog.reject()

    desk.in_dialog(lambda: opens(desk, offer), look)
    assert "银行账户 1 个、附件 0 份随户转来" in told[0]


def opens(desk: HouseholdsDesk, offer: str) -> None:
    open_offer(desk.context, desk.page, offer)
    desk.settle()


def test_offered_household_is_sent_back_with_a_reason(move: Move, opened: Opened) -> None:
    offer = offered(move)
    desk = opened(move.new)

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, DeclineDialog)
        pictured(dialog, "transfer-decline")
        dialog_field(dialog, "reason").set_raw("查无此户")
        dialog.try_save()

    def fill(dialog: QDialog) -> None:
        button = dialog.findChild(QPushButton, "transferDecline")
        assert button is not None
        assert isinstance(dialog, TransferInDialog)
        assert not dialog.area.isAncestorOf(button), "at the foot, in sight however long the form is"
        nested(desk, button.click, answer)

    desk.in_dialog(lambda: opens(desk, offer), fill)
    assert incoming_households(move.new) == ()
    assert list_households(move.new) == ()
    move.exchange.send(move.new)
    assert [one.state for one in list_transfers(move.exchange.county)] == [TransferState.DECLINED]


def test_pictures_of_an_offer_need_no_hand(qtbot: QtBot, move: Move, over: Over, settled: Callable[[], None]) -> None:
    offered(move)
    page = ExchangePage(over(move.new))
    qtbot.addWidget(page)
    page.show()
    page.reload(Changed.ALL)
    settled()
    scenes = page.scenes()
    shown: list[QDialog] = []
    for name, kind in (("offer", TransferInDialog), ("offer-decline", DeclineDialog)):
        scenes[name]()
        settled()
        dialog = page.findChild(kind)
        assert dialog is not None
        assert dialog.isVisible()
        shown.append(dialog)
    assert page.part is page.work
    for picture in reversed(shown):
        picture.done(0)


def nested(desk: HouseholdsDesk, act: Callable[[], None], fill: Callable[[QDialog], None]) -> None:
    """Do ``act`` in a dialog, which opens another one, and fill that."""

    def visit(dialog: QDialog) -> None:
        fill(dialog)
        desk.settle()

    visit_dialog(desk.qtbot, act, visit)
    desk.settle()


def test_people_without_their_head_go_into_a_household_that_is_here(move: Move, opened: Opened) -> None:
    offer = offered(move, "0002", "单小雨")
    a_household().numbered("0005").with_head("何大", place=60).register_id(move.new)
    desk = opened(move.new)
    errors: list[str] = []

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, TransferInDialog)
        pictured(dialog, "transfer-in-one")
        dialog.try_save()
        errors.append(note_of(dialog, "into").error)
        dialog_field(dialog, "into").set_raw("0005")
        dialog.try_save()

    desk.in_dialog(lambda: opens(desk, offer), fill)
    assert "要并入的户编号" in errors[0]
    assert [member.person.name for member in household_numbered(move.new, "0005").members] == ["何大", "单小雨"]


def test_strip_tells_what_stands_in_the_way(move: Move, opened: Opened) -> None:
    desk = opened(move.old)
    desk.open_file("0002")
    texts: list[str] = []

    def fill(dialog: QDialog) -> None:
        form = leave(dialog)
        dialog_field(form, "person_2").set_raw("")
        dialog_field(form, "person_1").set_raw("")
        form.look()
        desk.settle()
        texts.append(form.problem.text)
        pictured(form, "transfer-out-problem")
        form.fields.mark_saved()
        form.reject()

    desk.in_dialog(lambda: desk.click("factsMove"), fill)
    assert texts == ["户主要迁出而其他成员留下：请先变更户主，再办迁出。"]

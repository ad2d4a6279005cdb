"""追缴 in a household's file: months and money by keys, the form, and what stays on file (T93)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from clerk_app.domain.money import Money
from clerk_app.domain.recovery import RecoveryWay
from clerk_app.services import events
from clerk_app.services.recoveries import ReceiptEntry, Recovery, SpanEntry, add_span, receive, recoveries
from clerk_app.services.workspace import Workspace
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.dialogs.reason import ReasonDialog
from clerk_app.ui.pages.households.overpayment_section import OverpaymentSection
from clerk_app.ui.pages.papers.page import PapersPage
from clerk_app.ui.widgets.field import Field
from tests.builders import VillageFolder
from tests.event_builders import a_year_old, changed, person
from tests.ui.households_page import HouseholdsDesk, Over, dialog_field


@pytest.fixture(scope="module")
def year(village_template: VillageFolder, tmp_path_factory: pytest.TempPathFactory) -> VillageFolder:
    return a_year_old(village_template, tmp_path_factory.mktemp("template") / "year")


@pytest.fixture
def workspace(year: VillageFolder, tmp_path: Path) -> Iterator[Workspace]:
    """The village after a death that was told five months late."""
    opened = year.open(tmp_path / "data")
    changed(opened, "0004/杨有才", pension_balance=Money.yuan(120))
    request = events.Death(
        person_id=person(opened, "0004/杨有才"),
        on=date(2025, 10, 10),
        pension_monthly=Money.yuan(163),
        pension_paid_through=date(2026, 3, 5),
    )
    events.carry_out(opened, request)
    yield opened
    opened.close()


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, over: Over) -> HouseholdsDesk:
    found = HouseholdsDesk(qtbot, over(workspace))
    found.open_file("0004")
    return found


def only(desk: HouseholdsDesk) -> Recovery:
    (found,) = recoveries(desk.context.workspace, settled=True)
    return found


def entered(desk: HouseholdsDesk) -> None:
    """Record the months as the event told them."""
    span = SpanEntry(from_on=date(2025, 11, 1), to_on=date(2026, 3, 1), monthly=Money.yuan(163), source="县里发放记录")
    add_span(desk.context.workspace, only(desk).item.id, span)
    desk.open_file("0004")


def section(desk: HouseholdsDesk) -> OverpaymentSection:
    return desk.find(OverpaymentSection, "fileOverpayments")


def lines(desk: HouseholdsDesk) -> list[str]:
    return [line.what.strip() for line in section(desk).view.model.shown]


def is_enabled(desk: HouseholdsDesk, name: str) -> bool:
    return desk.find(QPushButton, name).isEnabled()


def error_of(dialog: QDialog, name: str) -> str:
    field = dialog.findChild(Field, f"{name}Field")
    assert isinstance(field, Field)
    return field.error


def save(dialog: QDialog, desk: HouseholdsDesk, **texts: str) -> None:
    assert isinstance(dialog, ActDialog)
    for name, text in texts.items():
        dialog_field(dialog, name).set_raw(text)
    dialog.try_save()
    desk.settle()


def test_what_the_death_told_is_proposed_and_the_source_is_asked(desk: HouseholdsDesk) -> None:
    assert lines(desk) == ["杨有才 城乡居民基本养老金"]
    assert not is_enabled(desk, "overpaymentReceive")
    assert not is_enabled(desk, "overpaymentForm")

    def fill(dialog: QDialog) -> None:
        given = [dialog_field(dialog, name).raw for name in ("from_on", "to_on", "monthly", "source")]
        assert given == ["2025-11-01", "2026-03-05", "163.00", ""]
        save(dialog, desk)
        assert dialog.isVisible()
        save(dialog, desk, source="县里发放记录")

    desk.in_dialog(lambda: desk.click("overpaymentDue"), fill)
    assert only(desk).due == Money.yuan(815)
    assert lines(desk) == ["杨有才 城乡居民基本养老金", "应追 2025-11 至 2026-03，5 个月，每月 163.00 元"]
    assert desk.said == ["已登记应追款项"]


def test_money_comes_back_by_the_paper_and_more_than_the_balance_stays_in_the_form(desk: HouseholdsDesk) -> None:
    entered(desk)

    def fill(dialog: QDialog) -> None:
        save(dialog, desk, way="balance", amount="120.01", paper="姚人社〔2026〕7号")
        assert dialog.isVisible()
        save(dialog, desk, amount="120")

    desk.in_dialog(lambda: desk.click("overpaymentReceive"), fill)
    (receipt,) = only(desk).receipts
    assert (receipt.way, receipt.amount) == (RecoveryWay.BALANCE, Money.yuan(120))
    (whole, *_) = section(desk).view.model.shown
    assert (whole.due, whole.recovered, whole.found.rest) == (Money.yuan(815), Money.yuan(120), Money.yuan(695))


def test_entry_is_taken_back_with_a_reason(desk: HouseholdsDesk) -> None:
    entered(desk)
    receive(desk.context.workspace, only(desk).item.id, ReceiptEntry(amount=Money.yuan(815), paper="收据 1"))
    desk.open_file("0004")
    view = section(desk).view
    assert not is_enabled(desk, "overpaymentUndo")
    assert not is_enabled(desk, "overpaymentDue")
    view.select(lambda line: line.recovered == Money.yuan(815) and line.entry is not None)

    def give(dialog: QDialog) -> None:
        assert isinstance(dialog, ReasonDialog)
        dialog_field(dialog, "reason").set_raw("记错了人")
        dialog.try_save()

    desk.in_dialog(lambda: desk.click("overpaymentUndo"), give)
    desk.settle()
    assert only(desk).rest == Money.yuan(815)
    assert "冲销 退回现金或转账" in lines(desk)


def test_form_leads_to_the_papers_with_this_recovery(desk: HouseholdsDesk, qtbot: QtBot) -> None:
    entered(desk)
    desk.click("overpaymentForm")
    home, item = desk.file("0004").household.id, only(desk).item.id
    assert desk.opened == [("document", f"overpayment-form:{home}/{item}")]
    page = PapersPage(desk.context)
    qtbot.addWidget(page)
    page.reload(frozenset({"household"}))
    desk.settle()
    page.show_record(*desk.opened[0])
    qtbot.waitUntil(lambda: page.prepared is not None, timeout=20_000)
    assert page.prepared is not None
    assert (page.prepared.request.about, page.prepared.request.kind) == (item, "overpayment-form")
    paper = page.paper()
    assert paper is not None
    assert "杨有才" not in paper.name


def test_form_of_a_household_that_has_ended_is_shown(desk: HouseholdsDesk, qtbot: QtBot) -> None:
    workspace = desk.context.workspace
    home = desk.file("0005").household.id
    changed(workspace, "0005/钱独山", receiving_pension=True)
    events.carry_out(workspace, events.Death(person_id=person(workspace, "0005/钱独山"), on=date(2026, 1, 25)))
    (found,) = recoveries(workspace, home)
    entry = SpanEntry(from_on=date(2026, 2, 1), to_on=date(2026, 3, 1), monthly=Money.yuan(163), source="县里发放记录")
    add_span(workspace, found.item.id, entry)
    page = PapersPage(desk.context)
    qtbot.addWidget(page)
    page.show_record("document", f"overpayment-form:{home}/{found.item.id}")
    page.reload(frozenset({"household"}))
    desk.settle()
    qtbot.waitUntil(lambda: page.prepared is not None, timeout=20_000)
    assert page.prepared is not None
    assert page.prepared.request.household_ids == (home,)


def test_overpayment_that_no_event_told_of_is_noted_with_whose_and_why(desk: HouseholdsDesk) -> None:
    desk.open_file("0001")

    def fill(dialog: QDialog) -> None:
        save(dialog, desk)
        assert dialog.isVisible()
        save(dialog, desk, kind="pension_recovery", reason="同时领取职工养老金")
        assert "谁" in error_of(dialog, "person")
        dialog_field(dialog, "person").set_person(desk.file("0001").members[0].person.id)
        save(dialog, desk)

    desk.in_dialog(lambda: desk.click("followUpRecover"), fill)
    assert lines(desk) == ["段有福 城乡居民基本养老金"]


def test_household_without_overpayments_shows_nothing_of_them(desk: HouseholdsDesk) -> None:
    desk.open_file("0005")
    assert not section(desk).isVisible()

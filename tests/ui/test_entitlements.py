"""可享受政策 in the window: each person's rights and refusals, the way to what is missing, copying, filtering."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.dates import birthday
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.printing.preview import page_count
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.dibao import CaseEntry, IncomeEntry, apply_for_dibao
from clerk_app.services.households import new_identity
from clerk_app.services.people import add_identity
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.pages.entitlements import view
from clerk_app.ui.pages.entitlements.outcomes import HOUSEHOLD
from clerk_app.ui.pages.households import HouseholdsPage
from clerk_app.ui.texts import term
from tests.ui.entitlements_page import EntitlementsDesk, register_five

PENSIONER, DISABLED = 1, 3
"""The places of two people of the household: one draws a pension, one has a certificate of grade 2."""


@pytest.fixture
def desk(qtbot: QtBot, village: Context) -> EntitlementsDesk:
    return EntitlementsDesk(qtbot, village, register_five(village))


def test_people_stand_at_the_left_with_how_much_each_may_have(desk: EntitlementsDesk) -> None:
    assert desk.view.people.topLevelItemCount() == len(desk.file.members) + 1
    assert desk.view.person == HOUSEHOLD
    counts = [desk.count(place) for place in range(6)]
    assert [words[0] for words in counts] == ["0", "1", "1", "1", "0", "0"]


def test_card_tells_sum_reasons_and_clause_of_the_person_chosen_by_keys(desk: EntitlementsDesk) -> None:
    desk.choose(PENSIONER)

    words = desk.words("right_pension.base")
    assert term("基础养老金") in words
    assert "93.00" in words
    assert "国发〔2014〕8号" in words
    assert "NA-C1" in words
    assert desk.has("because_pension.base")


def test_refusal_is_one_line_until_it_is_opened(desk: EntitlementsDesk) -> None:
    desk.choose(DISABLED)

    assert not desk.has("more_pension.base")
    desk.click("toggle_pension.base")
    assert "NA-C1" in desk.words("more_pension.base")
    desk.click("toggle_pension.base")
    assert not desk.has("more_pension.base")


def test_someone_too_young_is_told_the_day(desk: EntitlementsDesk) -> None:
    desk.choose(DISABLED)
    birth = desk.file.members[DISABLED - 1].person.birth_on

    desk.click("toggle_pension.base")

    assert birthday(birth, 60).isoformat() in desk.words("more_pension.base")


def test_what_may_be_had_is_not_listed_as_refused(desk: EntitlementsDesk) -> None:
    desk.choose(DISABLED)

    assert desk.has("right_pension.proxy")
    assert not desk.has("refused_pension.proxy")


def test_a_fact_that_was_never_filled_in_stands_apart_and_can_be_supposed(desk: EntitlementsDesk) -> None:
    desk.choose(PENSIONER)
    assert desk.has("part_lacking")
    desk.click("toggle_pension.account")
    assert not desk.has("fill_pension.account"), "nobody in the village can fill in the balance"
    desk.click("toggle_pension.seniority")
    desk.click("fill_pension.seniority")

    desk.suppose("whatIfYears", "20")
    assert desk.has("right_pension.seniority")


def test_a_missing_local_value_leads_to_the_settings(qtbot: QtBot, village: Context) -> None:
    household = register_five(village)
    the = the_village(village.workspace)
    local = {name: value for name, value in the.local.items() if name != "medical_premium"}
    change_village(village.workspace, replace(the, local=local))
    first = EntitlementsDesk(qtbot, village, household)
    add_identity(
        village.workspace,
        first.file.members[0].person.id,
        new_identity(IdentityKind.REGISTERED_POOR, village.workspace.today()),
    )
    first.view.reload(Changed.ALL)
    first.settle()
    first.choose(PENSIONER)

    first.click("settings_medical.premium_aid")

    assert first.opened == [("settings", "local")]


def test_dibao_that_cannot_be_told_says_why_and_leads_to_a_new_case(desk: EntitlementsDesk) -> None:
    assert desk.find(QLabel, "dibaoMissing").text()
    desk.click("dibaoCase")

    assert desk.opened == [("dibao_new", desk.household_id)]


def test_dibao_without_the_countys_standard_leads_to_the_settings(qtbot: QtBot, village: Context) -> None:
    the = the_village(village.workspace)
    change_village(village.workspace, replace(the, local={}))
    desk = EntitlementsDesk(qtbot, village, register_five(village))

    desk.click("dibaoSettings")

    assert desk.opened == [("settings", "local")]


def test_dibao_with_an_income_sheet_shows_class_and_sum(desk: EntitlementsDesk) -> None:
    apply_for_dibao(
        desk.context.workspace,
        desk.household_id,
        CaseEntry(
            applied_on=desk.context.workspace.today(),
            application_reason="因残",
            property_within_limits=True,
            income=(IncomeEntry(kind=IncomeKind.OTHER, annual=Money.yuan(6000)),),
        ),
    )
    desk.view.reload(Changed.ALL)
    desk.settle()

    words = desk.words("dibaoCard")
    assert "100.00" in words, "income a head"
    assert "1,600.00" in words, "the sum a month"
    assert desk.count(0).startswith("1")


def test_overview_goes_to_a_person(desk: EntitlementsDesk) -> None:
    person = desk.file.members[0].person

    desk.click(f"person_{person.id}")

    assert desk.view.person == person.id


def test_filter_leaves_what_fits_and_escape_empties_it(desk: EntitlementsDesk, qtbot: QtBot) -> None:
    desk.choose(PENSIONER)
    desk.view.result.filter.setText("NA-C2 国发")
    desk.settle()
    assert not desk.has("right_pension.base")

    desk.view.result.filter.setText("个人账户")
    assert desk.has("refused_pension.account")
    assert not desk.has("refused_pension.proxy")
    assert not desk.has("part_relief")
    desk.view.result.filter.setText("无此一项")
    assert desk.has("nothingFound")
    QTest.keyClick(desk.view.result.filter, Qt.Key.Key_Escape)
    assert desk.has("right_pension.base")


def test_copy_puts_the_plain_words_of_the_person_on_the_clipboard(desk: EntitlementsDesk, qtbot: QtBot) -> None:
    desk.choose(PENSIONER)
    QTest.keyClick(desk.view.people, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    text = QGuiApplication.clipboard().text()
    assert desk.file.members[0].person.name in text
    assert "1. " in text
    assert "93.00" in text
    assert "scheme_start" not in text, "no names out of case files"
    assert desk.said


def test_copy_of_the_household_tells_every_member(desk: EntitlementsDesk) -> None:
    desk.click("entitlementsCopy")

    text = QGuiApplication.clipboard().text()
    assert all(member.person.name in text for member in desk.file.members)


def test_print_gives_the_same_words_to_the_printer(
    desk: EntitlementsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "told.pdf"

    def to_paper(*_given: object) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(paper))
        return printer

    monkeypatch.setattr(view, "choose_printer", to_paper)
    desk.choose(PENSIONER)
    desk.click("entitlementsPrint")

    assert page_count(paper.read_bytes()) == 1
    assert desk.said


def test_print_without_a_printer_says_what_to_do(desk: EntitlementsDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_given: object) -> None:
        raise UserError("没有找到打印机。")

    monkeypatch.setattr(view, "choose_printer", none)
    desk.click("entitlementsPrint")

    assert desk.view.error_strip.isVisible()


def test_escape_goes_back_to_the_file(desk: EntitlementsDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.view.closed):
        QTest.keyClick(desk.view.people, Qt.Key.Key_Escape)


def test_page_of_households_shows_it_and_comes_back(qtbot: QtBot, village: Context) -> None:
    page = HouseholdsPage(village)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    household = register_five(village)

    page.show_household(household)
    qtbot.waitUntil(lambda: not village.tasks.is_busy)
    assert page.file_view is not None
    page.file_view.entitlements_wanted.emit(household)
    qtbot.waitUntil(lambda: not village.tasks.is_busy)
    assert page.current.objectName() == "entitlementsPage"
    assert "0013" in page.title
    assert page.entitlements is not None
    page.entitlements.closed.emit()
    qtbot.waitUntil(lambda: not village.tasks.is_busy)
    assert page.current.objectName() == "householdFilePage"

    page.show_record("entitlements", household)
    qtbot.waitUntil(lambda: not village.tasks.is_busy)
    assert page.current.objectName() == "entitlementsPage"

"""A household's file: what it shows, and each act on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import Sex
from clerk_app.domain.household import HouseholdFile, Member
from clerk_app.services.dibao import CaseEntry, apply_for_dibao
from clerk_app.services.households import list_households, open_household
from clerk_app.services.notices import HOUSEHOLD_FORM, FormRequest, issue
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.pages.households.file_view import HouseholdView
from clerk_app.ui.widgets.strips import Strip
from tests.builders import a_household, resident_number
from tests.ui.events_page import EventDesk
from tests.ui.households_page import HouseholdsDesk, dialog_field, filled, note_of, saved, view_of


def choose(desk: HouseholdsDesk, name: str) -> Member:
    """Make a member current."""
    assert view_of(desk).members.view.select(lambda member: member.person.name == name)
    return next(member for member in desk.file("0002").members if member.person.name == name)


def leaving(desk: EventDesk) -> Callable[[], None]:
    """Return what opens the form for leaving without an event."""
    menu = desk.menu("memberEvent")
    leave = next(action for action in menu.actions() if action.objectName() == "event_leave")
    menu.hide()
    return leave.trigger


def names(file: HouseholdFile) -> list[str]:
    return [member.person.name for member in file.members]


def test_the_file_shows_members_statuses_facts_and_history(desk: HouseholdsDesk) -> None:
    view = view_of(desk)

    assert [member.person.name for member in view.members.view.model.shown] == ["单长乐", "李㛃", "单小雨"]
    assert "0002" in view.title
    assert "第2组" in desk.find(QLabel, "fileSummary").text()
    assert desk.find(QLabel, "fact_hukou").text()
    assert "登记住户" in desk.find(QLabel, "historyEntry_0").text()
    assert "单小雨" in desk.find(QLabel, "historyEntry_0").text()


def test_a_hostile_name_is_shown_as_text_in_the_history(desk: HouseholdsDesk) -> None:
    a_household().with_head("<b>甲</b>", place=90, age=33).register_id(desk.context.workspace)

    desk.open_file("0004")

    assert "&lt;b&gt;甲" in desk.find(QLabel, "historyEntry_0").text()


def test_a_person_is_changed_and_the_history_says_before_and_after(desk: HouseholdsDesk) -> None:
    choose(desk, "李㛃")

    changed = filled(phone="13900001111", former_name="小翠", reason="换了号码")
    desk.in_dialog(lambda: desk.click("memberEdit"), changed)

    person = next(member.person for member in desk.file("0002").members if member.person.name == "李㛃")
    assert (person.phone, person.former_name) == ("13900001111", "小翠")
    text = desk.find(QLabel, "historyEntry_0").text()
    assert "13900001111" in text
    assert "换了号码" in text


def test_what_the_county_knows_of_a_pension_is_kept(desk: HouseholdsDesk) -> None:
    choose(desk, "李㛃")

    desk.in_dialog(lambda: desk.click("memberEdit"), filled(pension_years="5", pension_balance="3525.5"))

    person = next(member.person for member in desk.file("0002").members if member.person.name == "李㛃")
    assert person.pension_years == 5
    assert str(person.pension_balance) == "3525.50"


def test_a_wrong_number_stands_beside_its_field_in_the_form(desk: HouseholdsDesk) -> None:
    choose(desk, "李㛃")
    errors: list[str] = []

    def fill(dialog: QDialog) -> None:
        dialog_field(dialog, "id_number").set_raw("123")
        saved(dialog)
        errors.append(note_of(dialog, "id_number").error)
        assert dialog.isVisible()

    desk.in_dialog(lambda: desk.click("memberEdit"), fill)

    assert errors != [""]
    assert view_of(desk).content is not None


def test_a_number_of_somebody_else_is_refused_in_the_form(desk: HouseholdsDesk) -> None:
    taken = desk.file("0001").members[0].person.id_number
    before = choose(desk, "李㛃").person.id_number
    errors: list[str] = []

    def fill(dialog: QDialog) -> None:
        dialog_field(dialog, "id_number").set_raw(str(taken))
        desk.settle()
        known = dialog.findChild(Strip, "knownStrip")
        assert known is not None
        assert known.isVisible()
        dialog_field(dialog, "birth_on").set_raw(desk.file("0001").members[0].person.birth_on.isoformat())
        saved(dialog)
        desk.settle()
        errors.append(note_of(dialog, "id_number").error)

    desk.in_dialog(lambda: desk.click("memberEdit"), fill)

    assert errors[0]
    assert choose(desk, "李㛃").person.id_number == before


def test_a_disability_card_fills_kind_and_grade(desk: HouseholdsDesk) -> None:
    member = choose(desk, "李㛃")

    desk.in_dialog(lambda: desk.click("memberEdit"), filled(disability_certificate=f"{member.person.id_number}43"))

    assert choose(desk, "李㛃").person.disability_grade == 3


def test_a_member_is_added(desk: HouseholdsDesk) -> None:
    number = resident_number(date(2025, 1, 2), Sex.MALE, 40)

    desk.in_dialog(
        lambda: desk.click("fileAddMember"),
        filled(name="单小宝", id_number=number, relation="20", from_on="2026-01-01"),
    )

    member = next(member for member in desk.file("0002").members if member.person.name == "单小宝")
    assert (member.membership.relation, member.membership.from_on) == ("20", date(2026, 1, 1))
    assert "单小宝" in [row.person.name for row in view_of(desk).members.view.model.shown]


def test_a_member_without_a_relation_is_not_added(desk: HouseholdsDesk) -> None:
    errors: list[str] = []

    def fill(dialog: QDialog) -> None:
        dialog_field(dialog, "name").set_raw("单小宝")
        dialog_field(dialog, "id_number").set_raw(resident_number(date(2025, 1, 2), Sex.MALE, 40))
        saved(dialog)
        errors.append(note_of(dialog, "relation").error)

    desk.in_dialog(lambda: desk.click("fileAddMember"), fill)

    assert errors[0]
    assert len(desk.file("0002").members) == 3


def test_cancel_leaves_no_trace(desk: HouseholdsDesk) -> None:
    before = desk.file("0002")

    desk.in_dialog(lambda: desk.click("fileEdit"), lambda dialog: dialog.reject())

    assert desk.file("0002") == before


def test_the_household_is_changed(desk: HouseholdsDesk) -> None:
    desk.in_dialog(lambda: desk.click("fileEdit"), filled(land="12.5", housing_structure="砖混"))

    household = desk.file("0002").household
    assert (household.land, household.housing_structure) == (1250, "砖混")
    assert "12.50" in desk.find(QLabel, "fact_land").text()


def test_a_relation_is_corrected(desk: HouseholdsDesk) -> None:
    choose(desk, "单小雨")

    desk.in_dialog(lambda: desk.click("memberRelation"), filled(relation="32"))

    assert choose(desk, "单小雨").membership.relation == "32"


def test_a_member_leaves_with_day_and_reason_and_is_seen_on_a_past_day(desk: EventDesk) -> None:
    workspace = desk.context.workspace
    today = workspace.today()
    a_household().in_group("第9组").with_head("自世春", place=70, age=50).with_member(
        "自建国", "20", place=71, age=20
    ).register_id(workspace)
    desk.open_file("0004")
    assert view_of(desk).members.view.select(lambda member: member.person.name == "自建国")

    desk.in_late_dialog(leaving(desk), filled(reason="参军"))

    assert [row.person.name for row in view_of(desk).members.view.model.shown] == ["自世春"], "gone, as in the list"
    of_the_day = open_household(workspace, desk.file("0004").household.id, today)
    assert of_the_day.members[1].membership.to_on == today, "the last day counts when looking back"
    desk.context.workspace.clock.day = today + timedelta(days=1)  # type: ignore[attr-defined]
    desk.page.reload(Changed.ALL)
    desk.settle()
    assert [row.person.name for row in view_of(desk).members.view.model.shown] == ["自世春"]

    day = view_of(desk).members.day_edit
    day.setFocus()
    desk.enter(today.isoformat())
    desk.settle()

    assert [row.person.name for row in view_of(desk).members.view.model.shown] == ["自世春", "自建国"]
    assert desk.find(Strip, "memberDayStrip").isVisible()
    assert not desk.find(QPushButton, "memberEvent").isEnabled()
    desk.click("memberDayStripAction")
    assert [row.person.name for row in view_of(desk).members.view.model.shown] == ["自世春"]


def test_a_day_that_is_none_is_told(desk: HouseholdsDesk) -> None:
    view_of(desk).members.day_edit.setFocus()

    desk.enter("2018-13-01")

    assert desk.find(Strip, "memberDayStrip").isVisible()
    assert len(view_of(desk).members.view.model.shown) == 3


def test_the_head_cannot_leave_while_others_remain(desk: EventDesk) -> None:
    choose(desk, "单长乐")
    said: list[str] = []

    def fill(dialog: QDialog) -> None:
        dialog_field(dialog, "reason").set_raw("参军")
        saved(dialog)
        desk.settle()
        strip = dialog.findChild(Strip, "errorStrip")
        assert strip is not None
        said.append(strip.text if strip.isVisible() else "")

    desk.in_late_dialog(leaving(desk), fill)

    assert said[0]
    assert len(desk.file("0002").members) == 3


def test_leaving_without_a_reason_is_refused_at_the_field(desk: EventDesk) -> None:
    choose(desk, "单小雨")
    errors: list[str] = []

    def fill(dialog: QDialog) -> None:
        saved(dialog)
        errors.append(note_of(dialog, "reason").error)

    desk.in_late_dialog(leaving(desk), fill)

    assert errors[0]


def test_printed_documents_are_listed_and_open_on_their_page(desk: HouseholdsDesk) -> None:
    household_id = desk.file("0002").household.id
    issued = issue(desk.context.workspace, FormRequest(kind=HOUSEHOLD_FORM, household_ids=(household_id,)))
    desk.page.reload(Changed.ALL)
    desk.settle()
    view = view_of(desk).documents.view
    assert len(view.model.shown) == 1

    view.table.setFocus()
    view.table.selectRow(0)
    desk.enter("")

    assert desk.opened == [("document", issued.documents[0].id)]


def test_a_dibao_case_opens_on_its_page(desk: HouseholdsDesk) -> None:
    workspace = desk.context.workspace
    entry = CaseEntry(applied_on=workspace.today(), application_reason="缺少劳动力")
    case_id = apply_for_dibao(workspace, desk.file("0002").household.id, entry)
    desk.page.reload(Changed.ALL)
    desk.settle()
    view = view_of(desk).cases.view

    view.table.setFocus()
    view.table.selectRow(0)
    desk.enter("")

    assert desk.opened == [("dibao_case", case_id)]


def test_contributions_of_this_year_are_summed(qtbot: QtBot, village: Context) -> None:
    desk = HouseholdsDesk(qtbot, village)
    view: HouseholdView | None = None
    for row in list_households(village.workspace):
        desk.page.show_record("household", row.id)
        desk.settle()
        view = view_of(desk)
        if view.payments.view.model.shown:
            break
    assert view is not None
    payments = view.payments.view.model.shown
    assert payments

    whole = sum(payment.payment.amount.fen for payment in payments)
    assert f"{whole / 100:,.2f}" in desk.find(QLabel, "filePaymentTotals").text()


def test_escape_goes_back_to_the_list(desk: HouseholdsDesk) -> None:
    desk.press(Qt.Key.Key_Escape)
    desk.settle()

    assert desk.page.current is desk.page.list_view


def test_a_closed_household_can_only_be_looked_at(desk: EventDesk) -> None:
    desk.open_file("0003")
    view_of(desk).members.view.select(lambda _member: True)
    desk.in_late_dialog(leaving(desk), filled(reason="重复登记"))

    assert open_household(desk.context.workspace, desk.file("0003").household.id).household.closed_on is not None
    for name in ("fileAddMember", "fileEdit", "memberEdit", "identityAdd", "identityChange", "factsEdit"):
        assert not desk.find(QWidget, name).isEnabled(), name

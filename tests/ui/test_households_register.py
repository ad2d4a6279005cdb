"""Registering a household by keys: what is counted, what is said, what survives."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import Capacity, DisabilityKind, IdentityKind, Sex
from clerk_app.domain.resident_id import from_15_digits
from clerk_app.services.drafts import draft_keys, load_draft
from clerk_app.services.households import list_households
from clerk_app.ui.context import Context
from clerk_app.ui.pages.households.register import DRAFT_KEY
from clerk_app.ui.widgets.strips import Strip
from tests.builders import resident_number, wrong_check_digit
from tests.ui.households_page import HouseholdsDesk

HEAD = resident_number(date(1962, 3, 4), Sex.MALE, 11)
WIFE = resident_number(date(1964, 5, 6), Sex.FEMALE, 12)
SON = resident_number(date(1988, 1, 2), Sex.MALE, 13)
GIRL = resident_number(date(2015, 9, 9), Sex.FEMALE, 14)


@pytest.fixture
def desk(qtbot: QtBot, village: Context) -> HouseholdsDesk:
    found = HouseholdsDesk(qtbot, village)
    found.click("householdNew")
    return found


def type_head(desk: HouseholdsDesk, name: str = "自世春", number: str = HEAD) -> None:
    """Go from the group to the head's name and enter name and number."""
    desk.enter("3", "石桥12号", "", "", "", "", "", "")
    desk.enter(name, number)


def test_register_four_members_with_one_key_a_field_beside_the_characters(desk: HouseholdsDesk) -> None:
    household = ["3", "石桥12号", "19912345678", "", "3.5", "120", "砖混", ""]
    head = ["自世春", HEAD, "彝", "13900001111", "", "", "", "", ""]
    wife = ["李桂芝", WIFE, "老伴", "", "", "部分丧失", "", "长期慢性病", "", ""]
    son = ["自建国", SON, "20", "", "13900002222", "", "", "", SON + "43", "低保"]
    girl = ["自小雨", GIRL, "孙女", "", "", "", "", "", "", ""]

    desk.keys_pressed = 0
    desk.enter(*household, *head, *wife, *son, *girl)
    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    fields = [*household, *head, *wife, *son, *girl]
    assert desk.keys_pressed == sum(map(len, fields)) + len(fields) + 1
    file = desk.file("0013")
    assert (file.household.group, file.household.address, file.household.land) == ("第3组", "石桥12号", 350)
    by_name = {member.person.name: member for member in file.members}
    assert {name: member.membership.relation for name, member in by_name.items()} == {
        "自世春": "02", "李桂芝": "12", "自建国": "20", "自小雨": "42"
    }  # fmt: skip
    assert {member.person.nation for member in file.members} == {"07"}, "the head's nation is proposed for the others"
    assert by_name["李桂芝"].person.labour_capacity is Capacity.PARTIAL
    assert by_name["李桂芝"].person.chronic_illness
    assert by_name["自建国"].person.disability_kind is DisabilityKind.LIMB
    assert by_name["自建国"].person.disability_grade == 3
    assert [identity.kind for identity in by_name["自建国"].identities] == [IdentityKind.DIBAO]
    assert by_name["自小雨"].person.birth_on == date(2015, 9, 9)
    assert by_name["自小雨"].person.sex is Sex.FEMALE


def test_the_number_fills_birth_date_and_sex_when_it_is_valid(desk: HouseholdsDesk) -> None:
    type_head(desk)

    assert desk.field("birth_on_1").editor.raw == "1962-03-04"
    assert desk.field("sex_1").editor.raw == Sex.MALE.value
    assert "1962-03-04" in desk.field("id_number_1").note
    assert desk.focus.objectName() == "nation_1", "birth date and sex are passed over"


def test_a_wrong_number_stands_beside_its_field_and_nothing_is_stored(desk: HouseholdsDesk) -> None:
    before = desk.numbers
    type_head(desk, number=wrong_check_digit(HEAD))

    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    assert desk.field("id_number_1").error
    assert desk.focus.objectName() == "id_number_1"
    assert desk.numbers == before


def test_every_wrong_member_is_marked_at_once(desk: HouseholdsDesk) -> None:
    type_head(desk, name="自世春", number="123")
    desk.page.form.lines[1].person.name.editor.setFocus()  # type: ignore[union-attr]
    desk.enter("李桂芝", "", "", "", "")

    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert desk.field("id_number_1").error
    assert desk.field("birth_on_2").error


def test_a_number_that_is_wrong_on_the_card_can_be_kept_as_it_stands(desk: HouseholdsDesk) -> None:
    wrong = wrong_check_digit(HEAD)
    type_head(desk, number=wrong)
    desk.field("id_unverified_1").editor.set_raw("1")
    desk.field("birth_on_1").editor.set_raw("1962-03-04")
    desk.field("sex_1").editor.set_raw(Sex.MALE.value)

    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    (member,) = desk.file("0013").members
    assert (member.person.id_number, member.person.id_unverified) == (wrong, True)


def test_a_person_without_a_number_gets_a_temporary_one(desk: HouseholdsDesk) -> None:
    desk.enter("3", "", "", "", "", "", "", "")
    desk.enter("自世春", "", "1962-03-04", "男")

    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    (member,) = desk.file("0013").members
    assert member.person.id_number is None
    assert member.person.temporary_number


def test_a_known_number_is_shown_with_a_way_to_its_household(desk: HouseholdsDesk) -> None:
    known = desk.file("0002")
    assert known.head is not None
    type_head(desk, number=str(known.head.person.id_number))
    desk.settle()

    strip = desk.find(Strip, "known_1")
    assert strip.isVisible()
    assert known.head.person.name in strip.text
    desk.click("known_1Action")
    assert desk.page.current.objectName() == "householdFilePage"
    desk.click("fileFormStripAction")
    assert desk.page.current.objectName() == "householdRegisterPage"
    assert desk.field("name_1").editor.raw == "自世春", "what was typed is still there"


def test_t2_an_old_number_registers_as_the_new_one_after_a_question(desk: HouseholdsDesk) -> None:
    old, new = "532325620304001", from_15_digits("532325620304001")
    type_head(desk, number=old)
    asked: list[str] = []

    def answer(notice: QDialog) -> None:
        asked.extend(label.text() for label in notice.findChildren(QLabel))
        notice.done(QDialog.DialogCode.Accepted)

    desk.in_dialog(lambda: desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier), answer)
    desk.settle()

    assert new in " ".join(asked)
    (member,) = desk.file("0013").members
    assert (member.person.id_number, member.person.former_id_number) == (new, old)
    assert member.person.birth_on.isoformat() == "1962-03-04"


def test_t2_a_known_person_is_shown_when_the_old_form_is_typed(desk: HouseholdsDesk) -> None:
    known = desk.file("0002").head
    assert known is not None
    new = str(known.person.id_number)
    assert new[6:8] == "19"
    type_head(desk, number=new[:6] + new[8:17])
    desk.settle()
    assert known.person.name in desk.find(Strip, "known_1").text


def test_t2_both_forms_of_a_number_in_the_form_are_refused(desk: HouseholdsDesk) -> None:
    type_head(desk)
    desk.enter("", "", "", "", "", "", "")
    desk.enter("李桂芝", HEAD[:6] + HEAD[8:17], "妻")

    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert "第 1 位成员" in desk.field("id_number_2").error


def test_a_known_number_is_refused_at_its_own_member_when_saving(desk: HouseholdsDesk) -> None:
    known = desk.file("0002")
    assert known.head is not None
    before = desk.numbers
    type_head(desk)
    desk.enter("", "", "", "", "", "", "")
    desk.enter("李桂芝", str(known.head.person.id_number), "妻")

    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    assert not desk.field("id_number_1").error
    assert desk.field("id_number_2").error
    assert desk.numbers == before


def test_one_number_twice_in_the_form_is_refused(desk: HouseholdsDesk) -> None:
    type_head(desk)
    desk.enter("", "", "", "", "", "", "")
    desk.enter("李桂芝", HEAD, "妻")

    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert desk.field("id_number_2").error


@pytest.mark.parametrize("passes", [True, False])
def test_a_birth_date_that_differs_from_the_number_is_asked_about(desk: HouseholdsDesk, passes: bool) -> None:
    before = desk.numbers
    type_head(desk)
    desk.field("birth_on_1").editor.set_raw("1962-04-03")
    asked: list[str] = []

    def answer(notice: QDialog) -> None:
        asked.append(notice.objectName())
        notice.done(QDialog.DialogCode.Accepted if passes else QDialog.DialogCode.Rejected)

    desk.in_dialog(lambda: desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier), answer)

    assert asked == ["doubtsNotice"]
    assert desk.field("birth_on_1").note if not passes else True
    assert (desk.numbers != before) is passes


def test_land_that_is_no_number_stands_beside_its_field(desk: HouseholdsDesk) -> None:
    desk.enter("3", "", "", "", "一亩", "", "", "")
    desk.enter("自世春", HEAD)

    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert desk.field("land").error


def test_words_that_are_no_relation_stand_beside_their_field(desk: HouseholdsDesk) -> None:
    type_head(desk)
    desk.enter("", "", "", "", "", "", "")
    desk.enter("李桂芝", WIFE, "邻居家的")

    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert desk.field("relation_2").error


def test_a_draft_comes_back_after_a_crash(desk: HouseholdsDesk, qtbot: QtBot, village: Context) -> None:
    type_head(desk)
    desk.enter("", "", "", "", "", "", "")
    desk.enter("李桂芝", WIFE, "妻")
    qtbot.waitUntil(lambda: load_draft(village.workspace, DRAFT_KEY) is not None, timeout=5000)
    desk.settle()
    desk.page.close()

    again = HouseholdsDesk(qtbot, village)
    assert again.find(Strip, "householdDraftStrip").isVisible()
    again.click("householdDraftStripAction")

    assert again.find(Strip, "draftStrip").isVisible()
    assert again.field("name_1").editor.raw == "自世春"
    assert again.field("id_number_2").editor.raw == WIFE
    assert again.field("relation_2").editor.raw == "12"
    again.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    again.settle()
    assert [member.person.name for member in again.file("0013").members] == ["自世春", "李桂芝"]
    assert DRAFT_KEY not in draft_keys(village.workspace)


def test_a_form_that_was_only_opened_leaves_no_draft(desk: HouseholdsDesk, qtbot: QtBot, village: Context) -> None:
    qtbot.wait(800)
    desk.settle()

    assert DRAFT_KEY not in draft_keys(village.workspace)
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert desk.page.current is desk.page.list_view


def test_cancel_leaves_no_trace(desk: HouseholdsDesk, village: Context) -> None:
    before = list_households(village.workspace, with_closed=True)
    type_head(desk)

    desk.in_dialog(lambda: desk.press(Qt.Key.Key_Escape), lambda notice: notice.done(QDialog.DialogCode.Accepted))

    assert desk.page.current is desk.page.list_view
    assert list_households(village.workspace, with_closed=True) == before
    assert DRAFT_KEY not in draft_keys(village.workspace)


def test_going_on_writing_is_what_escape_gives_when_something_would_be_lost(desk: HouseholdsDesk) -> None:
    type_head(desk)

    desk.in_dialog(lambda: desk.press(Qt.Key.Key_Escape), lambda notice: notice.done(QDialog.DialogCode.Rejected))

    assert desk.page.current is desk.page.form
    assert desk.field("name_1").editor.raw == "自世春"


def test_a_member_is_removed_by_keys(desk: HouseholdsDesk) -> None:
    type_head(desk)
    desk.enter("", "", "", "", "", "", "")
    desk.enter("李桂芝", WIFE)
    desk.press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    assert [member.person.name for member in desk.file("0013").members] == ["自世春"]


def test_control_enter_goes_to_the_next_member(desk: HouseholdsDesk) -> None:
    type_head(desk)

    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert desk.focus.objectName() == "name_2"


def test_enter_on_an_empty_last_name_and_on_the_button_saves(desk: HouseholdsDesk) -> None:
    type_head(desk)
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    desk.enter("")
    assert desk.focus.objectName() == "registerSave"
    desk.enter("")
    desk.settle()

    assert "0013" in desk.numbers
    assert desk.page.current.objectName() == "householdFilePage", "the new household is shown"


def test_enter_after_the_last_field_of_an_unfinished_form_comes_to_saving(desk: HouseholdsDesk) -> None:
    desk.field("statuses_1").editor.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.focus.objectName() == "registerSave"


def test_every_field_has_an_accessible_name(desk: HouseholdsDesk) -> None:
    form = desk.page.form
    assert form is not None

    unnamed = [field.name for field in form.fields if not field.editor.accessibleName()]

    assert unnamed == []
    assert QApplication.focusWidget() is not None

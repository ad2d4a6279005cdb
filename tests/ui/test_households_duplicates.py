"""People registered twice, decided about in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from clerk_app.services.duplicates import likely_duplicates
from clerk_app.services.households import HouseholdEntry, register_household
from clerk_app.services.workspace import Workspace
from clerk_app.ui.pages.households.duplicates_view import DuplicatesView
from tests.builders import a_member
from tests.ui.households_page import HouseholdsDesk, Over


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, over: Over) -> HouseholdsDesk:
    """郑安 alone in household 0001 and as a son in household 0002, the pair shown."""
    register_household(workspace, HouseholdEntry(group="第1组"), (a_member("郑安", age=30, place=11),))
    family = (a_member("郑大", age=55, place=12), a_member("郑安", age=30, place=13, relation="20"))
    register_household(workspace, HouseholdEntry(group="第3组"), family)
    desk = HouseholdsDesk(qtbot, over(workspace))
    desk.click("householdDuplicates")
    desk.settle()
    return desk


def view(desk: HouseholdsDesk) -> DuplicatesView:
    shown = desk.page.current
    assert isinstance(shown, DuplicatesView)
    return shown


def test_both_records_stand_side_by_side(desk: HouseholdsDesk) -> None:
    assert len(view(desk).pairs.model.shown) == 1
    assert view(desk).detail.isVisible()
    texts = {label.text() for label in view(desk).detail.findChildren(QLabel)}
    assert {"第1组 0001", "第3组 0002"} <= texts


def test_a_decision_without_a_reason_is_refused_at_the_field(desk: HouseholdsDesk) -> None:
    desk.click("duplicateApart")
    assert view(desk).field.error
    assert len(likely_duplicates(desk.context.workspace)) == 1


def test_two_people_are_kept_apart(desk: HouseholdsDesk) -> None:
    view(desk).reason.setFocus()
    desk.type("两人同来")
    desk.click("duplicateApart")
    desk.settle()
    assert likely_duplicates(desk.context.workspace) == ()
    assert not view(desk).detail.isVisible()
    assert desk.said
    assert desk.numbers == ["0001", "0002"]


@pytest.mark.parametrize(("button", "kept"), [("duplicateKeepFirst", "first"), ("duplicateKeepSecond", "second")])
def test_one_record_is_kept_and_the_other_goes_into_it(desk: HouseholdsDesk, button: str, kept: str) -> None:
    pair = view(desk).pairs.model.shown[0]
    stays, goes = (pair.first, pair.second) if kept == "first" else (pair.second, pair.first)
    view(desk).reason.setFocus()
    desk.type("同一人")
    desk.click(button)
    desk.settle()
    assert likely_duplicates(desk.context.workspace) == ()
    assert stays.person.id in {member.person.id for member in desk.file(stays.household_number).members}
    closed = desk.file(goes.household_number).household.closed_on
    assert (closed is not None) is (goes.household_number == "0001")


def test_either_household_can_be_opened(desk: HouseholdsDesk) -> None:
    assert desk.find(QPushButton, "duplicateOpenFirst").isEnabled()
    number = view(desk).pairs.model.shown[0].second.household_number
    desk.click("duplicateOpenSecond")
    assert number in desk.page.title


def test_back_leads_to_the_list(desk: HouseholdsDesk) -> None:
    desk.find(QPushButton, "duplicatesBack").setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert desk.page.current is desk.page.list_view

"""The register of a past day, as a clerk looks at it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clerk_app.services.households import HouseholdEntry, register_household
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.pages.households.past_view import PastView
from clerk_app.ui.widgets.record_view import RecordView
from tests.builders import DAY, FixedClock, VillageFolder, a_member
from tests.ui.households_page import HouseholdsDesk, Over


@pytest.fixture
def grown(village_template: VillageFolder, tmp_path: Path, over: Over) -> Context:
    """A village of three households, with a fourth since the fifth day; today is the tenth."""
    clock = FixedClock()
    workspace: Workspace = village_template.open(tmp_path / "data", clock)
    clock.day = DAY + timedelta(days=5)
    register_household(workspace, HouseholdEntry(group="一组"), (a_member("钱多", place=77),))
    clock.day = DAY + timedelta(days=10)
    return over(workspace)


@pytest.fixture
def desk(qtbot: QtBot, grown: Context) -> HouseholdsDesk:
    desk = HouseholdsDesk(qtbot, grown)
    desk.click("householdPast")
    assert isinstance(desk.page.current, PastView)
    return desk


def look_at(desk: HouseholdsDesk, text: str) -> PastView:
    view = desk.page.current
    assert isinstance(view, PastView)
    view.day.clear()
    view.take_focus()
    desk.enter(text)
    desk.settle()
    return view


def test_the_day_is_typed_and_the_households_of_that_day_are_shown(desk: HouseholdsDesk) -> None:
    view = look_at(desk, (DAY + timedelta(days=4)).isoformat())
    assert len(view.households.model.shown) == 3
    assert "3" in desk.find(QLabel, "pastSummary").text()
    view = look_at(desk, (DAY + timedelta(days=6)).isoformat())
    assert len(view.households.model.shown) == 4
    assert (DAY + timedelta(days=6)).isoformat() in desk.page.title


def test_enter_on_a_household_shows_who_belonged_to_it(desk: HouseholdsDesk) -> None:
    view = look_at(desk, DAY.isoformat())
    view.households.table.selectRow(0)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    row = view.households.model.shown[0]
    assert [len(table.model.shown) for table in view.findChildren(RecordView, "pastMembers")] == [row.members]
    look_at(desk, (DAY + timedelta(days=1)).isoformat())
    assert view.members is None


@pytest.mark.parametrize(
    "text", ["", "2026-13-01", "2050-01-01", "1999-01-01"], ids=["none", "no date", "future", "before"]
)
def test_a_day_that_cannot_be_shown_is_refused_beside_the_field(desk: HouseholdsDesk, text: str) -> None:
    view = look_at(desk, text)
    assert view.field.error
    assert not view.households.model.shown
    desk.type("2")
    assert not view.field.error


def test_the_list_goes_to_excel_as_it_stands(desk: HouseholdsDesk, tmp_path: Path) -> None:
    view = look_at(desk, DAY.isoformat())
    view.export_to(tmp_path / "名册.xlsx")
    desk.settle()
    sheet = load_workbook(tmp_path / "名册.xlsx").active
    assert sheet is not None
    numbers = {str(cell.value) for line in sheet.iter_rows() for cell in line}
    assert {row.number for row in view.households.model.shown} <= numbers
    assert desk.said


def test_back_leads_to_todays_list(desk: HouseholdsDesk) -> None:
    look_at(desk, DAY.isoformat())
    desk.click("pastBack")
    assert desk.page.current is desk.page.list_view
    assert len(desk.page.list_view.model.shown) == 4

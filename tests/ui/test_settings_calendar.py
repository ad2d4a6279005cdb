"""设置 → 放假安排: a year's days, those entered here, and the warning where a year has no table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.services.working_days import days_of_year, set_day
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Changed
from clerk_app.ui.dialogs.calendar_day import CalendarDayDialog
from clerk_app.ui.pages.settings.calendar import CalendarSection
from clerk_app.ui.widgets.field import Field
from tests.ui.dialogs import visit_dialog
from tests.ui.households_page import Over

Settled = Callable[[], None]


@pytest.fixture
def section(qtbot: QtBot, workspace: Workspace, over: Over, settled: Settled) -> CalendarSection:
    """The section on 2026-03-16; the table of 2027 is not known."""
    context = over(workspace)
    made = CalendarSection(context)
    context.tasks.records_changed.connect(made.reload)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.reload(Changed.ALL)
    settled()
    return made


def in_dialog(qtbot: QtBot, act: Callable[[], object], fill: Callable[[CalendarDayDialog], None]) -> None:
    """Do ``act``, which opens the form, and ``fill`` it."""

    def visit(dialog: QDialog) -> None:
        assert isinstance(dialog, CalendarDayDialog)
        fill(dialog)

    visit_dialog(qtbot, act, visit)


def filled(settled: Settled, **texts: str) -> Callable[[CalendarDayDialog], None]:
    """Return what fills the form and saves it."""

    def fill(dialog: CalendarDayDialog) -> None:
        for name, text in texts.items():
            dialog.fields[name].editor.set_raw(text)
        dialog.try_save()
        settled()

    return fill


def button(section: QWidget, name: str) -> QPushButton:
    found = section.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_a_year_shows_its_days_off_and_worked_weekends(section: CalendarSection, settled: Settled) -> None:
    rows = section.view.model.shown
    assert rows == days_of_year(section.context.workspace, 2026)
    assert {row.is_working for row in rows} == {True, False}
    assert str(len(rows) - sum(row.is_working for row in rows)) in section.summary.text()
    section.year_choice.setCurrentText("2024")
    settled()
    assert {row.day.year for row in section.view.model.shown} == {2024}


def test_a_year_without_a_table_is_warned_of_until_it_is_entered(
    qtbot: QtBot, section: CalendarSection, settled: Settled
) -> None:
    assert section.strip.isVisible()
    assert "2027" in section.strip.text

    in_dialog(
        qtbot,
        button(section, "calendarStripAction").click,
        filled(settled, day="2027-02-05", last="2027-02-11", name="春节"),
    )
    settled()

    assert section.year == 2027
    rows = section.view.model.shown
    assert [row.day.day for row in rows] == [5, 6, 7, 8, 9, 10, 11]
    assert all(row.is_own and not row.is_shipped and not row.is_working and row.name == "春节" for row in rows)
    assert section.strip.isVisible(), "the year is not whole before its last holiday is entered"
    set_day(section.context.workspace, date(2027, 10, 1), "国庆节", is_working=False)
    section.reload(section.shows)
    settled()
    assert not section.strip.isVisible()


def test_a_day_entered_for_another_year_shows_that_year(
    qtbot: QtBot, section: CalendarSection, settled: Settled
) -> None:
    in_dialog(
        qtbot,
        lambda: QTest.keyClick(section, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier),
        filled(settled, day="2027-02-20", kind="work", name="春节"),
    )
    settled()
    assert section.year == 2027
    (row,) = section.view.model.shown
    assert (row.day, row.is_working) == (date(2027, 2, 20), True)
    assert "2027" in section.strip.text


def test_a_shipped_day_is_changed_and_says_so(qtbot: QtBot, section: CalendarSection, settled: Settled) -> None:
    before = section.view.model.shown[0]
    assert before.is_shipped
    section.view.table.selectRow(0)

    def change(dialog: CalendarDayDialog) -> None:
        assert not dialog.fields["day"].editor.isEnabled()
        assert not dialog.last.isVisible()
        assert dialog.fields["name"].editor.raw == before.name
        filled(settled, kind="off" if before.is_working else "work", name="村里另有安排")(dialog)

    in_dialog(qtbot, button(section, "calendarChange").click, change)
    settled()

    (after,) = (row for row in section.view.model.shown if row.day == before.day)
    assert (after.is_working, after.name, after.is_own) == (not before.is_working, "村里另有安排", True)
    source = section.view.model.columns[-1]
    assert len({source.text(before), source.text(after)}) == 2


def test_what_is_wrong_stands_beside_its_field(qtbot: QtBot, section: CalendarSection, settled: Settled) -> None:
    right = {"day": "2027-02-05", "last": "", "name": "春节"}
    wrong = [("day", ""), ("day", "2027-02-30"), ("last", "2027-02-01"), ("last", "2027-03-05"), ("name", " ")]
    errors: list[str] = []

    def look(dialog: CalendarDayDialog) -> None:
        for name, text in wrong:
            filled(settled, **(right | {name: text}))(dialog)
            found = dialog.findChild(Field, f"{name}Field")
            assert isinstance(found, Field)
            errors.append(found.error)
            assert dialog.isVisible()

    in_dialog(qtbot, button(section, "calendarAdd").click, look)

    assert all(errors)
    assert len(errors) == len(wrong)
    assert days_of_year(section.context.workspace, 2027) == ()


def test_enter_on_a_day_opens_it_and_esc_leaves_it_as_it_was(
    qtbot: QtBot, section: CalendarSection, settled: Settled
) -> None:
    set_day(section.context.workspace, date(2026, 12, 24), "赶集", is_working=False)
    section.reload(Changed.ALL)
    settled()
    assert section.view.select(lambda row: row.name == "赶集")
    section.view.table.setFocus()
    in_dialog(
        qtbot,
        lambda: QTest.keyClick(section.view.table, Qt.Key.Key_Return),
        lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape),
    )
    assert section.view.model.shown[-1].name == "赶集"
